"""What is asked: the kind of answer wanted, and what the question is about."""

import pytest

from assistant.understanding.questions import (
    QuestionKind,
    kind_of,
    subject_phrase,
    subject_words,
    topic_of,
)
from assistant.understanding.slots import parts_of, slots_of
from assistant.understanding.wanting import Wanted


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("What was resolved about the ferry?", QuestionKind.DECISION),
        ("Did they vote to close the slipway?", QuestionKind.DECISION),
        ("Was the plan for the bandstand turned down?", QuestionKind.DECISION),
        ("Give me a timeline of the allotment rents", QuestionKind.TIMELINE),
        ("List every decision of 9 July 2024", QuestionKind.LIST),
        ("How many decisions were made in March?", QuestionKind.LIST),
        ("List everything that was deferred or withdrawn", QuestionKind.LIST),
        ("What was withdrawn in March?", QuestionKind.LIST),
        ("When was the ferry decision called in, and by whom?", QuestionKind.FACT),
        ("What is Cabinet recommended to do about the ice rink?", QuestionKind.RECOMMENDATION),
        ("What are members being asked to agree?", QuestionKind.RECOMMENDATION),
        ("Who sent apologies in March?", QuestionKind.ATTENDANCE),
        ("Who chaired the meeting?", QuestionKind.ATTENDANCE),
        ("What did Councillor Oake say about rents?", QuestionKind.SAYING),
        ("Did Councillor Fenn raise the bandstand?", QuestionKind.SAYING),
        ("What did Cllr Fenn say in the call-in debate?", QuestionKind.SAYING),
        ("Was Cllr Fenn there when the fares were agreed?", QuestionKind.ATTENDANCE),
        ("Was Ada Quill at both Cabinet meetings in June?", QuestionKind.ATTENDANCE),
        ("Was the report at Cabinet in June?", QuestionKind.FACT),
        ("Who came to the council meeting in June?", QuestionKind.ATTENDANCE),
        ("Who told the meeting the history of the mill?", QuestionKind.FACT),
        ("Who is the Head of Parks?", QuestionKind.FACT),
        ("Which councillor moved the motion?", QuestionKind.VOTE),
        ("How did they vote on the ferry?", QuestionKind.VOTE),
        ("Which councillors were against it?", QuestionKind.VOTE),
        ("When does the ferry run?", QuestionKind.FACT),
        ("By what date must they reply, at the latest?", QuestionKind.FACT),
        ("How much is a market stall?", QuestionKind.FACT),
        ("What proportion of plots are let?", QuestionKind.FACT),
        ("Where is the bandstand?", QuestionKind.FACT),
    ],
)
def test_a_question_wants_the_answer_that_its_words_ask_for(asked: str, kind: QuestionKind) -> None:
    assert kind_of(asked) is kind


def test_what_was_said_in_deciding_is_a_question_about_the_decision() -> None:
    assert kind_of("What did Cabinet say when it approved the fares?") is QuestionKind.DECISION


def test_when_something_was_decided_is_a_question_about_the_decision() -> None:
    assert kind_of("When was the fare agreed?") is QuestionKind.DECISION
    assert kind_of("When will the fare be decided?") is QuestionKind.FACT


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Is a new slipway in the approved programme?", QuestionKind.FACT),
        ("Was the agreed budget spent?", QuestionKind.FACT),
        ("Was the budget agreed?", QuestionKind.DECISION),
        ("If we adopt the plan, is the pier saved?", QuestionKind.FACT),
        ("Was the inspector happy for the plan to be adopted?", QuestionKind.FACT),
        ("Why did Councillor Oake abstain on the ferry?", QuestionKind.FACT),
        ("Who abstained on the ferry, and why?", QuestionKind.VOTE),
        ("What happened to the overspend on parks?", QuestionKind.FACT),
        ("What happened to the bandstand?", QuestionKind.TIMELINE),
        ("What did Cabinet add to the officer's recommendations?", QuestionKind.DECISION),
        ("What were the officer's recommendations?", QuestionKind.RECOMMENDATION),
        ("What had the Head of Parks advised in the report?", QuestionKind.RECOMMENDATION),
    ],
)
def test_the_main_clause_says_what_is_asked_and_not_any_word_in_it(
    asked: str, kind: QuestionKind
) -> None:
    assert kind_of(asked) is kind


def test_the_subject_that_a_follow_up_was_given_asks_for_nothing() -> None:
    slot = slots_of("what was she told? (about: how many boats are let)")[0]
    assert slot.wanted is Wanted.ANYTHING
    assert slot.asked == "what was she told (about: how many boats are let)"


def test_two_questions_in_one_are_told_apart() -> None:
    asked = "How many people are waiting, and when does the list open? Who keeps it?"
    assert parts_of(asked) == [
        "How many people are waiting",
        "when does the list open",
        "Who keeps it",
    ]


def test_and_between_two_things_does_not_part_a_question() -> None:
    asked = "What was decided about the ferry and the bandstand?"
    assert parts_of(asked) == [asked.rstrip("?")]


def test_a_question_of_signs_alone_is_one_part() -> None:
    assert parts_of("???") == ["???"]


def test_the_words_that_ask_are_not_its_subject() -> None:
    assert subject_words("What did the Committee decide about the ferry fares?") == [
        "ferri",
        "fare",
    ]
    assert subject_words("What was resolved?") == []


def test_the_topic_is_what_stands_after_about() -> None:
    assert topic_of("What was decided about the “home to school transport”?") == (
        "home to school transport"
    )
    assert topic_of("Who is the Head of Parks?") is None


def test_a_day_after_on_is_no_topic() -> None:
    assert topic_of("What was decided on 9 July 2024?") is None


def test_the_phrase_of_a_subject_keeps_its_words_as_written() -> None:
    assert subject_phrase("How much is the Wharfside ferry's fare?") == "Wharfside ferry's fare"
