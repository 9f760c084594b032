"""A conversation as an address holds it: question by question, under short names."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from assistant.desk.remembering import Record
from assistant.filter_texts import NAMES, text_of_parts, texts_of
from assistant.understanding.questions import ScopePart
from corpus.filters import NO_FILTERS, Filters

Parameters = list[tuple[str, str]]
"""Names and values of an address's query, in order, not yet encoded."""

OF_A_TURN = ("q", *NAMES, "without", "r")
"""The names that each question may have; from the second on its number follows them."""


@dataclass(frozen=True, slots=True)
class LinkedTurn:
    """A question to ask anew; ``record`` is what was answered then, None where it is unknown."""

    asked: str
    filters: Filters = NO_FILTERS
    without: frozenset[ScopePart] = frozenset()
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What an address asks for, oldest question first; no turns where it asks nothing.

    ``notices`` are sentences that a person must see with the replies. ``made_on`` is None
    where the address does not say it.
    """

    turns: tuple[LinkedTurn, ...] = ()
    made_on: date | None = None
    notices: tuple[str, ...] = ()


def numbered(name: str, number: int) -> str:
    """The name for the turn ``number``, from 1: most links have one question, and no number."""
    return name if number == 1 else f"{name}{number}"


def asking(turns: Iterable[LinkedTurn]) -> Parameters:
    """The questions with their filters."""
    return [
        (numbered(name, number), value)
        for number, turn in enumerate(turns, 1)
        for name, value in _of_turn(turn)
    ]


def check_of(turns: Iterable[LinkedTurn]) -> str:
    """By which it is known that no question and no filter was changed or cut off."""
    encoded = urlencode(asking(turns), errors="replace").encode()
    return hashlib.sha256(encoded).hexdigest()[:6]


def _of_turn(turn: LinkedTurn) -> Parameters:
    without = text_of_parts(turn.without)
    filters = texts_of(turn.filters).items()
    return [("q", turn.asked), *filters, *([("without", without)] if without else [])]
