"""``papers`` and ``people``: what the library holds, and who appears in it."""

import json

import click

from assistant.cli.opening import opened_library
from assistant.cli.options import filter_options, library_option
from assistant.record import contents, people
from corpus.filters import Filters


@click.command("papers")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@filter_options
@library_option
def list_papers(as_json: bool, filters: Filters) -> None:
    """List the papers, oldest first, with their items or minutes and their people."""
    held = contents.contents(opened_library(), filters)
    if as_json:
        rows = [contents.to_json(each) for each in held]
        click.echo(json.dumps({"papers": rows}, ensure_ascii=False, indent=2))
    else:
        click.echo(contents.to_text(held))


@click.command("people")
@click.argument("name", nargs=-1, metavar="[NAME]")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@filter_options
@library_option
def list_people(name: tuple[str, ...], as_json: bool, filters: Filters) -> None:
    """List who appears in the minutes, in what capacity and role, by name."""
    found = people.people(opened_library(), filters, " ".join(name))
    if as_json:
        rows = [people.appearance_to_json(each) for each in found]
        click.echo(json.dumps({"people": rows}, ensure_ascii=False, indent=2))
    else:
        click.echo(people.to_text(found))
