"""Questions of fact, answered by the sentences and rows that say so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.lacking import (
    is_thing_unheard_of,
    names_lacking,
    with_titles,
    year_missing,
)
from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.refusing import not_decided, not_given, nothing_found
from assistant.answers.resolving import answer_decision, point_of, register_of
from assistant.evidence.fitting import fits
from assistant.evidence.gathering import Evidence, Scored
from assistant.evidence.matching import matches_of
from assistant.evidence.quoting import Quotable, quotables, widened
from assistant.understanding.questions import YES_NO
from assistant.understanding.slots import Slot, Wanted, slots_of
from corpus.papers import ADVISED, Decision, Force, PaperKind
from index.hits import Hit

MOST_WORDS = 110
MOST_POINTS = 3
"""Quotations of one answer, and words in all of them."""
CLOSE = 1.5
"""Further quotations are given if they score within this of the best."""
UNRELATED = -5.0
"""If the best sentence and the best passage both score below this ..."""
UNCOVERED = 0.5
"""... and the passage has less than this share of the subject's words, nothing answers."""
TAKEN = frozenset({Force.RESOLVED, Force.DELEGATED})
"""Forces by which something came to stand."""
SURE = 4.0
"""A figure, a date, a person are given only where some such words score this by themselves ..."""
SURE_FIRST = 0.0
"""... or this, where they stand in the best words of all."""
REASONS = re.compile(r"\W*(?:the )?reasons?(?: for [\w ]{3,40})?\s*[:.–—-]", re.I)
"""Opens the reasons that a minute records for what was decided."""
FEW = 8
"""Words. A shorter quotation ("There were none.") is read with the title of its item."""
HARDLY_COVERED = 0.2
"""A passage with less than this share of the subject's words is about something else."""
WRONG_TYPE = 2.5
"""A figure or date is looked for in sentences that score within this of the best."""
ON_AN_AGENDA = re.compile(
    r"\bagendas?\b|\b(?:due|planned|scheduled|listed|forthcoming|upcoming|coming up|next|will"
    r"|going to|when (?:is|are)|can i|deadline|latest|submit\w*|notice)\b",
    re.I,
)
"""Asks for what an agenda can tell; it does not tell what was said or decided."""


def answer_fact(evidence: Evidence, preferred: Sequence[Hit] = ()) -> Answering | Refusal:
    """The quotations that fill each slot of the question, or that nothing fills the first.

    They are taken from ``preferred`` if there are such hits.
    """
    first, *others = slots_of(evidence.question.standalone)
    if preferred:
        return _filled(evidence, first, preferred)
    if others:
        evidence = evidence.about(replace(evidence.question, standalone=first.asked))
    if len(evidence.scope.councils) > 1 or len(evidence.scope.periods) > 1:
        compared = _compared(evidence)
        if compared:
            return Answering(tuple(compared))
    found = _filled(evidence, first)
    if isinstance(found, Refusal):
        return found
    advised = _undecided(evidence, found.points[0])
    if advised:
        decided = answer_decision(evidence)
        return decided if isinstance(decided, Answering) else not_decided(evidence, [advised])
    points, notes = list(found.points), []
    for slot in others:
        more = _best_besides(
            evidence.about(replace(evidence.question, standalone=slot.asked)), slot, points
        )
        if more:
            points = _with(points, more)
        elif not any(fits(slot, part, {}) for point in points for part in point.quotables):
            notes.append(f"Of the other part of the question, {slot.wanted} was not found.")
    return Answering(tuple(points), tuple(notes))


def _filled(
    evidence: Evidence, slot: Slot, hits: Sequence[Hit] | None = None
) -> Answering | Refusal:
    scored = _admitted(evidence, evidence.scored(hits))
    if not scored or is_thing_unheard_of(evidence):
        return _nothing(evidence, scored)
    if slot.wanted is Wanted.REASON:
        scored = _reasons_first(evidence, scored)
    acronyms = evidence.holdings.acronyms
    lacking = names_lacking(evidence, slot, scored)
    if lacking:
        return not_given(f"anything of {lacking}", [each.quotable for each in scored])
    fitting = [each for each in scored if fits(slot, each.quotable, acronyms)]
    if not fitting or fitting[0].score < scored[0].score - WRONG_TYPE:
        return not_given(slot.wanted, [each.quotable for each in scored])
    best = fitting[0]
    least = SURE_FIRST if best is scored[0] else SURE
    if slot.wanted is not Wanted.ANYTHING and max(each.own for each in fitting) < least:
        return not_given(slot.wanted, [each.quotable for each in scored])
    covered = evidence.coverage(with_titles(best.quotable.passage))
    unrelated = max(best.own, evidence.hits[0].score) < UNRELATED
    elsewhere = bool(evidence.subject) and covered < HARDLY_COVERED
    if hits is None and unrelated and (elsewhere or covered < UNCOVERED):
        return _nothing(evidence, scored)
    year = year_missing(evidence, best.quotable.passage)
    if year:
        return not_given(f"anything of {year}", [each.quotable for each in scored])
    of_year = [each for each in fitting if not year_missing(evidence, each.quotable.passage)]
    return Answering(tuple(_points(of_year)))


