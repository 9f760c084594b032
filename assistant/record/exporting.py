"""The register and timelines as other programs read them: JSON and CSV."""

import csv
import io
from collections.abc import Iterable, Sequence

from typing_extensions import TypedDict

from assistant.as_json import PlaceJson, place_to_json
from assistant.citing import reference
from assistant.record.completeness import Completeness, CompletenessJson
from assistant.record.register import Entry
from assistant.record.timeline import Stage, Step
from assistant.record.votes import VoteJson, vote_to_json


class ClauseJson(TypedDict):
    """A clause with its number as printed."""

    number: str
    words: str


class DecisionJson(PlaceJson):
    """A decision as other programs read it; what is not told of it is None.

    ``exempt`` says why the public may not see it, and is None for what is open.
    """

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
    mover: str | None
    seconder: str | None
    vote: VoteJson | None
    undone_by: str | None
    undoes: str | None
    exempt: str | None
    reference: str
    also_in: list[PlaceJson]


class RegisterJson(TypedDict):
    """The register as other programs read it."""

    decisions: list[DecisionJson]
    completeness: CompletenessJson


class StepJson(PlaceJson):
    """A step of a timeline; ``decision`` is None where a minute records none."""

    what: str
    council: str | None
    body: str | None
    meeting_date: str | None
    paper: str
    status: str
    minute: str | None
    title: str | None
    decision: DecisionJson | None
    exempt: str | None
    reference: str


class TimelineJson(TypedDict):
    """A subject over meetings as other programs read it."""

    about: str
    timeline: list[StepJson]
    completeness: CompletenessJson


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
        mover=decision.mover,
        seconder=decision.seconder,
        vote=vote_to_json(decision.vote) if decision.vote else None,
        undone_by=entry.undone_by,
        undoes=entry.undoes,
        exempt=paper.exempt,
        **place_to_json(decision.span),
        reference=reference(paper, item, decision.span),
        also_in=[place_to_json(each.span) for each in entry.also_in],
    )


def timeline_to_json(about: str, stages: Iterable[Stage], held: Completeness) -> TimelineJson:
    """The subject over meetings, one step after another, as other programs read it."""
    steps = [_step_to_json(step, stage) for stage in stages for step in stage.steps]
    return TimelineJson(about=about, timeline=steps, completeness=held.to_json())


def _step_to_json(step: Step, stage: Stage) -> StepJson:
    held_on = stage.meeting.held_on
    return StepJson(
        what=step.what,
        council=stage.meeting.council,
        body=stage.meeting.body,
        meeting_date=held_on.isoformat() if held_on else None,
        paper=step.paper.kind.value,
        status=step.paper.status.value,
        minute=step.item.number if step.item else None,
        title=step.item.title if step.item else None,
        decision=entry_to_json(step.entry) if step.entry else None,
        exempt=step.paper.exempt,
        **place_to_json(step.span),
        reference=reference(step.paper, step.item, step.span),
    )


def to_csv(entries: Sequence[Entry]) -> str:
    """A row for each decision below a row of names; of a vote, the words."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for entry in entries:
        vote = entry.decision.vote
        row = {**entry_to_json(entry), "vote": vote.words if vote else None}
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return stream.getvalue()


_COLUMNS = (
    *("meeting_date", "council", "body", "paper", "status", "minute", "title", "force"),
    *("words", "subject", "mover", "seconder", "vote", "undone_by", "undoes"),
    *("source", "page", "confidence", "line_start", "line_end", "exempt"),
    *("reference", "id"),
)


def _cell(value: object) -> object:
    """A spreadsheet runs a cell that begins with one of these signs as a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {*"=+-@\t"} else value
