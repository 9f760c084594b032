"""Citations: buttons that name a source, and the panel that opens it in its context."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assistant.fragments.excerpts import excerpt, is_whole
from assistant.fragments.sources import Source, source_html
from assistant.rendering import escape_markdown
from assistant.web.copying import copy_button
from assistant.web.printed import has_printed_page, show_page, turn_to
from corpus.documents import Document
from corpus.errors import CouncilPapersError
from corpus.library import Library

_KEY = "cite-"
"""Begins the keys of the buttons that open a source."""
_STEP = 2000
"""Characters more at both ends for each wish to see more of the paper."""


def source_button(label: str, key: str) -> bool:
    """A button such as "[1] Cabinet, 19 March 2024, minute 45"; whether it was pressed."""
    return st.button(
        escape_markdown(label),
        key=f"{_KEY}{key}",
        type="tertiary",
        icon=":material/menu_book:",
        help="Open the passage in its paper",
    )


def source_pressed() -> bool:
    """Whether this run of the page is for a source that was pressed."""
    return any(
        str(key).startswith(_KEY) and value is True for key, value in st.session_state.items()
    )


def open_source(library: Library, sources: Sequence[Source], at: int) -> None:
    """Open the panel on ``sources[at]``."""
    _point_to(at)
    _panel(library, sources)


def _point_to(at: int) -> None:
    st.session_state["source_at"], st.session_state["source_wider"] = at, 0
    turn_to(None)


@st.dialog("The passage in its paper", width="medium", position="right")
def _panel(library: Library, sources: Sequence[Source]) -> None:
    at = min(st.session_state["source_at"], len(sources) - 1)
    source = sources[at]
    if len(sources) > 1:
        _neighbours(at, len(sources))
    st.html(source_html(source))
    _context(library, source)
    st.markdown("**Reference**, ready to paste")
    st.code(source.reference, language=None, wrap_lines=True)
    if source.quote:
        copy_button("Copy the words with their reference", source.quoted, "quoted")


def _context(library: Library, source: Source) -> None:
    """The words where they stand: on the page as printed if the file has pages, and as text."""
    try:
        document = library.document(source.span.source)
    except CouncilPapersError as error:
        st.warning(escape_markdown(str(error)))
        st.html(f'<div class="cp-excerpt"><p><mark>{escape(source.quote)}</mark></p></div>')
        return
    if not has_printed_page(library, document, source.span):
        _text(document, source)
        return
    printed, text = st.tabs(["As printed", "As text"])
    with printed:
        show_page(library, document, source.quote, source.span)
    with text:
        _text(document, source)


def _text(document: Document, source: Source) -> None:
    paper, wider = source.paper.span, st.session_state["source_wider"]
    st.html(excerpt(document, paper, source.span, wider))
    if not is_whole(paper, source.span, wider) and st.button("Show more of the paper"):
        st.session_state["source_wider"] += _STEP
        st.rerun(scope="fragment")


def _neighbours(at: int, count: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        back = st.button("Previous source", disabled=at == 0, icon=":material/arrow_back:")
        on = st.button("Next source", disabled=at == count - 1, icon=":material/arrow_forward:")
    if back or on:
        _point_to(at + on - back)
        st.rerun(scope="fragment")
