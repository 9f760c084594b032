"""What other programs ask: checked and described at the edge."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import Field

from assistant.desk.asking import MOST_QUESTIONS, Asking, Turn
from assistant.desk.choosing import readable
from assistant.understanding.questions import ScopePart
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import Force, PaperKind

_MOST_EARLIER = MOST_QUESTIONS - 1
_EARLIER = "The questions before it, oldest first: the last is understood in their light."
_WITHOUT = "Parts of the question's own scope that are not to narrow the search."


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The filters as parameters of an address."""

    council: Annotated[str | None, Query(description="Only this council.")] = None
    body: Annotated[str | None, Query(description="Only this body, or a part of its name.")] = None
    since: Annotated[date | None, Query(description="Only meetings from this date.")] = None
    until: Annotated[date | None, Query(description="Only meetings to this date.")] = None
    kind: Annotated[PaperKind | None, Query(description="Only this kind of paper.")] = None
    source: Annotated[str | None, Query(description="Only this file.")] = None

    @property
    def filters(self) -> Filters:
        """The same as every search takes them; what is empty does not narrow."""
        council, body, source = (
            readable(each).strip() if each else None
            for each in (self.council, self.body, self.source)
        )
        return Filters(
            council or None, body or None, self.since, self.until, self.kind, source or None
        )


@dataclass(frozen=True, slots=True)
class AskedByAddress:
    """A question as parameters of an address."""

    question: Annotated[str, Query(description="At most 2,000 characters.")]
    earlier: Annotated[tuple[str, ...], Query(description=_EARLIER, max_length=_MOST_EARLIER)] = ()
    without: Annotated[tuple[ScopePart, ...], Query(description=_WITHOUT)] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as JSON."""

    question: Annotated[str, Field(description="At most 2,000 characters.")]
    earlier: Annotated[tuple[str, ...], Field(description=_EARLIER, max_length=_MOST_EARLIER)] = ()
    without: Annotated[tuple[ScopePart, ...], Field(description=_WITHOUT)] = ()
    filters: Annotated[Filters, Field(description="Which papers to look through.")] = NO_FILTERS


@dataclass(frozen=True, slots=True)
class Listed:
    """Which decisions are wanted, and in what order."""

    about: Annotated[
        str, Query(description="Words that the title or the words of a decision must hold.")
    ] = ""
    force: Annotated[
        tuple[Force, ...], Query(description="Only decisions of this force; may be given again.")
    ] = ()
    newest_first: Annotated[bool, Query(description="Else oldest first.")] = False


def asking_of(asked: Asked | AskedByAddress, filters: Filters) -> Asking:
    """The questions as every page asks them."""
    earlier = (Turn(readable(question)) for question in asked.earlier)
    latest = Turn(readable(asked.question), frozenset(asked.without))
    return Asking((*earlier, latest), filters)
