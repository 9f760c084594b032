"""``make bench-large``: opening, asking and browsing a library of 10^5 passages.

The papers are those of ``benchmarks.decades``, added as any others; this takes a quarter of an
hour once, and the library is kept. Embedding them would take hours on two cores: instead, a
passage's vector is the mean of the model's vectors of its words. A search by meaning takes as
long with these as with others; how well it finds is measured elsewhere (``benchmarks.run``).
"""

import argparse
import re
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

import numpy as np

from assistant.answering import Assistant
from assistant.conversation import NEW_CONVERSATION
from assistant.desk.opened import Desk, desk
from assistant.filing.adding import add_papers
from assistant.opening import NONE
from assistant.record.completeness import completeness
from assistant.record.contents import contents
from assistant.record.register import register
from assistant.record.timeline import timeline
from assistant.settings import Settings, from_environment
from benchmarks.decades import write_papers
from benchmarks.decades_asked import FOLLOWED, Asked, kinds, questions
from corpus.filters import NO_FILTERS, Filters
from corpus.library import Library
from index.embedding import SentenceTransformerEmbedder
from index.hits import Embedder, Vectors
from index.storage import write_index

FOLDER = Path(__file__).parent.parent / "data" / "large"
YEARS = 30
EACH = 6
"""Questions of each kind."""
AIM = 1.0
"""Seconds to an answer, and to what a page shows."""
Made = TypeVar("Made")
_WORD = re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of the clock, and of the processor in all threads of this process."""

    clock: float
    processor: float


class MeansOfWords:
    """An Embedder: the mean of the vectors that ``model`` gives for the words of a text."""

    def __init__(self, model: Embedder) -> None:
        self._model = model
        self._vectors: dict[str, Vectors] = {}
        self.name, self.dimension = model.name, model.dimension

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """As the model does."""
        return self._model.embed_questions(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Means of the words' vectors, unit rows."""
        words = [_WORD.findall(text.casefold()) for text in texts]
        fresh = sorted({word for each in words for word in each} - self._vectors.keys())
        self._vectors |= zip(fresh, self._model.embed_passages(fresh), strict=True)
        means = np.array([np.mean([self._vectors[w] for w in each], axis=0) for each in words])
        rows = means / np.linalg.norm(means, axis=1, keepdims=True)
        return np.asarray(rows, dtype=np.float32)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables; build the library where there is none."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.large")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the library is kept")
    parser.add_argument("--years", type=int, default=YEARS, help="30 make 100,000 passages")
    given = parser.parse_args(arguments)
    settings = replace(from_environment(), library=given.folder / "library")
    if not (given.folder / "built").exists():
        print(f"Building the large library in {given.folder} (once)", flush=True)
        build(given.folder, settings, given.years)
    for line in tables(settings):
        print(line, flush=True)


def build(folder: Path, settings: Settings, years: int) -> None:
    """Write the papers, add them, and make their index."""
    write_papers(folder / "papers", years)
    add_papers(replace(settings, embedding_model=NONE), [folder / "papers"])
    add_index(settings)
    (folder / "built").touch()


def add_index(settings: Settings) -> None:
    """Make the index of a library that has none."""
    library = Library(settings.library)
    embedder = MeansOfWords(SentenceTransformerEmbedder(settings.embedding_model))
    name = write_index(library.folder, library.passages(), embedder)
    with library.writing():
        library.set_generation(name)
    library.close()


def tables(settings: Settings) -> Iterator[str]:
    """The figures as Markdown."""
    opened, opening = timed(lambda: desk(settings))
    if opened is None:
        raise SystemExit(f"There is no library in {settings.library}.")
    held = opened.assistant.holdings
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield (
        f"## Large library: {len(held.passages):,} passages, {len(held.decisions):,} decisions, "
        f"{len(held.appearances):,} appearances in {len(held.papers):,} papers"
    )
    yield ""
    yield (
        f"Opened in {opening.clock:.1f} s ({opening.processor:.1f} s of processor time), models "
        f"included; {memory:,.0f} MB at most."
    )
    yield ""
    yield from asking(opened.assistant)
    yield from browsing(opened)


def asking(assistant: Assistant) -> Iterator[str]:
    """Seconds to the answer by kind of question."""
    asked = questions(assistant.library, EACH)
    taken = list(ask_all(assistant, asked))
    yield f"| question (aim: {AIM:.0f} s) | asked | median s | slowest s | median processor s |"
    yield "|---|---|---|---|---|"
    for kind in kinds(asked):
        of_kind = [
            each for each, question in zip(taken, asked, strict=True) if question.kind == kind
        ]
        yield _row(kind, of_kind)
    yield _row("all", taken)
    yield ""


def ask_all(assistant: Assistant, asked: Sequence[Asked]) -> Iterator[Taken]:
    """What each question takes, in their order."""
    before = NEW_CONVERSATION
    for each in asked:
        conversation = before if each.kind == FOLLOWED else NEW_CONVERSATION
        reply, taken = timed(partial(assistant.ask, each.question, conversation))
        before = conversation.after(reply)
        yield taken


def browsing(opened: Desk) -> Iterator[str]:
    """Seconds to what the pages show besides answers: at first, and again."""
    library, cabinet = opened.assistant.library, Filters(body="Cabinet")
    views: dict[str, Callable[[], object]] = {
        "register, whole": lambda: register(library, NO_FILTERS),
        "register of one body": lambda: register(library, cabinet),
        "register about a subject": lambda: register(library, NO_FILTERS, about="ferry landing"),
        "timeline of a subject": lambda: timeline(library, NO_FILTERS, "ferry landing"),
        "what the register rests on": lambda: completeness(library, NO_FILTERS, 1),
        "papers, whole": lambda: contents(library),
        "search": lambda: opened.assistant.search("ferry landing fares"),
        "the same desk again": lambda: desk(opened.settings),
    }
    yield f"| view (aim: {AIM:.0f} s) | first s | again s |"
    yield "|---|---|---|"
    for name, view in views.items():
        first, again = timed(view)[1], timed(view)[1]
        yield f"| {name} | {first.clock:.2f} | {again.clock:.2f} |"
    yield ""


def timed(make: Callable[[], Made]) -> tuple[Made, Taken]:
    """What ``make`` gives, and how long it took."""
    clock, processor = time.perf_counter(), time.process_time()
    made = make()
    return made, Taken(time.perf_counter() - clock, time.process_time() - processor)


def _row(kind: str, taken: Sequence[Taken]) -> str:
    clock = [each.clock for each in taken]
    processor = median(each.processor for each in taken)
    figures = f"{median(clock):.2f} | {max(clock):.2f} | {processor:.2f}"
    return f"| {kind} | {len(taken)} | {figures} |"


if __name__ == "__main__":
    main()
