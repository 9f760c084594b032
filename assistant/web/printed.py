"""The page of a PDF that a citation stands on, as it is printed, its words highlighted."""

from html import escape

import streamlit as st

from assistant.desk.printed import EXEMPT, NOT_FOUND, SCAN, PrintedPage, drawn, place_on
from assistant.rendering import escape_markdown
from corpus.documents import Document, Span
from corpus.errors import CouncilPapersError
from corpus.library import FileRecord, Library
from corpus.originals import is_kept_out, original_of


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
    opened = PrintedPage(document, quote, span, number)
    _turning(opened)
    st.html(f'<p class="cp-page" data-heard>{escape(opened.name)}</p>')
    try:
        record = library.file(document.source)
        if library.is_public and is_kept_out(record, number):
            st.info(EXEMPT)
            return
        _shown(opened, record)
    except CouncilPapersError as error:
        st.warning(escape_markdown(str(error)))


def _turning(opened: PrintedPage) -> None:
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


def _shown(opened: PrintedPage, record: FileRecord) -> None:
    place = place_on(opened, record)
    image = drawn(opened, record, place)
    larger = st.toggle("Larger", key="source_larger")
    with st.container(key="printed-larger" if larger else "printed"):
        told = opened.alternative(place)
        st.image(image.png, alt=told, width="stretch", output_format="PNG")
    if place:
        st.html(_caption(opened))
    elif opened.is_quoted and opened.quote:
        st.caption(SCAN if opened.is_scan else NOT_FOUND)


def _caption(opened: PrintedPage) -> str:
    """The marked words as text."""
    words = escape(" ".join(opened.quote.split()))
    return f'<p class="cp-soft">Marked{opened.runs_on}: <mark>{words}</mark></p>'
