"""A file's blocks become the papers in it.

A pack holds an agenda, the minutes of the meeting before, and reports. A paper begins at
a letterhead (council, body and date), at the words that open minutes, at a report's block
of "MEETING / TITLE" rows, at "Agenda Item 8", or after a page left blank.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.cleaning import Block, BlockKind
from corpus.dates import find_dates
from corpus.kinds import (
    APPENDIX,
    HEAD,
    HEAD_OF_AGENDA,
    MINUTES,
    PRESENT,
    REPORT_ROW,
    is_attendance,
    kind_of,
)
from corpus.letterheads import SHORT, is_council_line, is_letterhead
from corpus.names import find_body
from corpus.papers import PaperKind

AGENDA_ITEM = re.compile(r"(?:agenda )?item(?: no\.?)?\s*\d{1,2}[a-z]?(?:\s*\([a-z]\))?", re.I)
MEMO = re.compile(r"(?:from|by|to)\s*:", re.I)
MEMO_TO = re.compile(r"^to\s*:", re.I | re.M)
MEMO_SUBJECT = re.compile(r"^subject\s*:", re.I | re.M)


@dataclass(frozen=True, slots=True)
class PaperText:
    """The blocks of one paper, pages left blank aside; there is at least one."""

    kind: PaperKind
    blocks: tuple[Block, ...]


def split(blocks: Sequence[Block]) -> list[PaperText]:
    """The papers in a file, in order. Every block but pages left blank is in one."""
    starts = sorted(_without_echoes(blocks, {0} | _starts(blocks)))
    papers: list[PaperText] = []
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        part = tuple(b for b in blocks[start:end] if b.kind is not BlockKind.PAGE_LEFT_BLANK)
        if not part:
            continue
        kind = kind_of(part)
        if _is_covering_letter(papers, kind):
            part = (*papers.pop().blocks, *part)
        if kind is PaperKind.OTHER and papers:
            kind = _kind_inside_a_pack(papers[-1].kind)
        papers.append(PaperText(kind, part))
    return papers


def _is_covering_letter(papers: Sequence[PaperText], kind: PaperKind) -> bool:
    """Whether the only paper so far is the letter that calls a meeting, over its agenda."""
    return (
        kind is PaperKind.AGENDA
        and len(papers) == 1
        and papers[0].kind is PaperKind.OTHER
        and len(papers[0].blocks) <= HEAD_OF_AGENDA
    )


def _kind_inside_a_pack(before: PaperKind) -> PaperKind:
    """An unnamed paper after a report belongs to it, as an appendix does."""
    follows = {PaperKind.REPORT, PaperKind.APPENDIX, PaperKind.GUIDANCE}
    return PaperKind.APPENDIX if before in follows else PaperKind.OTHER


def _starts(blocks: Sequence[Block]) -> set[int]:
    starts = {
        at for at in range(1, len(blocks)) if blocks[at - 1].kind is BlockKind.PAGE_LEFT_BLANK
    }
    last_minutes = -HEAD
    for at, block in enumerate(blocks):
        if len(block.text) > SHORT and not is_attendance(block):
            continue
        in_head_of_minutes = at - last_minutes < HEAD
        if _opens_minutes(blocks, at) and not in_head_of_minutes:
            last_minutes = at
            starts.add(_back_to_letterhead(blocks, at))
        elif (
            REPORT_ROW.fullmatch(block.text)
            or _opens_memo(blocks, at)
            or (not in_head_of_minutes and _is_new_letterhead(blocks, at))
        ):
            starts.add(_back_over_title_row(blocks, at))
        elif _opens_item_or_appendix(blocks, at):
            starts.add(at)
    return starts


def _is_new_letterhead(blocks: Sequence[Block], at: int) -> bool:
    """Whether a letterhead stands at the top of a page, perhaps below a running head."""
    page = blocks[at].page
    before = blocks[at - 3].page if at >= 3 else None
    return (page is None or page != before) and is_letterhead(blocks, at)


def _opens_item_or_appendix(blocks: Sequence[Block], at: int) -> bool:
    """Whether "Agenda Item 8" or "Appendix 2" stands where a paper may begin."""
    block = blocks[at]
    if block.page is not None:
        new_page = at > 0 and block.page != blocks[at - 1].page
        return new_page and bool(
            AGENDA_ITEM.fullmatch(block.text) or APPENDIX.fullmatch(block.text)
        )
    return bool(APPENDIX.fullmatch(block.text)) and _stands_alone(block)


def _stands_alone(block: Block) -> bool:
    """Whether a line that begins with "Appendix" is a heading and not a sentence or row."""
    in_a_list = block.kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM)
    if in_a_list or block.text.endswith((".", ";", ",")):
        return False
    return block.kind is BlockKind.HEADING or len(block.text) <= 90


def _opens_minutes(blocks: Sequence[Block], at: int) -> bool:
    if blocks[at].kind is BlockKind.LIST_ITEM:
        return False
    if is_attendance(blocks[at]):
        return True
    return bool(MINUTES.fullmatch(blocks[at].text)) and any(
        PRESENT.match(block.text) for block in blocks[at + 1 : at + 8]
    )


def _opens_memo(blocks: Sequence[Block], at: int) -> bool:
    """A report that opens with "From: … To: … Subject: …"."""
    if not MEMO.match(blocks[at].text):
        return False
    near = "\n".join(block.text for block in blocks[at : at + 12])
    return bool(MEMO_TO.search(near) and MEMO_SUBJECT.search(near))


def _back_to_letterhead(blocks: Sequence[Block], at: int) -> int:
    """The first of the short lines before "Present" that belong to the same head."""
    first = at
    for back in range(at - 1, max(-1, at - 9), -1):
        block = blocks[back]
        if block.kind in (BlockKind.PAGE_LEFT_BLANK, BlockKind.TABLE_ROW, BlockKind.LIST_ITEM):
            break
        if len(block.text) > 300 or block.page != blocks[at].page:
            break
        if block.text.endswith(".") and not MINUTES.fullmatch(block.text):
            break
        if (
            is_council_line(block.text)
            or find_body(block.text)
            or MINUTES.fullmatch(block.text)
            or any(find_dates(block.text))
        ):
            first = back
    return first


def _back_over_title_row(blocks: Sequence[Block], at: int) -> int:
    """A row with the council's name alone stands over a report's block of rows."""
    while at and is_council_line(blocks[at - 1].text.strip()):
        above, below = blocks[at - 1].kind, blocks[at].kind
        if below is BlockKind.TABLE_ROW and above is not BlockKind.TABLE_ROW:
            break
        at -= 1
    return at


def _without_echoes(blocks: Sequence[Block], starts: set[int]) -> set[int]:
    """Starts a few lines after another are the same head seen twice."""
    kept: list[int] = []
    for start in sorted(starts):
        if not kept or not _is_echo(blocks, kept[-1], start):
            kept.append(start)
    return set(kept)


def _is_echo(blocks: Sequence[Block], before: int, start: int) -> bool:
    """Whether only short lines of one head stand between two starts."""
    if REPORT_ROW.fullmatch(blocks[start].text) and APPENDIX.fullmatch(blocks[before].text):
        return False
    return start - before <= 6 and all(
        len(block.text) <= SHORT and block.kind is not BlockKind.PAGE_LEFT_BLANK
        for block in blocks[before:start]
    )
