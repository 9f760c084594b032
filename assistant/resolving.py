"""Questions about decisions and recommendations, answered from the register."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.evidence import Evidence
from assistant.points import Answering, Point, Refusal
from assistant.questions import QuestionKind
from assistant.quoting import Quotable, quotables
from assistant.scope import Period
from corpus.dates import long_date
from corpus.papers import Decision, Force, Meeting, PaperKind

OWN = frozenset(set(Force) - {Force.PROPOSED, Force.REPORTED, Force.DISCUSSED})
"""Forces by which the meeting itself did something."""
ADVISED = frozenset({Force.PROPOSED, Force.RECOMMENDED})
WEIGHED = 16
"""Decisions that the reranker reads for a question."""
COVERED = 0.6
"""A decision whose words cover this share of the subject is about it ..."""
HALF_COVERED = 0.3
"""... and so is one that covers this much and stands in an item that was found first."""
SURE = 2.0
"""The score at which the reranker alone says that a decision is about the subject."""
ALIKE = 0.2
MOST_WORDS = 230
FORMAL = re.compile(
    r"\bminutes\b.{0,80}\b(?:previous|last|meeting)\b|\btrue record\b|\bcorrect record\b", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class Match:
    """How well a decision fits a question: ``place`` is the rank of its item among the
    hits (counted from 0), or None."""

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


def answer_decision(evidence: Evidence) -> Answering | Refusal:
    """What was decided about a subject, or that no decision on it is recorded."""
    without_minutes = _meetings_without_minutes(evidence)
    if without_minutes:
        return _not_held(evidence, without_minutes)
    decisions = _in_scope(evidence, [d for d in _decisions(evidence) if d.force in OWN])
    matches = [match for match in _matches(evidence, decisions) if match.fits]
    matches = [m for m in matches if _says_the_dates(evidence, m.decision)]
    if not matches:
        told = [d for d in _decisions(evidence) if d.force is Force.REPORTED]
        matches = [
            m
            for m in _matches(evidence, told)
            if m.place is not None and m.place < 3 and _says_the_dates(evidence, m.decision)
        ][:1]
    if not matches:
        return _none_recorded(evidence)
    return Answering(tuple(_point(evidence, d) for d in _chosen(matches)))


def answer_recommendation(evidence: Evidence) -> Answering | None:
    """What was recommended about a subject, or None where no recommendation fits."""
    decisions = _in_scope(evidence, [d for d in _decisions(evidence) if d.force in ADVISED])
    matches = [match for match in _matches(evidence, decisions) if match.fits]
    if not matches:
        return None
    return Answering(tuple(_point(evidence, d) for d in _chosen(matches)[:3]))


def answer_list(evidence: Evidence) -> Answering | Refusal:
    """Every decision within the question's scope, in order, with a line on completeness."""
    without_minutes = _meetings_without_minutes(evidence)
    if without_minutes:
        return _not_held(evidence, without_minutes)
    decisions = [d for d in _decisions(evidence) if d.force in OWN]
    decisions = _in_scope(evidence, decisions)
    if evidence.subject and not evidence.scope.periods:
        decisions = [d for d in decisions if evidence.coverage(_about(d)) >= COVERED]
    if not decisions:
        return _none_recorded(evidence)
    meetings = {decision.paper.meeting for decision in decisions}
    note = (
        f"{_counted(len(decisions), 'decision')} in the minutes of "
        f"{_counted(len(meetings), 'meeting')}."
    )
    points = tuple(_point(evidence, decision, in_a_list=True) for decision in decisions)
    return Answering(points, (note,))


def _decisions(evidence: Evidence) -> list[Decision]:
    admit = evidence.question.filters.admit
    return [d for d in evidence.holdings.decisions if admit(d.paper)]


def _in_scope(evidence: Evidence, decisions: Sequence[Decision]) -> list[Decision]:
    """Those that agree best with the scope, if any agree with all that it names."""
    scope = evidence.scope
    kept = list(decisions)
    if scope.periods:
        within = [d for d in kept if any(p.holds(d.paper.meeting.held_on) for p in scope.periods)]
        kept = within or kept
    if scope.councils:
        kept = [d for d in kept if d.paper.meeting.council in scope.councils] or kept
    if scope.bodies:
        kept = [d for d in kept if d.paper.meeting.body in scope.bodies] or kept
    return kept


def _matches(evidence: Evidence, decisions: Iterable[Decision]) -> list[Match]:
    """The likeliest decisions with how well they fit, best first."""
    places: dict[tuple[object, object], int] = {}
    for rank, hit in enumerate(evidence.hits):
        places.setdefault((hit.passage.paper.id, hit.passage.item), rank)
    weighed = sorted(
        (
            (evidence.coverage(_about(d)), places.get((d.paper.id, d.item)), d)
            for d in decisions
            if not FORMAL.search(d.words) or evidence.coverage(d.words) >= COVERED
        ),
        key=lambda each: (-each[0] - (0.5 if each[1] is not None else 0), each[1] or 0),
    )[:WEIGHED]
    scores = evidence.tools.score(evidence.query, [_read_as(d) for _, _, d in weighed])
    matches = [
        Match(d, coverage, score, place)
        for (coverage, place, d), score in zip(weighed, scores, strict=True)
    ]
    return sorted(matches, key=lambda match: -match.rank)