def _reasons_first(evidence: Evidence, scored: Sequence[Scored]) -> list[Scored]:
    """``scored``, and before them the reasons that are recorded beside what was found first."""
    found = scored[0].quotable.passage
    if found.item is None:
        return list(scored)
    best = scored[0]
    given = [
        Scored(part, best.score + CLOSE, max(best.own, SURE))
        for passage in evidence.holdings.where.in_minute(found.paper, found.item)
        for part in quotables(passage)
        if REASONS.match(part.whole)
    ]
    return [*given, *scored]


def _admitted(evidence: Evidence, scored: Sequence[Scored]) -> list[Scored]:
    """Without what agendas list, unless that is asked for."""
    if ON_AN_AGENDA.search(evidence.question.standalone):
        return list(scored)
    return [each for each in scored if each.quotable.passage.paper.kind is not PaperKind.AGENDA]


def _undecided(evidence: Evidence, point: Point) -> Decision | None:
    """The recommendation or proposal that is the best answer to a yes/no question.

    "Do care leavers swim free?" is not answered by a recommendation that they should.
    """
    if point.force not in ADVISED or not YES_NO.match(evidence.asked):
        return None
    span = point.quotables[-1].passage.span
    return next(
        (
            decision
            for decision in evidence.holdings.decisions
            if decision.span.source == span.source
            and decision.span.start < span.end
            and span.start < decision.span.end
        ),
        None,
    )


def _best_besides(evidence: Evidence, slot: Slot, points: Sequence[Point]) -> Point | None:
    """The best quotation that is not in ``points``, if it is about the question at all."""
    for each in evidence.scored():
        if each.own < UNRELATED:
            return None
        point = Point(each.quotable.passage.force, (each.quotable,))
        if fits(slot, each.quotable, evidence.holdings.acronyms) and not _is_said(point, points):
            return _point(each.quotable)
    return None


def _compared(evidence: Evidence) -> list[Point]:
    """The best quotation for each council, or each period, that the question names."""
    scope, filters = evidence.scope, evidence.question.filters
    if len(scope.councils) > 1:
        sides = [replace(filters, council=council) for council in scope.councils]
    else:
        sides = [replace(filters, since=p.since, until=p.until) for p in scope.periods]
    points: list[Point] = []
    for side in sides:
        found = evidence.about(replace(evidence.question, filters=side))
        taken = [
            match.decision
            for match in matches_of(found, register_of(found))
            if match.fits and match.decision.force in TAKEN
        ]
        if taken:
            points.append(point_of(found, taken[0], shortened=True))
            continue
        scored = found.scored()
        if scored and max(scored[0].own, found.hits[0].score) >= UNRELATED:
            points.append(_point(scored[0].quotable))
    return points if len(points) == len(sides) else []


def _points(scored: Sequence[Scored]) -> list[Point]:
    """The best quotation, and others about as good."""
    best = scored[0]
    points: list[Point] = []
    words = 0
    for each in scored:
        if each.score < best.score - CLOSE or len(points) == MOST_POINTS:
            break
        point = _point(each.quotable)
        length = sum(len(part.text.split()) for part in point.quotables)
        passage = each.quotable.passage
        again = passage.force is not Force.PROPOSED and any(
            passage.id == p.quotables[-1].passage.id for p in points
        )
        if again or _is_said(point, points) or (points and words + length > MOST_WORDS):
            continue
        points.append(point)
        words += length
    return points


def _point(part: Quotable) -> Point:
    wide = widened(part)
    leads = tuple(lead for lead in part.leads if not wide.start <= lead.start < wide.end)
    return Point(part.passage.force, (*leads, wide), with_title=len(wide.text.split()) < FEW)


def _with(points: Sequence[Point], more: Point) -> list[Point]:
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
    return [*points, *([] if _is_said(more, points) else [more])]


def _is_said(point: Point, points: Sequence[Point]) -> bool:
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


def _nothing(evidence: Evidence, scored: Sequence[Scored]) -> Refusal:
    return nothing_found(evidence, [each.quotable for each in scored])
