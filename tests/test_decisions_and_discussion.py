"""What was said before a decision, and what stands below it, is no part of it."""

from written import decisions_of

from corpus.papers import Force

IN_A_DISCUSSION = """
    41. THE BRIDGE

    1. The Clerk introduced the report.

    2. Further to comments and questions from Members it was noted:

    a) That the piers are old.

    b) The deck was mended in 1999.

    3. {decision}
"""


def test_what_was_noted_in_a_discussion_is_no_decision_where_one_follows() -> None:
    (decision,) = decisions_of(
        IN_A_DISCUSSION.format(decision="RESOLVED that Cabinet agree the plan.")
    )
    assert (decision.force, decision.words) == (
        Force.RESOLVED,
        "RESOLVED that Cabinet agree the plan.",
    )


def test_what_was_noted_is_the_decision_where_no_other_follows() -> None:
    (decision,) = decisions_of(IN_A_DISCUSSION.format(decision="The Leader thanked the Clerk."))
    assert decision.force is Force.NOTED
    assert [clause.number for clause in decision.clauses] == ["a)", "b)"]


def test_a_paragraph_whose_number_does_not_go_on_from_the_clauses_is_none() -> None:
    text = """
    41. THE BRIDGE

    3. RESOLVED that Cabinet agree:

    1. To mend the piers.

    2. To paint the deck.

    7. The Leader said that the work would begin in May.
    """
    (decision,) = decisions_of(text)
    assert [clause.number for clause in decision.clauses] == ["1.", "2."]


def test_a_reply_that_is_yet_to_be_received_is_not_noted() -> None:
    assert decisions_of("    41. THE BRIDGE\n\n    A response was yet to be received.\n") == ()
