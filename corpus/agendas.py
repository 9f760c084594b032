"""Agendas: which blocks head an item, and which item a report is for."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from corpus.cleaning import Block, BlockKind
from corpus.numbering import numbered_headings
from corpus.papers import Item

SAME_TITLE = 86
"""Of 100: how alike two titles must be to be taken for one (token set ratio)."""


def agenda_heads(blocks: Sequence[Block]) -> dict[int, Item]:
    """The items' headings by the position of their block."""
    return {each.at: Item(each.number, each.title) for each in numbered_headings(blocks)}


def item_for(title: str, items: Sequence[Item]) -> Item | None:
    """The agenda item whose title is most like that of a report, if one is."""
    if not title:
        return None
    scored = [(fuzz.token_set_ratio(_plain(title), _plain(item.title)), item) for item in items]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= SAME_TITLE else None


def report_title(blocks: Sequence[Block]) -> str:
    """The title that a report gives itself, or its first line."""
    for at, block in enumerate(blocks[:16]):
        match = re.match(
            r"(?:title|subject(?: matter)?|report title|re)\s*:\s*(.*)", block.text, re.I | re.S
        )
        if match:
            rest = match[1].replace("\t", " ").strip()
            return rest or (blocks[at + 1].text if at + 1 < len(blocks) else "")
    headings = [b.text for b in blocks[:8] if b.kind is BlockKind.HEADING]
    return (headings or [blocks[0].text])[0].replace("\t", " ").strip()


def _plain(title: str) -> str:
    return re.sub(r"[^\w\s]", " ", title.casefold().replace("&", " and "))
