"""What a question asks about and the library does not hold."""

from pathlib import Path

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant
from assistant.replies import Answer, ReplyStatus


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


@pytest.mark.parametrize(
    "asked",
    [
        "What was discussed on 14 May 2024?",
        "What did Councillor Oake say on 14 May 2024?",
        "What was agreed in May 2024?",
        "Who attended on 14 May 2024?",
        "Who was elected on 14 May 2024?",
    ],
)
def test_what_only_minutes_tell_is_refused_where_they_are_not_held(
    assistant: Assistant, asked: str
) -> None:
    reply = refused(assistant.ask(asked))
    assert reply.status is ReplyStatus.NOT_RECORDED
    assert "the minutes of the meeting are not held (Cabinet, 14 May 2024)" in reply.reason


def test_what_a_report_tells_is_answered_without_minutes(assistant: Assistant) -> None:
    asked = "How many people used the ice rink in 2023, by the report of 14 May 2024?"
    assert "9,400 people" in said(assistant.ask(asked))


def test_a_year_names_no_meeting(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("What was decided about allotment rents in 2024?"), Answer)


def test_a_meeting_with_minutes_beside_one_without_is_answered(assistant: Assistant) -> None:
    asked = "What was decided on 14 May 2024 and on 9 July 2024?"
    assert "£12 a day" in said(assistant.ask(asked))


@pytest.mark.parametrize(
    ("asked", "body"),
    [
        ("What did the Planning Committee decide about the ice rink?", "Planning Committee"),
        ("What did the Planning panel say about the ice rink?", "Planning panel"),
        ("What has the Licensing Panel agreed on market stall fees?", "Licensing Panel"),
        ("What did the Licensing panel agree about market stall fees?", "Licensing panel"),
        ("Did the Licensing Panel agree the market stall fees?", "Licensing Panel"),
        ("Has the Licensing panel agreed the market stall fees?", "Licensing panel"),
        ("What did full Council decide about the ferry?", "full Council"),
    ],
)
def test_what_another_body_did_is_not_told_of_those_held(
    assistant: Assistant, asked: str, body: str
) -> None:
    reply = refused(assistant.ask(asked))
    assert f"No papers of a body called “{body}” are held" in reply.reason
    assert "Papers are held of: Cabinet; Scrutiny Committee." in reply.reason


@pytest.mark.parametrize(
    "asked",
    [
        "What did Tarnbrook Council decide about the ferry fares?",
        "What did the Tarnbrook Scrutiny Committee decide about allotment rents?",
        "What did the scrutiny committee decide about allotment rents?",
    ],
)
def test_a_body_that_is_held_is_not_said_to_be_absent(assistant: Assistant, asked: str) -> None:
    assert isinstance(assistant.ask(asked), Answer)


def test_a_body_that_is_asked_about_as_doing_nothing_need_not_be_held(assistant: Assistant) -> None:
    asked = "How many people are waiting, as the Allotment Panel is told, for an allotment?"
    assert "212 people" in said(assistant.ask(asked))


def test_what_a_body_that_is_not_held_decided_is_told_where_it_is_reported(
    assistant: Assistant,
) -> None:
    text = said(assistant.ask("What did the Harbour Board decide about the slipway?"))
    assert text.startswith("Reported in passing")


def test_a_fact_about_a_body_that_other_papers_name_is_told(tmp_path: Path) -> None:
    minutes = (
        "TARNBROOK COUNCIL\n\nCABINET\n\nMinutes of the meeting held on 9 July 2024\n\n"
        "1 THE MILL\n\nThe Nether Fell Youth Partnership had raised £46,000 for the mill.\n"
    )
    assistant = an_assistant(tmp_path, {"july.txt": minutes})
    asked = "How much has the Nether Fell Youth Partnership raised for the mill?"
    assert "£46,000" in said(assistant.ask(asked))
