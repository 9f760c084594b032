"""The meetings of a library as a list, and the page of one meeting."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from assistant.citing import item_in_words, meeting_in_words, place, reference, written_date
from assistant.counting import counted
from assistant.fragments.comparisons import beside_html
from assistant.fragments.entries import entry_html
from assistant.fragments.forces import draft_badge, exempt_badge, outlined
from assistant.fragments.links import MeetingLink, PaperLink, linked, no_page, on_the_site
from assistant.fragments.tables import facts_html
from assistant.record.comparing import Comparison
from assistant.record.meetings import HeardItem, MeetingRecord, held_in_words
from assistant.record.people import by_capacity
from assistant.record.register import Entry
from assistant.record.sittings import RecordedMeeting
from corpus.papers import Appearance, Paper, PaperKind


def meetings_html(
    meetings: Sequence[RecordedMeeting], today: date, link_of: MeetingLink = no_page
) -> str:
    """The meetings as a list in their order, each with what is held of it."""
    return f'<ul class="cp-held">{"".join(_listed(m, today, link_of) for m in meetings)}</ul>'


def meeting_html(
    record: MeetingRecord,
    today: date,
    comparisons: Mapping[str, Comparison] | None = None,
    link_of: PaperLink = on_the_site,
) -> str:
    """Who was there, the items with their decisions and papers, then all the papers.

    ``comparisons`` are those to show, by the id of the decision. The heading of the page,
    which names the meeting, is left to the page.
    """
    shown = comparisons or {}
    items = "".join(_item(item, shown, link_of) for item in record.items)
    others = "".join(_entry(entry, shown, link_of, titled=True) for entry in record.others)
    parts = (
        _standing(record, today),
        _section("Who was there", _people(record)),
        _section("Interests declared", interests_html(record.interests)),
        _section("Items", items),
        _section("Other decisions", others),
        _section("Papers held", papers_html(record.held.papers, link_of)),
    )
    return f'<div class="cp-meeting-page">{"".join(parts)}</div>'


def heading_of(held: RecordedMeeting) -> str:
    """The meeting in words with a capital, such as "19 March 2024, Tarnbrook Council, Cabinet"."""
    words = meeting_in_words(held.meeting)
    return words[:1].upper() + words[1:]


def interests_html(interests: Sequence[Appearance]) -> str:
    """Declarations in the record's words, each with its place; "" for none."""
    listed = "".join(
        f'<li><p class="cp-words">“{escape(" ".join(each.words.split()))}”</p>'
        f'<p class="cp-soft">{escape(reference(each.paper, each.item, each.span))}</p></li>'
        for each in interests
    )
    return f'<ul class="cp-plain-list">{listed}</ul>' if listed else ""


def papers_html(papers: Sequence[Paper], link_of: PaperLink = on_the_site) -> str:
    """Papers by kind and title, with where they stand; "" for none."""
    listed = "".join(
        f"<li>{linked(_named(paper), link_of(paper, paper.span))} "
        f"{draft_badge(paper)}{exempt_badge(paper)}"
        f'<span class="cp-soft">{escape(place(paper.span))}</span></li>'
        for paper in papers
    )
    return f'<ul class="cp-plain-list">{listed}</ul>' if listed else ""


def _listed(held: RecordedMeeting, today: date, link_of: MeetingLink) -> str:
    day = held.meeting.held_on
    named = ", ".join(
        (
            written_date(day) if day else "Date not stated",
            held.meeting.body or "body not stated",
        )
    )
    coming = outlined("Coming") if held.is_coming(today) else ""
    exempt = exempt_badge(next((p for p in held.papers if p.exempt), held.papers[0]))
    told = ". ".join(filter(None, (held.meeting.council, _told(held, today))))
    return (
        f"<li>{coming}{exempt}<strong>{linked(named, link_of(held.address))}</strong>"
        f'<p class="cp-soft">{escape(told)}</p></li>'
    )


def _standing(record: MeetingRecord, today: date) -> str:
    draft = draft_badge(record.minutes) if record.minutes else ""
    decisions = counted(record.decisions, "entry", "entries")
    told = f"{_told(record.held, today)}."
    told += f" {decisions} in the register." if record.minutes else ""
    return f'<p class="cp-plain">{draft}{escape(told)}</p>'


def _told(held: RecordedMeeting, today: date) -> str:
    words = held_in_words(held, today)
    return words[:1].upper() + words[1:]


def _people(record: MeetingRecord) -> str:
    told = ((c.value.capitalize(), "; ".join(names)) for c, names in by_capacity(record.attendance))
    facts = facts_html(told)
    if facts and record.minutes:
        where = reference(record.minutes, None, record.attendance[0].span)
        return f'{facts}<p class="cp-soft">{escape(where)}</p>'
    missing = "The minutes that are held name nobody in a list that could be read."
    return f'<p class="cp-soft">{missing}</p>' if record.minutes else ""


def _item(item: HeardItem, comparisons: Mapping[str, Comparison], link_of: PaperLink) -> str:
    entries = "".join(_entry(entry, comparisons, link_of) for entry in item.entries)
    unit = "Minute" if item.minute else "Item"
    number = f"{unit} {item.item.number}" if item.item.number else unit
    if item.minute and item.on_agenda and item.on_agenda.item.number:
        number += f" (item {item.on_agenda.item.number} of the agenda)"
    none = "" if entries or not item.minute else '<p class="cp-soft">No decision is recorded.</p>'
    return (
        f'<section class="cp-item"><h3><span class="cp-soft">{escape(number)}</span> '
        f"{escape(item.item.title)}</h3>{entries}{none}"
        f"{papers_html(item.papers, link_of)}</section>"
    )


def _entry(
    entry: Entry, comparisons: Mapping[str, Comparison], link_of: PaperLink, *, titled: bool = False
) -> str:
    decision = entry.decision
    where = linked(
        reference(decision.paper, decision.item, decision.span),
        link_of(decision.paper, decision.span),
    )
    beside = beside_html(comparisons.get(decision.id), link_of)
    return f'{entry_html(entry, titled=titled)}<p class="cp-soft">{where}</p>{beside}'


def _section(name: str, inside: str) -> str:
    return f"<section><h2>{escape(name)}</h2>{inside}</section>" if inside else ""


def _named(paper: Paper) -> str:
    kind = paper.kind.value.capitalize()
    untitled = paper.kind in (PaperKind.AGENDA, PaperKind.MINUTES) or not paper.title
    item = f" (item {item_in_words(paper.item)})" if paper.item and paper.item.number else ""
    return kind if untitled else f"{kind}: {paper.title}{item if not paper.title else ''}"
