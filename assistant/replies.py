"""Replies as values: an answer that stands on citations, or what is not recorded."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.understanding.questions import Question
from corpus.documents import Span
from corpus.papers import Force, Passage


class ReplyStatus(StrEnum):
    """How a reply stands to its question."""

    ANSWERED = "answered"
    NOT_RECORDED = "not_recorded"
    OUTSIDE = "outside"
    UNCLEAR = "unclear"
    EMPTY_LIBRARY = "empty_library"


@dataclass(frozen=True, slots=True)
class Citation:
    """Exact words of a passage, and where they stand.

    ``also_in`` are places elsewhere that hold the same words. A citation whose quote is
    not in its passage cannot be made (ValueError).
    """

    number: int
    passage: Passage
    quote: str
    span: Span
    also_in: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.quote or folded(self.quote) not in folded(self.passage.text):
            raise ValueError(f"not in {self.passage.span.source}: {self.quote[:80]!r}")

    @property
    def confidence(self) -> int | None:
        """How sure text recognition was of the words, in per cent; None if it was not needed.

        Of several pages it is that of the worst.
        """
        return self.span.confidence


@dataclass(frozen=True, slots=True)
class Statement:
    """A part of an answer in the record's words, with its force.

    ``text`` is what a person reads: a lead-in of ours and the quoted words. ``citations``
    are numbers of citations; there is at least one (ValueError).
    """

    text: str
    force: Force
    citations: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError(f"a statement without a citation: {self.text[:80]!r}")


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through for a reply."""

    papers: int
    bodies: tuple[str, ...]
    since: date | None
    until: date | None
    unread: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the papers say. ``notes`` say what a reader must know besides (completeness)."""

    question: Question
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    searched: Searched
    notes: tuple[str, ...] = ()

    @property
    def status(self) -> ReplyStatus:
        """Always answered."""
        return ReplyStatus.ANSWERED


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """That the papers do not answer, why, and the nearest passages, which do not answer.

    ``reason`` is one or more plain English sentences. Near misses are named, not quoted,
    where the reply is told in a text: somebody in a hurry would take them for the answer.
    """

    question: Question
    status: ReplyStatus
    reason: str
    related: tuple[Citation, ...]
    searched: Searched
    is_near_miss: bool = False


Reply = Answer | NotRecorded


def folded(text: str) -> str:
    """``text`` with white space folded, for comparing quotes."""
    return re.sub(r"\s+", " ", text).strip()
