"""The plain pages and the API as a browser without a script asks them, without a server."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.testclient import TestClient

from assistant.api.service import service
from assistant.desk.guarding import Guarded
from assistant.desk.opened import Desk, desk
from assistant.plain.addresses import Link
from assistant.plain.site import plain_site
from assistant.settings import Settings

HOST = "http://council.example"


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it came."""

    status: int
    headers: dict[str, str]
    tree: html.HtmlElement
    source: str

    @property
    def text(self) -> str:
        """What stands on it, white space folded."""
        return " ".join(self.tree.text_content().split())

    def links(self, words: str) -> list[str]:
        """Where the links lead whose words hold ``words``, in order."""
        return [a.get("href") for a in self.tree.iter("a") if words in a.text_content()]

    def all(self, path: str) -> list[html.HtmlElement]:
        """The elements at an XPath."""
        found: list[html.HtmlElement] = self.tree.xpath(path)
        return found


def keywords_alone(library: Path) -> Settings:
    """Settings without models, which take seconds to load."""
    return Settings(library, "none", "none")


def client_of(library: Path) -> TestClient:
    """All that is served beside the page, over the library as it stands at each request."""
    settings = keywords_alone(library)

    def opening() -> Desk | None:
        return desk(settings)

    mounted = {"/plain": plain_site(opening, (Link("Other", "/"),)), "/api": service(opening)}
    guards = [Middleware(Guarded)]
    site = Starlette(routes=[Mount(path, app, middleware=guards) for path, app in mounted.items()])
    return TestClient(site, HOST, raise_server_exceptions=False)


def page(client: TestClient, address: str, **parameters: str | list[str]) -> Shown:
    """A page by its address, which may be a link of another page."""
    came = client.get(urljoin(f"{HOST}/plain/", address), params=parameters or None)
    return Shown(came.status_code, dict(came.headers), html.fromstring(came.text), came.text)
