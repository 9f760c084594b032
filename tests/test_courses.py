"""What a question follows over time, and whether it is told in figures."""

import pytest

from assistant.understanding.courses import followed_in, follows_a_figure
from assistant.understanding.lists import asks_for_all


@pytest.mark.parametrize(
    ("asked", "thing"),
    [
        ("How has the hall rent changed from 2016/17 to 2019/20?", "the hall rent"),
        (
            "Trace the mooring fee through 2024: the limit in March, where it ended",
            "the mooring fee",
        ),
        ("What became of the plan for a bandstand (2018-19)? Briefly", "the plan for a bandstand"),
        ("Between May 2024 and now, what happened to the ferry?", "the ferry"),
        (
            "Walk me through the key dates of the ferry sale, from Cabinet to the end",
            "the ferry sale",
        ),
        ("What happened to the bench at Nether Fell?", "the bench at Nether Fell"),
        ("What's the latest on the bench?", "the bench"),
    ],
)
def test_what_is_followed_is_told_from_the_times_and_the_asking(asked: str, thing: str) -> None:
    assert followed_in(asked) == thing


@pytest.mark.parametrize(
    ("asked", "is_figure"),
    [
        ("How has the hall rent changed since 2016?", True),
        ("Trace the mooring charge through 2024", True),
        ("What became of the ferry?", False),
        ("What was the hall rent in 2016?", False),
    ],
)
def test_charges_and_numbers_are_told_in_figures(asked: str, *, is_figure: bool) -> None:
    assert follows_a_figure(asked) is is_figure


@pytest.mark.parametrize(
    ("asked", "is_all"),
    [
        ("List the grants", True),
        ("What are the aims of the ferry scheme?", True),
        ("Give me the project plan, stage by stage", True),
        ("What is the aim of the ferry scheme?", False),
        ("Who moved the amendment?", False),
    ],
)
def test_all_is_asked_for_by_a_word_for_it_or_by_several(asked: str, *, is_all: bool) -> None:
    assert asks_for_all(asked) is is_all
