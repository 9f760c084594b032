"""The words of a PDF page put together as a person sees them: lines, and rows of cells.

Words that follow one another on one level make a *piece*, until a gap as wide as a column's.
Pieces are placed in the order in which the page draws them, which in papers made by word
processors is the order of reading: a piece below starts a new row, a piece beside the last
one is its next cell, a piece below the last cell goes on with that cell. A piece that goes
back up, to the right of some lines, makes of those lines the cell before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pdf_rules import Rules
from corpus.readers.pdf_words import Word

COLUMN_GAP = 1.5
"""Ems between cells; a justified line seldom reaches 1."""
_FIGURE_GAP = 0.4  # ems between two figures that stand in neighbouring columns
_SENTENCE_GAP = 3.0  # ems after a full stop: typists put tabs between sentences too
_TALLEST_ROW = 14  # lines of pieces; what is taller is a column of prose, not a cell
_CELL_PITCH = 1.6  # ems from line to line inside a cell

_MARKER = re.compile(
    r"\(?(\d{1,3}(\.\d{1,3})*[.)]|\d{1,3}(\.\d{1,3})+|[A-Za-z][.)]|[ivxlIVX]+[.)])|[•o·–-]"
)
FIGURE = re.compile(r"[(£$€+-]*\d[\d,.]*[%)kmKMbn]*|-|–|n/a|N/A")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one level without a wide gap."""

    words: tuple[Word, ...]
    left: float
    right: float
    bottom: float
    top: float

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The em of the largest word."""
        return max(word.size for word in self.words)


@dataclass(slots=True)
class Row:
    """Cells from left to right, each with its pieces from the top; one cell is a line.

    In a ruled table ``columns`` are those of its ``width`` in which the cells stand.
    """

    cells: list[list[Piece]]
    columns: list[int] | None = None
    width: int = 0

    @property
    def top(self) -> float:
        return max(cell[0].top for cell in self.cells)

    @property
    def bottom(self) -> float:
        return min(cell[-1].bottom for cell in self.cells)

    @property
    def right(self) -> float:
        return max(piece.right for cell in self.cells for piece in cell)

    def edges(self, column: int) -> tuple[float, float]:
        """The left and right of one cell."""
        cell = self.cells[column]
        return min(piece.left for piece in cell), max(piece.right for piece in cell)


def rows_of(words: Sequence[Word], rules: Rules) -> tuple[list[Row], bool]:
    """The rows of words in the order in which they are drawn, and whether in columns."""
    rows: list[Row] = []
    in_columns = False
    for run in levels_of(words):
        for number, piece in enumerate(pieces_of(run, rules)):
            if number:
                rows[-1].cells.append([piece])
            else:
                in_columns |= _place(rows, piece)
    return rows, in_columns


def levels_of(words: Iterable[Word]) -> Iterable[list[Word]]:
    """Runs of words that go on to the right on one level."""
    run: list[Word] = []
    for word in words:
        if run and not (_level(word, run[-1]) and word.left > run[-1].right - word.size):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _level(one: Word | Piece, other: Word | Piece) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def pieces_of(run: Sequence[Word], rules: Rules) -> list[Piece]:
    """The words of one level, parted where a gap is wide or a rule stands between."""
    gaps = [(after.left - word.right) / max(word.size, 1) for word, after in pairwise(run)]
    is_row = any(gap > COLUMN_GAP for gap in gaps)
    pieces = [[run[0]]]
    parted = False
    for gap, word, after in zip(gaps, run, run[1:], strict=False):
        figures = is_row and FIGURE.fullmatch(word.text) and FIGURE.fullmatch(after.text)
        leads = len(pieces) == 1 and len(pieces[0]) == 1 and _MARKER.fullmatch(word.text)
        ruled = rules.parts(word.right, after.left, (word.bottom + word.top) / 2)
        parted |= ruled
        if ruled or (gap > COLUMN_GAP and not leads) or (figures and gap > _FIGURE_GAP):
            pieces.append([after])
        else:
            pieces[-1].append(after)
    if len(pieces) == 2 and not parted and (_is_numbered(*pieces) or _are_sentences(*pieces)):
        pieces = [pieces[0] + pieces[1]]
    return [piece_of(words) for words in pieces]


def _is_numbered(number: list[Word], title: list[Word]) -> bool:
    bare = len(number) == 1 and number[0].text.isdigit() and len(number[0].text) <= 3
    return bare and title[0].text[0].isalpha()


def _are_sentences(one: list[Word], next_one: list[Word]) -> bool:
    """Whether a wide gap only parts two sentences of one line."""
    gap = (next_one[0].left - one[-1].right) / max(one[-1].size, 1)
    ends = one[-1].text.endswith((".", "?", "!", ";"))
    return gap < _SENTENCE_GAP and ends and len(one) > 3 and len(next_one) > 3


def piece_of(words: Sequence[Word]) -> Piece:
    """Words of one level as one piece."""
    return Piece(
        tuple(words),
        words[0].left,
        max(word.right for word in words),
        min(word.bottom for word in words),
        max(word.top for word in words),
    )


def _place(rows: list[Row], piece: Piece) -> bool:
    """Put a piece that starts a run where it belongs. True if it starts a column of prose."""
    if not rows:
        rows.append(Row([[piece]]))
        return False
    row = rows[-1]
    if len(row.cells) > 1 and _goes_on(piece, row):
        row.cells[-1].append(piece)
        return False
    start = _first_row_beside(rows, piece)
    if start is None:
        rows.append(Row([[piece]]))
        return piece.bottom > row.top and piece.left > row.right
    for below in rows[start + 1 :]:
        rows[start].cells[-1].extend(part for cell in below.cells for part in cell)
    del rows[start + 1 :]
    rows[start].cells.append([piece])
    return False


def _goes_on(piece: Piece, row: Row) -> bool:
    """Whether the piece is the next line of the row's last cell."""
    last = row.cells[-1][-1]
    left, _ = row.edges(len(row.cells) - 1)
    _, end_of_first = row.edges(0)
    pitch = last.bottom - piece.bottom
    return (
        0 < pitch < _CELL_PITCH * last.size
        and piece.left < last.right
        and piece.right > left
        and piece.left > end_of_first
        and piece.left > row.edges(len(row.cells) - 2)[1]
    )


