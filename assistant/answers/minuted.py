"""What a minute decided, or replied, beside what is quoted of it."""

import re

from assistant.answers.points import Point
from assistant.answers.resolving import point_of
from assistant.evidence.business import following
from assistant.evidence.gathering import Evidence
from assistant.evidence.quoting import RAISES, REPLIES, quotables
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


def replied_below(evidence: Evidence, point: Point) -> tuple[Point, ...]:
    """The reply to what ``point`` quotes, where the next passage of the minute opens with it."""
    part = point.quotables[-1]
    passage = part.passage
    asked = quotables(passage)[-1]
    runs_to_the_end = not passage.text[part.end :].strip() and part.start <= asked.start
    if passage.paper.kind is not PaperKind.MINUTES or not (
        runs_to_the_end and RAISES.search(asked.text)
    ):
        return ()
    below = following(evidence.holdings.where, passage)[1:2]
    openings = [quotables(each)[0] for each in below if each.force is Force.DISCUSSED]
    return tuple(Point(passage.force, (each,)) for each in openings if REPLIES.search(each.text))