def _about(decision: Decision) -> str:
    title = decision.item.title if decision.item else decision.paper.title
    return f"{title} {decision.words} {decision.subject or ''}"


def _read_as(decision: Decision) -> str:
    meeting = decision.paper.meeting
    day = long_date(meeting.held_on) if meeting.held_on else ""
    return f"{meeting.council or ''} · {meeting.body or ''} · {day}\n{_about(decision)}"


def _chosen(matches: Sequence[Match]) -> list[Decision]:
    """The best match and those about the same, as many as can be read, oldest first."""
    best = matches[0]
    same = [
        match
        for match in matches
        if _same_item(match, best)
        or (
            match.coverage >= max(COVERED, best.coverage - ALIKE)
            and match.rank >= best.rank - 4
        )
    ]
    chosen: list[Decision] = []
    words = 0
    for match in same:
        words += len(match.decision.words.split()) + 15
        if chosen and words > MOST_WORDS:
            break
        chosen.append(match.decision)
    return sorted(chosen, key=lambda d: (d.paper.meeting.held_on or date.max, d.span.start))


def _same_item(match: Match, best: Match) -> bool:
    one, other = match.decision, best.decision
    return one.paper.id == other.paper.id and one.item == other.item


def _point(evidence: Evidence, decision: Decision, *, in_a_list: bool = False) -> Point:
    passage = evidence.decision_passage(decision)
    if passage is None:
        raise LookupError(f"no passage holds the decision {decision.id}")
    start = passage.text.find(decision.words)
    whole = Quotable(passage, max(start, 0), max(start, 0) + len(decision.words))
    parts = [whole] if start >= 0 else quotables(passage)
    short = len(decision.words.split()) < 12
    if decision.subject and not in_a_list:
        parts = _subject_parts(evidence, decision) + parts
    return Point(decision.force, tuple(parts), with_title=short or in_a_list)


def _subject_parts(evidence: Evidence, decision: Decision) -> list[Quotable]:
    """The proposal that a decision points back to, where it can be quoted whole."""
    subject = decision.subject or ""
    same = [
        p
        for p in evidence.holdings.passages
        if p.paper.id == decision.paper.id and p.item == decision.item
    ]
    for passage in same:
        at = passage.text.find(subject)
        if at >= 0 and len(subject.split()) <= 90:
            return [Quotable(passage, at, at + len(subject))]
    return []


def _says_the_dates(evidence: Evidence, decision: Decision) -> bool:
    """Whether a decision mentions each date of the question that is not its meeting's.

    "Did they resolve to have a report in January 2013?" asks for words that say so.
    """
    held_on = decision.paper.meeting.held_on
    text = _about(decision)
    for period in evidence.scope.periods:
        if period.holds(held_on):
            continue
        if str(period.since.year) not in text:
            return False
        if period.since.month == period.until.month and f"{period.since:%B}" not in text:
            return False
    return True


def _meetings_without_minutes(evidence: Evidence) -> list[Meeting]:
    """Meetings in the periods asked about whose minutes are not held, if none are."""
    scope, filters = evidence.scope, evidence.question.filters
    if not scope.periods or any(not _is_narrow(period) for period in scope.periods):
        return []
    meetings = {
        meeting: minutes
        for meeting, minutes in evidence.holdings.meetings(filters).items()
        if any(period.holds(meeting.held_on) for period in scope.periods)
        and (not scope.councils or meeting.council is None or meeting.council in scope.councils)
    }
    return [] if any(meetings.values()) else list(meetings)


def _is_narrow(period: Period) -> bool:
    return (period.until - period.since).days <= 31


def _not_held(evidence: Evidence, meetings: Sequence[Meeting]) -> Refusal:
    named = "; ".join(f"{m.body or 'the meeting'}, {_day(m)}" for m in meetings[:3])
    return Refusal(
        f"What was decided is not recorded in these papers: the minutes of the meeting are not "
        f"held ({named}). The papers held for it are not a record of what was decided.",
        _nearest(evidence),
    )


def _none_recorded(evidence: Evidence) -> Refusal:
    asked = "recommendation" if evidence.question.kind is QuestionKind.RECOMMENDATION else "decision"
    minutes = [
        paper
        for paper in evidence.holdings.papers
        if paper.kind is PaperKind.MINUTES and evidence.question.filters.admit(paper)
    ]
    days = sorted({p.meeting.held_on for p in minutes if p.meeting.held_on})
    held = ", ".join(long_date(day) for day in days[:6])
    more = f" and {len(days) - 6} more" if len(days) > 6 else ""
    which = f" Minutes are held of {held}{more}." if days else " No minutes are held."
    return Refusal(f"No {asked} on this is recorded in these papers.{which}", _nearest(evidence))


def _nearest(evidence: Evidence) -> tuple[Quotable, ...]:
    """The best sentence of each of the best passages."""
    chosen: dict[str, Quotable] = {}
    for scored in evidence.scored():
        chosen.setdefault(scored.quotable.passage.id, scored.quotable)
    return tuple(list(chosen.values())[:4])


def _day(meeting: Meeting) -> str:
    return long_date(meeting.held_on) if meeting.held_on else "date not stated"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
