"""What happened to a subject, meeting by meeting: its decisions and what else is told of it."""

from collections.abc import Sequence
from datetime import date

from assistant.answers.points import Answering, Point
from assistant.answers.resolving import point_of, register_of
from assistant.counting import counted
from assistant.evidence.gathering import Evidence
from assistant.evidence.matching import in_scope, matches_of
from corpus.papers import Force, Meeting

MOST = 7
"""Meetings told of ..."""
MOST_WORDS = 240
"""... and words quoted of them all."""
LOOKED_AT = 12
"""Hits whose sentences may tell of a meeting without a decision."""
FEW = 18
"""Words of the clauses of one decision."""
LEAD_IN = 12
"""Words that lead in to what is quoted of a meeting."""
CLOSE = 5.0
"""A sentence tells of the subject if it scores within this of the best."""


def answer_timeline(evidence: Evidence) -> Answering | None:
    """One point for each meeting, oldest first; None where fewer than two are known."""
    told: dict[tuple[date, str, str], Point] = {}
    decisions = in_scope(evidence, register_of(evidence))
    for match in matches_of(evidence, decisions):
        meeting = match.decision.paper.meeting
        key = _meeting(meeting)
        if not _is_asked_about(evidence, meeting):
            continue
        if key and match.fits and match.decision.force is not Force.NOTED:
            told.setdefault(key, point_of(evidence, match.decision, shortened=True, most=FEW))
    looked_at = {hit.passage.span.source for hit in evidence.hits[:LOOKED_AT]}
    of_passage = {
        passage.id: decision
        for decision in decisions
        if decision.span.source in looked_at
        and (passage := evidence.holdings.passage_at(decision.span))
    }
    scored = evidence.scored(evidence.hits[:LOOKED_AT])
    for each in scored:
        meeting = each.quotable.passage.paper.meeting
        key = _meeting(meeting)
        if not _is_asked_about(evidence, meeting):
            continue
        if key and each.score >= scored[0].score - CLOSE:
            part = each.quotable
            decision = of_passage.get(part.passage.id)
            told.setdefault(
                key,
                point_of(evidence, decision, shortened=True, most=FEW)
                if decision
                else Point(part.passage.force, (*part.leads, part)),
            )
    points = _as_many_as_can_be_read([told[key] for key in sorted(told)])
    left = len(told) - len(points)
    notes = ["Oldest first."]
    if left:
        notes.append(f"{counted(left, 'meeting is', 'meetings are')} left out after the first.")
    return Answering(tuple(points), tuple(notes)) if len(points) > 1 else None


def _as_many_as_can_be_read(oldest_first: Sequence[Point]) -> list[Point]:
    """The first, where it began, and the latest, which tell how it stands; in their order."""
    kept = list(oldest_first[:1])
    words = sum(map(_words, kept))
    for point in reversed(oldest_first[1:]):
        words += _words(point)
        if len(kept) == MOST or words > MOST_WORDS:
            break
        kept.insert(1, point)
    return kept


def _words(point: Point) -> int:
    return sum(len(part.text.split()) for part in point.quotables) + LEAD_IN


def _meeting(meeting: Meeting) -> tuple[date, str, str] | None:
    if meeting.held_on is None:
        return None
    return meeting.held_on, meeting.council or "", meeting.body or ""


def _is_asked_about(evidence: Evidence, meeting: Meeting) -> bool:
    """Whether it is of the body, and between the first and the last day, that are named."""
    scope, day = evidence.scope, meeting.held_on
    if scope.bodies and meeting.body not in scope.bodies:
        return False
    if not scope.periods or day is None:
        return True
    return min(p.since for p in scope.periods) <= day <= max(p.until for p in scope.periods)
