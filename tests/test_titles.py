import pytest
from written import AGENDA, MINUTES, REPORT, a_document

from corpus.packs.splitting import split
from corpus.packs.titles import status_of, title_of
from corpus.papers import PaperStatus
from corpus.text.cleaning import clean


def titles_in(text: str) -> list[str]:
    return [title_of(paper) for paper in split(clean(a_document(text)))]


def status_in(text: str) -> PaperStatus:
    return status_of(split(clean(a_document(text)))[0])


def test_minutes_are_called_by_the_line_that_names_them() -> None:
    assert titles_in(MINUTES) == ["Minutes of the meeting held on Tuesday, 12 March 2024"]


def test_a_title_wrapped_over_lines_is_put_together() -> None:
    text = """
        MINUTES OF PROCEEDINGS AT MEETING OF THE PLANNING

        COMMITTEE HELD IN THE TOWN HALL, TARNBROOK, ON

        TUESDAY, 12TH MARCH, 2024, AT

        7.30 P.M.

        PRESENT: Councillor Ada Quill
    """
    assert titles_in(text) == [
        "MINUTES OF PROCEEDINGS AT MEETING OF THE PLANNING COMMITTEE HELD IN THE TOWN HALL, "
        "TARNBROOK, ON TUESDAY, 12TH MARCH, 2024, AT 7.30 P.M."
    ]


def test_minutes_that_do_not_name_themselves_are_called_by_their_body() -> None:
    text = MINUTES.replace("Minutes of the meeting held on Tuesday, 12 March 2024", "12 March 2024")
    assert titles_in(text) == ["CABINET"]


def test_an_agenda_is_called_by_the_line_that_says_so() -> None:
    assert titles_in(AGENDA) == ["AGENDA"]


def test_a_report_is_called_by_its_title_row() -> None:
    assert titles_in(REPORT) == ["THE BRIDGE AT LOW MILL"]


@pytest.mark.parametrize("row", ["Subject:\tThe ford", "Report title: The ford", "Re: The ford"])
def test_a_subject_is_a_title(row: str) -> None:
    assert titles_in(f"From: The Clerk\nTo: Cabinet, 14 May 2024\n{row}\n\nThe ford is deep.") == [
        "The ford"
    ]


def test_a_report_without_rows_is_called_by_its_heading_and_not_its_letterhead() -> None:
    text = """
        Tarnbrook Council

        Cabinet

        14 May 2024

        # The ford at Low Mill

        ## Purpose of report

        The ford is deep.
    """
    assert titles_in(text) == ["The ford at Low Mill"]


def test_an_appendix_is_called_by_its_first_line() -> None:
    text = REPORT + "\n    Appendix 2 - Count of vehicles\n\n    Forty crossed in a day.\n"
    assert titles_in(text)[1] == "Appendix 2 - Count of vehicles"


@pytest.mark.parametrize(
    "line",
    [
        "DRAFT",
        "Draft minutes of the meeting held on 12 March 2024",
        "DRAFT - subject to confirmation at the next meeting",
        "Minutes (unconfirmed)",
        "These minutes are subject to approval by the Committee",
        "UNAPPROVED Minutes of the meeting of the Cabinet",
    ],
)
def test_minutes_that_say_so_are_a_draft(line: str) -> None:
    assert status_in(MINUTES.replace("    CABINET\n", f"    CABINET\n\n    {line}\n")) == "draft"


@pytest.mark.parametrize(
    "line",
    [
        "Confirmed",
        "Approved at the meeting of 9 April 2024",
        "CONFIRMED minutes of the meeting",
    ],
)
def test_minutes_that_say_in_their_head_that_they_were_confirmed_are(line: str) -> None:
    text = MINUTES.replace("    CABINET\n", f"    CABINET\n\n    {line}\n")
    assert status_in(text) == "confirmed"


def test_minutes_signed_as_a_correct_record_with_a_date_are_confirmed() -> None:
    line = (
        "\n    Confirmed as a correct record at the meeting of the Cabinet held on 9 April 2024\n"
    )
    assert status_in(MINUTES + line) == "confirmed"


@pytest.mark.parametrize(
    "line",
    [
        "Signed ____________ Date 9 April 2024",
        "Confirmed as a correct record: Chair",
        "The next meeting is on 9 April 2024.",
    ],
)
def test_a_place_to_sign_confirms_nothing(line: str) -> None:
    assert status_in(f"{MINUTES}\n    {line}\n") == "unknown"


def test_a_draft_budget_makes_no_draft_of_the_minutes() -> None:
    text = MINUTES.replace(
        "held on Tuesday, 12 March 2024", "held on 12 March 2024 to consider the draft budget"
    )
    assert status_in(text) == "unknown"


def test_only_minutes_have_a_status() -> None:
    assert status_in("    DRAFT\n" + REPORT) == "unknown"
