"""What a question asks for all of, where it stands as one list or one table."""

from collections.abc import Sequence

from assistant.answers.lacking import with_titles
from assistant.answers.points import Point
from assistant.answers.resolving import point_of
from assistant.evidence.gathering import Evidence, Scored
from assistant.evidence.whole_lists import whole_list
from assistant.understanding.lists import asks_for_all
from corpus.papers import DECIDED

NEAR = 2.5
"""A list is told whole if words of it score within this of the best."""
MOST_WORDS = 120
"""Of the decisions of one minute that are told together."""
LOOKED_AT = 8
"""Parts, best first, that may be of the list."""
SLACK = 0.1
"""What the list may cover less of the subject than the best words do."""


def told_together(evidence: Evidence, best: Scored) -> tuple[Point, ...]:
    """All that the minute decided on the subject as much as its best decision, in order.

    Empty where not all is asked for, or the best words are not a decision.
    """
    passage = best.quotable.passage
    if passage.force not in DECIDED or not asks_for_all(evidence.question.standalone):
        return ()
    covered = evidence.coverage(best.quotable.text)
    alike = [
        decision
        for decision in evidence.holdings.decisions
        if decision.paper.id == passage.paper.id
        and decision.item == passage.item
        and decision.force in DECIDED
        and evidence.coverage(decision.words) >= covered - SLACK
    ]
    length = sum(len(decision.words.split()) for decision in alike)
    together = len(alike) > 1 and length <= MOST_WORDS
    return tuple(point_of(evidence, decision) for decision in alike) if together else ()


def told_whole(evidence: Evidence, scored: Sequence[Scored]) -> Point | None:
    """The list or table that the best of ``scored`` stand in, where all of it is asked for."""
    if not asks_for_all(evidence.question.standalone):
        return None
    best = scored[0]
    covered = evidence.coverage(f"{with_titles(best.quotable.passage)} {best.quotable.whole}")
    for each in scored[:LOOKED_AT]:
        if each.score < best.score - NEAR:
            break
        parts = whole_list(evidence.holdings.where, each.quotable)
        passage = each.quotable.passage
        text = " ".join((with_titles(passage), *(part.text for part in parts)))
        if parts and evidence.coverage(text) >= covered - SLACK:
            return Point(passage.force, parts)
    return None
