"""Replies as plain text, Markdown, HTML and JSON. All wording around them stands here."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from assistant.answers.phrasing import lead_in_of
from assistant.citing import caution, link, reference, written_date
from assistant.replies import Answer, Citation, NotRecorded, Reply, Searched
from corpus.documents import Span
from corpus.papers import Passage
from index.hits import Hit

NOT_AN_ANSWER = "These passages do not answer the question:"
LONGEST_REFUSAL = 150
"""Words. A refusal that must be scrolled is not read."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Something to read, with the citations that it stands on."""

    text: str
    cited: tuple[Citation, ...] = ()
    name: str = "statement"


class PlaceJson(TypedDict):
    """Lines are None in a PDF, the page is None elsewhere.

    ``printed_page`` is the number that the page bears where it is another. ``confidence``
    is how sure text recognition was of a scan, in per cent; None elsewhere.
    """

    source: str
    page: int | None
    printed_page: str | None
    confidence: int | None
    line_start: int | None
    line_end: int | None


class PassageJson(PlaceJson):
    """A place, and what stands there: ``meeting_date`` is an ISO date.

    ``meeting_link`` is the page of the meeting on the council's site, where it is known;
    ``exempt`` says why the public may not see it, and is None for what is open.
    """

    council: str | None
    body: str | None
    meeting_date: str | None
    paper: str
    item: str | None
    item_title: str | None
    reference: str
    link: str
    meeting_link: str | None
    exempt: str | None
    also_in: list[PlaceJson]


class CitationJson(PassageJson):
    """A citation with its exact words."""

    number: int
    quote: str


class HitJson(PassageJson):
    """A passage found; ``rank`` counts from 1."""

    rank: int
    score: float
    text: str


class StatementJson(TypedDict):
    """A part of an answer."""

    text: str
    force: str
    citations: list[int]


class NarrowingJson(TypedDict):
    """What was read out of a question on where to look: a council, a body or a date."""

    part: str
    words: str


SearchedJson = TypedDict(
    "SearchedJson",
    {"papers": int, "bodies": list[str], "from": str | None, "to": str | None, "unread": int},
)


class ReplyJson(TypedDict):
    """A reply as other programs read it."""

    id: str | int | None
    question: str
    standalone: str
    kind: str
    scope: list[NarrowingJson]
    status: str
    answer: str
    statements: list[StatementJson]
    citations: list[CitationJson]
    related: list[CitationJson]
    searched: SearchedJson
    notes: list[str]
    seconds: float | None


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


def to_json(reply: Reply, id: str | int | None = None, seconds: float | None = None) -> ReplyJson:
    """The reply as other programs read it; ``id`` and ``seconds`` are a batch's."""
    row = ReplyJson(
        id=id,
        question=reply.question.asked,
        standalone=reply.question.standalone,
        kind=reply.question.kind.value,
        scope=[
            NarrowingJson(part=narrowing.part.value, words=narrowing.words)
            for narrowing in reply.question.narrowings
        ],
        status=reply.status.value,
        answer=answer_text(reply),
        statements=[],
        citations=[],
        related=[],
        searched=_searched_to_json(reply.searched),
        notes=[],
        seconds=None if seconds is None else round(seconds, 4),
    )
    if isinstance(reply, NotRecorded):
        row["related"] = [_citation_to_json(citation) for citation in reply.related]
        return row
    row["statements"] = [
        StatementJson(text=s.text, force=s.force.value, citations=list(s.citations))
        for s in reply.statements
    ]
    row["citations"] = [_citation_to_json(citation) for citation in reply.citations]
    row["notes"] = list(reply.notes)
    return row


def hit_to_json(rank: int, hit: Hit) -> HitJson:
    """A passage found as other programs read it; ``rank`` counts from 1."""
    places = _passage_to_json(
        hit.passage, hit.passage.span, tuple(other.span for other in hit.also_in)
    )
    return HitJson(**places, rank=rank, score=round(hit.score, 6), text=hit.passage.text)


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


def _citation_to_json(citation: Citation) -> CitationJson:
    places = _passage_to_json(citation.passage, citation.span, citation.also_in)
    return CitationJson(**places, number=citation.number, quote=citation.quote)


def _passage_to_json(passage: Passage, span: Span, also_in: tuple[Span, ...]) -> PassageJson:
    meeting, item = passage.paper.meeting, passage.item
    origin = passage.paper.origin
    return PassageJson(
        **place_to_json(span),
        council=meeting.council,
        body=meeting.body,
        meeting_date=meeting.held_on.isoformat() if meeting.held_on else None,
        paper=passage.paper.kind.value,
        item=item.number if item else None,
        item_title=item.title if item else None,
        reference=reference(passage.paper, item, span),
        link=link(span, origin),
        meeting_link=origin.meeting_address if origin else None,
        exempt=passage.paper.exempt,
        also_in=[place_to_json(other) for other in also_in],
    )


def place_to_json(span: Span) -> PlaceJson:
    """The place as a person finds it."""
    return PlaceJson(
        source=span.source,
        page=span.page,
        printed_page=span.printed,
        confidence=span.confidence,
        line_start=span.line_start,
        line_end=span.line_end,
    )


def _searched_to_json(searched: Searched) -> SearchedJson:
    return {
        "papers": searched.papers,
        "bodies": list(searched.bodies),
        "from": searched.since.isoformat() if searched.since else None,
        "to": searched.until.isoformat() if searched.until else None,
        "unread": searched.unread,
    }
