"""Whether an answer to a yes-or-no question may begin with yes or no."""

import re

from assistant.answers.attending import NOT_THERE, THERE
from assistant.answers.points import Point
from assistant.answers.speaking import appearances_of, person_in
from assistant.evidence.decided_words import about
from assistant.evidence.gathering import Evidence
from assistant.understanding.questions import YES_NO
from corpus.papers import Capacity, Decision, Force
from corpus.text.words import words_of

SAME = 0.85
"""A decision that has this share of the subject's words is the one asked about."""
AGREEING = re.compile(
    r"\b(?:agree[ds]?|approv\w+|adopt\w*|resolv\w+|decid\w+|accept\w*|endors\w+|support\w*|back(?:ed)?"
    r"|carried|carry|pass(?:ed)?|grant(?:ed)?|sign(?:ed)? off)\b",
    re.I,
)
REJECTING = re.compile(
    r"\b(?:reject\w*|refus\w+|lost|lose|defeat\w*|turn(?:ed)? down|fell)\b", re.I
)
DEFERRING = re.compile(r"\b(?:defer\w*|postpon\w+|adjourn\w*|put off)\b", re.I)
NEGATED = re.compile(
    r"\b(?:not|never|no longer|refus\w+|reject\w*|declin\w+|oppos\w+)\b|n['’]t\b", re.I
)
VERBS = re.compile("|".join(p.pattern for p in (AGREEING, REJECTING, DEFERRING)), re.I)
NOT = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b", re.I)
PUT_OFF = frozenset({Force.DEFERRED, Force.WITHDRAWN})


def lead_of(evidence: Evidence, points: tuple[Point, ...]) -> str:
    """Yes or no, with a full stop; nothing where the record does not say it in so many words."""
    asked = evidence.asked
    if not YES_NO.match(asked) or not points or NOT.search(asked):
        return ""
    person = person_in(evidence)
    if person and evidence.scope.periods:
        return _of_presence(evidence, person)
    decision = points[0].decision
    if decision is None or evidence.holdings.undone.get(decision.id):
        return ""
    return _of_decision(evidence, decision)


def _of_presence(evidence: Evidence, person: str) -> str:
    capacities: set[Capacity] = {a.capacity for a in appearances_of(evidence, person)}
    if not re.search(r"\b(?:attend\w*|present|there|turn(?:ed)? up|at)\b", evidence.asked, re.I):
        return ""
    if capacities & NOT_THERE:
        return "" if Capacity.PRESENT in capacities else "No."
    return "Yes." if capacities & THERE else ""


def _of_decision(evidence: Evidence, decision: Decision) -> str:
    verbs = {stem for match in VERBS.finditer(evidence.asked) for stem in words_of(match[0])}
    subject = [word for word in evidence.subject if word not in verbs]
    if not subject or evidence.tools.rarity.coverage(subject, about(decision)) < SAME:
        return ""
    asked, force = evidence.asked, decision.force
    if DEFERRING.search(asked):
        return "Yes." if force is Force.DEFERRED else ""
    if REJECTING.search(asked):
        return "Yes." if force is Force.LOST else ""
    if not AGREEING.search(asked):
        return ""
    if force is Force.LOST or force in PUT_OFF:
        return "No."
    stands = force in (Force.RESOLVED, Force.DELEGATED) and not NEGATED.search(decision.words)
    return "Yes." if stands else ""
