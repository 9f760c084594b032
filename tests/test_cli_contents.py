"""``papers`` and ``people``: what the library holds, and who appears in it."""

import json
from pathlib import Path

import pytest
from command import run

MINUTES = """TARNBROOK COUNCIL

CABINET

Minutes of the meeting held on Tuesday, 12 March 2024

Present: Councillor Ada Quill (Chair), Councillor Bram Oake

Apologies: Councillor Cleo Fenn

40 APOLOGIES

As above.

41 THE FORD

Councillor Oake asked who had closed the ford.

RESOLVED that the ford be closed.
"""
LATER = MINUTES.replace("12 March", "9 July").replace("(Chair)", "(Vice-Chair)")
REPORT = """TARNBROOK COUNCIL

MEETING: CABINET
MEETING DATE: 14 May 2024
TITLE: The bridge at Low Mill

1 THE ISSUE

1.1 The bridge is old.
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a-july.txt").write_text(LATER)
    (papers / "march.txt").write_text(MINUTES)
    (papers / "report.txt").write_text(REPORT)
    assert run("--library", tmp_path / "library", "add", papers).exit_code == 0
    return tmp_path / "library"


def test_every_paper_is_listed_oldest_first_with_what_is_known_of_it(library: Path) -> None:
    papers = json.loads(run("--library", library, "papers", "--json").stdout)["papers"]
    assert [paper["date"] for paper in papers] == ["2024-03-12", "2024-05-14", "2024-07-09"]
    report = papers[1]
    assert (report["kind"], report["title"]) == ("report", "The bridge at Low Mill")
    assert (report["council"], report["body"]) == ("Tarnbrook Council", "Cabinet")
    assert (report["status"], report["item"], report["items"]) == ("unknown", None, [])
    assert (report["source"], report["line_start"], report["line_end"]) == ("report.txt", 1, 9)
    assert (report["page"], report["page_end"]) == (None, None)


def test_minutes_are_listed_with_their_minutes_and_the_people_in_them(library: Path) -> None:
    shown = run("--library", library, "papers", "--json", "--until", "2024-03-31")
    (march,) = json.loads(shown.stdout)["papers"]
    numbers = [(item["number"], item["title"], item["line_start"]) for item in march["items"]]
    assert numbers == [("40", "APOLOGIES", 11), ("41", "THE FORD", 15)]
    chair = {"capacity": "present", "title": "Councillor", "name": "Ada Quill", "role": "Chair"}
    assert march["people"][0] == {**chair, "minute": None}
    spoke = [person for person in march["people"] if person["capacity"] == "spoke"]
    assert [(person["name"], person["minute"]) for person in spoke] == [("Oake", "41")]


def test_papers_are_told_in_words_under_their_meetings(library: Path) -> None:
    told = run("--library", library, "papers").stdout.splitlines()
    assert told[0] == "12 March 2024, Tarnbrook Council, Cabinet"
    assert "    41 THE FORD" in told
    assert "  present: Councillor Ada Quill (Chair), Councillor Bram Oake" in told
    assert "  spoke: Councillor Oake (minute 41)" in told
    assert told[-1] == "3 papers in 3 files."


def test_people_are_listed_by_name_and_then_by_date(library: Path) -> None:
    people = json.loads(run("--library", library, "people", "--json").stdout)["people"]
    by_surname = ["Cleo Fenn", "Cleo Fenn", "Bram Oake", "Bram Oake", "Oake", "Oake"]
    assert [person["name"] for person in people] == [*by_surname, "Ada Quill", "Ada Quill"]
    quill = people[-2:]
    assert [(p["date"], p["role"]) for p in quill] == [
        ("2024-03-12", "Chair"),
        ("2024-07-09", "Vice-Chair"),
    ]
    assert quill[0]["reference"].startswith("Tarnbrook Council, Cabinet, minutes of 12 March 2024")
    assert (quill[0]["source"], quill[0]["line_start"]) == ("march.txt", 7)


def test_one_person_may_be_asked_for_by_a_part_of_the_name(library: Path) -> None:
    told = run("--library", library, "people", "quill").stdout
    assert told.startswith("Ada Quill\n  12 March 2024: present; Councillor, Chair (Tarnbrook")
    assert "1 name in the minutes of 2 meetings" in told
    assert "Oake" not in told


def test_people_are_narrowed_by_the_filters(library: Path) -> None:
    shown = run("--library", library, "people", "--json", "--since", "2024-04-01")
    assert {person["date"] for person in json.loads(shown.stdout)["people"]} == {"2024-07-09"}


def test_nobody_is_said_to_be_nobody(library: Path) -> None:
    told = run("--library", library, "people", "nobody").stdout
    assert told.startswith("0 names in the minutes of 0 meetings")
