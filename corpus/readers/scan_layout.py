"""Where the words of a scanned page belong: lines, table rows, numbers in the margin.

Recognition gives blocks of lines in the order of reading. Columns of prose are blocks one
after the other and stay so; the columns of a table lie side by side and are read across.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from corpus.readers.pdf_layout import Row, pieces_of
from corpus.readers.pdf_rules import Rules
from corpus.readers.pdf_words import LINE_END_HYPHEN, Word
from corpus.readers.recognition import Recognised, RecognisedWord

EM_PER_HEIGHT = 1.3
"""A line's words are on average as high as 0.77 em."""
_NARROW = 3.5  # words a line; a block with fewer is a column of a table, not of prose
_FAR_EMS = 8  # ems from a number in the margin to its title
_MARKER = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]?")


@dataclass(frozen=True, slots=True)
class WordLine:
    """Words on one line of a scan, from the left, all of one level.

    ``block`` is that of recognition.
    """

    words: tuple[Word, ...]
    block: int

    @property
    def level(self) -> tuple[float, float]:
        """Its foot and its head, in points from the foot of the page."""
        return self.words[0].bottom, self.words[0].top

    @property
    def height(self) -> float:
        """Points from foot to head."""
        return self.words[0].top - self.words[0].bottom


def rows_in_order(lines: Sequence[WordLine]) -> list[Row]:
    """The rows of a page, each line or table row one, in the order of reading."""
    return [row for band in _bands(_numbered(lines)) for row in _rows(band)]


def lines_of(found: Recognised, scale: float) -> list[WordLine]:
    """The lines in the order of reading, each with one level for all of its words."""
    lines = [list(line) for _, line in groupby(found.words, key=lambda word: word.line)]
    slope = _slope(lines)
    return [_levelled(line, slope, scale, found.size[1]) for line in lines]


def _slope(lines: Sequence[Sequence[RecognisedWord]]) -> float:
    """Pixels down for each to the right: a page seldom lies straight in the scanner."""
    slopes = [
        (line[-1].bottom - line[0].bottom) / (line[-1].left - line[0].left)
        for line in lines
        if len(line) > 4 and line[-1].left > line[0].right
    ]
    return median(slopes) if slopes else 0.0


def _levelled(line: Sequence[RecognisedWord], slope: float, scale: float, high: int) -> WordLine:
    bottom = high - median(word.bottom - slope * word.left for word in line)
    height = median(word.bottom - word.top for word in line)
    em = height * EM_PER_HEIGHT * scale
    words = [
        Word(
            text=word.text,
            left=word.left * scale,
            right=word.right * scale,
            bottom=bottom * scale,
            top=(bottom + height) * scale,
            size=em,
            at=0,
        )
        for word in line
    ]
    if words[-1].text[-1] in "-\N{NOT SIGN}" and words[-1].text[-2:-1].isalpha():
        words[-1] = words[-1]._replace(text=words[-1].text[:-1] + LINE_END_HYPHEN)
    return WordLine(tuple(words), line[0].block)


def _numbered(lines: Sequence[WordLine]) -> list[WordLine]:
    """The lines with the numbers that stand in the margin, which form blocks of their own."""
    whole = list(lines)
    for number in lines:
        titled = [at for at, line in enumerate(whole) if _numbers(number, line)]
        if titled and number in whole:  # else it has a number itself
            at = min(titled, key=lambda at: whole[at].words[0].left)
            title = whole[at]
            words = (*_level_with(number.words, title), *title.words)
            whole[at] = WordLine(words, title.block)
            whole.remove(number)
    return whole


def _numbers(number: WordLine, title: WordLine) -> bool:
    """Whether one line is nothing but the number of the other."""
    if len(number.words) > 1 or number.block == title.block:
        return False
    gap = title.words[0].left - number.words[0].right
    near = 0 < gap < _FAR_EMS * title.words[0].size and _on_one_level(number, title)
    return near and _MARKER.fullmatch(number.words[0].text) is not None


def _bands(lines: Sequence[WordLine]) -> Iterator[list[WordLine]]:
    """Blocks in the order of reading; the columns of a table, which lie side by side, together.

    Columns of prose stay apart.
    """
    band: list[WordLine] = []
    for _, group in groupby(lines, key=lambda line: line.block):
        block = list(group)
        if band and not (_beside(band, block) and (_is_narrow(band) or _is_narrow(block))):
            yield band
            band = []
        band += block
    if band:
        yield band


def _beside(one: Sequence[WordLine], other: Sequence[WordLine]) -> bool:
    """Whether ``other`` lies wholly to the right or left of ``one``, on the same levels."""
    (left, right), (other_left, other_right) = _extent(one), _extent(other)
    (low, high), (other_low, other_high) = _levels(one), _levels(other)
    shared = min(high, other_high) - max(low, other_low)
    apart = other_left >= right or left >= other_right
    return apart and shared > 0.5 * min(high - low, other_high - other_low)


def _extent(lines: Sequence[WordLine]) -> tuple[float, float]:
    return min(line.words[0].left for line in lines), max(line.words[-1].right for line in lines)


def _levels(lines: Sequence[WordLine]) -> tuple[float, float]:
    return min(line.level[0] for line in lines), max(line.level[1] for line in lines)


def _is_narrow(block: Sequence[WordLine]) -> bool:
    return sum(len(line.words) for line in block) <= _NARROW * len(block)


def _rows(band: Sequence[WordLine]) -> Iterator[Row]:
    """The rows of a band, each made of the lines on one level."""
    blocks = len({line.block for line in band})
    lines = sorted(band, key=lambda line: -line.level[0]) if blocks > 1 else list(band)
    row: list[WordLine] = []
    for line in lines:
        if row and not (blocks > 1 and _on_one_level(row[0], line)):
            yield _row(row)
            row = []
        row.append(line)
    yield _row(row)


def _on_one_level(one: WordLine, other: WordLine) -> bool:
    low, high = max(one.level[0], other.level[0]), min(one.level[1], other.level[1])
    return high - low > 0.5 * min(one.height, other.height)


def _row(lines: Sequence[WordLine]) -> Row:
    words = sorted((word for line in lines for word in line.words), key=lambda word: word.left)
    levelled = _level_with(words, lines[0])
    return Row([[piece] for piece in pieces_of(levelled, Rules())])


def _level_with(words: Sequence[Word], line: WordLine) -> list[Word]:
    bottom, top = line.level
    return [word._replace(bottom=bottom, top=top) for word in words]
