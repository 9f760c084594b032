"""Search by words: BM25 over passages in their context."""

from collections import defaultdict
from collections.abc import Sequence

from rank_bm25 import BM25Plus

from corpus.filters import Filters
from corpus.papers import Passage
from corpus.text.words import words_of
from index.context import in_context
from index.hits import Hit

K1, B = 0.9, 0.4
"""Best, by a little, on public sets of minutes (one council's, QMSum committee train)."""


class KeywordSearcher:
    """Finds passages that share a word with the query. Built in memory.

    Comfortable up to about 30,000 passages; searches are linear in those that match.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = list(passages)
        texts = [words_of(in_context(passage)) for passage in self._passages]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for row, words in enumerate(texts):
            for word in set(words):
                self._holders[word].append(row)
        # Not BM25Okapi: it scores a match 0 among two passages and below 0 alone. Without
        # its delta, which every passage gets, BM25Plus is BM25 with an idf above 0.
        self._bm25 = BM25Plus(texts, k1=K1, b=B, delta=0) if self._holders else None

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        """At most ``k`` passages that hold a word of ``query``, best first, ties by id."""
        words = [word for word in words_of(query) if word in self._holders]
        rows = sorted({row for word in words for row in self._holders[word]})
        rows = [row for row in rows if filters.admit(self._passages[row].paper)]
        if self._bm25 is None or not rows:
            return []
        scores = self._bm25.get_batch_scores(words, rows)
        hits = [Hit(self._passages[row], score) for row, score in zip(rows, scores, strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[: max(k, 0)]
