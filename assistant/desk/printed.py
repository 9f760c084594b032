"""The page of a PDF that words stand on, as it is printed, with the words marked."""

from dataclasses import dataclass

from corpus.documents import Document, Span
from corpus.errors import NotHeldError
from corpus.library import FileRecord, Library
from corpus.locating import Located, located
from corpus.originals import is_kept_out, original_of
from corpus.readers.pdf_pages import PageImage, image_of, words_on

EXEMPT = "This page is exempt: the public may not see it, and it is not shown."
NOT_FOUND = "The quoted words are not marked: their place on the page is not certain."
SCAN = "The quoted words are not marked: this page was read from a scan."


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page that is open: ``number`` is 1-based; the quote stands from ``span``'s page on."""

    document: Document
    quote: str
    span: Span
    number: int

    @property
    def is_quoted(self) -> bool:
        """Whether words of the quote stand on it."""
        first = self.span.page or 0
        return first <= self.number <= (self.span.page_end or first)

    @property
    def is_scan(self) -> bool:
        """Whether its words were read from a scan, so that nobody knows their places."""
        return self.document.pages[self.number - 1].confidence is not None

    @property
    def name(self) -> str:
        """As in "Page 9 of 120", with the number that the page bears itself if it is another."""
        page = self.document.pages[self.number - 1]
        printed = page.printed if page.printed != str(self.number) else None
        bears = f", printed as page {printed}" if printed else ""
        return f"Page {self.number} of {len(self.document.pages)}{bears}"

    @property
    def runs_on(self) -> str:
        """Such as " (on pages 3 to 4)" where the quote stands on several; else ""."""
        first, last = self.span.page, self.span.page_end
        return f" (on pages {first} to {last})" if last and last != first else ""

    def alternative(self, marked: Located | None) -> str:
        """What its image shows, for those who do not see it."""
        shown = f"{self.document.source}, {self.name.lower()}, as printed"
        return f"{shown}; these words are marked: {marked.words}" if marked else shown


def page_of(library: Library, page: PrintedPage) -> FileRecord:
    """The record of the file whose page may be shown.

    Raises NotHeldError for a page that is kept out of a public library as exempt.
    """
    record = library.file(page.document.source)
    if library.is_public and is_kept_out(record, page.number):
        raise NotHeldError(EXEMPT)
    return record


def place_on(page: PrintedPage, record: FileRecord) -> Located | None:
    """Where the quote stands on it; None where it does not, or its place is not certain.

    Raises UnreadableFileError where the file is not what was read any more.
    """
    if not page.is_quoted or page.is_scan:
        return None
    lines = words_on(original_of(record), record.source, page.number)
    return located(page.document, lines, page.quote, page.span, page.number)


def drawn(page: PrintedPage, record: FileRecord, marked: Located | None) -> PageImage:
    """Its image, with the words of ``marked`` highlighted. Raises UnreadableFileError."""
    boxes = marked.boxes if marked else ()
    return image_of(original_of(record), record.source, page.number, boxes)
