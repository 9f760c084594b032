"""Scanned pages of a PDF: printed lines, made of the words that recognition finds on them."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
from pypdfium2 import raw

from corpus.documents import Page
from corpus.errors import UnreadableFileError
from corpus.readers.pdf_layout import texts
from corpus.readers.pdf_lines import PrintedLine
from corpus.readers.pdf_opening import ONE_AT_A_TIME, opened
from corpus.readers.recognition import (
    HOPELESS,
    Picture,
    Recognised,
    Recognition,
    RecognitionError,
    untried,
)
from corpus.readers.scan_layout import EM_PER_HEIGHT, lines_of, rows_in_order

IS_SCAN = "it is an image without text"
"""The problem of a page that recognition may mend."""
_DOTS = 300  # to the inch, at which Tesseract reads best
_MOST_PIXELS = 20_000_000  # an A3 page at that; larger plans are read more coarsely
_POINTS = 72  # to the inch
_FEW_PATHS = 20  # lines and frames; a page of letters drawn as outlines has many more
_FEW_LETTERS = 20  # a scan may bear the number that its pack gave the page
_MOST_OF_PAGE = 0.6  # of a page's area, from which a picture is the page


def is_scan(page: pdfium.PdfPage, printed: Sequence[PrintedLine]) -> bool:
    """Whether a page shows more than its text says; a blank page does not."""
    if printed:
        letters = sum(len(line.text) for line in printed)
        return letters < _FEW_LETTERS and _is_one_picture(page)
    kinds = [item.type for item in page.get_objects(max_depth=1)]
    drawn = {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING}
    return bool(drawn.intersection(kinds)) or kinds.count(raw.FPDF_PAGEOBJ_PATH) > _FEW_PATHS


def read_scans(
    path: Path, pages: list[list[PrintedLine]], read: list[Page], recognition: Recognition
) -> None:
    """Put what recognition finds into those of ``pages`` whose problem is IS_SCAN.

    ``read`` then says how sure it was, or why nothing was found; one page after the other.
    """
    scans = [at for at, page in enumerate(read) if page.problem == IS_SCAN]
    lacking = recognition.lacking() if scans else None
    for at in scans:
        number = read[at].number
        if lacking:
            read[at] = replace(read[at], problem=untried(lacking))
            continue
        recognition.on_page(number, len(read))
        printed, told = _read_scan(path, number, recognition)
        read[at] = replace(read[at], confidence=told.confidence, problem=told.problem)
        pages[at] = printed or pages[at]


def all_images(source: str, read: Sequence[Page]) -> UnreadableFileError:
    """Why nothing could be read of a PDF, page by page, and what to do."""
    problems = dict.fromkeys(page.problem for page in read if page.problem)
    if not problems:
        return UnreadableFileError(source, "its pages are blank", "See that it is the right file.")
    told = [f"{_listed(read, problem)}: {problem}" for problem in problems]
    return UnreadableFileError(
        source,
        f"no text could be read of it ({'; '.join(told)})",
        "Install Tesseract (tesseract-ocr) with the data of the paper's language, or run text "
        "recognition (OCR) elsewhere and save it as a searchable PDF; then add it again.",
    )


def _listed(read: Sequence[Page], problem: str) -> str:
    """The pages that have ``problem``, such as "pages 1–3, 7"."""
    numbers = [page.number for page in read if page.problem == problem]
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0])
    ]
    told = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page{'s' if len(numbers) > 1 else ''} {told}"


def _read_scan(path: Path, number: int, recognition: Recognition) -> tuple[list[PrintedLine], Page]:
    """The printed lines of a page, and how sure recognition was of them, or why there are none.

    pdfium is held only while the page is drawn.
    """
    try:
        with ONE_AT_A_TIME:
            picture, dots = _drawn(path, number)
        found = recognition.words_of(picture, dots)
    except pdfium.PdfiumError:
        return [], Page(number, problem="it is damaged")
    except RecognitionError as error:
        return [], Page(number, problem=str(error))
    if not found.words:
        return [], Page(number, problem="it is an image in which no text was recognised")
    if found.confidence < HOPELESS:
        problem = f"text recognition could not make it out ({found.confidence} % sure)"
        return [], Page(number, problem=f"it is an image, and {problem}")
    return _printed(found, number, _POINTS / dots), Page(number, confidence=found.confidence)


def _is_one_picture(page: pdfium.PdfPage) -> bool:
    wide, high = page.get_size()
    return any(
        _area(picture.get_bounds()) > _MOST_OF_PAGE * wide * high
        for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    )


def _area(bounds: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = bounds
    return (right - left) * (top - bottom)


def _drawn(path: Path, number: int) -> tuple[Picture, int]:
    """A picture of the page as a viewer shows it, and its dots to the inch."""
    with opened(path, path.name) as document:
        page = document[number - 1]
        wide, high = page.get_size()
        most = math.sqrt(_MOST_PIXELS / max(wide * high, 1))
        scale = min(_DOTS / _POINTS, most)
        bitmap = page.render(scale=scale, grayscale=True)
        picture: Picture = bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()
        bitmap.close()
        page.close()
    return picture, max(1, round(scale * _POINTS))


def _printed(found: Recognised, number: int, scale: float) -> list[PrintedLine]:
    """The lines of a recognised page; ``scale`` is that of a pixel in points."""
    lines = lines_of(found, scale)
    size = round(median(line.height for line in lines) * EM_PER_HEIGHT * 2) / 2
    rows = rows_in_order(lines)
    high = found.size[1] * scale
    return [
        PrintedLine(
            text=text,
            page=number,
            cells=len(row.cells),
            baseline=max(cell[0].bottom for cell in row.cells),
            bottom=row.bottom,
            size=max(size, 1),
            bold=False,
            ends_bold=False,
            height=min(max(row.bottom / high, 0.0), 1.0),
        )
        for row, text in zip(rows, texts(rows), strict=True)
    ]
