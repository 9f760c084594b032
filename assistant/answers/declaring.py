"""The interests that members declared, all that are asked for, in the order of the meetings."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from assistant.answers.points import Answering, Point
from assistant.answers.speaking import appearances_of, person_in
from assistant.counting import counted
from assistant.evidence.gathering import Evidence
from assistant.evidence.matching import COVERED
from assistant.evidence.quoting import Quotable
from assistant.understanding.questions import subject_words
from corpus.papers import Appearance, Capacity, Meeting
from corpus.text.words import same_words

DECLARING = re.compile(
    r"\bdeclar\w*\b.{0,40}\binterests?\b|\binterests?\b.{0,40}\bdeclar\w*"
    r"|\b(?:left|leave|leaving|withdr[ae]w\w*(?: from)?) the (?:room|meeting|chamber)\b",
    re.I,
)
NOT_A_SUBJECT = frozenset(
    subject_words(
        "declare declared declaration interest interests pecuniary personal prejudicial "
        "leave left room withdraw withdrew withdrawn chamber often many times because"
    )
)
"""Stems of words that every declaration has, or that only ask for one."""
MOST_WORDS, LEAD_IN = 230, 12
"""Of the declarations that one answer quotes, and of what leads in to each."""


def answer_declared(evidence: Evidence) -> Answering | None:
    """The declarations of the person, the meeting or the subject that the question names.

    None where it names none of these, or no such declaration is recorded.
    """
    if not DECLARING.search(evidence.asked):
        return None
    person = person_in(evidence)
    declared = [a for a in _appearances(evidence, person) if a.capacity is Capacity.DECLARED]
    if person is None and not evidence.scope.periods:
        declared = _on_the_subject(evidence, declared)
    points = list(_points(evidence, declared))
    meetings = {_meeting(point) for point in points}
    note = (
        f"{counted(len(points), 'declaration')} in the minutes of "
        f"{counted(len(meetings), 'meeting')}."
    )
    shown = _as_many_as_can_be_read(points)
    left = len(points) - len(shown)
    notes = (note, f"The first {len(shown)} are shown.") if left else (note,)
    return Answering(tuple(shown), notes) if shown else None


def _appearances(evidence: Evidence, person: str | None) -> list[Appearance]:
    if person:
        return appearances_of(evidence, person)
    every = evidence.holdings.appearances
    return [appearance for appearance in every if evidence.admits(appearance.paper)]


def _on_the_subject(evidence: Evidence, declared: Iterable[Appearance]) -> list[Appearance]:
    subject = [word for word in evidence.subject if word not in NOT_A_SUBJECT]
    coverage = evidence.tools.rarity.coverage
    return [each for each in declared if subject and coverage(subject, each.words) >= COVERED]


def _points(evidence: Evidence, declared: Iterable[Appearance]) -> Iterable[Point]:
    """A point for each declaration, oldest first; what several files print is told once."""
    told: set[tuple[Meeting, str]] = set()
    for each in sorted(declared, key=lambda a: (a.paper.meeting.held_on or date.min, a.span.start)):
        what = (each.paper.meeting, same_words(each.words))
        passage = evidence.holdings.passage_at(each.span)
        start = passage.text.find(each.words) if passage else -1
        if passage is None or start < 0 or what in told:
            continue
        told.add(what)
        yield Point(passage.force, (Quotable(passage, start, start + len(each.words)),))


def _meeting(point: Point) -> Meeting:
    return point.quotables[0].passage.paper.meeting


def _as_many_as_can_be_read(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    words = 0
    for point in points:
        words += len(point.quotables[0].text.split()) + LEAD_IN
        if kept and words > MOST_WORDS:
            break
        kept.append(point)
    return kept
