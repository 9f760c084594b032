"""``status``: what the library holds, what it lacks, and which searches are on."""

import json
from collections.abc import Iterator
from datetime import date

import click

from assistant.citing import written_date
from assistant.cli.opening import opened_library, settings
from assistant.cli.options import library_option
from assistant.counting import counted
from assistant.record.exempt import NOT_PUBLIC
from assistant.record.standing import StatusJson, WithoutJson, standing


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@library_option
def status(as_json: bool) -> None:
    """Say what the library holds and lacks."""
    held = standing(opened_library(), settings())
    click.echo(json.dumps(held, ensure_ascii=False, indent=2) if as_json else to_text(held))


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


def _lacking(without: WithoutJson) -> list[str]:
    """What could not be determined, and in how many papers."""
    among = {"item": " reports", "status": " minutes"}
    return [f"{what} in {n}{among.get(what, '')}" for what, n in without.items() if n]


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "none"


def _period(held: StatusJson) -> str:
    days = [held["oldest"], held["latest"]]
    told = [written_date(date.fromisoformat(day)) for day in days if day]
    return f", {' to '.join(dict.fromkeys(told))}" if told else ""


def _pages(pages: list[int]) -> str:
    return f"{'page' if len(pages) == 1 else 'pages'} {', '.join(map(str, pages))}"
