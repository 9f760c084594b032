"""``serve``: the web page, on this machine alone unless told otherwise."""

import importlib.util
import os
import socket
import sys

import click

from assistant.cli.opening import settings
from assistant.cli.options import library_option
from assistant.settings import Settings
from corpus.errors import BadRequestError

OPTIONS = {
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
    "client.toolbarMode": "minimal",
    "theme.showWidgetBorder": "true",
    "theme.light.primaryColor": "#1d4f76",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f1f4f6",
    "theme.light.textColor": "#1b2227",
    "theme.light.linkColor": "#0b4f8a",
    "theme.light.borderColor": "#6f7b84",
    "theme.dark.primaryColor": "#8cc4ef",
    "theme.dark.backgroundColor": "#14191d",
    "theme.dark.secondaryBackgroundColor": "#20282e",
    "theme.dark.textColor": "#e9eef0",
    "theme.dark.linkColor": "#9cc9f7",
    "theme.dark.borderColor": "#84949d",
}
"""As in ``.streamlit/config.toml``, which an installed copy does not find; nothing is sent out."""


_THIS_COMPUTER = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Another address lets whoever reaches it read the library, but not change it.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name by which others reach this computer, such as papers.example; may be given again.",
)
@library_option
def serve(port: int, host: str, names: tuple[str, ...]) -> None:
    """Serve the web page until Ctrl-C; at /plain/ without JavaScript, at /api/ for programs."""
    _check_free(host, port)
    click.echo(f"The page is at http://{host}:{port} in a few seconds; Ctrl-C ends it.")
    click.echo(f"Without JavaScript: http://{host}:{port}/plain/")
    command = [sys.executable, "-m", "assistant.site", page()]
    command += [f"--server.address={host}", f"--server.port={port}"]
    command += [f"--{name}={value}" for name, value in OPTIONS.items()]
    command += [f"--name={name}" for name in names]
    sys.stdout.flush()
    os.execve(sys.executable, command, environment(settings(), host))  # noqa: S606 - no shell


def page() -> str:
    """The path of the page's module, as installed."""
    spec = importlib.util.find_spec("app")
    if spec is None or spec.origin is None:
        raise BadRequestError("The page (app.py) is not installed. Install the project again.")
    return spec.origin


def environment(chosen: Settings, host: str) -> dict[str, str]:
    """The environment by which the page learns of the library and of how it is served.

    Where others reach it, nobody adds papers by the page or removes any.
    """
    told = os.environ | {
        "COUNCIL_PAPERS_LIBRARY": str(chosen.library.absolute()),
        "COUNCIL_PAPERS_PLAIN": "/plain/",
    }
    return told if host in _THIS_COMPUTER else told | {"COUNCIL_PAPERS_SHARED": "yes"}


def _check_free(host: str, port: int) -> None:
    """Raise BadRequestError where the page could not listen."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        raise BadRequestError(
            f"Cannot serve at {host}:{port}: {error.strerror}. Try another --port."
        ) from error
