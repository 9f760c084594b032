"""Fakes that keep the real contracts, with results a reader can work out by hand, and
builders of papers and passages."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from corpus.documents import Span
from corpus.papers import (
    Force,
    Item,
    Meeting,
    Paper,
    PaperKind,
    PaperStatus,
    Passage,
    Run,
)
from corpus.text.words import words_of
from index.hits import Vectors

SUBJECTS = (
    {"school", "pupil", "teacher"},
    {"road", "bus", "transport"},
    {"budget", "money", "saving"},
)


class SubjectEmbedder:
    """An Embedder of vectors (schools, roads, money, other): how many of a text's words
    belong to each subject, then 1, all divided by the length. "A school bus" is
    (1, 1, 0, 1) / √3, so it lies between schools and roads.

    ``embedded`` are the passages it was given, in order.
    """

    name = "subjects 1"
    dimension = 4

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        return self._vectors(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        return self._vectors(texts)

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        words = [words_of(text) for text in texts]
        counts = [
            [*(sum(word in subject for word in each) for subject in _STEMS), 1] for each in words
        ]
        vectors = np.array(counts, dtype=np.float32).reshape(len(texts), self.dimension)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


_STEMS = [{stem for word in subject for stem in words_of(word)} for subject in SUBJECTS]


class SharedWordsReranker:
    """A Reranker that counts the different words a text shares with the query.

    ``read`` are the texts it was given, in order.
    """

    name = "shared words"

    def __init__(self) -> None:
        self.read: list[str] = []

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        self.read += texts
        return [float(len(set(words_of(query)) & set(words_of(text)))) for text in texts]


def a_meeting(
    council: str | None = "Testshire Council",
    body: str | None = "Cabinet",
    held_on: date | None = date(2012, 3, 19),
) -> Meeting:
    return Meeting(council, body, held_on)


def a_paper(
    meeting: Meeting | None = None,
    kind: PaperKind = PaperKind.MINUTES,
    title: str = "Minutes",
    source: str = "a.txt",
) -> Paper:
    """A paper whose id is its source and title."""
    return Paper(
        id=f"{source}/{title}",
        source=source,
        kind=kind,
        title=title,
        meeting=meeting or a_meeting(),
        status=PaperStatus.UNKNOWN,
        span=Span(source, 0, 10_000, 1, 100, None),
    )


def a_passage(
    text: str,
    name: str | None = None,
    paper: Paper | None = None,
    item: Item | None = None,
    force: Force = Force.DISCUSSED,
) -> Passage:
    """A passage at the beginning of its paper's file; its id is ``name``, or its text."""
    paper = paper or a_paper()
    return Passage(
        id=name or text,
        paper=paper,
        item=item,
        headings=(),
        text=text,
        force=force,
        span=Span(paper.source, 0, len(text), 1, 1, None),
        runs=(Run(0, 0),),
    )
