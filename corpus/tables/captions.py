"""What stands above a table and belongs to it: its caption, and the table it continues."""

import re
from collections.abc import Sequence

from corpus.tables.headers import (
    MOST_LEVELS,
    UNIT,
    Header,
    has_column_words,
    header_at,
    is_band,
    is_label,
    is_numeric,
    looks_like_header,
)
from corpus.tables.table_rows import last_header
from corpus.text.blocks import Block, BlockKind
from corpus.text.sentences import sentences
from corpus.text.tracing import TracedText

LONGEST = 150
"""Characters of a caption."""
NAMED = re.compile(r"(?:table|figure|chart|appendix)\s+[\dA-Z]", re.IGNORECASE)
POINTING = re.compile(
    r"\btables?\b|\b(?:as follows|set out below|shown below|summarised below)\b|:$", re.IGNORECASE
)
UNITS = re.compile(
    r"(?:all )?(?:figures|amounts|values) (?:are )?in .{1,20}|\W*(?:in )?£.{1,12}", re.I
)
BETWEEN = 3
"""Blocks at most between the parts of a table that a page break cut in two ..."""
SHORT = 80
"""... and characters of each: a running head, a page number, a band."""
MOST_PARTS = 12
"""Parts of one table that are looked through for its header."""


def caption_of(above: Sequence[Block]) -> tuple[TracedText, ...]:
    """The caption of a table that stands right below ``above``, with a line of units if any."""
    if not above:
        return ()
    if UNITS.fullmatch(above[-1].text) or UNIT.fullmatch(above[-1].text):
        return (*_caption(above[-2:-1]), above[-1].body)
    return _caption(above[-1:])


def _caption(above: Sequence[Block]) -> tuple[TracedText, ...]:
    if not above or above[0].kind is BlockKind.PAGE_LEFT_BLANK:
        return ()
    body, text = above[0].body, above[0].text
    if len(text) <= LONGEST and (not text.endswith(".") or NAMED.match(text)):
        return (body,)
    start, end = list(sentences(text))[-1]
    if end - start <= LONGEST and POINTING.search(text[start:end]):
        return (body.slice(start, end).strip(),)
    return ()


def header_above(before: Sequence[Block], rows: Sequence[Block]) -> Header:
    """The header of the table above that ``rows`` continue; empty if they do not.

    They do where nearly nothing stands between, they name no columns of their own, and
    they have as many cells. What stands between may be the bands of the table.
    """
    if header_at(rows, 0, ()):
        return ()
    end = len(before)
    for _ in range(MOST_PARTS):
        end = _end_above(before, end)
        start = end
        while start and before[start - 1].kind is BlockKind.TABLE_ROW:
            start -= 1
        if start == end:
            return ()
        above = before[start:end]
        header = last_header(above) or _bare_header(above)
        if header:
            return header if _fits(rows, header) else ()
        if _width(above) != _width(rows):
            return ()
        end = start
    return ()


def _end_above(before: Sequence[Block], end: int) -> int:
    """Where the part of a table ends that stands above ``end``; 0 if none is near."""
    for at in range(end, max(0, end - BETWEEN - 1), -1):
        block = before[at - 1]
        if block.kind is BlockKind.TABLE_ROW:
            return at
        if block.kind is BlockKind.PAGE_LEFT_BLANK or len(block.text) > SHORT:
            return 0
        if block.text.endswith((".", ";")) or _introduces(block):
            return 0
    return 0


def _introduces(block: Block) -> bool:
    """Whether a block announces a table of its own: "The costs are as follows:"."""
    is_band = block.kind is BlockKind.HEADING or len(block.text.split()) <= 3
    return block.text.endswith(":") and not is_band


def _bare_header(above: Sequence[Block]) -> Header:
    """Rows that only name columns, their table having begun below a heading or band."""
    named = all(looks_like_header(row) for row in above) and len(above) <= MOST_LEVELS
    return tuple(above) if named and any(has_column_words(row) for row in above) else ()


def _fits(rows: Sequence[Block], header: Header) -> bool:
    """Whether rows have as many cells as the header; the column of labels may be unnamed."""
    width, named = _width(rows), _width(header)
    if is_numeric([row for row in rows if not is_band(row)]):
        return width in (named, named + 1)
    return width == named > 2 and not any(is_label(row) for row in rows)


def _width(rows: Sequence[Block]) -> int:
    return max(len(row.cells) for row in rows)
