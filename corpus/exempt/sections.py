"""Parts of an open paper that are closed: a minute, an annex, a paper that nothing parts off."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.business.minutes import minute_heads
from corpus.exempt.heads import reason_of
from corpus.exempt.law import LAW
from corpus.exempt.markings import (
    CLOSED,
    CONFIDENCE,
    HELD,
    PAPER,
    UNPUBLISHED,
    Sort,
    is_denied,
    marking_of,
    titled_marking,
)
from corpus.packs.kinds import APPENDIX, REPORT, ROW
from corpus.packs.letterheads import SHORT, is_letterhead
from corpus.packs.splitting import PaperText
from corpus.papers import Item, PaperKind
from corpus.text.blocks import Block, BlockKind

_NEAR = 8
_MANY = 3
"""A marking that stands so often in a paper is that of each of its pages."""
_SAID = re.compile(UNPUBLISHED, re.I)
_SURE = re.compile(
    rf"{UNPUBLISHED}.*(?:{LAW.pattern})|{CONFIDENCE}|(?:strictly|private and) (?:{CLOSED})"
    rf"|\b(?:{CLOSED}|{HELD})\W+(?:\w+\W+)?{PAPER}\b|\b{PAPER}\W+(?:\w{{1,3}}\W+)?{CLOSED}\b",
    re.I,
)
"""Markings that are no heading of a section about such things."""
_ONE_MINUTE = re.compile(rf"\W*(?:{CLOSED}|{HELD})\W+(?:\w+\W+)?minute\b(?! of)", re.I)
_EXCLUDING = re.compile(r"\bexclu|\bpress and public\b|\bpublic and press\b", re.I)
_ABOUT_MINUTES = re.compile(
    rf"\W*(?:{CLOSED}|{HELD})\W+(?:minutes|reports?|papers?|agenda)\b", re.I
)
_NUMBERED = re.compile(r"\(?\d{1,3}(?:\.\d+)*[.)]?\s+\S")
_FIRST, _SECOND = re.compile(r"\(?1(?:\.[01])?[.)]?\s"), re.compile(r"\(?2(?:\.0)?[.)]?\s")


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks ``first`` to ``last`` of a paper, inclusive, and why they are closed."""

    first: int
    last: int
    reason: str


def closed_within(paper: PaperText) -> Iterator[Run]:
    """The runs of blocks of an open paper that are closed, in order; they may overlap."""
    if paper.kind is PaperKind.MINUTES:
        yield from _in_minutes(paper.blocks)
        return
    marked = list(_marked(paper.blocks))
    last = len(paper.blocks) - 1
    if paper.kind in (PaperKind.AGENDA, PaperKind.WORK_PROGRAMME):
        marked = [at for at in marked if _opens_report(paper.blocks, at)]
    elif len(marked) >= _MANY or (marked and marked[-1] == last):
        yield Run(0, last, reason_of(_word(paper.blocks[marked[0]]), _around(paper.blocks, marked)))
        return
    if marked:
        at = marked[0]
        yield Run(at, last, reason_of(_word(paper.blocks[at]), paper.blocks[at : at + _NEAR]))


def marks_next(paper: PaperText, following: PaperText) -> int | None:
    """The block at the end of a paper that marks the paper after it; None if there is none.

    It stands above the lines at which the paper after it is found to begin. With nothing but
    a letterhead before it, that belongs to the paper too.
    """
    for at in range(max(0, len(paper.blocks) - 3), len(paper.blocks)):
        block = paper.blocks[at]
        if block.page == following.blocks[0].page and at in set(_marked(paper.blocks)):
            before = paper.blocks[:at]
            is_head = paper.kind is not PaperKind.AGENDA and all(map(_is_of_a_head, before))
            return 0 if len(before) <= _NEAR and is_head else at
    return None


def _is_of_a_head(block: Block) -> bool:
    short = len(block.text) <= SHORT and not block.text.endswith(".")
    return short and not _NUMBERED.match(block.text)


def _marked(blocks: Sequence[Block]) -> Iterator[int]:
    """The blocks that are markings beyond doubt."""
    said = Counter(block.text for block in blocks)
    for at, block in enumerate(blocks):
        marking = marking_of(block.text) if len(block.text) < 500 else None
        if marking is None or marking.sort is not Sort.PAPER or block.kind is BlockKind.TABLE_ROW:
            continue
        repeated = _SAID.search(block.text) and said[block.text] > 1
        if not (repeated or _SURE.search(block.text) or _is_shouted(block.text)):
            continue
        following = blocks[at + 1].text if at + 1 < len(blocks) else ""
        in_list = marking.is_labelled and (at == 0 or _is_listed(blocks, at))
        if not in_list and not (len(following) <= 120 and is_denied(following)):
            yield at


def _is_listed(blocks: Sequence[Block], at: int) -> bool:
    """Whether another label follows, or the page ends: a heading has its text below it."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None:
        return blocks[at].page is not None
    return following.page != blocks[at].page or bool(APPENDIX.fullmatch(following.text))


def _is_shouted(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and all(sign.isupper() for sign in letters)


def _opens_report(blocks: Sequence[Block], at: int) -> bool:
    """Whether a report begins below a marking, before another item of an agenda does."""
    for near in range(at + 1, min(at + 1 + _NEAR, len(blocks))):
        text = blocks[near].text
        if _NUMBERED.match(text):
            begins_anew = any(_SECOND.match(block.text) for block in blocks[:at])
            return begins_anew and bool(_FIRST.match(text))
        if REPORT.fullmatch(text) or ROW.fullmatch(text) or is_letterhead(blocks, near):
            return True
    return False


def _in_minutes(blocks: Sequence[Block]) -> Iterator[Run]:
    """Minutes that are closed, and what is appended to minutes and closed."""
    heads = minute_heads(blocks)
    places = sorted(heads)
    closed = [at for at in places if _is_closed_minute(blocks, at, heads[at])]
    for at in closed:
        yield Run(at, _end(blocks, places, at), _reason(blocks, at))
    below = {at + 1 for at in places} | set(closed)
    for at in _marked(blocks):
        if at in below or at == 0 or at in heads:
            continue
        if _ONE_MINUTE.match(blocks[at].text):
            start = at + 1 if at + 1 in heads else at
            yield Run(at, _end(blocks, places, start), _reason(blocks, at))
        else:
            yield Run(at, len(blocks) - 1, _reason(blocks, at))


def _is_closed_minute(blocks: Sequence[Block], at: int, item: Item) -> bool:
    """Whether the heading of a minute, or the line below it, is marked."""
    if _EXCLUDING.search(item.title):
        return False
    if _ONE_MINUTE.match(blocks[at].text):
        return True
    if titled_marking(item.title) and not _ABOUT_MINUTES.match(item.title):
        return True
    below = blocks[at + 1].text if at + 1 < len(blocks) else ""
    return len(below) <= 300 and marking_of(below) is not None


def _end(blocks: Sequence[Block], places: Sequence[int], at: int) -> int:
    """The last block of the minute that begins at ``at``."""
    return next((place for place in places if place > at), len(blocks)) - 1


def _reason(blocks: Sequence[Block], at: int) -> str:
    near = blocks[at : at + 2]
    return reason_of(_word(blocks[at], *near[1:]), near)


def _word(*blocks: Block) -> str:
    for block in blocks:
        marking = marking_of(block.text) or titled_marking(block.text)
        if marking:
            return marking.word
    return "exempt"


def _around(blocks: Sequence[Block], marked: Sequence[int]) -> list[Block]:
    return [blocks[at] for first in marked[:1] for at in range(first, min(first + 3, len(blocks)))]
