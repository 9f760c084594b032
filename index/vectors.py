"""Search by meaning: exact inner products over the vectors of passages, with FAISS."""

from collections.abc import Sequence

import faiss
import numpy as np

from corpus.filters import Filters
from corpus.papers import Passage
from index.admitting import Admitting
from index.hits import Embedder, Hit


class VectorSearcher:
    """Finds the passages whose vectors lie nearest to the query's; scores are cosines.

    Exact, and quick enough to about 100,000 passages (5 ms).
    """

    def __init__(
        self, passages: Sequence[Passage], vectors: faiss.Index, embedder: Embedder
    ) -> None:
        """Row i of ``vectors`` belongs to ``passages[i]`` (ValueError if they do not fit)."""
        if (vectors.ntotal, vectors.d) != (len(passages), embedder.dimension):
            raise ValueError(
                f"{vectors.ntotal} vectors of {vectors.d} for {len(passages)} passages "
                f"and a model of {embedder.dimension}"
            )
        self._passages = list(passages)
        self._admitting = Admitting(self._passages)
        self._vectors = vectors
        self._embedder = embedder

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        """At most ``k`` passages, nearest first, ties by id. Every passage is a candidate."""
        if k <= 0 or not self._passages or not query.strip():
            return []
        question = self._embedder.embed_questions([query])
        scores, rows = self._vectors.search(
            question, min(k, len(self._passages)), params=self._admitted(filters)
        )
        hits = [
            Hit(self._passages[row], float(score))
            for score, row in zip(scores[0], rows[0], strict=True)
            if row >= 0  # FAISS fills up with -1 where fewer than k are admitted.
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def _admitted(self, filters: Filters) -> faiss.SearchParameters | None:
        """A selector, so that FAISS looks for the best k among what is admitted."""
        admitted = self._admitting.rows(filters)
        if admitted is None:
            return None
        selector = faiss.IDSelectorBatch(np.flatnonzero(admitted))
        return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
