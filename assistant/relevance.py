"""How well words cover a question's subject."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.words import words_of


class Rarity:
    """How telling each word is in a library: its inverse document frequency."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        self._texts = 0
        for text in texts:
            self._counts.update(set(words_of(text)))
            self._texts += 1

    def weight(self, word: str) -> float:
        """Larger for a rarer word; a word that no text holds weighs most."""
        return math.log(1 + (self._texts + 1) / (self._counts[word] + 0.5))

    def holds(self, word: str) -> bool:
        """Whether any text has the word."""
        return word in self._counts

    def coverage(self, subject: Sequence[str], text: str) -> float:
        """The share, 0 to 1, of the subject's weight whose words ``text`` has; 0 for none."""
        words = set(words_of(text))
        total = sum(self.weight(word) for word in set(subject))
        found = sum(self.weight(word) for word in set(subject) if word in words)
        return found / total if total else 0.0
