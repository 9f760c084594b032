"""``feedback``: what people said is wrong with answers, in words or as a question set."""

import json
from pathlib import Path

import click

from assistant.batch import write_lines
from assistant.cli.opening import settings
from assistant.cli.options import library_option
from assistant.counting import counted
from assistant.feedback.as_lines import to_row
from assistant.feedback.exporting import is_complete, to_question, to_text
from assistant.feedback.keeping import kept
from assistant.feedback.remarks import Remark
from corpus.database import FILE_NAME
from corpus.errors import LibraryError


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option(
    "--export",
    type=click.Path(path_type=Path),
    metavar="OUT.jsonl",
    help="Write a question set for `evaluate`.",
)
@library_option
def feedback(as_json: bool, export: Path | None) -> None:
    """List what people said is wrong with answers, oldest first.

    What they pointed at stays in the library's folder. A question set made of it can be given
    to `evaluate` at once: it tells whether the same is wrong still. Where nobody has said
    what would be right, that is to be filled in before the question is counted.
    """
    library = settings().library
    if not (library / FILE_NAME).is_file():
        raise LibraryError(
            f"There is no library in {library}. Name the folder of one with --library."
        )
    found = kept(library)
    for reason in found.unreadable:
        click.echo(f"{reason} It is left as it stands.", err=True)
    if export:
        _export(export, found.remarks)
    if as_json:
        rows = [to_row(remark) for remark in found.remarks]
        click.echo(json.dumps({"feedback": rows}, ensure_ascii=False, indent=2))
    elif not export:
        click.echo(to_text(found.remarks))


def _export(out: Path, remarks: tuple[Remark, ...]) -> None:
    write_lines(out, [to_question(number, each) for number, each in enumerate(remarks, 1)])
    left = sum(not is_complete(remark) for remark in remarks)
    click.echo(f"{counted(len(remarks), 'question')} written to {out}.", err=True)
    if left:
        click.echo(
            f"{left} of them {'is' if left == 1 else 'are'} to be completed: the note in each "
            "line says how. Until then `evaluate` asks them, tells whether the same is wrong "
            "still, and does not count them.",
            err=True,
        )
