"""What is said when the papers do not answer."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tarnbrook import an_assistant, refused

from assistant.answering import Assistant
from assistant.replies import ReplyStatus
from corpus.filters import Filters
from corpus.papers import PaperKind


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


def test_a_refusal_says_which_minutes_are_held(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What was decided about unicycles?"))
    assert reply.reason == (
        "No decision about “unicycles” is recorded in these papers. "
        "The library holds the minutes of 12 March 2024, 16 April 2024, 9 July 2024."
    )


def test_of_many_minutes_the_last_are_named(tmp_path: Path) -> None:
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(8)]
    papers = {
        f"{day}.txt": f"CABINET\n\nMinutes of the meeting held on {day.day} January 2024\n\n"
        "1 KITES\n\nRESOLVED – That kites be flown.\n"
        for day in days
    }
    reply = refused(an_assistant(tmp_path, papers).ask("What was decided about unicycles?"))
    assert reply.reason.endswith(
        "The library holds the minutes of 2 earlier meetings and of 3 January 2024, "
        "4 January 2024, "
        "5 January 2024, 6 January 2024, 7 January 2024, 8 January 2024."
    )


def test_where_no_minutes_are_held_it_is_said(assistant: Assistant) -> None:
    filters = Filters(kind=PaperKind.REPORT)
    reply = refused(assistant.ask("What was decided about unicycles?", filters=filters))
    assert reply.reason.endswith("No minutes are held.")


def test_the_words_that_no_paper_has_are_named(assistant: Assistant) -> None:
    reply = refused(assistant.ask("Where do unicycles and trampolines?"))
    assert reply.reason.endswith("No paper here has the words “unicycles”, “trampolines”.")
    reply = refused(assistant.ask("Where are the unicycles?"))
    assert reply.reason.endswith("No paper here has the word “unicycles”.")


def test_what_was_searched_is_told(assistant: Assistant) -> None:
    searched = refused(assistant.ask("What was decided about unicycles?")).searched
    assert (searched.papers, searched.bodies) == (4, ("Cabinet", "Scrutiny Committee"))
    assert (searched.since, searched.until) == (date(2024, 3, 12), date(2024, 7, 9))


def test_the_nearest_passages_are_shown_once_each(assistant: Assistant) -> None:
    related = refused(assistant.ask("What was decided about the ice rink?")).related
    assert 1 <= len(related) <= 4
    assert len({each.passage.id for each in related}) == len(related)


@pytest.mark.parametrize("asked", ["who?", "What is it?", "What was resolved?", "???"])
def test_a_question_about_nothing_is_unclear(assistant: Assistant, asked: str) -> None:
    reply = refused(assistant.ask(asked))
    assert reply.status is ReplyStatus.UNCLEAR
    assert "Name a subject, a meeting or a person" in reply.reason
    assert reply.related == ()


def test_what_full_council_decided_is_not_told_from_the_minutes_of_others(
    assistant: Assistant,
) -> None:
    reply = refused(assistant.ask("What did full Council decide about unicycles?"))
    assert "“full Council”" in reply.reason


def test_a_greeting_is_not_followed_by_passages(assistant: Assistant) -> None:
    assert refused(assistant.ask("hello")).related == ()
