"""Follow-ups are made whole; what stands alone is left alone."""

from pathlib import Path

import pytest
from tarnbrook import EARLIER, an_assistant, refused, said, told

from assistant.answering import Assistant
from assistant.conversation import NEW_CONVERSATION
from assistant.replies import Answer
from assistant.understanding.following import (
    is_elliptical,
    leans,
    parent_of,
    subject_carried,
)

FERRY = "What was decided about the ferry fares?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("earlier"), EARLIER)


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


@pytest.mark.parametrize(
    ("asked", "elliptical"),
    [
        ("and in 2014?", True),
        ("What about the bandstand?", True),
        ("no, the 2014 one", True),
        ("the year before?", True),
        ("and who asked for that?", False),
        ("What was decided about kites?", False),
        ("and?", False),
    ],
)
def test_a_question_that_only_names_another_thing_is_known(asked: str, elliptical: bool) -> None:
    assert is_elliptical(asked) is elliptical


@pytest.mark.parametrize(
    ("first", "then", "standalone"),
    [
        ("ferry fares in 2013?", "and in 2014?", "ferry fares in 2014?"),
        ("ferry fares in 2013?", "And 2014?", "ferry fares in 2014?"),
        ("ferry fares in July 2013?", "what about July 2014?", "ferry fares in July 2014?"),
        ("ferry fares on 9 July 2013?", "no, the 2014 one", "ferry fares in 2014?"),
        ("ferry fares in 2013?", "sorry, I meant in 2014", "ferry fares in 2014?"),
        ("ferry fares in 2013?", "the year after?", "ferry fares in 2014?"),
    ],
)
def test_another_date_takes_the_place_of_the_old_one(
    earlier: Assistant, first: str, then: str, standalone: str
) -> None:
    reply = told(earlier, f"What was decided about {first}", then)
    assert reply.question.standalone == f"What was decided about {standalone}"
    assert "the adult fare on the ferry be £3" in said(reply)
    assert "£2" not in said(reply)


@pytest.mark.parametrize(
    ("first", "then", "standalone"),
    [
        (
            "How many boats called at Quillby in May 2014?",
            "and in Nether Fell?",
            "How many boats called at Nether Fell in May 2014?",
        ),
        (
            "What does a band D berth cost?",
            "no, band E",
            "What does a band E berth cost?",
        ),
        (
            "What was said on TQ/12/034?",
            "and on TQ/12/035?",
            "What was said on TQ/12/035?",
        ),
        (
            "How many berths were let as at January 2014?",
            "and the October before that?",
            "How many berths were let as at October 2013?",
        ),
        (
            "What was said at the May 2014 meeting of the harbour users?",
            "And in July 2013?",
            "What was said at the July 2013 meeting of the harbour users?",
        ),
        (
            "What were the tolls for 2013/14, and what were they the year before?",
            "and for 2014/15?",
            "What were the tolls for 2014/15?",
        ),
        (
            "How many calls about ferries were there in May 2014?",
            "and about kites?",
            "How many calls about kites were there in May 2014?",
        ),
    ],
)
def test_what_is_named_anew_takes_the_place_of_what_is_of_its_sort(
    earlier: Assistant, first: str, then: str, standalone: str
) -> None:
    assert told(earlier, first, then).question.standalone == standalone


def test_a_follow_up_of_a_follow_up_is_replaced_in_what_it_was_made_whole_with(
    earlier: Assistant,
) -> None:
    turns = ("What was decided about the pier in 2013?", "who asked for it?", "and in 2014?")
    assert told(earlier, *turns).question.standalone == "who asked for it? (about: pier in 2014)"


def test_who_else_held_a_post_is_asked_by_the_post(assistant: Assistant) -> None:
    reply = told(assistant, "Who chaired the harbour forum?", "and the clerk?")
    assert reply.question.standalone == "Who is the clerk? (about: chaired the harbour forum)"


