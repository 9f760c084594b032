"""Words of a paper by their place: an address that stays the same as long as the file does."""

from dataclasses import dataclass

from assistant.citing import item_in_words
from assistant.desk.opened import Desk
from assistant.fragments.sources import Source, decided_source
from assistant.holdings import Holdings
from assistant.replies import folded
from corpus.documents import Document, Span
from corpus.errors import NotHeldError
from corpus.papers import Business, Force, Paper, Passage
from corpus.text.tracing import place_of

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
    """What stands there – a decision, a minute or item, or words of a passage – and its file.

    Raises NotHeldError for a place that lies in no paper, or runs over what an answer can
    cite: its force would be that of other words.
    """
    holdings = desk.assistant.holdings
    paper = _paper(holdings, place)
    document = desk.assistant.library.document(place.source)
    decided = next((each for each in holdings.decisions if place.is_of(each.span)), None)
    if decided:
        return decided_source(decided), document
    passage = holdings.passage_at(document.span(place.start, place.end))
    quote = _words(passage, place) if passage and passage.paper.id == paper.id else ""
    if passage and quote:
        return _quoted(passage, quote, document.span(place.start, place.end)), document
    for business in desk.assistant.library.business():
        if place.is_of(business.span):
            return _business(business, document), document
    raise NotHeldError(NOT_HELD)


def _paper(holdings: Holdings, place: Place) -> Paper:
    """The paper in which the place lies wholly."""
    for paper in holdings.papers:
        span = paper.span
        if paper.source == place.source and span.start <= place.start < place.end <= span.end:
            return paper
    raise NotHeldError(NOT_HELD)


def _words(passage: Passage, place: Place) -> str:
    """The words of the passage there; "" where the place reaches beyond the passage."""
    places = [place_of(passage.runs, at) for at in range(len(passage.text))]
    inside = [at for at, there in enumerate(places) if place.start <= there < place.end]
    first, last = min(places, default=0), max(places, default=0)
    if not inside or place.start < first or place.end > last + 1:
        return ""
    return passage.text[inside[0] : inside[-1] + 1]


def _quoted(passage: Passage, quote: str, span: Span) -> Source:
    name = item_in_words(passage.item) or passage.paper.title
    return Source(name, passage.paper, passage.item, passage.force, quote, span)


def _business(business: Business, document: Document) -> Source:
    span, item = business.span, business.item
    quote = folded(document.text[span.start : span.end])
    name = item_in_words(item) or business.paper.title
    return Source(name, business.paper, item, Force.DISCUSSED, quote, span)
