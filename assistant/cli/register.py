"""``decisions``: the register, narrowed and written as wanted."""

import json

import click

from assistant.cli.opening import opened_library
from assistant.cli.options import filter_options, library_option
from assistant.completeness import completeness
from assistant.exporting import timeline_to_json, to_csv, to_json
from assistant.listing import timeline_to_text, to_text
from assistant.register import newest_first, register
from assistant.timeline import timeline
from corpus.filters import Filters
from corpus.library import Library
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
@click.option(
    "--timeline", "over_meetings", is_flag=True, help="What became of ABOUT, a line each time."
)
@click.option("--csv", "form", flag_value="csv", help="Write CSV.")
@click.option("--json", "form", flag_value="json", help="Write JSON.")
@filter_options
@library_option
def decisions(**chosen: object) -> None:
    """List the register of decisions, oldest first."""
