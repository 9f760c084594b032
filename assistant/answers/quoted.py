"""What was found becomes points: the best quotation, and others that are about as good."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.points import Point
from assistant.evidence.gathering import Evidence, Scored
from assistant.evidence.quoting import Quotable, widened
from assistant.understanding.slots import Slot, slot_of
from assistant.understanding.wanting import FIGURES
from corpus.papers import Force

MOST_WORDS = 110
MOST_POINTS = 3
"""Quotations of one answer, and words in all of them."""
CLOSE = 1.5
"""Further quotations are given if they score within this of the best."""
COMPARING = re.compile(
    r"\bcompar\w+|\bversus\b|\bvs\b|\bagainst\b|\bside by side\b|\bdiffer\w*|\bbefore\b.*\bafter\b"
    r"|\b(?:more|less|fewer|\w+er) than\b|\bbetween\b.+\band\b|\bgo(?:ne)? (?:up|down)\b",
    re.I,
)
"""Asks for two figures side by side: rows of one table belong together."""
RIVAL = 0.5
"""A row of the same table that scores within this may be the one that is meant."""
FEW = 8
"""Words. A shorter quotation ("There were none.") is read with the title of its item."""


def points_of(evidence: Evidence, scored: Sequence[Scored]) -> list[Point]:
    """The best quotation, and others about as good."""
    best = scored[0]
    slot = slot_of(evidence.question.standalone)
    compares = COMPARING.search(evidence.question.standalone)
    points: list[Point] = []
    words = 0
    for each in scored:
        if each.score < best.score - CLOSE or len(points) == MOST_POINTS:
            break
        if _is_of_another_date(evidence, best.quotable, each.quotable):
            continue
        is_row = each.quotable.passage.is_table
        is_one = _is_one_row(slot, each.quotable) and _stands_out(each, scored)
        point = quoted(each.quotable, alone=is_row and not compares and is_one)
        if points and is_row and words + _length(point) > MOST_WORDS:
            point = quoted(each.quotable, alone=True)
        length = _length(point)
        passage = each.quotable.passage
        again = passage.force is not Force.PROPOSED and any(
            passage.id == p.quotables[-1].passage.id for p in points
        )
        if again or is_said(point, points) or (points and words + length > MOST_WORDS):
            continue
        points.append(point)
        words += length
    return points


def _stands_out(row: Scored, scored: Sequence[Scored]) -> bool:
    """Whether no other row of the same table answers about as well."""
    return not any(
        other.quotable.passage.id == row.quotable.passage.id
        and other.quotable != row.quotable
        and abs(other.score - row.score) < RIVAL
        for other in scored
    )


def _is_of_another_date(evidence: Evidence, best: Quotable, other: Quotable) -> bool:
    """Whether ``best`` has a date of the question that ``other`` has not."""
    return any(
        period.is_told_in(best.whole) and not period.is_told_in(other.whole)
        for period in evidence.scope.periods
    )


def _is_one_row(slot: Slot, row: Quotable) -> bool:
    """Whether a figure is asked for, or the row by what it is called ("band D")."""
    called = row.text.split("|")[0].strip().casefold()
    return slot.wanted in FIGURES or any(label[-1] == called for label in slot.labels)


def _length(point: Point) -> int:
    return sum(len(part.text.split()) for part in point.quotables)


def quoted(part: Quotable, *, alone: bool = False) -> Point:
    """A part with what leads to it and, unless ``alone``, widened to what is read with it."""
    wide = part if alone else widened(part)
    leads = tuple(lead for lead in part.leads if not wide.start <= lead.start < wide.end)
    return Point(part.passage.force, (*leads, wide), with_title=len(wide.text.split()) < FEW)


def joined(points: Sequence[Point], more: Point) -> list[Point]:
    """``points`` and ``more``; the two are one quotation where they overlap."""
    part = more.quotables[-1]
    for at, point in enumerate(points):
        said = point.quotables[-1]
        if said.passage.id != part.passage.id:
            continue
        start, end = min(said.start, part.start), max(said.end, part.end)
        if len(part.passage.text[start:end].split()) <= MOST_WORDS:
            joint = (*point.quotables[:-1], Quotable(part.passage, start, end))
            return [*points[:at], replace(point, quotables=joint), *points[at + 1 :]]
    return [*points, *([] if is_said(more, points) else [more])]


def is_said(point: Point, points: Sequence[Point]) -> bool:
    """Whether the words of ``point`` stand in one of ``points`` already, or overlap it."""
    part = point.quotables[-1]
    for other in points:
        for said in other.quotables:
            if part.text in said.text or said.text in part.text:
                return True
            same = part.passage.id == said.passage.id
            if same and part.start < said.end and said.start < part.end:
                return True
    return False
