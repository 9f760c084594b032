"""PDFs with a text layer, read with pdfium: lines, table rows, headings, page by page."""

import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from corpus.documents import Document, Line, Page
from corpus.errors import UnreadableFileError
from corpus.readers.pdf_furniture import without_furniture
from corpus.readers.pdf_hyphens import Vocabulary, healed
from corpus.readers.pdf_layout import Row, rows_of, texts
from corpus.readers.pdf_lines import PrintedLine, heading_levels, paragraph_gap
from corpus.readers.pdf_words import PageText

_ONE_AT_A_TIME = threading.Lock()  # pdfium is not safe to enter from two threads
_TAIL = 65_536  # bytes in which a whole PDF's end mark stands
_FEW_PATHS = 20  # lines and frames; a page of letters drawn as outlines has many more
_NO_PAGES = re.compile(rb"/Kids\s*\[\s*\]")
_PASSWORD_ERRORS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


def read_pdf(path: Path, source: str) -> Document:
    """Read a PDF. Pages that hold no text, or cannot be opened, say so."""
    with _ONE_AT_A_TIME:
        pages, read = _pages(path, source)
    if not any(pages):
        count = f"its {len(pages)} pages are images" if len(pages) > 1 else "its page is an image"
        raise UnreadableFileError(
            source,
            f"{count} without text",
            "Run text recognition (OCR), save it as a searchable PDF and add it again.",
        )
    return Document(source, "pdf", tuple(_lines(pages)), tuple(read))


def _pages(path: Path, source: str) -> tuple[list[list[PrintedLine]], list[Page]]:
    """The printed lines of each page, and how it was read."""
    pages: list[list[PrintedLine]] = []
    read: list[Page] = []
    with _opened(path, source) as document:
        for number in range(1, len(document) + 1):
            try:
                printed, is_read = _page(document[number - 1], number)
                problem = None if is_read else "it is an image without text"
            except pdfium.PdfiumError:
                printed, problem = [], "it is damaged"
            pages.append(printed)
            read.append(Page(number, problem=problem))
    return pages, read


def _page(page: pdfium.PdfPage, number: int) -> tuple[list[PrintedLine], bool]:
    """The printed lines of a page, and whether it could be read: a blank page can."""
    text = PageText(page)
    printed = _printed(text, number)
    is_read = bool(printed) or not _is_drawn(page)
    text.close()
    page.close()
    return printed, is_read


def _is_drawn(page: pdfium.PdfPage) -> bool:
    """Whether a page without text shows something all the same; a blank page does not."""
    kinds = [item.type for item in page.get_objects(max_depth=1)]
    drawn = {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING}
    return bool(drawn.intersection(kinds)) or kinds.count(raw.FPDF_PAGEOBJ_PATH) > _FEW_PATHS


def _opened(path: Path, source: str) -> pdfium.PdfDocument:
    _refuse_cut_short(path, source)
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise _unopened(path, source, error.err_code) from error


def _unopened(path: Path, source: str, code: int) -> UnreadableFileError:
    if _NO_PAGES.search(path.read_bytes()):  # pdfium has no error of its own for that
        return UnreadableFileError(source, "it has no pages", "Save or download it again.")
    if code in _PASSWORD_ERRORS:
        return UnreadableFileError(
            source,
            "it is protected by a password",
            "Open it with the password, save a copy without one and add the copy.",
        )
    return UnreadableFileError(
        source,
        "it is damaged, or not a PDF",
        "Download it again, or open it, save it as PDF anew and add that.",
    )


def _refuse_cut_short(path: Path, source: str) -> None:
    """Refuse a broken download, which pdfium would open; its lost pages would go unnoticed."""
    with path.open("rb") as file:
        beginning = file.read(1024)
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    if b"%PDF-" in beginning and b"%%EOF" not in tail:
        raise UnreadableFileError(
            source,
            "it is cut short: the end of the PDF is missing",
            "Download it again and add it again.",
        )


def _printed(page: PageText, number: int) -> list[PrintedLine]:
    rows = rows_of(page.words())
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


def _lines(pages: Sequence[list[PrintedLine]]) -> Iterator[Line]:
    """The lines of the document, with a blank one for each gap and between pages."""
    kept = without_furniture(pages)
    everything = [line for page in kept for line in page]
    gap = paragraph_gap(everything)
    levels = heading_levels(everything)
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
