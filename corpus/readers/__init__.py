"""Readers: one module a format. A file becomes a Document, or an UnreadableFileError."""

from pathlib import Path

from corpus.documents import Document, Reader
from corpus.errors import UnreadableFileError
from corpus.readers.pdf import read_pdf
from corpus.readers.plain_text import read_plain_text
from corpus.readers.web_page import read_web_page
from corpus.readers.word import read_word

__all__ = ["SUFFIXES", "read"]

_BY_SUFFIX: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".text": read_plain_text,
    ".md": read_plain_text,
    ".markdown": read_plain_text,
    ".pdf": read_pdf,
    ".docx": read_word,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".xhtml": read_web_page,
}
SUFFIXES = frozenset(_BY_SUFFIX)
"""Suffixes of the files that can be read, in lower case."""

_OFFICE_SUFFIXES = frozenset({".doc", ".odt", ".rtf", ".docm", ".dotx", ".pages", ".wpd"})
_BEGINNING = 64  # bytes that tell a format


def read(path: Path, source: str) -> Document:
    """Read a file by its suffix, unless its content says that it is a PDF or Word document.

    ``source`` names it in citations. Raises UnreadableFileError, with what to do.
    """
    reader = _BY_SUFFIX.get(path.suffix.lower())
    if reader is None:
        raise _not_read(path, source)
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
        if not beginning:
            raise UnreadableFileError(source, "it is empty", "Save or download it again.")
        return (_by_content(beginning) or reader)(path, source)
    except OSError as error:
        raise UnreadableFileError(
            source,
            f"it cannot be opened ({error.strerror or error})",
            "See that it is there and that you may read it.",
        ) from error


def _by_content(beginning: bytes) -> Reader | None:
    """The reader that the first bytes ask for, whatever the file is called."""
    if beginning.lstrip().startswith(b"%PDF-"):
        return read_pdf
    if beginning.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):  # a zip; an old Office file
        return read_word
    return None


def _not_read(path: Path, source: str) -> UnreadableFileError:
    kind = f"{path.suffix} files are" if path.suffix else "files without a suffix are"
    if path.suffix.lower() in _OFFICE_SUFFIXES:
        remedy = "Save it as .docx or PDF and add that."
    else:
        remedy = "Save it as PDF, Word (.docx), HTML, Markdown or plain text (.txt)."
    return UnreadableFileError(source, f"{kind} not read", remedy)
