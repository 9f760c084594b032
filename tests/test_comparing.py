from pathlib import Path

from tarnbrook import HEAD, MARCH, a_library

from assistant.record.comparing import Comparison, Outcome, compared
from assistant.record.minute_book import minute_book

REPORT = """Report to: Cabinet
Date of meeting: 12 March 2024
Title: {title}

1. Summary

1.1 Something is told here that nobody is asked to agree.

2. Recommendations

{asked}
"""
MINUTES = """CABINET

Minutes of the meeting held on Tuesday 12 March 2024 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)

42/24 {title}

Cabinet considered a report.

{decided}
"""


def comparison(
    folder: Path, asked: str, decided: str, title: str = "Allotment rents", minuted: str = ""
) -> Comparison:
    """That of the decision of minute 42/24, where a report asked for ``asked``."""
    papers = {
        "minutes.txt": HEAD + MINUTES.format(title=(minuted or title).upper(), decided=decided),
        "report.txt": HEAD + REPORT.format(title=title, asked=asked),
    }
    book = minute_book(a_library(folder, papers))
    made = [e for e in book.entries if e.decision.paper.kind.value == "minutes"]
    return compared(book, book.entries)[made[-1].decision.id]


def marked(comparison: Comparison) -> tuple[list[str], list[str]]:
    """The words that differ, of both sides."""
    sides = comparison.recommended_parts, comparison.resolved_parts
    left, right = ([part.words.strip() for part in side if part.differs] for side in sides)
    return left, right


def test_what_was_resolved_in_the_words_of_the_report_is_as_recommended(tmp_path: Path) -> None:
    found = comparison(
        tmp_path,
        "2.1 Cabinet is asked to agree that the rent of a plot be set at £48 a year.",
        "RESOLVED – That the rent of a plot be set at £48 a year.",
    )
    assert found.outcome is Outcome.AS_RECOMMENDED
    assert marked(found) == ([], [])


def test_other_numbers_of_clauses_are_no_difference(tmp_path: Path) -> None:
    found = comparison(
        tmp_path,
        "Cabinet is asked to agree:\n\n2.1 That the rent of a plot be £48 a year; and\n\n"
        "2.2 That the waiting list be published.",
        "RESOLVED – That\n\n(i) the rent of a plot be £48 a year; and\n\n"
        "(ii) the waiting list be published.",
    )
    assert found.outcome is Outcome.AS_RECOMMENDED


def test_a_passive_verb_is_no_difference(tmp_path: Path) -> None:
    found = comparison(
        tmp_path, "2.1 Cabinet is asked to note the report.", "RESOLVED – That the report be noted."
    )
    assert found.outcome is Outcome.AS_RECOMMENDED


def test_another_figure_is_marked_and_nothing_else(tmp_path: Path) -> None:
    found = comparison(
        tmp_path,
        "2.1 Cabinet is asked to agree that the rent of an allotment plot be set at £52 a year "
        "from 1 April 2025.",
        "RESOLVED – That the rent of an allotment plot be set at £48 a year from 1 April 2025.",
    )
    assert found.outcome is Outcome.WITH_CHANGES
    assert marked(found) == (["£52"], ["£48"])


def test_what_was_added_to_a_short_recommendation_is_a_change_and_not_something_else(
    tmp_path: Path,
) -> None:
    found = comparison(
        tmp_path,
        "2.1 Cabinet is asked to note the report.",
        "RESOLVED to\n\n(1) note the report; and\n\n(2) ask for a further report in November 2024 "
        "on the number of people who wait for a plot.",
    )
    assert found.outcome is Outcome.WITH_CHANGES
    assert marked(found)[0] == []


def test_a_deferral_is_not_what_was_recommended(tmp_path: Path) -> None:
    found = comparison(
        tmp_path,
        "2.1 Cabinet is asked to agree that the rent of a plot be £48 a year.",
        "RESOLVED – That consideration of this item be deferred to the next meeting.",
    )
    assert found.outcome is Outcome.SOMETHING_ELSE
    assert "It was deferred." in found.in_words()


