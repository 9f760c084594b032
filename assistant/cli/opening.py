"""Opening the library that the command names."""

import click

from assistant.answering import Assistant
from assistant.settings import Settings
from corpus.library import Library


def settings() -> Settings:
    """Those of the command that runs."""
    return click.get_current_context().find_object(Settings) or Settings()


def opened() -> Assistant:
    """The assistant over the library; what a person must know goes to standard error."""
    from assistant.opening import open_assistant  # loads models, which takes seconds

    assistant = open_assistant(settings())
    for notice in assistant.notices:
        click.echo(notice, err=True)
    return assistant


def opened_library() -> Library:
    """The library alone, without models. Raises LibraryError."""
    return Library(settings().library)
