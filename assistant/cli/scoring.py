"""``evaluate``: the scores of a question set; ``questions``: a set from the library itself."""

import json
from collections import Counter
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from assistant.batch import write_lines
from assistant.cli.opening import opened, opened_library, settings
from assistant.cli.options import library_option
from assistant.cli.progress import counted_off
from assistant.counting import counted
from assistant.evaluation.gold import read_gold
from assistant.evaluation.making.building import MOST, built
from assistant.evaluation.making.drafts import to_line
from assistant.evaluation.report import Report, to_json, write_report
from assistant.evaluation.running import run
from assistant.evaluation.scores import Scores, score, to_text


@click.command()
@click.argument("questions", type=click.Path(path_type=Path), metavar="QUESTIONS.jsonl")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--no-report", is_flag=True, help="Leave the library's last report as it is.")
@library_option
def evaluate(questions: Path, as_json: bool, no_report: bool) -> None:
    """Print the scores of a question set, and keep them as the library's report.

    QUESTIONS.jsonl holds questions with gold answers; what went wrong is listed. The page
    shows the report, which lies in the library's folder.
    """
    gold = read_gold(questions)
    scores = score(list(counted_off(run(opened(), gold), len(gold))))
    report = _report(questions.name, scores)
    click.echo(
        json.dumps(to_json(report), ensure_ascii=False, indent=2) if as_json else to_text(scores)
    )
    if not no_report:
        click.echo(f"Report written to {write_report(settings().library, report)}", err=True)


@click.command(name="questions")
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT.jsonl")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=MOST,
    show_default=True,
    metavar="N",
    help="At most so many questions.",
)
@library_option
def write_questions(out: Path, most: int) -> None:
    """Write a question set about the library's own papers, for `evaluate`.

    Its answers are what the program read out of the papers: look through them before you
    rely on the scores. About a third of the questions have no answer in the papers.
    """
    drafts = built(opened_library(), most)
    write_lines(out, [to_line(number, draft) for number, draft in enumerate(drafts, 1)])
    kinds = Counter(draft.kind for draft in drafts)
    told = ", ".join(f"{of_kind} {kind}" for kind, of_kind in sorted(kinds.items()))
    unanswerable = sum(not draft.answerable for draft in drafts)
    click.echo(f"{counted(len(drafts), 'question')} written to {out}: {told}")
    click.echo(f"The papers answer {len(drafts) - unanswerable}, and do not answer {unanswerable}.")


def _report(name: str, scores: Scores) -> Report:
    now = datetime.now().astimezone()
    return Report(now, f"council-papers evaluate {name}", name, _version(), scores)


def _version() -> str:
    try:
        return version("council-papers")
    except PackageNotFoundError:  # run from a checkout
        return "unknown"
