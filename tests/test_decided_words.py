"""The words of decisions, looked up, cover a question's subject as they do when read."""

import pytest
from tarnbrook import an_assistant

from assistant.answering import Assistant
from assistant.evidence.decided_words import FORMAL, DecidedWords, about
from assistant.evidence.relevance import Rarity
from corpus.acronyms import spelt_out
from index.context import in_context

SUBJECTS = (["allot", "rent"], ["tree", "replac", "scheme"], ["monorail"], [], ["ferri", "ferri"])


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_coverage_is_what_reading_each_decision_gives(
    assistant: Assistant, subject: list[str]
) -> None:
    held = assistant.holdings
    rarity = Rarity(map(in_context, held.passages))
    words = DecidedWords(held.decisions, held.acronyms)
    assert words.coverages(subject, rarity, held.decisions[::-1]) == [
        rarity.coverage(subject, spelt_out(about(d), held.acronyms)) for d in held.decisions[::-1]
    ]


def test_those_that_confirm_minutes_are_told_from_others(assistant: Assistant) -> None:
    held = assistant.holdings
    rarity = Rarity(map(in_context, held.passages))
    words = DecidedWords(held.decisions, held.acronyms)
    assert words.formal_coverages(["rent"], rarity, held.decisions) == [
        rarity.coverage(["rent"], d.words) if FORMAL.search(d.words) else None
        for d in held.decisions
    ]
