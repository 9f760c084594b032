"""Options that stand the same on every subcommand, and how they become values."""

import functools
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from assistant.settings import Settings, from_environment
from corpus.filters import Filters
from corpus.papers import PaperKind


def _choose_library(ctx: click.Context, _: click.Parameter, library: Path | None) -> None:
    settings = ctx.find_object(Settings) or from_environment()
    ctx.obj = replace(settings, library=library) if library else settings


library_option = click.option(
    "--library",
    type=click.Path(path_type=Path),
    metavar="DIR",
    expose_value=False,
    is_eager=True,
    callback=_choose_library,
    help="The library's folder [COUNCIL_PAPERS_LIBRARY, else data/library].",
)
"""Before the subcommand or after it; after it goes first."""


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the filters to a command, which takes them as one keyword, ``filters``."""

    @click.option("--council", metavar="NAME", help="Only this council.")
    @click.option("--body", metavar="NAME", help="Only this body, or a part of its name.")
    @click.option("--since", metavar="DATE", callback=as_date, help="Only meetings from this date.")
    @click.option("--until", metavar="DATE", callback=as_date, help="Only meetings to this date.")
    @click.option("--kind", type=_KINDS, callback=_kind, help="Only this kind of paper.")
    @click.option("--source", metavar="FILE", help="Only this file.")
    @functools.wraps(command)
    def narrowed(**options: object) -> None:
        fields = {name: options.pop(name) for name in Filters.__slots__}
        command(filters=Filters(**fields), **options)  # type: ignore[arg-type]

    return narrowed


_KINDS = click.Choice([kind.value for kind in PaperKind], case_sensitive=False)


def as_date(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """The date that an option gives, such as 2012-03-19, or None."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a date such as 2012-03-19.") from error


def _kind(_: click.Context, __: click.Parameter, value: str | None) -> PaperKind | None:
    return PaperKind(value) if value else None
