"""The words of a ruled table, cell by cell.

A table is taken as its rules part it only if they part all of it: where columns or rows show
inside a cell, or a cell holds whole paragraphs, its words are read as those around it are.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from corpus.readers.pdf_layout import FIGURE, Row, levels_of, piece_of, pieces_of, rows_of
from corpus.readers.pdf_rules import Grid, Rules, grids_of
from corpus.readers.pdf_words import Word

_LONGEST_CELL = 120  # words; a longer one is a box with prose
_CELL_GAP = 0.4  # ems between words of neighbouring cells, at least
_MANY_COLUMNS = 4  # between which a running sentence would have a word that lies over an edge
_WORD_GAP = 0.35  # ems between words of one line, at most
_HIDDEN = 0.1  # of the cells, in which columns may show that no rule parts


def rows_of_page(words: Sequence[Word], rules: Rules) -> list[Row]:
    """The rows of a page, in the order of reading; a ruled table stands where it begins."""
    grids = grids_of(rules)
    inside: dict[int, list[Word]] = {}
    for word in words:
        inside.setdefault(_table(word, grids), []).append(word)
    tables: dict[int, list[Row]] = {}
    for number, grid in enumerate(grids):
        table = rows_in(grid, inside.get(number, []))
        if table:
            tables[number] = table
    rows: list[Row] = []
    any_in_columns = False
    for number, part in groupby(words, lambda word: _table(word, grids)):
        if number in tables:
            rows += tables[number]
            tables[number] = []
        else:
            found, in_columns = rows_of(list(part), rules)
            rows += found
            any_in_columns |= in_columns
    return rows if any_in_columns else sorted(rows, key=lambda row: -row.top)


def _table(word: Word, grids: Sequence[Grid]) -> int:
    """Which of the tables a word stands in; -1 for none."""
    return next((n for n, grid in enumerate(grids) if grid.find(*_middle(word))), -1)


def _middle(word: Word) -> tuple[float, float]:
    return (word.left + word.right) / 2, (word.bottom + word.top) / 2


def rows_in(grid: Grid, words: Sequence[Word]) -> list[Row] | None:
    """The rows of a table from the top, or None where the rules do not part all of it."""
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        place = grid.find(*_middle(word))
        if place:
            cells.setdefault(place, []).append(word)
    cells = dict(part for each in cells.items() for part in _parted(grid, *each))
    used = sorted({column for _, column in cells})
    if len(used) < 2 or any(len(cell) > _LONGEST_CELL for cell in cells.values()):
        return None
    hidden = sum(_has_columns(cell) for cell in cells.values())
    if hidden > _HIDDEN * len(cells):
        return None
    rows = []
    for number in sorted({row for row, _ in cells}):
        columns = [column for column in used if (number, column) in cells]
        parts = [cells[number, column] for column in columns]
        if _is_one_line(parts):
            columns, parts = columns[:1], [[word for part in parts for word in part]]
        pieces = [[piece_of(run) for run in levels_of(part)] for part in parts]
        at = [used.index(column) for column in columns]
        if sum(map(_has_rows, parts)) < 2:
            rows.append(Row(pieces, at, len(used)))
        elif len({len(cell) for cell in pieces}) == 1:
            lines = zip(*pieces, strict=True)
            rows += [Row([[piece] for piece in line], at, len(used)) for line in lines]
        else:
            return None
    return rows


def _parted(
    grid: Grid, place: tuple[int, int], words: list[Word]
) -> list[tuple[tuple[int, int], list[Word]]]:
    """A cell over several columns, as one for each where its words stand apart as they do."""
    parts: dict[int, list[Word]] = {}
    for word in words:
        if grid.column(word.left + 1) != grid.column(word.right - 1):
            return [(place, words)]
        parts.setdefault(grid.column(word.left + 1), []).append(word)
    gaps = [
        (after.left - word.right) / max(word.size, 1)
        for run in levels_of(words)
        for word, after in pairwise(run)
        if grid.column(word.left + 1) != grid.column(after.left + 1)
    ]
    is_sentence = len(parts) < _MANY_COLUMNS and min(gaps, default=0) < _CELL_GAP
    if len(parts) < 2 or is_sentence:
        return [(place, words)]
    return [((place[0], column), part) for column, part in parts.items()]


def _is_one_line(parts: Sequence[Sequence[Word]]) -> bool:
    """Whether the only words of a row run on under its rules, as a title's do."""
    runs = list(levels_of(word for part in parts for word in part))
    if len(parts) < 2 or len(runs) > 1:
        return False
    ends = pairwise(parts)
    return all(after[0].left - part[-1].right < _WORD_GAP * part[-1].size for part, after in ends)


def _has_columns(cell: Sequence[Word]) -> bool:
    """Whether columns show in a cell that no rule parts."""
    return any(len(pieces_of(run, Rules())) > 1 for run in levels_of(cell))


def _has_rows(cell: Sequence[Word]) -> bool:
    """Whether a cell holds figures under one another, which are those of several rows."""
    runs = list(levels_of(cell))
    return len(runs) > 1 and all(FIGURE.fullmatch(word.text) for run in runs for word in run)
