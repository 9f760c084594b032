"""One piece of business within a minute: what is proposed, the debate, and how it ends."""

import re
from collections.abc import Sequence

from assistant.whereabouts import Whereabouts
from corpus.papers import Passage

_LABEL = re.compile(r"\W*(?:[a-z]|[ivx]{1,5}|\d{1,3})[).](?:\s|$)", re.I)
"""The number of a paragraph, under which other business may begin."""
_PART_OF_IT = re.compile(
    r"\W*(?:for|against|in favour|abst\w+|absent|(?:\w+ )?vot\w+|results?|resol\w+|decisions?"
    r"|recommend\w*|outcome|agreed|repl(?:y|ies)|response|reasons?)\b",
    re.I,
)
"""A heading of a part of the same business: the two sides of a vote, a reply."""


def following(where: Whereabouts, passage: Passage) -> list[Passage]:
    """``passage`` and what stands below it on the same business, in order."""
    minute = where.in_minute(passage.paper, passage.item)
    at = next((n for n, each in enumerate(minute) if each.id == passage.id), len(minute))
    found = [passage]
    for each in minute[at + 1 :]:
        if _matter(each.headings) != _matter(passage.headings) or _LABEL.match(each.text):
            break
        found.append(each)
    return found


def _matter(headings: Sequence[str]) -> tuple[str, ...]:
    """``headings`` without those of the parts of one piece of business."""
    kept = list(headings)
    while kept and _PART_OF_IT.match(kept[-1]):
        kept.pop()
    return tuple(kept)
