"""Acronyms and what they stand for, as the papers themselves define them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

DEFINED = re.compile(
    r"(?P<words>(?:[A-Za-z][\w'’&/-]*[\s,]+){1,9}?[A-Za-z][\w'’&/-]*)\s*"
    r"\(\s*[\"“‘']?(?P<acronym>[A-Z][A-Za-z&]{0,9}[A-Z])[\"”’']?s?\s*\)"
)
REVERSED = re.compile(r"\b(?P<acronym>[A-Z][A-Z&]{1,9})\s*\((?P<words>[A-Z][\w'’&,/ -]{6,80}?)\)")
SKIPPED = frozenset({"and", "of", "the", "for", "in", "to", "on", "a", "an", "with", "at"})


def definitions_in(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """How often the texts give which words for which acronym, as written."""
    found: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for match in DEFINED.finditer(text):
            words = expansion(match["words"], match["acronym"])
            if words:
                found[match["acronym"], words] += 1
        for match in REVERSED.finditer(text):
            words = expansion(match["words"], match["acronym"])
            if words and len(words) >= len(match["words"]) - 4:
                found[match["acronym"], words] += 1
    return found


def most_used(definitions: Counter[tuple[str, str]]) -> dict[str, str]:
    """Each acronym with the words that are given for it most often."""
    ranked = sorted(definitions, key=lambda each: (each[0], -definitions[each], each[1]))
    return dict(reversed(ranked))


def expansion(words: str, acronym: str) -> str | None:
    """The last of ``words`` whose initials are ``acronym``, or None."""
    letters = acronym.replace("&", "").casefold()
    every = re.findall(r"[\w'’&/]+", words)
    for start in range(len(every) - 1, -1, -1):
        tail = every[start:]
        initials = "".join(word[0] for word in tail if word[0].isalpha()).casefold()
        content = "".join(
            word[0] for word in tail if word[0].isalpha() and word.casefold() not in SKIPPED
        ).casefold()
        if letters in (initials, content) and every[start].casefold() not in SKIPPED:
            return _from(words, tail)
    return None


def expanded(question: str, acronyms: Mapping[str, str]) -> str:
    """``question`` with the words for its acronyms, and the acronyms for its words, added."""
    added: list[str] = []
    folded = question.casefold()
    for acronym, words in acronyms.items():
        if acronym.casefold() not in folded and words.casefold() not in folded:
            continue
        named = re.search(rf"(?<![\w&]){re.escape(acronym)}s?(?![\w&])", question, re.I)
        if named and words.casefold() not in folded and _written_as_acronym(named[0], acronym):
            added.append(words)
        elif not named and words.casefold() in folded:
            added.append(acronym)
    return f"{question} ({'; '.join(added)})" if added else question


def spelt_out(text: str, acronyms: Mapping[str, str]) -> str:
    """``text`` with the words for its acronyms in their place."""

    def words(match: "re.Match[str]") -> str:
        return acronyms.get(match[0], match[0])

    return re.sub(r"(?<![\w&])[A-Z][A-Za-z&]*[A-Z](?![\w&])", words, text)


def _written_as_acronym(written: str, acronym: str) -> bool:
    """A short acronym that is also a word ("way") must stand in capitals."""
    return len(acronym) > 3 or written.rstrip("s").isupper()


def _from(words: str, tail: list[str]) -> str:
    pattern = r"\W+".join(map(re.escape, tail))
    match = re.search(pattern, words)
    return match[0] if match else " ".join(tail)
