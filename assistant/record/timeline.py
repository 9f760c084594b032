"""One subject over meetings: what happened to it at each, in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from assistant.record.register import Entry, register
from corpus.documents import Span
from corpus.filters import Filters
from corpus.library import Library
from corpus.papers import Item, Meeting, Paper, PaperKind
from corpus.text.words import words_of


@dataclass(frozen=True, slots=True)
class Step:
    """What a paper tells of a subject; ``entry`` is None for a minute without a decision."""

    paper: Paper
    item: Item | None
    span: Span
    entry: Entry | None = None

    @property
    def what(self) -> str:
        """The force, and what it did to earlier decisions: "resolved, referred back"."""
        if self.entry is None:
            return "considered, no decision recorded"
        did = dict.fromkeys(each.how for each in self.entry.earlier)
        return ", ".join((self.entry.decision.force.value, *did))


@dataclass(frozen=True, slots=True)
class Stage:
    """The steps of one meeting: its papers first, then its minutes."""

    meeting: Meeting
    steps: tuple[Step, ...]


def timeline(
    library: Library, filters: Filters, about: str, *, backwards: bool = False
) -> list[Stage]:
    """The meetings at which ``about`` came up, oldest first, undated last.

    Told of are the decisions that hold every word of it, those that came back to them or
    that they came back to, and the minutes with such a title that record no decision.
    ``backwards`` puts the newest meeting first.
    """
    named = register(library, filters, about=about)
    every = {entry.decision.id: entry for entry in register(library, filters)}
    steps = [
        Step(entry.decision.paper, entry.decision.item, entry.decision.span, entry)
        for entry in _with_linked(named, every)
    ]
    told = {_minute(step.paper, step.item) for step in steps}
    for step in _considered(library, filters, about):
        if (minute := _minute(step.paper, step.item)) not in told:
            told.add(minute)
            steps.append(step)
    steps.sort(key=_place)
    if backwards:
        steps.sort(key=lambda step: step.paper.meeting.held_on or date.min, reverse=True)
    return [_stage(list(of_meeting)) for _, of_meeting in groupby(steps, key=_sitting)]


def _with_linked(named: Iterable[Entry], every: dict[str, Entry]) -> list[Entry]:
    """``named`` and, of ``every``, what is linked with them, however far."""
    found = {entry.decision.id: entry for entry in named}
    waiting = list(found.values())
    while waiting:
        entry = waiting.pop()
        linked = [each.later for each in entry.later] + [each.earlier for each in entry.earlier]
        fresh = [each.id for each in linked if each.id in every and each.id not in found]
        waiting += [every[id_] for id_ in fresh]
        found |= {id_: every[id_] for id_ in fresh}
    return list(found.values())


def _considered(library: Library, filters: Filters, about: str) -> Iterator[Step]:
    words = set(words_of(about))
    for business in library.business(filters):
        paper, item = business.paper, business.item
        if paper.kind is PaperKind.MINUTES and words and words <= set(words_of(item.title)):
            yield Step(paper, item, business.span)


def _minute(paper: Paper, item: Item | None) -> tuple[date | None, str | None, Item | None] | str:
    """What one minute has in common in whichever files it stands."""
    held_on, body = paper.meeting.held_on, paper.meeting.body
    return (held_on, body, item) if held_on and body else f"{paper.id} {item}"


def _place(step: Step) -> tuple[date, str, bool, str, int]:
    paper = step.paper
    return (
        paper.meeting.held_on or date.max,
        paper.meeting.body or "",
        paper.kind is PaperKind.MINUTES,
        step.span.source,
        step.span.start,
    )


def _sitting(step: Step) -> tuple[date | None, str | None]:
    """Papers of one meeting need not all name the council."""
    return (step.paper.meeting.held_on, step.paper.meeting.body)


def _stage(steps: Sequence[Step]) -> Stage:
    meetings = [step.paper.meeting for step in steps]
    return Stage(next((m for m in meetings if m.council), meetings[0]), tuple(steps))
