"""``make bench``: the figures that the README states, as Markdown tables.

Each question set is asked of the program and of the baselines over the same papers. A set
whose papers or questions are not there is left out, with a sentence. ``--kent`` asks the
set on Kent's papers too, which is slow, and held out: look at it rarely.
"""

import argparse
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

from assistant.answering import Assistant
from assistant.evaluation.gold import GoldQuestion, read_gold
from assistant.evaluation.grading import Verdict
from assistant.evaluation.running import run
from assistant.evaluation.scores import figures_of, shown
from assistant.filing.adding import add_papers
from assistant.filing.tallying import AddReport
from assistant.opening import open_assistant
from assistant.settings import Settings, from_environment
from benchmarks.baselines import answer, baselines
from benchmarks.crowd import crowd_tables
from benchmarks.formats import format_tables
from benchmarks.locating import locating_tables
from benchmarks.reading import reading_tables
from benchmarks.rendered import on_pages, render_all
from benchmarks.windows import WORDS, windows
from corpus.library import Library
from corpus.sample.build import build

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
COLUMNS = {
    "right": "accuracy",
    "unanswerable right": "refused_rightly",
    "answerable answered": "answered",
    "evidence cited": "evidence_cited",
    "force right": "force_right",
    "verbatim": "verbatim",
    "hit@1": "hit_at_1",
    "hit@5": "hit_at_5",
    "hit@10": "hit_at_10",
    "median words": "median_words",
    "median s": "median_seconds",
    "slowest s": "slowest_seconds",
}
"""The figures shown, by their heads."""
HALVES = {"dev": "looked at", "test": "never looked at"}
"""The parts of a set by their ``split``: while building, or not."""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions, and the folder of the papers that they are about."""

    name: str
    questions: Path
    papers: Path

    @property
    def missing(self) -> list[Path]:
        """What is not there."""
        return [path for path in (self.questions, self.papers) if not path.exists()]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run")
    parser.add_argument("--kent", action="store_true", help="ask the held-out set on Kent too")
    with_kent = parser.parse_args(arguments).kent
    command = "python -m benchmarks.run --kent" if with_kent else "make bench"
    print(f"Commit {commit()}; command `{command}`; processor only, no network.\n")
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample-papers"
        build(sample)
        for number, questions in enumerate(question_sets(sample, with_kent)):
            if questions.missing:
                absent = " and ".join(path.name for path in questions.missing)
                print(f"Left out: {questions.name} ({absent} is not there).\n")
                continue
            library = Path(folder) / f"library-{number}"
            print("\n".join(tables(questions, replace(from_environment(), library=library))))
            if number == 0:
                print("\n".join(crowd_tables(library)))
        if (SHARED / "papers").exists():
            print("\n".join(as_pdf(Path(folder))))
        pdfs = {"sample library": sample, "Kent": SHARED / "councils" / "kent"}
        print("\n".join(locating_tables(pdfs)))
    print("\n".join(format_tables()))
    print("\n".join(reading_tables(SHARED)))


def question_sets(sample: Path, with_kent: bool) -> list[QuestionSet]:
    """The sets to be asked; ``sample`` is the folder of the sample library's papers."""
    gold = SHARED / "gold"
    sets = [
        QuestionSet("sample library", HERE / "sample_questions.jsonl", sample),
        QuestionSet("shared papers", gold / "questions.jsonl", SHARED / "papers"),
    ]
    kent = QuestionSet("Kent", gold / "kent_cabinet.jsonl", SHARED / "councils" / "kent")
    return [*sets, kent] if with_kent else sets


def tables(questions: QuestionSet, settings: Settings) -> Iterator[str]:
    """The figures of one question set: adding, then answering and searching."""
    gold = read_gold(questions.questions)
    report = add_papers(settings, [questions.papers])
    started = time.perf_counter()
    assistant = open_assistant(settings)
    opening = time.perf_counter() - started
    yield f"## {questions.name}: {len(gold)} questions"
    yield ""
    yield f"{added(report)} Opened in {opening:.1f} s."
    yield from assistant.notices
    yield ""
    yield f"| baselines: windows of {WORDS} words | " + " | ".join(COLUMNS) + " |"
    yield "|---" * (len(COLUMNS) + 1) + "|"
    yield from system_rows(assistant, gold, settings)
    yield ""


def as_pdf(folder: Path) -> Iterator[str]:
    """The questions on the shared papers, asked of the same papers set as PDF."""
    pdfs = folder / "as-pdf"
    pdfs.mkdir()
    pages = render_all(sorted((SHARED / "papers").glob("*.txt")), pdfs)
    gold = on_pages(read_gold(SHARED / "gold" / "questions.jsonl"), pages)
    settings = replace(from_environment(), library=folder / "library-as-pdf")
    report = add_papers(settings, [pdfs])
    yield "## shared papers, set as PDF"
    yield ""
    yield added(report)
    yield ""
    yield "| | " + " | ".join(COLUMNS) + " |"
    yield "|---" * (len(COLUMNS) + 1) + "|"
    yield from rows("this program", list(run(open_assistant(settings), gold)))
    yield ""


def system_rows(
    assistant: Assistant, gold: Sequence[GoldQuestion], settings: Settings
) -> Iterator[str]:
    """The program and the baselines over the same papers, and what was left out."""
    yield from rows("this program", list(run(assistant, gold)))
    cut = windows(map(assistant.library.document, read_sources(assistant.library)))
    notices: list[str] = []
    for name, scorer in baselines(cut, settings, notices).items():
        yield from rows(name, [answer(question, cut, scorer) for question in gold])
    yield from (f"\nBaselines left out: {notice}" for notice in notices)


def rows(name: str, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """A line of the table, and one for each half of a set that has them."""
    yield row(name, verdicts)
    for split, half in HALVES.items():
        of_half = [verdict for verdict in verdicts if verdict.question.split == split]
        if of_half:
            yield row(f"{name}: {half} ({len(of_half)})", of_half)


def row(name: str, verdicts: Sequence[Verdict]) -> str:
    """A line of the table."""
    figures = figures_of(verdicts)
    told = (shown(attrgetter(field)(figures)) for field in COLUMNS.values())
    return f"| {name} | " + " | ".join(told) + " |"


def read_sources(library: Library) -> list[str]:
    """The files of the library that could be read."""
    return [record.source for record in library.files() if not record.problem]


def added(report: AddReport) -> str:
    """How long it took to add the papers."""
    return (
        f"Added {len(report.read)} files ({report.pages} pages, {report.passages} passages) in "
        f"{report.seconds:.1f} s, the models' loading included."
    )


def commit() -> str:
    """The checkout's commit; "unknown" outside of one."""
    command = ["git", "-C", str(HERE), "describe", "--always", "--dirty"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip()


if __name__ == "__main__":
    main()
