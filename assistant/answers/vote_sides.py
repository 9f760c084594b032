"""On which side of a vote a list of names stands, and which side a question asks for."""

import re
from enum import StrEnum

from assistant.evidence.quoting import Quotable
from corpus.papers import Vote


class Side(StrEnum):
    """How somebody voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


_SIDES = (
    (Side.ABSTAINED, re.compile(r"\babst(?:ain\w*|ention\w*)|\bon the fence\b", re.I)),
    (Side.AGAINST, re.compile(r"\bagainst\b|\boppos\w+|\bobject\w*", re.I)),
    (Side.FOR, re.compile(r"\bin favour\b|\bvot(?:e|ed|ing) for\b|^\W*for\b", re.I | re.M)),
)


def side_asked(asked: str) -> Side | None:
    """The one side that a question names, or None."""
    named = [side for side, pattern in _SIDES if pattern.search(asked)]
    return named[0] if len(named) == 1 else None


def names_on(vote: Vote, side: Side | None) -> tuple[str, ...]:
    """The names that a vote records on ``side``, or on any."""
    names = {
        Side.FOR: vote.names_in_favour,
        Side.AGAINST: vote.names_against,
        Side.ABSTAINED: vote.names_abstained,
    }
    return names[side] if side else tuple(name for each in names.values() for name in each)


def may_tell(part: Quotable, side: Side | None) -> bool:
    """Whether words may tell who was on ``side``: they name it, or stand under it.

    What names no side stands on that of the last line above it that does, or of its heading.
    """
    if side is None:
        return True
    own = [each for each, pattern in _SIDES if pattern.search(part.text)]
    if own:
        return side in own
    above = "\n".join((*part.passage.headings[-1:], part.passage.text[: part.start]))
    found = ((match.start(), each) for each, pattern in _SIDES for match in pattern.finditer(above))
    last = max(found, default=None)
    return last is None or last[1] is side
