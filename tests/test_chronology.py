"""What happened to a subject, meeting by meeting."""

from pathlib import Path

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant
from assistant.replies import Answer, Reply
from corpus.filters import Filters
from corpus.papers import Force


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


def minutes(day: str, text: str, council: str = "TARNBROOK COUNCIL") -> str:
    return f"{council}\n\nCABINET\n\nMinutes of the meeting held on {day}\n\n1 FERRY\n\n{text}\n"


def days(reply: Reply) -> list[str]:
    """Day and month of each statement's meeting, in order."""
    assert isinstance(reply, Answer), reply
    told = [
        next(c.passage.paper.meeting.held_on for c in reply.citations if c.number in s.citations)
        for s in reply.statements
    ]
    return [f"{day.day} {day:%B}" for day in told if day]


@pytest.mark.parametrize(
    "asked",
    [
        "Give me a timeline of the allotment rents",
        "What happened to the allotment rents?",
        "What is the history of the allotment rents?",
    ],
)
def test_each_meeting_is_told_once_oldest_first(assistant: Assistant, asked: str) -> None:
    reply = assistant.ask(asked)
    assert days(reply) == ["12 March", "16 April", "9 July"]
    assert isinstance(reply, Answer)
    assert reply.notes == ("Oldest first.",)


def test_what_later_meetings_did_to_a_decision_is_said_with_it(assistant: Assistant) -> None:
    first, *_ = said(assistant.ask("Give me a timeline of the allotment rents")).splitlines()
    assert "later referred back on 16 April 2024" in first


def test_of_a_long_decision_the_clauses_on_the_subject_are_told(assistant: Assistant) -> None:
    first, *_ = said(assistant.ask("Give me a timeline of the allotment rents")).splitlines()
    assert "1 of 2 clauses" in first
    assert "£48 a year" in first
    assert "waiting list" not in first


def test_a_meeting_that_decided_nothing_is_told_by_what_was_said(assistant: Assistant) -> None:
    reply = assistant.ask("What happened to the bandstand?")
    assert days(reply) == ["16 April", "9 July"]
    assert "Work on the new bandstand was going well." in said(reply)


def test_what_was_lost_is_told_as_lost(tmp_path: Path) -> None:
    papers = {
        "a.txt": minutes("9 July 2024", "RESOLVED – That the ferry be mended."),
        "b.txt": minutes(
            "10 July 2024",
            "It was MOVED and SECONDED that the ferry be sold, and on being put to the vote it "
            "was declared LOST.",
        ),
    }
    reply = an_assistant(tmp_path, papers).ask("Give me a timeline of the ferry")
    assert isinstance(reply, Answer)
    assert [s.force for s in reply.statements] == [Force.RESOLVED, Force.LOST]


def test_meetings_outside_the_question_are_left_out(assistant: Assistant) -> None:
    asked = "Give me a timeline of the allotment rents at the Scrutiny Committee"
    assert days(assistant.ask(asked)) == ["16 April"]


def test_months_outside_the_question_are_left_out(assistant: Assistant) -> None:
    asked = "Give me a timeline of the allotment rents in March 2024"
    assert days(assistant.ask(asked)) == ["12 March"]


def test_papers_outside_the_filters_are_left_out(assistant: Assistant) -> None:
    reply = assistant.ask("What happened to the allotment rents?", filters=Filters(body="Cabinet"))
    assert days(reply) == ["12 March", "9 July"]


def test_meetings_of_two_councils_on_one_day_are_both_told(tmp_path: Path) -> None:
    papers = {
        "a.txt": minutes("9 July 2024", "RESOLVED – That the ferry be sold.", "FELLMOOR COUNCIL"),
        "b.txt": minutes("9 July 2024", "RESOLVED – That the ferry be mended."),
        "c.txt": minutes("10 July 2024", "RESOLVED – That the ferry be painted."),
    }
    text = said(an_assistant(tmp_path, papers).ask("Give me a timeline of the ferry"))
    assert "be sold" in text
    assert "be mended" in text


@pytest.mark.parametrize(
    ("held", "left"),
    [
        (8, "1 meeting is left out."),
        (10, "3 meetings are left out."),
    ],
)
def test_of_many_meetings_the_rest_are_counted(tmp_path: Path, held: int, left: str) -> None:
    papers = {
        f"{n}.txt": minutes(f"{n} July 2024", f"RESOLVED – That the ferry be given {n} oars.")
        for n in range(1, held + 1)
    }
    reply = an_assistant(tmp_path, papers).ask("Give me a timeline of the ferry")
    assert isinstance(reply, Answer)
    assert len(reply.statements) == 7
    assert reply.notes == ("Oldest first.", left)


def test_a_subject_of_one_meeting_is_answered_by_its_decision(assistant: Assistant) -> None:
    text = said(assistant.ask("Give me a timeline of the market stall fees"))
    assert "£12 a day" in text
    assert "Oldest first." not in text


def test_a_timeline_of_a_proposal_alone_is_refused(assistant: Assistant) -> None:
    reply = refused(assistant.ask("Give me a timeline of the ice rink"))
    assert "which is not a decision" in reply.reason