def test_the_subject_of_the_question_before_is_carried_whole() -> None:
    asked = "who wanted to know how the tolls are set when a boat is let, and from when?"
    assert subject_carried(asked) == "wanted to know how the tolls are set when a boat is let"
    assert subject_carried("pier repairs - what was decided in May?") == "pier repairs"
    assert subject_carried("What did Cabinet agree in May about the pier?") == "pier"


def test_a_follow_up_that_names_what_its_pronoun_means_carries_nothing(
    assistant: Assistant,
) -> None:
    reply = told(assistant, FERRY, "and Fenn, what did she move?")
    assert reply.question.standalone == "and Fenn, what did she move?"


def test_the_title_of_an_item_on_something_else_is_not_carried(assistant: Assistant) -> None:
    reply = told(assistant, "Who has not been able to come in March 2024?", "and why was that?")
    assert "APOLOGIES" not in reply.question.standalone


@pytest.mark.parametrize("then", ["the year before?", "and a year earlier?", "The previous year?"])
def test_the_year_before_is_counted_from_the_question_before(earlier: Assistant, then: str) -> None:
    reply = told(earlier, "What was decided about the ferry fares in 2014?", then)
    assert "be £2" in said(reply)
    assert "be £3" not in said(reply)


def test_a_financial_year_moves_as_one(assistant: Assistant) -> None:
    reply = told(assistant, "What was the budget for parks in 2009/10?", "and the year after?")
    assert reply.question.standalone == "What was the budget for parks in 2010/11?"


def test_years_can_be_gone_through_one_by_one(earlier: Assistant) -> None:
    turns = ("What was decided about the ferry fares in 2013?", "and in 2014?", "the year before?")
    assert told(earlier, *turns).question.standalone == turns[0]


def test_the_year_before_of_a_question_without_a_year_is_not_the_same_year(
    assistant: Assistant,
) -> None:
    reply = told(assistant, FERRY, "and the year before?")
    assert not isinstance(reply, Answer) or "12 March 2024" not in said(reply)


@pytest.mark.parametrize("then", ["What about {}?", "and {}?", "no, {}", "How about {}?"])
def test_another_subject_is_not_answered_by_the_old_one(assistant: Assistant, then: str) -> None:
    text = said(told(assistant, FERRY, then.format("the bandstand")))
    assert "bandstand" in text.casefold()
    assert "ferry" not in text


def test_another_subject_is_asked_of_the_same_year(earlier: Assistant) -> None:
    reply = told(earlier, "What was decided about the ferry fares in 2013?", "what about kites?")
    assert "kites on the common be DEFERRED" in said(reply)
    assert "fare" not in said(reply)


@pytest.mark.parametrize(
    ("first", "then", "minute"),
    [
        ("Cabinet", "the Scrutiny Committee", "10/24"),
        ("the Scrutiny Committee", "Cabinet", "50/24"),
    ],
)
def test_another_body_is_asked_the_same(
    assistant: Assistant, first: str, then: str, minute: str
) -> None:
    asked = f"What did {first} decide about allotment rents?"
    reply = told(assistant, asked, f"and what about {then}?")
    assert reply.question.kind is assistant.ask(asked).question.kind
    assert f"minute {minute}" in said(reply).splitlines()[0]


def test_how_the_vote_went_is_asked_of_the_answer_before(earlier: Assistant) -> None:
    reply = told(earlier, "What was decided about the pier?", "How did the vote go?")
    assert parent_of("How did the vote go?", NEW_CONVERSATION.after(reply)) is reply
    assert "Against (1): Cleo Fenn." in said(reply)


def test_what_somebody_was_told_is_asked_of_the_question_before(earlier: Assistant) -> None:
    reply = told(earlier, "What did Councillor Fenn ask about boats?", "and what was she told?")
    assert "The Harbour Master replied that two had sunk in the winter." in said(reply)


@pytest.mark.parametrize("part", ["when", "who may buy one (about: What is a spare berth)"])
def test_a_part_of_a_question_leans_on_the_part_before_it(part: str) -> None:
    assert leans(part)


def test_a_part_of_a_question_with_a_subject_of_its_own_does_not_lean() -> None:
    assert not leans("who paid for the Tree Replacement Scheme (about: What is a berth)")
