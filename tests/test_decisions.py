from datetime import date

import pytest
from written import AGENDA, REPORT, a_document, decisions_of, forces_of, minutes_of

from corpus.papers import DECIDED, Clause, Decision, Force, PaperKind
from corpus.structure import structure_of


def report_of(business: str) -> tuple[Decision, ...]:
    """What a report says of decisions, with this below its recommendation's place."""
    head = REPORT[: REPORT.index("    2 RECOMMENDATION")]
    return structure_of(a_document(head + business)).decisions


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED that the bridge be mended.",
        "RESOLVED – That the bridge be mended.",
        "RESOLVED to mend the bridge.",
        "The Cabinet RESOLVED that the bridge be mended.",
        "It was resolved that the bridge be mended.",
        "It was unanimously resolved that the bridge be mended.",
        "It was AGREED that the bridge be mended.",
        "Members agreed to mend the bridge.",
        "The Cabinet unanimously agreed that the bridge be mended.",
        "DECIDED: That the bridge be mended.",
        "The plan for the bridge was APPROVED.",
        "The minutes of the meeting on 6 February 2024 were CONFIRMED as a true record.",
        "Planning permission was GRANTED.",
        "Councillor Quill was ELECTED as Chair for the year.",
        "It was moved by Councillor Oake and agreed that the bridge be mended.",
        "The motion was put to the vote and AGREED.",
        "ADOPTED: the plan for the bridge.",
    ],
)
def test_words_that_decide_are_resolved(words: str) -> None:
    (decision,) = decisions_of(f"41 THE BRIDGE\n\nThe bridge is old.\n\n{words}")
    assert decision.force is Force.RESOLVED
    assert decision.words == words
    assert decision.item is not None
    assert decision.item.number == "41"


@pytest.mark.parametrize(
    "words",
    [
        "RECOMMENDED to Council that the bridge be mended.",
        "RESOLVED to recommend to Council that the bridge be mended.",
        "RESOLVED that it be recommended to Council that the bridge be mended.",
        "The Cabinet recommended that the bridge be mended.",
    ],
)
def test_a_recommendation_to_another_body_is_recommended_and_not_resolved(words: str) -> None:
    assert forces_of(f"41 THE BRIDGE\n\n{words}") == [Force.RECOMMENDED]


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED to note the report.",
        "RESOLVED – That the report be noted.",
        "The report was NOTED.",
        "The Cabinet noted the contents of the report.",
        "The update was noted.",
        "RESOLVED that the report be received and noted.",
        "Members received the report.",
    ],
)
def test_a_resolution_only_to_note_is_noted(words: str) -> None:
    assert forces_of(f"41 THE BRIDGE\n\n{words}") == [Force.NOTED]


def test_a_resolution_to_note_and_to_approve_is_resolved() -> None:
    business = "41 THE BRIDGE\n\nRESOLVED\n\n(i) to note the report; and\n(ii) to approve the plan."
    assert forces_of(business) == [Force.RESOLVED]


def test_a_resolution_to_delegate_is_delegated() -> None:
    business = (
        "41 THE BRIDGE\n\nRESOLVED that authority be delegated to the Head of Highways, in "
        "consultation with the Cabinet Member, to let the contract."
    )
    assert forces_of(business) == [Force.DELEGATED]


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED that the item be deferred to the next meeting.",
        "It was agreed that consideration of the plan for the bridge be deferred.",
        "The application was DEFERRED.",
        "RESOLVED to defer the matter until the count of vehicles is known.",
        "The report was DEFERRED for a visit to the bridge.",
    ],
)
def test_a_deferral_decides_nothing_but_to_wait(words: str) -> None:
    assert forces_of(f"41 THE BRIDGE\n\n{words}") == [Force.DEFERRED]


def test_an_item_that_was_withdrawn_is_withdrawn() -> None:
    assert forces_of("41 THE BRIDGE\n\nThis item was WITHDRAWN.") == [Force.WITHDRAWN]


@pytest.mark.parametrize(
    "words",
    [
        "Amendment lost.",
        "The motion was LOST.",
        "The amendment was put to the vote and not carried.",
        "On being put to the vote the amendment fell.",
        "The motion was defeated by nine votes to two.",
    ],
)
def test_words_of_loss_are_lost(words: str) -> None:
    assert forces_of(f"41 THE BRIDGE\n\n{words}") == [Force.LOST]


