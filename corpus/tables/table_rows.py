"""Rows of a table, each with what gives it meaning: header, band, cells carried down to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.tables.headers import FIGURE, Header, header_at, is_band, is_label
from corpus.text.blocks import Block
from corpus.text.cleaning import OPEN_END, SENTENCE_END
from corpus.text.tracing import TracedText, joined, traced

CELL = re.compile(r"[^\t]+")
LONGEST_BAND = 25
"""Words. A row of one cell that is longer is a note, and no band over the rows below."""
MOST_BANDS = 2
"""Rows of one cell after as many others are a list."""
LONGEST_CARRIED = 12
"""Words. Of a longer first cell, only its beginning is carried down."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with what stands over it.

    ``above`` is its first cell, where that stands for several rows: an empty first cell means
    "as above". ``lines`` are its other cells (all, if ``above`` is None) between bars; a row
    that a page break cut in two has two.
    """

    header: Header
    band: Block | None
    above: TracedText | None
    lines: tuple[TracedText, ...]

    @property
    def leads(self) -> tuple[TracedText, ...]:
        """What stands over the row, outermost first."""
        leads = [cells_joined(block.body) for block in self.header]
        leads += [cells_joined(self.band.body)] if self.band else []
        return (*leads, self.above) if self.above else tuple(leads)


def rows_of(blocks: Sequence[Block], header: Header = ()) -> list[Row]:
    """The rows of a table, in order; ``header`` is that of a table which they continue.

    Headers, headers repeated after a page break, and bands (rows of one cell) are not rows
    themselves; a header or band with no rows below it is, so that no words are lost.
    """
    return [row for entry in _read(blocks, header).entries for row in entry.rows()]


def last_header(blocks: Sequence[Block], header: Header = ()) -> Header:
    """The header that holds at the end of a table, which may begin under ``header``."""
    return _read(blocks, header).header


def cells_joined(row: TracedText) -> TracedText:
    """A row's cells between bars; an empty cell between others keeps its place."""
    pieces: list[TracedText] = []
    for match in re.finditer(r"\t|[^\t]+", row.text):
        if match[0] != "\t":
            pieces.append(row.slice(*match.span()).strip())
        elif any(piece.text for piece in pieces):
            pieces.append(traced("|", row.place(match.start())))
    return joined(pieces, " ")


@dataclass(slots=True)
class _Entry:
    """A row as it is read: ``top`` is the row whose first cell holds for it, or None."""

    block: Block
    header: Header = ()
    band: Block | None = None
    top: "_Entry | None" = None
    rest: list[Block] = field(default_factory=list)
    is_shared: bool = False

    def rows(self) -> list[Row]:
        body, above = self.block.body, None
        first = CELL.match(body.text)
        if self.top:
            above = _first_cell(self.top.block)
        elif self.is_shared and first and len(first[0].split()) <= LONGEST_CARRIED:
            above = _first_cell(self.block)
            body = body.slice(first.end(), len(body))
        lines = [cells_joined(each) for each in (body, *(block.body for block in self.rest))]
        return [Row(self.header, self.band, above, tuple(line for line in lines if line.text))]


class _Table:
    """A table as far as it is read."""

    def __init__(self, header: Header) -> None:
        self.entries: list[_Entry] = []
        self.header = header
        self._band: Block | None = None
        self._top: _Entry | None = None
        self._pending: list[Block] = []

    def name(self, header: Header) -> None:
        """Columns are named, or named again."""
        again = [row.text for row in header] == [row.text for row in self.header]
        bands = [block for block in self._pending if block is self._band]
        names = [block for block in self._pending if block is not self._band]
        if not again:
            self._pending = names
            self.flush()
            self._band, self._top = bands[0] if bands else None, None
        self.header = header
        self._pending = [*bands, *(header if names or not again else ())]

    def label(self, block: Block) -> None:
        """A label and what it stands for: no header holds for it, or after it."""
        self.flush()
        self.header, self._band, self._top = (), None, None
        self.entries.append(_Entry(block))

    def group(self, band: Block) -> None:
        """A band stands over the rows below it."""
        if any(block is self._band for block in self._pending):
            self.flush()
        self._band, self._top = band, None
        self._pending.append(band)

    def note(self, block: Block) -> None:
        """A row of one cell under no column."""
        self.flush()
        self._top = None
        self.entries.append(_Entry(block))

    def row(self, block: Block) -> None:
        """A row under the header and the band that hold."""
        if self.entries and _goes_on(self.entries[-1], block):
            self.entries[-1].rest.append(block)
            return
        entry = _Entry(block, self.header, self._band)
        if block.cells[0]:
            self._top = None if FIGURE.fullmatch(block.cells[0]) else entry
        elif self._top and _is_under(block, self._top):
            entry.top, self._top.is_shared = self._top, True
        self._pending = []
        self.entries.append(entry)

    def flush(self) -> None:
        """What named or grouped no row is a row itself."""
        self.entries += [_Entry(block) for block in self._pending]
        self._pending = []


