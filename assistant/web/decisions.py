"""The register of decisions: each opens in its place; a subject can be followed over time."""

import json
from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from assistant.citing import meeting_in_words
from assistant.desk.choosing import FORCE_NAMES, FORCES
from assistant.desk.minute_books import book_of
from assistant.desk.opened import Desk
from assistant.fragments.charts import chart_html
from assistant.fragments.comparisons import beside_html
from assistant.fragments.drawn_timelines import drawn_timeline_html
from assistant.fragments.entries import entry_html
from assistant.fragments.sources import decided_source
from assistant.fragments.timelines import timeline_html
from assistant.record.comparing import Comparison, compared
from assistant.record.completeness import Completeness, completeness
from assistant.record.exporting import to_csv, to_json
from assistant.record.register import Entry, newest_first, register
from assistant.record.timeline import timeline
from assistant.record.years import by_month, by_year, years_of
from assistant.web.paging import on_page
from assistant.web.sources import open_source, source_button
from corpus.filters import Filters
from corpus.library import Library

_LIST, _TIMELINE, _YEARS = "List", "Timeline", "Year at a glance"
_NEWEST = "newest"
_ORDERS = {"oldest": "Oldest first", _NEWEST: "Newest first"}
_NONE = "No such decision is recorded in the papers that are held."
_EVERY_YEAR = "All years"


def show(desk: Desk, filters: Filters) -> None:
    """The decisions within ``filters``: a list, the timeline of a subject, or a year."""
    st.title("Decisions", anchor=False)
    library = desk.assistant.library
    about = st.text_input(
        "About", key="about", placeholder="Words of the decision or its title", bind="query-params"
    ).strip()
    with st.container(horizontal=True, vertical_alignment="top"):
        view = st.radio(
            "Show as", [_LIST, _TIMELINE, _YEARS], key="as", horizontal=True, bind="query-params"
        )
        choice = "all" if view == _TIMELINE else _chosen("Force", FORCE_NAMES, "force")
        backwards = view != _YEARS and _chosen("Order", _ORDERS, "order") == _NEWEST
    if view == _TIMELINE:
        _timeline(library, filters, about, backwards)
        return
    found = register(library, filters, FORCES[choice], about)
    if view == _YEARS:
        _years(library, filters, found)
    else:
        _list(desk, newest_first(found) if backwards else found, filters)


def _chosen(label: str, names: Mapping[str, str], key: str) -> str:
    """What a person chose of ``names``, which tell each choice in words."""
    chosen: str = st.selectbox(
        label, list(names), format_func=names.__getitem__, key=key, width=220, bind="query-params"
    )
    return chosen


def _timeline(library: Library, filters: Filters, about: str, backwards: bool) -> None:
    if not about:
        st.info("Write above what the decisions are about, to follow it from meeting to meeting.")
        return
    stages = timeline(library, filters, about, backwards=backwards)
    _rests_on(completeness(library, filters, sum(len(stage.steps) for stage in stages)))
    if stages:
        st.html(drawn_timeline_html(stages))
        st.html(timeline_html(stages))
    else:
        st.info(_NONE)


def _years(library: Library, filters: Filters, found: Sequence[Entry]) -> None:
    """Drawn month by month for a year, or year by year."""
    _rests_on(completeness(library, filters, len(found)))
    years = [str(year) for year in years_of(found)]
    if not years:
        st.info(_NONE)
        return
    chosen = st.selectbox("Year", [*years, _EVERY_YEAR], width=200)
    if chosen == _EVERY_YEAR:
        st.html(chart_html(by_year(found), "Decisions by year"))
    else:
        st.html(chart_html(by_month(found, int(chosen)), f"Decisions in {chosen}"))


def _list(desk: Desk, found: Sequence[Entry], filters: Filters) -> None:
    library = desk.assistant.library
    held = completeness(library, filters, len(found))
    _rests_on(held)
    if not found:
        st.info(_NONE)
        return
    shown = on_page(found, "decisions_page")
    opened = _entries(shown, compared(book_of(desk), shown))
    _downloads(found, held)
    if opened is not None:
        open_source(library, [decided_source(entry.decision) for entry in shown], opened)


def _rests_on(held: Completeness) -> None:
    st.html(f'<p class="cp-soft" data-heard>{escape(held.in_words())}</p>')


def _entries(entries: Sequence[Entry], comparisons: Mapping[str, Comparison]) -> int | None:
    """The decisions under their meetings; the number of the one that was pressed."""
    opened = None
    numbered = enumerate(entries)
    for heading, of_meeting in groupby(numbered, key=lambda each: _heading(each[1])):
        st.html(f'<h2 class="cp-meeting">{escape(heading)}</h2>')
        for number, entry in of_meeting:
            with st.container(gap="xsmall"):
                st.html(entry_html(entry) + beside_html(comparisons.get(entry.decision.id)))
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
