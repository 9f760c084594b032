"""Saying what is wrong with an answer: it is kept on this computer, without a name."""

from datetime import date

import streamlit as st

from assistant.desk.opened import Desk
from assistant.feedback.keeping import keep
from assistant.feedback.remarks import LONGEST, Complaint, Fault, remark_on
from assistant.fragments.forces import label
from assistant.rendering import escape_markdown
from assistant.replies import Answer, Reply
from corpus.errors import CouncilPapersError
from corpus.papers import Force, PaperKind

_FAULTS = {
    Fault.WRONG_PASSAGE: "Wrong passage: these words do not answer the question",
    Fault.WRONG_FORCE: "Wrong force: it was not resolved, or not recommended, …",
    Fault.PAPER_MISSING: "Paper missing: a paper that should be here would answer it",
    Fault.OUT_OF_DATE: "Out of date: something later was decided",
}
_OF_ANSWERS = (Fault.WRONG_PASSAGE, Fault.WRONG_FORCE)
_FORCES = {label(force, PaperKind.MINUTES): force for force in Force}
_NOT_SURE = "I am not sure"
_SAID = "remark-"


def remark_box(desk: Desk, reply: Reply, turn: int) -> None:
    """A place to say that something is wrong with ``reply``."""
    with st.popover("Something wrong?", icon=":material/flag:", key=f"wrong-{turn}"):
        if st.session_state.get(_said(turn)):
            st.html("<p data-heard>Thank you. This is kept with the library.</p>")
            return
        _form(desk, reply, turn)


def _form(desk: Desk, reply: Reply, turn: int) -> None:
    citations = reply.citations if isinstance(reply, Answer) else ()
    faults = [fault for fault in Fault if citations or fault not in _OF_ANSWERS]
    fault = st.radio("What is wrong?", faults, format_func=_FAULTS.__getitem__, key=f"fault-{turn}")
    numbers = [citation.number for citation in citations]
    faulted = (
        st.pills("Which sources?", numbers, selection_mode="multi", key=f"faulted-{turn}")
        if len(numbers) > 1 and fault in _OF_ANSWERS
        else []
    )
    right = (
        st.selectbox("What was it really?", [_NOT_SURE, *_FORCES], key=f"right-{turn}")
        if fault is Fault.WRONG_FORCE
        else _NOT_SURE
    )
    words = st.text_area(
        "What should the answer say? (optional)",
        max_chars=LONGEST,
        key=f"words-{turn}",
        help="Do not write your name or anybody else’s private details.",
    )
    st.caption("Kept on this computer with the question and its sources. Nothing is sent.")
    if st.button("Keep this remark", key=f"keep-{turn}"):
        _keep(desk, reply, fault, Complaint(words, tuple(faulted or ()), _FORCES.get(right)))
        st.session_state[_said(turn)] = True
        st.rerun()


def _keep(desk: Desk, reply: Reply, fault: Fault, complaint: Complaint) -> None:
    """Keep it, or say why it cannot be kept and draw no more."""
    try:
        keep(desk.settings.library, remark_on(reply, fault, date.today(), complaint))
    except CouncilPapersError as error:
        st.error(escape_markdown(str(error)))
        st.stop()


def forget_remarks() -> None:
    """Another conversation: nothing was said of its answers."""
    for key in [key for key in st.session_state if str(key).startswith(_SAID)]:
        del st.session_state[key]


def _said(turn: int) -> str:
    return f"{_SAID}{turn}"
