"""The pieces of a source's text that a quote is made of, character for character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.replies import Citation
from corpus.documents import Document, Span
from corpus.errors import BadRequestError
from corpus.text.tracing import place_of

_PUT_IN = re.compile(r"[\s|]")
"""What cleaning puts between the pieces: spaces, line breaks, bars between the cells of a row."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of a document from ``start`` to ``end`` (exclusive)."""

    start: int
    end: int


def pieces_of(citation: Citation, document: Document) -> tuple[Span, ...]:
    """The places in ``document`` whose characters, one after another, are the quote.

    White space apart, and the bars that stand for the borders of cells. Raises
    BadRequestError if the document does not hold the quote, which must never be.
    """
    runs = _joined(_runs(citation, document), document.text)
    found = "".join(document.text[run.start : run.end] for run in runs)
    if bare(found) != bare(citation.quote):
        raise BadRequestError(
            f"{citation.span.source}: a quote cannot be traced to the text that was read "
            f"({citation.quote[:60]!r}). Add the file again, and ask again."
        )
    return tuple(document.span(run.start, run.end) for run in runs)


def bare(text: str) -> str:
    """``text`` without what cleaning puts in."""
    return _PUT_IN.sub("", text)


def _runs(citation: Citation, document: Document) -> Iterator[_Run]:
    """The characters of the quote, one by one."""
    start, end = _in_passage(citation)
    passage = citation.passage
    for at in range(start, end):
        place = place_of(passage.runs, at)
        character = passage.text[at]
        if not _PUT_IN.match(character) and document.text[place : place + 1] == character:
            yield _Run(place, place + 1)


def _in_passage(citation: Citation) -> tuple[int, int]:
    """Where the quote stands in its passage; of several places, the cited one."""
    passage = citation.passage
    words = re.compile(r"\s+".join(map(re.escape, citation.quote.split())))
    places = [match.span() for match in words.finditer(passage.text)]
    cited = (each for each in places if place_of(passage.runs, each[0]) == citation.span.start)
    return next(cited, places[0])


def _joined(runs: Iterator[_Run], text: str) -> list[_Run]:
    """Runs between which the document has nothing but white space are one."""
    joined: list[_Run] = []
    for run in runs:
        if joined and joined[-1].end <= run.start and not bare(text[joined[-1].end : run.start]):
            joined[-1] = _Run(joined[-1].start, run.end)
        else:
            joined.append(run)
    return joined
