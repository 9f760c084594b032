"""What each meeting did about a thing, or heard of it: its decision, or the best of its words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answers.brevity import briefly
from assistant.answers.lacking import with_titles
from assistant.answers.points import Point
from assistant.answers.resolving import point_of, register_of
from assistant.evidence.gathering import UNRELATED, Evidence, Scored
from assistant.evidence.matching import in_scope, matches_of
from assistant.evidence.quoting import Quotable
from assistant.evidence.sorts import figures_in
from assistant.understanding.scope import NAMES_A_BODY
from corpus.papers import Decision, Force, Meeting, PaperKind
from corpus.text.words import words_of
from index.hits import Hit

Key = tuple[date, str, str]
"""What tells one meeting from another: its day, council and body."""
LOOKED_AT = 12
"""Hits whose sentences may tell of a meeting without a decision."""
OF_A_MEETING = 2
"""... of which so many are of one meeting."""
FEW = 18
"""Words of the clauses of one decision."""
FEW_WORDS = 40
"""Words of what is quoted of one meeting, where sentences can be left out."""
OUTWEIGHED = frozenset({Force.PROPOSED, Force.REPORTED, Force.LOST})
"""Told of a meeting only where nothing was decided at it."""
DECLARED = re.compile(r"\bdeclar\w+\b.{0,30}\binterests?\b|\binterests?\b.{0,30}\bdeclar", re.I)
"""Tells of who may speak on a matter and nothing of the matter."""
DECIDED_FIRST = 100.0
"""What a decision outranks words of debate by."""
ABOUT = 0.75
"""The share of what the passage that fits best covers of the subject that others must cover."""
CLOSE = 5.0
"""A sentence tells of the subject if it scores within this of the best."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one meeting, and how well it fits: larger is better."""

    point: Point
    rank: float


def words_of_each_meeting(followed: Evidence) -> list[Scored]:
    """What the best passages offer to quote of the thing followed, best first.

    They are of as many meetings as may be.
    """
    return followed.scored(_of_each_meeting(followed.hits))


def told_by_meeting(
    followed: Evidence, scored: Sequence[Scored], figures_besides: frozenset[str] | None
) -> list[Told]:
    """What each meeting decided of the thing followed, or else said of it, oldest first.

    Words that were only said must give another figure than ``figures_besides``, unless that
    is None. ``scored`` are not empty.
    """
    best = scored[0].quotable
    told = _on_the_subject(followed, best, _decided(followed))
    for key, said in _on_the_subject(followed, best, _said(followed, scored)).items():
        if figures_besides is None or _gives_figures(said.point, figures_besides):
            told.setdefault(key, said)
    return [told[key] for key in sorted(told)]


def _of_each_meeting(hits: Sequence[Hit]) -> list[Hit]:
    """The best hits, no more than two of one meeting: the latest may tell how it ended."""
    of_meeting: Counter[Meeting] = Counter()
    chosen: list[Hit] = []
    for hit in hits:
        meeting = hit.passage.paper.meeting
        of_meeting[meeting] += 1
        if of_meeting[meeting] <= OF_A_MEETING and hit.passage.paper.kind is not PaperKind.AGENDA:
            chosen.append(hit)
    return chosen[:LOOKED_AT]


def _decided(followed: Evidence) -> dict[Key, Told]:
    """What each meeting decided that fits best; what it only heard of it, or lost, comes after."""
    told: dict[Key, Told] = {}
    matches = matches_of(followed, _of_the_bodies(followed))
    for match in sorted(matches, key=lambda match: match.decision.force in OUTWEIGHED):
        meeting = match.decision.paper.meeting
        key = _meeting(meeting)
        if not _is_asked_about(followed, meeting):
            continue
        fits = match.fits and match.score >= UNRELATED
        if key and fits and match.decision.force is not Force.NOTED:
            rank = DECIDED_FIRST + match.rank
            told.setdefault(key, Told(_short(followed, match.decision), rank))
    return told


def _said(followed: Evidence, scored: Sequence[Scored]) -> dict[Key, Told]:
    """The best words of each meeting, and the decision that they are part of."""
    told: dict[Key, Told] = {}
    for each in scored:
        part, meeting = each.quotable, each.quotable.passage.paper.meeting
        key = _meeting(meeting)
        if each.score < scored[0].score - CLOSE:
            break
        if key and _is_asked_about(followed, meeting) and not DECLARED.search(part.text):
            point = Point(part.passage.force, (*part.leads, part))
            told.setdefault(key, Told(briefly(followed, point, FEW_WORDS), each.score))
    return told


def _on_the_subject(
    followed: Evidence, best: Quotable, told: Mapping[Key, Told]
) -> dict[Key, Told]:
    """What covers the subject about as well as the passage of the best words does."""
    least = ABOUT * followed.coverage(with_titles(best.passage))
    return {
        key: each
        for key, each in told.items()
        if followed.coverage(with_titles(each.point.quotables[-1].passage)) >= least
    }


def _short(followed: Evidence, decision: Decision) -> Point:
    return briefly(followed, point_of(followed, decision, shortened=True, most=FEW), FEW_WORDS)


def _gives_figures(point: Point, besides: frozenset[str]) -> bool:
    return any(figures_in(part.text, besides) for part in point.quotables)


def _meeting(meeting: Meeting) -> Key | None:
    if meeting.held_on is None:
        return None
    return meeting.held_on, meeting.council or "", meeting.body or ""


def _of_the_bodies(evidence: Evidence) -> list[Decision]:
    """The decisions in scope; where several bodies are named, those of all bodies."""
    every = register_of(evidence)
    return every if _names_several_bodies(evidence) else in_scope(evidence, every)


def _names_several_bodies(evidence: Evidence) -> bool:
    """Whether the question goes from one body to another: "scrutiny's limit, Cabinet's figure"."""
    return len(NAMES_A_BODY & set(words_of(evidence.asked))) > 1


def _is_asked_about(evidence: Evidence, meeting: Meeting) -> bool:
    """Whether it is of the body, and between the first and the last day, that are named."""
    scope, day = evidence.scope, meeting.held_on
    several = _names_several_bodies(evidence)
    if scope.bodies and meeting.body not in scope.bodies and not several:
        return False
    return not scope.periods or day is None or any(p.holds(day) for p in scope.periods)
