"""``status``: what the library holds, what it lacks, and which searches are on."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TypedDict

import click

from assistant.citing import written_date
from assistant.cli.opening import opened_library, settings
from assistant.cli.options import library_option
from assistant.cli.searches import SearchJson, searches
from assistant.counting import counted
from assistant.record.completeness import sittings
from assistant.record.exempt import NOT_PUBLIC, ExemptJson, exempt_papers, to_json
from assistant.record.reading import ReadingJson, readings
from assistant.record.reading import to_json as reading_to_json
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


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@library_option
def status(as_json: bool) -> None:
    """Say what the library holds and lacks."""
    held = standing(opened_library(), settings())
    click.echo(json.dumps(held, ensure_ascii=False, indent=2) if as_json else to_text(held))


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


def to_text(held: StatusJson) -> str:
    """The same for people."""
    return "\n".join(_lines(held))


def _lines(held: StatusJson) -> Iterator[str]:
    yield f"Library    {held['library']}: {counted(held['files'], 'file')}"
    yield f"Councils   {_listed(held['councils'])}"
    yield f"Bodies     {_listed(held['bodies'])}"
    yield f"Meetings   {held['meetings']:,}{_period(held)}"
    yield f"Papers     {_listed([f'{n:,} {kind}' for kind, n in held['papers'].items()])}"
    lacking = _lacking(held["papers_without"])
    if lacking:
        yield f"           not determined: {', '.join(lacking)}"
    yield f"Drafts     {held['drafts']:,}"
    yield f"Business   {counted(held['items'], 'item')}, {counted(held['minutes'], 'minute')}"
    yield f"Passages   {held['passages']:,}"
    yield f"Decisions  {held['decisions']:,}"
    yield f"People     {counted(held['people'], 'name')} in minutes"
    yield f"Defined    {counted(held['acronyms'], 'abbreviation')}"
    for search in held["searches"]:
        model = f", {search['model']}" if search["model"] else ""
        told = "on" if search["on"] else f"off ({search['reason']})"
        yield f"Search by {search['name']}: {told}{model}"
    yield f"Read: {held['read']}"
    yield f"Could not be read: {counted(len(held['unreadable']), 'file')}"
    yield from (f"  {problem['source']}: {problem['reason']}" for problem in held["unreadable"])
    for gap in held["unread_pages"]:
        why = "; ".join(gap["reasons"])
        yield f"  {gap['source']}: nothing was read of {_pages(gap['pages'])} ({why})"
    kept_out = [paper for paper in held["exempt"] if not paper["held"]]
    let_in = [paper for paper in held["exempt"] if paper["held"]]
    yield f"Kept out as exempt: {counted(len(kept_out), 'paper')}"
    yield from (f"  {paper['source']}: {paper['reason']}" for paper in kept_out)
    if not held["is_public"]:
        yield f"Exempt, and let in: {counted(len(let_in), 'paper')}"
        yield from (f"  {paper['source']}: {paper['reason']}" for paper in let_in)
        yield NOT_PUBLIC


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


def _lacking(without: WithoutJson) -> list[str]:
    """What could not be determined, and in how many papers."""
    among = {"item": " reports", "status": " minutes"}
    return [f"{what} in {n}{among.get(what, '')}" for what, n in without.items() if n]


def _unreadable(files: list[FileRecord]) -> list[UnreadableJson]:
    return [
        UnreadableJson(source=record.source, reason=record.problem)
        for record in files
        if record.problem
    ]


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "none"


def _period(held: StatusJson) -> str:
    days = [held["oldest"], held["latest"]]
    told = [written_date(date.fromisoformat(day)) for day in days if day]
    return f", {' to '.join(dict.fromkeys(told))}" if told else ""


def _pages(pages: list[int]) -> str:
    return f"{'page' if len(pages) == 1 else 'pages'} {', '.join(map(str, pages))}"
