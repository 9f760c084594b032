"""``python -m benchmarks.calibration``: what the threshold ``SURE`` costs and what it saves.

The sample set is asked at each of several values of the threshold below which no figure, date,
person, reason or name is given (``assistant.answers.selecting``). For each half of the set a
Markdown table says what becomes of the answers.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from math import inf
from pathlib import Path
from unittest.mock import patch

from assistant.answers import selecting
from assistant.evaluation.gold import read_gold
from assistant.evaluation.grading import Verdict
from assistant.evaluation.running import run
from assistant.evaluation.scores import figures_of, shown
from assistant.filing.adding import add_papers
from assistant.opening import open_assistant
from assistant.settings import Settings, from_environment
from benchmarks.run import HALVES, HERE, commit
from corpus.sample.build import build
from index import reranking

QUESTIONS = HERE / "sample_questions.jsonl"
VALUES = (-inf, -4.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0)
"""Of the threshold, on the reranker's scale; minus infinity is no threshold."""
COLUMNS = (
    "threshold",
    "answerable answered",
    "answerable right",
    "unanswerable refused",
    "wrong answers",
)


def main() -> None:
    """Print the tables."""
    print(f"Commit {commit()}; command `python -m benchmarks.calibration`; processor only.\n")
    with tempfile.TemporaryDirectory() as folder:
        papers = Path(folder) / "sample-papers"
        build(papers)
        settings = replace(from_environment(), library=Path(folder) / "library")
        add_papers(settings, [papers])
        asked = verdicts_by_value(settings, values_with(selecting.SURE))
    for split, half in HALVES.items():
        of_half = {value: of_split(verdicts, split) for value, verdicts in asked.items()}
        print("\n".join(table(half, of_half, selecting.SURE)))


def values_with(in_use: float) -> list[float]:
    """The values to be tried, in order, among them the one in use."""
    return sorted({*VALUES, in_use})


def verdicts_by_value(settings: Settings, values: Sequence[float]) -> dict[float, list[Verdict]]:
    """The verdicts on the sample set at each value; the papers have been added."""
    gold = read_gold(QUESTIONS)
    with remembered_scores():
        assistant = open_assistant(settings)
    print("".join(f"{notice}\n" for notice in assistant.notices), end="")
    verdicts: dict[float, list[Verdict]] = {}
    for value in values:
        with threshold(value):
            verdicts[value] = list(run(assistant, gold))
    return verdicts


@contextmanager
def threshold(value: float) -> Iterator[None]:
    """Here alone are the constants changed: no setting of the program does so.

    The lower one, for words that stand first, keeps its distance.
    """
    lower = value - (selecting.SURE - selecting.SURE_FIRST)
    with patch.object(selecting, "SURE", value), patch.object(selecting, "SURE_FIRST", lower):
        yield


@contextmanager
def remembered_scores() -> Iterator[None]:
    """A reranker opened within forgets no score, so only the first value takes its time."""
    with patch.object(reranking, "REMEMBERED", None):
        yield


def of_split(verdicts: Sequence[Verdict], split: str) -> list[Verdict]:
    """The verdicts on one half of the set."""
    return [verdict for verdict in verdicts if verdict.question.split == split]


def table(half: str, by_value: Mapping[float, Sequence[Verdict]], in_use: float) -> Iterator[str]:
    """The rows of one half; there is a verdict at each value."""
    questions = [verdict.question for verdict in next(iter(by_value.values()))]
    answerable = sum(bool(question.answerable) for question in questions)
    yield f"## {half}: {answerable} answerable questions, {len(questions) - answerable} others"
    yield ""
    yield "| " + " | ".join(COLUMNS) + " |"
    yield "|---" * len(COLUMNS) + "|"
    yield from (row(value, verdicts, in_use) for value, verdicts in by_value.items())
    yield ""


def row(value: float, verdicts: Sequence[Verdict], in_use: float) -> str:
    """A line of the table: shares from 0 to 1. A corrected premise counts as a refusal."""
    figures = figures_of(verdicts)
    shares = (
        figures.answered,
        figures.answerable_right,
        figures.refused_rightly,
        wrongly_answered(verdicts),
    )
    named = "none" if value == -inf else f"{value:g}"
    head = f"**{named}** (in use)" if value == in_use else named
    return f"| {head} | " + " | ".join(map(shown, shares)) + " |"


def wrongly_answered(verdicts: Sequence[Verdict]) -> float:
    """The share of all questions whose answer is wrong, or should not have been given."""
    wrong = [verdict for verdict in verdicts if verdict.given.answered and not verdict.right]
    return len(wrong) / len(verdicts)


if __name__ == "__main__":
    main()
