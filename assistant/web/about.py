"""About the assistant: what it does and does not, what it holds, searches with, and scored."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from assistant.desk.catalogue import Catalogue
from assistant.desk.opened import Desk
from assistant.evaluation.report import read_report
from assistant.fragments.accessibility import accessibility_html
from assistant.fragments.statements import notes_html
from assistant.fragments.tables import facts_html, table_html
from assistant.opening import BY_WORDS, NONE, UNSORTED
from assistant.record.completeness import sittings
from assistant.settings import Settings
from assistant.web.reported import show_report
from index.weights import EMBEDDING_WEIGHTS, RERANKING_WEIGHTS

_DOES = """
- It finds what agendas, reports and minutes say on your question, and quotes it word for word.
- It gives each quotation its source: council, body, date, paper, minute or item, and page. Press
  a source to read the passage in its paper.
- It tells what a meeting resolved from what was only recommended, proposed, deferred or lost.
- It says “not recorded” where the papers hold no answer, and which papers it searched.
- It works alone: papers, questions and models stay on the computer that runs it.
"""
_DOES_NOT = """
- It does not summarise, calculate or advise. Where two papers give different figures, it shows
  both.
- It knows only the papers in this library. “Not recorded” means not recorded there.
- It may miss a decision that is worded or laid out in a way it does not know, and it may show a
  passage that does not answer. Read the place it cites before you rely on it.
- It reads scanned pages only where Tesseract is installed, and may misread them. It marks what it
  quotes from a scan. Pages that it could not read are listed under Papers.
"""
_KEPT_OUT = """
- It keeps out papers, and parts of papers, that are marked as exempt or confidential, and lists
  them under Papers. It knows the markings that councils use; a paper that bears none is taken to
  be open.
"""
_LET_IN = """
- Exempt papers were let into this library: it is **not for the public**. Whatever stands in one is
  marked as exempt.
"""
_NO_REPORT = (
    "Nobody has measured this yet for this library. Run `council-papers evaluate QUESTIONS.jsonl`."
)


def show(desk: Desk) -> None:
    """Everything a person should know before relying on an answer."""
    st.title("About this assistant", anchor=False)
    st.header("What it does", anchor=False)
    st.markdown(_DOES + (_KEPT_OUT if desk.catalogue.is_public else _LET_IN).lstrip("\n"))
    st.header("What it does not do", anchor=False)
    st.markdown(_DOES_NOT)
    st.header("What this library holds", anchor=False)
    _holds(desk)
    st.header("How it searches", anchor=False)
    _searches(desk)
    st.header("How well it answers", anchor=False)
    report = read_report(desk.settings.library)
    if report:
        show_report(report)
    else:
        st.markdown(_NO_REPORT)
    st.html(accessibility_html(desk.settings.contact, desk.settings.plain_address))


def _holds(desk: Desk) -> None:
    held = desk.catalogue
    st.html(f'<p class="cp-plain">{escape(held.in_words())}</p>')
    counts = (
        ("Councils", len(held.councils)),
        ("Bodies", len(held.bodies())),
        ("Meetings", len(sittings(held.papers))),
        ("Files", len(held.files)),
    )
    decisions = ("Decisions", f"{len(desk.assistant.holdings.decisions):,}")
    told = [(name, f"{count:,}") for name, count in counts]
    st.html(facts_html((*told, ("Papers", _by_kind(held)), decisions)))


def _by_kind(held: Catalogue) -> str:
    counts = Counter(paper.kind for paper in held.papers)
    return ", ".join(f"{kind.value} ({counts[kind]:,})" for kind in held.kinds)


def _searches(desk: Desk) -> None:
    notices = desk.assistant.notices
    st.html(table_html(("Search", "Now"), _states(desk.settings, notices)))
    if notices:
        st.html(notes_html(notices))


def _states(settings: Settings, notices: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is searched by, and whether it is on: a notice says so of what is set but is not."""
    meaning = settings.embedding_model or EMBEDDING_WEIGHTS.model
    order = settings.reranking_model or RERANKING_WEIGHTS.model
    yield "By the words of the question", "on"
    yield "By its meaning", _state(meaning, BY_WORDS, notices)
    yield "Putting the best passages first", _state(order, UNSORTED, notices)


def _state(model: str, off: str, notices: Sequence[str]) -> str:
    is_off = model == NONE or any(off in notice for notice in notices)
    return "off" if is_off else f"on, with the model {model}"
