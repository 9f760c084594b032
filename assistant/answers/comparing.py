"""Two councils, or two dates, side by side."""

from dataclasses import replace

from assistant.answers.brevity import briefly
from assistant.answers.points import Point
from assistant.answers.quoted import quoted
from assistant.answers.resolving import point_of, register_of
from assistant.evidence.gathering import UNRELATED, Evidence
from assistant.evidence.matching import matches_of
from assistant.understanding.questions import DECIDING
from assistant.understanding.scope import told_apart
from corpus.papers import TAKEN, Decision


def compared(evidence: Evidence) -> list[Point]:
    """The best quotation for each council, or each period, that the question names."""
    scope, filters = evidence.scope, evidence.question.filters
    councils = told_apart(scope.councils)
    if len(councils) > 1:
        sides = [replace(filters, council=council) for council in councils]
    else:
        sides = [replace(filters, since=p.since, until=p.until) for p in scope.periods]
    points: list[Point] = []
    for side in sides:
        found = evidence.about(replace(evidence.question, filters=side))
        taken = _taken(found) if DECIDING.search(evidence.asked) else None
        if taken:
            points.append(point_of(found, taken, shortened=True))
            continue
        scored = found.scored()
        if scored and max(scored[0].own, found.hits[0].score) >= UNRELATED:
            points.append(briefly(found, quoted(scored[0].quotable)))
    return points if len(points) == len(sides) else []


def _taken(found: Evidence) -> Decision | None:
    """The decision that fits best of those by which something came to stand."""
    return next(
        (
            match.decision
            for match in matches_of(found, register_of(found))
            if match.fits and match.decision.force in TAKEN
        ),
        None,
    )
