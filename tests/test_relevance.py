"""How telling words are, and which word a misspelt one was meant for."""

import pytest

from assistant.evidence.relevance import Rarity
from corpus.text.words import words_of

TEXTS = (
    "The swimming pool is open.",
    "The swimming lessons of the pool.",
    "The allotment rents of the Council.",
)
RARITY = Rarity(TEXTS)


def test_a_rare_word_tells_more_and_an_unknown_one_most() -> None:
    swim, allotment, unknown = (RARITY.weight(stem) for stem in words_of("swimming allotment yak"))
    assert swim < allotment < unknown


def test_coverage_is_the_share_of_the_subjects_weight() -> None:
    subject = words_of("allotment rents")
    assert RARITY.coverage(subject, "Rents of allotments") == 1
    assert RARITY.coverage(subject, "the allotment") == pytest.approx(0.5)
    assert RARITY.coverage(subject, "the ferry") == 0


def test_a_subject_without_words_covers_nothing() -> None:
    assert RARITY.coverage([], "the ferry") == 0


@pytest.mark.parametrize("typed", ["allotmnt", "allottment", "allotmnet", "ALLOTMNET"])
def test_a_slip_of_the_fingers_is_corrected(typed: str) -> None:
    assert RARITY.nearest_spelling(typed) == "allotment"


@pytest.mark.parametrize(
    "typed",
    [
        "slimming",  # a wrong letter makes another word
        "lallotment",  # the first letter is seldom wrong
        "rentss",  # of "rents" the stem is known: it may be any form
        "poool",  # too short
        "unicycle",
    ],
)
def test_what_may_be_another_word_is_left_as_it_is(typed: str) -> None:
    rarity = Rarity((*TEXTS, "rentss"))
    assert rarity.nearest_spelling(typed) is None


def test_a_form_of_a_known_word_is_no_misspelling() -> None:
    assert RARITY.nearest_spelling("allotments") is None


def test_a_text_is_respelt_word_by_word() -> None:
    assert RARITY.respelt("Are allotmnet rents £48?") == "Are allotment rents £48?"


@pytest.mark.parametrize("typed", ["couldn't", "couldn’t", "wouldn't"])
def test_a_part_of_a_word_with_an_apostrophe_is_not_respelt(typed: str) -> None:
    rarity = Rarity(("The councillor couldnt attend.", "It wouldnt go."))
    assert rarity.respelt(f"Who {typed} attend?") == f"Who {typed} attend?"


def test_a_word_beside_a_number_or_a_sign_is_respelt_by_itself() -> None:
    assert RARITY.respelt("(allotmnet), allotmnet.") == "(allotment), allotment."


def test_counts_that_are_known_weigh_words_as_counting_does() -> None:
    counted = Rarity(TEXTS, {"swim": 2, "pool": 2, "open": 1, "allot": 1})
    assert counted.weight("swim") == RARITY.weight("swim")
    assert counted.nearest_spelling("swiming") == RARITY.nearest_spelling("swiming") == "swimming"


def test_of_two_spellings_the_one_that_was_read_first_is_meant() -> None:
    one, other = "the tarnbork fair", "tarnbrook"
    assert Rarity((one, other)).nearest_spelling("tarnbrok") == "tarnbork"
    assert Rarity((other, one)).nearest_spelling("tarnbrok") == "tarnbrook"


@pytest.mark.parametrize(
    ("typed", "meant"), [("wich", "which"), ("waht", "what"), ("wen", "when"), ("hose", "hose")]
)
def test_a_misspelt_question_word_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert Rarity(("The fire hose leaked.",)).respelt(f"{typed} firm") == f"{meant} firm"


def test_a_short_form_is_read_in_full_where_no_paper_has_it() -> None:
    assert RARITY.respelt("What is the min rent?") == "What is the minimum rent?"
    assert Rarity(("It takes 5 min.",)).respelt("How many min?") == "How many min?"
