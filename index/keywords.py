"""Search by words: BM25 over passages in their context."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Plus

from corpus.filters import Filters
from corpus.papers import Passage
from corpus.text.words import words_of
from index.admitting import Admitting
from index.context import in_context
from index.hits import Hit

K1, B = 0.9, 0.4
"""Best, by a little, on public sets of minutes (one council's, QMSum committee train)."""

Rows = npt.NDArray[np.intp]


class KeywordSearcher:
    """Finds passages that share a word with the query. Built in memory.

    Comfortable to some 10^5 passages: a search reads the lists of its own words alone.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = list(passages)
        self._admitting = Admitting(self._passages)
        # Not BM25Okapi: it scores a match 0 among two passages and below 0 alone. Without
        # its delta, which every passage gets, BM25Plus is BM25 with an idf above 0.
        self._bm25 = _ByWord(self._passages) if self._passages else None

    @property
    def holders(self) -> Mapping[str, int]:
        """How many passages hold each word, as ``words_of`` gives it, in their context."""
        return self._bm25.holders if self._bm25 else {}

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        """At most ``k`` passages that hold a word of ``query``, best first, ties by id."""
        if self._bm25 is None or k <= 0:
            return []
        rows, scores = self._bm25.scores(words_of(query))
        admitted = self._admitting.rows(filters)
        if admitted is not None:
            kept = admitted[rows]
            rows, scores = rows[kept], scores[kept]
        if len(rows) > k:
            least = np.partition(scores, -k)[-k]
            kept = scores >= least  # and with it all that tie for the last place
            rows, scores = rows[kept], scores[kept]
        hits = [
            Hit(self._passages[row], score)
            for row, score in zip(rows.tolist(), scores.tolist(), strict=True)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:k]


class _ByWord(BM25Plus):  # type: ignore[misc]
    """BM25Plus over lists by word, where its own are by passage: scores are the same.

    Its own way looks at every passage for every word of a query.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._found: dict[str, tuple[array[int], array[int]]] = {}
        texts = (words_of(in_context(passage)) for passage in passages)
        super().__init__(texts, k1=K1, b=B, delta=0)
        average = self.avgdl or 1  # 0 where no passage has a word
        self._length_part = self.k1 * (1 - self.b + self.b * np.array(self.doc_len) / average)

    def _initialize(self, corpus: Iterable[list[str]]) -> dict[str, int]:
        """Called by BM25Plus, which then weighs each word by how many passages hold it."""
        for row, words in enumerate(corpus):
            self.doc_len.append(len(words))
            for word, count in Counter(words).items():
                if word not in self._found:
                    self._found[word] = (array("i"), array("i"))
                rows, counts = self._found[word]
                rows.append(row)
                counts.append(count)
        self.corpus_size = len(self.doc_len)
        self.avgdl = sum(self.doc_len) / self.corpus_size
        self.holders = {word: len(rows) for word, (rows, _) in self._found.items()}
        return self.holders

    def scores(self, query: Sequence[str]) -> tuple[Rows, npt.NDArray[np.float64]]:
        """The rows of the passages that hold a word of ``query``, in order, with scores."""
        total = np.zeros(self.corpus_size)
        held = np.zeros(self.corpus_size, dtype=bool)
        for word in query:
            if word in self._found:
                rows, counts = map(np.asarray, self._found[word])
                held[rows] = True
                total[rows] += self.idf[word] * (
                    (counts * (self.k1 + 1)) / (self._length_part[rows] + counts)
                )
        rows = np.flatnonzero(held)
        return rows, total[rows]
