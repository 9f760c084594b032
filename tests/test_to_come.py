"""What papers speak of as still to come is not told as done."""

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant

REPORT = """TARNBROOK COUNCIL

Report to: CABINET

Date of meeting: 14 May 2024

Title: The ferry timetable

1.1 Cabinet must reconsider the ferry timetable and may confirm, amend or scrap it.

1.2 The inspection report on the slipway will be published in June and will be submitted as a \
late appendix.

1.3 The survey of the mill race found that the gate leaks.
"""

MINUTES = """TARNBROOK COUNCIL

CABINET

Minutes of the meeting held on 21 May 2024

1 FERRY FARES

RESOLVED – That a consultation be opened on raising the ferry fares.

2 WELL LANE

A walker had fallen into a hole in Well Lane. The County will inspect the lane and the Council \
awaits its findings.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {"report.txt": REPORT, "minutes.txt": MINUTES}
    return an_assistant(tmp_path_factory.mktemp("to_come"), papers)


def test_a_report_does_not_know_what_the_meeting_did(assistant: Assistant) -> None:
    reply = refused(assistant.ask("Did Cabinet confirm, change or scrap the ferry timetable?"))
    assert "only as still to come" in reply.reason


def test_that_a_document_is_to_follow_does_not_tell_what_it_says(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What did the inspection report on the slipway say?"))
    assert "only as still to come" in reply.reason


def test_what_a_document_found_is_told(assistant: Assistant) -> None:
    assert "the gate leaks" in said(assistant.ask("What did the survey of the mill race find?"))


def test_that_a_consultation_begins_does_not_tell_its_outcome(assistant: Assistant) -> None:
    asked = "What was the outcome of the consultation on raising the ferry fares?"
    assert "only as still to come" in refused(assistant.ask(asked)).reason


def test_that_a_consultation_was_opened_is_told(assistant: Assistant) -> None:
    asked = "What was decided about a consultation on the ferry fares?"
    assert "a consultation be opened" in said(assistant.ask(asked))


def test_that_findings_are_awaited_does_not_tell_them(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What did the County find when it inspected Well Lane?"))
    assert "only as still to come" in reply.reason


def test_that_somebody_fell_is_told_though_findings_are_awaited(assistant: Assistant) -> None:
    assert "had fallen" in said(assistant.ask("Did a walker fall in Well Lane?"))
