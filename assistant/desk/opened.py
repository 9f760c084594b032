"""One opened assistant and what its library holds, for all who ask."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from assistant.answering import Assistant
from assistant.desk.catalogue import Catalogue, catalogue
from assistant.desk.examples import examples
from assistant.opening import open_assistant
from assistant.settings import Settings
from corpus.database import FILE_NAME
from corpus.errors import CouncilPapersError

UPLOADS = "uploads"
"""The library's own folder for papers that came by a page."""
_A_QUESTION = "What was resolved?"
"""Any will do: the models work slowly the first time."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An opened assistant. ``questions`` are examples that its library can answer."""

    settings: Settings
    assistant: Assistant
    catalogue: Catalogue
    questions: tuple[str, ...]


def desk(settings: Settings) -> Desk | None:
    """The desk over the library as it stands on disk now; None where there is none yet.

    Raises CouncilPapersError.
    """
    if not (settings.library / FILE_NAME).is_file():
        return None
    with _opening:  # one opens, the others wait for the same
        return _opened(settings, _version(settings.library))


def warm(settings: Settings) -> None:
    """Open the desk before the first person comes, so that nobody waits for it; may fail.

    Takes seconds, more for a large library: call it in a thread of its own as the server
    starts. Whoever comes meanwhile waits for the same desk. What fails here fails again, and
    is told, when somebody comes.
    """
    with suppress(CouncilPapersError):
        opened = desk(settings)
        if opened and opened.assistant.holdings.passages:
            opened.assistant.ask(opened.questions[0] if opened.questions else _A_QUESTION)


def close() -> None:
    """Open anew at the next call: the library has changed."""
    _opened.cache_clear()
    gc.unfreeze()


_opening = Lock()


@lru_cache(maxsize=2)
def _opened(settings: Settings, version: str) -> Desk:
    """``version`` tells the states of one library apart."""
    with _uncollected():
        assistant = open_assistant(settings)
        held = catalogue(assistant.library)
        holdings = assistant.holdings
        questions = examples(held.papers, holdings.decisions, appearances=holdings.appearances)
        return Desk(settings, assistant, held, tuple(questions))


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is made here stays: not to look for garbage among it, now or later, saves seconds."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.collect()
        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()


def _version(folder: Path) -> str:
    """Changes with every change of the library; reading alone does not change it."""
    parts = [str(folder.resolve())]
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        path = folder / name
        if path.is_file() and path.stat().st_size:
            parts.append(f"{name}:{path.stat().st_size}:{path.stat().st_mtime_ns}")
    return "|".join(parts)
