from datetime import date
from pathlib import Path

import pytest
from tarnbrook import APRIL, HEAD, PAPERS

from assistant.filing.adding import add_papers
from assistant.record.timeline import Stage, timeline
from assistant.settings import Settings
from corpus.filters import NO_FILTERS, Filters
from corpus.library import Library

PROPOSAL = """Report to: Cabinet
Date of meeting: 12 March 2024
Title: Allotment rents

1. Recommendations

1.1 Cabinet is recommended to agree that the rent of an allotment plot be £52 a year.
"""
NO_DECISION = APRIL.replace("16 April", "14 May").replace(
    APRIL[APRIL.index("RESOLVED") : APRIL.index("11/24")], ""
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return a_library(tmp_path, PAPERS)


def a_library(folder: Path, papers: dict[str, str]) -> Library:
    sources = folder / "papers"
    sources.mkdir()
    for name, text in papers.items():
        (sources / name).write_text(HEAD + text, encoding="utf-8")
    add_papers(Settings(folder / "library", "none", "none"), [sources])
    return Library(folder / "library")


def told(stages: list[Stage]) -> list[tuple[date | None, list[str]]]:
    return [(stage.meeting.held_on, [step.what for step in stage.steps]) for stage in stages]


def test_a_subject_is_followed_from_meeting_to_meeting(library: Library) -> None:
    assert told(timeline(library, NO_FILTERS, "allotment rents")) == [
        (date(2024, 3, 12), ["resolved"]),
        (date(2024, 4, 16), ["resolved, referred back"]),
        (date(2024, 7, 9), ["resolved, reaffirmed with changes"]),
    ]


def test_the_newest_meeting_may_come_first(library: Library) -> None:
    days = [
        stage.meeting.held_on for stage in timeline(library, NO_FILTERS, "rents", backwards=True)
    ]
    assert days == [date(2024, 7, 9), date(2024, 4, 16), date(2024, 3, 12)]


def test_what_came_back_to_a_decision_is_followed_though_it_does_not_name_the_subject(
    library: Library,
) -> None:
    stages = timeline(library, NO_FILTERS, "waiting list")
    assert [stage.meeting.body for stage in stages] == ["Cabinet", "Scrutiny Committee", "Cabinet"]


def test_what_is_beyond_the_filters_is_left_out(library: Library) -> None:
    stages = timeline(library, Filters(until=date(2024, 4, 30)), "allotment rents")
    assert [stage.meeting.held_on for stage in stages] == [date(2024, 3, 12), date(2024, 4, 16)]


def test_what_was_proposed_to_a_meeting_stands_before_what_it_did(tmp_path: Path) -> None:
    library = a_library(tmp_path, {**PAPERS, "z-report.txt": PROPOSAL})
    assert told(timeline(library, NO_FILTERS, "rent plot"))[0] == (
        date(2024, 3, 12),
        ["proposed", "resolved"],
    )


def test_a_minute_on_the_subject_without_a_decision_is_told_of_as_that(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"minutes.txt": NO_DECISION})
    assert told(timeline(library, NO_FILTERS, "allotment rents")) == [
        (date(2024, 5, 14), ["considered, no decision recorded"])
    ]


def test_a_subject_that_never_came_up_has_no_timeline(library: Library) -> None:
    assert timeline(library, NO_FILTERS, "airport") == []


def test_a_minute_in_two_files_is_told_of_once(library: Library, tmp_path: Path) -> None:
    elsewhere = tmp_path / "copies"
    elsewhere.mkdir()
    twice = PAPERS | {f"copy-of-{name}": text for name, text in PAPERS.items()}
    assert told(timeline(a_library(elsewhere, twice), NO_FILTERS, "allotment")) == told(
        timeline(library, NO_FILTERS, "allotment")
    )
