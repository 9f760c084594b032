"""What is asked."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.filters import Filters


class QuestionKind(StrEnum):
    """What sort of answer a question wants."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    LIST = "list"
    ATTENDANCE = "attendance"
    SAYING = "saying"
    PERSON = "person"
    DATE = "date"
    FIGURE = "figure"
    YES_NO = "yes/no"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was asked, and as it was understood.

    ``standalone`` is the question made whole from the conversation before it.
    ``filters`` are those that a person set; ``scope`` those that were read out of the
    question's own words (they narrow ``filters`` and never widen them).
    """

    asked: str
    standalone: str
    kind: QuestionKind
    filters: Filters
    scope: Filters
