"""The light markup in which the sample's PDF, Word and web papers are written.

One line is one paragraph. ``#`` and ``##`` begin a heading, ``(a)`` or ``1.`` a clause,
``>`` a line set on the right, ``Table: caption`` a table whose rows are ``| a | b |`` and
whose first row is its header if it has a caption. ``<<name | running head>>`` begins a
new section on a new page; ``{name}`` stands for a section's "Pages 7 - 14". ``**x**`` is bold.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of a paper is."""

    SECTION = "section"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CLAUSE = "clause"
    OUTCOME = "outcome"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a paper, in the order in which it is set.

    ``text`` is the words without their number; of a section it is the running head, of a
    table the caption. ``label`` is a clause's number as printed, such as "(i)" or "2.",
    or a section's name. ``level`` is that of a heading (1 is the highest), else 0.
    """

    kind: BlockKind
    text: str
    label: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


_SECTION = re.compile(r"<<(\w+) \| (.+)>>")
_HEADING = re.compile(r"(#{1,2}) (.+)")
_CLAUSE = re.compile(r"(\([a-z]+\)|\(\d+\)|\d+\.) (.+)")


def parse(source: str) -> list[Block]:
    """The blocks of a paper written in the markup."""
    blocks: list[Block] = []
    for line in filter(None, map(str.strip, source.splitlines())):
        if line.startswith("|"):
            cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
            table = blocks.pop()
            blocks.append(Block(table.kind, table.text, rows=(*table.rows, cells)))
        else:
            blocks.append(_block(line))
    return blocks


def _block(line: str) -> Block:
    if line.startswith("Table:"):
        return Block(BlockKind.TABLE, line.removeprefix("Table:").strip())
    if line.startswith("> "):
        return Block(BlockKind.OUTCOME, line[2:])
    if found := _SECTION.fullmatch(line):
        return Block(BlockKind.SECTION, found[2], label=found[1])
    if found := _HEADING.fullmatch(line):
        return Block(BlockKind.HEADING, found[2], level=len(found[1]))
    if found := _CLAUSE.fullmatch(line):
        return Block(BlockKind.CLAUSE, found[2], label=found[1])
    return Block(BlockKind.PARAGRAPH, line)
