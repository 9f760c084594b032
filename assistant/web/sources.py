"""Citations: buttons that name a source, and the panel that opens it in its context."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from assistant.citing import (
    caution,
    item_in_words,
    link,
    place,
    reference,
    short_reference,
    written_date,
)
from assistant.fragments.excerpts import excerpt, is_whole
from assistant.fragments.forces import badge, exempt_badge
from assistant.rendering import escape_markdown
from assistant.replies import Citation
from assistant.web.printed import has_printed_page, show_page, turn_to
from corpus.documents import Document, Span
from corpus.errors import CouncilPapersError
from corpus.library import Library
from corpus.papers import Decision, Force, Item, Paper, PaperKind, PaperStatus

_STEP = 2000
"""Characters more at both ends for each wish to see more of the paper."""


@dataclass(frozen=True, slots=True)
class Source:
    """Words that can be opened in their paper; ``name`` is what they are called there."""

    name: str
    paper: Paper
    item: Item | None
    force: Force
    quote: str
    span: Span
    also_in: tuple[Span, ...] = ()

    @property
    def short_name(self) -> str:
        """Body, date, minute or item and page, as far as they are known."""
        name = short_reference(self.paper, self.item, self.span.page)
        return name if self.span.confidence is None else f"{name} (read from a scan)"


def cited_source(citation: Citation) -> Source:
    """What a citation points to, called by its mark."""
    passage = citation.passage
    return Source(
        f"Source [{citation.number}]",
        passage.paper,
        passage.item,
        passage.force,
        citation.quote,
        citation.span,
        citation.also_in,
    )


def decided_source(decision: Decision) -> Source:
    """Where a decision stands, called by its minute."""
    name = item_in_words(decision.item) or decision.paper.title
    paper, item = decision.paper, decision.item
    return Source(name, paper, item, decision.force, decision.words, decision.span)


def source_button(label: str, key: str) -> bool:
    """A button such as "[1] Cabinet, 19 March 2024, minute 45"; whether it was pressed."""
    return st.button(
        escape_markdown(label),
        key=f"cite-{key}",
        type="tertiary",
        icon=":material/menu_book:",
        help="Open the passage in its paper",
    )


def open_source(library: Library, sources: Sequence[Source], at: int) -> None:
    """Open the panel on ``sources[at]``."""
    _point_to(at)
    _panel(library, sources)


def _point_to(at: int) -> None:
    st.session_state["source_at"], st.session_state["source_wider"] = at, 0
    turn_to(None)


@st.dialog("The passage in its paper", width="large")
def _panel(library: Library, sources: Sequence[Source]) -> None:
    at = min(st.session_state["source_at"], len(sources) - 1)
    source = sources[at]
    if len(sources) > 1:
        _neighbours(at, len(sources))
    st.html(_facts(source))
    _context(library, source)
    st.markdown("**Reference**, ready to paste")
    st.code(reference(source.paper, source.item, source.span), language=None, wrap_lines=True)


def _facts(source: Source) -> str:
    paper, meeting = source.paper, source.paper.meeting
    facts = (
        ("Council", meeting.council or "not stated"),
        ("Body", meeting.body or "not stated"),
        ("Date", written_date(meeting.held_on) if meeting.held_on else "not stated"),
        ("Paper", _kind(paper)),
        ("Minute" if paper.kind is PaperKind.MINUTES else "Item", item_in_words(source.item)),
        ("Place", place(source.span)),
        ("Certainty", caution(source.span)),
        ("Exempt", paper.exempt),
        ("Also in", "; ".join(place(span) for span in source.also_in)),
    )
    shown = "".join(f"<dt>{name}</dt><dd>{escape(told)}</dd>" for name, told in facts if told)
    shown += _published(source)
    force = badge(source.force, paper.kind) + exempt_badge(paper)
    return f'{force} <strong>{escape(source.name)}</strong><dl class="cp-facts">{shown}</dl>'


def _published(source: Source) -> str:
    """Where the council publishes the file and its meeting, as links; "" if nobody knows."""
    origin = source.paper.origin
    if origin is None:
        return ""
    file, meeting = link(source.span, origin), origin.meeting_address
    shown = f"<dt>Published at</dt><dd>{_anchor(file, file)}"
    if meeting and meeting != file:
        shown += f" ({_anchor(meeting, 'the meeting’s page')})"
    return f"{shown}</dd>"


def _anchor(address: str, words: str) -> str:
    return f'<a href="{escape(address)}" target="_blank" rel="noopener">{escape(words)}</a>'


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


def _kind(paper: Paper) -> str:
    status = {
        PaperStatus.DRAFT: " (draft)",
        PaperStatus.CONFIRMED: " (confirmed)",
        PaperStatus.UNKNOWN: "",
    }
    return paper.kind.value.capitalize() + status[paper.status]
