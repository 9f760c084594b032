"""The conversation: questions, streamed replies, and examples to begin with."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.desk.opened import Desk
from assistant.rendering import escape_markdown
from assistant.understanding.questions import ScopePart
from assistant.web.removing import forget_removed
from assistant.web.sources import cited_source, open_source
from assistant.web.turns import Opened, show_question, show_reply
from assistant.web.understood import forget_wanted, show_understood, wanted_without
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
        forget_removed()
        forget_wanted()
    opened = _turns(desk, conversation, (asked or "").strip(), filters)
    if opened:
        sources = [cited_source(citation) for citation in opened.citations]
        open_source(desk.assistant.library, sources, opened.at)


def new_conversation() -> None:
    """Forget what was said."""
    st.session_state["conversation"] = NEW_CONVERSATION
    forget_wanted()


def _welcome(desk: Desk) -> str | None:
    """Examples; the one that was pressed."""
    pressed = None
    if desk.questions:
        st.html('<h2 class="cp-near">For example</h2>')
        for number, question in enumerate(desk.questions):
            if st.button(escape_markdown(question), key=f"example-{number}", width="stretch"):
                pressed = question
    return pressed


def _turns(desk: Desk, conversation: Conversation, asked: str, filters: Filters) -> Opened | None:
    """The turns so far; then what is ``asked``, or the latest question with another scope."""
    without = wanted_without()
    if asked:
        opened = _history(desk, conversation, ended=False)
        return _ask(desk, conversation, asked, filters) or opened
    if without is None or not conversation.replies:
        return _history(desk, conversation, ended=True)
    latest, before = conversation.replies[-1].question, Conversation(conversation.replies[:-1])
    opened = _history(desk, before, ended=False)
    return _ask(desk, before, latest.asked, latest.filters, without) or opened


def _history(desk: Desk, conversation: Conversation, ended: bool) -> Opened | None:
    """The turns; with ``ended`` the last of them is the latest question."""
    opened = None
    for turn, reply in enumerate(conversation.replies, 1):
        show_question(reply.question.asked)
        with _answering():
            latest = ended and turn == len(conversation.replies)
            with st.container():
                show_understood(reply.question, turn, latest)
            opened = show_reply(reply, turn) or opened
            _notices(desk)
    return opened


def _ask(
    desk: Desk,
    conversation: Conversation,
    asked: str,
    filters: Filters,
    without: frozenset[ScopePart] = frozenset(),
) -> Opened | None:
    """A new turn after ``conversation``, which becomes the whole of what was said."""
    show_question(asked)
    turn = len(conversation.replies) + 1
    with _answering():
        understood = st.container()
        try:
            with st.spinner("Reading the papers …"):
                reply = desk.assistant.ask(asked, conversation, filters, without)
        except CouncilPapersError as error:
            forget_wanted()
            st.error(escape_markdown(str(error)))
            return None
        st.session_state["conversation"] = conversation.after(reply)
        forget_wanted()
        with understood:
            show_understood(reply.question, turn, latest=True)
        opened = show_reply(reply, turn, stream=True)
        _notices(desk)
    return opened


def _answering() -> DeltaGenerator:
    return st.chat_message("assistant", avatar=":material/account_balance:")


def _notices(desk: Desk) -> None:
    for notice in desk.assistant.notices:
        st.html(f'<p class="cp-soft">{escape(notice)}</p>')
