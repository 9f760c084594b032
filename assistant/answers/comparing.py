"""Two councils, two dates, or two rows of one table, side by side."""

from collections import defaultdict
from dataclasses import replace

from assistant.answers.brevity import briefly
from assistant.answers.cells import NamedRow, coverage_besides, rows_named
from assistant.answers.minuted import decided_beside
from assistant.answers.points import Point
from assistant.answers.quoted import COMPARING, quoted
from assistant.answers.resolving import point_of, register_of
from assistant.evidence.gathering import UNRELATED, Evidence
from assistant.evidence.matching import matches_of
from assistant.understanding.questions import DECIDING
from assistant.understanding.scope import told_apart
from assistant.understanding.slots import Slot
from corpus.papers import TAKEN, Decision

SAID_OF_BOTH = 0.15
"""A table whose rows are compared has this share of the subject besides their labels."""


def rows_compared(evidence: Evidence, slot: Slot) -> list[Point]:
    """The two or three rows of one table that a question names to have them compared."""
    if not COMPARING.search(evidence.asked):
        return []
    tables: defaultdict[tuple[str, ...], list[NamedRow]] = defaultdict(list)
    for each in rows_named(evidence, slot):
        part = each.row.part
        alike = tables[each.row.passage.paper.id, *(lead.text for lead in part.leads)]
        if not any(each.named & other.named for other in alike):
            alike.append(each)
    rows = max(tables.values(), key=lambda rows: (len(rows) > 1, rows[0].coverage), default=[])
    if not 1 < len(rows) < 4 or coverage_besides(evidence, rows) < SAID_OF_BOTH:
        return []
    rows.sort(key=lambda each: (each.row.passage.span.start, each.row.part.start))
    return [quoted(each.row.part, alone=True) for each in rows]


def compared(evidence: Evidence) -> list[Point]:
    """The best quotation for each council, or each period, where the question names several."""
    scope, filters = evidence.scope, evidence.question.filters
    councils = told_apart(scope.councils)
    if len(councils) > 1:
        sides = [replace(filters, council=council) for council in councils]
    else:
        sides = [replace(filters, since=p.since, until=p.until) for p in scope.periods]
    if len(sides) < 2:
        return []
    points: list[Point] = []
    for side in sides:
        found = evidence.about(replace(evidence.question, filters=side))
        taken = _taken(found) if DECIDING.search(evidence.asked) else None
        if taken:
            points.append(point_of(found, taken, shortened=True))
            continue
        scored = found.scored()
        if scored and max(scored[0].own, found.hits[0].score) >= UNRELATED:
            point = briefly(found, quoted(scored[0].quotable))
            points += decided_beside(found, point) or (point,)
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
