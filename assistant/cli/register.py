"""``decisions``: the register as text, JSON and CSV."""

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import TypedDict

import click

from assistant.citing import reference, written_date
from assistant.cli.completeness import Completeness, CompletenessJson, completeness
from assistant.cli.opening import opened_library
from assistant.cli.options import filter_options, library_option
from assistant.rendering import PlaceJson, place_to_json
from corpus.filters import Filters
from corpus.papers import Decision, Force


class ClauseJson(TypedDict):
    """A clause with its number as printed."""

    number: str
    words: str


class DecisionJson(PlaceJson):
    """A decision as other programs read it; fields that are always None are yet to come."""

    id: str
    council: str | None
    body: str | None
    meeting_date: str | None
    paper: str
    status: str
    minute: str | None
    title: str | None
    force: str
    words: str
    clauses: list[ClauseJson]
    subject: str | None
    mover: None
    seconder: None
    vote: None
    undone_by: None
    undoes: None
    reference: str


class RegisterJson(TypedDict):
    """The register as other programs read it."""

    decisions: list[DecisionJson]
    completeness: CompletenessJson


@click.command()
@click.argument("about", nargs=-1, metavar="[ABOUT]")
@click.option(
    "--force",
    "forces",
    multiple=True,
    type=click.Choice([force.value for force in Force], case_sensitive=False),
    help="Only decisions of this force; may be given again.",
)
@click.option("--newest-first", "order", flag_value="newest", help="Else oldest first.")
@click.option("--csv", "form", flag_value="csv", help="Write CSV.")
@click.option("--json", "form", flag_value="json", help="Write JSON.")
@filter_options
@library_option
def decisions(
    about: tuple[str, ...],
    forces: tuple[str, ...],
    order: str | None,
    form: str | None,
    filters: Filters,
) -> None:
    """List the register of decisions, oldest first."""
    library = opened_library()
    found = library.decisions(filters, [Force(force) for force in forces], " ".join(about))
    listed = in_order(found, newest_first=order is not None)
    held = completeness(library, filters, len(listed))
    if form == "json":
        register = RegisterJson(
            decisions=[decision_to_json(decision) for decision in listed],
            completeness=held.to_json(),
        )
        click.echo(json.dumps(register, ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(to_csv(listed), nl=False)
        click.echo(held.in_words(), err=True)
    else:
        click.echo(to_text(listed, held))


def in_order(found: Sequence[Decision], newest_first: bool) -> list[Decision]:
    """By date, oldest first unless told; within a meeting as recorded; undated ones last."""

    def place(decision: Decision) -> tuple[str, str, int]:
        meeting = decision.paper.meeting
        return meeting.body or "", decision.span.source, decision.span.start

    def day(decision: Decision) -> int:
        held_on = decision.paper.meeting.held_on
        return (-held_on.toordinal() if newest_first else held_on.toordinal()) if held_on else 0

    dated = [decision for decision in found if decision.paper.meeting.held_on]
    undated = [decision for decision in found if not decision.paper.meeting.held_on]
    return [*sorted(sorted(dated, key=place), key=day), *sorted(undated, key=place)]


def decision_to_json(decision: Decision) -> DecisionJson:
    """The decision as other programs read it."""
    paper, item = decision.paper, decision.item
    held_on = paper.meeting.held_on
    return DecisionJson(
        id=decision.id,
        council=paper.meeting.council,
        body=paper.meeting.body,
        meeting_date=held_on.isoformat() if held_on else None,
        paper=paper.kind.value,
        status=paper.status.value,
        minute=item.number if item else None,
        title=item.title if item else None,
        force=decision.force.value,
        words=decision.words,
        clauses=[ClauseJson(number=c.number, words=c.words) for c in decision.clauses],
        subject=decision.subject,
        mover=None,
        seconder=None,
        vote=None,
        undone_by=None,
        undoes=None,
        **place_to_json(decision.span),
        reference=reference(paper, item, decision.span),
    )


def to_csv(listed: Sequence[Decision]) -> str:
    """A row for each decision below a row of names."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for decision in listed:
        row = decision_to_json(decision)
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return stream.getvalue()


_COLUMNS = (
    *("meeting_date", "council", "body", "paper", "status", "minute", "title", "force"),
    *("words", "subject", "source", "page", "line_start", "line_end", "reference", "id"),
)


def _cell(value: object) -> object:
    """A spreadsheet runs a cell that begins with one of these signs as a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {*"=+-@\t"} else value


def to_text(listed: Sequence[Decision], held: Completeness) -> str:
    """The decisions under their meetings, and at the end what they rest on."""
    lines: list[str] = []
    for heading, of_meeting in groupby(listed, key=_heading):
        lines += [heading, ""]
        for decision in of_meeting:
            lines += [*_entry(decision), ""]
    return "\n".join([*lines, *_by_force(listed), held.in_words()])


def _by_force(listed: Sequence[Decision]) -> list[str]:
    counts = Counter(decision.force for decision in listed)
    told = ", ".join(f"{counts[force]} {force.value}" for force in Force if counts[force])
    return [f"By force: {told}."] if told else []


def _heading(decision: Decision) -> str:
    meeting = decision.paper.meeting
    day = written_date(meeting.held_on) if meeting.held_on else "date not stated"
    return ", ".join(part for part in (day, meeting.council, meeting.body) if part)


def _entry(decision: Decision) -> list[str]:
    item = decision.item
    title = " ".join(part for part in (item.number, item.title) if part) if item else ""
    words = decision.words.splitlines()
    subject = [f"on: {decision.subject}"] if decision.subject else []
    told = [f"{decision.force.value.upper()}  {title}".rstrip(), *words, *subject]
    return [
        *(f"  {line}" for line in told),
        f"  ({reference(decision.paper, item, decision.span)})",
    ]
