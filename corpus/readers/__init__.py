"""Readers: one module a format. A file becomes a Document, or an UnreadableFileError."""

import codecs
from pathlib import Path

from corpus.documents import Document, Reader
from corpus.errors import UnreadableFileError
from corpus.readers.office import read_office
from corpus.readers.pdf import read_pdf
from corpus.readers.plain_text import read_plain_text
from corpus.readers.recognition import AS_INSTALLED, Recognition
from corpus.readers.web_page import read_web_page
from corpus.readers.word import read_word

__all__ = ["SUFFIXES", "Recognition", "not_read", "read"]

_BY_SUFFIX: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".text": read_plain_text,
    ".md": read_plain_text,
    ".markdown": read_plain_text,
    ".pdf": read_pdf,
    ".docx": read_word,
    ".doc": read_office,
    ".docm": read_office,
    ".odt": read_office,
    ".rtf": read_office,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".xhtml": read_web_page,
}
SUFFIXES = frozenset(_BY_SUFFIX)
"""Suffixes of the files that can be read, in lower case."""

_OFFICE_SUFFIXES = frozenset({".dot", ".dotx", ".ott", ".pages", ".wpd", ".wps"})
_BEGINNING = 64  # bytes that tell a format
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIPPED = b"PK\x03\x04"
_ZIPPED_OTHERS = frozenset({".docm", ".odt"})  # zipped too, but not for the Word reader


def read(path: Path, source: str, recognition: Recognition = AS_INSTALLED) -> Document:
    """Read a file by its suffix, unless its content says that it is of another format.

    ``source`` names it in citations; ``recognition`` reads scanned pages. Raises
    UnreadableFileError, with what to do.
    """
    reader = _BY_SUFFIX.get(path.suffix.lower())
    if reader is None:
        raise not_read(path, source)
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
        if not beginning:
            raise UnreadableFileError(source, "it is empty", "Save or download it again.")
        reader = _by_content(beginning, reader, path.suffix.lower())
        if reader is read_pdf:
            return read_pdf(path, source, recognition)
        return reader(path, source)
    except OSError as error:
        raise UnreadableFileError(
            source,
            f"it cannot be opened ({error.strerror or error})",
            "See that it is there and that you may read it.",
        ) from error


def _by_content(beginning: bytes, by_suffix: Reader, suffix: str) -> Reader:
    """The reader that the first bytes ask for, whatever the file is called.

    What is called .doc is often another format: Word opens them all.
    """
    first = beginning.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if first.startswith(b"%pdf-"):
        return read_pdf
    if beginning.startswith(_OLD_OFFICE) or first.startswith(b"{\\rtf"):
        return read_office
    if beginning.startswith(_ZIPPED) and suffix not in _ZIPPED_OTHERS:
        return read_word
    if by_suffix is read_office and first.startswith((b"<html", b"<!doctype html")):
        return read_web_page
    return by_suffix


def not_read(path: Path, source: str) -> UnreadableFileError:
    """That files with the suffix of ``path`` are not read, and what to do."""
    kind = f"{path.suffix} files are" if path.suffix else "files without a suffix are"
    if path.suffix.lower() in _OFFICE_SUFFIXES:
        remedy = "Save it as .docx or PDF and add that."
    else:
        remedy = "Save it as PDF, Word (.docx), HTML, Markdown or plain text (.txt)."
    return UnreadableFileError(source, f"{kind} not read", remedy)
