"""What a reply says, as HTML: statements with their force, notes, and refusals."""

import re
from collections.abc import Sequence
from html import escape

from assistant.answers.phrasing import LEAD_INS
from assistant.citing import written_date
from assistant.counting import counted
from assistant.fragments.forces import badge, exempt_badge, plain_badge
from assistant.fragments.tables import facts_html
from assistant.rendering import answer_text, cautions, without_gaps
from assistant.replies import (
    Citation,
    NotRecorded,
    Reply,
    ReplyStatus,
    Searched,
    Statement,
    folded,
)

REFUSALS = {
    ReplyStatus.NOT_RECORDED: "Not recorded in these papers",
    ReplyStatus.OUTSIDE: "Outside what these papers hold",
    ReplyStatus.UNCLEAR: "The question is not clear enough to answer",
    ReplyStatus.EMPTY_LIBRARY: "The library is empty",
}
"""What stands above a refusal."""
_BODIES = 6
"""Bodies that a refusal names: more are counted."""


def statement_html(statement: Statement, cited: Sequence[Citation], words: str = "") -> str:
    """A statement that stands on ``cited``: its force, where it was said, what was said.

    ``words`` are shown instead of all of its words while these are still coming; the style
    sheet hides them then from whoever wants no movement.
    """
    force = badge(statement.force, cited[0].passage.paper.kind) + _exempt(cited)
    lead, quoted = lead_and_words(statement)
    marks = "".join(f"[{citation.number}]" for citation in cited)
    said = f'{escape(without_gaps(words or quoted))} <span class="cp-marks">{marks}</span>'
    unsure = cautions(cited)
    said += f' <span class="cp-soft">{escape(unsure)}</span>' if unsure else ""
    coming = " cp-coming" if words and words != quoted else ""
    return (
        f'<div class="cp-statement{coming}">{force}<span class="cp-place">{escape(lead)}</span>'
        f'<p class="cp-words">{said}</p></div>'
    )


def lead_and_words(statement: Statement) -> tuple[str, str]:
    """What stands before the record's words, without the force (a badge says it), and these."""
    lead, colon, quoted = statement.text.partition(": “")
    if not colon or "“" in lead:
        return "", statement.text
    said = next((word for word in ("Yes. ", "No. ") if lead.startswith(word)), "")
    lead = lead.removeprefix(said).removeprefix(LEAD_INS.get(statement.force, "")).strip(" ,")
    lead = lead[1:-1] if re.fullmatch(r"\([^()]*\)", lead) else lead
    return said + lead[:1].upper() + lead[1:], f"“{quoted}"


def notes_html(notes: Sequence[str]) -> str:
    """What a reader must know besides, marked so that it is not read as the record's words."""
    listed = "".join(f"<li>{escape(note)}</li>" for note in notes)
    name = "Note"
    return (
        f'<aside class="cp-notes" aria-label="{name}"><p class="cp-title">{name}</p>'
        f"<ul>{listed}</ul></aside>"
    )


def refusal_html(reply: NotRecorded, level: int = 3) -> str:
    """That there is no answer, why, and what was searched; not the nearest passages.

    ``level`` is that of its heading on the page.
    """
    searched = _searched(reply.searched) if reply.searched.papers else ""
    return (
        f'<div class="cp-refusal"><h{level} class="cp-title">{REFUSALS[reply.status]}</h{level}>'
        f"<p>{escape(reply.reason)}</p>{searched}</div>"
    )


def heard_html(reply: Reply) -> str:
    """What a screen reader tells when a reply has come: all that others read, and no more.

    Nothing is seen of it; the page's script passes on what bears ``data-heard``.
    """
    title = f"{REFUSALS[reply.status]}. " if isinstance(reply, NotRecorded) else "Answer. "
    return f"<p hidden data-heard>{escape(title + answer_text(reply))}</p>"


def related_html(citation: Citation) -> str:
    """A passage that does not answer: its force is told without colour."""
    force = plain_badge(citation.passage.force, citation.passage.paper.kind)
    force += _exempt([citation])
    quote = escape(folded(citation.quote))
    words = f'<p class="cp-words">“{quote}” {escape(cautions([citation]))}</p>'
    return f'<div class="cp-related">{force}{words}</div>'


def _exempt(cited: Sequence[Citation]) -> str:
    """A mark where one of the citations is of an exempt paper; else ""."""
    return next(filter(None, (exempt_badge(each.passage.paper) for each in cited)), "")


def _searched(searched: Searched) -> str:
    days = [written_date(day) for day in (searched.since, searched.until) if day]
    more = len(searched.bodies) - _BODIES
    bodies = "; ".join(searched.bodies[:_BODIES]) + (f"; and {more} more" if more > 0 else "")
    return facts_html(
        (
            ("Searched", counted(searched.papers, "paper")),
            ("Bodies", bodies),
            ("Dates", " to ".join(dict.fromkeys(days))),
            ("Could not be read", counted(searched.unread, "file") if searched.unread else ""),
        )
    )
