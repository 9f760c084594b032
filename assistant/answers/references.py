"""A reference number that the question gives and no paper has."""

import re

from assistant.answers.points import Refusal
from assistant.evidence.gathering import Evidence

REFERENCE = re.compile(
    r"(?<![\w/.£€-])(?:"
    r"[A-Z]{1,5}[/-]?\d+(?:[/-]\w+)+"  # SR/147/007, 21-02345-FUL
    r"|[A-Z]{1,5}/\d{2,}"
    r"|\d{2,4}/\d{4,6}(?:/[A-Z]+\d*)?"  # 24/00097, 2019/04512/FUL
    r")(?![\w/])"
)
"""A number under which a council files a site, an application or a decision."""
YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)[/-](?P<last>(?:19|20)\d\d)")


def reference_not_held(evidence: Evidence) -> Refusal | None:
    """That no paper has a reference of the question: the one next to it is another matter."""
    for match in REFERENCE.finditer(evidence.asked):
        reference = match[0]
        if YEARS.fullmatch(reference):
            continue
        folded = reference.casefold()
        if not any(folded in passage.text.casefold() for passage in evidence.holdings.passages):
            return Refusal(f"No paper here has the reference “{reference}”.", ())
    return None
