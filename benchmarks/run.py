"""``make bench``: the figures that the README states, as Markdown tables.

Each question set is asked of the system and of two baselines over the same papers. A set
whose papers or questions are not there is left out, with a sentence.
"""

import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from assistant.adding import AddReport, add_papers
from assistant.evaluation.gold import GoldQuestion, read_gold
from assistant.evaluation.grading import Verdict
from assistant.evaluation.running import run
from assistant.evaluation.scores import score, shown
from assistant.opening import load_embedder, open_assistant
from assistant.settings import Settings, from_environment
from benchmarks.reading import reading_tables
from benchmarks.windows import WORDS, answer, embedding_scorer, keyword_scorer, windows
from corpus.library import Library
from corpus.sample.build import build

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"


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


def main() -> None:
    """Print the tables."""
    print(f"Commit {commit()}; command `make bench`; processor only, no network.\n")
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample-papers"
        build(sample)
        sets = (
            QuestionSet("sample library", HERE / "sample_questions.jsonl", sample),
            QuestionSet("shared papers", SHARED / "gold" / "questions.jsonl", SHARED / "papers"),
        )
        for number, questions in enumerate(sets):
            if questions.missing:
                absent = " and ".join(path.name for path in questions.missing)
                print(f"Left out: {questions.name} ({absent} is not there).\n")
                continue
            library = Path(folder) / f"library-{number}"
            print("\n".join(tables(questions, replace(from_environment(), library=library))))
    print("\n".join(reading_tables(SHARED)))


def tables(questions: QuestionSet, settings: Settings) -> Iterator[str]:
    """The figures of one question set: adding, then answering and searching."""
    gold = read_gold(questions.questions)
    report = add_papers(settings, [questions.papers])
    started = time.perf_counter()
    assistant = open_assistant(settings)
    opening = time.perf_counter() - started
    yield f"## {questions.name}: {len(gold)} questions"
    yield ""
    yield added(report, opening)
    yield from assistant.notices
    yield ""
    yield "| | " + " | ".join(COLUMNS) + " |"
    yield "|---" * (len(COLUMNS) + 1) + "|"
    yield row("this program", list(run(assistant, gold)))
    yield from baseline_rows(assistant.library, gold, settings)
    yield ""


COLUMNS = (
    *("right", "answerable right", "unanswerable refused", "evidence cited", "quotes verbatim"),
    *("hit@1", "hit@5", "hit@10", "median s", "slowest s"),
)


def row(name: str, verdicts: Sequence[Verdict]) -> str:
    """A line of the table."""
    figures = list(asdict(score(verdicts).figures).values())[1:]
    return f"| {name} | " + " | ".join(shown(figure) for figure in figures) + " |"


def baseline_rows(
    library: Library, gold: Sequence[GoldQuestion], settings: Settings
) -> Iterator[str]:
    """The baselines over the same papers; follow-ups are made whole for them."""
    read = [record.source for record in library.files() if not record.problem]
    cut = windows(map(library.document, read))
    scorers = {f"BM25, {WORDS}-word windows": keyword_scorer(cut)}
    notices: list[str] = []
    embedder = load_embedder(settings, notices)
    if embedder:
        scorers[f"embeddings, {WORDS}-word windows"] = embedding_scorer(cut, embedder)
    for name, scorer in scorers.items():
        yield row(name, [answer(question, cut, scorer) for question in gold])
    yield from (f"\nEmbeddings left out: {notice}" for notice in notices)


def added(report: AddReport, opening: float) -> str:
    """How long it took to add the papers and to open the library."""
    return (
        f"Added {len(report.read)} files ({report.pages} pages, {report.passages} passages) in "
        f"{report.seconds:.1f} s, the models' loading included; opened in {opening:.1f} s."
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
