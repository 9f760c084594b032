"""A paper's blocks become sections: what stands under one item and its headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.business.minutes import minute_heads
from corpus.business.numbering import NUMBER, is_capitals, looks_like_heading
from corpus.decisions.deciding import BARE_OUTCOME, OUTCOME
from corpus.decisions.verbs import CAPITAL_VERB, LABEL, STARTS
from corpus.packs.agendas import agenda_heads
from corpus.papers import Item, PaperKind
from corpus.text.blocks import Block, BlockKind
from corpus.text.lines import NUMBERED
from corpus.votes.ballots import for_candidates

MAX_DEPTH = 3
NO_HEADING = re.compile(
    r"\W*that\b.*|(?:proposed|seconded|moved)(?: by)?\b.*|(?:for|against|abst\w+)\b[\W\d]*", re.I
)
"""Lines in capitals or bold that belong to a decision."""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under one item (None before the first) and the headings that lead to them."""

    item: Item | None
    headings: tuple[str, ...]
    blocks: tuple[Block, ...]


def sections_of(kind: PaperKind, blocks: Sequence[Block], item: Item | None) -> list[Section]:
    """The sections of a paper, in order. ``item`` is the agenda item that a report is for."""
    heads: dict[int, Item] = {}
    if kind is PaperKind.MINUTES:
        heads = minute_heads(blocks)
    elif kind is PaperKind.AGENDA:
        heads = agenda_heads(blocks)
    sections: list[Section] = []
    current, trail = item, _Trail()
    pending: list[Block] = []

    def close() -> None:
        if pending:
            sections.append(Section(current, trail.titles, tuple(pending)))
            pending.clear()

    for at, block in enumerate(blocks):
        if at in heads:
            close()
            current, trail = heads[at], _Trail()
            pending.append(block)
        elif (depth := _depth(blocks, at)) is not None and not (
            kind in (PaperKind.MINUTES, PaperKind.DECISION_NOTICE) and _decides(block.text)
        ):
            close()
            trail.enter(depth, heading_title(block.text))
            pending.append(block)
        else:
            pending.append(block)
    close()
    return sections


def _decides(text: str) -> bool:
    """Whether a line stands over the words of a decision, which belong to the minute."""
    number = NUMBERED.match(text)
    text = text[number.end() :] if number else text
    return bool(
        LABEL.fullmatch(text)
        or BARE_OUTCOME.fullmatch(text)
        or OUTCOME.search(text)
        or CAPITAL_VERB.match(text)
        or STARTS.match(text)
        or NO_HEADING.fullmatch(text)
        or for_candidates(text)
    )


class _Trail:
    """The headings open at a point of a paper, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def enter(self, depth: int, title: str) -> None:
        self._open = [(d, t) for d, t in self._open if d < depth] + [(depth, title)]

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(title for _, title in self._open[-MAX_DEPTH:])


def heading_title(text: str) -> str:
    """A heading without its number."""
    match = NUMBER.match(text)
    return (match["title"] if match and match["title"] else text).strip(" :.–-") or text


def _depth(blocks: Sequence[Block], at: int) -> int | None:
    """How deep a heading is: 1 for "4 THE REPORT", 2 for "4.1 Overview"; None for no heading."""
    block = blocks[at]
    if block.kind is BlockKind.TABLE_ROW:
        return None
    match = NUMBER.match(block.text)
    if match and match["title"]:
        return _numbered_depth(blocks, at, match)
    if looks_like_heading(block):
        return 1 if is_capitals(block.text) else 2
    return None


def _numbered_depth(blocks: Sequence[Block], at: int, match: "re.Match[str]") -> int | None:
    block, title = blocks[at], match["title"]
    parts = re.findall(r"\d+", match["number"])
    depth = 1 if len(parts) == 1 or parts[1:] == ["0"] else len(parts)
    if block.kind is BlockKind.HEADING or is_capitals(title):
        return depth if len(title) <= 200 else None
    if len(title) > 80 or title.endswith((".", ";", ",", ":")) or match["stop"] == ")":
        return None
    if not title[:1].isupper():
        return None
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None:
        return None
    below = NUMBER.match(following.text)
    if below and below["number"].startswith(match["number"].removesuffix(".0") + "."):
        return depth
    if below or (at and _in_a_list(blocks[at - 1])) or _in_a_list(following):
        return None
    return None if looks_like_heading(following) else depth


def _in_a_list(block: Block) -> bool:
    """Whether a block is a short numbered line: one beside another is an item of a list."""
    match = NUMBER.match(block.text)
    if not match or block.kind is BlockKind.HEADING:
        return False
    return bool(match["title"]) and not is_capitals(match["title"]) and len(block.text) <= 120
