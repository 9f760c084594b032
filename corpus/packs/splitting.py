"""A file's blocks become the papers in it.

A pack holds an agenda, the minutes of the meeting before, and reports; where each begins is
found in `openings`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.packs.announced import NOTHING, Announced
from corpus.packs.kinds import APPENDIX, HEAD, HEAD_OF_AGENDA, kind_of
from corpus.packs.openings import paper_starts
from corpus.papers import Item, PaperKind
from corpus.text.blocks import Block, BlockKind

LETTER = re.compile(r"dear\b|yours (?:sincerely|faithfully)", re.I)


@dataclass(frozen=True, slots=True)
class PaperText:
    """The blocks of one paper, pages left blank aside; there is at least one.

    ``item`` is the item that the pack says it is for, or None where it does not say.
    """

    kind: PaperKind
    blocks: tuple[Block, ...]
    item: Item | None = None


def split(blocks: Sequence[Block], announced: Announced = NOTHING) -> list[PaperText]:
    """The papers in a file, in order. Every block but pages left blank is in one."""
    starts = sorted(paper_starts(blocks, announced))
    papers: list[PaperText] = []
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        part = tuple(b for b in blocks[start:end] if b.kind is not BlockKind.PAGE_LEFT_BLANK)
        if not part:
            continue
        kind = kind_of(part)
        same = bool(papers) and _is_same_appendix(papers[-1], kind, part)
        if same or _is_covering_letter(papers, kind):
            part = (*papers.pop().blocks, *part)
        if kind is PaperKind.OTHER and papers:
            kind = _kind_inside_a_pack(papers[-1].kind)
        papers.append(PaperText(kind, part, announced.get(start)))
    return papers


def _is_covering_letter(papers: Sequence[PaperText], kind: PaperKind) -> bool:
    """Whether the only paper so far is the letter that calls a meeting, over its agenda.

    Over minutes it is a line or two that came from a web page.
    """
    if len(papers) != 1:
        return False
    letter = papers[0].kind is PaperKind.AGENDA and any(
        LETTER.match(block.text) for block in papers[0].blocks
    )
    if papers[0].kind is not PaperKind.OTHER and not (letter and kind is PaperKind.AGENDA):
        return False
    limit = {PaperKind.AGENDA: HEAD_OF_AGENDA, PaperKind.MINUTES: HEAD}.get(kind, 0)
    return len(papers[0].blocks) <= limit


def _is_same_appendix(before: PaperText, kind: PaperKind, part: Sequence[Block]) -> bool:
    """Whether "Appendix F" stands again over the next page of Appendix F."""
    if kind is not PaperKind.APPENDIX or before.kind is not PaperKind.APPENDIX:
        return False
    label = _label(part[0].text)
    return part[0].page is not None and label is not None and label == _label(before.blocks[0].text)


def _label(text: str) -> str | None:
    match = APPENDIX.fullmatch(text)
    return (match["label"] or match["last"]) if match else None


def _kind_inside_a_pack(before: PaperKind) -> PaperKind:
    """An unnamed paper after a report belongs to it, as an appendix does."""
    follows = {PaperKind.REPORT, PaperKind.APPENDIX, PaperKind.GUIDANCE}
    return PaperKind.APPENDIX if before in follows else PaperKind.OTHER
