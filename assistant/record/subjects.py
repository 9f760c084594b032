"""Whether two titles are of one subject, by the words that tell what it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.text.words import words_of

SAME_BUSINESS = 0.6
"""From this likeness on two titles of one meeting are the same business, if none is nearer."""
_SAME_SUBJECT = 0.65
"""The share of the shorter title's words which the other must have, at different meetings."""
_OF_PAPERS = frozenset(
    word
    for text in (
        "report reports update updates review presentation paper item items draft final annual",
        "quarter quarterly period monthly progress briefing summary interim proposed proposal",
        "proposals recommendation recommendations consideration reconsideration response following",
        "motion call-in reference minute part stage phase appendix director head officer chief",
        "cabinet committee council panel board member members meeting scrutiny task group",
        "january february march april june july august september october november december",
    )
    for word in words_of(text)
)
"""They say what kind of paper it is or when it came, and not what it is about."""
_BY_WHOM = re.compile(
    r"[\W\d]*(?:notices? of )?(?:motions?|questions?|amendments?|petitions?|statements?)\b[^:]*?"
    r"\b(?:submitted|from|by|received)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\d/.]+[a-z]?")
_CODE = re.compile(r"\b[A-Z]{0,4}/?\d{2,4}/\d{3,}\b")
"""Of a decision or an application: two that differ are of different business."""


@lru_cache(maxsize=50_000)
def subject_of(title: str) -> frozenset[str]:
    """The words of a title that tell its subject, as stems; numbers and dates are left out.

    Where it has none that does, all of its words; none for one that names only who asked.
    """
    if _BY_WHOM.match(title):
        return frozenset()
    words = frozenset(words_of(title))
    told = frozenset(w for w in words if w not in _OF_PAPERS and not _NUMBER.fullmatch(w))
    return told or words


def same_subject(one: str, other: str) -> bool:
    """Whether titles of different meetings are of one subject; unsure means not.

    A single word in common is enough only where it is all that both have to say.
    """
    first, second = sorted((subject_of(one), subject_of(other)), key=len)
    shared = len(first & second)
    if not shared:
        return False
    if shared == 1:
        return first == second
    return shared >= _SAME_SUBJECT * len(first) and 3 * shared >= len(second)


def likeness(one: str, other: str) -> float:
    """How alike two titles of one meeting are: 0 nothing in common, 1 the same words."""
    codes, other_codes = set(_CODE.findall(one)), set(_CODE.findall(other))
    if codes and other_codes and not codes & other_codes:
        return 0.0
    first, second = _undated(one), _undated(other)
    shared = len(first & second)
    if not shared:
        return 0.0
    return 0.7 * shared / min(len(first), len(second)) + 0.3 * shared / len(first | second)


def _undated(title: str) -> frozenset[str]:
    """All words but years and other numbers, which papers write in many ways."""
    words = frozenset(words_of(title))
    return frozenset(word for word in words if not _NUMBER.fullmatch(word)) or words


def pairs(ones: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """The titles of ``ones`` that are those of ``others``, by their places.

    Each must be the other's nearest, with no second that is as near.
    """
    near = [[likeness(one, other) for other in others] for one in ones]
    columns = list(zip(*near, strict=True))
    found: dict[int, int] = {}
    for at, row in enumerate(near):
        best = max(row, default=0.0)
        if best < SAME_BUSINESS or row.count(best) > 1:
            continue
        place = row.index(best)
        if max(columns[place]) == best and columns[place].count(best) == 1:
            found[at] = place
    return found


class Headings:
    """The titles that a library uses, by the words of their subjects."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for title in dict.fromkeys(titles):
            for word in subject_of(title):
                self._by_word[word].append(title)

    def like(self, titles: Iterable[str]) -> frozenset[str]:
        """Those of the same subject as any of ``titles``."""
        return frozenset(
            heading
            for title in titles
            for word in subject_of(title)
            for heading in self._by_word.get(word, ())
            if same_subject(heading, title)
        )
