"""A passage in its context: the paper's text around it, the quoted words highlighted."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from corpus.documents import Document, Span
from corpus.text.blocks import Block, BlockKind
from corpus.text.cleaning import clean
from corpus.text.tracing import TracedText, place_of

BEFORE, AFTER = 300, 900
"""Characters of the paper shown around the quoted words at first."""
_SCROLLED = '<div class="cp-scroll" role="region" aria-label="Table in the paper" tabindex="0">'


def excerpt(document: Document, paper: Span, words: Span, wider: int = 0) -> str:
    """HTML of the paper around ``words``, which stand in ``<mark>``; all text is escaped.

    ``paper`` is the whole paper: nothing beyond it is shown. ``wider`` is how many
    characters more are shown at both ends.
    """
    start = max(paper.start, words.start - BEFORE - wider)
    end = min(paper.end, words.end + AFTER + wider)
    offset, blocks = _blocks(document, start, end)
    marked = (words.start - offset, words.end - offset)
    parts = ['<p class="cp-cut">…</p>'] if start > paper.start else []
    for is_row, group in groupby(blocks, key=lambda block: block.kind is BlockKind.TABLE_ROW):
        shown = list(group)
        parts += [_table(shown, marked)] if is_row else [_block(block, marked) for block in shown]
    parts += ['<p class="cp-cut">…</p>'] if end < paper.end else []
    return f'<div class="cp-excerpt">{"".join(parts)}</div>'


def is_whole(paper: Span, words: Span, wider: int) -> bool:
    """Whether an excerpt of that width shows the whole paper."""
    return words.start - BEFORE - wider <= paper.start and words.end + AFTER + wider >= paper.end


def _blocks(document: Document, start: int, end: int) -> tuple[int, list[Block]]:
    """The blocks of the lines that touch ``start`` to ``end``, and where those lines begin."""
    touched = [
        (number, at)
        for number, (at, line) in enumerate(document.numbered())
        if at < end and at + len(line.text) >= start
    ]
    if not touched:
        return start, []
    first, last = touched[0][0], touched[-1][0]
    part = Document(document.source, document.format, document.lines[first : last + 1])
    shown = [block for block in clean(part) if block.kind is not BlockKind.PAGE_LEFT_BLANK]
    return touched[0][1], shown


def _block(block: Block, marked: tuple[int, int]) -> str:
    words = _words(block.body, marked)
    if block.kind is BlockKind.HEADING or block.bold or block.text.isupper():
        return f'<p class="cp-heading">{words}</p>'
    listed = block.kind is BlockKind.LIST_ITEM
    return f'<p class="cp-listed">{words}</p>' if listed else f"<p>{words}</p>"


def _table(rows: Sequence[Block], marked: tuple[int, int]) -> str:
    shown = "".join(f"<tr>{_cells(row.body, marked)}</tr>" for row in rows)
    return f"{_SCROLLED}<table><tbody>{shown}</tbody></table></div>"


def _cells(row: TracedText, marked: tuple[int, int]) -> str:
    cells, at = [], 0
    for cell in row.text.split("\t"):
        cells.append(f"<td>{_words(row.slice(at, at + len(cell)), marked)}</td>")
        at += len(cell) + 1
    return "".join(cells)


def _words(body: TracedText, marked: tuple[int, int]) -> str:
    """The text, what stands between the two places of ``marked`` highlighted."""
    first, last = marked
    inside = [at for at in range(len(body)) if first <= place_of(body.runs, at) < last]
    if not inside:
        return escape(body.text)
    start, end = inside[0], inside[-1] + 1
    before, words, after = body.text[:start], body.text[start:end], body.text[end:]
    return f"{escape(before)}<mark>{escape(words)}</mark>{escape(after)}"
