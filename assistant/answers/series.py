"""A row of a table that gives a figure for one year after another."""

import re
from collections.abc import Sequence

from assistant.answers.points import Point
from assistant.answers.quoted import quoted
from assistant.evidence.gathering import Evidence, Scored
from assistant.evidence.quoting import Quotable
from assistant.evidence.sorts import figures_in

YEAR = re.compile(r"(?<![\d,.£])(?:19|20)\d\d(?!\d|,\d)")
LATER_YEARS = 3
"""So many years in a header make a series, where the question names none."""
CLOSE = 10.0
"""A row is on the subject if it scores within this of the best words: rows score low."""
COVERED = 0.6
"""The share of the subject that the row and its headings have."""


def row_over_years(evidence: Evidence, scored: Sequence[Scored], asked: str) -> Point | None:
    """The best row whose header names the years between those of ``asked``, or None."""
    years = sorted(set(YEAR.findall(asked)))
    for each in scored:
        part = each.quotable
        if each.score < scored[0].score - CLOSE:
            return None
        text = f"{' '.join(part.passage.headings)} {part.whole}"
        if part.passage.is_table and evidence.coverage(text) >= COVERED and _spans(part, years):
            return quoted(part, alone=True)
    return None


def _spans(row: Quotable, years: Sequence[str]) -> bool:
    """Whether the header names several years, between the first and the last of ``years``."""
    named = {year for lead in row.leads for year in YEAR.findall(lead.text)}
    if len(figures_in(row.text)) < 2:
        return False
    if len(years) < 2:
        return len(named) >= LATER_YEARS
    return len({year for year in named if years[0] <= year <= years[-1]}) >= 2
