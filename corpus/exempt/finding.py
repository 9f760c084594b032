"""Which parts of a document are exempt, and why."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.documents import Document
from corpus.exempt.heads import closed_by_head, reason_of
from corpus.exempt.markings import word_of
from corpus.exempt.naming import closed_by_name
from corpus.exempt.pages import (
    is_placeholder,
    opens_another,
    pages_at_edge,
    pages_in_margin,
    pages_in_outline,
    placeholders,
    reason_on,
)
from corpus.exempt.parts import ExemptPart, blanked, merged
from corpus.exempt.sections import closed_within, marks_next
from corpus.packs.splitting import PaperText
from corpus.papers import PaperKind
from corpus.structure import paper_texts
from corpus.text.blocks import Block

_RUNNING = 3
"""Pages in a row with a running mark: where it ends, the closed paper does."""
_WITHOUT_EDGES = (PaperKind.AGENDA, PaperKind.WORK_PROGRAMME)
"""Papers whose items are headed "Exempt"; such a line may stand at the edge of a page."""


@dataclass(frozen=True, slots=True)
class _Located:
    """A paper with the lines ``first`` to ``last`` (from 0, inclusive) that belong to it."""

    text: PaperText
    first: int
    last: int


def exempt_parts(document: Document, folder: str = "") -> tuple[ExemptPart, ...]:
    """The parts of ``document`` that are exempt, in order; none overlaps another.

    ``folder`` is the name of the folder that was added. Where a marking at the head of a
    paper can be read in two ways, the paper is taken to be exempt.
    """
    reason = _of_the_whole(document, folder)
    if reason:
        return (ExemptPart(0, len(document.lines) - 1, reason),)
    left_out = list(_left_out(document))
    document = blanked(document, left_out)
    papers = _located(document)
    starts = [start for start, _ in document.numbered()]
    found = left_out + [part for at in range(len(papers)) for part in _closed(papers, at, starts)]
    found += list(_marked_pages(document, papers))
    in_outline = pages_in_outline(document)
    found += [
        ExemptPart(number, number, in_outline[line.page])
        for number, line in enumerate(document.lines)
        if line.page in in_outline
    ]
    return merged(document, found)


def _of_the_whole(document: Document, folder: str) -> str | None:
    """Why the whole file is exempt, by its name or by what stands outside its text."""
    if word := closed_by_name(document.source, folder):
        return f"named {word}"
    outside = (line.text for line in document.margins if line.page is None)
    reasons = (reason_on(text, in_margin=True) for text in outside)
    reason = next(filter(None, reasons), None)
    return f"{reason} (in its header, footer or properties)" if reason else None


def _left_out(document: Document) -> Iterator[ExemptPart]:
    """Pages, or lines, that stand for papers which were left out of a public pack."""
    pages = placeholders(document)
    for number, line in enumerate(document.lines):
        if line.page in pages:
            yield ExemptPart(number, number, pages[line.page])
        elif line.page is None and is_placeholder(line):
            yield ExemptPart(number, number, "marked restricted")


def _located(document: Document) -> list[_Located]:
    """The papers of a document; the lines between two belong to the second."""
    starts = [start for start, _ in document.numbered()]
    texts = paper_texts(document)
    if not texts:
        return []
    ends = [_line(starts, text.blocks[-1], last=True) for text in texts]
    firsts = [0, *(end + 1 for end in ends[:-1])]
    lasts = [*ends[:-1], len(document.lines) - 1]
    return [_Located(*each) for each in zip(texts, firsts, lasts, strict=True)]


def _line(starts: Sequence[int], block: Block, *, last: bool = False) -> int:
    """The number of the first line of a block, or its last."""
    return bisect_right(starts, block.body.place(len(block.body) - 1 if last else 0)) - 1


def _closed(papers: Sequence[_Located], at: int, starts: Sequence[int]) -> Iterator[ExemptPart]:
    """What is closed of the paper ``at`` by what it says; lines begin at ``starts``."""
    paper, before = papers[at], papers[at - 1] if at else None
    reason = closed_by_head(paper.text, before.text if before else None)
    if reason:
        yield ExemptPart(paper.first, paper.last, reason)
        return
    own = paper.text
    if at + 1 < len(papers):
        mark = marks_next(own, papers[at + 1].text)
        if mark is not None:
            following = papers[at + 1]
            near = [*own.blocks[mark:], *following.text.blocks[:3]]
            reason = reason_of(word_of(" ".join(block.text for block in near)), near)
            first = _line(starts, own.blocks[mark]) if mark else paper.first
            yield ExemptPart(first, following.last, reason)
            own = PaperText(own.kind, own.blocks[:mark])
    for run in closed_within(own) if own.blocks else ():
        last = paper.last if run.last == len(paper.text.blocks) - 1 else None
        end = _line(starts, own.blocks[run.last], last=True) if last is None else last
        yield ExemptPart(_line(starts, own.blocks[run.first]), end, run.reason)


def _marked_pages(document: Document, papers: Sequence[_Located]) -> Iterator[ExemptPart]:
    """What is closed by running marks, paper by paper."""
    in_margin, at_edge = pages_in_margin(document), pages_at_edge(document)
    openings = opens_another(document) - set(at_edge) - set(in_margin)
    for paper in papers:
        marked = in_margin if paper.text.kind in _WITHOUT_EDGES else {**at_edge, **in_margin}
        if marked:
            yield from _runs(document, paper, marked, openings)


def _runs(
    document: Document, paper: _Located, marked: Mapping[int, str], openings: set[int]
) -> Iterator[ExemptPart]:
    """Marked pages of one paper, with those that follow unless something ends it before."""
    lines = range(paper.first, paper.last + 1)
    pages = sorted({page for n in lines if (page := document.lines[n].page) is not None})
    groups: list[list[int]] = []
    for before, page in pairwise([0, *pages]):
        if page not in marked:
            continue
        if groups and groups[-1][-1] == before:
            groups[-1].append(page)
        else:
            groups.append([page])
    for group in groups:
        end = _last_page(group, pages, openings)
        held = [n for n in lines if group[0] <= (document.lines[n].page or 0) <= end]
        yield ExemptPart(held[0], held[-1], marked[group[0]])


def _last_page(group: Sequence[int], pages: Sequence[int], openings: set[int]) -> int:
    """The last page that is closed by the marks on the pages of ``group``."""
    if len(group) >= _RUNNING:
        return group[-1]
    after = [page for page in pages if page > group[-1] and page in openings]
    return after[0] - 1 if after else pages[-1]
