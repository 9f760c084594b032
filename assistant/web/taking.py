"""Taking a reply, or the whole conversation, away: copied, saved, or as a link."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from assistant.answering import Assistant
from assistant.conversation import Conversation
from assistant.desk.opened import Desk
from assistant.rendering import to_html
from assistant.takeaway.extracts import Extract, extract_of
from assistant.takeaway.packs import to_pack
from assistant.takeaway.texts import to_markdown, to_text
from assistant.takeaway.word import to_word
from assistant.web.addressing import address_of
from assistant.web.copying import copy_button
from corpus.errors import BadRequestError

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def taking_buttons(desk: Desk, conversation: Conversation) -> None:
    """Ways to take the latest reply of ``conversation`` away, and all of it if it has more."""
    replies, turn = conversation.replies, len(conversation.replies)
    extract = extract_of(desk.assistant, [replies[-1]], date.today())
    copy_button("Copy", to_text(extract), f"{turn}", to_html(replies[-1]))
    try:
        copy_button("Copy link", address_of(conversation, desk.assistant.holdings), f"{turn}-link")
    except BadRequestError:
        st.caption("Too long for a link")
    with st.popover("Save", icon=":material/download:", key=f"save-{turn}"):
        _one(desk.assistant, extract, turn)
        copy_button("Copy as Markdown", to_markdown(extract), f"{turn}-markdown")
        if turn > 1:
            _all(desk.assistant, conversation, turn)
        st.caption(
            "The evidence pack holds the quotes, the texts they stand in, and a check that "
            "anyone can run without this program."
        )


def _one(assistant: Assistant, extract: Extract, turn: int) -> None:
    st.markdown("**This answer**, with its sources")
    _forms(assistant, lambda: extract, "answer", turn)


def _all(assistant: Assistant, conversation: Conversation, turn: int) -> None:
    st.markdown(f"**The conversation** so far, {turn} questions")
    made = partial(extract_of, assistant, conversation.replies, date.today())
    _forms(assistant, made, "conversation", turn)


def _forms(assistant: Assistant, made: Callable[[], Extract], name: str, turn: int) -> None:
    """A button for each form; the file is made when it is asked for."""
    forms: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
        ("Word", ".docx", _WORD, lambda: to_word(made())),
        ("Markdown", ".md", "text/markdown", lambda: to_markdown(made()).encode()),
        ("Text", ".txt", "text/plain", lambda: to_text(made()).encode()),
        ("Evidence pack", ".zip", "application/zip", lambda: to_pack(made(), assistant.library)),
    )
    with st.container(horizontal=True, gap="small"):
        for label, suffix, kind, file in forms:
            st.download_button(
                label, file, name + suffix, kind, key=f"{name}-{turn}{suffix}", on_click="ignore"
            )
