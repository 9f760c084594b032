"""Links inside the page's own HTML, which Streamlit would take for another page's."""

from pathlib import Path
from urllib.parse import quote, unquote

import streamlit as st

from assistant.desk.places import Place, place_of_span
from corpus.documents import Span
from corpus.papers import Paper

_OPEN, _MEETING = "#open/", "?meeting="
_FOLLOWING = st.components.v2.component(
    "council_papers_following",
    js=Path(__file__).with_name("following.js").read_text(encoding="utf-8"),
)


def open_link(paper: Paper, span: Span) -> str:
    """The address of words of a paper: pressing it opens them."""
    place = place_of_span(span)
    return f"{_OPEN}{place.start}/{place.end}/{quote(place.source)}"


def meeting_link(address: str) -> str:
    """The address of a meeting, from the one that names it: it can be opened by itself too."""
    return _MEETING + quote(address)


def followed() -> str:
    """The address of the link that was pressed, once; "" for none. Drawn once a view."""
    result = _FOLLOWING(key="following", on_followed_change=lambda: None, height=1)
    pressed: str | None = result.followed
    return pressed or ""


def place_followed(pressed: str) -> Place | None:
    """The words that a link leads to; None for a link to something else."""
    start, _, rest = pressed.removeprefix(_OPEN).partition("/")
    end, _, source = rest.partition("/")
    if not pressed.startswith(_OPEN) or not (start.isdecimal() and end.isdecimal()):
        return None
    return Place(unquote(source), int(start), int(end))


def meeting_followed(pressed: str) -> str | None:
    """The meeting that a link leads to; None for a link to something else."""
    return unquote(pressed.removeprefix(_MEETING)) if pressed.startswith(_MEETING) else None
