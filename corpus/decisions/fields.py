"""Minutes kept in tables: their rows become headings, paragraphs and decisions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.decisions.verbs import LABEL
from corpus.text.blocks import Block, BlockKind
from corpus.text.tracing import TracedText, joined

NUMBER = re.compile(
    r"(?:minute|item|agenda item|no|number|ref|reference)\W*(?:no|number)?\W*", re.I
)
SUBJECT = re.compile(r"(?:subject|item|title|agenda item|topic|matter|heading|business)\W*", re.I)
DECIDED = re.compile(
    r"(?:decisions?|resolutions?|resolved|outcomes?|decisions? ?/ ?(?:actions?|recommendations?)"
    r"|(?:agreed|resolved) ?/ ?actions?)\W*",
    re.I,
)


def opened(blocks: Sequence[Block]) -> list[Block]:
    """``blocks`` with the rows of such tables, and "Decision | That ...", taken apart."""
    return list(_opened(blocks))


def _opened(blocks: Sequence[Block]) -> Iterator[Block]:
    header: tuple[str, ...] = ()
    for block in blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            header = header if _may_stand_between(block) else ()
            yield block
        elif _names_columns(block.cells):
            header = block.cells
        elif header and len(block.cells) <= len(header):
            yield from _row_opened(block, header)
        elif len(block.cells) > 1 and _is_field(block.cells[0]):
            yield from _field_opened(block)
        else:
            yield block


def _is_field(name: str) -> bool:
    """Whether a row's first cell says "Decision"; what officers recommend is none."""
    return bool(LABEL.fullmatch(name)) and not re.match(
        r"\W*(?:officer'?s? )?recommend", name, re.I
    )


def _may_stand_between(block: Block) -> bool:
    return block.kind is BlockKind.PAGE_LEFT_BLANK


def _names_columns(cells: Sequence[str]) -> bool:
    """Whether a row heads a column of decisions and one of subjects."""
    return any(map(DECIDED.fullmatch, cells)) and any(map(SUBJECT.fullmatch, cells))


def _row_opened(row: Block, header: Sequence[str]) -> Iterator[Block]:
    """A row as its heading (number and subject), its discussion and its decision."""
    heading: list[TracedText] = []
    rest: list[Block] = []
    for name, body in _cells(row, header):
        if NUMBER.fullmatch(name) or SUBJECT.fullmatch(name):
            heading.append(body)
        else:
            kind = BlockKind.DECISION if DECIDED.fullmatch(name) else BlockKind.PARAGRAPH
            rest.append(replace(row, kind=kind, body=body))
    if heading:
        yield replace(row, kind=BlockKind.HEADING, body=joined(heading, " "))
    yield from rest


def _field_opened(row: Block) -> Iterator[Block]:
    """What stands in a field "Decision" is one, without further words."""
    for _, body in list(_cells(row, row.cells))[1:]:
        yield replace(row, kind=BlockKind.DECISION, body=body)


def _cells(row: Block, header: Sequence[str]) -> Iterator[tuple[str, TracedText]]:
    """The cells of a row that are not empty, with the names of their columns."""
    start = 0
    for name, cell in zip(header, row.text.split("\t"), strict=False):
        body = row.body.slice(start, start + len(cell)).strip()
        start += len(cell) + 1
        if body.text:
            yield name, body
