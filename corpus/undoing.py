"""Decisions that came back: called in, referred back, reaffirmed, rescinded, superseded."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from corpus.papers import Decision, Force
from corpus.text.dates import find_dates
from corpus.text.words import words_of

HOW = (
    ("quashed", re.compile(r"\bquash", re.I)),
    ("rescinded", re.compile(r"\b(?:rescind|revok)", re.I)),
    ("superseded", re.compile(r"\bsupersed", re.I)),
    (
        "reaffirmed with changes",
        re.compile(r"\breaffirm.*\b(?:subject to|amended|replaced|deleted)", re.I | re.S),
    ),
    ("reaffirmed", re.compile(r"\breaffirm", re.I)),
    (
        "referred back",
        re.compile(r"\brefer\w*\b.{0,160}\b(?:back|decision|reconsider)", re.I | re.S),
    ),
    ("called in", re.compile(r"\bcall(?:ed)?[ -]in\b", re.I)),
    (
        "changed",
        re.compile(r"\bdecision\b.{0,200}\b(?:amended|replaced|deleted|varied)\b", re.I | re.S),
    ),
)
MINUTE = re.compile(r"\bminutes?\s+(?:no\.?\s*)?(?P<number>[A-Z]*\d[\w./]*\w|\d)", re.I)
SAME_SUBJECT = 0.5
"""The share of the earlier title's words that the later decision must have, where it names
the earlier only by its date."""
STANDS = frozenset({Force.RESOLVED, Force.DELEGATED, Force.RECOMMENDED, Force.NOTED})


@dataclass(frozen=True, slots=True)
class Undoing:
    """What ``later`` did to ``earlier``: "called in", "reaffirmed with changes" ..."""

    earlier: Decision
    later: Decision
    how: str


def undoings(decisions: Iterable[Decision]) -> list[Undoing]:
    """The decisions that name an earlier one and say what becomes of it, oldest first."""
    dated = sorted(
        (d for d in decisions if d.paper.meeting.held_on and d.force in STANDS),
        key=lambda d: (d.paper.meeting.held_on, d.span.start),
    )
    by_day: defaultdict[date | None, list[int]] = defaultdict(list)
    by_number: defaultdict[str, list[int]] = defaultdict(list)
    for row, decision in enumerate(dated):
        by_day[decision.paper.meeting.held_on].append(row)
        if number := _number(decision):
            by_number[number].append(row)
    found: list[Undoing] = []
    for later in dated:
        how = _how(later.words)
        if how:
            numbers = {match["number"].casefold() for match in MINUTE.finditer(later.words)}
            days = {named.day for named in find_dates(later.words)}
            # The words give a date, a minute's number or both; nothing else is looked at.
            likely = (by_day[day] for day in days) if days else (by_number[n] for n in numbers)
            rows = sorted({row for each in likely for row in each})
            earlier = _named(later, numbers, days, [dated[row] for row in rows])
            found += [Undoing(each, later, how) for each in earlier]
    return found


def _how(words: str) -> str | None:
    return next((how for how, pattern in HOW if pattern.search(words)), None)


def _named(
    later: Decision, numbers: Set[str], days: Set[date], decisions: Sequence[Decision]
) -> list[Decision]:
    """The earlier decisions that the words of ``later`` name by minute or by date."""
    held_on = later.paper.meeting.held_on
    named = []
    for earlier in decisions:
        day = earlier.paper.meeting.held_on
        if day is None or held_on is None or day >= held_on or (days and day not in days):
            continue
        if _number(earlier) in numbers or (
            not numbers and day in days and _same_subject(earlier, later)
        ):
            named.append(earlier)
    return named


def _number(decision: Decision) -> str | None:
    item = decision.item
    return item.number.casefold() if item and item.number else None


def _same_subject(earlier: Decision, later: Decision) -> bool:
    title = set(words_of(earlier.item.title)) if earlier.item else set()
    said = set(words_of(f"{later.item.title if later.item else ''} {later.words}"))
    return bool(title) and len(title & said) >= SAME_SUBJECT * len(title)
