"""Our verdicts beside those of the shared grader, where it is to be had."""

import json
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.gold import read_gold
from assistant.evaluation.grading import Given, grade
from corpus.documents import Span

GOLD = Path(__file__).parents[2] / "shared" / "gold"
SETS = ("questions.jsonl", "kent_cabinet.jsonl")
Row = dict[str, Any]


def spans(row: Row) -> tuple[Span, ...]:
    """The places of the evidence, those that serve as well first."""
    listed = [*row.get("alt_evidence", []), *row["evidence"]]
    places = [also for each in listed for also in [*each.get("also_in", []), each]]
    return tuple(
        Span(p["file"], 0, 1, p.get("line_start"), p.get("line_end"), p.get("page")) for p in places
    )


def replies(row: Row) -> Iterator[Given]:
    """Right, without its citation, refused, much too long, and what must not be said."""
    must = [each if isinstance(each, str) else each[-1] for each in row["must_include"]]
    told = f"{row['answer']} {'; '.join(must)}".upper()
    cited = spans(row)[:1]
    yield Given(True, told, cited, (), 0.1)
    yield Given(True, told, (), (), 0.1)
    yield Given(False, "Not recorded.", (), (), 0.1)
    yield Given(True, told + " and so on" * 70, cited, (), 0.1)
    yield Given(True, "; ".join(map(str, row["must_not_include"])), cited, (), 0.1)


def as_answered(given: Given) -> Row:
    citations = [
        {"source": s.source, "page": s.page, "line_start": s.line_start, "line_end": s.line_end}
        for s in given.cited
    ]
    status = "answered" if given.answered else "not_recorded"
    return {"status": status, "answer": given.text, "citations": citations}


@pytest.mark.parametrize("name", SETS)
def test_what_is_right_is_what_the_shared_grader_calls_right(name: str) -> None:
    if not (GOLD / name).exists():
        pytest.skip(f"{name} is not there: it stands beside the checkout where it is to be had")
    graded: Callable[[Row, Row], Row] = runpy.run_path(str(GOLD / "grade_answers.py"))["grade"]
    rows = [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]
    seen = set()
    for row, question in zip(rows, read_gold(GOLD / name), strict=True):
        for given in replies(row):
            right = graded(row, as_answered(given))["ok"]
            assert grade(question, given).right == right, (row["id"], given.text)
            seen.add(right)
    assert seen == {True, False}
