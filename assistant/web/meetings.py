"""Meetings: who was there, what was decided, the papers, and a brief for the members."""

from datetime import date

import streamlit as st

from assistant.counting import counted
from assistant.desk.minute_books import book_of
from assistant.desk.opened import Desk
from assistant.desk.places import source_at
from assistant.fragments.briefs import brief_html
from assistant.fragments.meetings import heading_of, meeting_html, meetings_html
from assistant.record.briefing import brief_for
from assistant.record.comparing import compared
from assistant.record.meetings import record_of
from assistant.record.minute_book import MinuteBook
from assistant.record.sittings import RecordedMeeting, meeting_at
from assistant.rendering import escape_markdown
from assistant.web.following import (
    followed,
    meeting_followed,
    meeting_link,
    open_link,
    place_followed,
)
from assistant.web.paging import on_page
from assistant.web.sources import open_source
from corpus.errors import CouncilPapersError
from corpus.filters import Filters

_ADDRESS = "meeting"
_BRIEF = "Brief for members"
_NONE = "No paper of such a meeting is held."


def show(desk: Desk, filters: Filters) -> None:
    """The meetings within ``filters``, or the one that the address names."""
    pressed = followed()
    address = meeting_followed(pressed) or st.query_params.get(_ADDRESS)
    book = book_of(desk)
    held = meeting_at(book.meetings, address) if address else None
    if address and held is None:
        st.info(_NONE)
    if held is None:
        _list(book, filters)
        return
    if st.query_params.get(_ADDRESS) != held.address:
        st.query_params[_ADDRESS] = held.address
    _meeting(book, held)
    place = place_followed(pressed)
    if place:
        try:
            source, _ = source_at(desk, place)
        except CouncilPapersError as error:
            st.warning(escape_markdown(str(error)))
        else:
            open_source(desk.assistant.library, [source], 0)


def _list(book: MinuteBook, filters: Filters) -> None:
    st.title("Meetings", anchor=False)
    found = [each for each in book.meetings if any(map(filters.admit, each.papers))]
    st.html(
        f'<p class="cp-soft">{counted(len(found), "meeting")}, newest first. '
        "Open one to see who was there, what was decided, and a brief for its members.</p>"
    )
    shown = on_page(found, "meetings_page")
    st.html(meetings_html(shown, date.today(), meeting_link))


def _meeting(book: MinuteBook, held: RecordedMeeting) -> None:
    st.button("All meetings", icon=":material/arrow_back:", type="tertiary", on_click=_leave)
    st.title(escape_markdown(heading_of(held)), anchor=False)
    views = ["The meeting", _BRIEF] if held.has_agenda else []
    is_coming = held.is_coming(date.today())
    chosen = (
        st.radio(
            "Show",
            views,
            index=int(is_coming),
            horizontal=True,
            key=f"meeting-view-{held.address}",
            label_visibility="collapsed",
        )
        if views
        else None
    )
    if chosen == _BRIEF:
        st.html(brief_html(brief_for(book, held), open_link))
        st.caption("To print it, or to save it as a PDF, use your browser’s Print.")
        return
    record = record_of(book, held)
    entries = [*record.others, *(entry for item in record.items for entry in item.entries)]
    st.html(meeting_html(record, date.today(), compared(book, entries), open_link))


def _leave() -> None:
    st.query_params.pop(_ADDRESS, None)
