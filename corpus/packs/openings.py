"""Where the papers of a file begin.

A paper begins at a letterhead (council, body and date), at the words that open minutes, at
a report's block of "MEETING / TITLE" rows, at "Agenda Item 8", or after a page left blank.
"""

import re
from collections.abc import Iterable, Sequence

from corpus.decisions.verbs import CAPITAL_VERB, LABEL, STARTS
from corpus.packs.kinds import (
    APPENDIX,
    HEAD,
    MINUTES_ITEM,
    REPORT,
    ROW,
    WORK_PROGRAMME,
    opens_rows,
)
from corpus.packs.letterheads import (
    SHORT,
    is_attendance,
    is_council_line,
    is_date_line,
    is_letterhead,
    is_letterhead_line,
    line_from,
    names_minutes,
)
from corpus.packs.names import find_body
from corpus.text.blocks import Block, BlockKind
from corpus.text.dates import find_dates

AGENDA_ITEM = re.compile(
    r"(?:agenda )?item(?: no\.?| number)?\s*:?\s*\d{1,2}[a-z]?(?:\s*\([a-z]\))?", re.IGNORECASE
)
ATTACHED = re.compile(
    r".*:$|(?:list of |the following )?(?:attach|appendi|annex|enclos|background)", re.IGNORECASE
)
HEAD_OF_MINUTES = 20
"""How many blocks may stand between the line that names minutes and who was present."""
SIGNED = re.compile(
    r"(?:report author|contact (?:person|officer)|background papers?|author|officer contact)\b",
    re.IGNORECASE,
)
"""Begins the lines at the end of a report."""
FIRST_ROW = re.compile(
    r"(?:meeting|report|decision|committee|agenda item|item|body|board|panel|to|from|by|title"
    r"|subject|date).*",
    re.IGNORECASE,
)
MAY_NAME = re.compile(r"minute|cofnod|notes|record", re.IGNORECASE)
STATUS = re.compile(
    r"\W*(?:draft|unconfirmed|unapproved|confirmed|public|restricted|unrestricted)\b.{0,80}", re.I
)


def paper_starts(blocks: Sequence[Block], announced: Iterable[int] = ()) -> set[int]:
    """The positions at which papers begin, the first block's and those announced among them."""
    told = frozenset(announced)
    return _without_echoes(blocks, {0} | told | _starts(blocks), told)


def _starts(blocks: Sequence[Block]) -> set[int]:
    starts = {
        at for at in range(1, len(blocks)) if blocks[at - 1].kind is BlockKind.PAGE_LEFT_BLANK
    }
    head_ends = 0
    for at, block in enumerate(blocks):
        if len(block.text) > SHORT and not is_attendance(block):
            continue
        if at >= head_ends and (first := _first_of_minutes(blocks, at)) is not None:
            starts.add(first)
            head_ends = _end_of_head(blocks, at)
        elif _opens_rows(blocks, at) or (at >= head_ends and _is_new_letterhead(blocks, at)):
            starts.add(_back_over_title_row(blocks, at))
        elif _opens_item_or_appendix(blocks, at) or _opens_after_another(blocks, at):
            starts.add(at)
    return starts


def _end_of_head(blocks: Sequence[Block], at: int) -> int:
    """The position after the list of those present that stands at ``at`` or next after it."""
    near = range(at, min(at + HEAD_OF_MINUTES + HEAD, len(blocks)))
    return next((n for n in near if is_attendance(blocks[n])), at) + 1


def _first_of_minutes(blocks: Sequence[Block], at: int) -> int | None:
    """Where the minutes begin whose naming line or list of those present is at ``at``.

    A list of those present without a head above it opens minutes only where a file or a
    page begins.
    """
    block = blocks[at]
    if is_attendance(block) and block.kind is not BlockKind.TABLE_ROW:
        first = _back_to_letterhead(blocks, at)
        on_top = at == 0 or blocks[at - 1].kind is BlockKind.PAGE_LEFT_BLANK
        return first if first < at or on_top else None
    if block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) or not MAY_NAME.search(block.text):
        return None
    line, end = line_from(blocks, at)
    if not names_minutes(line) or MINUTES_ITEM.match(line):
        return None
    near = blocks[end : end + HEAD_OF_MINUTES]
    if not any(map(is_attendance, near)):
        return None
    return _back_to_letterhead(blocks, at)


def _is_new_letterhead(blocks: Sequence[Block], at: int) -> bool:
    """Whether a letterhead stands at the top of a page, perhaps below a running head.

    Elsewhere it must name the council, since any table may name a body and a date.
    """
    page = blocks[at].page
    before = blocks[at - 3].page if at >= 3 else None
    if page is None or page == before:
        text = blocks[at].text.strip()
        named = is_council_line(text) or is_letterhead_line(text)
        return named and is_letterhead(blocks, at)
    return is_letterhead(blocks, at) or _is_report_head(blocks, at)


def _is_report_head(blocks: Sequence[Block], at: int) -> bool:
    """Whether "Report of …" stands on top of a page with a body or a date near it."""
    if not REPORT.fullmatch(blocks[at].text) or blocks[at].kind is BlockKind.TABLE_ROW:
        return False
    near = [block.text for block in blocks[max(0, at - 2) : at + 6] if len(block.text) <= SHORT]
    return any(find_body(text) for text in near) and any(map(is_date_line, near))


