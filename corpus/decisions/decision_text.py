"""A decision as it is found inside the blocks of a section."""

from dataclasses import dataclass

from corpus.papers import Clause, Force
from corpus.votes.voting import Voting


@dataclass(frozen=True, slots=True)
class DecisionText:
    """A decision inside a section: blocks ``first`` to ``last`` (inclusive).

    ``start`` is where its words begin in the first block; they end with the last block,
    or at ``end`` of it where that is not None. ``motion`` are the first and last block of
    the motion that the words only tell the outcome of.
    """

    force: Force
    first: int
    last: int
    start: int = 0
    end: int | None = None
    clauses: tuple[Clause, ...] = ()
    subject: str | None = None
    voting: Voting = Voting(None, None, None)  # noqa: RUF009 - a frozen value
    motion: tuple[int, int] | None = None
