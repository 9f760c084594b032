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
        "3 entries. The library holds the minutes of 1 meeting. "
        "It does not hold those of: Cabinet, 14 May 2024."
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


DIVIDED = """SAMPLETON COUNCIL

MINUTES of a meeting of the CABINET held on Tuesday, 16th April, 2024

Present: Councillor A. Able (Chair), Councillor B. Baker

21 DOG BINS

It was MOVED by Councillor A. Able, SECONDED by Councillor B. Baker and

RESOLVED that ten dog bins be bought.

For (2): Councillors Able and Baker
Against (1): Councillor Carter
"""


def test_who_moved_and_seconded_and_the_vote_stand_with_the_decision(
    library: Path, tmp_path: Path
) -> None:
    (tmp_path / "april.txt").write_text(DIVIDED)
    run("--library", library, "add", tmp_path / "april.txt")
    shown = run("--library", library, "decisions", "dog bins", "--json").stdout
    (bins,) = json.loads(shown)["decisions"]
    assert (bins["mover"], bins["seconder"]) == ("Councillor A. Able", "Councillor B. Baker")
    assert (bins["vote"]["for"], bins["vote"]["against"]) == (2, 1)
    assert bins["vote"]["abstained"] is None
    told = run("--library", library, "decisions", "dog bins").stdout
    assert "  moved by Councillor A. Able, seconded by Councillor B. Baker" in told
    assert "  vote: 2 for (" in told
    table = run("--library", library, "decisions", "dog bins", "--csv").stdout
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["mover"], row["seconder"]) == ("Councillor A. Able", "Councillor B. Baker")
    assert row["vote"] == bins["vote"]["words"]


def test_a_decision_has_the_fields_that_the_contract_names(library: Path) -> None:
    register = json.loads(run("--library", library, "decisions", "--json").stdout)
    assert list(register) == ["decisions", "completeness"]
    for row in register["decisions"]:
        assert set(row) == {
            *("id", "council", "body", "meeting_date", "paper", "status", "minute", "title"),
            *("force", "words", "clauses", "subject", "mover", "seconder", "vote"),
            *("undone_by", "undoes", "source", "page", "line_start", "line_end", "reference"),
            "also_in",  # ours: the places of the same words in other files
            "confidence",  # ours: how sure text recognition was of a scan
            "printed_page",  # ours: the number that the page bears itself
            "exempt",  # ours: why the public may not see it, or null
        }
        assert (row["mover"], row["seconder"], row["vote"]) == (None, None, None)


def test_a_decision_that_stands_in_two_files_is_one_with_two_places(
    library: Path, tmp_path: Path
) -> None:
    minutes = json.loads(run("--library", library, "decisions", "--json").stdout)["decisions"][0]
    printed_before = library.parent / "papers" / minutes["source"]
    copy = tmp_path / "printed again.txt"
    copy.write_text(printed_before.read_text() + "\n")
    run("--library", library, "add", copy)
    rows = json.loads(run("--library", library, "decisions", "--json").stdout)["decisions"]
    assert [row["force"] for row in rows] == ["resolved", "noted", "proposed"]
    assert [place["source"] for place in rows[0]["also_in"]] == ["printed again.txt"]
    assert (
        "(also lines 15–17 of printed again.txt)" in run("--library", library, "decisions").stdout
    )


def test_a_subject_is_followed_in_a_line_for_each_time(library: Path, tmp_path: Path) -> None:
    (tmp_path / "april.txt").write_text(QUASHED)
    run("--library", library, "add", tmp_path / "april.txt")
    told = run("--library", library, "decisions", "bus", "shelters", "--timeline").stdout
    march, decided, _, april, rescinded, *_ = told.splitlines()
    assert march == "19 March 2024, Sampleton Council, Cabinet"
    assert decided.startswith("  RESOLVED  13 BUS SHELTERS: “RESOLVED that (i) four bus shelters")
    assert "; later rescinded by Cabinet, 16 April 2024, minute 21 (Sampleton" in decided
    assert april == "16 April 2024, Sampleton Council, Cabinet"
    assert rescinded.startswith("  RESOLVED, RESCINDED  21 BUS SHELTERS: ")
    assert "on the decision of Cabinet, 19 March 2024, minute 13 (rescinded)" in rescinded


POINTING = """SAMPLETON COUNCIL

MINUTES of a meeting of the CABINET held on Tuesday, 16th April, 2024

21 WORK PROGRAMME

Councillor Baker proposed that the Cabinet receive a report on litter in parks.

RESOLVED to approve this proposal.
"""


def test_a_timeline_tells_the_proposal_that_a_decision_points_to(tmp_path: Path) -> None:
    (tmp_path / "april.txt").write_text(POINTING)
    run("--library", tmp_path / "library", "add", tmp_path / "april.txt")
    told = run("--library", tmp_path / "library", "decisions", "litter", "--timeline").stdout
    assert "“RESOLVED to approve this proposal.”, on “Councillor Baker proposed" in told


def test_a_timeline_as_json_has_each_step_with_its_decision(library: Path) -> None:
    shown = run("--library", library, "decisions", "shelters", "--timeline", "--json").stdout
    followed = json.loads(shown)
    assert followed["about"] == "shelters"
    (step,) = followed["timeline"]
    assert (step["what"], step["meeting_date"], step["minute"]) == ("resolved", "2024-03-19", "13")
    assert step["decision"]["force"] == "resolved"
    assert followed["completeness"]["decisions"] == 1
