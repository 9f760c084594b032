"""Whether what was found is about those whom the question names, each of them."""

import re
from collections.abc import Sequence

from assistant.evidence.gathering import Evidence, Scored
from assistant.understanding.questions import subject_words
from assistant.understanding.slots import Slot
from corpus.acronyms import spelt_out
from corpus.papers import Passage
from corpus.text.dates import MONTHS
from corpus.text.words import words_of
from index.context import in_context

NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]+(?:['’][A-Z][^\W\d_]+)?(?: [A-Z][^\W\d_]+)*")
"""Words written as a name, not at the beginning of a sentence."""
OF_THE_PAPERS = 0.25
"""The papers of a meeting are of a place that this share of their passages name."""
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NO_NAMES = frozenset((*MONTHS, *(month[:3] for month in MONTHS), *DAYS))


def of_the_named(evidence: Evidence, slot: Slot, found: Sequence[Scored]) -> list[Scored]:
    """Those of ``found`` whose passage has every name of the question, or is of its place.

    Of a name of several words the last must stand there: papers shorten forenames.
    """
    names = names_asked(evidence, slot)
    return [each for each in found if not _lacking(evidence, names, each.quotable.passage)]


def lacking_in_all(evidence: Evidence, slot: Slot, found: Sequence[Scored]) -> str:
    """The names of the question that the best of ``found`` lacks, where each lacks one.

    As they were typed; empty where nothing was found, or something has them all.
    """
    if not found or of_the_named(evidence, slot, found):
        return ""
    names = names_asked(evidence, slot)
    return " or ".join(_lacking(evidence, names, found[0].quotable.passage))


def names_asked(evidence: Evidence, slot: Slot) -> list[str]:
    """The names of this part of the question, without those of council, body and date."""
    scope = evidence.scope
    besides = set(words_of(" ".join((*scope.councils, *scope.bodies))))
    named = dict.fromkeys(NAME.findall(re.sub(r"\(about: .*\)$", "", slot.asked)))
    return [
        name
        for name in named
        if name.split()[-1].casefold() not in NO_NAMES
        and not name.isupper()
        and name.split()[-1].casefold() in evidence.holdings.names
        and (stems := subject_words(name.split()[-1]))
        and not set(stems) <= besides
    ]


def _lacking(evidence: Evidence, names: Sequence[str], passage: Passage) -> list[str]:
    if not names:
        return []
    text = spelt_out(in_context(passage), evidence.holdings.acronyms)
    has, folded = set(words_of(text)), text.casefold()
    missing = []
    for name in names:
        last = name.split()[-1]
        told = set(words_of(last)) <= has or last.casefold() in folded
        if not told and not _is_of_the_papers(evidence, last, passage):
            missing.append(name)
    return missing


def _is_of_the_papers(evidence: Evidence, name: str, passage: Passage) -> bool:
    """Whether the papers of the passage's meeting are about ``name`` throughout."""
    where = evidence.holdings.where
    of_meeting = [
        each
        for paper in evidence.holdings.papers
        if paper.meeting == passage.paper.meeting
        for each in where.in_paper(paper)
    ]
    naming = sum(name in each.text for each in of_meeting)
    return naming >= OF_THE_PAPERS * len(of_meeting)
