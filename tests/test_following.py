"""Follow-ups are made whole; what stands alone is left alone."""

from pathlib import Path

import pytest
from tarnbrook import an_assistant, refused, said, told

from assistant.answering import Assistant
from assistant.conversation import NEW_CONVERSATION
from assistant.following import parent_of

FERRY = "What was decided about the ferry fares?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


def test_the_first_question_follows_nothing() -> None:
    assert parent_of("and who asked for that?", NEW_CONVERSATION) is None


@pytest.mark.parametrize(
    "asked",
    ["and who asked for that?", "When?", "Why was it raised?", "What about the bandstand?"],
)
def test_a_question_that_leans_on_the_last_one_follows_it(assistant: Assistant, asked: str) -> None:
    before = NEW_CONVERSATION.after(assistant.ask(FERRY))
    assert parent_of(asked, before) is before.replies[-1]


def test_a_question_with_words_enough_of_its_own_follows_nothing(assistant: Assistant) -> None:
    before = NEW_CONVERSATION.after(assistant.ask(FERRY))
    asked = "What was decided about market stall fees in Tarnbrook?"
    assert parent_of(asked, before) is None


def test_a_follow_up_is_made_whole_from_what_the_answer_was_about(assistant: Assistant) -> None:
    reply = told(assistant, "What was decided about the TRS?", "and who asked for that?")
    assert "(about: TREE REPLACEMENT SCHEME" in reply.question.standalone
    assert reply.question.asked == "and who asked for that?"
    assert "the Friends of Tarn Wood" in said(reply)


def test_a_change_of_subject_is_not_dragged_along(assistant: Assistant) -> None:
    asked = "What was decided about market stall fees?"
    reply = told(assistant, FERRY, asked)
    assert reply.question.standalone == asked
    assert said(reply) == said(assistant.ask(asked))
    assert "ferry" not in said(reply)


def test_what_about_asks_the_same_of_something_else(assistant: Assistant) -> None:
    reply = told(assistant, FERRY, "What about market stall fees?")
    assert reply.question.kind is assistant.ask(FERRY).question.kind
    assert "£12 a day" in said(reply)
    assert "ferry" not in said(reply)


def test_a_follow_up_of_a_refusal_keeps_its_subject(assistant: Assistant) -> None:
    reply = told(assistant, "What was decided about the ice rink?", "Why not?")
    assert "ice rink" in reply.question.standalone


def test_a_follow_up_keeps_the_date_of_its_question(assistant: Assistant) -> None:
    reply = told(assistant, "What was decided on 9 July 2024?", "and who asked for that?")
    assert [read.words for read in reply.question.narrowings] == ["9 July 2024"]


def test_ten_turns_do_not_drift(assistant: Assistant) -> None:
    turns = ["What was decided about the TRS?"] + ["and who asked for that?"] * 9
    second, last = told(assistant, *turns[:2]), told(assistant, *turns)
    assert last.question.standalone == second.question.standalone
    assert said(last) == said(second)


def test_a_subject_that_the_papers_lack_is_refused_after_one_that_they_have(
    assistant: Assistant,
) -> None:
    reply = told(assistant, FERRY, "What about unicycles and trampolines?")
    assert "ferry" not in refused(reply).reason


def test_a_library_of_other_papers_gives_the_follow_up_other_words(tmp_path: Path) -> None:
    papers = {
        "a.txt": "CABINET\n\nMinutes of the meeting held on 9 July 2024\n\n"
        "1 KITES\n\nRESOLVED – That kites be flown.\n"
    }
    reply = told(an_assistant(tmp_path, papers), "What was decided about kites?", "and when?")
    assert reply.question.standalone == "and when? (about: kites)"
