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
from assistant.settings import Settings
from corpus.library import FileRecord, Library
from corpus.papers import Paper, PaperKind, PaperStatus


class UnreadableJson(TypedDict):
    """A file that was not taken in, and why."""

    source: str
    reason: str


class UnreadPagesJson(TypedDict):
    """A file of which some pages (from 1) hold no text."""

    source: str
    pages: list[int]


class WithoutJson(TypedDict):
    """How many papers do not say these."""

    council: int
    body: int
    date: int


class StatusJson(TypedDict):
    """What a library holds; dates are ISO dates, oldest and latest of its meetings."""

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
    passages: int
    decisions: int
    unreadable: list[UnreadableJson]
    unread_pages: list[UnreadPagesJson]
    exempt: list[UnreadableJson]
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
    meetings = {paper.meeting for paper in papers}
    days = sorted(meeting.held_on for meeting in meetings if meeting.held_on)
    return StatusJson(
        library=str(library.folder),
        files=len(files),
        councils=sorted({meeting.council for meeting in meetings if meeting.council}),
        bodies=sorted({meeting.body for meeting in meetings if meeting.body}),
        meetings=sum(
            meeting.body is not None and meeting.held_on is not None for meeting in meetings
        ),
        oldest=days[0].isoformat() if days else None,
        latest=days[-1].isoformat() if days else None,
        papers=_by_kind(papers),
        papers_without=_without(papers),
        drafts=sum(paper.status is PaperStatus.DRAFT for paper in papers),
        passages=len(library.passages()),
        decisions=len(library.decisions()),
        unreadable=_unreadable(files),
        unread_pages=[
            UnreadPagesJson(source=record.source, pages=list(record.unread_pages))
            for record in files
            if record.unread_pages and not record.problem
        ],
        exempt=[],
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
    lacking = {name: n for name, n in held["papers_without"].items() if n}
    if lacking:
        yield f"           not stated: {', '.join(f'{what} in {n}' for what, n in lacking.items())}"
    yield f"Drafts     {held['drafts']:,}"
    yield f"Passages   {held['passages']:,}"
    yield f"Decisions  {held['decisions']:,}"
    for search in held["searches"]:
        model = f", {search['model']}" if search["model"] else ""
        told = "on" if search["on"] else f"off ({search['reason']})"
        yield f"Search by {search['name']}: {told}{model}"
    yield f"Could not be read: {counted(len(held['unreadable']), 'file')}"
    yield from (f"  {problem['source']}: {problem['reason']}" for problem in held["unreadable"])
    for gap in held["unread_pages"]:
        yield f"  {gap['source']}: no text on {_pages(gap['pages'])} (scanned?)"
    yield "Exempt papers are not recognised yet: whatever was added can be found."


def _by_kind(papers: list[Paper]) -> dict[str, int]:
    counts = Counter(paper.kind for paper in papers)
    return {kind.value: counts[kind] for kind in PaperKind if counts[kind]}


def _without(papers: list[Paper]) -> WithoutJson:
    meetings = [paper.meeting for paper in papers]
    return WithoutJson(
        council=sum(meeting.council is None for meeting in meetings),
        body=sum(meeting.body is None for meeting in meetings),
        date=sum(meeting.held_on is None for meeting in meetings),
    )


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
