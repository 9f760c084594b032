"""Questions that the page suggests: every one of them has an answer in the library."""

from pathlib import Path

import pytest
from fakes import a_meeting, a_paper
from tarnbrook import EARLIER, PAPERS, an_assistant, told

from assistant.answering import Assistant
from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.desk.examples import examples
from assistant.desk.next_questions import next_questions
from assistant.desk.subjects import meeting_named, title_of
from assistant.replies import Answer, ReplyStatus
from corpus.filters import Filters
from corpus.papers import Force, Item

RECOMMENDED = """Report to: Cabinet
Date of meeting: 9 July 2024
Title: Market stall fees

1. Summary

1.1 A market stall costs £15 a day, and a third of the stalls stood empty.

2. Recommendations

2.1 Cabinet is recommended to agree that the fee for a market stall be reduced to £12 a day.
"""
ALL = {**PAPERS, **EARLIER, "2024-07-09-market-report.txt": RECOMMENDED}


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return an_assistant(tmp_path, ALL)


def suggested(assistant: Assistant, most: int = 20) -> list[str]:
    held = assistant.holdings
    return examples(held.papers, held.decisions, most, held.appearances)


def after(assistant: Assistant, asked: str, most: int = 20) -> list[str]:
    return next_questions(assistant.ask(asked), assistant.holdings, most=most)


def test_every_example_is_answered(assistant: Assistant) -> None:
    questions = suggested(assistant)
    assert questions
    refused = [q for q in questions if assistant.ask(q).status is not ReplyStatus.ANSWERED]
    assert refused == []


def test_examples_are_of_several_kinds(assistant: Assistant) -> None:
    first = suggested(assistant, 4)
    assert [" ".join(question.split()[:3]) for question in first] == [
        "What was resolved",
        "What became of",
        "Who was present",
        "How much money",
    ]


def test_examples_ask_how_much_only_where_a_sum_is_agreed(assistant: Assistant) -> None:
    asked = [question for question in suggested(assistant) if question.startswith("How much")]
    assert "How much money was agreed for “Tree replacement scheme”?" in asked
    assert not any("Bandstand" in question for question in asked)


def test_examples_ask_who_was_there_only_where_the_minutes_list_it(tmp_path: Path) -> None:
    name, text = "2024-07-09-cabinet-minutes.txt", PAPERS["2024-07-09-cabinet-minutes.txt"]
    head, _, rest = text.partition("PRESENT")
    unlisted = an_assistant(tmp_path, {name: head + rest[rest.index("50/24") :]})
    assert not any("present" in question for question in suggested(unlisted))


@pytest.mark.parametrize(
    "title",
    [
        "Minutes of the last meeting",
        "Apologies for absence",
        "Declarations of interest",
        "Any other business",
        "Question submitted by Councillor A. Quill",
        "Notices of motion",
        "Public participation",
        "Date of next meeting",
        "Support services",
        "Changes proposed to Chapter 3",
        "Ferries",
        "A title that goes on for very much longer than anybody would read",
    ],
)
def test_procedure_and_scraps_are_no_subjects(title: str) -> None:
    assert title_of(Item("1", title)) == ""


@pytest.mark.parametrize("title", ["Ferry fares", "Motion: a free ferry", "Review of the market"])
def test_business_is_a_subject(title: str) -> None:
    assert title_of(Item("1", title)) == title


def test_a_meeting_is_named_with_its_council_where_the_library_holds_several() -> None:
    assert meeting_named(a_meeting(), several=False) == "the Cabinet on 19 March 2012"
    named = meeting_named(a_meeting(), several=True)
    assert named == "the Cabinet of Testshire Council on 19 March 2012"
    assert meeting_named(a_meeting(held_on=None), several=True) == ""
    assert meeting_named(a_meeting(body="Clerk " * 20), several=False) == ""


def test_an_empty_library_suggests_nothing() -> None:
    assert examples([], []) == []
    assert examples([a_paper()], []) == []


