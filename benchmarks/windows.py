"""Two baselines: plain keywords and plain embeddings over windows of 150 words.

They are what a weekend's search would be: no papers, no headings, no reranking, no
refusing. Their answer is their first window, with its lines or page as the citation.
"""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rank_bm25 import BM25Okapi

from assistant.evaluation.gold import GoldQuestion
from assistant.evaluation.grading import Given, Verdict, grade
from corpus.documents import Document, Span
from index.hits import Embedder

WORDS = 150
"""Words of a window: what a reader gets within the length that an answer may have."""

Scorer = Callable[[str], Sequence[float]]
"""Scores every window for a question, in their order; higher is better."""


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words of one document, taken without regard to what they say."""

    text: str
    span: Span


def windows(documents: Iterable[Document], words: int = WORDS) -> list[Window]:
    """Every document cut into windows of ``words`` words; the last of each may be shorter."""
    cut = []
    for document in documents:
        found = list(re.finditer(r"\S+", document.text))
        for first in range(0, len(found), words):
            within = found[first : first + words]
            start, end = within[0].start(), within[-1].end()
            cut.append(Window(document.text[start:end], document.span(start, end)))
    return cut


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


def answer(question: GoldQuestion, cut: Sequence[Window], scores: Scorer, k: int = 10) -> Verdict:
    """The verdict on the first window; a follow-up is made whole for the baseline."""
    started = time.perf_counter()
    scored = scores(question.standalone)
    best = sorted(range(len(cut)), key=lambda number: (-scored[number], number))[:k]
    seconds = time.perf_counter() - started
    spans = tuple(cut[number].span for number in best)
    return grade(question, Given(True, cut[best[0]].text, spans[:1], spans, seconds))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
