"""Addresses: what a page is asked by its parameters, and where links lead."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from assistant.desk.asking import MOST_QUESTIONS, Asking, Turn
from assistant.desk.choosing import filter_parameters, filters_of, number_of, readable
from assistant.desk.places import Place, place_of_span
from assistant.fragments.links import PaperLink
from assistant.understanding.questions import ScopePart
from corpus.documents import Span
from corpus.errors import BadRequestError
from corpus.papers import Paper

Parameters = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: str
    address: str


def address(path: str, parameters: Iterable[tuple[str, str]] = ()) -> str:
    """``path`` with parameters, escaped as an address asks."""
    query = urlencode(list(parameters))
    return f"{path}?{query}" if query else path


def asking_in(given: QueryParams) -> Asking:
    """The conversation that parameters hold: ``q`` for each question, oldest first.

    ``without=2-body`` sets the body aside that the second question names; what names no
    question or no part is passed over. Of a long conversation the latest questions are kept.
    Raises BadRequestError for filters that make no sense.
    """
    without: dict[int, set[ScopePart]] = {}
    for each in given.getlist("without"):
        number, _, part = each.partition("-")
        if number.isascii() and number.isdigit() and part in list(ScopePart):
            without.setdefault(int(number[:4]), set()).add(ScopePart(part))
    questions = [readable(question).strip() for question in given.getlist("q")]
    turns = [
        Turn(question, frozenset(without.get(number, ())))
        for number, question in enumerate(questions, 1)
        if question
    ]
    return Asking(tuple(turns[-MOST_QUESTIONS:]), filters_of(given))


def asking_parameters(asking: Asking) -> Parameters:
    """The parameters that ``asking_in`` reads as this conversation."""
    return [*turn_parameters(asking), *filter_parameters(asking.filters)]


def turn_parameters(asking: Asking) -> Parameters:
    """Those of its questions, without the filters."""
    questions = [("q", turn.question) for turn in asking.turns]
    without = [
        ("without", f"{number}-{part.value}")
        for number, turn in enumerate(asking.turns, 1)
        for part in ScopePart
        if part in turn.without
    ]
    return [*questions, *without]


def place_in(given: QueryParams) -> Place:
    """The place that parameters name. Raises BadRequestError where they name none."""
    if "source" not in given:
        raise BadRequestError("The address names no file. Follow a link to a source.")
    return Place(
        readable(given["source"]),
        number_of("start", given.get("start", "")),
        number_of("end", given.get("end", "")),
    )


def place_parameters(place: Place) -> Parameters:
    """The parameters that ``place_in`` reads as this place."""
    return [("source", place.source), ("start", str(place.start)), ("end", str(place.end))]


def opening(base: str) -> PaperLink:
    """How fragments lead to words of a paper, on pages that are served under ``base``."""

    def opened(_: Paper, span: Span) -> str:
        return address(f"{base}/source", place_parameters(place_of_span(span)))

    return opened
