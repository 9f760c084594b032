from dataclasses import replace
from math import inf

from assistant.answers import selecting
from assistant.batch import BatchQuestion
from assistant.evaluation.gold import GoldQuestion
from assistant.evaluation.grading import Given, Verdict, grade
from benchmarks.calibration import (
    COLUMNS,
    VALUES,
    of_split,
    remembered_scores,
    row,
    table,
    threshold,
    values_with,
    wrongly_answered,
)
from index import reranking

QUESTION = GoldQuestion(
    asked=BatchQuestion("q", "How many trams?"),
    standalone="How many trams?",
    kind="figure",
    answerable=True,
    must_include=(("12 trams",),),
    must_not_include=(),
    evidence=(),
    corrects_premise=False,
    split="dev",
)
UNANSWERABLE = replace(QUESTION, answerable=False, must_include=())
FALSE_PREMISE = replace(QUESTION, answerable=False, corrects_premise=True)
GIVEN = Given(answered=True, text="There are 12 trams.", cited=(), found=(), seconds=0.1)
REFUSED = replace(GIVEN, answered=False, text="A figure was not found.")

RIGHT = grade(QUESTION, GIVEN)
WRONG = grade(QUESTION, replace(GIVEN, text="There are 9 trams."))
NOT_ANSWERED = grade(QUESTION, REFUSED)
RIGHTLY_REFUSED = grade(UNANSWERABLE, REFUSED)
ANSWERED_THOUGH_NOT_THERE = grade(UNANSWERABLE, GIVEN)
CORRECTED = grade(FALSE_PREMISE, GIVEN)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_wrong_answer_is_one_that_is_given() -> None:
    assert wrongly_answered([RIGHT, NOT_ANSWERED, RIGHTLY_REFUSED, CORRECTED]) == 0
    assert wrongly_answered([WRONG, ANSWERED_THOUGH_NOT_THERE, RIGHT, NOT_ANSWERED]) == 0.5


def test_a_row_tells_what_becomes_of_the_two_sorts_of_question() -> None:
    verdicts = [RIGHT, WRONG, NOT_ANSWERED, NOT_ANSWERED, RIGHTLY_REFUSED]
    assert cells(row(4.0, verdicts, 2.0)) == ["4", "0.50", "0.25", "1.00", "0.20"]


def test_the_value_in_use_is_marked_and_no_threshold_is_called_none() -> None:
    heads = [cells(row(value, [RIGHT], 2.0))[0] for value in (-inf, -6.0, 2.0)]
    assert heads == ["none", "-6", "**2** (in use)"]


def test_the_value_in_use_is_tried_also_where_it_is_none_of_the_usual_ones() -> None:
    assert values_with(2.0) == list(VALUES)
    assert values_with(2.5) == sorted([*VALUES, 2.5])


def test_a_table_is_of_one_half_and_has_a_row_for_each_value() -> None:
    seen: list[Verdict] = [RIGHT, RIGHTLY_REFUSED]
    unseen = Verdict(replace(QUESTION, split="test"), GIVEN, ())
    assert of_split([*seen, unseen], "dev") == seen
    lines = list(table("looked at", {0.0: seen, 2.0: seen}, 2.0))
    assert lines[0] == "## looked at: 1 answerable questions, 1 others"
    assert [line.count("|") for line in lines[2:-1]] == [len(COLUMNS) + 1] * 4


def test_what_is_changed_for_a_value_is_as_before_after_it() -> None:
    before = selecting.SURE, reranking.REMEMBERED
    with threshold(9.5), remembered_scores():
        assert selecting.SURE == 9.5
        assert reranking.REMEMBERED is None
    after = selecting.SURE, reranking.REMEMBERED
    assert after == before
