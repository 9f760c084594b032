"""Where the passages of a library stand, and who appears where: looked up, not searched for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from corpus.documents import Span
from corpus.papers import Appearance, Item, Paper, Passage

Key = TypeVar("Key")
Value = TypeVar("Value")


class Whereabouts:
    """Passages by file, by paper and by minute; appearances by paper and by name."""

    def __init__(self, passages: Sequence[Passage], appearances: Sequence[Appearance]) -> None:
        self._of_file = {
            source: _Standing(of_file)
            for source, of_file in _grouped((p.span.source, p) for p in passages).items()
        }
        self._of_paper = _grouped((p.paper.id, p) for p in passages)
        self._of_minute = _grouped(((p.paper.id, p.item), p) for p in passages)
        self._in_paper = _grouped((a.paper.id, a) for a in appearances)
        self._called = _grouped(
            (word, a) for a in appearances for word in set(a.person.name.casefold().split())
        )
        self.surnames = frozenset(
            word.casefold() for a in appearances for word in a.person.name.split()[-2:]
        )

    def at(self, span: Span) -> Passage | None:
        """The passage in which the words at ``span`` stand, or the first that they touch."""
        standing = self._of_file.get(span.source)
        return standing.at(span) if standing else None

    def in_paper(self, paper: Paper) -> Sequence[Passage]:
        """The passages of ``paper``, in order."""
        return self._of_paper.get(paper.id, ())

    def in_minute(self, paper: Paper, item: Item | None) -> Sequence[Passage]:
        """The passages of one minute or item, in order."""
        return self._of_minute.get((paper.id, item), ())

    def people_in(self, paper: Paper) -> Sequence[Appearance]:
        """Who appears in ``paper``, in order."""
        return self._in_paper.get(paper.id, ())

    def called(self, name: str) -> Sequence[Appearance]:
        """Where somebody appears who has ``name``, in small letters, as one of theirs."""
        return self._called.get(name, ())


class _Standing:
    """The passages of one file with the places where they begin and end."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._starts: npt.NDArray[np.int64] = np.array([p.span.start for p in passages])
        self._ends: npt.NDArray[np.int64] = np.array([p.span.end for p in passages])

    def at(self, span: Span) -> Passage | None:
        touched = np.flatnonzero((self._starts < span.end) & (span.start < self._ends))
        inside = [self._passages[row] for row in touched.tolist()]
        first = inside[0] if inside else None
        return next((p for p in inside if p.span.start <= span.start), first)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, list[Value]]:
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
