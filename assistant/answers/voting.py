"""Who moved and seconded a decision, and how the vote on it went, from the register."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.refusing import no_vote, not_given
from assistant.answers.unvoted import WHO_VOTED, names_voters
from assistant.answers.vote_sides import Side, may_tell, names_on, side_asked
from assistant.evidence.gathering import QUOTED_FROM, ROW_WEIGHT, Evidence
from assistant.evidence.matching import (
    COVERED,
    about_the_same,
    in_scope,
    matches_of,
    says_the_dates,
)
from assistant.evidence.quoting import Quotable, quotables
from assistant.understanding.questions import OF_A_VOTE, subject_words
from assistant.understanding.slots import slot_of
from corpus.papers import Capacity, Decision, Force, Passage
from corpus.people.naming import people_named
from corpus.people.speakers import speech_in
from corpus.text.sentences import sentences
from corpus.votes.ballots import for_candidates

MOVING = re.compile(r"\bwho (?:\w+ )?(?:moved|proposed)\b|\b(?:mover|proposer)\b", re.I)
SECONDING = re.compile(r"\bsecond(?:ed|er)\b", re.I)
COUNTED = re.compile(
    r"\bvot(?:e[sd]?|ing)\b.*(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"|\babstain\w*|\babstention|\bunanimous|\bfor \(\d+\)|\(\d+\)$",
    re.I | re.S | re.M,
)
TAKEN = re.compile(r"\b(?:agreed|passed|carried|approved|adopted|went through)\b", re.I)
"""Asks of the vote on what was taken, not on what was lost before it."""
BY_NAME = re.compile(r"\b(?:who|whom|which|names?)\b", re.I)
OUTCOME_WORDS = 12
"""What stands below a vote in no more than these tells how it went: "Amendment lost."."""
NO_VOTES = frozenset({Force.PROPOSED, Force.REPORTED, Force.DISCUSSED})


def answer_vote(evidence: Evidence) -> Answering | Refusal | None:
    """The words that name movers or tell the vote; None where no decision fits."""
    wanted = _wanted(evidence.asked)
    chosen = _chosen(evidence)
    if TAKEN.search(evidence.asked):
        chosen = _taken(evidence, chosen)
    if not chosen:
        return _moved_elsewhere(evidence, wanted) if wanted else None
    names, side = bool(BY_NAME.search(evidence.asked)), side_asked(evidence.asked)
    fitting = _naming_as_many(evidence, chosen, side)
    for decision in fitting:
        passages = _passages(evidence, decision)
        parts = list(
            _naming(passages, wanted) if wanted else _telling(passages, decision, side, names=names)
        )
        if parts:
            told = parts[:2] if wanted else parts
            return Answering(tuple(Point(p.passage.force, (p,), with_title=True) for p in told))
    nearest = [] if wanted else _told(evidence, chosen[0], fitting)
    if nearest:
        return Answering(tuple(Point(p.passage.force, (p,), with_title=True) for p in nearest))
    what = "who moved or seconded it" if wanted else "how the votes were cast"
    return no_vote(evidence, chosen[:1], what)


def _moved_elsewhere(evidence: Evidence, wanted: frozenset[Capacity]) -> Answering | Refusal:
    """Who moved what is no decision of the register, from the passages found first."""
    passages = [hit.passage for hit in evidence.hits[:QUOTED_FROM]]
    parts = [p for p in _naming(passages, wanted) if evidence.coverage(_titled(p)) >= COVERED]
    if parts:
        scores = evidence.scores(parts)
        best = max(zip(scores, parts, strict=True), key=lambda each: each[0])[1]
        return Answering((Point(best.passage.force, (best,), with_title=True),))
    return not_given("who moved or seconded it", [each.quotable for each in evidence.scored()])


def _titled(part: Quotable) -> str:
    """The words with the title of the minute that they stand in."""
    item = part.passage.item
    return f"{item.title} {part.text}" if item else part.text


def _wanted(asked: str) -> frozenset[Capacity]:
    patterns = ((MOVING, Capacity.MOVED), (SECONDING, Capacity.SECONDED))
    return frozenset(capacity for pattern, capacity in patterns if pattern.search(asked))


def _chosen(evidence: Evidence) -> list[Decision]:
    """The decisions asked about, best first; for a follow-up those of the minute before."""
    admit = evidence.question.filters.admit
    own = [
        decision
        for decision in evidence.holdings.decisions
        if decision.force not in NO_VOTES and admit(decision.paper)
    ]
    parent = evidence.parent
    of_itself = [word for word in subject_words(evidence.asked) if word not in OF_A_VOTE]
    if parent and parent.item and not of_itself:
        of_item = [
            d
            for d in own
            if d.paper.id == parent.paper.id
            and d.item == parent.item
            and says_the_dates(evidence, d)
        ]
        if of_item:
            return of_item
    matches = [
        match
        for match in matches_of(evidence, in_scope(evidence, own))
        if match.fits and says_the_dates(evidence, match.decision)
    ]
    return about_the_same(matches) if matches else []


def _taken(evidence: Evidence, chosen: Sequence[Decision]) -> list[Decision]:
    """Those of ``chosen`` that were not lost, or what else their minute decided."""
    minutes = {(decision.paper.id, decision.item) for decision in chosen}
    beside = (d for d in evidence.holdings.decisions if (d.paper.id, d.item) in minutes)
    taken = [d for d in chosen if d.force is not Force.LOST]
    return taken or [d for d in beside if d.force not in (Force.LOST, *NO_VOTES)] or list(chosen)


def _naming_as_many(
    evidence: Evidence, decisions: Sequence[Decision], side: Side | None
) -> list[Decision]:
    """``decisions`` without those whose vote names more or fewer people than are asked for."""
    persons = slot_of(evidence.asked).persons
    return [
        decision
        for decision in decisions
        if persons == 1
        or decision.vote is None
        or len(names_on(decision.vote, side)) in (0, persons)
    ]


def _passages(evidence: Evidence, decision: Decision) -> list[Passage]:
    """The passages of the decision's minute, its own first."""
    own = evidence.holdings.passage_at(decision.span)
    others = evidence.holdings.where.in_minute(decision.paper, decision.item)
    return [*([own] if own else []), *(p for p in others if own is None or p.id != own.id)]


