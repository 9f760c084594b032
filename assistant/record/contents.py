"""The papers of a library, each with its items or minutes and its people."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from typing_extensions import TypedDict

from assistant.as_json import PlaceJson, place_to_json
from assistant.citing import exempt_in_words, item_in_words, meeting_in_words, place
from assistant.counting import counted
from assistant.record.people import PersonJson, by_capacity, person_to_json
from corpus.documents import Span
from corpus.filters import NO_FILTERS, Filters
from corpus.library import Library
from corpus.papers import Appearance, Business, Paper, PaperKind, PaperStatus


class StretchJson(PlaceJson):
    """A place that may run over several pages."""

    page_end: int | None


class BusinessJson(StretchJson):
    """An item of an agenda, or a minute; ``pages`` are those printed beside an item."""

    number: str | None
    title: str
    pages: list[int] | None


class PaperJson(StretchJson):
    """A paper as other programs read it; what it does not say is None.

    ``item`` is the number of the agenda item that it belongs to. ``items`` are the items
    of an agenda or the minutes of minutes, ``people`` those who appear in minutes. ``exempt``
    says why the public may not see it.
    """

    id: str
    council: str | None
    body: str | None
    date: str | None
    kind: str
    title: str
    status: str
    item: str | None
    exempt: str | None
    items: list[BusinessJson]
    people: list[PersonJson]


class PapersJson(TypedDict):
    """Papers as other programs read them, oldest meeting first."""

    papers: list[PaperJson]


@dataclass(frozen=True, slots=True)
class Contents:
    """A paper, the items or minutes in it, and who appears there, all in order."""

    paper: Paper
    business: tuple[Business, ...]
    appearances: tuple[Appearance, ...]


def contents(library: Library, filters: Filters = NO_FILTERS) -> list[Contents]:
    """The papers that ``filters`` admit, oldest meeting first, undated last."""
    business: defaultdict[str, list[Business]] = defaultdict(list)
    for each in library.business(filters):
        business[each.paper.id].append(each)
    appearances: defaultdict[str, list[Appearance]] = defaultdict(list)
    for appearance in library.appearances(filters):
        appearances[appearance.paper.id].append(appearance)
    return [
        Contents(paper, tuple(business[paper.id]), tuple(appearances[paper.id]))
        for paper in sorted(library.papers(filters), key=_place)
    ]


def status_in_words(paper: Paper) -> str:
    """Such as "draft"; "" for papers that are no minutes: only minutes are confirmed."""
    if paper.kind is not PaperKind.MINUTES:
        return ""
    return "status unknown" if paper.status is PaperStatus.UNKNOWN else paper.status.value


def to_json(held: Contents) -> PaperJson:
    """The paper as other programs read it."""
    paper = held.paper
    meeting = paper.meeting
    return PaperJson(
        id=paper.id,
        council=meeting.council,
        body=meeting.body,
        date=meeting.held_on.isoformat() if meeting.held_on else None,
        kind=paper.kind.value,
        title=paper.title,
        status=paper.status.value,
        item=paper.item.number if paper.item else None,
        exempt=paper.exempt,
        items=[_business_to_json(each) for each in held.business],
        people=[person_to_json(each) for each in held.appearances],
        **_stretch_to_json(paper.span),
    )


def to_text(papers: Sequence[Contents]) -> str:
    """The papers under their meetings, and at the end how many there are."""
    lines: list[str] = []
    for heading, of_meeting in groupby(papers, key=_heading):
        lines += [heading, ""]
        for held in of_meeting:
            lines += [*_lines(held), ""]
    files = len({held.paper.source for held in papers})
    return "\n".join([*lines, f"{counted(len(papers), 'paper')} in {counted(files, 'file')}."])


def _lines(held: Contents) -> Iterator[str]:
    paper = held.paper
    status = status_in_words(paper)
    kind = paper.kind.value.upper() + (f" ({status})" if status else "")
    yield f"  {kind}  {paper.title}".rstrip()
    if paper.exempt:
        yield f"  {exempt_in_words(paper)}"
    if paper.item:
        yield f"  belongs to item {item_in_words(paper.item)}"
    yield from (f"    {item_in_words(each.item)}" for each in held.business)
    for capacity, names in by_capacity(held.appearances):
        yield f"  {capacity.value}: {', '.join(names)}"
    yield f"  ({place(paper.span)})"


def _business_to_json(business: Business) -> BusinessJson:
    return BusinessJson(
        number=business.item.number,
        title=business.item.title,
        pages=list(business.pages) if business.pages else None,
        **_stretch_to_json(business.span),
    )


def _stretch_to_json(span: Span) -> StretchJson:
    return StretchJson(**place_to_json(span), page_end=span.page_end)


def _heading(held: Contents) -> str:
    return meeting_in_words(held.paper.meeting)


def _place(paper: Paper) -> tuple[date, str, str, int]:
    meeting = paper.meeting
    return (meeting.held_on or date.max, meeting.body or "", paper.source, paper.span.start)
