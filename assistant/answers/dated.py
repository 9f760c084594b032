"""What was found, as far as it is of the years that a question asks about."""

from collections.abc import Sequence

from assistant.answers.cells import WANTS_A_CELL
from assistant.evidence.fitting import fits
from assistant.evidence.gathering import QUOTED_FROM, Evidence, Scored
from assistant.evidence.years import AskedYears, asked_years, is_of_years, tells_years
from assistant.understanding.slots import Slot, Wanted

OF_ANOTHER = 2.0
"""What words lose that give another year and none of those asked about."""
SURE = 0.0
"""What words score by themselves that answer though they were found further down."""


def of_asked_years(evidence: Evidence, slot: Slot, found: Sequence[Scored]) -> list[Scored]:
    """Those of ``found`` that are of a year of the question, or else of the other hits.

    All of ``found`` where it asks for no year. What was not found first must say as much of
    the subject as what was, and is not given where a figure is asked for: it would be taken
    for the one of that year. Words that give another year come later.
    """
    years = asked_years(evidence.question.standalone, evidence.scope)
    if not years:
        return list(found)
    best = found[0]
    of_years = [each for each in found if is_of_years(years, each.quotable.passage)]
    if not of_years:
        further = [hit for hit in evidence.hits[QUOTED_FROM:] if is_of_years(years, hit.passage)]
        fitting = evidence.scored(further[:QUOTED_FROM])
        of_years = [
            each
            for each in fitting
            if each.own >= SURE and fits(slot, each.quotable, evidence.holdings.acronyms)
        ]
    if best not in of_years and slot.wanted in WANTS_A_CELL:
        return []
    if best not in of_years:
        said = evidence.coverage(best.quotable.whole)
        of_years = [each for each in of_years if evidence.coverage(each.quotable.whole) >= said]
    if slot.wanted is Wanted.DATE or not years.are_whole:
        return of_years
    return sorted(of_years, key=lambda each: -_rank(years, each))


def year_asked(evidence: Evidence) -> str:
    """The first year of the question, as it is written there."""
    return asked_years(evidence.question.standalone, evidence.scope).words[0]


def _rank(years: AskedYears, each: Scored) -> float:
    words = each.quotable.whole
    is_of_another = tells_years(words) and not years.are_told_in(words)
    return each.score - OF_ANOTHER * is_of_another
