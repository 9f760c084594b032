"""Figures asked for by their coordinates: the row, its table, the year."""

from pathlib import Path

import pytest
from tarnbrook import an_assistant, refused, said, told

from assistant.answering import Assistant
from assistant.answers.codes import references_in
from assistant.evidence.years import AskedYears
from assistant.replies import Answer

HEAD = "CABINET\n\nReport to the meeting on 10 July 2024\n\n"
PIERS = (
    f"{HEAD}1 PIERS AND JETTIES\n\n"
    "1.1 Landings were counted at each pier on one day in summer. Table 1 gives the results.\n\n"
    "Table 1: Landings by pier\n"
    "Pier\t2021/22\t2022/23\t2023/24\n"
    "Wharfside\t1,204\t1,310\t1,415\n"
    "Nether Fell\t482\t501\t533\n"
    "Quillby\t96\t88\t71\n\n"
    "1.2 The Clerk said that repairs to the pier at Quillby would be dear, and that the harbour "
    "strategy 2024 to 2031 would say more of Wharfside.\n"
)
RENTS = (
    f"{HEAD}2 MOORING RENTS\n\n"
    "2.1 A boat in rent band D would pay £6 a week more under the draft budget.\n\n"
    "Table 2: Rent of a mooring by band\n"
    "Band\tRent 2023-24\tRent 2024-25\n"
    "D\t410\t430\n"
    "E\t520\t545\n\n"
    "SITES\n\n"
    "Reference\tPlace\tView\n"
    "TB/14/001\tQuillby\tNo concerns\n"
    "TB/14/002\tQuillby\tToo near the pier\n"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {"piers.txt": PIERS, "rents.txt": RENTS}
    return an_assistant(tmp_path_factory.mktemp("piers"), papers)


def test_a_row_is_found_by_its_label_and_quoted_with_its_header(assistant: Assistant) -> None:
    text = said(assistant.ask("How many landings were there at Nether Fell in 2022/23?"))
    assert "Pier | 2021/22 | 2022/23 | 2023/24" in text
    assert "Nether Fell | 482 | 501 | 533" in text
    assert "Quillby | 96" not in text


@pytest.mark.parametrize("year", ["2022/23", "2022-23", "22/23", "2022 to 2023"])
def test_a_financial_year_is_found_in_whatever_spelling(assistant: Assistant, year: str) -> None:
    text = said(assistant.ask(f"How many landings were there at Quillby in {year}?"))
    assert "Quillby | 96 | 88 | 71" in text


def test_a_year_that_no_column_has_is_not_answered_by_another(assistant: Assistant) -> None:
    reply = refused(assistant.ask("How many landings were there at Wharfside in 2031?"))
    assert "1,415" not in reply.reason


def test_rows_that_are_compared_stand_side_by_side(assistant: Assistant) -> None:
    reply = assistant.ask("How many landings did Wharfside have in 2023/24 compared with Quillby?")
    assert isinstance(reply, Answer)
    first, second = reply.statements
    assert "Wharfside | 1,204" in first.text
    assert "Quillby | 96" in second.text


def test_rows_are_not_compared_on_a_matter_that_no_table_has(assistant: Assistant) -> None:
    reply = assistant.ask("Were the seagulls louder at Wharfside than at Quillby?")
    assert not isinstance(reply, Answer) or "1,204" not in said(reply)


def test_a_row_called_by_a_letter_is_found_by_it(assistant: Assistant) -> None:
    text = said(assistant.ask("What is the mooring rent in band E for 2024-25?"))
    assert "E | 520 | 545" in text
    assert "D | 410" not in text


def test_a_follow_up_may_name_another_row(assistant: Assistant) -> None:
    first = "What is the mooring rent in band D for 2024-25?"
    assert "E | 520 | 545" in said(told(assistant, first, "and band E?"))


def test_a_reference_that_no_paper_has_is_not_answered_by_its_neighbour(
    assistant: Assistant,
) -> None:
    reply = refused(assistant.ask("What was the view on TB/14/007?"))
    assert "No paper here has the reference “TB/14/007”" in reply.reason
    assert "Too near the pier" in said(assistant.ask("What was the view on TB/14/002?"))


def test_years_and_ages_are_no_references() -> None:
    assert references_in("What of post-2020, COVID-19, 16-Jan-2025 and under-16s?") == []
    assert references_in("Was 24/00123/FUL or tb/14/007 refused?") == ["24/00123/FUL", "tb/14/007"]


def test_the_latest_is_the_newest_that_is_said(tmp_path: Path) -> None:
    papers = {
        f"{month}.txt": f"CABINET\n\nMinutes of the meeting held on 9 {month} 2024\n\n1 FERRY\n\n"
        f"The Clerk said that the new ferry bell was {what}.\n"
        for month, what in (("March", "ordered"), ("July", "late"), ("May", "cast"))
    }
    reply = an_assistant(tmp_path, papers).ask(
        "What is the latest in the minutes on the ferry bell?"
    )
    assert isinstance(reply, Answer)
    assert "the new ferry bell was late" in reply.statements[0].text


def test_words_of_another_year_do_not_give_the_figure_of_a_year(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}1 MOORINGS\n\n1.1 There was an appeal in 2021 and another in 2023. At January "
        "2024 the Council let 1,528 moorings at Wharfside.\n"
    )
    assistant = an_assistant(tmp_path, {"moorings.txt": paper})
    refused(assistant.ask("How many moorings at Wharfside were let in January 2021?"))
    assert "1,528" in said(assistant.ask("How many moorings at Wharfside were let in 2024?"))


def test_the_last_year_of_a_plan_is_no_year_that_it_tells_of() -> None:
    years = AskedYears((2031,), (), ("2031",))
    assert not years.are_told_in("RESOLVED – That the Harbour Plan 2024 to 2031 be approved")
    assert years.are_told_in("landings would rise to 1,600 in 2031")
    assert years.are_told_in("landings would rise from 2024 to 2031")


def test_both_sides_are_told_though_one_is_long(tmp_path: Path) -> None:
    long = " ".join(f"The Clerk had written to insurer number {each}." for each in range(1, 40))
    papers = {
        f"{year}.txt": f"COUNCIL\n\nMinutes of the meeting held on 9 July {year}\n\n1 INSURANCE\n\n"
        f"RESOLVED – That the insurance premium of £{cost} be paid. {words}\n"
        for year, cost, words in ((2022, "333.50", long), (2024, "277.10", ""))
    }
    text = said(an_assistant(tmp_path, papers).ask("Insurance premium paid in 2022 and in 2024?"))
    assert "£333.50" in text
    assert "£277.10" in text
