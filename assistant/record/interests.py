"""Interests that members declared, and the business in which they declared them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.record.subjects import same_subject, subject_of
from corpus.papers import Appearance, Business, Capacity
from corpus.text.words import words_of

_NUMBERED = re.compile(r"\bminutes?\s+(?:no\.?\s*)?(?P<number>[A-Z]*\d[\w./]*\w|\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Interest:
    """A declaration in the record's words, and the title of the business that it is in.

    ``title`` is "" where only the words of the declaration tell it.
    """

    declared: Appearance
    title: str


def interests_on(
    titles: Sequence[str], appearances: Iterable[Appearance], business: Sequence[Business]
) -> Iterator[Interest]:
    """The declarations of one meeting that are on a subject of ``titles``, each once."""
    told: set[tuple[str, str]] = set()
    for each in appearances:
        if each.capacity is not Capacity.DECLARED or (each.person.name, each.words) in told:
            continue
        title = _declared_in(each, business)
        named = title and any(same_subject(title, other) for other in titles)
        if named or (not title and any(_says(each.words, other) for other in titles)):
            told.add((each.person.name, each.words))
            yield Interest(each, title)


def _declared_in(declared: Appearance, business: Sequence[Business]) -> str:
    """The title of the minute that the words name by its number, if it stands there."""
    numbers = {match["number"].casefold() for match in _NUMBERED.finditer(declared.words)}
    named = [b.item for b in business if b.item.number and b.item.number.casefold() in numbers]
    return named[0].title if len(named) == 1 else ""


def _says(words: str, title: str) -> bool:
    """Whether the words hold every word that tells the subject of a title, or all but one."""
    subject = subject_of(title)
    shared = len(subject & set(words_of(words)))
    return shared >= 2 and shared >= 0.75 * len(subject)
