"""Which of what was found may answer: an agenda does not tell what was decided."""

import re
from collections.abc import Sequence

from assistant.evidence.decided_words import FORMAL
from assistant.evidence.gathering import Evidence, Scored
from assistant.evidence.matching import COVERED
from assistant.evidence.quoting import Quotable
from corpus.papers import DECIDED, PaperKind

ON_AN_AGENDA = re.compile(
    r"\bagendas?\b|\b(?:due|planned|scheduled|listed|forthcoming|upcoming|coming up|next|will"
    r"|going to|when (?:is|are)|can i|deadline|latest|submit\w*|notice)\b",
    re.I,
)
"""Asks for what an agenda can tell; it does not tell what was said or decided."""


def admitted(evidence: Evidence, scored: Sequence[Scored]) -> list[Scored]:
    """Without what only confirms minutes or agendas list, unless that is asked for."""
    scored = [each for each in scored if not _is_formal(evidence, each.quotable)]
    if ON_AN_AGENDA.search(evidence.question.standalone):
        return scored
    return [each for each in scored if each.quotable.passage.paper.kind is not PaperKind.AGENDA]


def _is_formal(evidence: Evidence, part: Quotable) -> bool:
    is_decided = part.passage.force in DECIDED and FORMAL.search(part.text)
    return bool(is_decided) and evidence.coverage(part.text) < COVERED
