"""What was found, as far as it is of the years that a question asks about."""

import re
from collections.abc import Sequence

from assistant.answers.lacking import with_titles
from assistant.evidence.fitting import fits
from assistant.evidence.gathering import QUOTED_FROM, Evidence, Scored
from assistant.evidence.years import AskedYears, asked_years, is_of_years, tells_years
from assistant.understanding.slots import Slot
from assistant.understanding.wanting import FIGURES, Wanted
from corpus.papers import Passage
from index.context import in_context

HAPPENED = re.compile(r"\b(?:did|was|were|had)\b", re.I)
"""Asks what has been: a paper from before cannot know it."""
OF_ANOTHER = 2.0
"""What words lose that give another year and none of those asked about."""
SURE = 0.0
"""What words score by themselves that answer though they were found further down."""


def of_asked_years(evidence: Evidence, slot: Slot, found: Sequence[Scored]) -> list[Scored]:
    """Those of ``found`` that are of a year of the question; all where it asks for none.

    Where a figure is asked for, what was found first must be of the year, and no words that
    give only another: their figure would be taken for that of the year.
    """
    years = asked_years(evidence.question.standalone, evidence.scope)
    if not years:
        return list(found)
    of_years = [
        each
        for each in found
        if is_of_years(years, each.quotable.passage)
        and not _is_from_before(evidence, each.quotable.passage)
    ]
    if years.of_things:
        of_years = [each for each in of_years if not _gives_another(years, each)]
    if slot.wanted in FIGURES:
        fits_first = found[0] in of_years
        return [each for each in of_years if fits_first and not _gives_another(years, each)]
    if found[0] not in of_years:
        of_years = _saying_as_much(evidence, found[0], of_years or _further(evidence, slot, years))
    if slot.wanted is Wanted.DATE or not years.are_whole:
        return of_years
    return sorted(of_years, key=lambda each: -_rank(years, each))


def _further(evidence: Evidence, slot: Slot, years: AskedYears) -> list[Scored]:
    """What hits further down say that are of the years."""
    hits = [hit for hit in evidence.hits[QUOTED_FROM:] if is_of_years(years, hit.passage)]
    return [
        each
        for each in evidence.scored(hits[:QUOTED_FROM])
        if each.own >= SURE and fits(slot, each.quotable, evidence.holdings.acronyms)
    ]


def _saying_as_much(evidence: Evidence, best: Scored, others: Sequence[Scored]) -> list[Scored]:
    """Those of ``others`` with as much of the subject as what was found first."""
    said = evidence.coverage(best.quotable.whole)
    return [each for each in others if evidence.coverage(each.quotable.whole) >= said]


def year_asked(evidence: Evidence) -> str:
    """The first time of the question: the days that it names, or a year as it is written."""
    periods = evidence.scope.periods
    if periods and HAPPENED.search(evidence.asked):
        return periods[0].in_words()
    return asked_years(evidence.question.standalone, evidence.scope).words[0]


def _is_from_before(evidence: Evidence, passage: Passage) -> bool:
    """Whether the paper is of a time before what is asked about happened, and silent on it."""
    held_on, periods = passage.paper.meeting.held_on, evidence.scope.periods
    is_before = held_on is not None and all(held_on < period.since for period in periods)
    if not periods or not is_before or not HAPPENED.search(evidence.asked):
        return False
    text = f"{in_context(passage)} {with_titles(passage)}"
    return not any(period.is_told_in(text) for period in periods)


def _rank(years: AskedYears, each: Scored) -> float:
    return each.score - OF_ANOTHER * _gives_another(years, each)


def _gives_another(years: AskedYears, each: Scored) -> bool:
    """Whether the words give years, none of them asked about, and their meeting is of none.

    The budget for a year is mostly told of at meetings of another.
    """
    words, meeting = each.quotable.whole, each.quotable.passage.paper.meeting
    of_none = not meeting.held_on or meeting.held_on.year not in years.calendar or years.of_things
    return of_none and tells_years(words) and not years.are_told_in(words)
