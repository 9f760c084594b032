"""Which passages a search may look among."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from corpus.filters import NO_FILTERS, Filters
from corpus.papers import Paper, Passage


class Admitting:
    """Asks filters of each paper, not of each of its passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        numbers: dict[Paper, int] = {}
        of_row: list[int] = []
        for paper, passages_of_it in groupby(passages, key=attrgetter("paper")):
            number = numbers.setdefault(paper, len(numbers))
            of_row += [number for _ in passages_of_it]
        self._papers = list(numbers)
        self._paper_of_row = np.array(of_row, dtype=np.intp)

    def rows(self, filters: Filters) -> npt.NDArray[np.bool_] | None:
        """Whether each passage, in order, is admitted; None where all are."""
        if filters == NO_FILTERS:
            return None
        admitted = np.array([filters.admit(paper) for paper in self._papers], dtype=bool)
        return admitted[self._paper_of_row] if len(admitted) else admitted
