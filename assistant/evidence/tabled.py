"""The rows of all tables of a library, so that a question's words and coordinates find them.

A search by meaning reads a row of figures badly. A row is found here by what gives its figures
their meaning: its label, its header, its caption, and the text above its table.
"""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.evidence.quoting import Quotable, quotables
from assistant.evidence.relevance import Rarity
from corpus.acronyms import spelt_out
from corpus.papers import Passage
from corpus.tables.headers import FIGURE
from corpus.text.words import words_of
from index.context import in_context

ABOVE = 0.6
"""What a word counts that stands only above the table, in its text or its headings."""
LONGEST_ABOVE = 500
"""Characters of the text above a table that are taken to lead to it: the last ones."""
SHORTEST_STEM = 4
"""Letters. A stem that begins another is of the same word: "math" and "mathemat"."""
SHORT_MONTHS = frozenset({("mar", "march"), ("jun", "june"), ("jul", "juli")})
"""Short names of months, as headers have them, that are left as they are elsewhere."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that has figures; ``label`` says what it is of, its acronyms spelt out."""

    part: Quotable
    label: str

    @property
    def passage(self) -> Passage:
        """Where it stands."""
        return self.part.passage


class TabledRows:
    """Read once, because a library holds many rows and a question asks about few."""

    def __init__(self, passages: Sequence[Passage], acronyms: dict[str, str]) -> None:
        self.rows: list[TableRow] = []
        self._own: defaultdict[str, array[int]] = defaultdict(lambda: array("i"))
        self._above: defaultdict[str, array[int]] = defaultdict(lambda: array("i"))
        for passage, led in _with_text_above(passages):
            around = set(words_of(spelt_out(f"{in_context(passage)} {led}", acronyms)))
            for part in quotables(passage):
                if any(map(FIGURE.fullmatch, cells_of(part)[1:])):
                    words = set(words_of(spelt_out(part.whole, acronyms)))
                    _enter(self._own, words, len(self.rows))
                    _enter(self._above, around - words, len(self.rows))
                    label = spelt_out(cells_of(part)[0], acronyms)
                    self.rows.append(TableRow(part, label))

    def coverages(self, subject: Collection[str], rarity: Rarity) -> npt.NDArray[np.float64]:
        """The share of the subject's weight that each of ``rows`` has, in their order."""
        found, total = np.zeros(len(self.rows)), 0.0
        for word in sorted(set(subject)):
            has = np.zeros(len(self.rows))
            for lists, counts in ((self._above, ABOVE), (self._own, 1.0)):
                for known in _same_words(word, lists):
                    has[np.asarray(lists[known], dtype=np.intp)] = counts
            found += rarity.weight(word) * has
            total += rarity.weight(word)
        return found / total if total else found

    def coverage(self, subject: Collection[str], rarity: Rarity, row: TableRow) -> float:
        """The same of one row."""
        return float(self.coverages(subject, rarity)[self.rows.index(row)])


def is_same(one: str, other: str) -> bool:
    """Whether two stems are of the same word, one of them perhaps cut short."""
    short, long = sorted((one, other), key=len)
    if (short, long) in SHORT_MONTHS:
        return True
    begins = len(short) >= SHORTEST_STEM and short.isalpha() and long.startswith(short)
    return one == other or begins


def cells_of(row: Quotable) -> list[str]:
    """The cells of a row in order, what is carried down to it from above left out."""
    return [cell.strip() for cell in row.text.split("|")]


def _same_words(word: str, lists: Mapping[str, Sequence[int]]) -> list[str]:
    return [known for known in lists if known[0] == word[0] and is_same(word, known)]


def _enter(lists: Mapping[str, "array[int]"], words: Collection[str], row: int) -> None:
    for word in words:
        lists[word].append(row)


def _with_text_above(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """Each table with the end of the text that stands above it in its paper."""
    above, paper = "", None
    for passage in passages:
        if passage.paper.id != paper:
            above, paper = "", passage.paper.id
        if passage.is_table:
            yield passage, above
        else:
            above = passage.text[-LONGEST_ABOVE:]