def _first_row_beside(rows: list[Row], piece: Piece) -> int | None:
    """The first of the last rows that lie beside the piece, wholly to its left."""
    for number in range(len(rows) - 1, max(-1, len(rows) - 1 - _TALLEST_ROW), -1):
        row = rows[number]
        if row.right > piece.left + 1 or row.bottom >= piece.top:
            return None
        if number < len(rows) - 1 and len(rows[-1].cells) > 1:
            return None
        if min(row.top, piece.top) - max(row.bottom, piece.bottom) > piece.size / 2:
            return number - _lines_above(rows, number, piece)
    return None


def _lines_above(rows: list[Row], number: int, piece: Piece) -> int:
    """How many lines above ``rows[number]`` belong to it, where the piece is centred on them."""
    level = abs(rows[number].bottom - piece.bottom) < 0.15 * piece.size
    middle = (piece.top + piece.bottom) / 2
    for count in range(1, min(number, len(rows) - number) + 1):
        above = rows[number - count]
        pitch = above.bottom - rows[number - count + 1].bottom
        beside = len(above.cells) == 1 and above.right <= piece.left
        if not (beside and 0 < pitch < _CELL_PITCH * piece.size):
            return 0
        centred = abs((above.top + rows[-1].bottom) / 2 - middle) < 0.3 * piece.size
        before = rows[number - count - 1] if number > count else None
        if centred and (not level or (before and len(before.cells) > 1)):
            return count
    return 0


def texts(rows: Sequence[Row]) -> list[str]:
    """One text a row: its cells between tabs, with the cells that are empty in a table."""
    written: list[str] = []
    for table in _tables(rows):
        columns = _columns(table)
        for row in table:
            cells = [" ".join(piece.text for piece in cell) for cell in row.cells]
            spread = _as_ruled(row, cells) or _in_columns(row, cells, columns)
            written.append("\t".join(spread))
    return written


def _tables(rows: Sequence[Row]) -> Iterable[list[Row]]:
    """Runs of rows that may share columns: lines of one cell in between do not part them."""
    table: list[Row] = []
    lines = 0
    for row in rows:
        lines = 0 if len(row.cells) > 1 else lines + 1
        if lines > 2 and any(len(each.cells) > 1 for each in table):
            yield table
            table = []
        table.append(row)
    yield table


def _columns(table: Sequence[Row]) -> list[tuple[float, float]]:
    """The left and right of each column, from the fullest rows; empty where they disagree."""
    count = max((len(row.cells) for row in table), default=0)
    if count < 3:
        return []
    full = [row for row in table if len(row.cells) == count]
    edges = [[row.edges(column) for row in full] for column in range(count)]
    columns = [(min(left for left, _ in each), max(right for _, right in each)) for each in edges]
    return columns if all(a[1] < b[0] for a, b in pairwise(columns)) else []


def _as_ruled(row: Row, cells: Sequence[str]) -> list[str]:
    """The cells of a ruled table in their columns; none for a row of one title."""
    if row.columns is None or row.columns == [0]:
        return []
    spread = [""] * row.width
    for column, cell in zip(row.columns, cells, strict=True):
        spread[column] = cell
    return spread


def _in_columns(row: Row, cells: list[str], columns: list[tuple[float, float]]) -> list[str]:
    if not 1 < len(cells) < len(columns):
        return cells
    spread = [""] * len(columns)
    free = 0
    for number, cell in enumerate(cells):
        left, right = row.edges(number)
        over = [n for n, c in enumerate(columns) if n >= free and c[0] < right and left < c[1]]
        if not over:
            return cells
        spread[over[0]] = cell
        free = over[0] + 1
    return spread
