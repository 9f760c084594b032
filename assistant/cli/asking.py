"""``ask`` and ``search``, for one question or for a file of them."""

import functools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from assistant.as_json import HitJson, hit_to_json, to_json
from assistant.batch import Asked, Found, ask_all, read_batch, search_all, write_lines
from assistant.citing import caution
from assistant.cli.opening import opened
from assistant.cli.options import filter_options, library_option
from assistant.cli.progress import counted_off
from assistant.rendering import shortened, to_text
from assistant.takeaway.extracts import extract_of
from assistant.takeaway.saving import FORMS_IN_WORDS, form_of, save_extract
from corpus.errors import BadRequestError
from corpus.filters import Filters
from index.hits import Hit


@dataclass(frozen=True, slots=True)
class Request:
    """What a person typed: the words of a question, or a file of questions."""

    words: str
    batch: Path | None
    out: Path | None
    as_json: bool


def _request_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what names a question or a batch; the command takes it as ``request``."""

    @click.argument("words", nargs=-1, metavar="QUESTION")
    @click.option("--json", "as_json", is_flag=True, help="Write JSON.")
    @click.option("--batch", type=_FILE, metavar="IN", help=f"A file of lines such as {_LINE}.")
    @click.option("--out", type=_FILE, metavar="OUT", help="Where a batch goes [standard output].")
    @functools.wraps(command)
    def requested(
        *,
        words: tuple[str, ...],
        as_json: bool,
        batch: Path | None,
        out: Path | None,
        **rest: object,
    ) -> None:
        if bool(words) == bool(batch):
            raise click.UsageError("Give either a question or --batch with a file of them.")
        if out and not batch:
            raise click.UsageError("--out goes with --batch.")
        if words and not " ".join(words).strip():
            raise BadRequestError("The question is empty. Write what you want to know.")
        command(request=Request(" ".join(words).strip(), batch, out, as_json), **rest)

    return requested


_FILE = click.Path(path_type=Path)
_LINE = '{"id": "q1", "question": "…", "follow_up_of": null}'


@click.command()
@_request_options
@click.option("--save", type=_FILE, metavar="FILE", help=f"Save it too, as {FORMS_IN_WORDS}.")
@filter_options
@library_option
def ask(request: Request, filters: Filters, save: Path | None) -> None:
    """Answer QUESTION in the papers' own words.

    Every statement has its citation; what the papers do not hold is said not to be recorded.
    """
    if save:
        if request.batch:
            raise click.UsageError("--save goes with a question; a batch goes to --out.")
        form_of(save)
    if request.batch:
        questions = read_batch(request.batch)
        asked = ask_all(opened(), questions, filters)
        _write(request.out, map(_asked_line, counted_off(asked, len(questions))))
        return
    assistant = opened()
    reply = assistant.ask(request.words, filters=filters)
    click.echo(_dumped(to_json(reply), indent=2) if request.as_json else to_text(reply))
    if save:
        saved = save_extract(save, extract_of(assistant, [reply], date.today()), assistant.library)
        click.echo(saved, err=True)


@click.command()
@_request_options
@click.option("-k", default=10, show_default=True, type=click.IntRange(1), help="How many.")
@filter_options
@library_option
def search(request: Request, k: int, filters: Filters) -> None:
    """Show the passages nearest to QUESTION, best first."""
    if request.batch:
        questions = read_batch(request.batch)
        found = search_all(opened(), questions, k, filters)
        _write(request.out, map(_found_line, counted_off(found, len(questions))))
        return
    hits = opened().search(request.words, k, filters)
    click.echo(_dumped(_results(hits), indent=2) if request.as_json else _shown(hits))


def _write(out: Path | None, lines: Iterable[str]) -> None:
    if out:
        write_lines(out, lines)
        return
    for line in lines:
        click.echo(line)


def _asked_line(asked: Asked) -> str:
    return _dumped(to_json(asked.reply, asked.question.id, asked.seconds))


def _found_line(found: Found) -> str:
    seconds = round(found.seconds, 4)
    return _dumped({"id": found.question.id, "results": _results(found.hits), "seconds": seconds})


def _results(hits: Iterable[Hit]) -> list[HitJson]:
    return [hit_to_json(rank, hit) for rank, hit in enumerate(hits, 1)]


def _dumped(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _shown(hits: list[Hit]) -> str:
    if not hits:
        return "No passage holds these words. Try other words, or fewer filters."
    return "\n\n".join(_result(rank, hit) for rank, hit in enumerate(hits, 1))


def _result(rank: int, hit: Hit) -> str:
    unsure = caution(hit.passage.span)
    told = f"{rank}. {hit_to_json(rank, hit)['reference']}\n   {shortened(hit.passage.text, 60)}"
    return f"{told} ({unsure})" if unsure else told
