"""Who was at a meeting and who was not, from the lists of its minutes."""

from pathlib import Path

import pytest
from tarnbrook import EARLIER, JULY_2014, an_assistant, refused, said

from assistant.answering import Assistant
from assistant.replies import Answer


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("earlier"), EARLIER)


@pytest.mark.parametrize(
    "asked",
    [
        "Who attended on 9 July 2024?",
        "Who was present at Cabinet on 9 July 2024?",
        "Who was there in July 2024?",
        "Who attended the last meeting of the Cabinet?",
    ],
)
def test_those_there_are_told_by_the_lines_of_the_minutes(assistant: Assistant, asked: str) -> None:
    reply = assistant.ask(asked)
    assert isinstance(reply, Answer)
    assert [citation.quote for citation in reply.citations] == [
        "Councillor Ada Quill (Chair)",
        "Councillors Bram Oake and Cleo Fenn",
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "Who sent apologies on 12 March 2024?",
        "Who was absent on 12 March 2024?",
        "Who was missing from Cabinet on 12 March 2024?",
        "Who couldn't make it on 12 March 2024?",
        "Who could not attend on 12 March 2024?",
    ],
)
def test_those_not_there_are_told_and_nobody_else(assistant: Assistant, asked: str) -> None:
    text = said(assistant.ask(asked))
    assert "Councillor Edwin Thwaite sent an apology." in text
    assert "Fenn" not in text


def test_the_chair_alone_is_told(assistant: Assistant) -> None:
    text = said(assistant.ask("Who chaired Cabinet on 12 March 2024?"))
    assert "Councillor Ada Quill (Chair)" in text
    assert "Oake" not in text


def test_a_substitute_is_told(earlier: Assistant) -> None:
    text = said(earlier.ask("Who stood in on 9 July 2013?"))
    assert "Substitute: Councillor Ivo Jessop for Councillor Edwin Thwaite" in text
    assert "Oake" not in text


def test_who_was_not_there_is_not_told_with_those_who_were(earlier: Assistant) -> None:
    assert "Apologies" not in said(earlier.ask("Who attended on 9 July 2013?"))


def test_another_meeting_of_another_body_is_not_told(assistant: Assistant) -> None:
    text = said(assistant.ask("Who attended the Scrutiny Committee in 2024?"))
    assert "Gwen Hallam" in text
    assert "Quill" not in text


@pytest.mark.parametrize(
    "asked",
    [
        "Did Councillor Thwaite attend on 12 March 2024?",
        "Did Edwin Thwaite attend on 12 March 2024?",
        "Why did Councillor Thwaite not attend on 12 March 2024?",
        "Where was Councillor Thwaite when he was absent on 12 March 2024?",
    ],
)
def test_where_a_named_person_was_is_told_by_their_own_line(
    assistant: Assistant, asked: str
) -> None:
    text = said(assistant.ask(asked))
    assert "Councillor Edwin Thwaite sent an apology." in text
    assert "Oake" not in text


def test_minutes_that_do_not_name_a_person_are_said_not_to(assistant: Assistant) -> None:
    asked = "Why was Councillor Hallam absent on 9 July 2024?"
    assert refused(assistant.ask(asked)).reason == "The minutes of that date do not name Hallam."


def test_a_person_who_was_not_named_is_called_by_their_name_alone(assistant: Assistant) -> None:
    reason = refused(assistant.ask("Did Councillor Hallam attend on 9 July 2024?")).reason
    assert reason == "The minutes of that date do not name Hallam."


@pytest.mark.parametrize(
    "asked", ["Was anybody absent on 9 July 2024?", "Did anyone substitute on 9 July 2024?"]
)
def test_where_no_such_list_is_the_heading_of_the_minutes_is_no_answer(
    assistant: Assistant, asked: str
) -> None:
    reply = assistant.ask(asked)
    assert not isinstance(reply, Answer) or "Minutes of the meeting held" not in said(reply)


def test_a_day_without_a_meeting_is_said_so(assistant: Assistant) -> None:
    reason = refused(assistant.ask("Who attended on 2 May 2024?")).reason
    assert "2 May 2024 are held" in reason
    assert "who was there is not recorded here" in reason


def test_a_meeting_whose_minutes_are_not_held_is_said_so(assistant: Assistant) -> None:
    for asked in ("Who attended on 14 May 2024?", "attendence list for 14 May 2024 please"):
        reason = refused(assistant.ask(asked)).reason
        assert "the minutes of the meeting are not held (Cabinet, 14 May 2024)" in reason


def test_a_list_that_stands_in_two_papers_is_told_once(tmp_path: Path) -> None:
    minutes = JULY_2014.replace("Minutes of", "{} of")
    papers = {"a.txt": minutes.format("Draft minutes"), "b.txt": minutes.format("Minutes")}
    text = said(an_assistant(tmp_path, papers).ask("Who attended on 8 July 2014?"))
    assert text.count("Councillor Ada Quill (Chair)") == 1


PLAN = """CABINET

Minutes of the meeting held on 4 June 2024

Present: Councillors Ada Quill (Chair), Bram Oake and Cleo Fenn

1/24 APOLOGIES FOR ABSENCE

An apology was received from Councillor Edwin Thwaite.

2/24 THE HARBOUR PLAN

RESOLVED – That the Harbour Plan 2024 to 2029 be adopted.
"""
LATER = """CABINET

Minutes of the meeting held on 25 June 2024

Present: Councillors Bram Oake (Chair), Cleo Fenn and Edwin Thwaite

3/24 THE BONFIRE

Members heard that the bonfire on the common had been a success.
"""


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("june"), {"plan.txt": PLAN, "later.txt": LATER})


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Who chaired Cabinet when the Harbour Plan was adopted?", "Ada Quill (Chair)"),
        ("Who sent apologies to the meeting that adopted the Harbour Plan?", "Edwin Thwaite"),
        ("Was Councillor Oake there when the Harbour Plan was adopted?", "Bram Oake"),
    ],
)
def test_a_meeting_may_be_told_by_what_it_decided(june: Assistant, asked: str, told: str) -> None:
    reply = june.ask(asked)
    assert isinstance(reply, Answer)
    assert told in said(reply)
    note = "Taken to be the meeting of 4 June 2024, by its decision under minute 2/24."
    assert reply.notes == (note,)


def test_a_person_is_told_of_at_each_meeting_that_is_asked_about(june: Assistant) -> None:
    reply = june.ask("Was Councillor Thwaite at both Cabinet meetings in June 2024?")
    assert isinstance(reply, Answer)
    assert [citation.quote for citation in reply.citations] == [
        "An apology was received from Councillor Edwin Thwaite.",
        "Present: Councillors Bram Oake (Chair), Cleo Fenn and Edwin Thwaite",
    ]


@pytest.mark.parametrize(
    "asked", ["How many attended the bonfire in June 2024?", "Who was at the bonfire in June 2024?"]
)
def test_another_occasion_than_a_meeting_is_not_told_by_the_lists(
    june: Assistant, asked: str
) -> None:
    reply = june.ask(asked)
    assert not isinstance(reply, Answer) or "Present" not in said(reply)
