"""The record of one meeting: who was there, its items, what was decided, the papers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.citing import written_date
from assistant.counting import counted
from assistant.record.itemising import heard_items
from assistant.record.minute_book import MinuteBook
from assistant.record.register import Entry
from assistant.record.sittings import RecordedMeeting
from corpus.papers import Appearance, Business, Capacity, Force, Item, Paper, PaperKind, PaperStatus

_AT_THE_MEETING = (
    *(Capacity.PRESENT, Capacity.SUBSTITUTE, Capacity.IN_ATTENDANCE),
    *(Capacity.APOLOGIES, Capacity.ABSENT),
)


@dataclass(frozen=True, slots=True)
class HeardItem:
    """A piece of business of one meeting.

    ``on_agenda`` and ``minute`` are where it stands there, None where it does not;
    ``papers`` its reports and appendixes, ``proposed`` what they and the agenda recommend,
    ``entries`` what the meeting did, in order.
    """

    on_agenda: Business | None
    minute: Business | None
    papers: tuple[Paper, ...] = ()
    proposed: tuple[Entry, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def item(self) -> Item:
        """As the minutes name it, or else the agenda."""
        told = self.minute or self.on_agenda
        return told.item if told else Item(None, "")


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """All that is held of one meeting.

    ``attendance`` are those whom the lists at the head of the minutes name, ``interests``
    those who declared one. ``minutes`` is the paper that was read for it (a confirmed one
    before a draft), or None. ``others`` are decisions that stand under none of ``items``.
    """

    held: RecordedMeeting
    minutes: Paper | None
    attendance: tuple[Appearance, ...]
    interests: tuple[Appearance, ...]
    items: tuple[HeardItem, ...]
    others: tuple[Entry, ...]

    @property
    def decisions(self) -> int:
        """How many entries of the register the meeting itself made, of whatever force."""
        return len(self.others) + sum(len(item.entries) for item in self.items)


def record_of(book: MinuteBook, held: RecordedMeeting) -> MeetingRecord:
    """The record of a meeting: its minutes in order, then items that have no minute.

    Without minutes it has the items of the agenda in order.
    """
    minutes = main_paper(book, held.of_kind(PaperKind.MINUTES))
    business = book.business_of.get(minutes.id, ()) if minutes else ()
    found = heard_items(business, agenda_items(book, held), held.papers)
    entries = _made_there(book, held)
    items = tuple(_with_decisions(book, HeardItem(*each), entries) for each in found)
    told = {entry.decision.id for item in items for entry in item.entries}
    people = book.appearances_of.get(minutes.id, ()) if minutes else ()
    return MeetingRecord(
        held=held,
        minutes=minutes,
        attendance=tuple(each for each in people if each.capacity in _AT_THE_MEETING),
        interests=tuple(each for each in people if each.capacity is Capacity.DECLARED),
        items=items,
        others=tuple(entry for entry in entries if entry.decision.id not in told),
    )


def agenda_items(book: MinuteBook, held: RecordedMeeting) -> list[Business]:
    """The items of the meeting's agendas: the fullest first, then what others add to it."""
    agendas = sorted(
        held.of_kind(PaperKind.AGENDA), key=lambda paper: -len(book.business_of.get(paper.id, ()))
    )
    items: dict[tuple[str | None, str], Business] = {}
    for paper in agendas:
        for business in book.business_of.get(paper.id, ()):
            key = (business.item.number, business.item.title.casefold())
            items.setdefault(key, business)
    return list(items.values())


def main_paper(book: MinuteBook, papers: Sequence[Paper]) -> Paper | None:
    """Of several copies the one to read: confirmed before draft, then the fullest."""

    def rank(paper: Paper) -> tuple[bool, bool, int, str]:
        return (
            paper.status is not PaperStatus.CONFIRMED,
            paper.status is PaperStatus.DRAFT,
            -len(book.business_of.get(paper.id, ())),
            paper.id,
        )

    return min(papers, key=rank, default=None)


def held_in_words(held: RecordedMeeting, today: date) -> str:
    """Which papers are held, such as "agenda and 3 reports held; minutes not held".

    A meeting of ``today`` or later without minutes is told to be coming.
    """
    drafts = [paper.status is PaperStatus.DRAFT for paper in held.of_kind(PaperKind.MINUTES)]
    minutes = "draft minutes" if drafts and all(drafts) else "minutes"
    reports = len({paper.title for paper in held.of_kind(PaperKind.REPORT)})
    notices = len({paper.id for paper in held.of_kind(PaperKind.DECISION_NOTICE)})
    parts = [
        "agenda" if held.has_agenda else "",
        minutes if drafts else "",
        counted(reports, "report") if reports else "",
        counted(notices, "decision notice") if notices else "",
    ]
    named = [part for part in parts if part]
    listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1]))) if named else ""
    told = f"{listed} held" if listed else "other papers held"
    if not drafts:
        coming = held.is_coming(today) and held.meeting.held_on
        told += f"; to be held on {written_date(coming)}" if coming else "; minutes not held"
    return told if held.has_agenda else f"{told}; agenda not held"


def _made_there(book: MinuteBook, held: RecordedMeeting) -> list[Entry]:
    """What the minutes and decision notices of the meeting record, in order, each once."""
    papers = held.of_kind(PaperKind.MINUTES, PaperKind.DECISION_NOTICE)
    found = {
        entry.decision.id: entry
        for paper in papers
        for entry in book.entries_of.get(paper.id, ())
        if paper.kind is PaperKind.MINUTES or entry.decision.force is not Force.PROPOSED
    }
    return list(found.values())


def _with_decisions(book: MinuteBook, heard: HeardItem, entries: Iterable[Entry]) -> HeardItem:
    minute, on_agenda = heard.minute, heard.on_agenda
    made = [e for e in entries if minute and e.decision.item == minute.item]
    proposed = [
        entry
        for paper in heard.papers
        for entry in book.entries_of.get(paper.id, ())
        if entry.decision.force is Force.PROPOSED
    ]
    if on_agenda:
        proposed += [
            entry
            for entry in book.entries_of.get(on_agenda.paper.id, ())
            if entry.decision.item == on_agenda.item and entry.decision.force is Force.PROPOSED
        ]
    return replace(heard, proposed=tuple(proposed), entries=tuple(made))
