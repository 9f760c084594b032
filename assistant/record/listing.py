"""The register and timelines as plain text, under their meetings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.citing import item_in_words, meeting_in_words, place, reference
from assistant.record.completeness import Completeness
from assistant.record.register import Entry
from assistant.record.timeline import Stage, Step
from assistant.record.votes import moved_in_words, vote_in_words
from assistant.rendering import shortened
from corpus.papers import Force

_TOLD = 40
"""Words of a decision in a timeline: enough to know it by."""


def to_text(entries: Sequence[Entry], held: Completeness) -> str:
    """The decisions under their meetings, and at the end what they rest on."""
    lines: list[str] = []
    for heading, of_meeting in groupby(entries, key=_heading):
        lines += [heading, ""]
        for entry in of_meeting:
            lines += [*_lines(entry), ""]
    return "\n".join([*lines, *_by_force(entries), held.in_words()])


def timeline_to_text(stages: Sequence[Stage], held: Completeness) -> str:
    """A line for each step under its meeting, and at the end what they rest on."""
    lines: list[str] = []
    for stage in stages:
        lines += [meeting_in_words(stage.meeting), *map(_step, stage.steps), ""]
    entries = [step.entry for stage in stages for step in stage.steps if step.entry]
    return "\n".join([*lines, *_by_force(entries), held.in_words()])


def _by_force(entries: Sequence[Entry]) -> list[str]:
    counts = Counter(entry.decision.force for entry in entries)
    told = ", ".join(f"{counts[force]} {force.value}" for force in Force if counts[force])
    return [f"By force: {told}."] if told else []


def _heading(entry: Entry) -> str:
    return meeting_in_words(entry.decision.paper.meeting)


def _lines(entry: Entry) -> Iterator[str]:
    decision, item = entry.decision, entry.decision.item
    yield f"  {decision.force.value.upper()}  {item_in_words(item)}".rstrip()
    yield from (f"  {line}" for line in decision.words.splitlines())
    if decision.subject:
        yield f"  on: {decision.subject}"
    moved = moved_in_words(decision.mover, decision.seconder)
    if moved:
        yield f"  {moved}"
    if decision.vote:
        yield f"  vote: {vote_in_words(decision.vote)}"
    if entry.undone_by:
        yield f"  later: {entry.undone_by}"
    if entry.undoes:
        yield f"  on the earlier decision of {entry.undoes}"
    yield f"  ({reference(decision.paper, item, decision.span)})"
    yield from (f"  (also {place(other.span)})" for other in entry.also_in)


def _step(step: Step) -> str:
    told = item_in_words(step.item)
    if step.entry:
        decision = step.entry.decision
        words = f"“{shortened(decision.words, _TOLD)}”"
        told = f"{told}: {words}" if told else words
        told += f", on “{shortened(decision.subject, _TOLD)}”" if decision.subject else ""
        told += f"; later {step.entry.undone_by}" if step.entry.undone_by else ""
        told += f"; on the decision of {step.entry.undoes}" if step.entry.undoes else ""
    return f"  {step.what.upper()}  {told} ({reference(step.paper, step.item, step.span)})"
