"""References as councils write them, ready to paste: body, date, minute number, page."""

from datetime import date
from urllib.parse import quote, urldefrag

from corpus.documents import Origin, Span
from corpus.papers import Item, Meeting, Paper, PaperKind, PaperStatus


def reference(paper: Paper, item: Item | None, span: Span, clause: str = "") -> str:
    """Where ``span`` stands, for people; what is not known is left out.

    Such as "Sampleton Council, Cabinet, minutes of 19 March 2024, minute 73(2) (SCHOOL
    PLACES), page 12 of cabinet-pack.pdf". ``clause`` is that of a decision: "(2)", or "".
    """
    meeting = paper.meeting
    parts = (meeting.council, meeting.body, _paper(paper), _item(paper, item, clause), place(span))
    told = ", ".join(part for part in parts if part)
    return f"{told} – {exempt_in_words(paper)}" if paper.exempt else told


def coordinates(paper: Paper, item: Item | None, span: Span, clause: str = "") -> str:
    """The four coordinates by which councils cite: body, date, minute and clause, page.

    Such as "Cabinet, 12 March 2024, minute 42/24(1), page 3 of pack.pdf". Where the papers
    name no body, the council stands for it; what else they do not state is said so.
    """
    meeting = paper.meeting
    draft = "draft " if paper.status is PaperStatus.DRAFT else ""
    unit = _item(paper, item and Item(item.number, "" if item.number else item.title), clause)
    parts = (
        meeting.body or meeting.council or "body not stated",
        written_date(meeting.held_on) if meeting.held_on else "date not stated",
        draft + (unit or _kind(paper)),
        place(span),
        paper.exempt and "EXEMPT, not for the public",
    )
    return ", ".join(part for part in parts if part)


def short_reference(paper: Paper, item: Item | None, page: int | None = None) -> str:
    """For a glance, such as "Cabinet, 19 March 2024, minute 73, page 12"."""
    meeting = paper.meeting
    parts = (
        meeting.body or paper.title or paper.source,
        meeting.held_on and written_date(meeting.held_on),
        f"{_unit(paper)} {item.number}" if item and item.number else _kind(paper),
        page and f"page {page}",
        paper.exempt and "EXEMPT",
    )
    return ", ".join(part for part in parts if part)


def exempt_in_words(paper: Paper) -> str:
    """Such as "EXEMPT, not for the public (marked exempt, paragraph 3)"; "" for an open paper."""
    return f"EXEMPT, not for the public ({paper.exempt})" if paper.exempt else ""


def place(span: Span) -> str:
    """The pages or the lines of the file, such as "lines 244–247 of minutes.txt".

    Pages are counted as a PDF viewer does; the numbers that they bear follow where those
    are others, and that text recognition read them from a scan where it did.
    """
    if span.page is not None:
        ends_there = span.page_end in (None, span.page)
        pages = f"page {span.page}" if ends_there else f"pages {span.page}–{span.page_end}"
        printed = f" (printed {span.printed})" if span.printed else ""
        scanned = "" if span.confidence is None else " (read from a scan)"
        return f"{pages} of {span.source}{printed}{scanned}"
    if span.line_start is None:
        return span.source
    unit = "paragraph" if span.source.lower().endswith(_BY_PARAGRAPH) else "line"
    if span.line_end is None or span.line_end == span.line_start:
        return f"{unit} {span.line_start} of {span.source}"
    return f"{unit}s {span.line_start}–{span.line_end} of {span.source}"


def caution(span: Span) -> str:
    """How sure it is that these are the words of the paper; "" where it is certain."""
    if span.confidence is None:
        return ""
    return f"read from a scan, {span.confidence} % sure"


def link(span: Span, origin: Origin | None = None) -> str:
    """Where a browser opens the words: on the council's site if they were fetched from it.

    Else it is relative to the folder that was added, such as "pack.pdf#page=12", and empty
    where the file has no pages: no browser opens a text at a line.
    """
    page = "" if span.page is None else f"#page={span.page}"
    if origin:
        return urldefrag(origin.address).url + page
    return quote(span.source) + page if page else ""


def meeting_in_words(meeting: Meeting) -> str:
    """Such as "19 March 2024, Sampleton Council, Cabinet"."""
    day = written_date(meeting.held_on) if meeting.held_on else "date not stated"
    return ", ".join(part for part in (day, meeting.council, meeting.body) if part)


def item_in_words(item: Item | None) -> str:
    """Number and title, as far as they are known; "" for none."""
    return " ".join(part for part in (item.number, item.title) if part) if item else ""


def written_date(day: date) -> str:
    """The date as it is written in minutes: "19 March 2012"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_BY_PARAGRAPH = (".docx", ".doc", ".docm", ".odt", ".rtf")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
"""``strftime("%B")`` would follow the machine's locale."""


def _paper(paper: Paper) -> str:
    draft = "draft " if paper.status is PaperStatus.DRAFT else ""
    name = draft + _kind(paper)
    held_on = paper.meeting.held_on
    if held_on is None:
        return name
    if paper.kind in (PaperKind.MINUTES, PaperKind.AGENDA, PaperKind.DECISION_NOTICE):
        return f"{name} of {written_date(held_on)}"
    return f"{name} for the meeting of {written_date(held_on)}"


def _kind(paper: Paper) -> str:
    return "paper" if paper.kind is PaperKind.OTHER else paper.kind.value


def _item(paper: Paper, item: Item | None, clause: str = "") -> str:
    if item is None:
        return _clause(paper, clause)
    if item.number is None:
        named = f"{_unit(paper)} “{item.title}”" if item.title else ""
        return ", ".join(part for part in (named, _clause(paper, clause)) if part)
    title = f" ({item.title})" if item.title else ""
    is_bracketed = paper.kind is PaperKind.MINUTES and clause.startswith("(")
    if not clause or is_bracketed:
        return f"{_unit(paper)} {item.number}{clause}{title}"
    return f"{_unit(paper)} {item.number}{title}, {_clause(paper, clause)}"


def _clause(paper: Paper, clause: str) -> str:
    """Called a paragraph where it only proposes."""
    if not clause:
        return ""
    return f"{'clause' if paper.kind is PaperKind.MINUTES else 'paragraph'} {clause}"


def _unit(paper: Paper) -> str:
    return "minute" if paper.kind is PaperKind.MINUTES else "item"
