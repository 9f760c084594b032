"""Text whose every character remembers its place in the document."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.papers import Run


@dataclass(frozen=True, slots=True)
class TracedText:
    """``text`` with the runs that trace it to a document's text.

    A character that cleaning put in (a space between two joined lines) is traced to the
    character after the piece before it.
    """

    text: str
    runs: tuple[Run, ...]

    def __len__(self) -> int:
        return len(self.text)

    def place(self, at: int) -> int:
        """The offset in the document of character ``at``."""
        return place_of(self.runs, at)

    def slice(self, start: int, end: int) -> "TracedText":
        """The characters ``start`` to ``end`` (exclusive)."""
        start, end = max(0, start), min(end, len(self.text))
        if start >= end:
            return TracedText("", ())
        first = _run_at(self.runs, start)
        runs = [Run(0, self.place(start))]
        runs += [Run(run.at - start, run.place) for run in self.runs[first + 1 :] if run.at < end]
        return TracedText(self.text[start:end], tuple(runs))

    def strip(self) -> "TracedText":
        """Without white space at both ends."""
        stripped = self.text.lstrip()
        start = len(self.text) - len(stripped)
        return self.slice(start, start + len(stripped.rstrip()))

    def without(self, pattern: re.Pattern[str]) -> "TracedText":
        """Without all that matches ``pattern``."""
        if not pattern.search(self.text):
            return self
        pieces, end = [], 0
        for match in pattern.finditer(self.text):
            pieces.append(self.slice(end, match.start()))
            end = match.end()
        pieces.append(self.slice(end, len(self.text)))
        return joined(pieces, "")


def traced(text: str, place: int) -> TracedText:
    """``text`` that stands at ``place`` of a document."""
    return TracedText(text, (Run(0, place),) if text else ())


def joined(pieces: Iterable[TracedText], separator: str) -> TracedText:
    """The pieces one after another with ``separator`` between them."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for piece in pieces:
        if not piece.text:
            continue
        if texts:
            texts.append(separator)
            length += len(separator)
        texts.append(piece.text)
        runs += [Run(length + run.at, run.place) for run in piece.runs]
        length += len(piece.text)
    return TracedText("".join(texts), _compact(runs))


def place_of(runs: tuple[Run, ...], at: int) -> int:
    """The offset in the document of character ``at`` of a text with these runs."""
    run = runs[_run_at(runs, at)]
    return run.place + at - run.at


def _run_at(runs: tuple[Run, ...], at: int) -> int:
    return max(0, bisect_right(runs, at, key=lambda run: run.at) - 1)


def _compact(runs: list[Run]) -> tuple[Run, ...]:
    """Runs that go on where the one before ends are one run."""
    kept: list[Run] = []
    for run in runs:
        if kept and kept[-1].place - kept[-1].at == run.place - run.at:
            continue
        kept.append(run)
    return tuple(kept)
