"""The words of a text and a passage in its context."""

from dataclasses import replace
from datetime import date

from fakes import a_meeting, a_paper, a_passage

from corpus.papers import Item, PaperKind
from corpus.text.words import same_words, words_of
from index.context import in_context


def test_words_are_lower_case_stems_without_stop_words() -> None:
    assert words_of("The Councils resolved to CLOSE the schools") == [
        "council",
        "resolv",
        "close",
        "school",
    ]


def test_numbers_are_kept_whole() -> None:
    assert words_of("£214,000 for minute 78, 3.5% by the 19th") == [
        "214000",
        "minut",
        "78",
        "3.5",
        "19",
    ]


def test_a_reference_is_found_whole_and_by_its_parts() -> None:
    assert words_of("24/00093") == ["24/00093", "24", "00093"]


def test_a_financial_year_is_the_same_with_a_slash_a_hyphen_or_a_dash() -> None:
    assert words_of("2012/13") == words_of("2012-13") == words_of("2012–13")


def test_a_hyphened_word_is_found_with_and_without_its_hyphen() -> None:
    assert set(words_of("cooption")) < set(words_of("co-option"))
    assert words_of("option")[0] in words_of("co-option")


def test_apostrophes_straight_and_curly_are_folded() -> None:
    assert words_of("the Council’s plan") == words_of("the council's plan") == ["council", "plan"]
    assert words_of("O’Brien") == words_of("O'BRIEN") == ["obrien"]


def test_may_is_a_month_and_no_stop_word() -> None:
    assert words_of("in May") == ["may"]


def test_copies_are_told_without_case_space_and_punctuation() -> None:
    assert same_words("RESOLVED:  that\nthe report…") == same_words("Resolved that the report.")


def test_a_passage_in_context_begins_with_where_it_stands() -> None:
    paper = a_paper(a_meeting("Testshire Council", "Early Years Panel", date(2012, 3, 9)))
    passage = a_passage("It was agreed.", paper=paper, item=Item("73", "SCHOOL PLACES"))
    passage = replace(passage, headings=("Officer’s advice",))
    assert in_context(passage) == (
        "Testshire Council · Early Years Panel · 9 March 2012 · minutes · 73 SCHOOL PLACES · "
        "Officer’s advice\nIt was agreed."
    )


def test_context_does_not_repeat_what_it_said() -> None:
    paper = a_paper(title="Minutes of the Cabinet, 19 March 2012")
    passage = a_passage("It was agreed.", paper=paper, item=Item("73", "School Places"))
    passage = replace(passage, headings=("73 School Places", "SCHOOL PLACES"))
    assert in_context(passage).splitlines()[0] == (
        "Testshire Council · Cabinet · 19 March 2012 · minutes · 73 School Places"
    )


def test_the_title_of_a_report_is_context() -> None:
    paper = a_paper(kind=PaperKind.REPORT, title="Review of bus passes")
    assert "report · Review of bus passes\n" in in_context(
        a_passage("It is proposed.", paper=paper)
    )


def test_what_is_not_known_is_left_out_of_the_context() -> None:
    paper = a_paper(a_meeting(None, None, None), PaperKind.OTHER, title="")
    assert in_context(a_passage("It was agreed.", paper=paper)) == "It was agreed."
