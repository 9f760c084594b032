"""What a named person said, from the minutes."""

from pathlib import Path

import pytest
from tarnbrook import EARLIER, an_assistant, refused, said

from assistant.answering import Assistant
from assistant.answers.speaking import is_called
from assistant.replies import Answer, ReplyStatus
from corpus.filters import Filters
from corpus.papers import Force


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("earlier"), EARLIER)


def test_what_a_named_person_said_is_quoted(assistant: Assistant) -> None:
    reply = assistant.ask("What did Councillor Oake say about allotment rents?")
    assert isinstance(reply, Answer)
    assert [s.force for s in reply.statements] == [Force.DISCUSSED]
    assert "Councillor Oake said that rents had not been raised since 2015" in said(reply)


def test_what_others_said_on_the_same_is_not_put_in_their_mouth(assistant: Assistant) -> None:
    text = said(assistant.ask("What did Cllr Fenn say about allotment rents?"))
    assert "Councillor Fenn asked whether pensioners" in text
    assert "Councillor Oake" not in text


def test_a_person_may_be_named_without_a_title(assistant: Assistant) -> None:
    assert "nobody who rented a plot" in said(assistant.ask("What did Ivo Jessop say?"))


def test_somebody_who_was_present_and_said_nothing_is_told_so(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What did Councillor Marl say about ferry fares?"))
    assert reply.status is ReplyStatus.NOT_RECORDED
    assert reply.reason == "The minutes name Marl but record nothing that Marl said on this."


def test_what_others_said_is_not_shown_for_somebody_who_said_nothing(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What did Councillor Marl say about ferry fares?"))
    assert reply.is_near_miss


def test_a_person_whom_no_paper_names_is_told_so(assistant: Assistant) -> None:
    for asked in (
        "What did Councillor Zebedee say about ferry fares?",
        "What was Mrs Zebedee's comment on ferry fares, and what did she say?",
    ):
        reply = refused(assistant.ask(asked))
        assert reply.reason.startswith("No paper here names ")
        assert "Zebedee" in reply.reason
        assert reply.related == ()


def test_remarks_at_another_date_are_left_out(assistant: Assistant) -> None:
    reply = assistant.ask("What did Councillor Oake say in July 2024?")
    assert not isinstance(reply, Answer) or "since 2015" not in said(reply)


def test_remarks_outside_the_filters_are_left_out(assistant: Assistant) -> None:
    asked = "What did Councillor Oake say about allotment rents?"
    reply = assistant.ask(asked, filters=Filters(body="Scrutiny"))
    assert not isinstance(reply, Answer) or "Councillor Oake" not in said(reply)


def test_comments_that_others_tell_of_are_not_what_somebody_said(earlier: Assistant) -> None:
    reply = refused(earlier.ask("What did Councillor Oake say about the boats?"))
    assert reply.reason == "The minutes name Oake but record nothing that Oake said on this."


def test_the_comments_by_others_do_not_hide_what_somebody_said_beside_them(tmp_path: Path) -> None:
    minutes = (
        "CABINET\n\nMinutes of the meeting held on 9 July 2024\n\n1 KITES\n\n"
        "Councillor Fenn read out comments by Councillor Oake on kites.\n"
    )
    assistant = an_assistant(tmp_path, {"a.txt": minutes})
    assert "read out comments" in said(assistant.ask("What did Councillor Fenn say about kites?"))
    refused(assistant.ask("What did Councillor Oake say about kites?"))


@pytest.mark.parametrize(
    "asked",
    [
        "What did Councillor Fenn ask about the boats, and what was she told?",
        "What was the response to Councillor Fenn about the boats?",
        "What did Councillor Fenn ask about the boats, and who replied?",
        "What was Councillor Fenn told about the boats?",
        "What did Councillor Fenn say about the boats?",
    ],
)
def test_the_reply_stands_under_its_question(earlier: Assistant, asked: str) -> None:
    reply = earlier.ask(asked)
    assert isinstance(reply, Answer)
    assert [citation.quote for citation in reply.citations] == [
        "Councillor Fenn asked how many boats had sunk in the harbour.",
        "The Harbour Master replied that two had sunk in the winter.",
    ]


def test_the_words_under_the_heading_of_a_reply_are_the_reply(tmp_path: Path) -> None:
    paper = (
        "CABINET\n\nMinutes of the meeting held on 9 July 2024\n\n1 PUBLIC QUESTIONS\n\n"
        "Question from Mr Osk Wray:\n\nWill the ferry run until winter?\n\n"
        "Reply by Councillor Cleo Fenn:\n\nThe contract runs until 31 August.\n"
    )
    text = said(an_assistant(tmp_path, {"july.txt": paper}).ask("What did Mr Osk Wray ask?"))
    assert "The contract runs until 31 August." in text


def test_the_first_words_of_a_decision_are_no_reply(assistant: Assistant) -> None:
    asked = "What did Councillor Fenn ask about allotment rents, and what was she told?"
    reply = assistant.ask(asked)
    assert isinstance(reply, Answer)
    assert "Councillor Fenn asked whether pensioners" in said(reply)
    assert "RESOLVED – That" not in [citation.quote for citation in reply.citations]


def test_a_question_at_the_beginning_names_nobody(assistant: Assistant) -> None:
    text = said(assistant.ask("Did Ivo Jessop say that nobody had been asked?"))
    assert "Councillor Jessop said that nobody who rented a plot had been asked." in text


def test_one_of_the_same_surname_and_another_initial_is_somebody_else() -> None:
    assert is_called("Ivo Jessop", "Jessop")
    assert is_called("Ivo Jessop", "I Jessop")
    assert is_called("Jessop", "Ivo Jessop")
    assert not is_called("Ivo Jessop", "Kit Jessop")
    assert not is_called("Ivo Jessop", "Ivo Hallam")
