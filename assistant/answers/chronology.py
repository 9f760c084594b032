"""What happened to a subject, meeting by meeting: its decisions and what else is told of it."""

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
    points: list[Point] = []
    words = 0
    for key in sorted(told):
        words += sum(len(part.text.split()) for part in told[key].quotables) + 12
        if len(points) == MOST or (points and words > MOST_WORDS):
            break
        points.append(told[key])
    left = len(told) - len(points)
    notes = (
        "Oldest first.",
        *([f"{counted(left, 'later meeting is', 'later meetings are')} left out."] if left else ()),
    )
    return Answering(tuple(points), notes) if len(points) > 1 else None


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
