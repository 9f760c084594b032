"""Questions asked at once: none fails, none is mixed up, none waits for longer than it must."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Semaphore

import pytest
from tarnbrook import an_assistant

from assistant.answering import Assistant
from assistant.as_json import to_json
from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.desk import queueing
from assistant.desk.catalogue import catalogue
from assistant.desk.opened import Desk
from assistant.desk.queueing import Queue, Ticket
from assistant.replies import Reply
from assistant.settings import Settings
from assistant.understanding.questions import ScopePart
from corpus.errors import BadRequestError, TooManyWaitingError
from corpus.filters import NO_FILTERS, Filters

RENTS = "What was resolved about allotment rents?"
QUESTIONS = [
    RENTS,
    "What was resolved about ferry fares?",
    "What was recommended about the swimming pool roof?",
    "Who was present at the meeting of the Cabinet on 12 March 2024?",
    "How many people used the ice rink in 2023?",
    "What became of allotment rents?",
    "Who moved the motion on ferry fares?",
    "What did Councillor Oake say about rents?",
    "What was resolved about the ice rink?",
    "Which decisions were made by the Cabinet on 9 July 2024?",
]
LONG = 30
"""Seconds after which a test that waits has failed."""


class SlowAssistant(Assistant):
    """An assistant that answers only once ``may_answer`` is set.

    ``began`` are its questions so far; ``begins`` lets one pass for each.
    """

    def __init__(self, other: Assistant) -> None:
        super().__init__(other.library, other.holdings, other._tools, other.notices)
        self.may_answer = Event()
        self.begins = Semaphore(0)
        self.began: list[str] = []

    def ask(
        self,
        asked: str,
        conversation: Conversation = NEW_CONVERSATION,
        filters: Filters = NO_FILTERS,
        without: frozenset[ScopePart] = frozenset(),
    ) -> Reply:
        self.began.append(asked)
        self.begins.release()
        assert self.may_answer.wait(LONG)
        return super().ask(asked, conversation, filters, without)


@pytest.fixture
def assistant(tmp_path: Path) -> SlowAssistant:
    return SlowAssistant(an_assistant(tmp_path))


def desk_of(assistant: Assistant) -> Desk:
    settings = Settings(assistant.library.folder, "none", "none")
    return Desk(settings, assistant, catalogue(assistant.library), ())


def answered(ticket: Ticket) -> Reply:
    reply = ticket.wait(LONG)
    assert reply is not None
    return reply


def test_twenty_who_ask_at_once_are_told_what_each_would_be_told_alone(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path)
    alone = [to_json(assistant.ask(question)) for question in QUESTIONS]
    desk = desk_of(assistant)

    def person(number: int) -> bool:
        first = number % len(QUESTIONS)
        turns = [*range(first, len(QUESTIONS)), *range(first)]
        replies = [answered(queueing.ask(desk, QUESTIONS[turn])) for turn in turns]
        return [to_json(reply) for reply in replies] == [alone[turn] for turn in turns]

    with ThreadPoolExecutor(20) as people:
        assert all(people.map(person, range(20)))


def test_threads_that_read_one_library_get_each_their_own_file(tmp_path: Path) -> None:
    library = an_assistant(tmp_path).library
    texts = {record.source: library.document(record.source).text for record in library.files()}

    def reads_right(number: int) -> bool:
        source = sorted(texts)[number % len(texts)]
        return library.document(source).text == texts[source]

    with ThreadPoolExecutor(20) as people:
        assert all(people.map(reads_right, range(400)))


def test_a_follow_up_is_asked_in_its_own_conversation(tmp_path: Path) -> None:
    desk = desk_of(an_assistant(tmp_path))
    first = answered(queueing.ask(desk, "What was resolved about ferry fares?"))
    second = answered(queueing.ask(desk, "Who moved it?", Conversation((first,))))
    assert second.question.standalone == "Who moved it? (about: ferry fares)"


def test_questions_are_begun_in_the_order_in_which_they_came(assistant: SlowAssistant) -> None:
    queue, desk = Queue(at_once=1), desk_of(assistant)
    tickets = [queue.ask(desk, question) for question in QUESTIONS]
    assistant.may_answer.set()
    for ticket in tickets:
        answered(ticket)
    assert assistant.began == QUESTIONS


def test_a_ticket_says_how_many_are_before_it(assistant: SlowAssistant) -> None:
    queue, desk = Queue(at_once=1), desk_of(assistant)
    begun = queue.ask(desk, RENTS)
    assert assistant.begins.acquire(timeout=LONG)
    waiting = [queue.ask(desk, RENTS) for _ in range(3)]
    assert [begun.ahead, *(ticket.ahead for ticket in waiting)] == [0, 0, 1, 2]
    assistant.may_answer.set()
    answered(waiting[-1])
    assert [ticket.ahead for ticket in waiting] == [0, 0, 0]


def test_several_are_answered_side_by_side(assistant: SlowAssistant) -> None:
    queue, desk = Queue(at_once=2), desk_of(assistant)
    tickets = [queue.ask(desk, RENTS) for _ in range(3)]
    assert all(assistant.begins.acquire(timeout=LONG) for _ in range(2))
    assert [ticket.ahead for ticket in tickets] == [0, 0, 0]
    assert len(assistant.began) == 2
    assistant.may_answer.set()
    assert [answered(ticket).question.asked for ticket in tickets] == [RENTS] * 3


def test_whoever_will_not_wait_is_told_nothing_and_may_wait_again(
    assistant: SlowAssistant,
) -> None:
    ticket = Queue(at_once=1).ask(desk_of(assistant), RENTS)
    assert ticket.wait(0.01) is None
    assistant.may_answer.set()
    assert answered(ticket).question.asked == RENTS


def test_a_cancelled_question_is_never_begun_and_others_move_up(assistant: SlowAssistant) -> None:
    queue, desk = Queue(at_once=1), desk_of(assistant)
    queue.ask(desk, "What was resolved about ferry fares?")
    assert assistant.begins.acquire(timeout=LONG)
    given_up, after = queue.ask(desk, "What was resolved about kites?"), queue.ask(desk, RENTS)
    given_up.cancel()
    assert after.ahead == 0
    assistant.may_answer.set()
    answered(after)
    assert given_up.wait(LONG) is None
    assert "What was resolved about kites?" not in assistant.began


def test_the_reply_to_a_question_cancelled_while_it_was_answered_is_dropped(
    assistant: SlowAssistant,
) -> None:
    queue, desk = Queue(at_once=1), desk_of(assistant)
    ticket = queue.ask(desk, RENTS)
    assert assistant.begins.acquire(timeout=LONG)
    ticket.cancel()
    assistant.may_answer.set()
    answered(queue.ask(desk, RENTS))
    assert ticket.wait(LONG) is None


def test_what_cannot_be_asked_is_told_to_whoever_asked_it_alone(tmp_path: Path) -> None:
    queue, desk = Queue(at_once=1), desk_of(an_assistant(tmp_path))
    bad, good = queue.ask(desk, "  "), queue.ask(desk, RENTS)
    with pytest.raises(BadRequestError, match="empty"):
        bad.wait(LONG)
    assert answered(good).question.asked == RENTS


def test_more_questions_than_can_be_answered_in_time_are_turned_away(
    assistant: SlowAssistant,
) -> None:
    queue, desk = Queue(at_once=1, most_waiting=2), desk_of(assistant)
    queue.ask(desk, RENTS)
    assert assistant.begins.acquire(timeout=LONG)
    waiting = [queue.ask(desk, RENTS) for _ in range(2)]
    with pytest.raises(TooManyWaitingError, match="2 questions are waiting"):
        queue.ask(desk, RENTS)
    assistant.may_answer.set()
    answered(waiting[-1])
    answered(queue.ask(desk, RENTS))
