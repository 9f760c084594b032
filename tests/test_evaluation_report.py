import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command import library_in, run, written

from assistant.evaluation.report import NAME, Report, read_report, to_json, write_report
from assistant.evaluation.scores import Failure, Figures, Scores
from corpus.errors import BadRequestError

FIGURES = Figures(
    questions=3,
    accuracy=1 / 3,
    answered=0.5,
    answerable_right=0.5,
    refused_rightly=0.0,
    refused_wrongly=0.5,
    citations_right=1.0,
    evidence_cited=1.0,
    hit_at_1=0.0,
    hit_at_5=1.0,
    hit_at_10=1.0,
    force_right=None,
    verbatim=0.5,
    median_words=6,
    median_seconds=0.5,
    p95_seconds=1.5,
    slowest_seconds=1.5,
)
FAILURE = Failure("q2", "trap", "Who objected?", ("answered though the papers do not",))
REPORT = Report(
    made_at=datetime(2025, 3, 4, 10, 30, tzinfo=UTC),
    command="council-papers evaluate gold.jsonl",
    question_set="gold.jsonl",
    version="0.1.0",
    scores=Scores(FIGURES, {"figure": (1, 2), "trap": (0, 1)}, (FAILURE,)),
)
GOLD = {
    "id": "a",
    "question": "What was resolved about bus shelters?",
    "kind": "decision",
    "answerable": True,
    "must_include": ["four bus shelters be replaced"],
    "evidence": [{"file": "minutes.txt", "line_start": 15, "line_end": 17}],
    "force": "resolved",
}


def test_a_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert read_report(tmp_path) is None
    write_report(tmp_path, replace(REPORT, version="0.0.1"))
    assert write_report(tmp_path, REPORT) == tmp_path / NAME
    assert read_report(tmp_path) == REPORT
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_report_without_a_folder_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadRequestError, match="cannot be written"):
        write_report(tmp_path / "none", REPORT)


@pytest.mark.parametrize(
    "damage",
    [
        {"made_at": "yesterday"},
        {"command": None},
        {"figures": {}},
        {"figures": {**to_json(REPORT)["figures"], "accuracy": "all"}},
        {"figures": {**to_json(REPORT)["figures"], "questions": None}},
        {"by_kind": {"trap": [1]}},
        {"by_kind": []},
        {"failures": [{"id": "q2"}]},
        {"failures": ["q2"]},
        {"failures": None},
    ],
)
def test_a_damaged_report_is_none(tmp_path: Path, damage: dict[str, object]) -> None:
    (tmp_path / NAME).write_text(json.dumps({**to_json(REPORT), **damage}))
    assert read_report(tmp_path) is None


@pytest.mark.parametrize("text", ["", "[]", '"report"', '{"made_at": "2025', "\x00"])
def test_what_is_no_report_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)
    assert read_report(tmp_path) is None


def test_evaluating_writes_a_report_beside_the_library(tmp_path: Path) -> None:
    library, gold = library_in(tmp_path), written(tmp_path / "gold.jsonl", GOLD)
    shown = run("--library", library, "evaluate", gold, "--json")
    assert json.loads(shown.stdout) == json.loads((library / NAME).read_text())
    report = read_report(library)
    assert report is not None
    assert report.command == "council-papers evaluate gold.jsonl"
    assert report.question_set == "gold.jsonl"
    assert report.scores.figures.questions == 1
    assert report.scores.figures.force_right == 1.0
    assert str(tmp_path) not in (library / NAME).read_text()


def test_a_report_that_is_not_wanted_is_not_written(tmp_path: Path) -> None:
    library, gold = library_in(tmp_path), written(tmp_path / "gold.jsonl", GOLD)
    shown = run("--library", library, "evaluate", gold, "--no-report")
    assert shown.exit_code == 0
    assert "accuracy" in shown.stdout
    assert read_report(library) is None
