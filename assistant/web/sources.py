"""Citations: buttons that name a source, and the panel that opens it in its context."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from assistant.citing import place, reference, short_reference, written_date
from assistant.rendering import escape_markdown
from assistant.replies import Citation
from assistant.web.excerpts import excerpt, is_whole
from assistant.web.forces import badge
from corpus.errors import CouncilPapersError
from corpus.library import Library
from corpus.papers import Item, Paper, PaperKind, PaperStatus

_STEP = 2000
"""Characters more at both ends for each wish to see more of the paper."""


def source_button(citation: Citation, key: str) -> bool:
    """A button such as "[1] Cabinet, 19 March 2024, minute 45"; whether it was pressed."""
    return st.button(
        escape_markdown(f"[{citation.number}] {short_name(citation)}"),
        key=f"cite-{key}",
        type="tertiary",
        icon=":material/menu_book:",
        help="Open the passage in its paper",
    )


def short_name(citation: Citation) -> str:
    """Body, date, minute or item and page, as far as they are known."""
    passage = citation.passage
    return short_reference(passage.paper, passage.item, citation.span.page)


def open_source(library: Library, citations: Sequence[Citation], at: int) -> None:
    """Open the panel on ``citations[at]``."""
    st.session_state["source_at"], st.session_state["source_wider"] = at, 0
    _panel(library, citations)


@st.dialog("The passage in its paper", width="large")
def _panel(library: Library, citations: Sequence[Citation]) -> None:
    at = min(st.session_state["source_at"], len(citations) - 1)
    citation = citations[at]
    if len(citations) > 1:
        _neighbours(at, len(citations))
    st.html(_facts(citation))
    _context(library, citation)
    st.markdown("**Reference**, ready to paste")
    passage = citation.passage
    st.code(reference(passage.paper, passage.item, citation.span), language=None, wrap_lines=True)


def _facts(citation: Citation) -> str:
    passage = citation.passage
    paper, meeting = passage.paper, passage.paper.meeting
    facts = (
        ("Council", meeting.council or "not stated"),
        ("Body", meeting.body or "not stated"),
        ("Date", written_date(meeting.held_on) if meeting.held_on else "not stated"),
        ("Paper", _kind(paper)),
        ("Minute" if paper.kind is PaperKind.MINUTES else "Item", _item(passage.item)),
        ("Place", place(citation.span)),
        ("Also in", "; ".join(place(span) for span in citation.also_in)),
    )
    shown = "".join(f"<dt>{name}</dt><dd>{escape(told)}</dd>" for name, told in facts if told)
    force = badge(passage.force, paper.kind)
    return f'{force} <strong>Source [{citation.number}]</strong><dl class="cp-facts">{shown}</dl>'


def _context(library: Library, citation: Citation) -> None:
    paper, wider = citation.passage.paper.span, st.session_state["source_wider"]
    try:
        document = library.document(citation.span.source)
    except CouncilPapersError as error:
        st.warning(escape_markdown(str(error)))
        st.html(f'<div class="cp-excerpt"><p><mark>{escape(citation.quote)}</mark></p></div>')
        return
    st.html(excerpt(document, paper, citation.span, wider))
    if not is_whole(paper, citation.span, wider) and st.button("Show more of the paper"):
        st.session_state["source_wider"] += _STEP
        st.rerun(scope="fragment")


def _neighbours(at: int, count: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        back = st.button("Previous source", disabled=at == 0, icon=":material/arrow_back:")
        on = st.button("Next source", disabled=at == count - 1, icon=":material/arrow_forward:")
    if back or on:
        st.session_state["source_at"], st.session_state["source_wider"] = at + on - back, 0
        st.rerun(scope="fragment")


def _kind(paper: Paper) -> str:
    status = {
        PaperStatus.DRAFT: " (draft)",
        PaperStatus.CONFIRMED: " (confirmed)",
        PaperStatus.UNKNOWN: "",
    }
    return paper.kind.value.capitalize() + status[paper.status]


def _item(item: Item | None) -> str:
    return " ".join(filter(None, (item.number, item.title))) if item else ""
