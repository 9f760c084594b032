"""Lines become blocks: paragraphs, headings, list items and table rows.

Markup and page furniture go, page breaks in mid-sentence are healed, and every character
that stays can be traced to its place.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.documents import Document
from corpus.text.blocks import Block, BlockKind
from corpus.text.lines import NUMBERED, line_blocks
from corpus.text.tracing import TracedText, joined

FULL = 0.62
"""The share of the width from which a line may have been wrapped ..."""
FITS = 0.8
"""... and from which the next word would not have fitted."""
FULL_HEADING = 0.5
"""The same for headings, whose type is larger."""
NOTHING = re.compile(r"(?:none|nil|n/a|noted)\W*", re.I)
"""An answer on a line of its own."""
FULL_SPACED = 0.75
"""The same where a blank line stands below every line ..."""
SPACED = 0.8
"""... which is so from this share of the lines on, of at least ..."""
FEWEST_SPACED = 60
"""... lines, of which this share is about as long as the longest."""
WRAPPED = 0.2
ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Co|No|St|Cllrs?|Ald|Prof|Rev)\.$")
SENTENCE = 60
"""The fewest characters of a sentence beside which a note may stand."""
NOTE = 40
"""The most characters of a note in the margin."""
NUMBERED_LINE = re.compile(
    r"(?!(?:19|20)\d\d\t)(?:\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})\)|(?:[A-Z]{1,6}[\s./-]?)?"
    r"\d{1,4}(?:[./-]\d{1,4}){0,3}[A-Za-z]?[.):]?)\t+[^\t]*[^\W\d_]{3}[^\t]*$"
)
"""A number, a tab and words: an item or paragraph, and no row of a table."""
BARE_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?\s+(?=[^\W\d_])")
SENTENCE_END = re.compile(r"[.:;?!…][\"'”’)\]]*$")
OPEN_END = re.compile(
    r"(?:,|\w[–-]|\b(?:and|or|of|the|to|for|with|in|on|by|a|an|that|as|from|at|which|is|are|was"
    r"|were"
    r"|be|been|has|have|their|its|our|will|would|should|could|may|this|these))$",
    re.IGNORECASE,
)


def clean(document: Document) -> list[Block]:
    """The blocks of ``document`` in reading order."""
    width = _wrapped_width(document)
    spaced = width > 0 and _is_spaced(document, width)
    blocks: list[Block] = []
    gap = True
    for read in line_blocks(document):
        if read is None:
            gap = True
            continue
        block, note = _without_note(blocks, read, width) if not gap else (read, None)
        in_table = not gap and bool(blocks) and blocks[-1].kind is BlockKind.TABLE_ROW
        if block.kind is BlockKind.TABLE_ROW and not in_table:
            block, note = _unless_row(block), note or _note_beside(block)
            if note and block.kind is BlockKind.TABLE_ROW:
                block = _without_second(block)
        if blocks and not gap and _continues(blocks[-1], block, width):
            blocks[-1] = _join(blocks[-1], block)
        elif not (gap and _heal(blocks, block, width if spaced else 0)):
            blocks.append(block)
        blocks += [note] if note else []
        gap = False
    return blocks


def _note_beside(block: Block) -> Block | None:
    r"""The short second cell beside a whole sentence: "... was agreed.\tClerk" is no row."""
    cells = [match.span() for match in re.finditer(r"[^\t]+", block.text)]
    if len(cells) != 2:
        return None
    first, second = (block.body.slice(*span).strip() for span in cells)
    listed = NUMBERED.match(first.text) is not None and len(first) >= NOTE
    sentence = (listed or len(first) >= SENTENCE) and first.text.endswith(".")
    if not sentence or len(second) > NOTE or re.search(r"\d", second.text):
        return None
    return replace(block, kind=BlockKind.PARAGRAPH, body=second, aside=True)


def _without_second(block: Block) -> Block:
    """The first cell of a row, which is a sentence."""
    first = next(re.finditer(r"[^\t]+", block.text))
    body = block.body.slice(*first.span()).strip()
    kind = BlockKind.LIST_ITEM if NUMBERED.match(body.text) else BlockKind.PARAGRAPH
    return replace(block, kind=kind, body=body, last_line=len(body))


def _unless_row(block: Block) -> Block:
    """A line whose tabs only indent it, or part its number from its words, is no row."""
    body = block.body.strip()
    if NUMBERED_LINE.match(body.text):
        return replace(block, kind=BlockKind.LIST_ITEM, body=body, last_line=len(body))
    if "\t" in body.text or not body.text.rstrip("."):
        return block
    kind = BlockKind.LIST_ITEM if NUMBERED.match(body.text) else BlockKind.PARAGRAPH
    return replace(block, kind=kind, body=body, last_line=len(body))


def _without_note(blocks: Sequence[Block], block: Block, width: int) -> tuple[Block, Block | None]:
    r"""A line of prose that only looks like a row, and the note in the margin beside it.

    Minutes may have a column of who is to act: "held on 14 May, were correct.\tClerk". Where
    the second cell is long, it is the next sentence after a wide gap.
    """
    cells = [match.span() for match in re.finditer(r"[^\t]+", block.text)]
    if block.kind is not BlockKind.TABLE_ROW or len(cells) != 2 or not blocks:
        return block, None
    before = blocks[-1]
    first, second = (block.body.slice(*span).strip() for span in cells)
    goes_on = (
        before.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and width > 0
        and before.last_line >= FULL * width
        and not SENTENCE_END.search(before.text)
        and (first.text[:1].islower() or first.text.endswith((".", ";")))
    )
    if not goes_on:
        return block, None
    if len(second.text) > NOTE:
        first, second = joined([first, second], " "), TracedText("", ())
    line = replace(block, kind=BlockKind.PARAGRAPH, body=first, last_line=len(first))
    note = replace(block, kind=BlockKind.PARAGRAPH, body=second, aside=True)
    return line, note if second.text else None


def _wrapped_width(document: Document) -> int:
    """The width at which the lines of a document were wrapped; 0 where they were not."""
    lengths = sorted(
        len(line.text) for line in document.lines if line.text.strip() and "\t" not in line.text
    )
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    return width if 40 <= width <= 140 else 0


def _is_spaced(document: Document, width: int) -> bool:
    """Whether lines were wrapped at ``width``, and a blank line stands below nearly all."""
    lengths = [len(line.text.strip()) for line in document.lines]
    filled = [length for length in lengths if length]
    below = sum(one > 0 and not other for one, other in pairwise(lengths))
    wrapped = sum(0.9 * width <= length <= 1.1 * width for length in filled)
    return (
        len(filled) >= FEWEST_SPACED
        and below >= SPACED * len(filled)
        and wrapped >= WRAPPED * len(filled)
    )


def _continues(before: Block, block: Block, width: int) -> bool:
    """Whether ``block`` goes on with the line before it."""
    if block.kind is BlockKind.HEADING:
        same = before.kind is BlockKind.HEADING and block.level == before.level
        filled = before.last_line >= FULL_HEADING * width
        return same and (filled or bool(OPEN_END.search(before.text)))
    if width and block.kind is BlockKind.LIST_ITEM and BARE_NUMBER.match(block.text):
        if _counts_on(before.text, block.text):
            return False
        return before.last_line >= FULL * width and not SENTENCE_END.search(before.text)
    if block.kind is not BlockKind.PARAGRAPH or before.kind in (
        BlockKind.TABLE_ROW,
        BlockKind.HEADING,
        BlockKind.PAGE_LEFT_BLANK,
    ):
        return False
    if re.search(r":[-–—]\s*$", before.text) or NOTHING.fullmatch(block.text):
        return False
    if block.text[:1].islower():
        return width > 0 or (before.last_line > 30 and not SENTENCE_END.search(before.text))
    if not width or before.last_line < FULL * width:
        return False
    word = len(block.text.split(maxsplit=1)[0])
    return before.last_line + 1 + word >= FITS * width or bool(OPEN_END.search(before.text))


def _counts_on(before: str, after: str) -> bool:
    """Whether two lines begin with a number and the next one: "4.2 ...", "4.3 ..."."""
    numbers = [re.match(r"(\d+\.)?(\d+)\b", text) for text in (before, after)]
    one, other = numbers
    return bool(one and other and one[1] == other[1] and int(one[2]) + 1 == int(other[2]))


def _join(before: Block, block: Block) -> Block:
    separator = "" if re.search(r"\w[-–]$", before.text) and block.text[:1].islower() else " "
    body = joined([before.body, block.body], separator)
    return replace(before, body=body, linked=block.linked, last_line=block.last_line)


def _heal(blocks: list[Block], block: Block, width: int) -> bool:
    """Join ``block`` to the sentence that a page break cut off, if there is one.

    Where a blank line stands below every line, one of ``width`` (else 0) may go on as well.
    """
    if block.kind is not BlockKind.PARAGRAPH or not blocks or block.aside:
        return False
    at = len(blocks) - 1
    if at > 0 and blocks[at].aside:
        at -= 1
    before = blocks[at]
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or before.linked:
        return False
    if width and before.bold == block.bold and before.last_line >= FULL_SPACED * width:
        ends = SENTENCE_END.search(before.text) and not ABBREVIATED.search(before.text)
        if not ends:
            blocks[at] = _join(before, block)
            return True
    if before.bold:
        return False
    if SENTENCE_END.search(before.text) or len(before.text) < 40:
        return False
    if not (block.text[:1].islower() or OPEN_END.search(before.text)):
        return False
    blocks[at] = _join(before, block)
    return True
