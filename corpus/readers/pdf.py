"""PDFs with a text layer, read with pdfium: lines, table rows, headings, page by page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pypdfium2 as pdfium

from corpus.documents import Bookmark, Document, Line, Page
from corpus.readers.pdf_furniture import furniture_of, without_furniture
from corpus.readers.pdf_grids import rows_of_page
from corpus.readers.pdf_hyphens import Vocabulary, healed
from corpus.readers.pdf_layout import Row, texts
from corpus.readers.pdf_lines import PrintedLine, heading_levels, paragraph_gap
from corpus.readers.pdf_numbers import printed_numbers
from corpus.readers.pdf_opening import ONE_AT_A_TIME, opened
from corpus.readers.pdf_scans import IS_SCAN, all_images, is_scan, read_scans
from corpus.readers.pdf_words import PageText
from corpus.readers.recognition import AS_INSTALLED, Recognition


def read_pdf(path: Path, source: str, recognition: Recognition = AS_INSTALLED) -> Document:
    """Read a PDF; its scanned pages by ``recognition``.

    Pages of which nothing can be read say why; a PDF of such pages alone is refused.
    """
    margins: list[Line] = []
    with ONE_AT_A_TIME:
        pages, read, outline = _pages(path, source, margins)
    read_scans(path, pages, read, recognition)
    if not any(pages):
        raise all_images(source, read)
    borne = printed_numbers(pages)
    numbered = tuple(replace(page, printed=borne.get(page.number)) for page in read)
    margins += (Line(line.text, page=line.page) for line in furniture_of(pages))
    lines = tuple(_lines(pages, read))
    return Document(source, "pdf", lines, numbered, outline, tuple(margins))


def _pages(
    path: Path, source: str, margins: list[Line]
) -> tuple[list[list[PrintedLine]], list[Page], tuple[Bookmark, ...]]:
    """The printed lines of each page, how it was read, and the outline.

    To ``margins`` is added what the file says of itself, and watermarks.
    """
    pages: list[list[PrintedLine]] = []
    read: list[Page] = []
    with opened(path, source) as document:
        said = document.get_metadata_dict()
        margins += (Line(said[name]) for name in ("Title", "Subject", "Keywords") if said[name])
        for number in range(1, len(document) + 1):
            try:
                printed, is_read, aslant = _page(document[number - 1], number)
                margins += [Line(aslant, page=number)] if aslant else []
                problem = None if is_read else IS_SCAN
            except pdfium.PdfiumError:
                printed, problem = [], "it is damaged"
            pages.append(printed)
            read.append(Page(number, problem=problem))
        return pages, read, tuple(_outline(document))


def _outline(document: pdfium.PdfDocument) -> Iterator[Bookmark]:
    """The entries that lead to a page of this file."""
    for entry in document.get_toc():
        target = entry.get_dest()
        page = target.get_index() if target else None
        if page is not None and page >= 0:
            yield Bookmark(entry.get_title(), page + 1, entry.level)


def _page(page: pdfium.PdfPage, number: int) -> tuple[list[PrintedLine], bool, str]:
    """The printed lines of a page, whether it could be read (a blank one can), its watermark."""
    text = PageText(page)
    printed = _printed(text, number)
    is_read = not is_scan(page, printed)
    aslant = text.aslant()
    text.close()
    page.close()
    return printed, is_read, aslant


def _printed(page: PageText, number: int) -> list[PrintedLine]:
    rows = rows_of_page(page.words(), page.rules())
    low, high = page.extent
    return [
        _printed_line(page, row, text, number, (row.bottom - low) / max(high - low, 1))
        for row, text in zip(rows, texts(rows), strict=True)
    ]


def _size_of_most(row: Row) -> float:
    """The em in which most of a row is set: a dash may come from a larger font."""
    by_size: Counter[float] = Counter()
    for piece in row.cells[0]:
        for word in piece.words:
            by_size[word.size] += len(word.text)
    return max(by_size, key=lambda size: (by_size[size], size))


def _printed_line(page: PageText, row: Row, text: str, number: int, height: float) -> PrintedLine:
    words = row.cells[0][0].words
    is_line = len(row.cells) == 1
    ends_bold = is_line and page.is_bold(words[-1])
    return PrintedLine(
        text=text,
        page=number,
        cells=len(row.cells),
        baseline=max(cell[0].bottom for cell in row.cells),
        bottom=row.bottom,
        size=_size_of_most(row),
        bold=ends_bold and page.is_bold(words[0]),
        ends_bold=ends_bold,
        height=height,
    )


def _lines(pages: Sequence[list[PrintedLine]], read: Sequence[Page]) -> Iterator[Line]:
    """The lines of the document, with a blank one for each gap and between pages.

    The size of type on a scan is only an estimate, and makes no headings.
    """
    kept = without_furniture(pages)
    everything = [line for page in kept for line in page]
    gap = paragraph_gap(everything)
    typeset = [line for line in everything if read[line.page - 1].confidence is None]
    levels = heading_levels(typeset)
    vocabulary = Vocabulary.of([line.text for line in everything])
    for number, printed in groupby(everything, key=lambda line: line.page):
        lines = []
        before: PrintedLine | None = None
        for line in printed:
            if before and before.parted_from(line, gap):
                lines.append(Line("", page=number))
            lines.append(Line(line.text, page=number, heading=levels.get(id(line))))
            before = line
        yield from healed(lines, vocabulary)
        yield Line("", page=number)
