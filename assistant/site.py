"""What ``council-papers serve`` runs: every page and the API, on one port, over one assistant."""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Mount, Route

from assistant.api.service import service
from assistant.desk.guarding import Guarded
from assistant.desk.opened import Desk, desk, warm
from assistant.plain.addresses import Link
from assistant.plain.site import plain_site
from assistant.settings import from_environment

PLAIN, API = "/plain", "/api"
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - asked after, not listened on
_THIS_COMPUTER = ("localhost", "127.0.0.1", "[::1]")
_BESIDE = (Link("The page with JavaScript", "/"), Link("For other programs", f"{API}/"))


def routes(host: str, names: Sequence[str] = ()) -> list[BaseRoute]:
    """The plain pages and the API, over the library that the environment names.

    They answer only requests for ``host``, for this computer or for one of ``names``: another
    site that a browser was led to must not read them under a name of its own. Where ``host``
    is every address of this computer, nobody knows its names.
    """
    known = ["*"] if host in _EVERYWHERE else [host, *_THIS_COMPUTER, *names]
    guards = [Middleware(Guarded), Middleware(TrustedHostMiddleware, known, False)]
    mounted = {PLAIN: plain_site(_desk, _BESIDE), API: service(_desk)}
    return [
        *(Route(path, _with_slash) for path in mounted),
        *(Mount(path, served, middleware=guards) for path, served in mounted.items()),
    ]


def main(arguments: Sequence[str]) -> None:
    """Serve the page at the path that stands first, and all beside it, until it is ended.

    The others are Streamlit's options, which say at which host and port, and names of this
    computer: ``--server.port=8501``, ``--name=papers.example``.
    """
    page, *flags = arguments
    pairs = [flag.removeprefix("--").split("=", 1) for flag in flags]
    options = {name: _typed(value) for name, value in pairs if name != "name"}
    names = [value for name, value in pairs if name == "name"]
    host = str(options["server.address"])
    Thread(target=warm, args=(from_environment(),), daemon=True).start()
    with suppress(KeyboardInterrupt):  # how uvicorn says that Ctrl-C ended it
        st.App(page, routes=routes(host, names)).run(config=options)


def _typed(value: str) -> object:
    """A number or a truth value as such; all else is text."""
    try:
        return json.loads(value)
    except ValueError:
        return value


def _desk() -> Desk | None:
    return desk(from_environment())


def _with_slash(request: Request) -> RedirectResponse:
    """A relative address: whoever passes requests on may serve this under another path."""
    last = request.url.path.rpartition("/")[2]
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{last}/{query}", 308)


if __name__ == "__main__":
    main(sys.argv[1:])
