"""What items are about: which titles tell enough to be asked about, and where that is told."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

from assistant.understanding.questions import subject_words
from corpus.papers import Business, Meeting
from corpus.text.words import same_words, words_of

T = TypeVar("T")

FEWEST, LONGEST = 2, 14
"""Words of a title: telling ones at least, and all of them at most."""
ABOUT = 0.6
"""Who has this share of a subject's words may be about it."""

_PROCEDURE = re.compile(
    r"\b(?:minutes|apologies|declarations?|announcements?|(?:urgent|other) business|questions?|"
    r"petitions?|deputations?|public (?:participation|speaking)|items from|matters arising|"
    r"welcome|evacuation|next meeting|(?:work|forward) ?(?:plan|programme)|not used|"
    r"(?:election|appointment|exclusion) of)\b",
    re.IGNORECASE,
)
"""Business of every meeting, though its title may vary."""
_LABEL = re.compile(r"^(?:motion\s*[:–-]|\d+(?:[./]\d+)+\.?)\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)\W*$")


class Shelf(Generic[T]):
    """Things by the words of their texts."""

    def __init__(self, texts: Iterable[tuple[T, str]]) -> None:
        self._things: list[T] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, (thing, text) in enumerate(texts):
            self._things.append(thing)
            for word in set(words_of(text)):
                self._places[word].append(place)

    def about(self, words: Collection[str], share: float = ABOUT) -> list[T]:
        """The things that have at least this share of ``words``, in order."""
        counts = Counter(place for word in set(words) for place in self._places.get(word, ()))
        enough = share * len(set(words))
        return [self._things[place] for place in sorted(counts) if counts[place] >= enough]

    def uses(self, word: str) -> int:
        """How many of the things have this word, given as its stem."""
        return len(self._places.get(word, ()))


class Titles:
    """Which titles tell a subject, in the light of all those of a library."""

    def __init__(self, business: Iterable[Business]) -> None:
        self._meetings: defaultdict[str, set[Meeting]] = defaultdict(set)
        self._of_body: defaultdict[str | None, set[Meeting]] = defaultdict(set)
        for each in business:
            meeting = each.paper.meeting
            self._meetings[_same(each.item.title)].add(meeting)
            self._of_body[meeting.body].add(meeting)

    def subject(self, title: str) -> str | None:
        """The title as a question holds it, or None where it makes none worth asking."""
        if _PROCEDURE.search(title) or self._is_standing(title):
            return None
        told = _LABEL.sub("", _ASIDE.sub("", title)).strip(" .:;,-–—*_#")
        told = told.lower() if told.isupper() else told
        enough = len(set(subject_words(told))) >= FEWEST
        return told if enough and len(told.split()) <= LONGEST else None

    def _is_standing(self, title: str) -> bool:
        """Whether several bodies have it, or one at most of three or more meetings."""
        meetings = self._meetings[_same(title)]
        bodies = Counter(meeting.body for meeting in meetings)
        if len(bodies) > 1:
            return True
        return any(
            times > 2 and 2 * times > len(self._of_body[body]) for body, times in bodies.items()
        )


def _same(title: str) -> str:
    """The same for titles that differ in numbers and dates alone."""
    return re.sub(r"\d\w*", "", same_words(title))
