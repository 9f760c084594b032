"""What a question asks for, part by part."""

import pytest

from assistant.understanding.slots import Bearer, parts_of, slot_of, slots_of
from assistant.understanding.wanting import Wanted, wanted_of


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("How much does the ferry cost?", Wanted.AMOUNT),
        ("How much rent is paid for a plot?", Wanted.AMOUNT),
        ("What's the budget for the parks?", Wanted.AMOUNT),
        ("How many plots are let?", Wanted.FIGURE),
        ("How much time is left?", Wanted.FIGURE),
        ("How far is it to the slipway?", Wanted.FIGURE),
        ("What is the total number of plots?", Wanted.FIGURE),
        ("What is the ferry contract worth?", Wanted.AMOUNT),
        ("What rent will the rowing club pay?", Wanted.AMOUNT),
        ("What did the council chip in for the slipway?", Wanted.AMOUNT),
        ("Final bill for the bandstand?", Wanted.AMOUNT),
        ("Lowest tender for the bandstand?", Wanted.AMOUNT),
        ("asking price for the old mill", Wanted.AMOUNT),
        ("What did the council put in towards the slipway?", Wanted.AMOUNT),
        ("what does it cost to run?", Wanted.AMOUNT),
        ("What are waiting times for a mooring?", Wanted.FIGURE),
        ("What interest rate does it pay?", Wanted.SHARE),
        ("What percentage of plots are let?", Wanted.SHARE),
        ("What proportion of the rents is paid?", Wanted.SHARE),
        ("When was the slipway closed?", Wanted.DATE),
        ("When does work start on the slipway?", Wanted.DATE),
        ("When do people use the slipway?", Wanted.ANYTHING),
        ("By what date must they reply?", Wanted.DATE),
        ("The list opens when?", Wanted.DATE),
        ("Who asked for it?", Wanted.PERSON),
        ("To whom was the rink sold?", Wanted.PERSON),
        ("Which councillor asked?", Wanted.PERSON),
        ("Which school asked?", Wanted.NAME),
        ("Which school asked, the one at Quillby or the one by the harbour?", Wanted.ANYTHING),
        ("What is the name of the ferry?", Wanted.NAME),
        ("Why was it closed?", Wanted.REASON),
        ("What was the reason for closing it?", Wanted.REASON),
        ("How come the slipway closed?", Wanted.REASON),
        ("What does TRS stand for?", Wanted.MEANING),
        ("What grade did the inspectors give the nursery?", Wanted.GRADE),
        ("How was the nursery judged?", Wanted.GRADE),
        ("Where is the bandstand?", Wanted.ANYTHING),
        ("What did Mark say of the bandstand?", Wanted.ANYTHING),
        ("What are business rates used for?", Wanted.ANYTHING),
        ("What did the council put in place for the bandstand?", Wanted.ANYTHING),
        ("What did the panel come to think of the bandstand?", Wanted.ANYTHING),
        ("Was the fare raised?", Wanted.ANYTHING),
    ],
)
def test_a_question_wants_what_its_words_ask_for(asked: str, wanted: Wanted) -> None:
    assert wanted_of(asked) is wanted


@pytest.mark.parametrize("opening", ["So ", "and ", "But, ", "ok, then "])
def test_a_word_before_the_question_changes_nothing(opening: str) -> None:
    assert wanted_of(f"{opening}who asked for it?") is Wanted.PERSON
    assert wanted_of(f"{opening}why was it closed?") is Wanted.REASON
    assert wanted_of(f"{opening}when was it closed?") is Wanted.DATE


def test_what_leads_in_to_the_question_does_not_hide_what_it_wants() -> None:
    assert wanted_of("After the flood, who opened the sluice?") is Wanted.PERSON
    assert wanted_of("And the ferry, when was it sold?") is Wanted.DATE


def test_a_successor_is_a_person_and_no_post() -> None:
    assert slot_of("Who is taking over from Ada Quill?").bearer is Bearer.PERSON
    assert slot_of("Who had the job before her?").bearer is Bearer.PERSON
    assert slot_of("Who will replace the bench?").bearer is None


def test_in_which_case_is_no_date() -> None:
    assert wanted_of("When should a plot be given up?") is Wanted.ANYTHING