def test_a_lost_amendment_is_never_shown_as_a_decision() -> None:
    business = """
        41 THE BRIDGE

        Councillor Oake moved, and Councillor Fenn seconded, an amendment that the bridge be sold.

        For (2) Against (5)

        The amendment was lost.

        RESOLVED that the bridge be mended.
    """
    lost, resolved = decisions_of(business)
    assert lost.force is Force.LOST
    assert "the bridge be sold" in lost.words
    assert "The amendment was lost." in lost.words
    assert resolved.force is Force.RESOLVED
    assert "sold" not in resolved.words


def test_a_motion_that_was_only_said_to_be_carried_gives_way_to_what_was_resolved() -> None:
    business = """
        41 THE BRIDGE

        Councillor Oake moved, and Councillor Fenn seconded, a motion that the bridge be mended.

        The motion was put to the vote and carried.

        RESOLVED that the bridge be mended.
    """
    (decision,) = decisions_of(business)
    assert decision.words == "RESOLVED that the bridge be mended."


def test_an_amendment_lost_and_a_resolution_in_one_paragraph_are_two_decisions() -> None:
    business = (
        "41 THE BRIDGE\n\nAn amendment to sell the bridge was put to the vote and lost. "
        "It was RESOLVED that the bridge be mended."
    )
    assert forces_of(business) == [Force.LOST, Force.RESOLVED]


def test_the_number_of_a_clause_is_kept() -> None:
    business = """
        41 THE BRIDGE

        RESOLVED that:

        (i) the bridge be mended; and
        (ii) the ford be closed.
    """
    (decision,) = decisions_of(business)
    assert decision.clauses == (
        Clause("(i)", "the bridge be mended; and"),
        Clause("(ii)", "the ford be closed."),
    )
    assert decision.words.startswith("RESOLVED that:")
    assert decision.words.endswith("(ii) the ford be closed.")


def test_the_place_of_a_decision_is_that_of_all_its_clauses() -> None:
    business = "41 THE BRIDGE\n\nRESOLVED that:\n\n(i) the bridge be mended; and\n(ii) no more."
    structure = minutes_of(business)
    (decision,) = structure.decisions
    start, end = decision.span.line_start, decision.span.line_end
    assert start is not None
    assert end is not None
    assert end - start == 3


@pytest.mark.parametrize(
    "label",
    ["#### Resolved", "Resolved", "RESOLVED", "**Resolved:**", "It was resolved", "Decision:",
     "**Agreed**", "It was, resolved:"],
)  # fmt: skip
def test_resolved_as_a_heading_has_the_text_below_it(label: str) -> None:
    business = f"#### 41 The Bridge\n\nIt is old.\n\n{label}\n\nTo mend the bridge.\n"
    (decision,) = decisions_of(business)
    assert decision.force is Force.RESOLVED
    assert decision.words.endswith("To mend the bridge.")
    assert decision.item is not None
    assert decision.item.title == "The Bridge"


def test_what_was_noted_under_a_heading_resolved_is_noted() -> None:
    assert forces_of("#### 41 The Bridge\n\n#### Resolved\n\nTo note the report.") == [Force.NOTED]


def test_the_reasons_below_a_decision_are_no_part_of_it() -> None:
    business = """
        41 THE BRIDGE

        Resolved

        To mend the bridge.

        Reasons for the decision

        To keep carts off the ford.
    """
    (decision,) = decisions_of(business)
    assert "carts" not in decision.words


@pytest.mark.parametrize(
    "remark",
    [
        "Councillor Oake said that if agreed the bridge would be closed for a year.",
        "Councillor Oake asked whether the Cabinet had agreed to it.",
        "The plan would need to be approved by the Cabinet once agreed by members.",
        "Until the plan has been agreed nothing can be done.",
        "Has the Cabinet agreed to mend the bridge?",
        "Councillor Oake suggested that the bridge be mended.",
        "He replied that it had not been agreed.",
        "Members asked for a count of vehicles.",
    ],
)
def test_words_of_debate_and_of_what_might_be_decide_nothing(remark: str) -> None:
    assert decisions_of(f"41 THE BRIDGE\n\n{remark}") == ()


@pytest.mark.parametrize(
    "told",
    [
        "On the 6th February 2024 the Cabinet agreed that the ford be closed.",
        "The Council agreed that the ford be closed.",
        "At its last meeting the Panel resolved that the ford be closed.",
        "At that meeting it was agreed that the ford be closed.",
    ],
)
def test_a_decision_of_another_body_or_date_is_told_in_passing(told: str) -> None:
    assert forces_of(f"41 THE BRIDGE\n\n{told}") == [Force.REPORTED]


