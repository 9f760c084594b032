"""What happened to a subject, meeting by meeting: its decisions and what else is told of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from assistant.answers.listed import told_whole
from assistant.answers.meeting_by_meeting import Told, told_by_meeting, words_of_each_meeting
from assistant.answers.points import Answering, Point
from assistant.answers.series import row_over_years
from assistant.counting import counted
from assistant.evidence.gathering import Evidence
from assistant.understanding.courses import followed_in, follows_a_figure
from assistant.understanding.questions import subject_words
from assistant.understanding.scope import Period
from corpus.text.words import same_words

MOST = 7
"""Meetings told of ..."""
MOST_WORDS = 250
"""... and words quoted of them all."""
LEAD_IN = 12
"""Words that lead in to what is quoted of a meeting."""
NEWEST = 2
"""Meetings told of where the latest is asked for."""
LATEST = re.compile(r"\b(?:latest|newest|most recent)\b", re.I)
"""Asks how a matter stands: the newest meetings tell it."""
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
SINCE = re.compile(r"\b(?:since|from|after)\b", re.I)


def answer_timeline(evidence: Evidence) -> Answering | None:
    """One point for each meeting, oldest first; None where fewer than two are known.

    A schedule that the papers give is told as it stands. Where a figure is followed, a row
    tells of it that gives it year by year, or decisions and words that give figures.
    """
    asked = evidence.question.standalone
    schedule = told_whole(evidence, evidence.scored())
    if schedule:
        return Answering((schedule,))
    followed = _followed(evidence)
    scored = words_of_each_meeting(followed)
    if not scored:
        return None
    besides = frozenset(NUMBER.findall(asked)) if follows_a_figure(asked) else None
    row = row_over_years(followed, scored, asked) if besides is not None else None
    if row:
        return Answering((row,))
    every = _once(told_by_meeting(followed, scored, besides))
    if LATEST.search(asked):
        newest = tuple(told.point for told in every[: -NEWEST - 1 : -1])
        return Answering(newest, ("Newest first.",)) if newest else None
    points = tuple(told.point for told in _as_many_as_can_be_read(every))
    left = len(every) - len(points)
    notes = ["Oldest first."]
    if left:
        notes.append(f"{counted(left, 'meeting is', 'meetings are')} left out.")
    return Answering(points, tuple(notes)) if len(points) > 1 else None


def _followed(evidence: Evidence) -> Evidence:
    """The evidence for what is followed, from the first day that is named to the last."""
    asked = evidence.question.standalone
    thing = followed_in(asked)
    scope = replace(evidence.scope, periods=_span(evidence))
    if not subject_words(thing):
        return evidence
    question = replace(evidence.question, standalone=thing)
    return Evidence(question, scope, evidence.holdings, evidence.tools, evidence.parent)


def _span(evidence: Evidence) -> tuple[Period, ...]:
    """The time that the question follows a thing for; "since" a year it goes on to now."""
    periods = evidence.scope.periods
    if not periods:
        return ()
    since, until = min(p.since for p in periods), max(p.until for p in periods)
    if len(periods) == 1 and SINCE.search(evidence.question.standalone):
        until = date.max
    return (Period(since, until),)


def _once(every: Iterable[Told]) -> list[Told]:
    """``every`` without those whose words an earlier one says."""
    said: dict[object, Told] = {}
    for told in every:
        words = " ".join(part.text for part in told.point.quotables)
        said.setdefault(same_words(words), told)
    return list(said.values())


def _as_many_as_can_be_read(oldest_first: Sequence[Told]) -> list[Told]:
    """The first, where it began, the last, which tells how it stands, and the best between."""
    ends = [*oldest_first[:1], *oldest_first[1:][-1:]]
    between = sorted(oldest_first[1:-1], key=lambda told: -told.rank)
    kept: list[Told] = []
    words = 0
    for told in (*ends, *between):
        words += _words(told.point)
        if len(kept) == MOST or (kept and words > MOST_WORDS):
            break
        kept.append(told)
    return [told for told in oldest_first if told in kept]


def _words(point: Point) -> int:
    return sum(len(part.text.split()) for part in point.quotables) + LEAD_IN
