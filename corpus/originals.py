"""The file that a paper was read from, as long as it is still there and the same."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from corpus.errors import UnreadableFileError
from corpus.library import FileRecord


def original_of(record: FileRecord) -> Path:
    """The path of the file of ``record``, whose bytes are those that were read.

    Raises UnreadableFileError if it is not there any more, or has changed since.
    """
    changed = False
    for path in _places(record):
        try:
            if not path.is_file():
                continue
            state = path.stat()
            if _digest(path, state.st_size, state.st_mtime_ns) == record.digest:
                return path
        except OSError as error:
            raise UnreadableFileError(
                record.source,
                f"the file cannot be opened ({error.strerror or error})",
                "See that this program may read it.",
            ) from error
        changed = True
    if changed:
        raise UnreadableFileError(
            record.source,
            "the file has changed since it was read",
            "Add it again, so that its papers are read anew.",
        )
    raise UnreadableFileError(
        record.source,
        f"the file is not in {record.root} any more",
        "Put it back there, or remove it and add it from where it is now.",
    )


def is_kept_out(record: FileRecord, page: int) -> bool:
    """Whether ``page`` (1-based) was kept out of the library because it is exempt."""
    said = (each.problem for each in record.pages if each.number == page)
    by_page = any(problem and problem.startswith("exempt") for problem in said)
    return by_page or any(part.first <= page <= part.last for part in record.withheld)


def _places(record: FileRecord) -> Iterator[Path]:
    """Where the file may lie.

    A source may begin with names of the folders above its own, to tell it from another.
    """
    parts = PurePosixPath(record.source).parts
    if ".." in parts:
        return
    for first in range(len(parts)):
        if parts[first] != "/":
            yield Path(record.root, *parts[first:])


@lru_cache(maxsize=256)
def _digest(path: Path, size: int, changed_ns: int) -> str:
    """The SHA-256 of a file's bytes, reckoned once for as long as it is of that size and time."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
