"""One turn of a conversation: what was asked, and the reply."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from assistant.answers.phrasing import LEAD_INS
from assistant.citing import written_date
from assistant.counting import counted
from assistant.rendering import NOT_AN_ANSWER, cautions
from assistant.replies import (
    Answer,
    Citation,
    NotRecorded,
    Reply,
    ReplyStatus,
    Searched,
    Statement,
    folded,
)
from assistant.web.forces import badge, exempt_badge, plain_badge
from assistant.web.sources import cited_source, source_button

_STREAM_SECONDS = 1.2
"""How long a whole answer takes to appear: long enough to follow, too short to annoy."""

_NEAREST = 2
"""Passages shown with a refusal: more would push it off the screen."""

_REFUSALS = {
    ReplyStatus.NOT_RECORDED: "Not recorded in these papers",
    ReplyStatus.OUTSIDE: "Outside what these papers hold",
    ReplyStatus.UNCLEAR: "The question is not clear enough to answer",
    ReplyStatus.EMPTY_LIBRARY: "The library is empty",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A source that a person wants to see, among those of its reply."""

    citations: tuple[Citation, ...]
    at: int


def show_question(asked: str) -> None:
    """What a person typed, as they typed it."""
    with st.chat_message("user", avatar=":material/person:"):
        st.html(f'<p class="cp-asked">{escape(asked)}</p>')


def show_reply(reply: Reply, turn: int, stream: bool = False) -> Opened | None:
    """The reply; the source that was pressed, if one was. ``turn`` makes its keys unique.

    With ``stream`` the words of an answer appear one after another.
    """
    if isinstance(reply, NotRecorded):
        return _refusal(reply, turn)
    return _answer(reply, turn, stream)


def _answer(reply: Answer, turn: int, stream: bool) -> Opened | None:
    count = sum(len(statement.text.split()) for statement in reply.statements)
    pause = _STREAM_SECONDS / max(count, 1) if stream else 0.0
    opened = None
    for number, statement in enumerate(reply.statements):
        cited = [c for c in reply.citations if c.number in statement.citations]
        force = badge(statement.force, cited[0].passage.paper.kind) + _exempt(cited)
        lead, words = lead_and_words(statement)
        with st.container(gap="xsmall"):
            slot = st.empty()
            for grown in _growing(words, pause):
                slot.html(_statement(lead, grown, force, cited))
            pressed = _sources(cited, f"{turn}-{number}")
        opened = Opened(reply.citations, reply.citations.index(pressed)) if pressed else opened
    if reply.notes:
        st.html(notes_html(reply.notes))
    return opened


def notes_html(notes: Sequence[str]) -> str:
    """What a reader must know besides, marked so that it is not read as the record's words."""
    listed = "".join(f"<li>{escape(note)}</li>" for note in notes)
    name = "Please note"
    return (
        f'<aside class="cp-notes" aria-label="{name}"><p class="cp-title">{name}</p>'
        f"<ul>{listed}</ul></aside>"
    )


def without_gaps(text: str) -> str:
    """``text`` line by line, without the empty lines."""
    return re.sub(r"\s*\n\s*", "\n", text)


def _growing(words: str, pause: float) -> Iterator[str]:
    """The words, one more each time where there is a pause between them."""
    for word in re.finditer(r"\s\S+", words) if pause else ():
        yield words[: word.start()]
        time.sleep(pause)
    yield words


def lead_and_words(statement: Statement) -> tuple[str, str]:
    """What stands before the record's words, without the force (a badge says it), and these."""
    lead, colon, quoted = statement.text.partition(": “")
    if not colon or "“" in lead:
        return "", statement.text
    said = next((word for word in ("Yes. ", "No. ") if lead.startswith(word)), "")
    lead = lead.removeprefix(said).removeprefix(LEAD_INS.get(statement.force, "")).strip(" ,")
    lead = lead[1:-1] if re.fullmatch(r"\([^()]*\)", lead) else lead
    return said + lead[:1].upper() + lead[1:], f"“{quoted}"


def _statement(lead: str, words: str, force: str, cited: Sequence[Citation]) -> str:
    marks = "".join(f"[{citation.number}]" for citation in cited)
    said = f'{escape(without_gaps(words))} <span class="cp-marks">{marks}</span>'
    unsure = cautions(cited)
    said += f' <span class="cp-soft">{escape(unsure)}</span>' if unsure else ""
    return (
        f'<div class="cp-statement">{force}<span class="cp-place">{escape(lead)}</span>'
        f'<p class="cp-words">{said}</p></div>'
    )


def _exempt(cited: Sequence[Citation]) -> str:
    """A mark where one of the citations is of an exempt paper; else ""."""
    return next(filter(None, (exempt_badge(each.passage.paper) for each in cited)), "")


def _refusal(reply: NotRecorded, turn: int) -> Opened | None:
    searched = _searched(reply.searched) if reply.searched.papers else ""
    st.html(
        f'<div class="cp-refusal"><p class="cp-title">{_REFUSALS[reply.status]}</p>'
        f"<p>{escape(reply.reason)}</p>{searched}</div>"
    )
    if not reply.related:
        return None
    st.html(f'<p class="cp-near">{NOT_AN_ANSWER}</p>')
    opened = None
    for at, citation in enumerate(reply.related[:_NEAREST]):
        force = plain_badge(citation.passage.force, citation.passage.paper.kind)
        force += _exempt([citation])
        quote = escape(folded(citation.quote))
        unsure = escape(cautions([citation]))
        with st.container(gap="xsmall"):
            words = f'<p class="cp-words">“{quote}” {unsure}</p>'
            st.html(f'<div class="cp-related">{force}{words}</div>')
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


def _searched(searched: Searched) -> str:
    days = [written_date(day) for day in (searched.since, searched.until) if day]
    more = len(searched.bodies) - 6
    bodies = "; ".join(searched.bodies[:6]) + (f"; and {more} more" if more > 0 else "")
    facts = (
        ("Searched", counted(searched.papers, "paper")),
        ("Bodies", bodies),
        ("Dates", " to ".join(dict.fromkeys(days))),
        ("Not readable", counted(searched.unread, "file") if searched.unread else ""),
    )
    shown = "".join(f"<dt>{name}</dt><dd>{escape(told)}</dd>" for name, told in facts if told)
    return f'<dl class="cp-facts">{shown}</dl>'
