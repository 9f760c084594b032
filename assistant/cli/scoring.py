"""``evaluate``: the scores of a question set."""

import json
from pathlib import Path

import click

from assistant.cli.opening import opened
from assistant.cli.options import library_option
from assistant.cli.progress import counted_off
from assistant.evaluation.gold import read_gold
from assistant.evaluation.running import run
from assistant.evaluation.scores import score, to_json, to_text


@click.command()
@click.argument("questions", type=click.Path(path_type=Path), metavar="QUESTIONS.jsonl")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@library_option
def evaluate(questions: Path, as_json: bool) -> None:
    """Print the scores of a question set.

    QUESTIONS.jsonl holds questions with gold answers; what went wrong is listed.
    """
    gold = read_gold(questions)
    verdicts = list(counted_off(run(opened(), gold), len(gold)))
    scores = score(verdicts)
    click.echo(
        json.dumps(to_json(scores), ensure_ascii=False, indent=2) if as_json else to_text(scores)
    )
