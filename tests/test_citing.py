from dataclasses import replace
from datetime import date

from assistant.citing import (
    coordinates,
    link,
    place,
    reference,
    short_reference,
    written_date,
)
from corpus.documents import Span
from corpus.papers import Item, Meeting, Paper, PaperKind, PaperStatus

ON_PAGE = Span("packs/cabinet pack.pdf", 0, 9, None, None, 12)
ON_LINES = Span("minutes.txt", 0, 9, 244, 247, None)
MINUTES = Paper(
    id="p",
    source="minutes.txt",
    kind=PaperKind.MINUTES,
    title="Minutes",
    meeting=Meeting("Sampleton Council", "Cabinet", date(2024, 3, 19)),
    status=PaperStatus.UNKNOWN,
    span=ON_LINES,
)
PLACES = Item("73", "SCHOOL PLACES")


def test_a_minute_is_cited_by_body_date_number_and_page() -> None:
    assert reference(MINUTES, PLACES, ON_PAGE) == (
        "Sampleton Council, Cabinet, minutes of 19 March 2024, minute 73 (SCHOOL PLACES), "
        "page 12 of packs/cabinet pack.pdf"
    )


def test_a_text_is_cited_by_its_lines() -> None:
    assert reference(MINUTES, PLACES, ON_LINES).endswith("lines 244–247 of minutes.txt")


def test_the_number_that_a_page_of_a_pack_bears_is_told_beside_the_viewers() -> None:
    assert place(replace(ON_PAGE, printed="14")) == "page 12 of packs/cabinet pack.pdf (printed 14)"


def test_a_paper_of_no_known_kind_is_called_a_paper() -> None:
    other = replace(MINUTES, kind=PaperKind.OTHER)
    assert short_reference(other, None, 5) == "Cabinet, 19 March 2024, paper, page 5"


def test_a_single_line_is_not_a_range() -> None:
    assert place(replace(ON_LINES, line_end=244)) == "line 244 of minutes.txt"


def test_a_word_file_is_cited_by_its_paragraphs() -> None:
    assert place(replace(ON_LINES, source="report.docx")) == "paragraphs 244–247 of report.docx"


def test_words_over_a_page_break_are_cited_by_both_pages() -> None:
    assert place(replace(ON_PAGE, page_end=13)) == "pages 12–13 of packs/cabinet pack.pdf"
    assert place(replace(ON_PAGE, page_end=12)) == "page 12 of packs/cabinet pack.pdf"


def test_draft_minutes_are_called_draft() -> None:
    draft = replace(MINUTES, status=PaperStatus.DRAFT)
    assert "draft minutes of 19 March 2024" in reference(draft, PLACES, ON_LINES)


def test_what_is_not_known_is_left_out() -> None:
    unknown = replace(MINUTES, meeting=Meeting(None, None, None))
    assert reference(unknown, None, ON_LINES) == "minutes, lines 244–247 of minutes.txt"


def test_a_minute_without_a_number_is_cited_by_its_title() -> None:
    cited = reference(MINUTES, Item(None, "PETITIONS"), ON_LINES)
    assert "minute “PETITIONS”" in cited


def test_a_report_belongs_to_the_meeting_that_it_was_written_for() -> None:
    report = replace(MINUTES, kind=PaperKind.REPORT)
    cited = reference(report, Item("8", "Buses"), ON_PAGE)
    assert "report for the meeting of 19 March 2024, item 8 (Buses)" in cited


def test_at_a_glance_a_minute_is_its_body_date_and_number() -> None:
    assert short_reference(MINUTES, PLACES, 12) == "Cabinet, 19 March 2024, minute 73, page 12"
    assert short_reference(MINUTES, None) == "Cabinet, 19 March 2024, minutes"


def test_a_link_opens_a_pdf_at_its_page() -> None:
    assert link(ON_PAGE) == "packs/cabinet%20pack.pdf#page=12"


def test_a_text_has_no_link() -> None:
    assert link(ON_LINES) == ""


def test_dates_are_written_as_in_minutes() -> None:
    assert written_date(date(2012, 3, 9)) == "9 March 2012"


def test_a_clause_stands_behind_the_number_of_its_minute() -> None:
    assert "minute 73(2) (SCHOOL PLACES), page 12" in reference(MINUTES, PLACES, ON_PAGE, "(2)")
    assert "minute 73 (SCHOOL PLACES), clause 2.1," in reference(MINUTES, PLACES, ON_PAGE, "2.1")


def test_a_report_has_paragraphs_and_no_clauses() -> None:
    report = replace(MINUTES, kind=PaperKind.REPORT)
    assert "item 8 (Buses), paragraph (a)," in reference(report, Item("8", "Buses"), ON_PAGE, "(a)")
    assert "paragraph 2.1, page 12" in reference(report, None, ON_PAGE, "2.1")


def test_the_four_coordinates_are_body_date_minute_and_page() -> None:
    assert coordinates(MINUTES, PLACES, ON_PAGE, "(2)") == (
        "Cabinet, 19 March 2024, minute 73(2), page 12 of packs/cabinet pack.pdf"
    )


def test_the_four_coordinates_tell_a_draft_and_what_is_exempt() -> None:
    paper = replace(MINUTES, status=PaperStatus.DRAFT, exempt="marked exempt, paragraph 3")
    told = coordinates(paper, PLACES, ON_PAGE)
    assert "draft minute 73" in told
    assert told.endswith("EXEMPT, not for the public")


def test_a_coordinate_that_no_paper_states_is_said_not_to_be_stated() -> None:
    unknown = replace(MINUTES, meeting=Meeting(None, None, None))
    assert coordinates(unknown, Item(None, "PETITIONS"), ON_LINES).startswith(
        "body not stated, date not stated, minute “PETITIONS”, lines 244–247"
    )


def test_where_no_body_is_named_the_council_stands_for_it() -> None:
    parish = replace(MINUTES, meeting=Meeting("Nether Fell Parish Council", None, None))
    assert coordinates(parish, PLACES, ON_PAGE).startswith("Nether Fell Parish Council, date not")
