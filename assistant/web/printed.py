"""The page of a PDF that a citation stands on, as it is printed, its words highlighted."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from assistant.rendering import escape_markdown
from corpus.documents import Document, Span
from corpus.errors import CouncilPapersError
from corpus.library import FileRecord, Library
from corpus.locating import Located, located
from corpus.originals import is_kept_out, original_of
from corpus.readers.pdf_pages import image_of, words_on

EXEMPT = "This page is exempt: the public may not see it, and it is not shown."
NOT_FOUND = "The quoted words are not marked: their place on the page is not certain."
SCAN = "The quoted words are not marked: this page was read from a scan."


@dataclass(frozen=True, slots=True)
class _Opened:
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
    def name(self) -> str:
        """As in "Page 9 of 120", with the number that the page bears itself if it is another."""
        page = self.document.pages[self.number - 1]
        printed = page.printed if page.printed != str(self.number) else None
        bears = f", printed as page {printed}" if printed else ""
        return f"Page {self.number} of {len(self.document.pages)}{bears}"


def has_printed_page(library: Library, document: Document, span: Span) -> bool:
    """Whether the page of ``span`` can be shown; where a PDF's cannot, a warning says why."""
    if span.page is None or span.page > len(document.pages):
        return False
    try:
        original_of(library.file(document.source))
    except CouncilPapersError as error:
        st.warning(escape_markdown(f"The page as printed cannot be shown. {error}"))
        return False
    return True


def turn_to(number: int | None) -> None:
    """Show page ``number`` when the panel is drawn next; that of the quote if it is None."""
    st.session_state["source_page"] = number


def show_page(library: Library, document: Document, quote: str, span: Span) -> None:
    """The page that was opened last, with the quote marked where it stands; ways to others."""
    number: int = st.session_state["source_page"] or span.page or 1
    opened = _Opened(document, quote, span, number)
    _turning(opened)
    st.html(f'<p class="cp-page" role="status">{escape(opened.name)}</p>')
    try:
        record = library.file(document.source)
        if library.is_public and is_kept_out(record, number):
            st.info(EXEMPT)
            return
        _shown(opened, record)
    except CouncilPapersError as error:
        st.warning(escape_markdown(str(error)))


def _turning(opened: _Opened) -> None:
    """Buttons to the page before and after, and back to that of the quote."""
    number, last = opened.number, len(opened.document.pages)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        for label, icon, other in (
            ("Previous page", ":material/arrow_back:", number - 1),
            ("Next page", ":material/arrow_forward:", number + 1),
        ):
            there = 1 <= other <= last
            st.button(label, icon=icon, disabled=not there, on_click=turn_to, args=(other,))
        if not opened.is_quoted:
            st.button("Back to the quoted words", on_click=turn_to, args=(None,))


def _shown(opened: _Opened, record: FileRecord) -> None:
    path, source, number = original_of(record), record.source, opened.number
    place: Located | None = None
    is_scan = opened.document.pages[number - 1].confidence is not None
    if opened.is_quoted and not is_scan:
        lines = words_on(path, source, number)
        place = located(opened.document, lines, opened.quote, opened.span, number)
    image = image_of(path, source, number, place.boxes if place else ())
    larger = st.toggle("Larger", key="source_larger")
    with st.container(key="printed-larger" if larger else "printed"):
        told = _alternative(opened, place)
        st.image(image.png, alt=told, width="stretch", output_format="PNG")
    if place:
        st.html(_caption(opened))
    elif opened.is_quoted:
        st.caption(SCAN if is_scan else NOT_FOUND)


def _alternative(opened: _Opened, place: Located | None) -> str:
    """What the image shows, for those who do not see it."""
    shown = f"{opened.document.source}, {opened.name.lower()}, as printed"
    return f"{shown}; these words are marked: {place.words}" if place else shown


def _caption(opened: _Opened) -> str:
    """The marked words as text."""
    first, last = opened.span.page, opened.span.page_end
    runs_on = f" (on pages {first} to {last})" if last and last != first else ""
    words = escape(" ".join(opened.quote.split()))
    return f'<p class="cp-soft">Marked{runs_on}: <mark>{words}</mark></p>'
