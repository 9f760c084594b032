"""A library held for writing: its folder, and a lock so that one process writes at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.settings import Settings
from corpus.errors import LibraryBusyError, LibraryError
from corpus.library import Library

WAIT_SECONDS = 600
"""How long to wait for another process that is writing to the same library."""


@contextmanager
def opened(settings: Settings, *, create: bool) -> Iterator[Library]:
    """The library, closed at the end. Raises LibraryError."""
    library = Library(settings.library, create=create)
    try:
        yield library
    finally:
        library.close()


def make(folder: Path) -> None:
    """Make the library's folder where there is none. Raises LibraryError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_be_written(folder, error) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the library's lock, so that one process writes at a time."""
    lock = FileLock(folder / ".lock", timeout=WAIT_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        raise LibraryBusyError(
            f"Another process is writing to the library {folder}. Wait for it to end, and try "
            "again."
        ) from error
    except OSError as error:
        raise _cannot_be_written(folder, error) from error
    try:
        yield
    finally:
        lock.release()


def _cannot_be_written(folder: Path, error: OSError) -> LibraryError:
    return LibraryError(
        f"The library {folder} cannot be written: {error.strerror or error}. "
        "Make room, let this user write there, or name another folder with --library."
    )
