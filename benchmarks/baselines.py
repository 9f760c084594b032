"""Four baselines over windows of 150 words: keywords, embeddings, both, and both reranked.

They are what a weekend's search would be, the last of them with the program's own models: no
papers, no headings, no register, no refusing. Their answer is their first window, with its
lines or page as the citation; they tell no force.
"""

import re
import time
from collections.abc import Callable, Sequence

import numpy as np
from rank_bm25 import BM25Okapi

from assistant.evaluation.gold import GoldQuestion
from assistant.evaluation.grading import Given, Verdict, grade
from assistant.opening import load_embedder, load_reranker
from assistant.settings import Settings
from benchmarks.windows import Window
from index.fusion import reciprocal_rank_fusion
from index.hits import Embedder, Reranker
from index.hybrid import CANDIDATES, RERANKED

Scorer = Callable[[str], Sequence[float]]
"""Scores every window for a question, in their order; higher is better."""


def baselines(cut: Sequence[Window], settings: Settings, notices: list[str]) -> dict[str, Scorer]:
    """The baselines by name; for a model that cannot be loaded a notice is added."""
    keywords = keyword_scorer(cut)
    scorers = {"BM25": keywords}
    embedder = load_embedder(settings, notices)
    if embedder is None:
        return scorers
    meaning = embedding_scorer(cut, embedder)
    hybrid = fused_scorer([keywords, meaning])
    scorers |= {"embeddings": meaning, "hybrid": hybrid}
    reranker = load_reranker(settings, notices)
    if reranker:
        scorers["hybrid, reranked"] = reranking_scorer(cut, hybrid, reranker)
    return scorers


def keyword_scorer(cut: Sequence[Window]) -> Scorer:
    """BM25 over lower-cased words, as it comes."""
    ranking = BM25Okapi([_words(window.text) for window in cut])
    return lambda question: [float(score) for score in ranking.get_scores(_words(question))]


def embedding_scorer(cut: Sequence[Window], embedder: Embedder) -> Scorer:
    """Cosine of the angle between the vectors of question and window."""
    vectors = embedder.embed_passages([window.text for window in cut])

    def scores(question: str) -> list[float]:
        near = vectors @ embedder.embed_questions([question])[0]
        return [float(score) for score in np.asarray(near)]

    return scores


def fused_scorer(scorers: Sequence[Scorer]) -> Scorer:
    """Reciprocal rank fusion of the best of each, as many as the program takes; 0 for others."""

    def scores(question: str) -> list[float]:
        scored = [scorer(question) for scorer in scorers]
        rankings = [[f"{number:09}" for number in best(each, CANDIDATES)] for each in scored]
        fused = dict(reciprocal_rank_fusion(rankings))
        return [fused.get(f"{number:09}", 0.0) for number in range(len(scored[0]))]

    return scores


def reranking_scorer(cut: Sequence[Window], first: Scorer, reranker: Reranker) -> Scorer:
    """What the reranker says of the best of ``first``, as many as the program has it read."""

    def scores(question: str) -> list[float]:
        read = best(first(question), RERANKED)
        told = reranker.score(question, [cut[number].text for number in read])
        reranked = dict(zip(read, told, strict=True))
        return [reranked.get(number, float("-inf")) for number in range(len(cut))]

    return scores


def best(scores: Sequence[float], k: int) -> list[int]:
    """The numbers of the best ``k`` windows, best first, ties by number."""
    return sorted(range(len(scores)), key=lambda number: (-scores[number], number))[:k]


def answer(question: GoldQuestion, cut: Sequence[Window], scores: Scorer, k: int = 10) -> Verdict:
    """The verdict on the first window; a follow-up is made whole for the baseline."""
    started = time.perf_counter()
    found = best(scores(question.standalone), k)
    seconds = time.perf_counter() - started
    spans = tuple(cut[number].span for number in found)
    return grade(question, Given(True, cut[found[0]].text, spans[:1], spans, seconds))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
