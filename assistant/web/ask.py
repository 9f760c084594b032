"""The conversation: questions, streamed replies, and what can be asked next."""

from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.desk.comparing import compared
from assistant.desk.linked import Link, LinkedTurn
from assistant.desk.next_questions import next_questions
from assistant.desk.opened import Desk
from assistant.desk.queueing import ask
from assistant.fragments.sources import cited_source
from assistant.record.clauses import clause_of, decisions_at
from assistant.rendering import escape_markdown
from assistant.replies import Reply
from assistant.web.addressing import clear_address, given_link, still_held, tell_address
from assistant.web.remarking import forget_remarks, remark_box
from assistant.web.removing import forget_removed
from assistant.web.sources import open_source, source_pressed
from assistant.web.taking import taking_buttons
from assistant.web.turns import Opened, show_question, show_reply
from assistant.web.understood import forget_wanted, show_understood, wanted_without
from assistant.web.uploading import forget_added
from assistant.web.waiting import awaited, forget_stopped, stopped_question
from corpus.errors import BadRequestError, CouncilPapersError
from corpus.filters import Filters

_LONGEST = 1000
"""Characters of a question."""
_PRESSED = "asked_by_button"
_SINCE, _MADE_ON = "since_the_link", "link_made_on"


def show(desk: Desk, filters: Filters) -> None:
    """The conversation so far, and a place to ask on."""
    typed = st.chat_input("Ask about decisions, reports or meetings", max_chars=_LONGEST)
    asked = (typed or st.session_state.pop(_PRESSED, "")).strip()
    before, coming = _to_do(asked, filters)
    if not before.replies and not coming and not stopped_question():
        _offer("For example", desk.questions, "example")
    opened = _history(desk, before, ended=not coming)
    for number, turn in enumerate(coming, 1):
        opened = _ask(desk, turn, latest=number == len(coming)) or opened
    _next(desk, _conversation())
    _stopped()
    tell_address(_conversation(), desk.assistant.holdings)
    if opened:
        decisions = desk.assistant.holdings.decisions
        sources = [
            cited_source(each, clause_of(decisions_at(decisions, each), each))
            for each in opened.citations
        ]
        open_source(desk.assistant.library, sources, opened.at)


def new_conversation() -> None:
    """Forget what was said."""
    _set(NEW_CONVERSATION)
    st.session_state.pop(_SINCE, None)
    clear_address()
    forget_wanted()
    forget_stopped()
    forget_remarks()


def _conversation() -> Conversation:
    conversation: Conversation = st.session_state.get("conversation", NEW_CONVERSATION)
    return conversation


def _set(conversation: Conversation) -> None:
    st.session_state["conversation"] = conversation


def _to_do(asked: str, filters: Filters) -> tuple[Conversation, tuple[LinkedTurn, ...]]:
    """The turns that stay as they are, and what is to be asked after them now.

    That is what a person typed or pressed; or the latest question with another scope; or
    what the address asks for: a link that was opened, or a step back in the browser.
    """
    conversation = _conversation()
    if asked:
        _forget_what_was_told()
        return conversation, (LinkedTurn(asked, filters),)
    without = wanted_without()
    if without is not None and conversation.replies:
        latest, before = conversation.replies[-1].question, conversation.replies[:-1]
        return Conversation(before), (LinkedTurn(latest.asked, latest.filters, without),)
    if stopped_question() or source_pressed():  # the browser may not know the address yet
        return conversation, ()
    link = _link()
    if link is None:
        return conversation, ()
    kept = still_held(link.turns, conversation)
    _set(kept)
    return kept, link.turns[len(kept.replies) :]


def _link() -> Link | None:
    """The link that is to be opened; what must be known of it is told above the replies."""
    try:
        link = given_link()
    except BadRequestError as error:
        st.error(escape_markdown(str(error)))
        return None
    if link:
        st.session_state[_SINCE] = {}
        st.session_state[_MADE_ON] = link.made_on
        for notice in link.notices:
            st.warning(escape_markdown(notice))
    return link


