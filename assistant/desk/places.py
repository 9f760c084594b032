"""Words of a paper by their place: an address that stays the same as long as the file does."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.citing import item_in_words
from assistant.desk.opened import Desk
from assistant.fragments.sources import Source, decided_source
from assistant.holdings import Holdings
from assistant.replies import folded
from corpus.documents import Document, Span
from corpus.errors import NotHeldError
from corpus.papers import Business, Force, Paper, Passage

NOT_HELD = "No paper of this library holds such words. It may have been changed or removed."


@dataclass(frozen=True, slots=True)
class Place:
    """Characters ``start`` to ``end`` (exclusive) of the text of the file ``source``."""

    source: str
    start: int
    end: int

    def is_of(self, span: Span) -> bool:
        """Whether it is exactly that span."""
        return (self.source, self.start, self.end) == (span.source, span.start, span.end)


def place_of_span(span: Span) -> Place:
    """The place of a span."""
    return Place(span.source, span.start, span.end)


def source_at(desk: Desk, place: Place) -> tuple[Source, Document]:
    """What stands there – a decision, a minute or item, words of a passage – and its file.

    The place of a whole paper gives its beginning: nothing in particular is quoted of it.
    Raises NotHeldError for a place that lies in no paper, or runs over what an answer can
    cite: its force would be that of other words.
    """
    holdings = desk.assistant.holdings
    paper = _paper(holdings, place)
    document = desk.assistant.library.document(place.source)
    decided = next((each for each in holdings.decisions if place.is_of(each.span)), None)
    if decided:
        return decided_source(decided), document
    span = document.span(place.start, place.end)
    for passage in _passages(holdings, paper, span):
        quote = _words(passage, place) or (passage.text if place.is_of(passage.span) else "")
        if quote:
            return _quoted(passage, quote, span), document
    for business in desk.assistant.library.business():
        if place.is_of(business.span):
            return _business(business, document), document
    if place.is_of(paper.span):
        beginning = document.span(place.start, place.start)
        return Source(paper.title, paper, paper.item, Force.DISCUSSED, "", beginning), document
    raise NotHeldError(NOT_HELD)


def _paper(holdings: Holdings, place: Place) -> Paper:
    """The paper in which the place lies wholly."""
    for paper in holdings.papers:
        span = paper.span
        if paper.source == place.source and span.start <= place.start < place.end <= span.end:
            return paper
    raise NotHeldError(NOT_HELD)


def _passages(holdings: Holdings, paper: Paper, span: Span) -> Iterator[Passage]:
    """The passage in which the words stand; then those that repeat them, as heads of a table."""
    nearest = holdings.passage_at(span)
    if nearest and nearest.paper.id == paper.id:
        yield nearest
    yield from (each for each in holdings.passages if each.paper.id == paper.id)


def _words(passage: Passage, place: Place) -> str:
    """The words of the passage that stand exactly there; "" where none do.

    Of a passage that begins or ends within the place an answer cites nothing.
    """
    first = _traced(passage, place.start)
    last = _traced(passage, place.end - 1)
    return passage.text[first : last + 1] if first is not None and last is not None else ""


def _traced(passage: Passage, there: int) -> int | None:
    """The character of the passage that is traced to this one of the document.

    One that cleaning put in may be traced to the same: the run that begins last is meant.
    """
    ends = [*(run.at for run in passage.runs[1:]), len(passage.text)]
    holding = [
        run
        for run, end in zip(passage.runs, ends, strict=True)
        if run.place <= there < run.place + end - run.at
    ]
    nearest = max(holding, key=lambda run: run.place, default=None)
    return nearest.at + there - nearest.place if nearest else None


def _quoted(passage: Passage, quote: str, span: Span) -> Source:
    name = item_in_words(passage.item) or passage.paper.title
    return Source(name, passage.paper, passage.item, passage.force, quote, span)


def _business(business: Business, document: Document) -> Source:
    span, item = business.span, business.item
    quote = folded(document.text[span.start : span.end])
    name = item_in_words(item) or business.paper.title
    return Source(name, business.paper, item, Force.DISCUSSED, quote, span)
