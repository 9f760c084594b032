"""What a question names and the papers have not: the thing asked for, a name."""

import re
from collections.abc import Mapping, Sequence

from assistant.evidence.gathering import Evidence, Scored
from assistant.understanding.questions import subject_words
from assistant.understanding.slots import Slot
from assistant.understanding.wanting import A_BEARER
from corpus.acronyms import spelt_out
from corpus.papers import Passage
from corpus.text.dates import MONTHS
from corpus.text.words import words_of
from index.context import in_context

THING = re.compile(
    r"\W*(?:what(?:['’]?s| is| was| are| were) the\s+(?P<thing>(?:[\w’'-]+\s+){0,2}?"
    r"[\w’'-]+)(?=\s+(?:of|for|in|at|on|to|from|by|does|do|did|is|was|are|were|ha[sd]|have|will"
    r"|would|should|can)\b|\W*$)|which\s+(?P<which>[\w’'-]+))",
    re.I,
)
"""What a question asks for, as far as its first words say."""
NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{2,}(?: [A-Z][^\W\d_]{2,})*")
"""Words written as a name, not at the beginning of a sentence."""
NAMED = 0.5
"""A passage that lacks more than this share of the question's names is about others."""


def is_thing_unheard_of(evidence: Evidence) -> bool:
    """Whether no paper has a word of what is asked for itself: "What is the salary of …?"."""
    asked = THING.match(evidence.asked)
    thing = (asked["thing"] or asked["which"]).split() if asked else []
    return any(word in evidence.unknown_words and not A_BEARER.fullmatch(word) for word in thing)


def names_lacking(evidence: Evidence, slot: Slot, scored: Sequence[Scored]) -> str | None:
    """The names of the question that no paper has, or else that nothing found is about.

    What is found may lack half of the names that papers have.
    """
    unheard = [name for name in NAME.findall(evidence.asked) if _is_unheard_of(evidence, name)]
    if unheard:
        return ", ".join(dict.fromkeys(unheard))
    scope = evidence.scope
    besides = set(words_of(" ".join((*scope.councils, *scope.bodies))))
    names = {
        word: stems
        for word in re.findall(r"[^\W\d_]{3,}", re.sub(r"\(about: .*\)$", "", slot.asked))
        if word.casefold() in evidence.holdings.names
        and word.casefold() not in MONTHS
        and (stems := set(subject_words(word)) - besides)
    }
    if not names:
        return None
    least = min(
        (_lacks(evidence, names, each.quotable.passage) for each in scored), key=len, default=[]
    )
    return ", ".join(least) if len(least) > NAMED * len(names) else None


def _is_unheard_of(evidence: Evidence, name: str) -> bool:
    """Whether no paper has any word of ``name``."""
    if name.casefold() in MONTHS:
        return False
    stems = words_of(name)
    acronyms = evidence.holdings.acronyms
    is_short_form = name.isupper() and any(known.startswith(name) for known in acronyms)
    heard = is_short_form or any(map(evidence.tools.rarity.holds, stems))
    return bool(stems) and not heard


def _lacks(evidence: Evidence, names: Mapping[str, set[str]], passage: Passage) -> list[str]:
    has = set(words_of(spelt_out(in_context(passage), evidence.holdings.acronyms)))
    return [
        word
        for word, stems in names.items()
        if not stems <= has and word.casefold() not in in_context(passage).casefold()
    ]


def with_titles(passage: Passage) -> str:
    """The words of a passage with the titles that it stands under."""
    title = passage.item.title if passage.item else ""
    return " ".join((title, *passage.headings, passage.text))
