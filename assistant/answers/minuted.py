"""What a minute decided, beside what is quoted of it."""

import re

from assistant.answers.points import Point
from assistant.answers.resolving import point_of
from assistant.evidence.gathering import Evidence
from assistant.understanding.questions import QuestionKind
from corpus.papers import TAKEN, Force, PaperKind

OF_A_BODY = re.compile(
    r"\b(?:committee|panel|cabinet|council|board|executive|members|councillors)\b", re.I
)


def decided_beside(evidence: Evidence, point: Point) -> tuple[Point, ...]:
    """The decision of the minute that ``point`` quotes, where the quotation needs it.

    A motion that was lost is not what was decided; and what a body wanted or thought is told
    by its decision more than by the debate.
    """
    passage = point.quotables[-1].passage
    asks_a_body = evidence.question.kind is QuestionKind.SAYING and OF_A_BODY.search(evidence.asked)
    is_debate = point.force is Force.DISCUSSED and passage.paper.kind is PaperKind.MINUTES
    if passage.item is None or not (point.force is Force.LOST or (asks_a_body and is_debate)):
        return ()
    decided = (
        decision
        for decision in evidence.holdings.decisions
        if decision.paper.id == passage.paper.id
        and decision.item == passage.item
        and decision.force in TAKEN
    )
    return tuple(point_of(evidence, decision, shortened=True) for decision in decided)[:1]
