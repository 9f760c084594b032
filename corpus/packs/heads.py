"""The head of a paper: what stands before its business, and the lines that name its meeting."""

import re
from collections.abc import Sequence

from corpus.packs.letterheads import CALLED, MET, is_attendance, line_from, names_minutes
from corpus.packs.splitting import PaperText
from corpus.papers import PaperKind
from corpus.text.blocks import Block, BlockKind
from corpus.text.dates import find_dates

HEAD = 45
"""How many blocks at its start may name a paper's meeting."""


def head_of(paper: PaperText) -> list[Block]:
    """The blocks before the business begins."""
    if paper.kind is not PaperKind.MINUTES:
        limit = HEAD if paper.kind is PaperKind.AGENDA else 14
        return list(paper.blocks[:limit])
    head: list[Block] = []
    for block in paper.blocks[:HEAD]:
        numbered = block.kind is not BlockKind.TABLE_ROW and re.match(r"\d", block.text)
        if numbered and len(head) >= 3 and not any(find_dates(block.text)):
            break
        head.append(block)
    return head[:24]


def down_to_attendance(head: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a head above those present; the first few where none are listed."""
    return head[: next((at for at, block in enumerate(head) if at and is_attendance(block)), 8)]


def naming_lines(kind: PaperKind, head: Sequence[Block]) -> list[str]:
    """The lines, unwrapped, that say of a paper which meeting it is of, surest first."""
    lines: list[str] = []
    after = 0
    for at, block in enumerate(head):
        if at < after or (is_attendance(block) and at > 0):
            continue
        line, end = line_from(head, at)
        opens = kind is PaperKind.MINUTES and (names_minutes(line) or MET.fullmatch(line))
        calls = kind is PaperKind.AGENDA and CALLED.fullmatch(line)
        if opens or calls:
            lines.append(line)
            after = end
    return lines
