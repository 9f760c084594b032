"""What a library records, read once: for pages that tell of many meetings and items."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from assistant.record.asked_for import Request, requests_in
from assistant.record.register import Entry, register
from assistant.record.sittings import RecordedMeeting, meetings_of
from assistant.record.subjects import Headings
from corpus.filters import NO_FILTERS, Filters
from corpus.library import Library
from corpus.packs.names import key_of
from corpus.papers import Appearance, Business, Force, Paper, PaperKind

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True, eq=False)
class MinuteBook:
    """All that a library records.

    ``entries`` are the whole register, oldest first, undated last; ``entries_of``,
    ``business_of`` and ``appearances_of`` hold it by the id of a paper, and a decision of
    which several files have copies under each of these. ``meetings`` stand newest first,
    undated last; ``meeting_of`` tells that of a paper. ``requests`` are what was asked for at
    meetings, oldest first; ``headings`` all titles by their subjects. ``unread`` counts
    files that could not be read, or not wholly.
    """

    papers: tuple[Paper, ...]
    entries: tuple[Entry, ...]
    entries_of: Mapping[str, tuple[Entry, ...]]
    business_of: Mapping[str, tuple[Business, ...]]
    appearances_of: Mapping[str, tuple[Appearance, ...]]
    meetings: tuple[RecordedMeeting, ...]
    meeting_of: Mapping[str, RecordedMeeting]
    requests: tuple[Request, ...]
    headings: Headings
    unread: int

    @property
    def has_one_council(self) -> bool:
        """Whether all papers that name their council name the same; also if none does."""
        return len({key_of(p.meeting.council) for p in self.papers if p.meeting.council}) <= 1


def minute_book(library: Library) -> MinuteBook:
    """Read the whole of ``library``: seconds for a large one, so keep it while it is open."""
    papers = library.papers()
    entries = register(library, NO_FILTERS)
    meetings = meetings_of(papers)
    minutes = library.passages(Filters(kind=PaperKind.MINUTES))
    business = library.business()
    debated = (passage for passage in minutes if passage.force is Force.DISCUSSED)
    return MinuteBook(
        papers=tuple(papers),
        entries=tuple(entries),
        entries_of=_entries_by_paper(entries),
        business_of=_grouped((each.paper.id, each) for each in business),
        appearances_of=_grouped((each.paper.id, each) for each in library.appearances()),
        meetings=tuple(meetings),
        meeting_of={paper.id: each for each in meetings for paper in each.papers},
        requests=tuple(requests_in(entries, debated)),
        headings=Headings(_titles(papers, business, entries)),
        unread=sum(1 for record in library.files() if record.problem or record.unread_pages),
    )


def _titles(
    papers: Iterable[Paper], business: Iterable[Business], entries: Iterable[Entry]
) -> Iterator[str]:
    """All titles of items, minutes, reports and decisions."""
    yield from (each.item.title for each in business)
    for entry in entries:
        yield entry.decision.item.title if entry.decision.item else entry.decision.paper.title
    for paper in papers:
        yield paper.title
        yield paper.item.title if paper.item else ""


def _entries_by_paper(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    return _grouped(
        (id_, entry)
        for entry in entries
        for id_ in dict.fromkeys(d.paper.id for d in (entry.decision, *entry.also_in))
    )


def _grouped(named: Iterable[tuple[str, Told]]) -> dict[str, tuple[Told, ...]]:
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for name, told in named:
        groups[name].append(told)
    return {name: tuple(told) for name, told in groups.items()}
