"""The assistant: a question in, a reply out."""

from datetime import date
from pathlib import Path

import pytest
from tarnbrook import PAPERS, an_assistant, refused, said, told

from assistant.answering import LONGEST_QUESTION, Assistant
from assistant.conversation import NEW_CONVERSATION
from assistant.filing.adding import add_papers
from assistant.opening import BY_WORDS, open_assistant
from assistant.replies import Answer, Citation, Reply, ReplyStatus, folded
from assistant.settings import Settings
from corpus.errors import BadRequestError
from corpus.filters import Filters
from corpus.papers import Force, PaperKind
from corpus.sample.build import build

RENTS = "What was decided about allotment rents?"
QUESTIONS = (
    RENTS,
    "What was decided about the ferry?",
    "What was resolved about the swimming pool roof?",
    "What was decided about the ice rink?",
    "List every decision of 12 March 2024",
    "What did the Harbour Board decide about the slipway?",
    "What did Councillor Oake say about allotment rents?",
    "How many people used the ice rink in 2023?",
    "How much did the bandstand cost?",
    "What was decided about unicycles?",
)
ON_TRANSPORT = (
    "2024-03-12-scrutiny-minutes.txt",
    "2024-06-11-cabinet-minutes.txt",
    "2024-09-10-cabinet-minutes.txt",
    "2024-10-01-scrutiny-minutes.md",
    "2025-01-14-cabinet-pack.pdf",  # with the minutes of 12 November 2024
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


@pytest.fixture(scope="module")
def with_models(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Minutes of the sample library, searched and read by the real models."""
    folder = tmp_path_factory.mktemp("sample")
    papers = [path for path in build(folder / "papers") if path.name in ON_TRANSPORT]
    settings = Settings(folder / "library")
    add_papers(settings, papers)
    assistant = open_assistant(settings)
    if assistant.notices:
        pytest.skip("; ".join(assistant.notices))
    return assistant


def citations_of(reply: Reply) -> tuple[Citation, ...]:
    return reply.citations if isinstance(reply, Answer) else reply.related


def words_at(assistant: Assistant, citation: Citation) -> str:
    """What stands in the file at a citation's place, without the marks of Markdown."""
    document = assistant.library.document(citation.span.source)
    words = document.text[citation.span.start : citation.span.end]
    return folded(words.replace("*", ""))


@pytest.mark.parametrize("asked", QUESTIONS)
def test_every_quote_stands_in_its_passage_and_its_span(assistant: Assistant, asked: str) -> None:
    for citation in citations_of(assistant.ask(asked)):
        assert folded(citation.quote) in folded(citation.passage.text)
        assert folded(citation.quote) == words_at(assistant, citation)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_every_statement_cites_what_it_quotes(assistant: Assistant, asked: str) -> None:
    reply = assistant.ask(asked)
    if isinstance(reply, Answer):
        quotes = {each.number: folded(each.quote) for each in reply.citations}
        for statement in reply.statements:
            assert all(quotes[number] in folded(statement.text) for number in statement.citations)
        used = {number for statement in reply.statements for number in statement.citations}
        assert used == set(quotes) == set(range(1, len(quotes) + 1))


@pytest.mark.parametrize("asked", QUESTIONS)
def test_the_same_question_twice_gives_the_same_reply(assistant: Assistant, asked: str) -> None:
    assert assistant.ask(asked) == assistant.ask(asked)


def test_the_same_papers_give_the_same_reply(assistant: Assistant, tmp_path: Path) -> None:
    other = an_assistant(tmp_path, dict(reversed(PAPERS.items())))
    assert [other.ask(asked) for asked in QUESTIONS] == [assistant.ask(a) for a in QUESTIONS]


def test_a_misspelt_word_is_corrected_and_shown(assistant: Assistant) -> None:
    reply = assistant.ask("What was decided about allotmnet rents?")
    assert reply.question.asked == "What was decided about allotmnet rents?"
    assert reply.question.standalone == RENTS
    assert said(reply) == said(assistant.ask(RENTS))


def test_acronyms_are_understood_both_ways(assistant: Assistant) -> None:
    for asked in ("What was decided about the TRS?", "How much is the tree replacement scheme?"):
        assert "the TRS be given £12,500" in said(assistant.ask(asked))


@pytest.mark.parametrize("asked", ["", " \n\t "])
def test_an_empty_question_is_a_bad_request(assistant: Assistant, asked: str) -> None:
    for call in (assistant.ask, assistant.understand, assistant.search):
        with pytest.raises(BadRequestError, match="empty"):
            call(asked)


def test_a_question_may_be_long_but_not_too_long(assistant: Assistant) -> None:
    longest = RENTS.ljust(LONGEST_QUESTION)
    assert LONGEST_QUESTION == 2000
    assert said(assistant.ask(longest)) == said(assistant.ask(RENTS))
    with pytest.raises(BadRequestError, match="2,001 characters; at most 2,000"):
        assistant.ask(longest + "?")


@pytest.mark.parametrize("asked", ["asdf qwer zxcv", "����", "1234567 !!", "SELECT * FROM x; --"])
def test_gibberish_is_not_answered(assistant: Assistant, asked: str) -> None:
    status = refused(assistant.ask(asked)).status
    assert status in (ReplyStatus.UNCLEAR, ReplyStatus.NOT_RECORDED, ReplyStatus.OUTSIDE)


def test_an_empty_library_says_how_to_add_papers(tmp_path: Path) -> None:
    reply = refused(an_assistant(tmp_path, {}).ask(RENTS))
    assert reply.status is ReplyStatus.EMPTY_LIBRARY
    assert "council-papers add" in reply.reason
    assert (reply.searched.papers, reply.related) == (0, ())


def test_a_conversation_grows_by_a_turn_and_leaves_the_last_one_as_it_was(
    assistant: Assistant,
) -> None:
    first = NEW_CONVERSATION.after(assistant.ask(RENTS))
    second = first.after(assistant.ask("When?", first))
    assert (len(NEW_CONVERSATION.replies), len(first.replies), len(second.replies)) == (0, 1, 2)


def test_a_question_is_understood_as_it_is_asked(assistant: Assistant) -> None:
    for asked in QUESTIONS:
        assert assistant.understand(asked) == assistant.ask(asked).question


def test_a_search_gives_at_most_k_hits_best_first_within_its_filters(assistant: Assistant) -> None:
    hits = assistant.search("allotment rents", 3)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    filters = Filters(kind=PaperKind.REPORT)
    reports = assistant.search("ice rink", 50, filters)
    assert reports
    assert all(filters.admit(hit.passage.paper) for hit in reports)


def test_more_hits_can_be_had_than_an_answer_looks_at(assistant: Assistant) -> None:
    assert len(assistant.search("cabinet councillor report", 100)) > 24


def test_nothing_is_found_in_an_empty_library(tmp_path: Path) -> None:
    assert an_assistant(tmp_path, {}).search("ferry") == []


def test_a_notice_is_kept_for_every_answer(assistant: Assistant) -> None:
    assert assistant.notices == (f"{BY_WORDS}: no model for meaning is set.",)


def test_the_real_models_answer_what_was_resolved_from_the_register(
    with_models: Assistant,
) -> None:
    reply = with_models.ask("What was resolved about home to school transport?")
    assert isinstance(reply, Answer)
    newest = reply.citations[0].passage
    assert newest.paper.meeting.held_on == date(2024, 11, 12)
    assert newest.force is Force.RESOLVED
    assert "later referred back on 1 October 2024, reaffirmed with changes on" in said(reply)
    for citation in reply.citations:
        assert folded(citation.quote) == words_at(with_models, citation)


def test_the_real_models_follow_up_on_it(with_models: Assistant) -> None:
    flagship = "What was resolved about home to school transport?"
    reply = told(with_models, flagship, "so what is the low income charge?")
    assert "home to school transport" in reply.question.standalone
    assert "£240" in said(reply)


def test_the_real_models_give_the_same_reply_twice(with_models: Assistant) -> None:
    asked = "Who said that a charge was a tax on living in a village?"
    assert with_models.ask(asked) == with_models.ask(asked)
    assert "Pyecroft" in said(with_models.ask(asked))
