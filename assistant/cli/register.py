"""``decisions``: the register, narrowed and written as wanted."""

import functools
import json
from collections.abc import Callable
from dataclasses import dataclass

import click

from assistant.cli.opening import opened_library
from assistant.cli.options import filter_options, library_option
from assistant.record.completeness import completeness
from assistant.record.exporting import timeline_to_json, to_csv, to_json
from assistant.record.listing import timeline_to_text, to_text
from assistant.record.register import newest_first, register
from assistant.record.timeline import timeline
from corpus.filters import Filters
from corpus.library import Library
from corpus.papers import Force


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person typed: which decisions, in which order; ``form`` is "csv", "json" or None."""

    about: str
    forces: tuple[Force, ...]
    newest_first: bool
    form: str | None


def _wanted_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what chooses among decisions; the command takes it as ``wanted``."""

    @click.argument("about", nargs=-1, metavar="[ABOUT]")
    @click.option(
        "--force",
        "forces",
        multiple=True,
        type=click.Choice([force.value for force in Force], case_sensitive=False),
        help="Only decisions of this force; may be given again.",
    )
    @click.option("--newest-first", "backwards", is_flag=True, help="Else oldest first.")
    @click.option("--csv", "form", flag_value="csv", help="Write CSV.")
    @click.option("--json", "form", flag_value="json", help="Write JSON.")
    @functools.wraps(command)
    def wanted(
        *,
        about: tuple[str, ...],
        forces: tuple[str, ...],
        backwards: bool,
        form: str | None,
        **rest: object,
    ) -> None:
        words = " ".join(about).strip()
        command(wanted=Wanted(words, tuple(map(Force, forces)), backwards, form), **rest)

    return wanted


@click.command()
@_wanted_options
@click.option(
    "--timeline", "over_meetings", is_flag=True, help="What became of ABOUT, meeting by meeting."
)
@filter_options
@library_option
def decisions(wanted: Wanted, over_meetings: bool, filters: Filters) -> None:
    """List the register of decisions, oldest first.

    ABOUT are words that the title or the words of a decision must hold.
    """
    if over_meetings and not wanted.about:
        raise click.UsageError("--timeline follows one subject: name it, as in: parking charges.")
    if over_meetings and (wanted.forces or wanted.form == "csv"):
        raise click.UsageError("--timeline tells of every force, in words or as --json.")
    write = _timeline if over_meetings else _register
    write(opened_library(), wanted, filters)


def _register(library: Library, wanted: Wanted, filters: Filters) -> None:
    entries = register(library, filters, wanted.forces, wanted.about)
    entries = newest_first(entries) if wanted.newest_first else entries
    held = completeness(library, filters, len(entries))
    if wanted.form == "json":
        click.echo(json.dumps(to_json(entries, held), ensure_ascii=False, indent=2))
    elif wanted.form == "csv":
        click.echo(to_csv(entries), nl=False)
        click.echo(held.in_words(), err=True)
    else:
        click.echo(to_text(entries, held))


def _timeline(library: Library, wanted: Wanted, filters: Filters) -> None:
    stages = timeline(library, filters, wanted.about, backwards=wanted.newest_first)
    held = completeness(library, filters, sum(len(stage.steps) for stage in stages))
    if wanted.form == "json":
        told = timeline_to_json(wanted.about, stages, held)
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo(timeline_to_text(stages, held))
