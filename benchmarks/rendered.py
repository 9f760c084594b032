"""Text papers set as PDF, to see whether the same papers answer as well from their pages.

A line is a paragraph, lines with tabs are the rows of a ruled table, and a page left blank
is a page. Nothing of a paper is kept: the PDFs are made in a folder that the caller removes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from assistant.evaluation.gold import Evidence, GoldQuestion

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=7)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=13, leading=16)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=8, leading=10, spaceAfter=0)
BLANK = "This page is intentionally left blank"
FEW = 12
"""Rows that are kept on one page, as word processors do."""
RULED = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
Pages = Mapping[str, Mapping[int, Sequence[int]]]
"""By the name of a text: the pages of its PDF on which each of its lines stands, both 1-based."""


class _Paged(SimpleDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """A document that remembers on which page each line of the text came to stand."""

    pages_of: dict[int, list[int]]

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  reportlab calls it so
        for line in getattr(flowable, "lines_of_text", ()):
            self.pages_of.setdefault(line, []).append(self.page)


class _Line(Paragraph):  # type: ignore[misc]
    """A paragraph, and both parts of one that goes on to the next page, of one line."""

    lines_of_text: tuple[int, ...] = ()

    def split(self, width: float, height: float) -> list[Flowable]:
        return [_numbered(part, self.lines_of_text) for part in super().split(width, height)]


class _Row(Table):  # type: ignore[misc]
    """The row of a table, and both parts of one that goes on to the next page."""

    lines_of_text: tuple[int, ...] = ()

    def onSplit(self, part: Table, byRow: int = 1) -> None:  # noqa: N802, N803  so in reportlab
        _numbered(part, self.lines_of_text)


def render(text: Path, pdf: Path) -> dict[int, list[int]]:
    """Set a text as a PDF; the pages of each line that is not blank."""
    document = _Paged(str(pdf), pagesize=A4, invariant=1)
    document.pages_of = {}
    document.build(list(_flowables(text.read_text(encoding="utf-8").split("\n"))))
    return document.pages_of


def render_all(papers: Sequence[Path], folder: Path) -> Pages:
    """Set each text as a PDF of its name in ``folder``."""
    return {path.name: render(path, folder / f"{path.stem}.pdf") for path in papers}


def on_pages(gold: Sequence[GoldQuestion], pages: Pages) -> list[GoldQuestion]:
    """The questions with their evidence on the pages on which its lines came to stand."""
    return [
        replace(question, evidence=tuple(_on_page(each, pages) for each in question.evidence))
        for question in gold
    ]


def _on_page(evidence: Evidence, pages: Pages) -> Evidence:
    """The evidence on the first of its pages; on the others as well."""
    of_line = pages[evidence.file]
    lines = range(evidence.line_start or 1, (evidence.line_end or 1) + 1)
    found = sorted({page for line in lines for page in of_line.get(line, ())})
    file = f"{Path(evidence.file).stem}.pdf"
    first, *others = (Evidence(file, page, None, None) for page in found)
    return replace(first, also_in=tuple(others))


def _flowables(lines: Sequence[str]) -> Iterator[Flowable]:
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    for is_row, run in groupby(numbered, key=lambda each: "\t" in each[1]):
        if is_row:
            rows = list(_rows(list(run)))
            yield from rows if len(rows) > FEW else [KeepTogether(rows)]
            continue
        for number, line in run:
            blank = line.strip() == BLANK
            if blank:
                yield PageBreak()
            yield _numbered(_paragraph(line), (number,))
            if blank:
                yield PageBreak()


def _rows(rows: Sequence[tuple[int, str]]) -> Iterator[Flowable]:
    """Each row as a table of its own, of the widths of the whole: rows may be on two pages."""
    cells = [line.split("\t") for _, line in rows]
    count = max(map(len, cells))
    longest = [max((len(row[n]) for row in cells if n < len(row)), default=1) for n in range(count)]
    shares = [min(max(length, 12), 40) for length in longest]
    widths = [(A4[0] - 150) * share / sum(shares) for share in shares]
    for (number, _), row in zip(rows, cells, strict=True):
        padded = [Paragraph(_marked(cell), CELL) for cell in (*row, *[""] * (count - len(row)))]
        yield _numbered(_Row([padded], widths, style=RULED, splitInRow=1), (number,))


def _numbered(flowable: Any, lines: tuple[int, ...]) -> Flowable:
    flowable.lines_of_text = lines
    return flowable


def _paragraph(line: str) -> _Line:
    heading = re.match(r"#+\s*", line)
    return _Line(_marked(line[heading.end() :] if heading else line), HEADING if heading else BODY)


def _marked(text: str) -> str:
    bold = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text.strip(), quote=False))
    return bold.replace("**", "")