def test_a_decision_told_does_not_hide_what_was_decided_after_it() -> None:
    business = (
        "41 THE BRIDGE\n\nOn 6 February 2024 the Cabinet agreed that the ford be closed. "
        "RESOLVED that the bridge be mended."
    )
    told, resolved = decisions_of(business)
    assert (told.force, resolved.force) == (Force.REPORTED, Force.RESOLVED)
    assert resolved.words == "RESOLVED that the bridge be mended."


def test_what_the_report_asks_for_is_proposed_and_never_decided() -> None:
    decisions = structure_of(a_document(REPORT)).decisions
    assert [decision.force for decision in decisions] == [Force.PROPOSED]
    assert "the bridge be mended" in decisions[0].words


@pytest.mark.parametrize(
    "business",
    [
        "2 RECOMMENDATIONS\n\n2.1 That the bridge be mended.\n",
        "Members are asked to agree that the bridge be mended.\n",
        "It is recommended that the bridge be mended.\n",
        "The Panel is recommended to agree that the bridge be mended.\n",
        "Recommendation: that the bridge be mended.\n",
        "2 PROPOSAL\n\nThe bridge is to be mended.\n",
    ],
)
def test_a_proposal_of_a_report_is_proposed(business: str) -> None:
    decisions = report_of(business)
    assert [decision.force for decision in decisions] == [Force.PROPOSED]


def test_a_proposals_clauses_keep_their_numbers() -> None:
    decisions = report_of(
        "2 RECOMMENDATIONS\n\nThe Cabinet is asked to agree that:\n\n"
        "(a) the bridge be mended; and\n(b) the ford be closed.\n"
    )
    assert [clause.number for clause in decisions[0].clauses] == ["(a)", "(b)"]


def test_a_report_without_recommendations_proposes_nothing() -> None:
    assert report_of("2 RECOMMENDATIONS\n\nThere are no recommendations in this report.\n") == ()


def test_capitals_in_a_report_do_not_make_a_decision() -> None:
    decisions = report_of("The plan was APPROVED by the Cabinet in 2019 and RESOLVED again.\n")
    assert all(decision.force not in DECIDED for decision in decisions)


def test_a_report_that_tells_of_a_decision_reports_it() -> None:
    decisions = report_of("In March 2019 the Cabinet agreed that the ford be closed.\n")
    assert [decision.force for decision in decisions] == [Force.REPORTED]


def test_an_agenda_decides_nothing() -> None:
    decisions = structure_of(a_document(AGENDA)).decisions
    assert all(decision.force not in DECIDED for decision in decisions)


def test_an_officers_decision_notice_decides_and_a_draft_of_one_proposes() -> None:
    notice = "Record of an officer decision\n\nDecision\n\nThe ford is closed.\n"
    (decision,) = structure_of(a_document(notice)).decisions
    assert decision.force in DECIDED
    assert decision.paper.kind is PaperKind.DECISION_NOTICE
    (proposal,) = structure_of(a_document(notice.replace("Record", "Proposed record"))).decisions
    assert proposal.force is Force.PROPOSED


def test_words_that_point_back_carry_what_they_point_to() -> None:
    business = """
        41 THE BRIDGE

        Councillor Fenn proposed that a count of vehicles be made every May.

        The Cabinet RESOLVED to approve this proposal.
    """
    (decision,) = decisions_of(business)
    assert (
        decision.subject == "Councillor Fenn proposed that a count of vehicles be made every May."
    )


def test_all_of_the_proposals_are_every_one_above() -> None:
    business = """
        41 THE BRIDGE

        Councillor Fenn proposed that a count of vehicles be made every May.

        Councillor Oake suggested that a sign be put up.

        The Cabinet RESOLVED to agree with all of the proposals above.
    """
    (decision,) = decisions_of(business)
    assert decision.subject is not None
    assert "count of vehicles" in decision.subject
    assert "a sign be put up" in decision.subject


def test_a_decision_stays_with_its_own_minute() -> None:
    business = """
        41 THE BRIDGE

        RESOLVED that the bridge be mended.

        42 THE FORD

        RESOLVED that the ford be closed.
    """
    assert [(d.item.number, d.words) for d in decisions_of(business) if d.item] == [
        ("41", "RESOLVED that the bridge be mended."),
        ("42", "RESOLVED that the ford be closed."),
    ]


def test_a_decision_knows_the_meeting_that_made_it() -> None:
    (decision,) = decisions_of("41 THE BRIDGE\n\nRESOLVED that the bridge be mended.")
    assert decision.paper.meeting.held_on == date(2024, 3, 12)
    assert decision.paper.meeting.body == "Cabinet"


def test_the_same_minutes_give_the_same_ids() -> None:
    business = "41 THE BRIDGE\n\nRESOLVED that the bridge be mended."
    assert minutes_of(business) == minutes_of(business)
