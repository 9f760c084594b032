"""Waiting for a reply: what goes on meanwhile is told, and a person may stop it."""

from collections.abc import Callable
from html import escape

import streamlit as st

from assistant.counting import counted
from assistant.desk.queueing import Ticket
from assistant.replies import Reply

_STEP = 0.1
"""Seconds between two looks: so long does it take at most until a wish to stop is heard."""
_STOPPED = "stopped"


def awaited(ask: Callable[[], Ticket], key: str, asked: str, papers: int) -> Reply:
    """The reply to ``asked``, which is looked for in so many ``papers``.

    Nothing of the waiting stays on the page. Pressing Stop, or asking something else, ends the
    run of the page, and with it the question; ``key`` names that button. Raises CouncilPapersError.
    """
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center"):
        told = st.empty()
        st.button("Stop", key=key, icon=":material/stop:", on_click=_stop, args=(asked,))
    ticket = ask()
    try:
        reply = None
        while reply is None:
            told.html(_told(ticket.ahead, papers))
            reply = ticket.wait(_STEP)
    finally:
        ticket.cancel()
    place.empty()
    return reply


def stopped_question() -> str | None:
    """The question that a person stopped, until ``forget_stopped``."""
    asked: str | None = st.session_state.get(_STOPPED)
    return asked


def forget_stopped() -> None:
    """Say no more that a question was stopped."""
    st.session_state.pop(_STOPPED, None)


def _stop(asked: str) -> None:
    st.session_state[_STOPPED] = asked


def _told(ahead: int, papers: int) -> str:
    waiting = f"{counted(ahead, 'question')} before yours. " if ahead else ""
    told = f"{waiting}Reading {counted(papers, 'paper')} …"
    return f'<p class="cp-soft cp-busy" data-heard>{escape(told)}</p>'
