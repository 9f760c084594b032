"""What a library holds and lacks, and which searches are on, as other programs read it."""

from collections import Counter

from typing_extensions import TypedDict

from assistant.record.completeness import sittings
from assistant.record.exempt import ExemptJson, exempt_papers, to_json
from assistant.record.reading import ReadingJson, readings
from assistant.record.reading import to_json as reading_to_json
from assistant.record.searches import SearchJson, searches
from assistant.settings import Settings
from corpus.library import FileRecord, Library
from corpus.papers import Paper, PaperKind, PaperStatus


class UnreadableJson(TypedDict):
    """A file that was not taken in, and why."""

    source: str
    reason: str


class UnreadPagesJson(TypedDict):
    """A file of which some pages (from 1) could not be read, and why."""

    source: str
    pages: list[int]
    reasons: list[str]


class WithoutJson(TypedDict):
    """In how many papers these could not be determined.

    ``kind`` counts papers of no known kind, ``item`` reports filed with an agenda that
    belong to none of its items, ``status`` minutes of which nothing says that they are a
    draft or were confirmed.
    """

    council: int
    body: int
    date: int
    title: int
    kind: int
    item: int
    status: int


class StatusJson(TypedDict):
    """What a library holds; dates are ISO dates, oldest and latest of its meetings.

    ``items`` are those of agendas, ``minutes`` the entries in minutes, ``people`` the
    different names in minutes. ``exempt`` are exempt papers: ``held`` says whether one was let
    in; ``is_public`` that none is, so that anybody may use the library. ``reading`` tells of
    every file how it was read, ``read`` of all together.
    """

    library: str
    files: int
    councils: list[str]
    bodies: list[str]
    meetings: int
    oldest: str | None
    latest: str | None
    papers: dict[str, int]
    papers_without: WithoutJson
    drafts: int
    items: int
    minutes: int
    passages: int
    decisions: int
    people: int
    acronyms: int
    unreadable: list[UnreadableJson]
    unread_pages: list[UnreadPagesJson]
    is_public: bool
    exempt: list[ExemptJson]
    read: str
    reading: list[ReadingJson]
    searches: list[SearchJson]


def standing(library: Library, chosen: Settings) -> StatusJson:
    """What ``library`` holds, as other programs read it."""
    files, papers = library.files(), library.papers()
    minutes = [each.paper.kind is PaperKind.MINUTES for each in library.business()]
    meetings = {paper.meeting for paper in papers}
    days = sorted(meeting.held_on for meeting in meetings if meeting.held_on)
    return StatusJson(
        library=str(library.folder),
        files=len(files),
        councils=sorted({meeting.council for meeting in meetings if meeting.council}),
        bodies=sorted({meeting.body for meeting in meetings if meeting.body}),
        meetings=len(sittings(papers)),
        oldest=days[0].isoformat() if days else None,
        latest=days[-1].isoformat() if days else None,
        papers=_by_kind(papers),
        papers_without=_without(papers),
        drafts=sum(paper.status is PaperStatus.DRAFT for paper in papers),
        items=minutes.count(False),
        minutes=minutes.count(True),
        passages=len(library.passages()),
        decisions=len(library.decisions()),
        people=len({each.person.name for each in library.appearances()}),
        acronyms=len(library.acronyms()),
        unreadable=_unreadable(files),
        unread_pages=[
            UnreadPagesJson(
                source=record.source,
                pages=[page.number for page in record.unread_pages],
                reasons=list(dict.fromkeys(page.problem or "" for page in record.unread_pages)),
            )
            for record in files
            if record.unread_pages and not record.problem
        ],
        is_public=library.is_public,
        exempt=to_json(exempt_papers(files, papers)),
        read=readings(files).in_words(),
        reading=[reading_to_json(record) for record in files],
        searches=searches(chosen, library),
    )


def _by_kind(papers: list[Paper]) -> dict[str, int]:
    counts = Counter(paper.kind for paper in papers)
    return {kind.value: counts[kind] for kind in PaperKind if counts[kind]}


def _without(papers: list[Paper]) -> WithoutJson:
    meetings = [paper.meeting for paper in papers]
    with_agenda = {paper.source for paper in papers if paper.kind is PaperKind.AGENDA}
    return WithoutJson(
        council=sum(meeting.council is None for meeting in meetings),
        body=sum(meeting.body is None for meeting in meetings),
        date=sum(meeting.held_on is None for meeting in meetings),
        title=sum(not paper.title for paper in papers),
        kind=sum(paper.kind is PaperKind.OTHER for paper in papers),
        item=sum(
            paper.kind is PaperKind.REPORT and paper.item is None and paper.source in with_agenda
            for paper in papers
        ),
        status=sum(
            paper.kind is PaperKind.MINUTES and paper.status is PaperStatus.UNKNOWN
            for paper in papers
        ),
    )


def _unreadable(files: list[FileRecord]) -> list[UnreadableJson]:
    return [
        UnreadableJson(source=record.source, reason=record.problem)
        for record in files
        if record.problem
    ]
