"""Which decisions of the register are about a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

from assistant.evidence.decided_words import about
from assistant.evidence.gathering import Evidence
from assistant.evidence.years import years_of_things
from corpus.papers import Decision
from corpus.text.dates import long_date

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WEIGHED = 16
"""Decisions that the reranker reads for a question."""
COVERED = 0.6
"""A decision whose words cover this share of the subject is about it ..."""
HALF_COVERED = 0.3
"""... and so is one that covers this much and stands in an item that was found first."""
SURE = 2.0
"""The score at which the reranker alone says that a decision is about the subject."""
ALIKE = 0.2
"""A decision that covers this much less than the best is about the same subject."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a decision fits a question.

    ``coverage`` is the share of the subject's words that it has, ``score`` what the reranker
    says, ``place`` the rank of its item among the hits (counted from 0), or None.
    """

    decision: Decision
    coverage: float
    score: float
    place: int | None

    @property
    def fits(self) -> bool:
        """Whether it is about the question's subject."""
        if self.coverage >= COVERED or (self.score >= SURE and self.coverage > 0):
            return True
        near = self.place is not None and self.place < 2
        return near and (self.coverage >= HALF_COVERED or self.score >= -1)

    @property
    def rank(self) -> float:
        """For comparing matches of one question."""
        nearness = 0.0 if self.place is None else max(0.0, 2.0 - 0.5 * self.place)
        return 6 * self.coverage + 0.4 * self.score + nearness


def matches_of(evidence: Evidence, decisions: Sequence[Decision]) -> list[Match]:
    """The likeliest decisions with how well they fit, best first."""
    places: dict[tuple[object, object], int] = {}
    for rank, hit in enumerate(evidence.hits):
        places.setdefault((hit.passage.paper.id, hit.passage.item), rank)
    tools, subject = evidence.tools, evidence.subject
    formal = tools.decided.formal_coverages(subject, tools.rarity, decisions)
    weighed = nsmallest(
        WEIGHED,
        (
            (coverage, places.get((d.paper.id, d.item)), d)
            for d, coverage, of_formal in zip(
                decisions, evidence.coverages(decisions), formal, strict=True
            )
            if of_formal is None or of_formal >= COVERED
        ),
        key=lambda each: (-each[0] - (0.5 if each[1] is not None else 0), each[1] or 0, each[2].id),
    )
    scores = tools.score(evidence.query, [_read_as(d) for _, _, d in weighed])
    matches = [
        Match(d, coverage, score, place)
        for (coverage, place, d), score in zip(weighed, scores, strict=True)
    ]
    return sorted(matches, key=lambda match: (-match.rank, match.decision.id))


def about_the_same(matches: Sequence[Match]) -> list[Decision]:
    """The decision that fits best and the others on the same subject."""
    best = matches[0]
    return [
        match.decision
        for match in matches
        if match is best
        or (_same_item(match.decision, best.decision) and match.coverage >= HALF_COVERED)
        or (match.coverage >= max(COVERED, best.coverage - ALIKE) and match.rank >= best.rank - 5)
    ]


def in_scope(evidence: Evidence, decisions: Sequence[Decision]) -> list[Decision]:
    """Those of the dates, the council and the body that the question names.

    Dates at which no meeting decided anything do not narrow: "by September 2012" is no
    meeting. Councils and bodies always do. Of "the budget for 2019" those that name the year are
    taken: it may have been adopted in the year before.
    """
    scope = evidence.scope
    kept = list(decisions)
    if scope.councils:
        kept = [d for d in kept if d.paper.meeting.council in scope.councils]
    if scope.bodies:
        of_body = [d for d in kept if d.paper.meeting.body in scope.bodies]
        kept = of_body if of_body or scope.bodies_in_full else kept
    years = years_of_things(evidence.asked)
    of_years = [d for d in kept if any(year in d.words for year in years)]
    on_it = zip(of_years, evidence.coverages(of_years), strict=True)
    named = [decision for decision, coverage in on_it if coverage >= COVERED]
    if named:
        return named
    within = [d for d in kept if any(p.holds(d.paper.meeting.held_on) for p in scope.periods)]
    return within if scope.periods and within else kept


def says_the_dates(evidence: Evidence, decision: Decision) -> bool:
    """Whether a decision mentions each date of the question that is not its meeting's.

    "Did they resolve to have a report in January 2013?" asks for words that say so; "the
    budget for 2019" is none for another year, whenever it was adopted.
    """
    held_on = decision.paper.meeting.held_on
    text = about(decision)
    years = years_of_things(evidence.asked)
    if years and YEAR.search(text) and not any(year in text for year in years):
        return False
    for period in evidence.scope.periods:
        if period.holds(held_on):
            continue
        if str(period.since.year) not in text:
            return False
        if period.since.month == period.until.month and f"{period.since:%B}" not in text:
            return False
    return True


def _read_as(decision: Decision) -> str:
    meeting = decision.paper.meeting
    day = long_date(meeting.held_on) if meeting.held_on else ""
    return f"{meeting.council or ''} · {meeting.body or ''} · {day}\n{about(decision)}"


def _same_item(one: Decision, other: Decision) -> bool:
    return one.paper.id == other.paper.id and one.item == other.item
