"""The register of decisions: each opens in its place; a subject can be followed over time."""

import json
from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from assistant.citing import meeting_in_words
from assistant.desk.opened import Desk
from assistant.fragments.entries import entry_html
from assistant.fragments.timelines import timeline_html
from assistant.record.completeness import Completeness, completeness
from assistant.record.exporting import to_csv, to_json
from assistant.record.register import Entry, newest_first, register
from assistant.record.timeline import timeline
from assistant.web.paging import on_page
from assistant.web.sources import decided_source, open_source, source_button
from corpus.filters import Filters
from corpus.library import Library
from corpus.papers import DECIDED, Force

_CHOICES = {
    "Decided": tuple(force for force in Force if force in DECIDED),
    "Not decided": (Force.DEFERRED, Force.WITHDRAWN, Force.LOST),
    "Proposed": (Force.PROPOSED,),
    "Told of other meetings": (Force.REPORTED,),
    "All": (),
}
_NEWEST = "Newest first"
_NONE = "No such decision is recorded in the papers that are held."


def show(desk: Desk, filters: Filters) -> None:
    """The decisions within ``filters``, as a list or as the timeline of one subject."""
    st.title("Decisions", anchor=False)
    library = desk.assistant.library
    about = st.text_input("About", placeholder="Words of the decision or its title").strip()
    follow = bool(about) and st.toggle("Timeline: what became of this, meeting by meeting")
    backwards = st.radio("Order", ["Oldest first", _NEWEST], horizontal=True) == _NEWEST
    if follow:
        _timeline(library, filters, about, backwards)
    else:
        choice = st.radio("Force", list(_CHOICES), horizontal=True)
        found = register(library, filters, _CHOICES[choice], about)
        _list(library, newest_first(found) if backwards else found, filters)


def _timeline(library: Library, filters: Filters, about: str, backwards: bool) -> None:
    stages = timeline(library, filters, about, backwards=backwards)
    _rests_on(completeness(library, filters, sum(len(stage.steps) for stage in stages)))
    if stages:
        st.html(timeline_html(stages))
    else:
        st.info(_NONE)


def _list(library: Library, found: Sequence[Entry], filters: Filters) -> None:
    held = completeness(library, filters, len(found))
    _rests_on(held)
    if not found:
        st.info(_NONE)
        return
    shown = on_page(found, "decisions_page")
    opened = _entries(shown)
    _downloads(found, held)
    if opened is not None:
        open_source(library, [decided_source(entry.decision) for entry in shown], opened)


def _rests_on(held: Completeness) -> None:
    st.html(f'<p class="cp-soft" data-heard>{escape(held.in_words())}</p>')


def _entries(entries: Sequence[Entry]) -> int | None:
    """The decisions under their meetings; the number of the one that was pressed."""
    opened = None
    numbered = enumerate(entries)
    for heading, of_meeting in groupby(numbered, key=lambda each: _heading(each[1])):
        st.html(f'<h2 class="cp-meeting">{escape(heading)}</h2>')
        for number, entry in of_meeting:
            with st.container(gap="xsmall"):
                st.html(entry_html(entry))
                name = decided_source(entry.decision).short_name
                if source_button(f"Open {name}", entry.decision.id):
                    opened = number
    return opened


def _heading(entry: Entry) -> str:
    heading = meeting_in_words(entry.decision.paper.meeting)
    return heading[:1].upper() + heading[1:]


def _downloads(entries: Sequence[Entry], held: Completeness) -> None:
    """Made when they are asked for; a mark at the front tells spreadsheets the encoding."""

    def as_csv() -> bytes:
        return to_csv(entries).encode("utf-8-sig")

    def as_json() -> bytes:
        return json.dumps(to_json(entries, held), ensure_ascii=False, indent=2).encode()

    with st.container(horizontal=True):
        _download("CSV", as_csv, "text/csv")
        _download("JSON", as_json, "application/json")


def _download(form: str, made: Callable[[], bytes], mime: str) -> None:
    st.download_button(
        f"Download these as {form}",
        made,
        f"decisions.{form.lower()}",
        mime,
        icon=":material/download:",
        on_click="ignore",
    )
