"""What is to come: the items of an agenda, and when a body next meets."""

from pathlib import Path

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant
from assistant.replies import Answer

AGENDA = """TARNBROOK COUNCIL

CABINET

A meeting of the Cabinet will be held on 14 May 2024 at 2.00 pm in the Town Hall.

AGENDA

1. APOLOGIES FOR ABSENCE

2. MINUTES - 9TH APRIL 2024

3. THE HARBOUR WALL

To consider the report of the Harbour Master.

4. FERRY FARES

To consider the report of the Ferry Manager.
"""
EARLIER_AGENDA = AGENDA.replace("14 May 2024", "9 April 2024").replace("4. FERRY FARES", "4. MILL")
MINUTES = """TARNBROOK COUNCIL

CABINET

Minutes of the meeting held on 9 April 2024

1/24 THE HARBOUR WALL

It was agreed that the wall be discussed again at the next meeting.

2/24 DATE OF NEXT MEETING

Members noted the date as Tuesday 14 May 2024 at 2.00 pm.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {"may.txt": AGENDA, "april.txt": EARLIER_AGENDA, "minutes.txt": MINUTES}
    return an_assistant(tmp_path_factory.mktemp("coming"), papers)


@pytest.mark.parametrize(
    "asked",
    [
        "What's on the agenda?",
        "What is on the agenda for Cabinet on 14 May 2024?",
        "List the agenda items for May 2024",
        "What will Cabinet discuss on 14 May 2024?",
        "What will be discussed at the next meeting?",
    ],
)
def test_all_items_of_the_newest_agenda_asked_for_are_told(
    assistant: Assistant, asked: str
) -> None:
    reply = assistant.ask(asked)
    assert isinstance(reply, Answer)
    items = [citation.passage.item for citation in reply.citations]
    assert [item and item.number for item in items] == ["1", "2", "3", "4"]
    words = said(reply)
    assert "Agenda, Cabinet, 14 May 2024" in words
    assert all(title in words for title in ("APOLOGIES", "MINUTES", "HARBOUR WALL", "FERRY FARES"))
    assert "MILL" not in words
    assert reply.notes == ("4 items on this agenda.",)


def test_an_earlier_agenda_is_told_where_its_day_is_named(assistant: Assistant) -> None:
    assert "MILL" in said(assistant.ask("What was on the agenda for 9 April 2024?"))


def test_an_agenda_that_is_not_held_is_said_not_to_be(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What is on the agenda for 11 June 2024?"))
    assert reply.reason == (
        "No such agenda is held here. Agendas are held of 9 April 2024, 14 May 2024."
    )


def test_a_subject_on_the_agenda_is_looked_for(assistant: Assistant) -> None:
    reply = assistant.ask("What is on the agenda about the harbour wall?")
    assert isinstance(reply, Answer)
    assert not reply.notes


@pytest.mark.parametrize("asked", ["When is the next meeting?", "When does Cabinet next meet?"])
def test_the_next_meeting_is_told_by_the_newest_minutes(assistant: Assistant, asked: str) -> None:
    reply = assistant.ask(asked)
    assert isinstance(reply, Answer)
    quotes = [citation.quote for citation in reply.citations]
    assert quotes == ["Members noted the date as Tuesday 14 May 2024 at 2.00 pm."]


def test_that_something_is_put_off_does_not_tell_when_the_next_meeting_is(tmp_path: Path) -> None:
    minutes = MINUTES[: MINUTES.index("2/24")]
    assistant = an_assistant(tmp_path, {"minutes.txt": minutes})
    assert refused(assistant.ask("When is the next meeting?"))
