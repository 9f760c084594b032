"""Links that ask a conversation anew: what they hold, what they refuse, how they compare."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from fakes import a_paper, a_passage
from tarnbrook import JULY, MARCH, PAPERS, an_assistant

from assistant.answering import Assistant
from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.desk.comparing import compared
from assistant.desk.linked import Link
from assistant.desk.permalinks import address, from_parameters, to_parameters
from assistant.desk.remembering import record_of
from assistant.holdings import Holdings
from assistant.replies import Answer, Citation, NotRecorded, Reply, ReplyStatus, Searched, Statement
from assistant.understanding.questions import Question, QuestionKind, ScopePart
from corpus.errors import BadRequestError
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import Force, Item, PaperKind

RENTS = "What was resolved about allotment rents?"
STALLS = "What was resolved about market stall fees?"
BEFORE_JULY = {name: text for name, text in PAPERS.items() if "07-09" not in name}
NOTHING = Holdings((), (), (), (), {}, {}, {}, 0)
SEARCHED = Searched(0, (), None, None, 0)


def library(folder: Path, papers: dict[str, str]) -> Assistant:
    folder.mkdir()
    return an_assistant(folder, papers)


def asked_anew(link: Link, assistant: Assistant) -> tuple[Reply, str]:
    """The last reply to the questions of a link, and how it compares with the one of then."""
    conversation = NEW_CONVERSATION
    for turn in link.turns:
        reply = assistant.ask(turn.asked, conversation, turn.filters, turn.without)
        conversation = conversation.after(reply)
    reply = conversation.replies[-1]
    comparison = compared(link.turns[-1].record, reply, assistant.holdings)
    return reply, comparison.in_words(link.made_on)


def link_to(assistant: Assistant, *questions: str) -> Link:
    conversation = NEW_CONVERSATION
    for question in questions:
        conversation = conversation.after(assistant.ask(question, conversation))
    return from_parameters(to_parameters(conversation, assistant.holdings, date(2025, 1, 2)))


def an_answer(question: str = "What was resolved?", *said: tuple[str, Force]) -> Answer:
    """An answer with a statement and a citation for each of the words ``said``."""
    asked = Question(question, question, QuestionKind.DECISION, NO_FILTERS)
    statements, citations = [], []
    for number, (words, force) in enumerate(said, 1):
        passage = a_passage(words, f"{number:016x}", a_paper(), Item("4", "RENTS"), force)
        citations.append(Citation(number, passage, words, passage.span))
        statements.append(Statement(f"Said: “{words}”", force, (number,)))
    return Answer(asked, tuple(statements), tuple(citations), SEARCHED)


def a_refusal(asked: str) -> NotRecorded:
    question = Question(asked, asked, QuestionKind.DECISION, NO_FILTERS)
    return NotRecorded(question, ReplyStatus.NOT_RECORDED, "Nothing.", (), SEARCHED)


def queried(parameters: list[tuple[str, str]]) -> str:
    return urlencode(parameters)


def test_a_link_to_an_answer_that_is_the_same_today_says_unchanged(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path)
    _, told = asked_anew(link_to(assistant, RENTS), assistant)
    assert told == "Unchanged since this link was made on 2 January 2025."


def test_the_question_and_its_filters_can_be_read_in_the_address(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path)
    filters = Filters("Tarnbrook Council", "Cabinet", date(2024, 1, 1), None, PaperKind.MINUTES)
    reply = assistant.ask(RENTS, filters=filters, without=frozenset({ScopePart.BODY}))
    parameters = to_parameters(Conversation((reply,)), assistant.holdings)
    assert "q=What+was+resolved+about+allotment+rents%3F&council=Tarnbrook+Council&" in queried(
        parameters
    )
    assert ("since", "2024-01-01") in parameters
    turn = from_parameters(parameters).turns[0]
    assert (turn.asked, turn.filters, turn.without) == (RENTS, filters, {ScopePart.BODY})


def test_a_follow_up_is_asked_anew_in_its_conversation(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path)
    link = link_to(assistant, "What was resolved about ferry fares?", "Who moved it?")
    reply, told = asked_anew(link, assistant)
    assert reply.question.standalone == "Who moved it? (about: ferry fares)"
    assert told.startswith("Unchanged")


def test_a_decision_recorded_since_is_told(tmp_path: Path) -> None:
    link = link_to(library(tmp_path / "then", BEFORE_JULY), STALLS)
    _, told = asked_anew(link, library(tmp_path / "now", PAPERS))
    assert told == (
        "Changed since this link was made on 2 January 2025. Was not recorded; now answered. "
        "Papers were added since: 1 more."
    )


def test_what_became_of_a_decision_since_is_told_with_its_new_source(tmp_path: Path) -> None:
    link = link_to(library(tmp_path / "then", BEFORE_JULY), RENTS)
    _, told = asked_anew(link, library(tmp_path / "now", PAPERS))
    assert "One source is new: [1] Cabinet, 9 July 2024, minute 50/24." in told
    assert "reaffirmed with changes on 9 July 2024" in told


def test_an_answer_that_stands_although_papers_were_added_is_unchanged(tmp_path: Path) -> None:
    link = link_to(
        library(tmp_path / "then", BEFORE_JULY), "What was resolved about the ferry fares?"
    )
    _, told = asked_anew(link, library(tmp_path / "now", PAPERS))
    assert told == (
        "Unchanged since this link was made on 2 January 2025. Papers were added since: 1 more."
    )


def test_a_passage_that_was_taken_out_is_told(tmp_path: Path) -> None:
    link = link_to(library(tmp_path / "then", PAPERS), RENTS)
    _, told = asked_anew(link, library(tmp_path / "now", BEFORE_JULY))
    assert "One passage that was cited then is no longer in the library in those words." in told
    assert "Papers were taken out since: 1 fewer." in told


def test_minutes_confirmed_since_are_cited_as_such(tmp_path: Path) -> None:
    march, july = "2024-03-12-cabinet-minutes.txt", "2024-07-09-cabinet-minutes.txt"
    draft = MARCH.replace("CABINET\n\nMinutes", "CABINET\n\nDRAFT Minutes", 1)
    assert draft != MARCH
    then = library(tmp_path / "then", {march: draft, july: JULY})
    _, told = asked_anew(
        link_to(then, "What was resolved about the tree replacement scheme?"),
        library(tmp_path / "now", {march: MARCH, july: JULY}),
    )
    assert "The words of [1] are now cited as:" in told
    assert "draft" not in told


def test_another_force_of_the_same_words_is_told_in_words() -> None:
    words = "that the roof be replaced"
    then = record_of(an_answer("Roof?", (words, Force.RECOMMENDED)), NOTHING)
    now = an_answer("Roof?", (words, Force.RESOLVED))
    assert compared(then, now, NOTHING).in_words() == (
        "Changed since this link was made. The force of [1] Cabinet, 19 March 2012, minute 4 "
        "was “Recommended to another body”; it is now “Resolved”."
    )


def test_the_force_of_corrected_words_in_the_same_place_is_compared_too(tmp_path: Path) -> None:
    name = "2024-07-09-cabinet-minutes.txt"
    corrected = JULY.replace("That the report be noted", "That the bandstand be opened")
    link = link_to(
        library(tmp_path / "then", {name: JULY}), "What was resolved about the bandstand?"
    )
    _, told = asked_anew(link, library(tmp_path / "now", {name: corrected}))
    assert "was “Resolved to note”; it is now “Resolved”" in told
    assert "Papers were changed since" in told


def test_a_passage_that_is_held_and_cited_no_longer_is_told() -> None:
    both = an_answer("Fees?", ("that the fee be £4", Force.RESOLVED), ("noted", Force.NOTED))
    one = replace(both, statements=both.statements[:1], citations=both.citations[:1])
    held = replace(NOTHING, passages=tuple(each.passage for each in both.citations))
    assert compared(record_of(both, NOTHING), one, held).changes == (
        "One passage that was cited then is still held, but cited no longer.",
    )


def test_another_note_beside_the_same_words_is_a_change() -> None:
    then = an_answer("Fees?", ("that the fee be £4", Force.RESOLVED))
    now = replace(then, notes=("The minutes of 9 July 2024 are not held.",))
    assert compared(record_of(then, NOTHING), now, NOTHING).changes == (
        "What is said beside the quoted words changed.",
    )


def test_without_a_record_nothing_is_said_to_be_unchanged() -> None:
    comparison = compared(None, a_refusal(RENTS), NOTHING)
    assert not comparison.is_unchanged
    assert "not known" in comparison.in_words()


def test_a_comparison_of_one_reply_with_itself_is_the_same_every_time(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path)
    replies = [assistant.ask(RENTS) for _ in range(3)]
    links = [to_parameters(Conversation((reply,)), assistant.holdings) for reply in replies]
    assert links[0] == links[1] == links[2]


def test_a_link_to_one_question_fits_every_mail_program() -> None:
    said = [(f"that fee number {number} be paid", Force.RESOLVED) for number in range(200)]
    long = an_answer("Which decisions were made about fees?", *said)
    parameters = to_parameters(Conversation((long,)), NOTHING)
    assert len(address("https://papers.tarnbrook.example/ask", parameters)) < 2000
    record = from_parameters(parameters).turns[0].record
    assert record is not None
    assert record.is_brief
    assert compared(record, long, NOTHING).is_unchanged
    other = an_answer("Which decisions were made about fees?", *said[:-1])
    assert "the link had no room" in compared(record, other, NOTHING).in_words()


def test_ten_long_turns_fit_an_address_and_lose_the_oldest_answers_first() -> None:
    said = [(f"that fee number {number} be paid", Force.RESOLVED) for number in range(30)]
    replies = [an_answer(f"What about fee {n}? {'Tell all. ' * 30}", *said) for n in range(10)]
    parameters = to_parameters(Conversation(tuple(replies)), NOTHING)
    assert len(address("https://papers.tarnbrook.example/ask", parameters)) <= 8000
    turns = from_parameters(parameters).turns
    assert [turn.asked for turn in turns] == [reply.question.asked.strip() for reply in replies]
    detail = [turn.record is not None and not turn.record.is_brief for turn in turns]
    assert detail == sorted(detail)
    assert detail[-1]


def test_questions_too_long_for_any_address_are_refused_not_cut() -> None:
    replies = tuple(a_refusal("“" * 900) for _ in range(10))
    with pytest.raises(BadRequestError, match="too long for a link"):
        to_parameters(Conversation(replies), NOTHING)


def test_a_conversation_of_very_many_questions_is_refused() -> None:
    replies = tuple(a_refusal(f"Why {number}?") for number in range(41))
    with pytest.raises(BadRequestError, match="41 questions"):
        to_parameters(Conversation(replies), NOTHING)


def test_an_address_that_asks_nothing_is_an_empty_link() -> None:
    assert from_parameters([]) == Link()
    assert from_parameters([("utm_source", "post"), ("page", "2")]) == Link()


def test_a_question_typed_into_an_address_is_asked_without_a_warning() -> None:
    link = from_parameters([("q", RENTS), ("body", "Cabinet")])
    assert link.turns[0].filters == Filters(body="Cabinet")
    assert link.notices == ()


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ([("q", " ")], "question 1 is empty"),
        ([("q", "x" * 2001)], "more than 2,000 characters"),
        ([("q", "a"), ("q", "b")], "gives “q” twice"),
        ([("q", "a"), ("q3", "b")], "one of its questions is missing"),
        ([("q", "a"), ("since2", "2024-01-01")], "one of its questions is missing"),
        ([("q", "a"), ("since", "2024-0")], "'2024-0' is not a date"),
        ([("q", "a"), ("kind", "<b>")], "is no kind of paper"),
        ([("q", "a"), ("without", "sense")], "is no part of a question's scope"),
        ([("q", "a"), ("body", "x" * 501)], "has 501 characters"),
        ([(f"q{n}" if n > 1 else "q", "a") for n in range(1, 99)], "more than 40 questions"),
    ],
)
def test_a_link_that_would_ask_something_else_is_refused_in_plain_words(
    parameters: list[tuple[str, str]], told: str
) -> None:
    with pytest.raises(BadRequestError, match=told):
        from_parameters(parameters)


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_link_cut_off_on_its_way_never_claims_to_compare(tmp_path: Path, cut: int) -> None:
    said = [(f"that fee number {number} be paid", Force.RESOLVED) for number in range(3)]
    query = urlencode(to_parameters(Conversation((an_answer("Fees?", *said),)), NOTHING))
    link = from_parameters(parse_qsl(query[:-cut], keep_blank_values=True))
    assert [turn.record for turn in link.turns] == [None]
    assert link.notices


def test_a_question_changed_in_the_address_is_not_compared_with_another() -> None:
    parameters = to_parameters(Conversation((an_answer("Fees?", ("a", Force.NOTED)),)), NOTHING)
    changed = [(name, "Fares?" if name == "q" else value) for name, value in parameters]
    link = from_parameters(changed)
    assert link.turns[0].asked == "Fares?"
    assert link.turns[0].record is None
    assert "changed after it was made" in link.notices[0]


def test_a_link_of_another_version_is_asked_anew_and_says_so() -> None:
    link = from_parameters([("v", "9.abc"), ("q", RENTS), ("r", "zzz")])
    assert link.turns[0].record is None
    assert "cannot be compared" in link.notices[0]


@pytest.mark.parametrize(
    "value",
    ["<script>alert(1)</script>", "\ud800", "\x00\x1b[31m", "🙂" * 50, "%00", "a.b.c.d.e.f.g"],
)
@pytest.mark.parametrize("name", ["q", "body", "source", "on", "v", "r", "council2", "q2", "qq"])
def test_no_address_brings_anything_but_a_link_or_a_message(name: str, value: str) -> None:
    rows = {"v": "1.000000", "q": "Why?", name: value}
    with suppress(BadRequestError):
        link = from_parameters(list(rows.items()))
        assert all(turn.asked.isprintable() for turn in link.turns)


def test_control_signs_of_a_question_do_not_reach_the_address() -> None:
    parameters = to_parameters(Conversation((a_refusal("What\x00 was\nresolved\ud800?"),)), NOTHING)
    assert dict(parameters)["q"] == "What was resolved?" + "?"
    assert from_parameters(parameters).notices == ()


def test_the_absolute_address_keeps_the_page_and_drops_what_it_asked_before() -> None:
    whole = address("https://papers.tarnbrook.example/ask?q=old#top", [("q", "New & old?")])
    assert whole == "https://papers.tarnbrook.example/ask?q=New+%26+old%3F"
    assert parse_qsl(urlsplit(whole).query) == [("q", "New & old?")]


@pytest.mark.parametrize("base", ["", "ask", "javascript:alert(1)", "file:///ask", "http://[::1"])
def test_an_address_is_made_for_a_web_page_only(base: str) -> None:
    with pytest.raises(BadRequestError, match="not the address of a page"):
        address(base, [("q", "Why?")])
