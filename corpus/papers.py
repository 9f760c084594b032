"""The nouns of council papers, as values. Words as in the README's glossary."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.documents import Origin, Span


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

TAKEN = frozenset({Force.RESOLVED, Force.DELEGATED})
"""Forces by which something came to stand."""


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
    """One document inside a file: it has a meeting of its own, not the file's.

    ``item`` is the item of an agenda that it belongs to, or None. ``span`` runs from its
    first line or page to its last. ``exempt`` says why the public may not see it, or is
    None; a library that is open to the public holds no such paper. ``origin`` says where its
    file was fetched from, if it was.
    """

    id: str
    source: str
    kind: PaperKind
    title: str
    meeting: Meeting
    status: PaperStatus
    span: Span
    item: Item | None = None
    exempt: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Business:
    """An item of an agenda or a minute, from its heading to the next one.

    ``pages`` are those that an agenda prints beside an item: "(Pages 15 - 24)".
    """

    paper: Paper
    item: Item
    span: Span
    pages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a decision with its number as printed, such as "(i)"."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as recorded in ``words``, with the numbers and the names that it gives.

    A number that is not given is None; names are as printed, in order.
    """

    words: str
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    names_in_favour: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_abstained: tuple[str, ...] = ()

    @property
    def reconciles(self) -> bool:
        """Whether each number is that of the names beside it, and no name stands twice."""
        lists = (
            (self.in_favour, self.names_in_favour),
            (self.against, self.names_against),
            (self.abstained, self.names_abstained),
        )
        names = [name.casefold() for _, group in lists for name in group]
        counted = all(not group or number == len(group) for number, group in lists)
        return counted and len(set(names)) == len(names)


class Capacity(StrEnum):
    """In what way a person appears in minutes."""

    PRESENT = "present"
    IN_ATTENDANCE = "in attendance"
    APOLOGIES = "apologies"
    SUBSTITUTE = "substitute"
    ABSENT = "absent"
    DECLARED = "declared an interest"
    SPOKE = "spoke"
    MOVED = "moved"
    SECONDED = "seconded"


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a paper names them: "Councillor" "Ann Example", "Chair"; else None."""

    name: str
    title: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in minutes: present, apologising, declaring an interest, speaking ...

    ``item`` is the minute it stands in, or None for the lists at the head. ``words`` are
    the record's own: the line of a list, or the sentence.
    """

    paper: Paper
    item: Item | None
    capacity: Capacity
    person: Person
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Decision:
    """Words by which something was decided (or proposed, or told), with their force.

    ``words`` are the record's own, clauses included. ``subject`` is the proposal that
    words such as "approve this proposal" point to, or None. ``mover`` and ``seconder``
    are named as printed.
    """

    id: str
    paper: Paper
    item: Item | None
    force: Force
    words: str
    clauses: tuple[Clause, ...]
    subject: str | None
    span: Span
    mover: str | None = None
    seconder: str | None = None
    vote: Vote | None = None


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
    the document. ``is_boilerplate`` says that it is of no business: how to leave in a fire,
    whom to telephone.
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
    is_boilerplate: bool = False
