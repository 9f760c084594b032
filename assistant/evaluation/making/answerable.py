"""Questions that the papers answer, made from the record."""

from collections import defaultdict
from collections.abc import Iterator

from assistant.citing import written_date
from assistant.evaluation.gold import Phrase
from assistant.evaluation.making.drafts import Draft, Place
from assistant.evaluation.making.recorded import Record, Settled, on_day
from assistant.evaluation.making.telling import telling
from assistant.record.register import Entry
from corpus.papers import Appearance, Capacity, Force, Meeting

MOST_NAMES = 20
"""A longer list does not fit into the words that an answer may have."""
_NOTHING_DONE = frozenset({Force.LOST, Force.WITHDRAWN})
_NUMBERS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)


def decisions(record: Record) -> Iterator[Draft]:
    """What was decided or recommended about an item, or that it was deferred."""
    for settled in record.settled:
        carried = [each for each in settled.entries if each.decision.force not in _NOTHING_DONE]
        if not carried:
            continue
        decision = carried[-1].decision
        phrases = telling(decision.words, settled.subject, record.told)
        if not phrases:
            continue
        advised = decision.force is Force.RECOMMENDED
        yield Draft(
            question=_what(record, settled, "recommend" if advised else "decide"),
            kind="recommendation" if advised else "decision",
            answerable=True,
            answer=decision.words,
            meeting=settled.meeting,
            must_include=phrases,
            evidence=record.places(carried[-1]),
            force=decision.force,
        )


def dates(record: Record) -> Iterator[Draft]:
    """When something was decided, where it was at one meeting alone."""
    for settled in record.settled:
        held_on, entry = settled.meeting.held_on, settled.entries[-1]
        did = entry.decision.force in (Force.RESOLVED, Force.DELEGATED)
        if held_on is None or not did or not record.alone(settled):
            continue
        day = written_date(held_on)
        yield Draft(
            question=f"When did {record.body(settled.meeting)} decide about {settled.subject}?",
            kind="date",
            answerable=True,
            answer=f"On {day}.",
            meeting=settled.meeting,
            must_include=((day, held_on.isoformat()),),
            evidence=record.places(entry),
        )


def movers(record: Record) -> Iterator[Draft]:
    """Who moved, and seconded, what was the only motion on an item."""
    for settled, entry in _only(record):
        decision = entry.decision
        named = [name for name in (decision.mover, decision.seconder) if name]
        if not decision.mover:
            continue
        verbs = "moved and seconded" if decision.seconder else "moved"
        yield Draft(
            question=f"Who {verbs} the motion on {settled.subject}{on_day(settled.meeting)}?",
            kind="person",
            answerable=True,
            answer=" and ".join(named),
            meeting=settled.meeting,
            must_include=tuple(dict.fromkeys(map(_surname, named))),
            evidence=record.places(entry, *named),
        )


def votes(record: Record) -> Iterator[Draft]:
    """How many voted for and against, where the count stands and agrees with the names."""
    for settled, entry in _only(record):
        vote = entry.decision.vote
        if not vote or not vote.reconciles or vote.in_favour is None or vote.against is None:
            continue
        on = f"{settled.subject}{on_day(settled.meeting)}"
        yield Draft(
            question=f"How many members voted for and against on {on}?",
            kind="figure",
            answerable=True,
            answer=f"{vote.in_favour} for, {vote.against} against.",
            meeting=settled.meeting,
            must_include=(_number(vote.in_favour), _number(vote.against)),
            evidence=record.places(entry, vote.words),
        )


def attendance(record: Record) -> Iterator[Draft]:
    """Who was present and who sent apologies, where all minutes of a meeting agree on it."""
    asked = {Capacity.APOLOGIES: "sent apologies to", Capacity.PRESENT: "was present at"}
    lists: defaultdict[tuple[Meeting, Capacity], list[Appearance]] = defaultdict(list)
    for appearance in record.appearances:
        meeting = appearance.paper.meeting
        if appearance.capacity in asked and meeting.body and meeting.held_on:
            lists[meeting, appearance.capacity].append(appearance)
    for (meeting, capacity), listed in lists.items():
        names = _agreed_names(listed)
        if not 0 < len(names) <= MOST_NAMES:
            continue
        where = f"the meeting of {record.body(meeting)}{on_day(meeting)}"
        yield Draft(
            question=f"Who {asked[capacity]} {where}?",
            kind="attendance",
            answerable=True,
            answer="; ".join(names),
            meeting=meeting,
            must_include=tuple(dict.fromkeys(map(_surname, names))),
            evidence=tuple(Place(each.span, each.words) for each in listed),
        )


def _what(record: Record, settled: Settled, verb: str) -> str:
    """The meeting is named only where another one may have dealt with the same."""
    body = record.body(settled.meeting)
    if not record.alone(settled):
        return f"What did {body} {verb} about {settled.subject}{on_day(settled.meeting)}?"
    if verb == "decide":
        return f"What was decided about {settled.subject}?"
    return f"What did {body} recommend about {settled.subject}?"


def _only(record: Record) -> Iterator[tuple[Settled, Entry]]:
    """The items on which one thing alone was put to the meeting."""
    return ((each, each.entries[0]) for each in record.settled if len(each.entries) == 1)


def _agreed_names(listed: list[Appearance]) -> list[str]:
    """The names in order; none where the papers of the meeting name different people."""
    by_paper: defaultdict[str, list[str]] = defaultdict(list)
    for appearance in listed:
        by_paper[appearance.paper.id].append(appearance.person.name)
    names = [list(dict.fromkeys(of_paper)) for of_paper in by_paper.values()]
    return names[0] if all(set(each) == set(names[0]) for each in names) else []


def _surname(name: str) -> Phrase:
    return (name.rsplit(maxsplit=1)[-1],)


def _number(number: int) -> Phrase:
    if number == 0:
        return ("0", "none", "nil", "no one", "unanimous")
    return (str(number), _NUMBERS[number]) if number < len(_NUMBERS) else (str(number),)
