"""How a question was understood, in words: made whole, and narrowed to where it says."""

from assistant.replies import folded
from assistant.understanding.narrowed import filters_in_words
from assistant.understanding.questions import Question, ScopePart

_PARTS = {ScopePart.COUNCIL: "a council", ScopePart.BODY: "a body", ScopePart.DATE: "a date"}


def understood_in_words(question: Question) -> list[str]:
    """How the question was understood, where that is not simply what was typed."""
    said = []
    if folded(question.standalone).casefold() != folded(question.asked).casefold():
        said.append(f"Understood as: {question.standalone}")
    filters = filters_in_words(question.filters)
    if filters:
        said.append(f"Narrowed by your filters to: {filters}")
    return said


def scope_read(question: Question) -> dict[ScopePart, str]:
    """What the question's words say, part by part: two dates are taken away together."""
    return {
        part: " or ".join(read.words for read in question.narrowings if read.part is part)
        for part in ScopePart
        if any(read.part is part for read in question.narrowings)
    }


def not_narrowed(part: ScopePart) -> str:
    """That a part of what was read is set aside, such as "Not narrowed to a date"."""
    return f"Not narrowed to {_PARTS[part]}"
