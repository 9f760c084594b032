"""Which of many texts hold a word."""

from corpus.text.word_lists import WordLists
from corpus.text.words import words_of

LISTS = WordLists(["Ferry fares rose.", "The ferry sank.", "Allotment rents."])


def test_the_texts_that_hold_a_word_are_told_in_order() -> None:
    assert list(LISTS.holding("ferri")) == [0, 1]
    assert list(LISTS.holding("monorail")) == []


def test_only_texts_that_hold_every_word_are_found() -> None:
    assert LISTS.holding_all(words_of("ferry fares")) == {0}
    assert LISTS.holding_all(words_of("ferry rents")) == set()


def test_no_words_are_held_by_all_texts() -> None:
    assert LISTS.holding_all(()) == {0, 1, 2}
