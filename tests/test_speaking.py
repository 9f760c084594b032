"""What a named person said, from the minutes."""

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant
from assistant.replies import Answer, ReplyStatus
from corpus.filters import Filters
from corpus.papers import Force


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


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
