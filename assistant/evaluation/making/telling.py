"""What an answer must hold: the amounts, dates and rarest words of a decision."""

import re
from collections.abc import Iterator
from itertools import islice

from assistant.evaluation.gold import Phrase
from assistant.evaluation.grading import normal
from assistant.evaluation.making.subjects import Shelf
from assistant.understanding.questions import subject_words
from corpus.papers import Passage
from corpus.text.dates import find_dates

PHRASES = 2
BEGINNING = 80
"""Words of a decision that a short answer can be expected to quote."""

_AMOUNT = re.compile(r"£\d[\d,.]*\d(?: ?(?:million|billion|m|bn|k)\b)?|\d[\d,.]*(?:%| per cent)")
_WORD = re.compile(r"[^\W\d_]{6,}")


def telling(words: str, subject: str, told: Shelf[Passage]) -> tuple[Phrase, ...]:
    """Phrases of ``words`` that ``subject`` does not give away, at most two.

    Amounts and dates come first, then the words that fewest passages have. A decision that
    does nothing but note gives "note"; empty where nothing tells it from others.
    """
    beginning = " ".join(words.split()[:BEGINNING])
    phrases = list(dict.fromkeys([*_facts(beginning), *_rare(beginning, subject, told)]))
    fresh = (phrase for phrase in phrases if normal(phrase) not in normal(subject))
    found = tuple((phrase,) for phrase in islice(fresh, PHRASES))
    return found or ((("note",),) if "note" in normal(beginning) else ())


def _facts(words: str) -> Iterator[str]:
    yield from (match[0] for match in _AMOUNT.finditer(words))
    yield from (words[found.start : found.end].strip() for found in find_dates(words))


def _rare(words: str, subject: str, told: Shelf[Passage]) -> list[str]:
    """The words as written that say something, rarest first."""
    known = set(subject_words(subject)) | _FORMULA
    stems = {word: subject_words(word) for word in _WORD.findall(words)}
    fresh = {word: stem[0] for word, stem in stems.items() if stem and stem[0] not in known}
    return sorted(fresh, key=lambda word: told.uses(fresh[word]))


_FORMULA = frozenset(
    subject_words(
        "that note noted report reports update information contents received receive accept "
        "accepted endorse endorsed support thank thanked ask asked request further consider "
        "considered consideration motion carried unanimously voting moved seconded proposed "
        "before during namely following subject recommendations presentation resolves "
        "officer officers"
    )
)
"""Stems of words by which anything may be decided."""
