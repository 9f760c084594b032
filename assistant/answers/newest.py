"""The latest that the papers say of something, where that is what is asked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answers.quoted import CLOSE
from assistant.evidence.gathering import Evidence, Scored

LATEST = re.compile(
    r"\b(?:latest|newest|most recent(?:ly)?|last (?:heard|said|reported|recorded|mentioned"
    r"|discussed|told|time))\b(?! date)",
    re.I,
)
AS_GOOD = 2.0
"""Words that score within this of the best are on the same subject; the newest of them stand."""


def newest_first(evidence: Evidence, scored: Sequence[Scored]) -> list[Scored]:
    """``scored``, and first the newest of the best, where the latest is asked for."""
    if not scored or evidence.scope.periods or not LATEST.search(evidence.asked):
        return list(scored)
    top = scored[0].score
    newest = max(
        (each for each in scored if each.score >= top - AS_GOOD),
        key=lambda each: (each.quotable.passage.paper.meeting.held_on or date.min, each.score),
    )
    others = (each for each in scored if each is not newest)
    return [replace(newest, score=max(newest.score, top + CLOSE)), *others]
