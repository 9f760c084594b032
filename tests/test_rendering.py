from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt

from assistant.as_json import hit_to_json, to_json
from assistant.rendering import (
    LONGEST_REFUSAL,
    NOT_AN_ANSWER,
    answer_text,
    escape_markdown,
    to_html,
    to_markdown,
    to_text,
)
from assistant.replies import (
    Answer,
    Citation,
    NotRecorded,
    ReplyStatus,
    Searched,
    Statement,
)
from assistant.understanding.questions import Question, QuestionKind
from corpus.documents import Span
from corpus.filters import NO_FILTERS
from corpus.papers import Force, Item, Meeting, Paper, PaperKind, PaperStatus, Passage, Run
from index.hits import Hit

WORDS = "RESOLVED that £5 * 2 be spent on <b>buses</b> & trams."
QUESTION = Question(
    "And buses?", "What was resolved about buses?", QuestionKind.DECISION, NO_FILTERS
)
SEARCHED = Searched(5, ("Cabinet", "Schools Panel"), date(2010, 12, 16), date(2017, 12, 19), 1)


def passage_of(text: str, page: int | None = None) -> Passage:
    source, lines = ("pack.pdf", None) if page else ("minutes.txt", 7)
    span = Span(source, 0, len(text), lines, lines, page)
    meeting = Meeting("Sampleton Council", "Cabinet", date(2024, 3, 19))
    paper = Paper("p", source, PaperKind.MINUTES, "Minutes", meeting, PaperStatus.CONFIRMED, span)
    item = Item("73", "BUSES")
    return Passage("q", paper, item, (), text, Force.RESOLVED, span, (Run(0, 0),))


def cited(text: str, number: int = 1, page: int | None = None) -> Citation:
    passage = passage_of(text, page)
    return Citation(number, passage, text, passage.span)


ANSWER = Answer(
    QUESTION,
    (Statement(f"The Cabinet resolved:\n“{WORDS}”", Force.RESOLVED, (1,)),),
    (cited(WORDS),),
    SEARCHED,
    ("1 decision in the minutes of 1 meeting.",),
)
REFUSAL = NotRecorded(
    QUESTION,
    ReplyStatus.NOT_RECORDED,
    "No decision about buses is recorded.",
    (cited("Buses were discussed."), cited("word " * 300, 2), cited("Third.", 3)),
    SEARCHED,
)


def test_an_answer_is_its_statements_with_marks_and_then_its_notes() -> None:
    assert answer_text(ANSWER) == (
        f"The Cabinet resolved:\n“{WORDS}” [1]\n1 decision in the minutes of 1 meeting."
    )


def test_the_text_lists_each_source_by_its_number() -> None:
    assert to_text(ANSWER).endswith(
        "Sources\n[1] Sampleton Council, Cabinet, minutes of 19 March 2024, minute 73 (BUSES), "
        "line 7 of minutes.txt"
    )


def test_a_refusal_begins_with_its_reason_and_says_what_was_searched() -> None:
    lines = answer_text(REFUSAL).split("\n")
    assert lines[:4] == [
        "No decision about buses is recorded.",
        "Searched: 5 papers of Cabinet, Schools Panel, 16 December 2010 to 19 December 2017; "
        "1 could not be read.",
        NOT_AN_ANSWER,
        "Resolved, Cabinet, 19 March 2024, minute 73: “Buses were discussed.” [1]",
    ]


def test_a_refusal_is_short_however_long_its_passages_are() -> None:
    assert len(answer_text(REFUSAL).split()) < LONGEST_REFUSAL
    assert "word …" in answer_text(REFUSAL)
    assert "Third" not in to_text(REFUSAL)


def test_a_long_reason_leaves_no_room_for_passages() -> None:
    refusal = replace(REFUSAL, reason="reason " * 130)
    assert NOT_AN_ANSWER not in answer_text(refusal)


def test_a_near_miss_is_named_and_not_quoted() -> None:
    text = answer_text(replace(REFUSAL, is_near_miss=True))
    assert "Resolved, Cabinet, 19 March 2024, minute 73 BUSES [1]" in text.split("\n")
    assert "Buses were discussed" not in text
    assert [
        citation["quote"] for citation in to_json(replace(REFUSAL, is_near_miss=True))["related"]
    ]