def _naming(passages: Iterable[Passage], wanted: frozenset[Capacity]) -> Iterator[Quotable]:
    """The sentences in which somebody moves or seconds."""
    for passage in passages:
        for part in _sentences(passage):
            if any(capacity in wanted for capacity, _ in speech_in(part.text)):
                yield part


def _telling(
    passages: Sequence[Passage], decision: Decision, side: Side | None, *, names: bool
) -> Iterator[Quotable]:
    """The words of the vote, where they stand; only with the names that are asked for."""
    vote = decision.vote
    if vote is None:
        return
    if names and not names_on(vote, side) and not for_candidates(vote.words):
        return
    left = vote.words.split()
    for passage in sorted(passages, key=lambda each: each.span.start):
        held = _held(passage, left)
        if not held:
            continue
        start, end = held[0].start(), held[-1].end()
        left = left[len(held) :]
        outcome = not left and len(passage.text[end:].split()) <= OUTCOME_WORDS
        yield Quotable(passage, start, len(passage.text) if outcome else end)
        if not left:
            return


def _held(passage: Passage, words: Sequence[str]) -> "list[re.Match[str]]":
    """Those of ``words``, from the first, that a passage holds, all of them or up to its end."""
    own = list(re.finditer(r"\S+", passage.text))
    for at, first in enumerate(own):
        if words[:1] == [first[0]]:
            pairs = zip(own[at:], words, strict=False)
            held = [word for word, _ in takewhile(lambda pair: pair[0][0] == pair[1], pairs)]
            if len(held) in (len(words), len(own) - at):
                return held
    return []


def _told(evidence: Evidence, decision: Decision, fitting: Sequence[Decision]) -> list[Quotable]:
    """What the minute of ``decision`` tells of votes and of who was for and against it.

    Not the votes on any but ``fitting``.
    """
    side = side_asked(evidence.asked)
    of_others = _votes_on_others(evidence, decision, fitting)
    parts = [
        part
        for passage in _passages(evidence, decision)
        for part in quotables(passage)
        if COUNTED.search(part.text)
        and not any(_hold_each_other(part.text, words) for words in of_others)
        and (not BY_NAME.search(evidence.asked) or any(people_named(part.text)))
        and (not WHO_VOTED.search(evidence.asked) or names_voters(part.text))
        and may_tell(part, side)
    ]
    under = (" ".join((*part.passage.headings[-1:], part.text)) for part in parts)
    weight = ROW_WEIGHT if side else 0.0
    scores = [
        score + weight * evidence.coverage(text)
        for score, text in zip(evidence.scores(parts), under, strict=True)
    ]
    best = sorted(zip(scores, parts, strict=True), key=lambda each: -each[0])[:1]
    return [part for _, part in best]


def _votes_on_others(
    evidence: Evidence, decision: Decision, fitting: Sequence[Decision]
) -> list[str]:
    """The words of the votes in the minute of ``decision`` on others than ``fitting``."""
    return [
        other.vote.words
        for other in evidence.holdings.decisions
        if other.vote
        and other not in fitting
        and (other.paper.id, other.item) == (decision.paper.id, decision.item)
    ]


def _hold_each_other(one: str, other: str) -> bool:
    """Whether the words of either stand in the other."""
    shorter, longer = sorted((" ".join(one.split()), " ".join(other.split())), key=len)
    return shorter in longer


def _sentences(passage: Passage) -> Iterator[Quotable]:
    for line in re.finditer(r"[^\n]+", passage.text):
        for start, end in sentences(line[0]):
            yield Quotable(passage, line.start() + start, line.start() + end)
