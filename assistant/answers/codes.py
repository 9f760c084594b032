"""A reference that a question gives and no paper has: "AB/12/007" among "AB/12/001" to "006"."""

import re

from assistant.answers.points import Refusal
from assistant.answers.refusing import no_such_reference
from assistant.evidence.gathering import Evidence
from assistant.understanding.references import references_in


def unheard_reference(evidence: Evidence) -> Refusal | None:
    """That no paper has a reference of the question; its neighbours are other business."""
    unheard = [code for code in references_in(evidence.asked) if not _is_held(evidence, code)]
    return no_such_reference(evidence, unheard[0]) if unheard else None


def _is_held(evidence: Evidence, code: str) -> bool:
    """Whether any passage has the parts of ``code`` in order; "AB/12/001, 002" has two codes."""
    *first, last = map(re.escape, re.split("[/-]", code))
    between = r"[\s/–-]{0,3}"
    others = r"(?:\w{1,5}[\s,&/-]{1,3}(?:and )?){0,8}?"
    words = re.compile(rf"(?<!\w){between.join(first)}{between}{others}{last}(?!\w)", re.I)
    return any(words.search(passage.text) for passage in evidence.holdings.passages) or any(
        words.search(item.title) for passage in evidence.holdings.passages if (item := passage.item)
    )