def test_an_empty_library_searched_nothing() -> None:
    empty = NotRecorded(
        QUESTION,
        ReplyStatus.EMPTY_LIBRARY,
        "The library is empty.",
        (),
        Searched(0, (), None, None, 0),
    )
    assert to_text(empty) == "The library is empty."


@pytest.mark.parametrize(
    "words",
    [
        "costs $5 to $9 and *not* _less_ # than `this` | [that](https://example.org) ~~x~~",
        "a < b & c > d &amp; <script>alert(1)</script> \\ {x}",
        "# Resolved",
        "- one",
        "12. twelve",
        "3) three",
        "+ plus",
        "=== level",
    ],
)
def test_markdown_shows_the_words_of_the_record_as_they_stand(words: str) -> None:
    tokens = MarkdownIt().parseInline(escape_markdown(words))[0].children or []
    assert "".join(token.content for token in tokens) == words
    assert [token.type for token in MarkdownIt().parse(escape_markdown(words))] == [
        "paragraph_open",
        "inline",
        "paragraph_close",
    ]


def test_no_dollar_of_the_record_opens_mathematics() -> None:
    assert escape_markdown("$5") == r"\$5"


def test_markdown_keeps_the_lines_of_a_statement() -> None:
    assert "resolved:  \n“RESOLVED" in to_markdown(ANSWER)
    assert "<br" in MarkdownIt().render(to_markdown(ANSWER))


def test_html_shows_the_words_of_the_record_as_they_stand() -> None:
    shown = to_html(ANSWER)
    assert "&lt;b&gt;buses&lt;/b&gt; &amp; trams" in shown
    assert "<b>" not in shown


def test_json_of_an_answer_holds_what_other_programs_rely_on() -> None:
    row = to_json(ANSWER, "a1", 0.123456)
    assert (row["id"], row["seconds"], row["status"]) == ("a1", 0.1235, "answered")
    assert row["question"] == "And buses?"
    assert row["standalone"] == "What was resolved about buses?"
    assert row["answer"] == answer_text(ANSWER)
    assert row["statements"][0]["force"] == "resolved"
    assert row["statements"][0]["citations"] == [1]
    assert row["related"] == []
    assert row["searched"] == {
        "papers": 5,
        "bodies": ["Cabinet", "Schools Panel"],
        "from": "2010-12-16",
        "to": "2017-12-19",
        "unread": 1,
    }


def test_json_of_a_citation_names_its_place_and_meeting() -> None:
    (citation,) = to_json(ANSWER)["citations"]
    assert citation["quote"] == WORDS
    assert (citation["source"], citation["page"]) == ("minutes.txt", None)
    assert (citation["line_start"], citation["line_end"]) == (7, 7)
    assert (citation["council"], citation["body"]) == ("Sampleton Council", "Cabinet")
    assert (citation["meeting_date"], citation["paper"]) == ("2024-03-19", "minutes")
    assert (citation["item"], citation["item_title"]) == ("73", "BUSES")
    assert citation["link"] == ""


def test_json_of_a_pdf_has_a_page_and_no_lines() -> None:
    (citation,) = to_json(replace(ANSWER, citations=(cited(WORDS, page=12),)))["citations"]
    assert (citation["page"], citation["line_start"], citation["line_end"]) == (12, None, None)
    assert citation["link"] == "pack.pdf#page=12"


def test_json_of_a_refusal_keeps_every_related_passage_apart_from_citations() -> None:
    row = to_json(REFUSAL)
    assert row["status"] == "not_recorded"
    assert row["citations"] == []
    assert row["statements"] == []
    assert [citation["number"] for citation in row["related"]] == [1, 2, 3]


def test_json_of_a_hit_names_the_other_places_of_the_same_words() -> None:
    row = hit_to_json(1, Hit(passage_of(WORDS), 0.5, (passage_of(WORDS, page=3),)))
    assert (row["rank"], row["score"], row["text"]) == (1, 0.5, WORDS)
    assert row["also_in"] == [
        {
            "source": "pack.pdf",
            "page": 3,
            **dict.fromkeys(("printed_page", "confidence", "line_start", "line_end")),
        }
    ]
