"""Meetings: who was there, what was decided, the papers, and a brief for the members."""

from datetime import date
from urllib.parse import quote

from starlette.responses import Response

from assistant.counting import counted
from assistant.desk.choosing import filters_of
from assistant.desk.minute_books import book_of
from assistant.fragments.briefs import brief_html
from assistant.fragments.links import PaperLink
from assistant.fragments.meetings import heading_of, meeting_html, meetings_html
from assistant.plain.addresses import Link, address, opening
from assistant.plain.drawing import View, fragment
from assistant.plain.narrowing import choices
from assistant.plain.paging import on_page
from assistant.record.briefing import brief_for
from assistant.record.comparing import compared
from assistant.record.meetings import record_of
from assistant.record.minute_book import MinuteBook
from assistant.record.sittings import RecordedMeeting, meeting_at
from corpus.errors import NotHeldError


def show(view: View) -> Response:
    """The meetings within the filters, newest first."""
    book, filters = book_of(view.desk), filters_of(view.given)
    found = [each for each in book.meetings if any(map(filters.admit, each.papers))]
    shown = on_page(view, found)
    listed = meetings_html(shown.rows, date.today(), lambda name: _address(view, name))
    values = {
        "choices": choices(view.desk.catalogue, filters),
        "counted": counted(len(found), "meeting"),
        "shown": shown,
        "listed": fragment(listed),
    }
    return view.page("meetings.html", values)


def show_one(view: View) -> Response:
    """One meeting, or with ``view=brief`` what its members should know of its agenda.

    Raises NotHeldError.
    """
    book = book_of(view.desk)
    held = meeting_at(book.meetings, str(view.frame.request.path_params["name"]))
    if held is None:
        raise NotHeldError("No paper of such a meeting is held.")
    is_brief = held.has_agenda and view.given.get("view") == "brief"
    link = opening(view.base)
    shown = brief_html(brief_for(book, held), link) if is_brief else _record(book, held, link)
    itself = _address(view, held.address)
    other = (
        Link("The meeting", itself)
        if is_brief
        else Link("Brief for members", address(itself, [("view", "brief")]))
    )
    values = {
        "heading": heading_of(held),
        "is_brief": is_brief,
        "other": other if held.has_agenda else None,
        "shown": fragment(shown),
    }
    return view.page("meeting.html", values)


def _record(book: MinuteBook, held: RecordedMeeting, link: PaperLink) -> str:
    record = record_of(book, held)
    entries = [*record.others, *(entry for item in record.items for entry in item.entries)]
    return meeting_html(record, date.today(), compared(book, entries), link)


def _address(view: View, name: str) -> str:
    return f"{view.base}/meetings/{quote(name)}"
