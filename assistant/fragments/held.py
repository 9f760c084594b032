"""Papers that are held, as a list whose lines open to show what stands in each."""

from collections.abc import Iterable, Sequence
from html import escape

from assistant.citing import item_in_words, place, written_date
from assistant.fragments.tables import facts_html, table_html
from assistant.record.contents import Contents
from assistant.record.people import by_capacity
from corpus.documents import Span
from corpus.papers import Business, PaperKind, PaperStatus

_UNTITLED = (PaperKind.AGENDA, PaperKind.MINUTES)
"""Above these stand the names of council and body, which the list tells anyway."""
_STATUS = {
    PaperStatus.DRAFT: "Draft, not yet confirmed",
    PaperStatus.CONFIRMED: "Confirmed",
    PaperStatus.UNKNOWN: "Not stated whether draft or confirmed",
}


def held_html(papers: Iterable[Contents]) -> str:
    """The papers in the order given; all text is escaped."""
    return f'<ul class="cp-held">{"".join(map(_paper, papers))}</ul>'


def _paper(held: Contents) -> str:
    """A line that opens to show what the paper holds."""
    paper = held.paper
    meeting = paper.meeting
    held_on = written_date(meeting.held_on) if meeting.held_on else "Date not stated"
    title = "" if paper.kind in _UNTITLED or not paper.title else f": {paper.title}"
    draft = " (draft)" if paper.status is PaperStatus.DRAFT else ""
    draft += " (EXEMPT)" if paper.exempt else ""
    named = f"{held_on}, {meeting.body or 'body not stated'}"
    kind = f"{paper.kind.value.capitalize()}{draft}{title}"
    return (
        f'<li><details><summary><span class="cp-day">{escape(named)}</span>'
        f"<span>{escape(kind)}</span></summary>{_inside(held)}</details></li>"
    )


def _inside(held: Contents) -> str:
    paper = held.paper
    is_minutes = paper.kind is PaperKind.MINUTES
    people = (
        (c.value.capitalize(), "; ".join(names)) for c, names in by_capacity(held.appearances)
    )
    facts = (
        ("Council", paper.meeting.council or "Not stated"),
        ("Title", paper.title),
        ("Status", _STATUS[paper.status] if is_minutes else ""),
        ("Exempt", paper.exempt),
        ("Belongs to item", item_in_words(paper.item)),
        ("Place", place(paper.span)),
        *people,
    )
    return facts_html(facts) + _business(held.business, "Minutes" if is_minutes else "Items")


def _business(business: Sequence[Business], heading: str) -> str:
    if not business:
        return ""
    rows = ((each.item.number or "", each.item.title, _where(each.span)) for each in business)
    return table_html(("Number", heading, "Place"), rows)


def _where(span: Span) -> str:
    """Without the file, which stands above."""
    return place(span).replace(f" of {span.source}", "", 1).capitalize()
