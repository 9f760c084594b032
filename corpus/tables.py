"""Rows of a table, each with its header, its band and the cells carried down to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.cleaning import Block

MAX_HEADER_CELL = 90
FIGURE = re.compile(r"[£(]?-?[\d,.]+[)%]?[kKmM]?")
YEAR = re.compile(r"(?:19|20)\d\d")
"""Several different ones name columns; one may be a figure like others."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with what gives it meaning: the header row and the band it stands under."""

    header: Block | None
    band: Block | None
    row: Block


def rows_of(blocks: Sequence[Block]) -> Iterator[Row]:
    """The rows of one table, in order.

    Headers, headers repeated after a page break, and bands (rows of one cell) are not rows
    themselves; a band with no rows below it is.
    """
    header = blocks[0] if _is_header(blocks) else None
    band: Block | None = None
    band_used = True
    for at, block in enumerate(blocks):
        if header and (at == 0 or _same(block, header)):
            continue
        if _is_band(block) and len(blocks) > 1:
            if band and not band_used:
                yield Row(header, None, band)
            band, band_used = block, False
            continue
        band_used = True
        yield Row(header, band, block)
    if band and not band_used:
        yield Row(header, None, band)


def _is_header(blocks: Sequence[Block]) -> bool:
    """Whether the first row names columns: several short cells, hardly a figure."""
    cells = [cell for cell in blocks[0].cells if cell]
    if len(blocks) < 2 or len(cells) < 2 or any(len(cell) > MAX_HEADER_CELL for cell in cells):
        return False
    if len(blocks[0].cells) == 2 and cells[0].endswith(":"):
        return False
    figures = [cell for cell in cells[1:] if FIGURE.fullmatch(cell)]
    if len(set(figures)) == len(figures) > 1 and all(map(YEAR.fullmatch, figures)):
        return True
    return len(figures) <= len(cells) / 3


def _is_band(block: Block) -> bool:
    cells = block.cells
    return bool(cells[0]) and not any(cells[1:])


def _same(block: Block, header: Block) -> bool:
    return [c.casefold() for c in block.cells if c] == [c.casefold() for c in header.cells if c]
