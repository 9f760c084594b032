"""What a question asks about and the library does not hold: a body, a meeting's minutes."""

import re

from assistant.answers.points import Refusal
from assistant.answers.refusing import body_is_not_held, minutes_are_not_held, no_such_meeting
from assistant.evidence.gathering import Evidence
from assistant.understanding.questions import QuestionKind
from assistant.understanding.scope import Period
from corpus.packs.names import BODY, titled
from corpus.papers import Meeting

OF_A_MEETING = frozenset(
    {QuestionKind.DECISION, QuestionKind.LIST, QuestionKind.ATTENDANCE, QuestionKind.SAYING}
    | {QuestionKind.VOTE}
)
"""Kinds of question that only minutes answer."""
WAS_SAID = re.compile(
    r"\b(?:said|told|raised|heard|replied|explained|discussed|debated|decided|agreed|elected)\b",
    re.I,
)
A_MONTH = 31
"""Days. Longer periods ("in 2012") do not name meetings."""
DECIDER = re.compile(r"\b(?:did|has|have|does|by|was the|were the)\s+(?:the\s+)?$", re.I)
"""What stands before the name of a body that is asked about as doing something."""
CALLED_A_BODY = re.compile(
    r"(?P<name>(?:[A-Z][\w&’'-]+,?\s+(?:(?:and|of|for|the)\s+)*)+"
    r"(?:(?:overview|scrutiny|select|policy|and|sub)[\s-]+)*"
    r"(?:committee|panel|board|sub-?committee|forum|commission|council))\b"
)
"""A body whose last words are in small letters, as people type them."""
FULL_COUNCIL = re.compile(r"\b(?:did|has|have|does|by)\s+(?:the\s+)?full council\b", re.I)
OPENING = re.compile(r"^(?:(?:what|did|has|have|the|was|which|how|and|does|when)\s+)+", re.I)
"""Words before a body's name that a capital makes look like a part of it."""


def not_held(evidence: Evidence) -> Refusal | None:
    """That what only minutes can tell is asked of a meeting whose minutes are not held."""
    kind, asked = evidence.question.kind, evidence.asked
    if kind not in OF_A_MEETING and not WAS_SAID.search(asked):
        return None
    meetings = _meetings(evidence)
    if meetings and not any(meetings.values()):
        return minutes_are_not_held(evidence, list(meetings))
    if kind is QuestionKind.ATTENDANCE and not meetings and _are_narrow(evidence.scope.periods):
        return no_such_meeting(evidence)
    return None


def absent_body(evidence: Evidence) -> Refusal | None:
    """That no paper is held of the body which is asked about as doing something."""
    body = body_not_held(evidence)
    if body and evidence.question.kind is QuestionKind.FACT and _is_written_of(evidence, body):
        return None
    return body_is_not_held(evidence, body) if body else None


def body_not_held(evidence: Evidence) -> str | None:
    """A body that the question names as doing something and of which no paper is held."""
    asked = evidence.asked
    if FULL_COUNCIL.search(asked) and "Council" not in evidence.holdings.bodies:
        return "full Council"
    if evidence.scope.bodies_in_full:
        return None
    held = {word for body in evidence.holdings.bodies for word in body.casefold().split()}
    councils = " ".join((*evidence.holdings.councils, *evidence.holdings.council_forms))
    besides = {"the", "of", "and", *councils.casefold().split()}
    for match in (*BODY.finditer(titled(asked)), *CALLED_A_BODY.finditer(asked)):
        name = OPENING.sub("", match["name"])
        folded = name.casefold()
        telling = {word for word in folded.split() if word not in besides}
        decides = DECIDER.search(asked[: match.end("name") - len(name)])
        of_scope = [set(body.casefold().split()) for body in evidence.scope.bodies]
        if any(telling <= words for words in of_scope):
            continue
        is_council = any(folded in council.casefold() for council in evidence.holdings.councils)
        known = telling <= held and not evidence.scope.bodies
        if len(telling) > 1 and not known and decides and not is_council:
            return name
    return None


def _is_written_of(evidence: Evidence, body: str) -> bool:
    """Whether the papers of others name ``body``, and may so tell a fact about it."""
    return any(body in passage.text for passage in evidence.holdings.passages)


def _meetings(evidence: Evidence) -> dict[Meeting, bool]:
    """The meetings that the question's dates name, and whether minutes of them are held."""
    scope, filters = evidence.scope, evidence.question.filters
    if not _are_narrow(scope.periods):
        return {}
    return {
        meeting: minutes
        for meeting, minutes in evidence.holdings.meetings(filters).items()
        if any(period.holds(meeting.held_on) for period in scope.periods)
        and (not scope.councils or meeting.council is None or meeting.council in scope.councils)
        and (not scope.bodies or meeting.body is None or meeting.body in scope.bodies)
    }


def _are_narrow(periods: tuple[Period, ...]) -> bool:
    return bool(periods) and all((p.until - p.since).days <= A_MONTH for p in periods)
