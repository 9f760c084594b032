"""What a question names and the papers have not: the thing asked for, a name, a year."""

import re
from collections.abc import Mapping, Sequence

from assistant.evidence.gathering import Evidence, Scored
from assistant.understanding.questions import subject_words
from assistant.understanding.slots import A_BEARER, Slot
from corpus.acronyms import spelt_out
from corpus.papers import Passage
from corpus.text.dates import MONTHS
from corpus.text.words import words_of
from index.context import in_context

FINANCIAL_YEAR = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>\d{4}|\d\d)(?!\d)")
THING = re.compile(
    r"\W*(?:what(?:['’]?s| is| was| are| were) the\s+(?P<thing>(?:[\w’'-]+\s+){0,2}?"
    r"[\w’'-]+)(?=\s+(?:of|for|in|at|on|to|from|by|does|do|did|is|was|are|were|ha[sd]|have|will"
    r"|would|should|can)\b|\W*$)|which\s+(?P<which>[\w’'-]+))",
    re.I,
)
"""What a question asks for, as far as its first words say."""
NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{2,}(?: [A-Z][^\W\d_]{2,})*")
"""Words written as a name, not at the beginning of a sentence."""
HAPPENED = re.compile(r"\b(?:did|was|were|had)\b", re.I)
"""Asks what has been: a paper from before cannot know it."""
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
    stems = [] if name.casefold() in MONTHS else words_of(name)
    return bool(stems) and not any(map(evidence.tools.rarity.holds, stems))


def _lacks(evidence: Evidence, names: Mapping[str, set[str]], passage: Passage) -> list[str]:
    has = set(words_of(spelt_out(in_context(passage), evidence.holdings.acronyms)))
    return [
        word
        for word, stems in names.items()
        if not stems <= has and word.casefold() not in in_context(passage).casefold()
    ]


def year_missing(evidence: Evidence, passage: Passage) -> str | None:
    """The time asked of, where neither the passage nor its meeting is of it.

    A paper of an earlier month does not tell what happened in a later one.
    """
    held_on = passage.paper.meeting.held_on
    text = f"{in_context(passage)} {with_titles(passage)}"
    financial = list(FINANCIAL_YEAR.finditer(evidence.question.standalone))
    if financial and not any(_has_financial_year(text, years) for years in financial):
        return financial[0][0]
    years = [period.since.year for period in evidence.scope.periods]
    told = {year for year in years if str(year) in text or f"/{year % 100:02d}" in text}
    of_year = held_on is not None and held_on.year in years
    if not told and not of_year:
        return str(years[0]) if years else None
    return _month_to_come(evidence, passage, text)


def _month_to_come(evidence: Evidence, passage: Passage, text: str) -> str | None:
    """The days of the question, where the paper is of a time before them and is silent on them."""
    held_on, periods = passage.paper.meeting.held_on, evidence.scope.periods
    is_before = held_on is not None and all(held_on < period.since for period in periods)
    if not periods or not is_before or not HAPPENED.search(evidence.asked):
        return None
    return None if any(each.is_told_in(text) for each in periods) else periods[0].in_words()


def has_financial_year(evidence: Evidence, text: str) -> bool:
    """Whether ``text`` itself has a financial year of the question."""
    asked = FINANCIAL_YEAR.finditer(evidence.question.standalone)
    return any(_has_financial_year(text, years) for years in asked)


def _has_financial_year(text: str, years: "re.Match[str]") -> bool:
    first, last = years["first"], years["last"][-2:]
    return bool(re.search(rf"{first}\s?[-–/]\s?(?:\d\d)?{last}|\b{first[2:]}[-–/]{last}\b", text))


def with_titles(passage: Passage) -> str:
    """The words of a passage with the titles that it stands under."""
    title = passage.item.title if passage.item else ""
    return " ".join((title, *passage.headings, passage.text))
