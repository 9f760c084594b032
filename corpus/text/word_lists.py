"""Which of many texts hold a word."""

from array import array
from collections.abc import Collection, Iterable, Sequence

from corpus.text.words import words_of


class WordLists:
    """The texts that hold each word, by their numbers, which count from 0."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._holders: dict[str, array[int]] = {}
        self.count = 0
        for text in texts:
            for word in set(words_of(text)):
                if word not in self._holders:
                    self._holders[word] = array("i")
                self._holders[word].append(self.count)
            self.count += 1

    def holding(self, word: str) -> Sequence[int]:
        """The texts that hold ``word``, as ``words_of`` gives it, in order."""
        return self._holders.get(word, _NONE)

    def holding_all(self, words: Collection[str]) -> set[int]:
        """The texts that hold every one of ``words``; all texts if there is none."""
        lists = sorted((self.holding(word) for word in words), key=len)
        found = set(lists[0]) if lists else set(range(self.count))
        return found.intersection(*lists[1:]) if found else found


_NONE: Sequence[int] = ()
