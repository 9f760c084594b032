"""The last scores of a library, kept beside it for the page to show."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TypedDict

from assistant.batch import write_lines
from assistant.evaluation.scores import Failure, Figures, Scores

NAME = "evaluation.json"


@dataclass(frozen=True, slots=True)
class Report:
    """Scores, and how they came about.

    ``command`` and ``question_set`` name the set's file without its folder. ``version`` is
    the program's.
    """

    made_at: datetime
    command: str
    question_set: str
    version: str
    scores: Scores


class FailureJson(TypedDict):
    """A question that went wrong, and why."""

    id: str | int
    kind: str
    question: str
    faults: list[str]


class ReportJson(TypedDict):
    """A report as other programs read it; ``made_at`` is an ISO date and time."""

    made_at: str
    command: str
    question_set: str
    version: str
    figures: dict[str, float | None]
    by_kind: dict[str, list[int]]
    failures: list[FailureJson]
    to_complete: list[FailureJson]


def to_json(report: Report) -> ReportJson:
    """The report as other programs read it."""
    scores = report.scores
    return ReportJson(
        made_at=report.made_at.isoformat(timespec="seconds"),
        command=report.command,
        question_set=report.question_set,
        version=report.version,
        figures=asdict(scores.figures),
        by_kind={kind: list(counts) for kind, counts in scores.by_kind.items()},
        failures=[_failure_to_json(each) for each in scores.failures],
        to_complete=[_failure_to_json(each) for each in scores.to_complete],
    )


def write_report(library: Path, report: Report) -> Path:
    """Put the report in the library's folder, in place of the last. Raises BadRequestError."""
    path = library / NAME
    write_lines(path, [json.dumps(to_json(report), ensure_ascii=False, indent=2)])
    return path


def read_report(library: Path) -> Report | None:
    """The last report of the library in this folder; None without one that can be read."""
    try:
        return _report(json.loads((library / NAME).read_text(encoding="utf-8")))
    except (OSError, LookupError, TypeError, ValueError):
        return None


def _report(row: Mapping[str, object]) -> Report:
    """Raises TypeError, ValueError or KeyError for what no report holds."""
    by_kind = _mapping(row["by_kind"])
    return Report(
        made_at=datetime.fromisoformat(_text(row["made_at"])),
        command=_text(row["command"]),
        question_set=_text(row["question_set"]),
        version=_text(row["version"]),
        scores=Scores(
            figures=_figures(_mapping(row["figures"])),
            by_kind={kind: _counts(counts) for kind, counts in by_kind.items()},
            failures=_failures(row["failures"]),
            to_complete=_failures(row.get("to_complete", [])),
        ),
    )


def _figures(row: Mapping[str, object]) -> Figures:
    figures = {name: _number(row[name]) for name in Figures.__slots__}
    certain = ("questions", "median_seconds", "p95_seconds", "slowest_seconds")
    if any(figures[name] is None for name in certain):
        raise TypeError("figures")
    return Figures(**figures)  # type: ignore[arg-type]


def _failure_to_json(failure: Failure) -> FailureJson:
    return FailureJson(
        id=failure.id,
        kind=failure.kind,
        question=failure.question,
        faults=[*failure.faults],
    )


def _failures(rows: object) -> tuple[Failure, ...]:
    if not isinstance(rows, list):
        raise TypeError("failures")
    return tuple(_failure(_mapping(row)) for row in rows)


def _failure(row: Mapping[str, object]) -> Failure:
    number, faults = row["id"], row["faults"]
    if not isinstance(number, str | int) or not isinstance(faults, list):
        raise TypeError("failures")
    return Failure(number, _text(row["kind"]), _text(row["question"]), tuple(map(_text, faults)))


def _counts(value: object) -> tuple[int, int]:
    match value:
        case [int(right), int(of)]:
            return right, of
    raise TypeError("by_kind")


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _number(value: object) -> float | None:
    if value is not None and not isinstance(value, int | float):
        raise TypeError("not a number")
    return value
