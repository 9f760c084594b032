import json
from pathlib import Path

import pytest
from command import library_in, run, written

from assistant.takeaway.packs import seal_of


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return library_in(tmp_path)


def rows_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_an_answer_cites_the_minute(library: Path) -> None:
    told = run("--library", library, "ask", "What was resolved about bus shelters?")
    assert told.exit_code == 0
    assert "four bus shelters be replaced" in told.stdout
    assert "[1] Sampleton Council, Cabinet, minutes of 19 March 2024, minute 13" in told.stdout


def test_an_answer_as_json_keeps_the_contract(library: Path) -> None:
    shown = run("--library", library, "ask", "--json", "What was resolved about bus shelters?")
    row = json.loads(shown.stdout)
    assert row["status"] == "answered"
    assert row["citations"][0]["source"] == "minutes.txt"
    assert row["citations"][0]["line_start"] >= 13


def test_what_is_not_recorded_is_a_reply_and_not_a_failure(library: Path) -> None:
    told = run("--library", library, "ask", "--json", "What was resolved about swimming pools?")
    assert told.exit_code == 0
    assert json.loads(told.stdout)["status"] != "answered"


@pytest.mark.parametrize("command", ["ask", "search"])
def test_an_empty_question_is_refused(library: Path, command: str) -> None:
    failed = run("--library", library, command, "  ")
    assert failed.exit_code == 1
    assert "The question is empty" in failed.stderr


def test_asking_without_a_library_says_how_to_make_one(tmp_path: Path) -> None:
    failed = run("--library", tmp_path / "none", "ask", "What was resolved?")
    assert failed.exit_code == 1
    assert "add PATH" in failed.stderr


def test_a_search_shows_at_most_k_passages_best_first(library: Path) -> None:
    shown = run("--library", library, "search", "cycle parking station", "-k", "2", "--json")
    results = json.loads(shown.stdout)
    assert [result["rank"] for result in results] == list(range(1, len(results) + 1))
    assert 1 <= len(results) <= 2
    assert results[0]["source"] == "report.txt"
    assert run("--library", library, "search", "cycle").stdout.startswith("1. Sampleton Council")


