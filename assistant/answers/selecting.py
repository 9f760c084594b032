"""Questions of fact, answered by the sentences and rows that say so."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.cells import cells_first
from assistant.answers.comparing import compared, rows_compared
from assistant.answers.dated import of_asked_years, year_asked
from assistant.answers.lacking import is_thing_unheard_of, names_lacking, with_titles
from assistant.answers.listed import told_together, told_whole
from assistant.answers.minuted import decided_beside, replied_below
from assistant.answers.named import lacking_in_all, of_the_named
from assistant.answers.named_anew import named_anew, naming
from assistant.answers.newest import newest_first
from assistant.answers.outcomes import only_proposed, with_outcome
from assistant.answers.parts import with_other_parts
from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.quoted import CLOSE, is_said, points_of
from assistant.answers.refusing import (
    no_outcome,
    not_decided,
    not_given,
    nothing_about,
    nothing_found,
)
from assistant.answers.resolving import answer_decision
from assistant.answers.to_come import unless_to_come
from assistant.evidence.admitting import admitted
from assistant.evidence.fitting import fits
from assistant.evidence.gathering import UNRELATED, Evidence, Scored
from assistant.evidence.quoting import LEANS, quotables
from assistant.understanding.following import leans
from assistant.understanding.questions import YES_NO
from assistant.understanding.slots import Slot, slots_of, with_own_labels
from assistant.understanding.wanting import Wanted
from corpus.papers import ADVISED, Decision
from index.hits import Hit

UNCOVERED = 0.5
"""Where all scores are below UNRELATED, a passage with less of the subject does not answer."""
SURE = 4.0
"""A figure, a date, a person are given only where some such words score this by themselves ..."""
SURE_FIRST = 0.0
"""... or this, beside the best words of all, or where as many are named as are asked for ..."""
ALONE = 6.0
"""... or where they are the best of all and nothing else comes within this of them."""
A_SUM = 2.5
"""So much less will do for a sum of money: papers are full of figures, not of sums."""
REASONS = re.compile(r"\W*(?:the )?reasons?(?: for [\w ]{3,40})?\s*[:.–—-]", re.I)
"""Opens the reasons that a minute records for what was decided."""
UNPROVED = frozenset(Wanted) - {Wanted.ANYTHING, Wanted.MEANING}
"""Sorts of words that may stand there for something else; an acronym spelt out does not."""
HARDLY_COVERED = 0.2
"""A passage with less than this share of the subject's words is about something else."""
WRONG_TYPE = 2.5
"""A figure or date is looked for in sentences that score within this of the best."""


def answer_fact(evidence: Evidence, preferred: Sequence[Hit] = ()) -> Answering | Refusal:
    """The quotations that fill each slot of the question, or that nothing fills the first.

    They are taken from ``preferred`` if there are such hits.
    """
    first, *others = slots_of(evidence.question.standalone)
    first = with_own_labels(first, evidence.asked)
    if preferred:
        return _filled(evidence, first, preferred)
    if others and not all(leans(slot.asked) for slot in others):
        evidence = evidence.about(replace(evidence.question, standalone=first.asked))
    sides = rows_compared(evidence, first) or compared(evidence)
    if sides:
        return Answering(tuple(sides))
    found = unless_to_come(evidence, _filled(evidence, first))
    if isinstance(found, Refusal):
        return found
    advised = _undecided(evidence, found.points[0])
    if advised:
        decided = answer_decision(evidence)
        return decided if isinstance(decided, Answering) else not_decided(evidence, [advised])
    points = with_outcome(evidence, found.points)
    if only_proposed(evidence, points):
        return no_outcome(evidence, points[0])
    beside = (
        *replied_below(evidence, found.points[0]),
        *decided_beside(evidence, found.points[0]),
    )
    points = [points[0], *(each for each in beside if not is_said(each, points)), *points[1:]]
    return with_other_parts(evidence, others, Answering(tuple(points)))


