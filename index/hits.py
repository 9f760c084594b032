"""What a search gives, and the seams of searching."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.filters import Filters
from corpus.papers import Passage

Vectors = npt.NDArray[np.float32]
"""Unit rows of shape ``(n, dimension)``."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with a score that is comparable only within one search.

    ``also_in`` are passages elsewhere that hold the same words.
    """

    passage: Passage
    score: float
    also_in: tuple[Passage, ...] = ()


class Searcher(Protocol):
    """Finds passages."""

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        """At most ``k`` hits, best first, all admitted by ``filters``."""
        ...


class Embedder(Protocol):
    """Turns text into vectors."""

    @property
    def name(self) -> str:
        """What built a vector; an index of another name is refused."""
        ...

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        ...

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, float32 ``(n, dimension)``, unit rows."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages, float32 ``(n, dimension)``, unit rows."""
        ...


class Reranker(Protocol):
    """Orders hits anew by reading question and text together."""

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the query; higher is better, unbounded."""
        ...
