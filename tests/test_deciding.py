"""Which words of minutes decide, and which only sound like it."""

from datetime import date

import pytest
from written import decisions_of, forces_of, minutes_of

from corpus.decisions.telling import decides, is_told, tells
from corpus.papers import Force

HELD_ON = date(2024, 3, 12)


@pytest.mark.parametrize(
    "words",
    [
        "All agreed this was a true record.",
        "Deferred to the October meeting.",
        "Resolved to pay £102.48 to the association.",
        "The following donations were agreed: the hall, £100.",
        "Proposed by Cllr Oake, seconded by Cllr Fenn and approved that the hall be let.",
        "The hours of the library were agreed.",
        "The petition was left on the table.",
        "Members were content to support the bid.",
        "The outgoing Mayor declared Councillor Quill elected as Mayor for the year.",
        "The minutes were read, approved and signed by the chairman.",
        "The amendment became the finding of the meeting.",
        "PENDERFYNWYD derbyn y cofnodion.",
        "Cytunwyd i brynu bin newydd.",
    ],
)
def test_words_that_settle_something_decide(words: str) -> None:
    assert decides(words, "Council")


@pytest.mark.parametrize(
    "words",
    [
        "Members agreed that the road was dangerous.",
        "As some opposed the proposal, it was agreed to take a vote by a show of hands.",
        "It was agreed that the vote would again be taken in the form of a show of hands.",
        "Others thought it was agreed last year that the loch was too cold.",
        "That the Council agrees to light the green.",
        "The work was carried out in May.",
        "The draft accounts were passed to councillors.",
        "A request was received to have the signs painted.",
        "The Chief Executive agreed to write to the ministry.",
        "It would most likely involve the purchase of land and agreed accommodation works.",
        "The application was approved by the Secretary of State.",
        "It was confirmed to the members that the work was done.",
        "This was subject to the plan being agreed.",
    ],
)
def test_words_that_only_sound_like_it_decide_nothing(words: str) -> None:
    assert not decides(words, "Council")


def test_an_application_is_decided_by_those_who_decide_applications() -> None:
    words = "The application for a dormer window was refused."
    assert decides(words, "Planning Committee")
    assert not decides(words, "Council")


@pytest.mark.parametrize(
    "words",
    [
        "The Chair told the Cabinet that on 6 February 2024 it had resolved to ask for a report.",
        "The Inspector had dismissed the appeal at 4 Vicarage Row.",
        "At its meeting on 6 February 2024 the Cabinet agreed to mend the ford.",
    ],
)
def test_what_was_decided_elsewhere_or_earlier_is_told(words: str) -> None:
    assert decides(words, "Cabinet")
    assert is_told(words, "Cabinet", HELD_ON)


@pytest.mark.parametrize(
    "words",
    [
        "The minutes of the meeting held on 6 February 2024 were agreed.",
        "Regarding the fair to be held on 11 November 2024 it was agreed to use the green.",
        "RESOLVED that the ford be mended by 6 February 2024.",
    ],
)
def test_a_date_of_something_else_does_not_make_it_told(words: str) -> None:
    assert not is_told(words, "Cabinet", HELD_ON)


def test_a_report_tells_of_a_meeting_whose_date_stands_in_the_sentence_before() -> None:
    before = "The Panel met on 23 January 2012."
    assert tells("It was agreed at this meeting that more work was needed.", before)
    assert not tells("It was agreed at this meeting that more work was needed.")


def test_what_an_officer_replies_settles_nothing() -> None:
    business = """
        41 QUESTION

        Reply: The scheme was approved and the contract was agreed.

        It was agreed to ask for a report.
    """
    assert [d.words for d in decisions_of(business)] == ["It was agreed to ask for a report."]


def test_noted_alone_notes_what_stands_above_it() -> None:
    (decision,) = decisions_of("41 THE FORD\n\nThe count of carts was tabled.\n\nNOTED.")
    assert decision.force is Force.NOTED
    assert decision.subject == "The count of carts was tabled."


def test_a_body_that_stands_over_a_list_of_what_it_did_decides_it() -> None:
    business = "41 RATES\n\nThe Board:-\n\n(a) noted the terms; and\n\n(b) approved the budget."
    (decision,) = decisions_of(business)
    assert decision.force is Force.RESOLVED
    assert [clause.number for clause in decision.clauses] == ["(a)", "(b)"]


def test_rows_below_words_that_open_them_are_clauses() -> None:
    business = "41 PAYMENTS\n\nThe following payments were agreed:\n\nHall\t£50.00\nLamps\t£20.00"
    (decision,) = decisions_of(business)
    assert [clause.words for clause in decision.clauses] == ["Hall £50.00", "Lamps £20.00"]


def test_a_proposal_that_the_minute_then_adopts_was_only_recommended_by_officers() -> None:
    business = """
        41 PRICES

        RECOMMENDED that the prices in the appendix be approved.

        It was agreed that the recommendation be adopted.
    """
    assert forces_of(business) == [Force.PROPOSED, Force.RESOLVED]


def test_the_head_of_minutes_decides_nothing() -> None:
    structure = minutes_of("41 THE FORD\n\nRESOLVED that the ford be closed.")
    assert all(decision.item is not None for decision in structure.decisions)


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("RESOLVED that authority be not delegated to the Clerk.", Force.RESOLVED),
        ("RESOLVED that the item be not deferred.", Force.RESOLVED),
    ],
)
def test_the_force_is_not_the_opposite_of_the_words(words: str, force: Force) -> None:
    assert forces_of(f"1. PLANS\n\n{words}\n") == [force]


def test_what_a_committee_noted_of_another_body_is_no_resolution_of_its_own() -> None:
    words = "The Committee noted that the plan was approved by the Cabinet."
    assert forces_of(f"1. PLANS\n\n{words}\n") == []


def test_labels_without_end_are_read_as_one() -> None:
    labels = "\n\n".join(["Resolved"] * 1500)
    assert forces_of(f"1. PLANS\n\n{labels}\n\n(1) To close the bridge.\n") == [Force.RESOLVED]
