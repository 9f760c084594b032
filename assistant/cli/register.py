"""``decisions``: the register, narrowed and written as wanted."""

import json

import click

from assistant.cli.opening import opened_library
from assistant.cli.options import filter_options, library_option
from assistant.completeness import completeness
from assistant.register import newest_first, register, to_csv, to_json, to_text
from corpus.filters import Filters
from corpus.papers import Force


@click.command()
@click.argument("about", nargs=-1, metavar="[ABOUT]")
@click.option(
    "--force",
    "forces",
    multiple=True,
    type=click.Choice([force.value for force in Force], case_sensitive=False),
    help="Only decisions of this force; may be given again.",
)
@click.option("--newest-first", "order", flag_value="newest", help="Else oldest first.")
@click.option("--csv", "form", flag_value="csv", help="Write CSV.")
@click.option("--json", "form", flag_value="json", help="Write JSON.")
@filter_options
@library_option
def decisions(
    about: tuple[str, ...],
    forces: tuple[str, ...],
    order: str | None,
    form: str | None,
    filters: Filters,
) -> None:
    """List the register of decisions, oldest first."""
    library = opened_library()
    entries = register(library, filters, [Force(force) for force in forces], " ".join(about))
    entries = newest_first(entries) if order else entries
    held = completeness(library, filters, len(entries))
    if form == "json":
        click.echo(json.dumps(to_json(entries, held), ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(to_csv(entries), nl=False)
        click.echo(held.in_words(), err=True)
    else:
        click.echo(to_text(entries, held))
