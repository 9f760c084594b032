"""The command and its subcommands.

Exits 0 on success, 1 where something could not be done, 2 on wrong usage. Results go to
standard output, all else to standard error.
"""

import click

from assistant.cli.asking import ask, search
from assistant.cli.contents import list_papers, list_people
from assistant.cli.feedback import feedback
from assistant.cli.fetching import fetch
from assistant.cli.filing import add, remove
from assistant.cli.options import library_option
from assistant.cli.register import decisions
from assistant.cli.scoring import evaluate, write_questions
from assistant.cli.serving import serve
from assistant.cli.standing import status
from corpus.errors import CouncilPapersError


class _Commands(click.Group):
    """Says what could not be done in one message instead of a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CouncilPapersError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@library_option
@click.version_option(package_name="council-papers", prog_name="council-papers")
def main() -> None:
    """Ask council papers: every answer is the record's own words, with its citation."""


for _command in (
    *(fetch, add, remove, status, search, ask),
    *(decisions, list_papers, list_people, serve, evaluate),
    *(write_questions, feedback),
):
    main.add_command(_command)