def test_whatever_is_suggested_after_a_reply_is_answered(assistant: Assistant) -> None:
    refused = []
    for asked in suggested(assistant):
        reply = assistant.ask(asked)
        for question in next_questions(reply, assistant.holdings, most=20):
            answer = assistant.ask(question, Conversation((reply,)))
            if answer.status is not ReplyStatus.ANSWERED:
                refused.append((asked, question))
    assert refused == []


def test_who_moved_it_is_suggested_where_somebody_did(assistant: Assistant) -> None:
    asked = "What was resolved about ferry fares in 2013?"
    assert "Who moved it?" in after(assistant, asked)
    assert "Quill" in _first(assistant, asked, "Who moved it?")
    assert "Who moved it?" not in after(assistant, "What was resolved about market stall fees?")


def test_how_the_vote_went_is_suggested_where_it_was_counted(assistant: Assistant) -> None:
    asked = "What was resolved about ferry fares in 2013?"
    assert "How did the vote go?" in after(assistant, asked)
    assert "5 for and 2 against" in _first(assistant, asked, "How did the vote go?")


def test_who_voted_against_is_suggested_where_names_are_recorded(assistant: Assistant) -> None:
    asked = "What was resolved about the pier?"
    assert "Who voted against it?" in after(assistant, asked)
    assert "Cleo Fenn" in _first(assistant, asked, "Who voted against it?")


@pytest.mark.parametrize(
    "asked",
    [
        "What did Cabinet resolve about allotment rents in March 2024?",
        "What was resolved about allotment rents?",
    ],
)
def test_what_became_of_a_decision_is_suggested_before_and_after_it_came_back(
    assistant: Assistant, asked: str
) -> None:
    again = "What became of the decision on “Allotment rents”?"
    assert again in after(assistant, asked)
    answer = _whole(assistant, asked, again)
    assert "£48 a year" in answer
    assert "£40 a year" in answer


def test_what_had_been_recommended_is_suggested_where_a_report_proposed_it(
    assistant: Assistant,
) -> None:
    asked = "What was resolved about market stall fees?"
    again = "What had been recommended?"
    assert again in after(assistant, asked)
    reply = told(assistant, asked, again)
    assert isinstance(reply, Answer)
    assert reply.statements[0].force is Force.PROPOSED
    assert again not in after(assistant, "What was resolved about the bandstand?")


def test_a_decision_that_the_filters_leave_out_is_not_suggested(assistant: Assistant) -> None:
    filters = Filters(source="2024-03-12-cabinet-minutes.txt")
    reply = assistant.ask("What was resolved about allotment rents?", filters=filters)
    questions = next_questions(reply, assistant.holdings, most=20)
    assert not any("became" in question for question in questions)


def test_at_most_three_are_suggested_and_none_again(assistant: Assistant) -> None:
    asked = "What was resolved about ferry fares in 2013?"
    reply = assistant.ask(asked)
    first = next_questions(reply, assistant.holdings)
    assert len(first) == 3
    assert not set(first) & set(next_questions(reply, assistant.holdings, asked=first))


def test_after_a_refusal_only_what_is_recorded_is_suggested(assistant: Assistant) -> None:
    reply = assistant.ask("What was resolved about the ice rink?", NEW_CONVERSATION)
    assert reply.status is ReplyStatus.NOT_RECORDED
    for question in next_questions(reply, assistant.holdings):
        again = assistant.ask(question, Conversation((reply,)))
        assert again.status is ReplyStatus.ANSWERED
    assert not any("resolved" in q for q in next_questions(reply, assistant.holdings))


def _first(assistant: Assistant, *asked: str) -> str:
    reply = told(assistant, *asked)
    assert isinstance(reply, Answer)
    return reply.statements[0].text


def _whole(assistant: Assistant, *asked: str) -> str:
    reply = told(assistant, *asked)
    assert isinstance(reply, Answer)
    return "\n".join(statement.text for statement in reply.statements)
