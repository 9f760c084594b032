"""An extract as evidence: each quote with its exact place, and what tells its source.

What is written here is what ``check.py`` reads.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from assistant.as_json import CitationJson, citation_to_json
from assistant.takeaway.extracts import Extract, Turn
from assistant.takeaway.pieces import pieces_of
from assistant.takeaway.sources import Source
from corpus.documents import Document, Span
from corpus.library import FileRecord


class PieceJson(TypedDict):
    """Characters ``start`` to ``end`` (exclusive) of a source's text that a quote is made of."""

    start: int
    end: int
    page: int | None
    page_end: int | None
    line_start: int | None
    line_end: int | None


class QuoteJson(CitationJson):
    """A quote: ``answers`` says whether it answers the question, or only comes near to it.

    ``reference`` names the clause too, which is also told alone; it is "" where none is
    certain. ``later`` is what later decisions did to the one that is quoted.
    """

    answers: bool
    status: str
    force: str
    force_in_words: str
    clause: str
    coordinates: str
    later: list[str]
    pieces: list[PieceJson]


class TurnJson(TypedDict):
    """A question, and the quotes that its reply stands on."""

    question: str
    verdict: str
    quotes: list[QuoteJson]


class PageJson(TypedDict):
    """A page, the number that it bears, and the character of the text at which it begins."""

    page: int
    printed: str | None
    confidence: int | None
    start: int


class SourceJson(TypedDict):
    """A file whose papers are quoted; ``sha256`` is that of its bytes when it was read.

    ``text`` is the file of the pack that holds its text as read, from ``text_begins``
    characters on; ``original`` the one that is the paper itself, or None.
    """

    source: str
    format: str
    sha256: str
    text: str
    text_begins: int
    text_sha256: str
    original: str | None
    pages: list[PageJson]


class EvidenceJson(TypedDict):
    """A pack of evidence; ``marking`` says that it is not for the public, or is ""."""

    asked_on: str
    marking: str
    notices: list[str]
    turns: list[TurnJson]
    sources: list[SourceJson]


@dataclass(frozen=True, slots=True)
class Held:
    """A source of quotes as the library holds it, and what the pack calls its files."""

    record: FileRecord
    document: Document
    text_name: str
    original_name: str | None


def evidence_of(extract: Extract, held: Sequence[Held], text_begins: int) -> EvidenceJson:
    """The evidence for an extract whose sources are ``held``.

    Raises BadRequestError for a quote that the text as read does not hold.
    """
    documents = {each.record.source: each.document for each in held}
    return EvidenceJson(
        asked_on=extract.asked_on.isoformat(),
        marking=extract.marking,
        notices=list(extract.notices),
        turns=[_turn(turn, documents) for turn in extract.turns],
        sources=[_source(each, text_begins) for each in held],
    )


def _turn(turn: Turn, documents: dict[str, Document]) -> TurnJson:
    quotes = [
        _quote(source, documents[source.citation.span.source], answers=turn.is_answered)
        for source in turn.sources
    ]
    return TurnJson(question=turn.asked, verdict=turn.verdict, quotes=quotes)


def _quote(source: Source, document: Document, *, answers: bool) -> QuoteJson:
    cited = citation_to_json(source.citation)
    cited["reference"] = source.reference
    return QuoteJson(
        **cited,
        answers=answers,
        status=source.citation.passage.paper.status.value,
        force=source.force.value,
        force_in_words=source.force_in_words,
        clause=source.clause,
        coordinates=source.coordinates,
        later=list(source.later),
        pieces=[_piece(span) for span in pieces_of(source.citation, document)],
    )


def _piece(span: Span) -> PieceJson:
    return PieceJson(
        start=span.start,
        end=span.end,
        page=span.page,
        page_end=span.page_end,
        line_start=span.line_start,
        line_end=span.line_end,
    )


def _source(held: Held, text_begins: int) -> SourceJson:
    return SourceJson(
        source=held.record.source,
        format=held.document.format,
        sha256=held.record.digest,
        text=held.text_name,
        text_begins=text_begins,
        text_sha256=hashlib.sha256(held.document.text.encode()).hexdigest(),
        original=held.original_name,
        pages=_pages(held.document),
    )


def _pages(document: Document) -> list[PageJson]:
    """The pages that hold text, in order."""
    starts: dict[int, int] = {}
    for start, line in document.numbered():
        if line.page is not None:
            starts.setdefault(line.page, start)
    pages = {page.number: page for page in document.pages}
    return [
        PageJson(
            page=number,
            printed=pages[number].printed if number in pages else None,
            confidence=pages[number].confidence if number in pages else None,
            start=start,
        )
        for number, start in starts.items()
    ]
