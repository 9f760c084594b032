"""What an answer consists of before it is worded: points, or a refusal."""

from dataclasses import dataclass

from assistant.evidence.quoting import Quotable
from assistant.replies import ReplyStatus
from corpus.papers import Decision, Force


@dataclass(frozen=True, slots=True)
class Point:
    """Words of one passage that say one thing, with their force."""

    force: Force
    quotables: tuple[Quotable, ...]
    with_title: bool = False
    """Whether the title of the item is needed to understand the words."""
    in_a_list: bool = False
    decision: Decision | None = None
    left_out: int = 0
    """How many clauses of the decision are not quoted."""


@dataclass(frozen=True, slots=True)
class Answering:
    """Points in the order in which they are to be read, and notes on completeness."""

    points: tuple[Point, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the papers do not answer, in plain English; ``nearest`` are the best hits.

    ``is_near_miss`` says that their words would be taken for the answer: the figure of
    another year, another person. They are then named and not quoted in the text.
    """

    reason: str
    nearest: tuple[Quotable, ...]
    status: ReplyStatus = ReplyStatus.NOT_RECORDED
    is_near_miss: bool = False
