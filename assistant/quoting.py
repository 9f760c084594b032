"""What can be quoted of a passage: sentences, clauses, rows, or a whole decision."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.documents import Document, Span
from corpus.papers import Force, Passage
from corpus.text.sentences import sentences
from corpus.text.tracing import place_of

WIDE = 65
"""Words. A shorter quotation is widened up to this."""
WIDE_TABLE = 24
"""Words. The same for a row of a table."""
LONG_ROW = 60
"""Words. A longer row is quoted cell by cell, each with the row's first cell."""
WHOLE = 130
"""Words of a proposal that is quoted whole; of a longer one each clause stands for itself."""
SHORTEST = 3
"""Words. A shorter sentence says nothing by itself and goes with the one after it."""


@dataclass(frozen=True, slots=True)
class Quotable:
    """Characters ``start`` to ``end`` of a passage's text.

    ``lead`` is quoted beside them: the band or header that gives a row its meaning, the
    lead-in of a list item.
    """

    passage: Passage
    start: int
    end: int
    lead: "Quotable | None" = None

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text[self.start : self.end]

    @property
    def leads(self) -> "tuple[Quotable, ...]":
        """What leads to the words, outermost first."""
        return (*self.lead.leads, self.lead) if self.lead else ()

    @property
    def whole(self) -> str:
        """The words with what leads to them."""
        return " ".join(part.text for part in (*self.leads, self))


def quotables(passage: Passage) -> list[Quotable]:
    """The parts of ``passage`` that can be quoted by themselves, in order."""
    if passage.is_table:
        return list(_rows(passage))
    long_proposal = passage.force is Force.PROPOSED and len(passage.text.split()) > WHOLE
    if passage.force not in (Force.DISCUSSED, Force.REPORTED) and not long_proposal:
        return [Quotable(passage, 0, len(passage.text))]
    parts: list[Quotable] = []
    lead: Quotable | None = None
    lines = list(_lines(passage.text))
    for at, (start, end) in enumerate(lines):
        line = passage.text[start:end]
        after = passage.text[slice(*lines[at + 1])] if at + 1 < len(lines) else ""
        if after and (_leads(line) or _titles(line, after)):
            lead = Quotable(passage, start, end)
            continue
        is_item = len(line) < 350
        for first, last in sentences(line):
            parts.append(Quotable(passage, start + first, start + last, lead if is_item else None))
        if not is_item:
            lead = None
    return [part for part in parts if len(part.text.split()) >= SHORTEST] or parts


def _leads(line: str) -> bool:
    return line.endswith(":") and len(line) < 200


def _titles(line: str, after: str) -> bool:
    """Whether a short line stands over a longer one as its title."""
    short = len(line.split()) <= 14 and not line.endswith((".", ";", ","))
    return short and len(after.split()) >= 15


def widened(part: Quotable) -> Quotable:
    """``part`` with the sentences or rows beside it, as far as they make one short quotation.

    A sentence is easily misread without the one before or after: a reply without its
    question, "this" without what it stands for.
    """
    siblings = quotables(part.passage)
    at = next((i for i, each in enumerate(siblings) if each.start == part.start), None)
    most = WIDE_TABLE if part.passage.is_table else WIDE
    if at is None or len(part.text.split()) >= most:
        return part
    first = last = at
    while True:
        grown = False
        for low, high in ((first, last + 1), (first - 1, last)):
            if low < 0 or high >= len(siblings):
                continue
            start, end = siblings[low].start, siblings[high].end
            if len(part.passage.text[start:end].split()) <= most:
                first, last, grown = low, high, True
        if not grown:
            break
    return Quotable(part.passage, siblings[first].start, siblings[last].end, part.lead)


def nearest(parts: Iterable[Quotable], most: int = 4) -> tuple[Quotable, ...]:
    """The first part of each passage, at most ``most``."""
    chosen: dict[str, Quotable] = {}
    for part in parts:
        chosen.setdefault(part.passage.id, part)
    return tuple(list(chosen.values())[:most])


def place_in(document: Document, quotable: Quotable) -> Span:
    """Where the words of ``quotable`` stand in ``document``."""
    runs = quotable.passage.runs
    first = place_of(runs, quotable.start)
    last = place_of(runs, max(quotable.start, quotable.end - 1)) + 1
    return document.span(min(first, last - 1), max(first + 1, last))


def _rows(passage: Passage) -> Iterator[Quotable]:
    """The rows of a table, each led by the last of the lines that stand above them.

    These are its caption, its header and the band that it stands under.
    """
    lead: Quotable | None = None
    for start, end in _lines(passage.text):
        line = Quotable(passage, start, end, lead)
        if place_of(passage.runs, start) < passage.span.start:
            lead = line
        elif len(line.text.split()) > LONG_ROW:
            yield from _cells(line)
        else:
            yield line


def _cells(row: Quotable) -> Iterator[Quotable]:
    """The cells of a long row, each after the first led by it."""
    cells = [
        Quotable(row.passage, row.start + match.start(), row.start + match.end())
        for match in re.finditer(r"[^|\s](?:[^|]*[^|\s])?", row.text)
    ]
    yield cells[0]
    for cell in cells[1:]:
        yield Quotable(row.passage, cell.start, cell.end, cells[0])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text):
        yield match.span()
