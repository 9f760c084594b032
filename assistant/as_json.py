"""A reply, hits and the places they stand at, as other programs read them."""

from typing_extensions import TypedDict

from assistant.citing import link, reference
from assistant.rendering import answer_text
from assistant.replies import Citation, NotRecorded, Reply, Searched
from corpus.documents import Span
from corpus.papers import Passage
from index.hits import Hit


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
        row["related"] = [citation_to_json(citation) for citation in reply.related]
        return row
    row["statements"] = [
        StatementJson(text=s.text, force=s.force.value, citations=list(s.citations))
        for s in reply.statements
    ]
    row["citations"] = [citation_to_json(citation) for citation in reply.citations]
    row["notes"] = list(reply.notes)
    return row


def hit_to_json(rank: int, hit: Hit) -> HitJson:
    """A passage found as other programs read it; ``rank`` counts from 1."""
    places = _passage_to_json(
        hit.passage, hit.passage.span, tuple(other.span for other in hit.also_in)
    )
    return HitJson(**places, rank=rank, score=round(hit.score, 6), text=hit.passage.text)


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


def citation_to_json(citation: Citation) -> CitationJson:
    """A citation as other programs read it."""
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


def _searched_to_json(searched: Searched) -> SearchedJson:
    return {
        "papers": searched.papers,
        "bodies": list(searched.bodies),
        "from": searched.since.isoformat() if searched.since else None,
        "to": searched.until.isoformat() if searched.until else None,
        "unread": searched.unread,
    }
