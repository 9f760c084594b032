"""Questions about decisions and recommendations, answered from the register."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.answers.absent import body_not_held
from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.refusing import (
    body_is_not_held,
    not_decided,
    nothing_recorded,
)
from assistant.evidence.gathering import Evidence
from assistant.evidence.matching import (
    COVERED,
    about_the_same,
    in_scope,
    matches_of,
    says_the_dates,
)
from assistant.evidence.quoting import Quotable, quotables
from assistant.understanding.lists import asks_for_all
from corpus.papers import ADVISED, DECIDED, Decision, Force, Meeting, Passage
from corpus.text.words import same_words
from index.hits import Hit

OWN = frozenset(set(Force) - {Force.PROPOSED, Force.REPORTED, Force.DISCUSSED})
"""Forces by which the meeting itself did something."""
MOST_WORDS = 200
"""Of the decisions that one answer quotes, each with its lead-in."""
DATED_WORDS, FEW_WORDS, LEAD_WORDS = 140, 10, 10
"""The same where only is asked when they were taken; of the clauses of each; of a lead-in."""
REFERRING = re.compile(r"\brefer(?:s|red|ral)?\b(?! back)", re.I)
"""Asks whether something was referred, which is decided although its matter is not."""
WHEN = re.compile(r"^\W*(?:when|(?:on|at) (?:what|which) (?:date|day|meeting))\b", re.I)
WHOLE_WORDS = 130
"""Of a decision that is quoted whole; of a longer one, the clauses on the subject."""
WHOLE_LIST = 180
"""Of a decision whose clauses are all asked for."""
FIRST_WORDS = 40
"""Of the clauses of a decision that is quoted in part."""
SUBJECT, SUBJECT_IN_A_LIST = 90, 30
"""Words. A longer proposal that a decision points back to is not quoted beside it."""
LABEL_LINE = re.compile(r"^[^\n]{0,40}\b(?:resolved|resolutions?|decisions?|agreed)\b\W*\n", re.I)
"""A line "Resolved" over the words of a decision, which the lead-in says already."""
OTHER_BODY = re.compile(
    r"\b(?:council|cabinet|executive|committee|panel|board|scrutiny|government|forum|partnership)\b",
    re.I,
)
"""What was told in passing of another body answers only a question that names one."""


def answer_decision(evidence: Evidence) -> Answering | Refusal:
    """What was decided about a subject, newest first, or that no decision is recorded."""
    body = body_not_held(evidence)
    if body:
        told = _told(evidence)
        if told and body.casefold().split()[-1] in told.words.casefold():
            return Answering((point_of(evidence, told),))
        return body_is_not_held(evidence, body)
    own = in_scope(evidence, [d for d in register_of(evidence) if d.force in OWN])
    matches = [
        match
        for match in matches_of(evidence, own)
        if match.fits and says_the_dates(evidence, match.decision)
    ]
    if not matches:
        told = _told(evidence)
        return Answering((point_of(evidence, told),)) if told else nothing_recorded(evidence)
    chosen = about_the_same(matches)
    if all(decision.force is Force.RECOMMENDED for decision in chosen):
        told = _told(evidence)
        if told is None and REFERRING.search(evidence.asked):
            return Answering(_points(evidence, chosen, oldest_first=False))
        if told is None:
            return not_decided(evidence, chosen)
        return Answering(_points(evidence, [*chosen, told], oldest_first=True), ("Oldest first.",))
    decided = [d for d in chosen if d.force is not Force.NOTED]
    chosen = _with_what_became(evidence, decided if len(decided) > 1 else chosen)
    note = () if len(chosen) < 2 else ("Newest first.",)
    if WHEN.search(evidence.asked):
        return Answering(_dated(evidence, chosen), note)
    return Answering(_points(evidence, chosen, oldest_first=False), note)


def _dated(evidence: Evidence, decisions: Sequence[Decision]) -> tuple[Point, ...]:
    """The decisions in few words each, newest first: only is asked when they were taken."""
    points: list[Point] = []
    words = 0
    newest = sorted(decisions, key=lambda d: d.paper.meeting.held_on or date.min, reverse=True)
    for decision in newest:
        point = point_of(evidence, decision, shortened=True, most=FEW_WORDS)
        words += sum(len(part.text.split()) for part in point.quotables) + LEAD_WORDS
        if points and words > DATED_WORDS:
            break
        points.append(point)
    return tuple(points)


def _with_what_became(evidence: Evidence, chosen: Sequence[Decision]) -> list[Decision]:
    """``chosen``, and what later ones made of them: the last word stands."""
    admit = evidence.question.filters.admit
    found = {decision.id: decision for decision in chosen}
    if not evidence.scope.periods:
        for decision in chosen:
            for each in evidence.holdings.undone.get(decision.id, ()):
                if admit(each.later.paper):
                    found.setdefault(each.later.id, each.later)
    return list(found.values())


def answer_recommendation(evidence: Evidence) -> Answering | None:
    """What was recommended about a subject, or None where no recommendation fits."""
    advised = in_scope(evidence, [d for d in register_of(evidence) if d.force in ADVISED])
    matches = [match for match in matches_of(evidence, advised) if match.fits]
    if not matches:
        return None
    chosen = about_the_same(matches)[:3]
    by_bodies = [d for d in chosen if d.force is Force.RECOMMENDED]
    return Answering(_points(evidence, by_bodies or chosen, oldest_first=True))


def recommending(evidence: Evidence) -> list[Hit]:
    """Hits in the part of a report that recommends: there it may say that it does not."""
    return [
        hit
        for hit in evidence.hits
        if any("recommend" in heading.casefold() for heading in hit.passage.headings)
    ]


def _told(evidence: Evidence) -> Decision | None:
    """A decision of another body that is told in passing and answers the question."""
    if not OTHER_BODY.search(evidence.asked):
        return None
    told = [d for d in register_of(evidence) if d.force is Force.REPORTED]
    for match in matches_of(evidence, told):
        near = match.place is not None and match.place < 3
        covered = match.coverage >= COVERED or bool(evidence.scope.periods)
        if near and covered and says_the_dates(evidence, match.decision):
            return match.decision
    return None


def register_of(evidence: Evidence) -> list[Decision]:
    """The decisions, of whatever force, that the filters admit."""
    admit = evidence.question.filters.admit
    return [d for d in evidence.holdings.decisions if admit(d.paper)]


def _points(
    evidence: Evidence, decisions: Sequence[Decision], *, oldest_first: bool
) -> tuple[Point, ...]:
    """The decisions by date; the latest are quoted whole, and earlier ones as room is left.

    Of what several files print of one meeting, one is told.
    """

    def when(decision: Decision) -> tuple[date, int]:
        return decision.paper.meeting.held_on or date.min, decision.span.start

    points: list[Point] = []
    told: set[tuple[Meeting, str]] = set()
    words = 0
    for decision in sorted(decisions, key=lambda d: (d.force in DECIDED, when(d)), reverse=True):
        what = (decision.paper.meeting, same_words(decision.words))
        if what in told:
            continue
        told.add(what)
        length = len(decision.words.split()) + 20
        short = bool(points) and words + length > MOST_WORDS
        if short and words > MOST_WORDS + 60:
            break
        points.append(point_of(evidence, decision, shortened=short))
        words += 45 if short else length
    points.sort(key=lambda p: when_of(p.quotables[-1]), reverse=not oldest_first)
    return tuple(points)


def when_of(part: Quotable) -> tuple[date, int]:
    """The date of the meeting that the words belong to, and their place in the paper."""
    return part.passage.paper.meeting.held_on or date.min, part.passage.span.start


def point_of(
    evidence: Evidence,
    decision: Decision,
    *,
    in_a_list: bool = False,
    shortened: bool = False,
    most: int = FIRST_WORDS,
) -> Point:
    """A decision to be told.

    One of more than ``most`` words is told by the clauses on the subject if it is to be
    ``shortened``, or is too long to be read whole.
    """
    passage = evidence.holdings.passage_at(decision.span)
    if passage is None:
        raise LookupError(f"no passage holds the decision {decision.id}")
    words = LABEL_LINE.sub("", decision.words) or decision.words
    found = _words_in(passage, words)
    whole = found or Quotable(passage, 0, len(passage.text))
    parts = [whole] if found else quotables(passage)
    clauses = len(decision.clauses)
    longest = WHOLE_LIST if asks_for_all(evidence.question.standalone) else WHOLE_WORDS
    longest = most if shortened else max(most, longest)
    shortened = clauses > 1 and found is not None and len(words.split()) > longest
    if shortened:
        parts = _best_clauses(evidence, whole, most)
    left_out = len(_lines(whole)) - sum(len(_lines(part)) for part in parts) if shortened else 0
    if decision.subject:
        longest = SUBJECT_IN_A_LIST if in_a_list or shortened else SUBJECT
        parts = _subject_parts(evidence, decision, longest) + parts
    return Point(
        decision.force,
        tuple(parts),
        with_title=len(decision.words.split()) < 12,
        in_a_list=in_a_list,
        decision=decision,
        left_out=left_out,
    )


def _words_in(passage: Passage, words: str) -> Quotable | None:
    """``words`` in a passage, whatever space stands between them there."""
    match = re.search(r"\s+".join(map(re.escape, words.split())), passage.text)
    return Quotable(passage, *match.span()) if match else None


def _best_clauses(evidence: Evidence, whole: Quotable, most: int) -> list[Quotable]:
    """The first line of a decision and the clauses that say most of the subject, in order.

    At least one clause, and no further ones beyond ``most`` words.
    """
    lines = _lines(whole)
    if len(lines) < 3:
        return [whole]
    chosen: list[Quotable] = []
    words = 0
    for line in sorted(lines[1:], key=lambda line: -evidence.coverage(line.text)):
        words += len(line.text.split())
        if chosen and words > most:
            break
        chosen.append(line)
    return [lines[0], *sorted(chosen, key=lambda line: line.start)]


def _lines(part: Quotable) -> list[Quotable]:
    """The lines of a decision: its first words, and its clauses one by one."""
    return [
        Quotable(part.passage, part.start + match.start(), part.start + match.end())
        for match in re.finditer(r"[^\n]+", part.text)
    ]


def _subject_parts(evidence: Evidence, decision: Decision, most: int) -> list[Quotable]:
    """The proposal that a decision points back to, where it can be quoted whole."""
    subject = decision.subject or ""
    if len(subject.split()) > most:
        return []
    minute = evidence.holdings.where.in_minute(decision.paper, decision.item)
    found = (_words_in(passage, subject) for passage in minute)
    return [part for part in found if part][:1]
