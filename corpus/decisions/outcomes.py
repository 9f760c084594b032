"""Outcomes of votes: what they are the outcome of, and which give way to what was resolved."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.decisions.clauses import clause_of, clauses_of
from corpus.decisions.deciding import BARE_OUTCOME, GAINED, OUTCOME
from corpus.decisions.decision_text import DecisionText
from corpus.decisions.motions import follows_directly, motion_before, moved_in, text_of
from corpus.decisions.verbs import CAPITAL_VERB
from corpus.papers import Force
from corpus.text.blocks import Block

RESOLVED = re.compile(
    r"\b(?:RESOLVED|AGREED|DECIDED)\b|(?im:^\W*(?:resolved|agreed|decision)\b)"
    r"|(?i:\bit was (?:\w+ly )?resolved\b)"
)
CAPITAL_OUTCOME = re.compile(r"\b(?:LOST|CARRIED|WITHDRAWN|DEFEATED)\b")


def with_motion(blocks: Sequence[Block], decision: DecisionText, words: str) -> DecisionText:
    """An outcome such as "Amendment lost." with what it is the outcome of.

    A lost amendment reads like a carried one: its words must not stand without its fate.
    Right below its motion, both are the decision's words; else the motion is its subject.
    """
    outcome = OUTCOME.search(words) or BARE_OUTCOME.fullmatch(words)
    if not outcome or (CAPITAL_VERB.search(words) and not CAPITAL_OUTCOME.search(words)):
        return decision
    inside = moved_in(blocks[decision.first].text[: decision.start])
    if inside is not None:
        return replace(decision, start=inside)
    if moved_in(words) is not None:
        return decision
    what = outcome.groupdict().get("what") or "motion"
    before = blocks[: decision.first]
    motion = motion_before(before, what.lower())
    if motion is None and outcome.re is BARE_OUTCOME:
        motion = motion_before(before, "amendment")
    if motion is None:
        return decision
    if follows_directly(before, motion):
        return replace(
            decision,
            first=motion[0],
            start=0,
            clauses=tuple(c for c in clauses_of(blocks[motion[0] + 1 : motion[1] + 1]) if c.number),
            motion=motion,
        )
    return replace(decision, subject=text_of(blocks[motion[0] : motion[1] + 1]), motion=motion)


def as_recommended(
    blocks: Sequence[Block], each: DecisionText, later: Sequence[DecisionText]
) -> DecisionText:
    """What officers "RECOMMENDED" and the minute then agrees to was only proposed."""
    if each.force is not Force.RECOMMENDED:
        return each
    agreed = any(
        re.search(r"\brecommendations?\b", text_of(blocks[other.first : other.last + 1]), re.I)
        for other in later
    )
    return replace(each, force=Force.PROPOSED) if agreed else each


def gives_way(blocks: Sequence[Block], each: DecisionText, later: Sequence[DecisionText]) -> bool:
    """Whether words tell only that a motion was carried, and what was resolved stands below.

    So does a recommendation of officers that a decision follows, and a list of what "it was
    noted" in the discussion before.
    """
    own = [other for other in later if other.force is not Force.REPORTED]
    words = blocks[each.last].text[each.start if each.first == each.last else 0 : each.end]
    outcome = OUTCOME.search(words) or BARE_OUTCOME.fullmatch(words)
    if outcome and outcome["outcome"].lower() in GAINED and not CAPITAL_LABEL.match(words):
        return any(_is_resolved(blocks, other) for other in own)
    if NOTED_IN_PASSING.search(blocks[each.first].text):
        return any(CAPITAL_LABEL.match(clause_of(blocks[other.first]).words) for other in own)
    label = blocks[each.first].text[:40]
    return bool(own) and each.force is Force.RECOMMENDED and bool(OFFICERS.match(label))


CAPITAL_LABEL = re.compile(r"\W*(?:RESOLVED|AGREED|DECIDED)\b")
NOTED_IN_PASSING = re.compile(
    r"\b(?i:it was|members|the following(?: points)? (?:was|were))\b[^.]{0,20}\snoted\s*:\s*$"
)
"""Over a list of what was said; not in capitals."""
OFFICERS = re.compile(r"\W*(?:officers?'?\s+)?recommendations?\b", re.I)


def _is_resolved(blocks: Sequence[Block], each: DecisionText) -> bool:
    """Whether a decision is what was resolved in the end, under a label or in capitals."""
    if _tells_outcome(blocks, each):
        return False
    text = text_of(blocks[each.first : each.last + 1])
    return bool(RESOLVED.search(text))


def _tells_outcome(blocks: Sequence[Block], each: DecisionText) -> bool:
    words = blocks[each.last].text[each.start if each.first == each.last else 0 : each.end]
    return bool(OUTCOME.search(words) or BARE_OUTCOME.fullmatch(words))