def _history(desk: Desk, conversation: Conversation, ended: bool) -> Opened | None:
    """The turns; with ``ended`` the last of them is the latest question."""
    opened = None
    for turn, reply in enumerate(conversation.replies, 1):
        show_question(reply.question.asked)
        with _answering():
            latest = ended and turn == len(conversation.replies)
            with st.container():
                show_understood(reply.question, turn, latest)
            st.empty()  # where its waiting was told: what follows keeps its place, and the focus
            opened = show_reply(reply, turn) or opened
            _beneath(desk, Conversation(conversation.replies[:turn]))
    return opened


def _ask(desk: Desk, asking: LinkedTurn, latest: bool) -> Opened | None:
    """A new turn after what was said, which it becomes a part of."""
    before = _before(asking)
    show_question(asking.asked)
    turn = len(before.replies) + 1
    with _answering():
        understood = st.container()
        try:
            reply = _reply(desk, asking, before)
        except CouncilPapersError as error:
            st.error(escape_markdown(str(error)))
            return None
        finally:
            forget_wanted()
        conversation = before.after(reply)
        _set(conversation)
        if asking.record:
            since = compared(asking.record, reply, desk.assistant.holdings)
            st.session_state.setdefault(_SINCE, {})[turn] = since.in_words(
                st.session_state.get(_MADE_ON)
            )
        with understood:
            show_understood(reply.question, turn, latest)
        opened = show_reply(reply, turn, stream=latest)
        _beneath(desk, conversation)
    return opened


def _before(asking: LinkedTurn) -> Conversation:
    """What was said before a question; one asked again with another scope takes its own place."""
    conversation = _conversation()
    asked_again = wanted_without() is not None and conversation.replies
    return Conversation(conversation.replies[:-1]) if asked_again else conversation


def _reply(desk: Desk, asking: LinkedTurn, before: Conversation) -> Reply:
    return awaited(
        lambda: ask(desk, asking.asked, before, asking.filters, asking.without),
        f"stop-{len(before.replies)}",
        asking.asked,
        desk.assistant.holdings.searched(asking.filters).papers,
    )


def _beneath(desk: Desk, conversation: Conversation) -> None:
    """What stands under the latest reply of ``conversation``."""
    for notice in desk.assistant.notices:
        st.html(f'<p class="cp-soft">{escape(notice)}</p>')
    since = st.session_state.get(_SINCE, {}).get(len(conversation.replies))
    if since:
        st.html(f'<p class="cp-since">{escape(since)}</p>')
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        taking_buttons(desk, conversation)
        remark_box(desk, conversation.replies[-1], len(conversation.replies))


def _next(desk: Desk, conversation: Conversation) -> None:
    """Questions that lean on the latest reply."""
    if not conversation.replies:
        return
    latest, asked = conversation.replies[-1], [r.question.asked for r in conversation.replies]
    key = f"example-{len(asked)}"
    _offer("You could ask next", next_questions(latest, desk.assistant.holdings, asked), key)


def _offer(heading: str, questions: Sequence[str], key: str) -> None:
    if questions:
        st.html(f'<h2 class="cp-near">{heading}</h2>')
    for number, question in enumerate(questions):
        st.button(
            escape_markdown(question),
            key=f"{key}-{number}",
            on_click=_press,
            args=(question,),
            width="stretch",
        )


def _press(question: str) -> None:
    st.session_state[_PRESSED] = question


def _stopped() -> None:
    asked = stopped_question()
    if asked:
        show_question(asked)
        with _answering():
            st.html('<p class="cp-soft" data-heard>You stopped this question.</p>')
            st.button("Ask it again", on_click=_press, args=(asked,))


def _forget_what_was_told() -> None:
    forget_added()
    forget_removed()
    forget_wanted()
    forget_stopped()


def _answering() -> DeltaGenerator:
    return st.chat_message("assistant", avatar=":material/account_balance:")
