"""Several rankings become one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

K = 60
"""The constant of Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms
Condorcet and individual Rank Learning Methods", SIGIR 2009."""


def reciprocal_rank_fusion(
    rankings: Iterable[Sequence[str]], k: int = K
) -> list[tuple[str, float]]:
    """Ids with the sum of 1 / (k + rank) over the rankings, best first, ties by id.

    Ranks count from 1; an id that a ranking lacks gets nothing from it.
    """
    scores: defaultdict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, name in enumerate(ranking, start=1):
            scores[name] += 1 / (k + rank)
    return sorted(scores.items(), key=lambda scored: (-scored[1], scored[0]))
