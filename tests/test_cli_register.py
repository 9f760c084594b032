import csv
import io
import json
from pathlib import Path

import pytest
from command import library_in, run


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return library_in(tmp_path)


def test_the_register_is_whole_and_oldest_first(library: Path) -> None:
    register = json.loads(run("--library", library, "decisions", "--json").stdout)
    assert [row["force"] for row in register["decisions"]] == ["resolved", "noted", "proposed"]
    shelters = register["decisions"][0]
    assert (shelters["minute"], shelters["title"]) == ("13", "BUS SHELTERS")
    assert (shelters["meeting_date"], shelters["body"]) == ("2024-03-19", "Cabinet")
    assert [clause["number"] for clause in shelters["clauses"]] == ["(i)", "(ii)"]
    assert (shelters["page"], shelters["line_start"], shelters["line_end"]) == (None, 15, 17)
    assert shelters["undone_by"] is None
    assert "minute 13 (BUS SHELTERS)" in shelters["reference"]


def test_the_register_says_what_it_rests_on(library: Path) -> None:
    register = json.loads(run("--library", library, "decisions", "--json").stdout)
    assert register["completeness"] == {
        "decisions": 3,
        "meetings": 2,
        "meetings_with_minutes": 1,
        "meetings_without_minutes": [
            {"council": "Sampleton Council", "body": "Cabinet", "date": "2024-05-14"}
        ],
        "draft_minutes": 0,
    }


def test_the_register_in_words_ends_with_what_is_not_held(library: Path) -> None:
    told = run("--library", library, "decisions").stdout.splitlines()
    assert "  RESOLVED  13 BUS SHELTERS" in told
    assert told[-1] == (
        "3 entries. Minutes are held of 1 meeting. Not held are those of: Cabinet, 14 May 2024."
    )


def test_the_register_is_narrowed_by_subject_force_and_filters(library: Path) -> None:
    def forces(*words: str) -> list[str]:
        shown = run("--library", library, "decisions", "--json", *words)
        return [row["force"] for row in json.loads(shown.stdout)["decisions"]]

    assert forces("bus", "shelters") == ["resolved"]
    assert forces("--force", "noted", "--force", "proposed") == ["noted", "proposed"]
    assert forces("--since", "2024-04-01") == ["proposed"]
    assert forces("--kind", "Minutes") == ["resolved", "noted"]
    assert forces("--body", "scrutiny") == []


def test_the_newest_meeting_may_come_first(library: Path) -> None:
    shown = run("--library", library, "decisions", "--json", "--newest-first")
    forces = [row["force"] for row in json.loads(shown.stdout)["decisions"]]
    assert forces == ["proposed", "resolved", "noted"]


def test_the_register_as_csv_has_a_row_for_each_decision(library: Path) -> None:
    shown = run("--library", library, "decisions", "--csv").stdout
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert [row["force"] for row in rows] == ["resolved", "noted", "proposed"]
    assert rows[0]["words"].endswith("(ii) £12,500 be spent on them.")


QUASHED = """SAMPLETON COUNCIL

MINUTES of a meeting of the CABINET held on Tuesday, 16th April, 2024

Present: Councillor A. Able (Chair)

21 BUS SHELTERS

RESOLVED that the decision of 19 March 2024 on bus shelters (minute 13) be rescinded.
"""


def test_what_became_of_a_decision_is_told_even_beyond_the_filters(
    library: Path, tmp_path: Path
) -> None:
    (tmp_path / "april.txt").write_text(QUASHED)
    run("--library", library, "add", tmp_path / "april.txt")
    shown = run("--library", library, "decisions", "--json", "--until", "2024-03-31")
    shelters, note = json.loads(shown.stdout)["decisions"]
    assert shelters["undone_by"] == "rescinded by Cabinet, 16 April 2024, minute 21"
    assert note["undone_by"] is None
    told = run("--library", library, "decisions").stdout
    assert "later: rescinded by Cabinet, 16 April 2024, minute 21" in told
    assert "on the earlier decision of Cabinet, 19 March 2024, minute 13 (rescinded)" in told
