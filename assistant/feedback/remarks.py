"""A remark: what somebody says is wrong with a reply, without saying who said it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.citing import reference
from assistant.replies import Answer, Citation, Reply, ReplyStatus
from assistant.typed import one_line, without_addresses
from assistant.understanding.questions import ScopePart
from corpus.errors import BadRequestError
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import Force

LONGEST = 500
"""Characters of a person's own words."""


class Fault(StrEnum):
    """What is wrong, in the words that the page offers."""

    WRONG_PASSAGE = "wrong passage"
    WRONG_FORCE = "wrong force"
    PAPER_MISSING = "paper missing"
    OUT_OF_DATE = "out of date"


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """Where a citation stood; ``number`` is its own, ``force`` that of what was said with it."""

    number: int
    source: str
    page: int | None
    line_start: int | None
    line_end: int | None
    force: Force
    reference: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with the reply to a question.

    ``cited`` are the places that the answer cited, none for a refusal. ``faulted`` are the
    numbers of the citations that the person pointed at, empty where they pointed at none.
    ``right_force`` is what the force should be, where they said so; ``words`` are their own.
    """

    made_on: date
    fault: Fault
    asked: str
    standalone: str
    status: ReplyStatus
    cited: tuple[CitedPlace, ...] = ()
    filters: Filters = NO_FILTERS
    without: frozenset[ScopePart] = frozenset()
    faulted: tuple[int, ...] = ()
    right_force: Force | None = None
    words: str = ""

    @property
    def complained_of(self) -> tuple[CitedPlace, ...]:
        """The places that the person pointed at; all that were cited, where they did not."""
        return tuple(each for each in self.cited if each.number in self.faulted) or self.cited


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a person gives besides the kind of fault, all of it as they like."""

    words: str = ""
    faulted: Collection[int] = ()
    right_force: Force | None = None


NO_DETAILS = Complaint()


def remark_on(
    reply: Reply, fault: Fault, made_on: date, complaint: Complaint = NO_DETAILS
) -> Remark:
    """The remark that ``fault`` is wrong with ``reply``.

    E-mail addresses and telephone numbers are left out of what is kept. Raises
    BadRequestError for words that are too long.
    """
    words = without_addresses(one_line(complaint.words))
    if len(words) > LONGEST:
        raise BadRequestError(
            f"Your words have {len(words):,} characters. Say it in at most {LONGEST}."
        )
    question = reply.question
    cited = _cited(reply)
    numbers = {each.number for each in cited}
    return Remark(
        made_on,
        fault,
        without_addresses(one_line(question.asked)),
        without_addresses(one_line(question.standalone)),
        reply.status,
        cited,
        question.filters,
        question.without,
        tuple(sorted(numbers & set(complaint.faulted))),
        complaint.right_force if fault is Fault.WRONG_FORCE else None,
        words,
    )


def _cited(reply: Reply) -> tuple[CitedPlace, ...]:
    if not isinstance(reply, Answer):
        return ()
    forces = {
        number: statement.force for statement in reply.statements for number in statement.citations
    }
    return tuple(_place(each, forces.get(each.number, Force.DISCUSSED)) for each in reply.citations)


def _place(citation: Citation, force: Force) -> CitedPlace:
    span, passage = citation.span, citation.passage
    return CitedPlace(
        citation.number,
        span.source,
        span.page,
        span.line_start,
        span.line_end,
        force,
        reference(passage.paper, passage.item, span),
    )
