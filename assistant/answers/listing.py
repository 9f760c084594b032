"""All decisions within a question's scope, counted, from the register."""

import re

from assistant.answers.points import Answering, Refusal
from assistant.answers.refusing import nothing_recorded
from assistant.answers.resolving import FIRST_WORDS, OWN, point_of, register_of
from assistant.counting import counted
from assistant.evidence.gathering import Evidence
from assistant.evidence.matching import COVERED, in_scope
from corpus.papers import Force

NOT_TAKEN = frozenset({Force.LOST, Force.WITHDRAWN})
"""What is listed with the decisions of a meeting and is none."""
LIST_WORDS = 260
"""Words of all decisions of a list; if they are more, long ones are quoted in part."""
FORCES = (
    (re.compile(r"\b(?:lost|defeated|fell|not carried|voted down|thrown out)\b", re.I), Force.LOST),
    (
        re.compile(r"\b(?:deferred|adjourned|put off|postponed|held over)\b", re.I),
        Force.DEFERRED,
    ),
    (re.compile(r"\b(?:withdrawn|pulled|taken off)\b", re.I), Force.WITHDRAWN),
    (re.compile(r"\bdelegated\b", re.I), Force.DELEGATED),
    (re.compile(r"\bnoted\b", re.I), Force.NOTED),
    (re.compile(r"\brecommended\b", re.I), Force.RECOMMENDED),
)


def answer_list(evidence: Evidence) -> Answering | Refusal:
    """Every decision within the question's scope, in order, with a line on completeness."""
    asked = {f for pattern, f in FORCES if pattern.search(evidence.asked)} or OWN
    decisions = [d for d in in_scope(evidence, register_of(evidence)) if d.force in asked]
    if evidence.subject and asked is OWN:
        covers = zip(decisions, evidence.coverages(decisions), strict=True)
        covered = [decision for decision, share in covers if share >= COVERED]
        decisions = covered if covered or not evidence.scope.periods else decisions
    if not decisions:
        return nothing_recorded(evidence)
    meetings = {decision.paper.meeting for decision in decisions}
    not_taken = sum(decision.force in NOT_TAKEN for decision in decisions)
    taken = len(decisions) - not_taken
    said = [counted(taken, "decision")] if taken else []
    said += (
        [f"{counted(not_taken, 'motion or item', 'motions or items')} lost or withdrawn"]
        if not_taken
        else []
    )
    note = f"{' and '.join(said)} in the minutes of {counted(len(meetings), 'meeting')}."
    long = sum(len(decision.words.split()) for decision in decisions) > LIST_WORDS
    most = max(FIRST_WORDS, LIST_WORDS // len(decisions))
    points = tuple(
        point_of(evidence, decision, in_a_list=True, shortened=long, most=most)
        for decision in decisions
    )
    return Answering(points, (note,))