def _filled(
    evidence: Evidence, slot: Slot, hits: Sequence[Hit] | None = None
) -> Answering | Refusal:
    scored = admitted(evidence, evidence.scored(hits))
    if not scored or is_thing_unheard_of(evidence):
        return _nothing(evidence, scored)
    scored = _with_what_leans(scored)
    if slot.wanted is Wanted.REASON:
        scored = _reasons_first(evidence, scored)
    if hits is None:
        scored = cells_first(evidence, slot, scored)
    parts = [each.quotable for each in scored]
    acronyms = evidence.holdings.acronyms
    named = naming(evidence, scored)
    fitting = [each for each in named if fits(slot, each.quotable, acronyms)]
    of_others = (
        names_lacking(evidence, slot, scored)
        or ("" if named else named_anew(evidence))
        or lacking_in_all(evidence, slot, fitting)
    )
    if of_others:
        return nothing_about(of_others, parts)
    fitting = of_the_named(evidence, slot, fitting)
    if not _is_given(slot, fitting, scored[0]):
        return not_given(slot.wanted, parts)
    if hits is None and _is_off_the_subject(evidence, fitting[0]):
        return _nothing(evidence, scored)
    of_years = newest_first(evidence, of_asked_years(evidence, slot, fitting))
    if not of_years:
        return nothing_about(year_asked(evidence), parts)
    whole = told_whole(evidence, of_years)
    points = (whole,) if whole else told_together(evidence, of_years[0])
    return Answering(points or tuple(points_of(evidence, of_years)))


def _is_given(slot: Slot, fitting: Sequence[Scored], first: Scored) -> bool:
    """Whether what fits the slot, best first, is likely enough beside what was found first."""
    if not fitting:
        return False
    best = fitting[0]
    if best.score < first.score - WRONG_TYPE and slot.wanted is not Wanted.MEANING:
        return False
    if slot.wanted not in UNPROVED or (best is first and _is_alone(fitting)):
        return True
    is_beside_first = best.quotable.passage.id == first.quotable.passage.id
    least = SURE_FIRST if is_beside_first or slot.persons > 1 else SURE
    least -= A_SUM if slot.wanted is Wanted.AMOUNT else 0.0
    return max(each.own for each in fitting) >= least


def _is_alone(fitting: Sequence[Scored]) -> bool:
    """Whether no other passage has anything that answers nearly as well as the best."""
    best, *others = fitting
    others = [each for each in others if each.quotable.passage.id != best.quotable.passage.id]
    next_best = max((each.score for each in others), default=-math.inf)
    return best.own >= UNRELATED and best.score - next_best >= ALONE


def _with_what_leans(scored: Sequence[Scored]) -> list[Scored]:
    """``scored``; a sentence that leans on what was found first is as much about the question.

    "This option was not taken forward as ..." says nothing of which option by itself.
    """
    first = scored[0]
    rest = first.quotable.passage.text[first.quotable.end :]
    leaning = next(
        (
            each
            for each in scored
            if each.quotable.passage.id == first.quotable.passage.id
            and LEANS.match(each.quotable.text)
            and rest.lstrip().startswith(each.quotable.text)
        ),
        None,
    )
    if leaning is None:
        return list(scored)
    raised = replace(leaning, score=first.score, own=max(first.own, leaning.own))
    return [first, raised, *(each for each in scored[1:] if each is not leaning)]


def _is_off_the_subject(evidence: Evidence, best: Scored) -> bool:
    covered = evidence.coverage(with_titles(best.quotable.passage))
    unrelated = max(best.own, evidence.hits[0].score) < UNRELATED
    elsewhere = bool(evidence.subject) and covered < HARDLY_COVERED
    return unrelated and (elsewhere or covered < UNCOVERED)


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


def _nothing(evidence: Evidence, scored: Sequence[Scored]) -> Refusal:
    return nothing_found(evidence, [each.quotable for each in scored])