def test_a_reason_for_a_cost_is_a_reason() -> None:
    assert wanted_of("Why does the ferry cost so much?") is Wanted.REASON


def test_a_person_who_was_paid_is_a_person() -> None:
    assert wanted_of("Who was paid to mend the pier?") is Wanted.PERSON


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        ("How many were let, and when?", ["How many were let", "when"]),
        ("Who moved it and who seconded it?", ["Who moved it", "who seconded it"]),
        ("What was the fare but what is it now?", ["What was the fare", "what is it now"]),
        ("Is it open? Who runs it?", ["Is it open", "Who runs it"]),
        ("Was it agreed, and if so, by whom?", ["Was it agreed", "by whom"]),
        ("How much was it for the pier and the rink?", None),
        ("By the end of March 2024, how many were let?", None),
        (
            "In the list of schemes, what is the pier to cost, and when?",
            ["In the list of schemes, what is the pier to cost", "when"],
        ),
        ("Who was told what to do?", None),
        ("Has the gap narrowed? Give me the figures", None),
        (
            "Is it open? Give me the name of the keeper",
            ["Is it open", "Give me the name of the keeper"],
        ),
    ],
)
def test_a_question_is_parted_where_another_begins(asked: str, parts: list[str] | None) -> None:
    assert parts_of(asked) == (parts or [asked.rstrip("?")])


def test_each_part_has_its_slot_and_the_others_say_what_they_are_about() -> None:
    first, other = slots_of("How many plots are let, and who keeps the list?")
    assert (first.wanted, first.asked) == (Wanted.FIGURE, "How many plots are let")
    assert (other.wanted, other.asked) == (
        Wanted.PERSON,
        "who keeps the list (about: How many plots are let)",
    )


def test_what_a_later_part_is_about_does_not_change_what_it_wants() -> None:
    *_, other = slots_of("How much was the rink, and where is it?")
    assert other.wanted is Wanted.ANYTHING


def test_a_figure_is_asked_for_by_its_unit() -> None:
    assert slot_of("How much is it per mile?").per == ("mile",)
    assert slot_of("How much is it a night?").per == ("night",)
    assert slot_of("What per cent is it?").per == ()
    assert slot_of("How much is it for a child of ten?").per == ()


def test_numbered_names_are_labels_and_years_of_the_calendar_are_not_only_numbers() -> None:
    slot = slot_of("How many pupils are in Years 9 and Level 7 of Band B?")
    assert slot.labels == (("year", "9"), ("level", "7"), ("band", "b"))


def test_the_numbers_of_the_question_are_known() -> None:
    assert slot_of("Was it £1,200 or 3.5% of 40?").numbers == {"1,200", "3.5", "40"}


def test_a_question_of_signs_has_one_slot_for_anything() -> None:
    (slot,) = slots_of("???")
    assert slot.wanted is Wanted.ANYTHING


@pytest.mark.parametrize(
    "asked",
    [
        "What was decided about the budget?",
        "What was agreed on market stall fees?",
        "What did Councillor Oake say about the budget?",
    ],
)
def test_what_was_decided_or_said_of_a_cost_is_no_sum(asked: str) -> None:
    assert wanted_of(asked) is Wanted.ANYTHING


def test_as_many_people_are_wanted_as_the_question_counts() -> None:
    assert slot_of("Which two councillors objected?").persons == 2
    assert slot_of("Who were the 3 residents that spoke?").persons == 3
    assert slot_of("Who told the two councillors?").persons == 1


def test_a_contract_may_have_been_won_by_a_firm() -> None:
    assert slot_of("Who won the contract for the ferry?").bearer is Bearer.FIRM
    assert wanted_of("Who won the contract for the ferry?") is Wanted.NAME
    assert wanted_of("Who signed the contract?") is Wanted.PERSON


def test_what_letters_mean_is_asked_of_letters_only() -> None:
    assert wanted_of("what does SEMQ mean") is Wanted.MEANING
    assert wanted_of("What does the report mean for the ferry?") is Wanted.ANYTHING


def test_the_job_of_doing_something_is_no_post() -> None:
    assert slot_of("Who got the job of painting the mill?").bearer is None
    assert slot_of("Who got the job?").bearer is Bearer.PERSON
