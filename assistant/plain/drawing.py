"""Pages as they are sent: one frame around every view, drawn without a script."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assistant.desk.asking import Remembered
from assistant.desk.opened import Desk
from assistant.fragments.sheet import SHEETS as RECORD_SHEETS
from assistant.fragments.templates import templates_in
from assistant.plain.addresses import Link
from assistant.record.exempt import NOT_PUBLIC

SHEETS = {sheet.name: sheet for sheet in (*RECORD_SHEETS, Path(__file__).with_name("plain.css"))}
"""By the name that a browser asks for."""
_TEMPLATES = templates_in(Path(__file__).with_name("templates"))
_MENU = (
    Link("Ask", "/"),
    Link("Decisions", "/decisions"),
    Link("Meetings", "/meetings"),
    Link("Papers", "/papers"),
    Link("About", "/about"),
)

Values = Mapping[str, object]
NO_VALUES: Values = {}
Opening = Callable[[], Desk | None]
"""Gives the desk over the library as it stands now, or None where there is none yet."""


@dataclass(frozen=True, slots=True)
class Site:
    """What all views share. ``beside`` are pages of others that the foot of each names."""

    opening: Opening
    beside: tuple[Link, ...] = ()
    remembered: Remembered = field(default_factory=Remembered)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a view that a browser asked for; the desk is None where none opens."""

    site: Site
    request: Request
    desk: Desk | None

    @property
    def base(self) -> str:
        """The path under which these pages are served, such as "/plain"."""
        base: str = self.request.scope.get("root_path", "")
        return base

    @property
    def is_public(self) -> bool:
        """Whether anybody may see what is shown."""
        return self.desk is None or self.desk.catalogue.is_public

    def page(self, name: str, values: Values = NO_VALUES, status: int = 200) -> HTMLResponse:
        """The template ``name`` in its frame; whatever it is given is escaped."""
        shown = _TEMPLATES.get_template(name).render(
            base=self.base,
            path=self.request.url.path.removeprefix(self.base) or "/",
            menu=_MENU,
            beside=self.site.beside,
            sheets=[f"{self.base}/style/{sheet}?v={_VERSIONS[sheet]}" for sheet in SHEETS],
            warning="" if self.is_public else NOT_PUBLIC,
            fictional=" and ".join(self.desk.catalogue.fictional) if self.desk else "",
            **values,
        )
        return HTMLResponse(shown, status, headers=self.kept())

    def kept(self, seconds: int = 0) -> dict[str, str]:
        """How long a browser may keep a response: nothing of a library that is not public."""
        if not self.is_public:
            return {"Cache-Control": "no-store"}
        return {"Cache-Control": f"private, max-age={seconds}" if seconds else "private, no-cache"}


@dataclass(frozen=True, slots=True)
class View:
    """A view that a browser asked for, and the desk that it shows."""

    frame: Frame
    desk: Desk

    @property
    def base(self) -> str:
        """The path under which these pages are served, such as "/plain"."""
        return self.frame.base

    @property
    def given(self) -> QueryParams:
        """The parameters of the address: text that anybody may write."""
        return self.frame.request.query_params

    def page(self, name: str, values: Values = NO_VALUES, status: int = 200) -> HTMLResponse:
        """The template ``name`` in its frame; whatever it is given is escaped."""
        return self.frame.page(name, values, status)


def fragment(html: str) -> Markup:
    """A fragment of HTML, put into a page as it is: its text was escaped where it was made."""
    return Markup(html)  # noqa: S704


_VERSIONS = {
    name: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for name, path in SHEETS.items()
}
"""So that a sheet may be kept for as long as it is the same."""