def test_a_search_keeps_to_its_filters(library: Path) -> None:
    shown = run("--library", library, "search", "--json", "bus", "--kind", "report")
    assert {result["source"] for result in json.loads(shown.stdout)} <= {"report.txt"}


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.txt", b"Asked on "), ("a.md", b"Asked on "), ("a.DOCX", b"PK"), ("a.zip", b"PK")],
)
def test_an_answer_is_saved_in_the_form_of_the_files_name(
    library: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    asked = ("ask", "What was resolved about bus shelters?", "--save", tmp_path / name)
    done = run("--library", library, *asked)
    assert done.exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert f"Saved in {tmp_path / name}." in done.stderr
    assert "four bus shelters be replaced" in done.stdout


def test_a_saved_pack_is_told_with_its_seal(library: Path, tmp_path: Path) -> None:
    asked = ("ask", "What was resolved about bus shelters?", "--save", tmp_path / "a.zip")
    done = run("--library", library, *asked)
    assert f"Its seal is {seal_of((tmp_path / 'a.zip').read_bytes())}" in done.stderr


def test_an_answer_cannot_be_saved_in_a_form_that_is_not_known(
    library: Path, tmp_path: Path
) -> None:
    failed = run("--library", library, "ask", "What?", "--save", tmp_path / "a.pdf")
    assert failed.exit_code == 1
    assert "text (.txt), Markdown (.md), Word (.docx)" in failed.stderr
    assert not (tmp_path / "a.pdf").exists()


def test_an_answer_that_cannot_be_written_is_named(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "no such folder" / "a.txt"
    failed = run("--library", library, "ask", "What was resolved?", "--save", path)
    assert failed.exit_code == 1
    assert str(path) in failed.stderr


def test_a_batch_is_not_saved_as_an_answer(library: Path, tmp_path: Path) -> None:
    questions = written(tmp_path / "in.jsonl", QUESTIONS[0])
    failed = run("--library", library, "ask", "--batch", questions, "--save", tmp_path / "a.txt")
    assert failed.exit_code == 2
    assert "--out" in failed.stderr


QUESTIONS: tuple[dict[str, object], ...] = (
    {"id": "a", "question": "What was resolved about bus shelters?"},
    {"id": "b", "question": "How much will be spent on them?", "follow_up_of": "a"},
    {"id": 3, "question": "When was cycle parking reported?", "follow_up_of": None},
)


def test_a_batch_writes_a_line_for_each_question_in_order(library: Path, tmp_path: Path) -> None:
    questions, out = written(tmp_path / "in.jsonl", *QUESTIONS), tmp_path / "out.jsonl"
    assert run("--library", library, "ask", "--batch", questions, "--out", out).exit_code == 0
    rows = rows_of(out)
    assert [row["id"] for row in rows] == ["a", "b", 3]
    assert rows[1]["question"] == "How much will be spent on them?"
    assert all(isinstance(row["seconds"], float) for row in rows)
    assert sorted(path.name for path in tmp_path.glob("*out.jsonl*")) == ["out.jsonl"]


def test_a_batch_without_a_file_goes_to_standard_output(library: Path, tmp_path: Path) -> None:
    questions = written(tmp_path / "in.jsonl", QUESTIONS[0])
    shown = run("--library", library, "ask", "--batch", questions)
    assert json.loads(shown.stdout)["id"] == "a"


def test_a_follow_up_searches_for_what_its_parent_was_about(library: Path, tmp_path: Path) -> None:
    questions, out = written(tmp_path / "in.jsonl", *QUESTIONS), tmp_path / "out.jsonl"
    done = run("--library", library, "search", "--batch", questions, "--out", out, "-k", "3")
    assert done.exit_code == 0
    rows = rows_of(out)
    assert [row["id"] for row in rows] == ["a", "b", 3]
    results = rows[1]["results"]
    assert isinstance(results, list)
    assert results[0]["item"] == "13"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "line 2: not JSON"),
        ("[1]", "line 2: not a JSON object"),
        ('{"question": "Why?"}', "line 2: no id"),
        ('{"id": "b"}', "line 2: no question"),
        ('{"id": "b", "question": 7}', "line 2: no question"),
        ('{"id": "a", "question": "Why?"}', "line 2: the id 'a' stands already in line 1"),
        ('{"id": "b", "question": "Why?", "follow_up_of": "z"}', "line 2: it follows 'z'"),
        ('{"id": "b", "question": "Why?", "follow_up_of": "b"}', "line 2: it follows itself"),
    ],
)
def test_a_malformed_line_of_a_batch_is_named(
    library: Path, tmp_path: Path, line: str, fault: str
) -> None:
    questions, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    questions.write_text('{"id": "a", "question": "What was resolved?"}\n' + line + "\n")
    failed = run("--library", library, "ask", "--batch", questions, "--out", out)
    assert failed.exit_code == 1
    assert f"{questions}, {fault}" in failed.stderr
    assert not out.exists()


def test_a_batch_that_is_not_there_is_named(library: Path, tmp_path: Path) -> None:
    failed = run("--library", library, "ask", "--batch", tmp_path / "none.jsonl")
    assert failed.exit_code == 1
    assert str(tmp_path / "none.jsonl") in failed.stderr


def test_a_batch_that_cannot_be_written_is_named(library: Path, tmp_path: Path) -> None:
    questions = written(tmp_path / "in.jsonl", QUESTIONS[0])
    out = tmp_path / "no such folder" / "out.jsonl"
    failed = run("--library", library, "ask", "--batch", questions, "--out", out)
    assert failed.exit_code == 1
    assert str(out) in failed.stderr


def test_a_question_set_is_scored(library: Path, tmp_path: Path) -> None:
    gold = {
        "id": "a",
        "question": "What was resolved about bus shelters?",
        "kind": "decision",
        "answerable": True,
        "must_include": ["four bus shelters be replaced"],
        "evidence": [{"file": "minutes.txt", "line_start": 15, "line_end": 17}],
    }
    path = written(tmp_path / "gold.jsonl", gold)
    scores = json.loads(run("--library", library, "evaluate", "--json", path).stdout)
    assert scores["figures"]["accuracy"] == 1.0
    assert scores["figures"]["verbatim"] == 1.0
    assert "accuracy         1.00" in run("--library", library, "evaluate", path).stdout


def test_an_odd_question_of_a_batch_does_not_lose_the_others(library: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    asked = [" ", "x" * 10_000, "What was resolved about allotment rents?"]
    questions.write_text(
        "".join(json.dumps({"id": n, "question": q}) + "\n" for n, q in enumerate(asked))
    )
    shown = run("--library", library, "ask", "--batch", questions)
    statuses = [json.loads(line)["status"] for line in shown.stdout.splitlines()]
    assert statuses[:2] == ["unclear", "unclear"]
    assert len(statuses) == 3
    found = run("--library", library, "search", "--batch", questions)
    assert [json.loads(line)["id"] for line in found.stdout.splitlines()] == [0, 1, 2]
