"""A passage with what its paper says of it, as one text.

This is what is embedded, what keywords are looked up in, and what a reranker reads: a
passage seldom repeats the body, the date or the title that a question names.
"""

from collections.abc import Iterator
from functools import lru_cache

from corpus.papers import Item, Paper, PaperKind, Passage
from corpus.text.words import words_of

TOLD_BY_MEETING = (PaperKind.AGENDA, PaperKind.MINUTES)
"""Their titles tell the meeting again, and in which room it was held."""


def in_context(passage: Passage) -> str:
    """A line on where ``passage`` stands, then its text."""
    header = _header(passage.paper, passage.item, passage.headings)
    return f"{header}\n{passage.text}" if header else passage.text


@lru_cache(maxsize=100_000)
def _header(paper: Paper, item: Item | None, headings: tuple[str, ...]) -> str:
    """Remembered: the passages of an item share it, and each is asked for several times."""
    return " · ".join(_places(paper, item, headings))


def _places(paper: Paper, item: Item | None, headings: tuple[str, ...]) -> Iterator[str]:
    """Council, body, date and kind; then those titles that say anything more."""
    said: set[str] = set()
    for place in _meeting(paper):
        said |= _words(place)
        yield place
    titles = list(headings)
    if paper.kind not in TOLD_BY_MEETING:
        titles.insert(0, paper.title)
    if item:
        named = f"{item.number} {item.title}" if item.number else item.title
        titles.insert(len(titles) - len(headings), named)
    for title in titles:
        words = _words(title)
        if not words <= said:
            said |= words
            yield " ".join(title.split())


@lru_cache(maxsize=1000)
def _words(place: str) -> frozenset[str]:
    return frozenset(words_of(place))


def _meeting(paper: Paper) -> Iterator[str]:
    meeting = paper.meeting
    if meeting.council:
        yield meeting.council
    if meeting.body:
        yield meeting.body
    if meeting.held_on:
        yield f"{meeting.held_on.day} {meeting.held_on:%B %Y}"
    if paper.kind is not PaperKind.OTHER:
        yield paper.kind
