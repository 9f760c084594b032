"""The other parts of a question: "how much, and from when?" asks for two things."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.quoted import is_said, joined, quoted
from assistant.evidence.admitting import admitted
from assistant.evidence.fitting import fits
from assistant.evidence.gathering import UNRELATED, Evidence, Scored
from assistant.understanding.following import ABOUT, leans
from assistant.understanding.questions import QuestionKind
from assistant.understanding.slots import Slot, slots_of
from assistant.understanding.wanting import Wanted
from corpus.papers import Item

OF_THE_RECORD = frozenset({QuestionKind.DECISION, QuestionKind.VOTE, QuestionKind.ATTENDANCE})
"""Kinds that are answered from the register, which has no sums and no dates of other things."""
READ_ALONE = 12
"""Quotations that are read again against the part alone, without what it is about."""


def with_other_parts(evidence: Evidence, others: Sequence[Slot], found: Answering) -> Answering:
    """``found`` with what answers the ``others``, joined to it where they stand together."""
    points, notes = list(found.points), list(found.notes)
    for slot in others:
        more = _best_besides(evidence, slot, points)
        if more:
            points = joined(points, more)
        elif not _is_filled(slot, points):
            notes.append(f"Of the other part of the question, {slot.wanted} was not found.")
    return Answering(tuple(points), tuple(notes))


def completed(evidence: Evidence, found: Answering | Refusal) -> Answering | Refusal:
    """``found`` of the record, with figures, dates and names that the question wants besides.

    Only from the minute that is quoted: "what would it cost, and did anyone abstain?".
    """
    slots = slots_of(evidence.question.standalone)
    of_the_record = evidence.question.kind in OF_THE_RECORD
    if not of_the_record or len(slots) == 1 or isinstance(found, Refusal):
        return found
    points = list(found.points)
    places = {_place(point) for point in points}
    for slot in slots:
        if slot.wanted is Wanted.ANYTHING or _is_filled(slot, points):
            continue
        more = _best_besides(evidence, slot, points)
        if more and _place(more) in places:
            points = joined(points, more)
    return replace(found, points=tuple(points))


def _place(point: Point) -> tuple[str, Item | None]:
    passage = point.quotables[-1].passage
    return passage.paper.id, passage.item


def _is_filled(slot: Slot, points: Sequence[Point]) -> bool:
    return any(fits(slot, part, {}) for point in points for part in point.quotables)


def _best_besides(evidence: Evidence, slot: Slot, points: Sequence[Point]) -> Point | None:
    """The best quotation that is not in ``points``, if it is about the question at all."""
    evidence = evidence.about(replace(evidence.question, standalone=slot.asked))
    for each in _by_the_part(evidence, slot, admitted(evidence, evidence.scored())):
        if each.own < UNRELATED:
            return None
        point = Point(each.quotable.passage.force, (each.quotable,))
        if fits(slot, each.quotable, evidence.holdings.acronyms) and not is_said(point, points):
            return quoted(each.quotable)
    return None


def _by_the_part(evidence: Evidence, slot: Slot, scored: Sequence[Scored]) -> list[Scored]:
    """The first of ``scored``, ranked also by how they answer a part that leans by itself.

    What it is about counts for all of them; which of them says how long or when, only the
    part alone tells.
    """
    if not leans(slot.asked):
        return list(scored)
    read = scored[:READ_ALONE]
    own = evidence.scores([each.quotable for each in read], ABOUT.sub("", slot.asked))
    ranked = zip(read, own, strict=True)
    return [each for each, alone in sorted(ranked, key=lambda pair: -pair[0].score - pair[1])]