def _read(blocks: Sequence[Block], header: Header) -> _Table:
    table, labels, at = _Table(header), _labels(blocks), 0
    while at < len(blocks):
        block = blocks[at]
        found = () if at in labels else header_at(blocks, at, table.header)
        if found:
            table.name(found)
        elif at in labels:
            table.label(block)
        elif is_band(block):
            (table.group if _has_rows(blocks, at) else table.note)(block)
        else:
            table.row(block)
        at += max(1, len(found))
    table.flush()
    return table


def _labels(blocks: Sequence[Block]) -> set[int]:
    """The rows of blocks of labels, such as a report begins with."""
    found: set[int] = set()
    at = 0
    while at < len(blocks):
        if not is_label(blocks[at]):
            at += 1
            continue
        last = at
        while any(is_label(block) for block in blocks[last + 1 : last + 3]):
            last += 1 if is_label(blocks[last + 1]) else 2
        if last > at or at == 0:
            found.update(range(at, last + 1))
        at = last + 1
    return found


def _has_rows(blocks: Sequence[Block], at: int) -> bool:
    """Whether a row of one cell is a band: short, with rows of more cells right below it."""
    if at + 1 == len(blocks) or is_band(blocks[at + 1]):
        return False
    of_a_list = at >= MOST_BANDS and all(map(is_band, blocks[at - MOST_BANDS : at]))
    short = len(blocks[at].text.split()) <= LONGEST_BAND and not blocks[at].text.endswith(".")
    return short and not of_a_list


def _goes_on(entry: _Entry, block: Block) -> bool:
    """Whether a row is the rest of the row before it, as a page break leaves it."""
    cells, before = block.cells, entry.block.cells
    rest = [(n, cell) for n, cell in enumerate(cells) if cell]
    if cells[0] or not rest or len(rest) > sum(map(bool, before)) or entry.rest:
        return False
    if any(n >= len(before) or not before[n] for n, _ in rest):
        return False
    ends = [before[n] for n, _ in rest]
    cut = [bool(OPEN_END.search(end) or end.endswith(("'s", "’s"))) for end in ends]
    lower = [
        cell[0].islower() and len(end.split()) > 2 and not SENTENCE_END.search(end)
        for (_, cell), end in zip(rest, ends, strict=True)
    ]
    return any(lower) and all(a or b for a, b in zip(cut, lower, strict=True))


def _is_under(block: Block, top: _Entry) -> bool:
    """Whether an empty first cell means "as above".

    It does not where nothing names the columns (a layout), beside figures (a total without
    its label), or in a row that is out of line with the header.
    """
    filled = {n for n, cell in enumerate(block.cells) if cell}
    figures = [cell for cell in block.cells if FIGURE.fullmatch(cell)]
    columns = {n for row in top.header for n, cell in enumerate(row.cells) if cell}
    return len(figures) <= len(filled) / 2 and filled <= columns


def _first_cell(block: Block) -> TracedText:
    """The first cell, or the first words of a long one."""
    words = list(re.finditer(r"\S+", block.text.split("\t", 1)[0]))
    return block.body.slice(words[0].start(), words[:LONGEST_CARRIED][-1].end())
