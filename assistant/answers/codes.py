"""A reference that a question gives and no paper has: "AB/12/007" among "AB/12/001" to "006"."""

import re

from assistant.answers.points import Refusal
from assistant.answers.refusing import no_such_reference
from assistant.evidence.gathering import Evidence

CODE = re.compile(r"(?<![\w/-])[A-Z0-9]+(?:[/-][A-Z0-9]+){1,4}(?![\w/-])", re.I)
"""Letters and figures between strokes."""
FILED = re.compile(r"(?!(?:19|20)\d\d/(?:19|20)\d\d$)\d{2,4}/\d{4,6}")
"""A number under which a year's decisions or applications are filed: "24/00093"."""
LONG_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)\d{3,}")
"""A part that no year, age or stage is: "post-2020" and "under-16s" are no references."""
LONGEST_LETTERS = 4


def unheard_reference(evidence: Evidence) -> Refusal | None:
    """That no paper has a reference of the question; its neighbours are other business."""
    unheard = [code for code in references_in(evidence.asked) if not _is_held(evidence, code)]
    return no_such_reference(evidence, unheard[0]) if unheard else None


def references_in(asked: str) -> list[str]:
    """The references in ``asked``: in parts, one of letters and one a long number, or filed."""
    found = (match[0] for match in CODE.finditer(asked))
    return [code for code in found if _is_reference(code)]


def _is_reference(code: str) -> bool:
    parts = re.split("[/-]", code)
    of_letters = any(part.isalpha() and len(part) <= LONGEST_LETTERS for part in parts)
    filed = bool(FILED.match(code))
    return filed or (of_letters and any(map(LONG_NUMBER.fullmatch, parts)))


def _is_held(evidence: Evidence, code: str) -> bool:
    """Whether any passage has the parts of ``code`` in order; "AB/12/001, 002" has two codes."""
    *first, last = map(re.escape, re.split("[/-]", code))
    between = r"[\s/–-]{0,3}"
    others = r"(?:\w{1,5}[\s,&/-]{1,3}(?:and )?){0,8}?"
    words = re.compile(rf"(?<!\w){between.join(first)}{between}{others}{last}(?!\w)", re.I)
    return any(words.search(passage.text) for passage in evidence.holdings.passages) or any(
        words.search(item.title) for passage in evidence.holdings.passages if (item := passage.item)
    )
