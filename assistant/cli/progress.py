"""Progress on standard error: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click
from tqdm import tqdm

from assistant.counting import time_left
from assistant.filing.tallying import Progress

T = TypeVar("T")

SECONDS_BETWEEN_LINES = 2.0
"""A log of ten thousand lines helps nobody."""


@contextmanager
def shown_progress() -> Iterator[Callable[[Progress], None]]:
    """What to call with each progress of an adding while the block lasts."""
    if not sys.stderr.isatty():
        lines = Lines()
        yield lambda progress: lines.show(in_words(progress))
        return
    with tqdm(total=0, bar_format="{l_bar}{bar}| {postfix}", leave=False) as bar:

        def show(progress: Progress) -> None:
            bar.total = progress.files + progress.to_embed
            bar.n = progress.files_done + progress.embedded
            bar.set_postfix_str(in_words(progress))

        yield show


def counted_off(results: Iterable[T], total: int) -> Iterator[T]:
    """``results`` as they are, with their progress shown as questions of ``total``."""
    if sys.stderr.isatty():
        yield from tqdm(results, total=total, unit=" questions")
        return
    lines = Lines()
    for number, result in enumerate(results, 1):
        lines.show(f"{number:,} of {total:,} questions")
        yield result


class Lines:
    """Writes at most one line in two seconds."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def show(self, line: str) -> None:
        """Write ``line`` if it is time."""
        now = time.monotonic()
        if now - self._last >= SECONDS_BETWEEN_LINES:
            self._last = now
            click.echo(line, err=True)


def in_words(progress: Progress) -> str:
    """Such as "3 of 12 files, 140 pages, 1,200 passages, about 20 s left: pack.pdf"."""
    told = f"{progress.files_done:,} of {progress.files:,} files, {progress.pages:,} pages"
    told += f", {progress.passages:,} passages"
    if progress.to_embed:
        told += f", {progress.embedded:,} of {progress.to_embed:,} embedded"
    if progress.seconds_left is not None:
        told += f", about {time_left(progress.seconds_left)} left"
    return f"{told}: {progress.source}" if progress.source else told
