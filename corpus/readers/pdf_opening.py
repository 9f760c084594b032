"""Opening a PDF with pdfium, or saying why it cannot be opened."""

import re
import threading
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from corpus.errors import UnreadableFileError

ONE_AT_A_TIME = threading.Lock()
"""Held by whoever calls pdfium, which is not safe to enter from two threads."""
_TAIL = 65_536  # bytes in which a whole PDF's end mark stands
_NO_PAGES = re.compile(rb"/Kids\s*\[\s*\]")
_PASSWORD_ERRORS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


def opened(path: Path, source: str) -> pdfium.PdfDocument:
    """Open a PDF, to be closed by who asked. Raises UnreadableFileError, with what to do."""
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
