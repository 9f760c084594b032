"""A file as read: its lines, each with its place."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document, as it stands in the file.

    ``text`` has no line break. A blank line marks a gap between paragraphs, as in plain
    text; a table row holds its cells between tabs. ``first`` and ``last`` are the 1-based
    lines of the file it was taken from (for Word: the ordinal of the paragraph or row),
    or None in a PDF. ``page`` is the 1-based page as a PDF viewer counts, or None.
    ``heading`` is the level of a heading (1 is the highest) where the format says so
    itself (Word styles, HTML elements, larger type in a PDF), else None.
    """

    text: str
    first: int | None = None
    last: int | None = None
    page: int | None = None
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """How one page of a PDF was read.

    ``number`` is 1-based, as a PDF viewer counts; ``printed`` the number that the page bears
    itself ("11"), or None. ``confidence`` is how sure text recognition was of the page's
    words, in per cent, or None where the PDF holds them as text. ``problem`` says why
    nothing was read of it, or is None.
    """

    number: int
    printed: str | None = None
    confidence: int | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a PDF's outline: ``level`` is 0 at the top, ``page`` 1-based."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand in a document.

    Characters ``start`` to ``end`` (exclusive) of its text, and the same place as a person
    finds it: lines of the file or pages, 1-based and inclusive. ``confidence`` is how sure
    text recognition was of the words, in per cent, where they were read from a scan: that of
    the worst of the pages. It is None where the file holds them as text. ``printed`` are the
    numbers that the pages bear themselves ("11", "11–12") where those are others, else None.
    """

    source: str
    start: int
    end: int
    line_start: int | None
    line_end: int | None
    page: int | None
    page_end: int | None = None
    confidence: int | None = None
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file was fetched from, and what the council's site says of it.

    ``address`` is that of the file, ``meeting_address`` that of the page of its meeting. What
    the site does not say is None.
    """

    address: str
    meeting_address: str | None = None
    council: str | None = None
    body: str | None = None
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A part of a file that is exempt, and was kept out; it holds none of its words.

    ``reason`` says by what it is known, with the paragraph of Schedule 12A where one is
    named; ``first`` and ``last`` are its pages in a PDF, else its lines, 1-based.
    """

    reason: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read.

    ``source`` is its path relative to the folder that was added, with forward slashes.
    ``format`` is "text", "pdf", "word" or "web page". ``pages`` are those of a PDF, in
    order; other formats have none. ``outline`` is that of a PDF as it is read from its file;
    ``margins`` are lines that are no part of the text: running heads and feet (with their
    page), and what a file says of itself as a whole. The library keeps neither.
    """

    source: str
    format: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...] = ()
    outline: tuple[Bookmark, ...] = field(default=(), compare=False, repr=False)
    margins: tuple[Line, ...] = field(default=(), compare=False, repr=False)
    text: str = field(init=False, repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "\n".join(line.text for line in self.lines))
        lengths = (len(line.text) + 1 for line in self.lines)
        object.__setattr__(self, "_starts", tuple(accumulate(lengths, initial=0)))

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at ``offset`` of the text."""
        return self.lines[min(bisect_right(self._starts, offset), len(self.lines)) - 1]

    def span(self, start: int, end: int) -> Span:
        """The place of the characters ``start`` to ``end`` (exclusive)."""
        first, last = self.line_at(start), self.line_at(max(start, end - 1))
        pages = self.pages[first.page - 1 : last.page] if first.page else ()
        sure = min((page.confidence for page in pages if page.confidence is not None), default=None)
        return Span(
            *(self.source, start, end, first.first, last.last, first.page, last.page),
            confidence=sure,
            printed=_printed(pages),
        )

    def numbered(self) -> Iterator[tuple[int, Line]]:
        """The lines with the offset at which each begins."""
        return zip(self._starts, self.lines, strict=False)


def _printed(pages: Sequence[Page]) -> str | None:
    """The numbers that the first and the last page bear, if they are not a viewer's."""
    if not pages or pages[0].printed in (None, str(pages[0].number)):
        return None
    first, last = pages[0].printed, pages[-1].printed
    return first if last in (None, first) else f"{first}–{last}"


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, path: Path, source: str) -> Document:
        """Read ``path``; ``source`` names it in citations. Raises UnreadableFileError."""
        ...
