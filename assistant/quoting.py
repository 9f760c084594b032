"""What can be quoted of a passage: sentences, clauses, rows, or a whole decision."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.documents import Document, Span
from corpus.papers import Force, Passage
from corpus.sentences import sentences
from corpus.tracing import place_of

SHORTEST = 3
"""Words. A shorter sentence says nothing by itself and goes with the one after it."""


@dataclass(frozen=True, slots=True)
class Quotable:
    """Characters ``start`` to ``end`` of a passage's text. ``lead`` is what gives a row
    its meaning (band, header), quoted beside it, or a list item its lead-in."""

    passage: Passage
    start: int
    end: int
    lead: "Quotable | None" = None

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text[self.start : self.end]

    @property
    def whole(self) -> str:
        """The words with what leads to them."""
        return f"{self.lead.text} {self.text}" if self.lead else self.text


def quotables(passage: Passage) -> list[Quotable]:
    """The parts of ``passage`` that can be quoted by themselves, in order."""
    if passage.is_table:
        return list(_rows(passage))
    if passage.force not in (Force.DISCUSSED, Force.REPORTED):
        return [Quotable(passage, 0, len(passage.text))]
    parts: list[Quotable] = []
    lead: Quotable | None = None
    for start, end in _lines(passage.text):
        line = passage.text[start:end]
        if line.endswith(":") and len(line) < 200:
            lead = Quotable(passage, start, end)
            parts.append(lead)
            continue
        is_item = len(line) < 350
        for first, last in sentences(line):
            parts.append(
                Quotable(passage, start + first, start + last, lead if is_item else None)
            )
        if not is_item:
            lead = None
    return [part for part in parts if len(part.text.split()) >= SHORTEST] or parts


def place_in(document: Document, quotable: Quotable) -> Span:
    """Where the words of ``quotable`` stand in ``document``."""
    runs = quotable.passage.runs
    first = place_of(runs, quotable.start)
    last = place_of(runs, max(quotable.start, quotable.end - 1)) + 1
    return document.span(min(first, last - 1), max(first + 1, last))


def _rows(passage: Passage) -> Iterator[Quotable]:
    """The rows of a table, each led by the band it stands under."""
    band: Quotable | None = None
    for start, end in _lines(passage.text):
        line = Quotable(passage, start, end)
        if place_of(passage.runs, start) < passage.span.start:
            continue  # the caption or header, which stands above the rows
        if " | " not in line.text and band is None:
            band = line
        else:
            yield Quotable(passage, start, end, band)
    if band and " | " not in passage.text[band.end :]:
        yield band


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text):
        yield match.span()
