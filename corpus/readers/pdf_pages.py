"""A page of a PDF as it is shown: its image, and where each of its words stands on it."""

import ctypes
import io
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw
from pypdfium2 import raw

from corpus.errors import UnreadableFileError
from corpus.readers.pdf_grids import rows_of_page
from corpus.readers.pdf_opening import ONE_AT_A_TIME, opened
from corpus.readers.pdf_words import LINE_END_HYPHEN, PageText, Word

WIDTH = 1400
"""Pixels across an image, twice what the page gives it: small print stays sharp."""
MOST_PIXELS = 4_000_000
"""Of one image; a long roll of paper is drawn smaller."""
_SHARES = 1_000_000  # pdfium places whole pixels; of so many, they are fine shares
_MARKER = (255, 228, 130)  # laid on like a felt pen: what is black stays black
_LINE = (160, 110, 0)  # below each place, for those who do not see the marker's colour
_AROUND = 3  # pixels of marker around the words


class Box(NamedTuple):
    """A place on a page as it is shown: shares of its width and height from the top left."""

    left: float
    top: float
    right: float
    bottom: float


class PrintedWord(NamedTuple):
    """A word of a page. Words of one ``run`` stand side by side."""

    text: str
    box: Box
    run: int


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a PNG, with its size in pixels."""

    png: bytes
    width: int
    height: int


def words_on(path: Path, source: str, number: int) -> list[list[PrintedWord]]:
    """The lines and table rows of page ``number`` (1-based), in the order of reading.

    A scan has none. Raises UnreadableFileError; ``source`` names the file in it.
    """
    with _page(path, source, number) as page:
        text = PageText(page)
        runs = count()
        lines = [
            [
                PrintedWord(_as_printed(word), _shown(page, text.on_page(word)), run)
                for cell in row.cells
                for piece, run in zip(cell, runs, strict=False)
                for word in piece.words
            ]
            for row in rows_of_page(text.words(), text.rules())
        ]
        text.close()
    return lines


def image_of(path: Path, source: str, number: int, marked: Sequence[Box] = ()) -> PageImage:
    """Page ``number`` (1-based) as a reader sees it, with the places ``marked`` highlighted.

    Raises UnreadableFileError; ``source`` names the file in it.
    """
    with _page(path, source, number) as page:
        width, height = page.get_size()
        scale = min(WIDTH / width, math.sqrt(MOST_PIXELS / (width * height)))
        bitmap = page.render(scale=scale)
        image = bitmap.to_pil().convert("RGB")
        bitmap.close()
    image = _highlighted(image, marked)
    out = io.BytesIO()
    image.save(out, "PNG")
    return PageImage(out.getvalue(), image.width, image.height)


def _as_printed(word: Word) -> str:
    return word.text.replace(LINE_END_HYPHEN, "-")


@contextmanager
def _page(path: Path, source: str, number: int) -> Iterator[pdfium.PdfPage]:
    """One page, with pdfium held for it alone."""
    with ONE_AT_A_TIME, opened(path, source) as document:
        try:
            page = document[number - 1]
            yield page
            page.close()
        except (pdfium.PdfiumError, IndexError) as error:
            raise UnreadableFileError(
                source,
                f"its page {number} cannot be shown: it is damaged or not there",
                "Open the file in a PDF viewer, or download it again.",
            ) from error


def _shown(page: pdfium.PdfPage, place: tuple[float, float, float, float]) -> Box:
    """A place in the file's measure as one on the page as shown, turned and cut as it says."""
    left, bottom, right, top = place
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for corner in ((left, bottom), (right, top)):
        raw.FPDF_PageToDevice(page, 0, 0, _SHARES, _SHARES, 0, *corner, x, y)
        corners.append((x.value / _SHARES, y.value / _SHARES))
    (x1, y1), (x2, y2) = corners
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _highlighted(image: Image.Image, marked: Sequence[Box]) -> Image.Image:
    """The image as if somebody had gone over the places with a felt pen."""
    if not marked:
        return image
    pen = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(pen)
    for box in marked:
        left, right = box.left * image.width - _AROUND, box.right * image.width + _AROUND
        top, bottom = box.top * image.height, box.bottom * image.height
        draw.rectangle((left, top, right, bottom), fill=_MARKER)
        draw.rectangle((left, bottom, right, bottom + _AROUND), fill=_LINE)
    return ImageChops.multiply(image, pen)
