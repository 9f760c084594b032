"""Questions about decisions: from the register, else from the minute that comes nearest."""

import re

from assistant.answers.absent import body_not_held
from assistant.answers.outcomes import how_it_was_left
from assistant.answers.points import Answering, Refusal
from assistant.answers.resolving import answer_decision
from assistant.answers.selecting import answer_fact
from assistant.evidence.gathering import Evidence
from assistant.understanding.questions import DECIDING

OTHERS = re.compile(
    r"\b(?:inspector(?:ate)?|ombudsman|secretary of state|ministers?|auditors?|court|tribunal"
    r"|ofsted|police|government|regulator)\b",
    re.I,
)
"""They decide too, and what they decided stands in no minutes of a council."""
OWN_BODIES = ("scrutiny", "cabinet", "executive")
"""Bodies by the word that people say for them."""


def answer_what_was_decided(evidence: Evidence) -> Answering | Refusal:
    """What the register has, how a minute leaves it, or what papers tell of others' decisions."""
    decided = answer_decision(evidence)
    left = None if body_not_held(evidence) else how_it_was_left(evidence, decided)
    if left:
        return left
    if isinstance(decided, Refusal) and _is_of_others(evidence):
        told = answer_fact(evidence)
        return told if _tells_a_decision(told) else decided
    return decided


def _is_of_others(evidence: Evidence) -> bool:
    """Whether the question is of what somebody decided whose minutes are not held."""
    held = evidence.holdings.meetings()
    bodies = {str(meeting.body).casefold() for meeting, minutes in held.items() if minutes}
    named = (word for word in OWN_BODIES if word in evidence.asked.casefold())
    return bool(OTHERS.search(evidence.asked)) or any(
        all(word not in body for body in bodies) for word in named
    )


def _tells_a_decision(told: Answering | Refusal) -> bool:
    return isinstance(told, Answering) and any(
        DECIDING.search(part.text) for point in told.points for part in point.quotables
    )
