"""How a question was understood, and which parts of its scope a person can take away."""

from html import escape

import streamlit as st

from assistant.rendering import escape_markdown
from assistant.replies import folded
from assistant.understanding.narrowed import filters_in_words
from assistant.understanding.questions import Question, ScopePart

_WITHOUT = "asked_without"
_PARTS = {ScopePart.COUNCIL: "a council", ScopePart.BODY: "a body", ScopePart.DATE: "a date"}


def show_understood(question: Question, turn: int, latest: bool) -> None:
    """The question made whole, the filters, and what its own words narrow it to.

    Only the ``latest`` question can be asked again with more or less of its scope: what
    was said after an earlier one rests on its reply.
    """
    told = _told(question)
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


def _told(question: Question) -> list[str]:
    """How the question was understood, where that is not simply what was typed."""
    told = []
    if folded(question.standalone).casefold() != folded(question.asked).casefold():
        told.append(f"Understood as: {question.standalone}")
    filters = filters_in_words(question.filters)
    if filters:
        told.append(f"Narrowed by your filters to: {filters}")
    return told


def _scope_in_words(question: Question) -> list[str]:
    told = []
    read = _read(question)
    if read:
        told.append(f"Narrowed to: {'; '.join(read.values())}")
    return told + [_not_narrowed(part) for part in ScopePart if part in question.without]


def _chips(question: Question, turn: int) -> None:
    """A chip for each part that was read or taken away; it keeps its place, and the focus."""
    read = _read(question)
    parts = [part for part in ScopePart if part in read or part in question.without]
    if not parts:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html('<p class="cp-soft">Where to look, as understood:</p>', width="content")
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
    return f"{_not_narrowed(part)}: **put it back**"


def _read(question: Question) -> dict[ScopePart, str]:
    """What the question's words say, part by part: two dates are taken away together."""
    return {
        part: " or ".join(read.words for read in question.narrowings if read.part is part)
        for part in ScopePart
        if any(read.part is part for read in question.narrowings)
    }


def _not_narrowed(part: ScopePart) -> str:
    return f"Not narrowed to {_PARTS[part]}"


def _want(without: frozenset[ScopePart]) -> None:
    st.session_state[_WITHOUT] = without
