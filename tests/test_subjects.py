import pytest

from assistant.record.procedure import is_procedural
from assistant.record.subjects import Headings, pairs, same_subject


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Allotment rents", "ALLOTMENT RENTS: RECONSIDERATION"),
        ("Revenue Budget Monitoring: Period 8 of 2024/25", "Revenue budget monitoring: quarter 2"),
        ("Wharf Road cycle lane: review", "WHARF ROAD CYCLE LANE"),
        ("Apprenticeships", "APPRENTICESHIPS"),
    ],
)
def test_titles_of_one_subject_are_known_at_different_meetings(one: str, other: str) -> None:
    assert same_subject(one, other)
    assert same_subject(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("School places", "Home to school transport"),
        ("Privacy policy", "Review of policies"),
        ("Market stall fees", "Ferry fares"),
        ("Notice of motion submitted by Councillor Quill", "Notice of motion by Councillor Quill"),
        ("", "Ferry fares"),
    ],
)
def test_titles_that_share_little_are_of_different_subjects(one: str, other: str) -> None:
    assert not same_subject(one, other)


def test_headings_find_the_same_as_comparing_each() -> None:
    titles = ["Ferry fares", "Ferry fares: update", "School places", "Market stall fees"]
    for title in titles:
        alike = {other for other in titles if same_subject(title, other)}
        assert Headings(titles).like([title]) == alike


def test_titles_of_one_meeting_are_paired_where_each_is_the_others_nearest() -> None:
    minutes = ["MINUTES", "SCHOOL PLACES PLAN", "HOME TO SCHOOL TRANSPORT POLICY"]
    reports = ["Home to School Transport Policy: Report of the Director", "School places plan"]
    assert pairs(reports, minutes) == {0: 2, 1: 1}


def test_a_title_that_is_as_near_to_two_is_paired_with_none() -> None:
    assert pairs(["Disposal of land"], ["Disposal of land", "Disposal of land"]) == {}


def test_decisions_of_other_reference_numbers_are_not_paired() -> None:
    assert pairs(["24/00109 - Library hours"], ["24/00110 - Library hours"]) == {}


@pytest.mark.parametrize(
    "title",
    [
        *("Apologies for absence", "MINUTES - 12TH MARCH 2024", "Declarations of Interest"),
        *("Urgent business", "Date of next meeting", "Exclusion of the Press and Public"),
        *("Cabinet Member update", "Election of Vice-Chair", "(NOT USED)", "AOB"),
    ],
)
def test_procedure_is_known_by_its_title(title: str) -> None:
    assert is_procedural(title)


@pytest.mark.parametrize(
    "title", ["Allotment rents", "Election costs", "Market stall fees", "School attendance orders"]
)
def test_business_is_not_taken_for_procedure(title: str) -> None:
    assert not is_procedural(title)
