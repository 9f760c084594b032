"""When an answer may begin with yes or no."""

from pathlib import Path

import pytest
from tarnbrook import EARLIER, an_assistant, said

from assistant.answering import Assistant
from assistant.replies import Answer, Reply


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("earlier"), EARLIER)


def lead(reply: Reply) -> str:
    """Yes or no, or nothing."""
    first = said(reply).split()[0] if isinstance(reply, Answer) else ""
    return first if first in ("Yes.", "No.") else ""


def test_what_was_resolved_was_agreed(assistant: Assistant) -> None:
    reply = assistant.ask("Did Cabinet agree that the fee for a market stall be reduced?")
    assert said(reply).startswith("Yes. Resolved, Cabinet, 9 July 2024")


def test_what_was_lost_was_not_agreed(assistant: Assistant) -> None:
    reply = assistant.ask("Did Cabinet agree that the ferry be free of charge on Sundays?")
    assert said(reply).startswith("No. Lost, not decided")


def test_what_was_lost_was_rejected(assistant: Assistant) -> None:
    reply = assistant.ask("Was it rejected that the ferry be free of charge on Sundays?")
    assert said(reply).startswith("Yes. Lost, not decided")


def test_what_was_deferred_was_deferred_and_not_agreed(earlier: Assistant) -> None:
    assert lead(earlier.ask("Were kites on the common deferred?")) == "Yes."
    assert lead(earlier.ask("Did Cabinet agree kites on the common?")) == "No."


@pytest.mark.parametrize(
    "asked",
    [
        "What was decided about the market stall fees?",  # no yes or no is asked for
        "Did Cabinet not agree that the fee for a market stall be reduced?",
        "Didn't Cabinet agree that the fee for a market stall be reduced?",
        "Did Cabinet agree that the fee for a market stall in Wharfside be doubled?",
        "Was the report on the bandstand approved?",  # it was only noted
        "Did Cabinet agree to sell the ice rink by auction?",  # it was proposed
        "Did Cabinet agree that the swimming pool roof be replaced?",  # it was recommended
        "Did Cabinet reject the fee for a market stall?",
    ],
)
def test_nothing_is_affirmed_that_the_record_does_not_say(assistant: Assistant, asked: str) -> None:
    assert lead(assistant.ask(asked)) == ""


def test_what_was_undone_later_is_not_affirmed(assistant: Assistant) -> None:
    reply = assistant.ask("Did Cabinet agree in March 2024 to publish the allotment waiting list?")
    assert lead(reply) == ""


def test_a_resolution_not_to_do_something_is_no_yes(tmp_path: Path) -> None:
    minutes = (
        "CABINET\n\nMinutes of the meeting held on 9 July 2024\n\n"
        "1 KITES\n\nRESOLVED – That kites not be flown on the common.\n\n"
        "2 BOATS\n\nRESOLVED – That boats be sold.\n"
    )
    assistant = an_assistant(tmp_path, {"a.txt": minutes})
    assert lead(assistant.ask("Did Cabinet agree that kites be flown on the common?")) == ""
    assert lead(assistant.ask("Did Cabinet agree that boats be sold?")) == "Yes."


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Was Councillor Marl there on 12 March 2024?", "Yes."),
        ("Was Councillor Marl present at Cabinet on 12 March 2024?", "Yes."),
        ("Did Councillor Marl attend on 12 March 2024?", "Yes."),
        ("Did Ada Quill attend on 12 March 2024?", "Yes."),
        ("Did Councillor Thwaite attend on 12 March 2024?", "No."),
        ("Was Councillor Marl there on 9 July 2024?", ""),
        ("Was Councillor Marl there?", ""),
    ],
)
def test_whether_a_person_was_there_is_said_as_the_lists_have_it(
    assistant: Assistant, asked: str, answer: str
) -> None:
    assert lead(assistant.ask(asked)) == answer


def test_somebody_for_whom_another_stood_in_was_not_there(earlier: Assistant) -> None:
    assert lead(earlier.ask("was Councillor Thwaite there on 9 July 2013?")) != "Yes."
    assert lead(earlier.ask("was Councillor Jessop there on 9 July 2013?")) == "Yes."


def test_the_citations_of_an_affirmed_answer_are_those_of_its_words(assistant: Assistant) -> None:
    reply = assistant.ask("Did Cabinet agree that the fee for a market stall be reduced?")
    assert isinstance(reply, Answer)
    assert [citation.quote for citation in reply.citations] == [
        "RESOLVED – That the fee for a market stall be reduced to £12 a day."
    ]
