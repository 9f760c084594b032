"""The conversation: questions, streamed replies, and examples to begin with."""

from html import escape

import streamlit as st

from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.rendering import escape_markdown
from assistant.web.desk import Desk
from assistant.web.sources import cited_source, open_source
from assistant.web.turns import Opened, show_question, show_reply
from assistant.web.uploading import forget_added
from corpus.errors import CouncilPapersError
from corpus.filters import Filters

_LONGEST = 1000
"""Characters of a question."""


def show(desk: Desk, filters: Filters) -> None:
    """The conversation so far, and a place to ask on."""
    asked = st.chat_input("Ask about decisions, reports or meetings", max_chars=_LONGEST)
    conversation: Conversation = st.session_state.setdefault("conversation", NEW_CONVERSATION)
    welcome = st.empty()
    if not conversation.replies and not asked:
        with welcome.container():
            asked = _welcome(desk)
    if asked:
        welcome.empty()
        forget_added()
    opened = _history(desk, conversation)
    if asked and asked.strip():
        opened = _turn(desk, conversation, asked.strip(), filters) or opened
    if opened:
        sources = [cited_source(citation) for citation in opened.citations]
        open_source(desk.assistant.library, sources, opened.at)


def new_conversation() -> None:
    """Forget what was said."""
    st.session_state["conversation"] = NEW_CONVERSATION


def _welcome(desk: Desk) -> str | None:
    """Examples; the one that was pressed."""
    pressed = None
    if desk.questions:
        st.html('<p class="cp-near">For example</p>')
        for number, question in enumerate(desk.questions):
            if st.button(escape_markdown(question), key=f"example-{number}", width="stretch"):
                pressed = question
    return pressed


def _history(desk: Desk, conversation: Conversation) -> Opened | None:
    opened = None
    for turn, reply in enumerate(conversation.replies):
        show_question(reply.question.asked)
        with st.chat_message("assistant", avatar=":material/account_balance:"):
            opened = show_reply(reply, turn) or opened
            _notices(desk)
    return opened


def _turn(desk: Desk, conversation: Conversation, asked: str, filters: Filters) -> Opened | None:
    show_question(asked)
    with st.chat_message("assistant", avatar=":material/account_balance:"):
        try:
            with st.spinner("Reading the papers …"):
                reply = desk.assistant.ask(asked, conversation, filters)
        except CouncilPapersError as error:
            st.error(escape_markdown(str(error)))
            return None
        st.session_state["conversation"] = conversation.after(reply)
        opened = show_reply(reply, len(conversation.replies), stream=True)
        _notices(desk)
    return opened


def _notices(desk: Desk) -> None:
    for notice in desk.assistant.notices:
        st.html(f'<p class="cp-soft">{escape(notice)}</p>')