def test_the_opposite_of_what_was_recommended_is_something_else(tmp_path: Path) -> None:
    found = comparison(
        tmp_path,
        "2.1 That the allotments at Wharf Lane be sold by auction before the end of the year.",
        "RESOLVED – That no land be disposed of, and that plot holders be thanked.",
    )
    assert found.outcome is Outcome.SOMETHING_ELSE


def test_a_report_on_something_else_is_never_set_beside_a_decision(tmp_path: Path) -> None:
    found = comparison(
        tmp_path,
        "2.1 Cabinet is asked to agree that the ice rink be sold.",
        "RESOLVED – That the rent of a plot be £48 a year.",
        title="The future of the ice rink",
        minuted="Allotment rents",
    )
    assert found.outcome is Outcome.NONE
    assert found.recommended == ()


def test_that_the_recommendations_be_approved_is_as_recommended(tmp_path: Path) -> None:
    found = comparison(
        tmp_path,
        "2.1 Cabinet is asked to agree that the rent of a plot be £48 a year.",
        "RESOLVED – That the recommendations in the report be approved.",
    )
    assert found.outcome is Outcome.AS_RECOMMENDED


def test_that_the_recommendations_be_approved_with_a_change_is_not_as_recommended(
    tmp_path: Path,
) -> None:
    found = comparison(
        tmp_path,
        "2.1 Cabinet is asked to agree that the rent of a plot be £48 a year.",
        "RESOLVED – That the recommendations in the report be approved, subject to a rent of £40.",
    )
    assert found.outcome is not Outcome.AS_RECOMMENDED


def test_a_recommendation_that_points_elsewhere_is_not_compared(tmp_path: Path) -> None:
    found = comparison(
        tmp_path,
        "2.1 Cabinet is asked to consider and agree the proposed decision as set out in Annex A.",
        "RESOLVED – That the rent of a plot be £48 a year from 1 April 2025.",
    )
    assert found.outcome is Outcome.NOT_COMPARED


def test_two_reports_that_ask_for_different_things_are_not_chosen_between(tmp_path: Path) -> None:
    papers = {
        "minutes.txt": HEAD
        + MINUTES.format(title="ALLOTMENT RENTS", decided="RESOLVED – That the rent be £48."),
        "a.txt": HEAD + REPORT.format(title="Allotment rents", asked="2.1 That the rent be £48."),
        "b.txt": HEAD
        + REPORT.format(title="Allotment rents: revised", asked="2.1 That the rent be £60."),
    }
    book = minute_book(a_library(tmp_path, papers))
    found = compared(book, book.entries)
    assert [each.outcome for each in found.values()] == [Outcome.NOT_COMPARED]
    assert all(not each.recommended for each in found.values())


def test_what_another_body_recommended_stands_beside_what_this_one_resolved(
    tmp_path: Path,
) -> None:
    council = MINUTES.replace("CABINET", "COUNCIL", 1).replace("12 March", "16 April")
    resolved = "RESOLVED – That the swimming pool roof be replaced."
    papers = {
        "cabinet.txt": HEAD + MARCH,
        "council.txt": HEAD + council.format(title="SWIMMING POOL ROOF", decided=resolved),
    }
    book = minute_book(a_library(tmp_path, papers))
    found = [
        each
        for each in compared(book, book.entries).values()
        if each.resolved.paper.source == "council.txt"
    ]
    assert [each.outcome for each in found] == [Outcome.AS_RECOMMENDED]
    assert found[0].recommended[0].paper.meeting.body == "Cabinet"


def test_a_lost_amendment_is_never_set_beside_a_recommendation(tmp_path: Path) -> None:
    book = minute_book(a_library(tmp_path, {"march.txt": HEAD + MARCH}))
    found = compared(book, book.entries)
    assert all("free of charge on Sundays" not in each.resolved.words for each in found.values())
