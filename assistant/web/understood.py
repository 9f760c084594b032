"""How a question was understood, and which parts of its scope a person can take away."""

from html import escape

import streamlit as st

from assistant.desk.understood import not_narrowed, scope_read, understood_in_words
from assistant.rendering import escape_markdown
from assistant.understanding.questions import Question, ScopePart

_WITHOUT = "asked_without"


def show_understood(question: Question, turn: int, latest: bool) -> None:
    """The question made whole, the filters, and what its own words narrow it to.

    Only the ``latest`` question can be asked again with more or less of its scope: what
    was said after an earlier one rests on its reply.
    """
    told = understood_in_words(question)
    if not latest:
        told += _scope_in_words(question)
    if told:
        st.html(f'<p class="cp-soft">{escape(" · ".join(told))}</p>')
    if latest:
        _chips(question, turn)


def wanted_without() -> frozenset[ScopePart] | None:
    """Without which parts of its scope the latest question is to be asked again, if it is."""
    wanted: frozenset[ScopePart] | None = st.session_state.get(_WITHOUT)
    return wanted


def forget_wanted() -> None:
    """The latest question is not to be asked again."""
    st.session_state.pop(_WITHOUT, None)


def _scope_in_words(question: Question) -> list[str]:
    told = []
    read = scope_read(question)
    if read:
        told.append(f"Narrowed to: {'; '.join(read.values())}")
    return told + [not_narrowed(part) for part in ScopePart if part in question.without]


def _chips(question: Question, turn: int) -> None:
    """A chip for each part that was read or taken away; it keeps its place, and the focus."""
    read = scope_read(question)
    parts = [part for part in ScopePart if part in read or part in question.without]
    if not parts:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html('<p class="cp-soft">Where it looked:</p>', width="content")
        for part in parts:
            st.button(
                _put_back(part) if part in question.without else _take_away(read[part]),
                key=f"scope-{turn}-{part}",
                on_click=_want,
                args=(question.without ^ {part},),
            )


def _take_away(words: str) -> str:
    """A sentence for whoever hears it, of which the style sheet shows the end and a cross."""
    return f"*Do not narrow to* {escape_markdown(words)}"


def _put_back(part: ScopePart) -> str:
    return f"{not_narrowed(part)}: **put it back**"


def _want(without: frozenset[ScopePart]) -> None:
    st.session_state[_WITHOUT] = without
