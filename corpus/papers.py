"""The nouns of council papers, as values. Words as in the README's glossary."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.documents import Span


class PaperKind(StrEnum):
    """What a paper is."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    REPORT = "report"
    APPENDIX = "appendix"
    WORK_PROGRAMME = "work programme"
    GUIDANCE = "guidance"
    DECISION_NOTICE = "decision notice"
    OTHER = "other"


class PaperStatus(StrEnum):
    """Whether minutes are a draft or were confirmed by the next meeting."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"


class Force(StrEnum):
    """What words do: a resolution is not a recommendation, nor is a remark in debate."""

    RESOLVED = "resolved"
    NOTED = "noted"
    RECOMMENDED = "recommended"
    DELEGATED = "delegated"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    LOST = "lost"
    PROPOSED = "proposed"
    REPORTED = "reported"
    DISCUSSED = "discussed"


DECIDED = frozenset({Force.RESOLVED, Force.NOTED, Force.RECOMMENDED, Force.DELEGATED})
"""Forces by which a meeting itself decided something."""


ADVISED = frozenset({Force.PROPOSED, Force.RECOMMENDED})
"""Forces of words that ask another to decide."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One body on one date. What the papers do not say is None."""

    council: str | None
    body: str | None
    held_on: date | None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda or report, or a minute: its number as printed, its title."""

    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One document inside a file: it has a meeting of its own, not the file's."""

    id: str
    source: str
    kind: PaperKind
    title: str
    meeting: Meeting
    status: PaperStatus
    span: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a decision with its number as printed, such as "(i)"."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Words by which something was decided (or proposed, or told), with their force.

    ``words`` are the record's own, clauses included. ``subject`` is the proposal that
    words such as "approve this proposal" point to, or None.
    """

    id: str
    paper: Paper
    item: Item | None
    force: Force
    words: str
    clauses: tuple[Clause, ...]
    subject: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Run:
    """Characters from ``at`` of a passage's text stand from ``place`` of its document."""

    at: int
    place: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest text that is searched for and cited; within one item of one paper.

    ``headings`` lead to it inside its paper, outermost first. ``force`` is that of the
    decision it records, or DISCUSSED. ``runs`` trace every character of ``text`` back to
    the document.
    """

    id: str
    paper: Paper
    item: Item | None
    headings: tuple[str, ...]
    text: str
    force: Force
    span: Span
    runs: tuple[Run, ...]
    is_table: bool = False
