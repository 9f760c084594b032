"""The register of decisions, in order, as text, JSON and CSV."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypedDict

from assistant.citing import reference, short_reference, written_date
from assistant.completeness import Completeness, CompletenessJson
from assistant.rendering import PlaceJson, place_to_json
from corpus.filters import Filters
from corpus.library import Library
from corpus.papers import Decision, Force
from corpus.undoing import undoings


class ClauseJson(TypedDict):
    """A clause with its number as printed."""

    number: str
    words: str


class DecisionJson(PlaceJson):
    """A decision as other programs read it; what is not told of it is None."""

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
    undone_by: str | None
    undoes: str | None
    reference: str


class RegisterJson(TypedDict):
    """The register as other programs read it."""

    decisions: list[DecisionJson]
    completeness: CompletenessJson


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, what later ones did to it, and what it did to earlier ones; in words.

    Such as "referred back by Scrutiny Committee, 1 October 2024, minute 23"; else None.
    """

    decision: Decision
    undone_by: str | None = None
    undoes: str | None = None


def register(
    library: Library, filters: Filters, forces: Iterable[Force] = (), about: str = ""
) -> list[Entry]:
    """The decisions admitted, by date, oldest first, undated last; in a meeting as recorded.

    What became of them is told even where the later decision is not admitted.
    """
    undone: defaultdict[str, list[str]] = defaultdict(list)
    undoes: defaultdict[str, list[str]] = defaultdict(list)
    for each in undoings(library.decisions()):
        undone[each.earlier.id].append(f"{each.how} by {_named(each.later)}")
        undoes[each.later.id].append(f"{_named(each.earlier)} ({each.how})")
    return [
        Entry(
            decision,
            "; ".join(undone[decision.id]) or None,
            "; ".join(undoes[decision.id]) or None,
        )
        for decision in sorted(library.decisions(filters, forces, about), key=_place)
    ]


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """The same with the newest meeting first, undated ones still last."""

    def day(entry: Entry) -> date:
        return entry.decision.paper.meeting.held_on or date.min

    return sorted(entries, key=day, reverse=True)


def _named(decision: Decision) -> str:
    return short_reference(decision.paper, decision.item)


def _place(decision: Decision) -> tuple[date, str, str, int]:
    meeting = decision.paper.meeting
    return (
        meeting.held_on or date.max,
        meeting.body or "",
        decision.span.source,
        decision.span.start,
    )


def to_json(entries: Sequence[Entry], held: Completeness) -> RegisterJson:
    """The register as other programs read it."""
    decisions = [entry_to_json(entry) for entry in entries]
    return RegisterJson(decisions=decisions, completeness=held.to_json())


def entry_to_json(entry: Entry) -> DecisionJson:
    """The decision as other programs read it."""
    decision = entry.decision
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
        undone_by=entry.undone_by,
        undoes=entry.undoes,
        **place_to_json(decision.span),
        reference=reference(paper, item, decision.span),
    )


def to_csv(entries: Sequence[Entry]) -> str:
    """A row for each decision below a row of names."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for entry in entries:
        row = entry_to_json(entry)
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return stream.getvalue()


_COLUMNS = (
    *("meeting_date", "council", "body", "paper", "status", "minute", "title", "force"),
    *("words", "subject", "undone_by", "undoes"),
    *("source", "page", "line_start", "line_end", "reference", "id"),
)


def _cell(value: object) -> object:
    """A spreadsheet runs a cell that begins with one of these signs as a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {*"=+-@\t"} else value


def to_text(entries: Sequence[Entry], held: Completeness) -> str:
    """The decisions under their meetings, and at the end what they rest on."""
    lines: list[str] = []
    for heading, of_meeting in groupby(entries, key=_heading):
        lines += [heading, ""]
        for entry in of_meeting:
            lines += [*_lines(entry), ""]
    return "\n".join([*lines, *_by_force(entries), held.in_words()])


def _by_force(entries: Sequence[Entry]) -> list[str]:
    counts = Counter(entry.decision.force for entry in entries)
    told = ", ".join(f"{counts[force]} {force.value}" for force in Force if counts[force])
    return [f"By force: {told}."] if told else []


def _heading(entry: Entry) -> str:
    meeting = entry.decision.paper.meeting
    day = written_date(meeting.held_on) if meeting.held_on else "date not stated"
    return ", ".join(part for part in (day, meeting.council, meeting.body) if part)


def _lines(entry: Entry) -> Iterator[str]:
    decision, item = entry.decision, entry.decision.item
    title = " ".join(part for part in (item.number, item.title) if part) if item else ""
    yield f"  {decision.force.value.upper()}  {title}".rstrip()
    yield from (f"  {line}" for line in decision.words.splitlines())
    if decision.subject:
        yield f"  on: {decision.subject}"
    if entry.undone_by:
        yield f"  later: {entry.undone_by}"
    if entry.undoes:
        yield f"  on the earlier decision of {entry.undoes}"
    yield f"  ({reference(decision.paper, item, decision.span)})"
