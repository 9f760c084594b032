"""``add`` and ``remove``: what the library holds."""

from collections.abc import Iterable
from pathlib import Path

import click

from assistant.cli.opening import settings
from assistant.cli.options import library_option
from assistant.cli.progress import shown_progress
from assistant.counting import counted
from assistant.filing.adding import add_papers, remove_papers
from assistant.filing.tallying import AddReport, Problem


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option(
    "--with-exempt",
    is_flag=True,
    help="Let exempt papers in. From then on the library is not for the public, for good.",
)
@library_option
@click.pass_context
def add(ctx: click.Context, paths: tuple[Path, ...], with_exempt: bool) -> None:
    """Read files and folders into the library.

    Again, only what has changed is read. Papers that are marked as exempt are kept out.
    """
    with shown_progress() as show:
        report = add_papers(settings(), paths, show, with_exempt=with_exempt)
    click.echo(in_words(report))
    for notice in report.notices:
        click.echo(notice, err=True)
    if (report.unreadable or report.exempt) and not (report.read or report.unchanged):
        ctx.exit(1)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@library_option
def remove(sources: tuple[str, ...]) -> None:
    """Take papers out of the library.

    SOURCE is the name of a file as citations show it.
    """
    for source in remove_papers(settings(), sources):
        click.echo(f"Removed {source}")


def in_words(report: AddReport) -> str:
    """What became of every file, for people."""
    told = f"{counted(len(report.read), 'file')} read in {report.seconds:.1f} s"
    told += f": {counted(report.pages, 'page')}, {counted(report.passages, 'passage')}"
    told += f", {counted(report.decisions, 'decision')}"
    lines = [told, f"{counted(len(report.unchanged), 'file')} unchanged"]
    lines += _listed("could not be read", report.unreadable)
    lines += _listed("kept out as exempt", report.exempt, "paper")
    lines += _listed("exempt, and let in", report.let_in, "paper")
    return "\n".join(lines)


def _listed(what: str, problems: Iterable[Problem], unit: str = "file") -> list[str]:
    lines = [f"  {problem.source}: {problem.reason}" for problem in problems]
    return [f"{counted(len(lines), unit)} {what}:", *lines] if lines else []
