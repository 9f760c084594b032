"""One search over words and meaning, with what reads best on top."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from math import log

from corpus.boilerplate import asks_for
from corpus.filters import Filters
from corpus.papers import Force, Passage
from corpus.text.words import same_words
from index.context import in_context
from index.fusion import reciprocal_rank_fusion
from index.hits import Hit, Reranker, Searcher

CANDIDATES = 50
"""Hits taken from each search before they are fused."""

RERANKED = 24
"""Hits that the reranker reads: about 0.6 seconds of one core."""

RANK_WEIGHT = 1.0
"""What the logarithm of a hit's fused rank takes from the reranker's score: a hit that both
searches put first needs less of the reranker. nDCG@10 without and with it: .491 and .499 on
QMSum committee val, .673 and .699 on a third of one council's; 0.5 to 1.5 do as well.
"""

LONG = 150
"""Words alike for this many characters are a copy; shorter ones may be a formula."""


class HybridSearcher:
    """Fuses two searches by rank, then reranks the best; each but keywords may be None.

    Passages that say the same are one hit; boilerplate comes last unless it is asked for.
    With a reranker, hits that it read are scored by it and by their fused rank, and the
    others follow below the last of them; without one, scores are fused reciprocal ranks.
    """

    def __init__(
        self, vectors: Searcher | None, keywords: Searcher, reranker: Reranker | None
    ) -> None:
        self._searchers = [searcher for searcher in (vectors, keywords) if searcher]
        self._reranker = reranker

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        """At most ``k`` hits, best first, ties by id of passage."""
        if k <= 0:
            return []
        depth = max(CANDIDATES, 2 * k)
        rankings = [searcher.search(query, depth, filters) for searcher in self._searchers]
        hits = _copies_joined(_fused(rankings))
        if self._reranker:
            hits = _reranked(query, hits, self._reranker)
        return _boilerplate_last(query, hits)[:k]


def _fused(rankings: Sequence[Sequence[Hit]]) -> list[Hit]:
    passages = {hit.passage.id: hit.passage for hits in rankings for hit in hits}
    ids = [[hit.passage.id for hit in hits] for hits in rankings]
    return [Hit(passages[name], score) for name, score in reciprocal_rank_fusion(ids)]


def _copies_joined(hits: Iterable[Hit]) -> list[Hit]:
    """``hits`` without later copies of earlier ones, which are named in ``also_in``."""
    copies: dict[Hashable, list[Hit]] = defaultdict(list)
    for hit in hits:
        copies[_what_it_says(hit.passage)].append(hit)
    return [
        Hit(first.passage, first.score, tuple(copy.passage for copy in others))
        for first, *others in copies.values()
    ]


def _what_it_says(passage: Passage) -> Hashable:
    """The same for copies, and for nothing else.

    Decisions and short texts may be alike word for word and yet be about other business,
    so copies of them must also stand in the same item of one meeting.
    """
    words = same_words(passage.text)
    if passage.force is Force.DISCUSSED and len(words) >= LONG:
        return words
    title = same_words(passage.item.title) if passage.item else None
    return words, passage.paper.meeting, title


def _boilerplate_last(query: str, hits: Sequence[Hit]) -> list[Hit]:
    """``hits`` with what is of no business below all others, unless it is asked for."""
    floor = min((hit.score for hit in hits), default=0.0)
    lowered = [
        Hit(hit.passage, floor - 1 - position, hit.also_in) if _unwanted(query, hit) else hit
        for position, hit in enumerate(hits)
    ]
    return sorted(lowered, key=lambda hit: -hit.score)


def _unwanted(query: str, hit: Hit) -> bool:
    return hit.passage.is_boilerplate and not asks_for(query, hit.passage.text)


def _reranked(query: str, hits: Sequence[Hit], reranker: Reranker) -> list[Hit]:
    read, unread = hits[:RERANKED], hits[RERANKED:]
    scores = reranker.score(query, [in_context(hit.passage) for hit in read])
    best = [
        Hit(hit.passage, score - RANK_WEIGHT * log(rank), hit.also_in)
        for rank, (hit, score) in enumerate(zip(read, scores, strict=True), start=1)
    ]
    best.sort(key=lambda hit: (-hit.score, hit.passage.id))
    floor = best[-1].score - 1 if best else 0.0
    return best + [Hit(hit.passage, floor + hit.score, hit.also_in) for hit in unread]