def _opens_item_or_appendix(blocks: Sequence[Block], at: int) -> bool:
    """Whether "Agenda Item 8" or "Appendix 2" stands where a paper may begin."""
    block = blocks[at]
    if block.page is not None:
        new_page = at > 0 and block.page != blocks[at - 1].page
        return new_page and bool(
            AGENDA_ITEM.fullmatch(block.text) or APPENDIX.fullmatch(block.text)
        )
    if AGENDA_ITEM.fullmatch(block.text):
        near = range(at + 1, min(at + 4, len(blocks)))
        return any(is_letterhead(blocks, n) or _opens_rows(blocks, n) for n in near)
    return (
        bool(APPENDIX.fullmatch(block.text)) and _stands_alone(block) and not _is_listed(blocks, at)
    )


def _opens_after_another(blocks: Sequence[Block], at: int) -> bool:
    """Whether the heading of a report or work programme stands where a report was signed."""
    block = blocks[at]
    if block.kind is not BlockKind.HEADING or block.page is not None:
        return False
    if block.text[:1].isalpha() and WORK_PROGRAMME.fullmatch(block.text):
        return any(near.kind is BlockKind.TABLE_ROW for near in blocks[at + 1 : at + 4])
    signed = any(SIGNED.match(before.text) for before in blocks[max(0, at - 3) : at])
    return signed and bool(REPORT.fullmatch(block.text))


def _is_listed(blocks: Sequence[Block], at: int) -> bool:
    """Whether a list of a report's attachments stands at ``at``."""
    while at and APPENDIX.fullmatch(blocks[at - 1].text):
        at -= 1
    return at > 0 and bool(ATTACHED.match(blocks[at - 1].text))


def _stands_alone(block: Block) -> bool:
    """Whether a line that begins with "Appendix" is a heading and not a sentence or row."""
    in_a_list = block.kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM)
    if in_a_list or block.text.endswith((".", ";", ",")) or not block.text[:1].isupper():
        return False
    return block.kind is BlockKind.HEADING or len(block.text) <= 120


def _opens_rows(blocks: Sequence[Block], at: int) -> bool:
    """Whether the rows that name a report begin at ``at``."""
    row = ROW.fullmatch(blocks[at].text)
    if row is None or not FIRST_ROW.fullmatch(row["label"]):
        return False
    if at and ROW.fullmatch(blocks[at - 1].text):
        return False
    near = blocks[at : at + 12]
    page = [block for block in near if block.page == blocks[at].page]
    return opens_rows(page) and sum(bool(ROW.fullmatch(b.text)) for b in page) >= 3


def _back_to_letterhead(blocks: Sequence[Block], at: int) -> int:
    """The first of the lines above ``at`` that belong to the same head."""
    first = at
    for back in range(at - 1, max(-1, at - HEAD_OF_MINUTES), -1):
        block = blocks[back]
        if block.kind in (BlockKind.PAGE_LEFT_BLANK, BlockKind.TABLE_ROW) or is_attendance(block):
            break
        if (
            LABEL.fullmatch(block.text)
            or STARTS.match(block.text)
            or CAPITAL_VERB.match(block.text)
        ):
            break
        numbered = block.kind is BlockKind.LIST_ITEM and not any(find_dates(block.text))
        if len(block.text) > 300 or block.page != blocks[at].page or numbered:
            break
        line, end = line_from(blocks, back)
        if names_minutes(line) and not MINUTES_ITEM.match(line):
            first = back
        elif block.text.endswith(".") and end <= first and not any(find_dates(line)):
            if first < at:
                break
        elif (
            is_council_line(block.text)
            or find_body(block.text)
            or STATUS.fullmatch(block.text)
            or any(find_dates(block.text))
        ) and first - back <= 8:
            first = back
        elif first < at and first - back > 3:
            break
    return first


def _back_over_title_row(blocks: Sequence[Block], at: int) -> int:
    """A line with the council's name alone stands over a report's block of rows."""
    while at and is_council_line(blocks[at - 1].text.strip()):
        at -= 1
    return at


def _without_echoes(blocks: Sequence[Block], starts: set[int], told: frozenset[int]) -> set[int]:
    """Starts a few lines after another are the same head seen twice; not those ``told``."""
    kept: list[int] = []
    for start in sorted(starts):
        if start in told or not kept or not _is_echo(blocks, kept[-1], start):
            kept.append(start)
    return set(kept)


def _is_echo(blocks: Sequence[Block], before: int, start: int) -> bool:
    """Whether only short lines of one head stand between two starts."""
    appendix = APPENDIX.fullmatch(blocks[before].text)
    if appendix and any(
        ROW.fullmatch(block.text) or APPENDIX.fullmatch(block.text)
        for block in blocks[start : start + 2]
    ):
        return False
    return start - before <= 6 and all(
        len(block.text) <= SHORT
        and block.kind is not BlockKind.PAGE_LEFT_BLANK
        and not is_attendance(block)
        for block in blocks[before:start]
    )
