"""Replies as plain text, Markdown and HTML. All wording around them stands here."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.phrasing import lead_in_of
from assistant.citing import caution, reference, written_date
from assistant.replies import Answer, Citation, NotRecorded, Reply, Searched

NOT_AN_ANSWER = "These passages do not answer the question:"
LONGEST_REFUSAL = 150
"""Words. A refusal that must be scrolled is not read."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Something to read, with the citations that it stands on."""

    text: str
    cited: tuple[Citation, ...] = ()
    name: str = "statement"


def answer_text(reply: Reply) -> str:
    """What a person reads, with marks such as [1], without the list of sources."""
    return "\n".join(_marked(paragraph) for paragraph in _paragraphs(reply))


def to_text(reply: Reply) -> str:
    """The reply and its sources as plain text."""
    sources = [f"[{number}] {source}" for number, source in _sources(reply)]
    return "\n".join([answer_text(reply), *(["", "Sources", *sources] if sources else [])])


def to_markdown(reply: Reply) -> str:
    """The reply and its sources as Markdown; the record's signs are shown as they stand."""
    paragraphs = [escape_markdown(_marked(paragraph)) for paragraph in _paragraphs(reply)]
    sources = [escape_markdown(f"[{number}] {source}") for number, source in _sources(reply)]
    return "\n\n".join([*paragraphs, *(["**Sources**", *sources] if sources else [])])


def to_html(reply: Reply) -> str:
    """The reply and its sources as a fragment of HTML."""
    lines = [
        f'<p class="{paragraph.name}">{_lines_in_html(_marked(paragraph))}</p>'
        for paragraph in _paragraphs(reply)
    ]
    sources = [f'<li value="{n}">{html.escape(source)}</li>' for n, source in _sources(reply)]
    return "\n".join([*lines, *(['<ol class="sources">', *sources, "</ol>"] if sources else [])])


def escape_markdown(text: str) -> str:
    """``text`` as Markdown that shows exactly it, in Streamlit too (``$`` is mathematics)."""
    escaped = re.sub(r"[\\`*_{}\[\]<>#$~|&]", r"\\\g<0>", text)
    escaped = re.sub(r"(?m)^([ \t]*)([-+=])", r"\1\\\2", escaped)
    escaped = re.sub(r"(?m)^([ \t]*\d+)([.)])", r"\1\\\2", escaped)
    return re.sub(r"[ \t]*\n[ \t]*", "  \n", escaped.strip())


def cautions(cited: Sequence[Citation]) -> str:
    """What a reader must know of words that were read from scans; "" where none were.

    Such as "(read from a scan, 93 % sure)", with marks where not all of ``cited`` were.
    """
    scanned = [citation for citation in cited if citation.confidence is not None]
    if not scanned:
        return ""
    worst = min(scanned, key=lambda citation: citation.confidence or 0)
    marks = "".join(f"[{citation.number}]" for citation in scanned)
    which = "" if len(scanned) == len(cited) else f"{marks} "
    return f"({which}{caution(worst.span)})"


def shortened(text: str, words: int) -> str:
    """The first ``words`` words of ``text`` on one line; "…" where some were left out."""
    all_words = text.split()
    cut = " ".join(all_words[:words])
    return cut if len(all_words) <= words else f"{cut} …"


def without_gaps(text: str) -> str:
    """``text`` line by line, without the empty lines."""
    return re.sub(r"\s*\n\s*", "\n", text)


def _paragraphs(reply: Reply) -> list[_Paragraph]:
    if isinstance(reply, NotRecorded):
        return _refusal(reply)
    statements = [
        _Paragraph(s.text, tuple(c for n in s.citations for c in reply.citations if c.number == n))
        for s in reply.statements
    ]
    return [*statements, *(_Paragraph(note, name="note") for note in reply.notes)]


def _refusal(reply: NotRecorded) -> list[_Paragraph]:
    told = [_Paragraph(reply.reason, name="reason")]
    if reply.searched.papers:
        told.append(_Paragraph(_searched(reply.searched), name="searched"))
    shown = reply.related[:2]
    if not shown:
        return told
    used = sum(len(paragraph.text.split()) for paragraph in told) + len(NOT_AN_ANSWER.split())
    room = (LONGEST_REFUSAL - 1 - used) // len(shown) - 2
    if room < 8:
        return told
    told.append(_Paragraph(NOT_AN_ANSWER, name="label"))
    for citation in shown:
        passage = citation.passage
        if reply.is_near_miss:
            title = lead_in_of(passage, passage.force, with_title=True)
            told.append(_Paragraph(title, (citation,), name="related"))
            continue
        lead_in = lead_in_of(passage, passage.force)
        quote = shortened(citation.quote, max(8, min(room, 45) - len(lead_in.split())))
        told.append(_Paragraph(f"{lead_in}: “{quote}”", (citation,), name="related"))
    return told


def _searched(searched: Searched) -> str:
    papers = f"{searched.papers} paper{'' if searched.papers == 1 else 's'}"
    bodies = " and ".join(
        filter(None, (", ".join(searched.bodies[:3]), _more(searched.bodies[3:])))
    )
    dates = [written_date(day) for day in (searched.since, searched.until) if day]
    told = f"Searched: {papers}{f' of {bodies}' if bodies else ''}"
    told += f", {' to '.join(dict.fromkeys(dates))}" if dates else ""
    return told + (f"; {searched.unread} could not be read." if searched.unread else ".")


def _more(names: tuple[str, ...]) -> str:
    return f"{len(names)} more" if names else ""


def _sources(reply: Reply) -> list[tuple[int, str]]:
    shown = reply.citations if isinstance(reply, Answer) else reply.related[:2]
    return [
        (
            citation.number,
            reference(citation.passage.paper, citation.passage.item, citation.span),
        )
        for citation in shown
    ]


def _marked(paragraph: _Paragraph) -> str:
    marks = "".join(f"[{citation.number}]" for citation in paragraph.cited)
    cautioned = " ".join(filter(None, (marks, cautions(paragraph.cited))))
    return f"{paragraph.text} {cautioned}" if cautioned else paragraph.text


def _lines_in_html(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
