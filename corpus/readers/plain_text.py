"""Plain text and Markdown, line by line as they stand."""

import codecs
import re
from pathlib import Path

from corpus.documents import Document
from corpus.errors import UnreadableFileError
from corpus.readers.mail_text import lines_of_mail

LARGEST_FILE = 64_000_000
"""Bytes of text read at most: some ten thousand pages. What is larger is no council paper."""

_BYTE_ORDER_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.01  # of the characters; text has none, but for a few stray ones
_STRAY = 4
_SAMPLE = 200_000  # characters looked at for them


def read_plain_text(path: Path, source: str) -> Document:
    """Read text in UTF-8, UTF-16, UTF-32 or Windows-1252; one Line for each of the file.

    What e-mail did to a text is undone.
    """
    text = decoded(read_bytes(path, source))
    if "\x00" in text or _is_binary(text[:_SAMPLE]):
        raise UnreadableFileError(
            source, "it is not text", "Add the paper as PDF, Word, HTML or plain text."
        )
    if not text.strip():
        raise UnreadableFileError(source, "it is empty", "Add a file that holds text.")
    rows = text.removesuffix("\n").replace("\f", "").split("\n")
    return Document(source, "text", tuple(lines_of_mail(rows, decoded)))


def read_bytes(path: Path, source: str) -> bytes:
    """The file's bytes, if it is no larger than a text may be."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise UnreadableFileError(
            source,
            f"it has {size / 1e6:.0f} MB, and text is read up to {LARGEST_FILE / 1e6:.0f} MB",
            "Split it into smaller files.",
        )
    return path.read_bytes()


def decoded(data: bytes) -> str:
    """Text with a line feed at the end of each line, from bytes whose encoding nobody told.

    Bytes that are mostly good UTF-8 are that, with U+FFFD for the bad ones; otherwise they
    are Windows-1252, in which older council papers are written.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_newlines(data.decode(encoding, "replace"))
    try:
        return _with_newlines(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(ord(character) > 127 for character in text) - bad
    return _with_newlines(text if good > 4 * bad else data.decode("cp1252", "replace"))


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(text: str) -> bool:
    return len(_CONTROLS.findall(text)) > max(_STRAY, _MOST_CONTROLS * len(text))
