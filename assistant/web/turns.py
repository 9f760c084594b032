"""One turn of a conversation: what was asked, and the reply."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from assistant.fragments.sources import cited_source
from assistant.fragments.statements import (
    heard_html,
    lead_and_words,
    notes_html,
    refusal_html,
    related_html,
    statement_html,
)
from assistant.rendering import NOT_AN_ANSWER
from assistant.replies import Answer, Citation, NotRecorded, Reply
from assistant.web.sources import source_button

_STREAM_SECONDS = 1.2
"""How long a whole answer takes to appear: long enough to follow, too short to annoy."""

_STEPS = 24
"""In which it appears: each is sent to the browser, and costs the server some work."""

_NEAREST = 2
"""Passages shown with a refusal: more would push it off the screen."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A source that a person wants to see, among those of its reply."""

    citations: tuple[Citation, ...]
    at: int


def show_question(asked: str) -> None:
    """What a person typed, as they typed it."""
    with st.chat_message("user", avatar=":material/person:"):
        st.html(f'<h2 class="cp-asked">{escape(asked)}</h2>')


def show_reply(reply: Reply, turn: int, stream: bool = False) -> Opened | None:
    """The reply; the source that was pressed, if one was. ``turn`` makes its keys unique.

    With ``stream`` the words of an answer appear one after another; a screen reader tells them
    once, when all are there.
    """
    if isinstance(reply, NotRecorded):
        opened = _refusal(reply, turn)
    else:
        opened = _answer(reply, turn, stream)
    if stream:
        st.html(heard_html(reply))
    else:
        st.empty()  # what follows keeps its place, and with it the focus
    return opened


def _answer(reply: Answer, turn: int, stream: bool) -> Opened | None:
    count = sum(len(statement.text.split()) for statement in reply.statements)
    at_once = -(-count // _STEPS) if stream else count
    opened = None
    for number, statement in enumerate(reply.statements):
        cited = [c for c in reply.citations if c.number in statement.citations]
        _, words = lead_and_words(statement)
        with st.container(gap="xsmall"):
            slot = st.empty()
            for grown in _growing(words, at_once):
                slot.html(statement_html(statement, cited, grown))
            pressed = _sources(cited, f"{turn}-{number}")
        opened = Opened(reply.citations, reply.citations.index(pressed)) if pressed else opened
    if reply.notes:
        st.html(notes_html(reply.notes))
    return opened


def _growing(words: str, at_once: int) -> Iterator[str]:
    """The words, so many more each time, with a pause between."""
    ends = [match.end() for match in re.finditer(r"\S+", words)]
    for end in ends[at_once - 1 : -1 : at_once]:
        yield words[:end]
        time.sleep(_STREAM_SECONDS / _STEPS)
    yield words


def _refusal(reply: NotRecorded, turn: int) -> Opened | None:
    st.html(refusal_html(reply))
    if not reply.related:
        return None
    st.html(f'<h3 class="cp-near">{NOT_AN_ANSWER}</h3>')
    opened = None
    for at, citation in enumerate(reply.related[:_NEAREST]):
        with st.container(gap="xsmall"):
            st.html(related_html(citation))
            if _sources([citation], f"{turn}-near-{at}"):
                opened = Opened(reply.related, at)
    return opened


def _sources(cited: Sequence[Citation], key: str) -> Citation | None:
    """Buttons for the citations; the one that was pressed."""
    pressed = None
    with st.container(horizontal=True, gap="small"):
        for citation in cited:
            label = f"[{citation.number}] {cited_source(citation).short_name}"
            if source_button(label, f"{key}-{citation.number}"):
                pressed = citation
    return pressed
