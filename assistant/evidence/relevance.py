"""How well words cover a question's subject."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from rapidfuzz.distance import OSA

from corpus.text.words import words_of

SHORTEST_CORRECTED = 6
"""Letters. Of shorter words too many are one slip away from another."""

QUESTION_WORDS = ("what", "which", "when", "where", "whose", "who", "why", "how")
"""These are told by less: a question asks with one of them, and no paper needs to have it."""

SHORT_FORMS = {
    "approx": "approximately",
    "avg": "average",
    "cttee": "committee",
    "dept": "department",
    "exec": "executive",
    "govt": "government",
    "info": "information",
    "max": "maximum",
    "min": "minimum",
    "mtg": "meeting",
    "ppl": "people",
    "rep": "representative",
    "reps": "representatives",
    "temp": "temporary",
    "uni": "university",
    "yr": "year",
    "yrs": "years",
}
"""Words as people type them in haste; they are read in full where no paper has them so."""

_SPELT = re.compile(r"[^\W\d_]{5,}")


def _is_slip(typed: str, known: str) -> bool:
    """Whether one letter is missing, too many, or two have changed places.

    A wrong letter is not enough: "slimming" is not "swimming".
    """
    if typed[0] != known[0] or abs(len(typed) - len(known)) > 1:
        return False
    same_length = len(typed) == len(known)
    if same_length and sorted(typed) != sorted(known):
        return False
    return bool(OSA.distance(typed, known, score_cutoff=1) == 1)


class Rarity:
    """How telling each word is in a library: its inverse document frequency."""

    def __init__(self, texts: Iterable[str], counts: Mapping[str, int] | None = None) -> None:
        """``counts`` says how many of ``texts`` hold each word, where that is known."""
        counted: Counter[str] = Counter()
        self._texts = 0
        self._spellings: dict[str, int] = {}
        for text in texts:
            if counts is None:
                counted.update(set(words_of(text)))
            for word in map(str.casefold, _SPELT.findall(text)):
                self._spellings.setdefault(word, len(self._spellings))
            self._texts += 1
        self._counts = counted if counts is None else counts
        self._alike: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._spellings:
            self._alike[word[0], len(word)].append(word)

    def weight(self, word: str) -> float:
        """Larger for a rarer word; a word that no text holds weighs most."""
        return math.log(1 + (self._texts + 1) / (self._counts.get(word, 0) + 0.5))

    def holds(self, word: str) -> bool:
        """Whether any text has the word."""
        return word in self._counts

    def nearest_spelling(self, word: str) -> str | None:
        """The word of the library that ``word`` is most likely a misspelling of, or None."""
        if not word.isalpha() or not words_of(word) or self._has_spelling(word):
            return None
        typed = word.casefold()
        if typed in SHORT_FORMS:
            return SHORT_FORMS[typed]
        if len(word) < SHORTEST_CORRECTED:
            return next((known for known in QUESTION_WORDS if _is_slip(typed, known)), None)
        near = range(len(typed) - 1, len(typed) + 2)
        likely = chain.from_iterable(self._alike.get((typed[0], length), ()) for length in near)
        found = (known for known in likely if _is_slip(typed, known))
        return min(found, key=self._spellings.__getitem__, default=None)  # the first that was read

    def respelt(self, text: str) -> str:
        """``text`` with words that the library has not as it spells them, where it does."""

        def nearest(word: "re.Match[str]") -> str:
            return self.nearest_spelling(word[0]) or word[0]

        return re.sub(r"(?<!['’])\b[^\W\d_]+\b(?!['’])", nearest, text)

    def _has_spelling(self, word: str) -> bool:
        return word.casefold() in self._spellings or any(map(self.holds, words_of(word)))

    def coverage(self, subject: Sequence[str], text: str) -> float:
        """The share, 0 to 1, of the subject's weight whose words ``text`` has; 0 for none."""
        words = set(words_of(text))
        total = sum(self.weight(word) for word in set(subject))
        found = sum(self.weight(word) for word in set(subject) if word in words)
        return found / total if total else 0.0
