"""Questions of fact, answered by the sentences and rows that say so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.comparing import compared
from assistant.answers.lacking import (
    has_financial_year,
    is_thing_unheard_of,
    names_lacking,
    with_titles,
    year_missing,
)
from assistant.answers.minuted import decided_beside
from assistant.answers.named import lacking_in, of_the_named
from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.quoted import CLOSE, is_said, joined, points_of, quoted
from assistant.answers.refusing import not_decided, not_given, nothing_about, nothing_found, telling
from assistant.answers.resolving import answer_decision
from assistant.answers.to_come import unless_to_come
from assistant.evidence.decided_words import FORMAL
from assistant.evidence.fitting import fits
from assistant.evidence.gathering import UNRELATED, Evidence, Scored
from assistant.evidence.matching import COVERED
from assistant.evidence.quoting import Quotable, quotables
from assistant.understanding.following import leans
from assistant.understanding.questions import YES_NO
from assistant.understanding.scope import told_apart
from assistant.understanding.slots import Slot, Wanted, slots_of
from corpus.papers import ADVISED, DECIDED, Decision, PaperKind
from index.hits import Hit

UNCOVERED = 0.5
"""Where all scores are below UNRELATED, a passage with less of the subject does not answer."""
SURE = 4.0
"""A figure, a date, a person are given only where some such words score this by themselves ..."""
SURE_FIRST = 0.0
"""... or this, where they stand in the best words of all."""
A_SUM = 2.5
"""So much less will do for a sum of money: papers are full of figures, not of sums."""
REASONS = re.compile(r"\W*(?:the )?reasons?(?: for [\w ]{3,40})?\s*[:.–—-]", re.I)
"""Opens the reasons that a minute records for what was decided."""
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
    if others and not all(leans(slot.asked) for slot in others):
        evidence = evidence.about(replace(evidence.question, standalone=first.asked))
    if len(told_apart(evidence.scope.councils)) > 1 or len(evidence.scope.periods) > 1:
        sides = compared(evidence)
        if sides:
            return Answering(tuple(sides))
    found = unless_to_come(evidence, _filled(evidence, first))
    if isinstance(found, Refusal):
        return found
    advised = _undecided(evidence, found.points[0])
    if advised:
        decided = answer_decision(evidence)
        return decided if isinstance(decided, Answering) else not_decided(evidence, [advised])
    points, notes = [*found.points, *decided_beside(evidence, found.points[0])], []
    for slot in others:
        more = _best_besides(
            evidence.about(replace(evidence.question, standalone=slot.asked)), slot, points
        )
        if more:
            points = joined(points, more)
        elif not any(fits(slot, part, {}) for point in points for part in point.quotables):
            notes.append(f"The papers found do not {telling(slot.wanted)}, which was asked, too.")
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
        return nothing_about(lacking, [each.quotable for each in scored])
    fitting = [each for each in scored if fits(slot, each.quotable, acronyms)]
    named = of_the_named(evidence, slot, fitting)
    if fitting and not named:
        missing = lacking_in(evidence, slot, fitting[0].quotable.passage)
        return nothing_about(missing, [each.quotable for each in scored])
    fitting = named
    if not fitting or fitting[0].score < scored[0].score - WRONG_TYPE:
        return not_given(slot.wanted, [each.quotable for each in scored])
    best = fitting[0]
    least = SURE_FIRST if best is scored[0] else SURE
    least -= A_SUM if slot.wanted is Wanted.AMOUNT else 0.0
    if slot.wanted is not Wanted.ANYTHING and max(each.own for each in fitting) < least:
        return not_given(slot.wanted, [each.quotable for each in scored])
    covered = evidence.coverage(with_titles(best.quotable.passage))
    unrelated = max(best.own, evidence.hits[0].score) < UNRELATED
    elsewhere = bool(evidence.subject) and covered < HARDLY_COVERED
    if hits is None and unrelated and (elsewhere or covered < UNCOVERED):
        return _nothing(evidence, scored)
    of_year = [each for each in fitting if not year_missing(evidence, each.quotable.passage)]
    year = year_missing(evidence, best.quotable.passage)
    told = of_year and has_financial_year(evidence, of_year[0].quotable.whole)
    if year and not (told and of_year[0].own >= SURE):
        return nothing_about(year, [each.quotable for each in scored])
    return Answering(tuple(points_of(evidence, of_year)))


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
    """Without what only confirms minutes or agendas list, unless that is asked for."""
    scored = [each for each in scored if not _is_formal(evidence, each.quotable)]
    if ON_AN_AGENDA.search(evidence.question.standalone):
        return scored
    return [each for each in scored if each.quotable.passage.paper.kind is not PaperKind.AGENDA]


def _is_formal(evidence: Evidence, part: Quotable) -> bool:
    is_decided = part.passage.force in DECIDED and FORMAL.search(part.text)
    return bool(is_decided) and evidence.coverage(part.text) < COVERED


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
    for each in _admitted(evidence, evidence.scored()):
        if each.own < UNRELATED:
            return None
        point = Point(each.quotable.passage.force, (each.quotable,))
        if fits(slot, each.quotable, evidence.holdings.acronyms) and not is_said(point, points):
            return quoted(each.quotable)
    return None


def _nothing(evidence: Evidence, scored: Sequence[Scored]) -> Refusal:
    return nothing_found(evidence, [each.quotable for each in scored])
