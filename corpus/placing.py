"""Texts found in a document become values that say where they stand."""

import hashlib
from collections.abc import Sequence

from corpus.business.sections import Section
from corpus.decisions.clauses import without_gaps
from corpus.decisions.decision_text import DecisionText
from corpus.documents import Document, Span
from corpus.packs.agendas import pages_printed
from corpus.packs.splitting import PaperText
from corpus.packs.titles import status_of, title_of
from corpus.papers import (
    Appearance,
    Business,
    Decision,
    Item,
    Meeting,
    Paper,
    Passage,
    Run,
)
from corpus.passages import PassageText
from corpus.people.naming import AppearanceText
from corpus.text.blocks import Block
from corpus.text.tracing import joined, place_of


class Placing:
    """Places what was found in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def paper(self, text: PaperText, meeting: Meeting, item: Item | None) -> Paper:
        """A paper from its first block to its last."""
        span = self._blocks(text.blocks[0], text.blocks[-1])
        source = self._document.source
        return Paper(
            id=_id(source, str(span.start), text.kind, text.blocks[0].text),
            source=source,
            kind=text.kind,
            title=title_of(text),
            meeting=meeting,
            status=status_of(text),
            span=span,
            item=item,
        )

    def business(self, paper: Paper, item: Item, blocks: Sequence[Block]) -> Business:
        """An item or a minute with all its blocks, its heading first."""
        pages = pages_printed(blocks[0].text)
        return Business(paper, item, self._blocks(blocks[0], blocks[-1]), pages)

    def passage(
        self, paper: Paper, section: Section, text: PassageText, boilerplate: bool
    ) -> Passage:
        """A passage; it stands where the part that is its own does."""
        span = span_of(self._document, text.body.runs, *text.core)
        return Passage(
            id=_id(paper.source, f"{span.start}-{span.end}", *section.headings, text.body.text),
            paper=paper,
            item=section.item,
            headings=section.headings,
            text=text.body.text,
            force=text.force,
            span=span,
            runs=text.body.runs,
            is_table=text.is_table,
            is_boilerplate=boilerplate,
        )

    def decision(self, paper: Paper, section: Section, text: DecisionText) -> Decision:
        """A decision with its clauses, one a line."""
        blocks = section.blocks[text.first : text.last + 1]
        bodies = [block.body for block in blocks if not block.aside or block is blocks[0]]
        end = text.end if len(bodies) == 1 and text.end is not None else len(bodies[0])
        bodies[0] = bodies[0].slice(text.start, end)
        body = joined(bodies, "\n").strip()
        span = span_of(self._document, body.runs, 0, len(body))
        return Decision(
            id=_id(paper.source, f"{span.start}-{span.end}", body.text),
            paper=paper,
            item=section.item,
            force=text.force,
            words=without_gaps(body.text),
            clauses=text.clauses,
            subject=text.subject,
            span=span,
            mover=text.voting.mover,
            seconder=text.voting.seconder,
            vote=text.voting.vote,
        )

    def appearance(self, paper: Paper, section: Section, text: AppearanceText) -> Appearance:
        """A person where they are named."""
        body = section.blocks[text.block].body.slice(text.start, text.end).strip()
        span = span_of(self._document, body.runs, 0, len(body))
        return Appearance(paper, section.item, text.capacity, text.person, body.text, span)

    def _blocks(self, first: Block, last: Block) -> Span:
        start = first.body.place(0)
        end = last.body.place(len(last.body) - 1) + 1
        return self._document.span(start, max(end, start + 1))


def span_of(document: Document, runs: tuple[Run, ...], start: int, end: int) -> Span:
    """The place of characters ``start`` to ``end`` of a text with these runs."""
    first, last = place_of(runs, start), place_of(runs, max(start, end - 1)) + 1
    return document.span(min(first, last - 1), max(first + 1, last))


def _id(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
