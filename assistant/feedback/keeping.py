"""Remarks in the library's own folder: a file to which one line is added for each."""

import os
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.feedback.as_lines import remark_in, to_line
from assistant.feedback.remarks import Remark
from corpus.errors import BadRequestError, LibraryBusyError, LibraryError

NAME = "feedback.jsonl"
MOST_BYTES = 5_000_000
"""Some ten thousand remarks: a page that anyone may open must not fill the disk."""
WAIT_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Kept:
    """The remarks of a library, oldest first, and why lines of its file cannot be read."""

    remarks: tuple[Remark, ...] = ()
    unreadable: tuple[str, ...] = ()


def keep(library: Path, remark: Remark) -> None:
    """Add ``remark`` to those of the library in this folder, through to the disk.

    A process killed meanwhile leaves at most a line that cannot be read, and what was there
    before. Raises LibraryError.
    """
    path = library / NAME
    line = f"{to_line(remark)}\n".encode()
    try:
        with FileLock(library / ".feedback.lock", timeout=WAIT_SECONDS):
            _append(path, line)
    except Timeout as error:
        raise LibraryBusyError(
            f"{path}: another process is writing to it. Try again in a minute."
        ) from error
    except OSError as error:
        raise LibraryError(
            f"{path} cannot be written: {error.strerror or error}. Make room, or let this user "
            "write there."
        ) from error


def kept(library: Path) -> Kept:
    """The remarks of the library in this folder; none where none was made.

    A line that cannot be read is left as it stands, and named. Raises LibraryError.
    """
    path = library / NAME
    try:
        lines = path.read_bytes().split(b"\n") if path.exists() else []
    except OSError as error:
        raise LibraryError(f"{path} cannot be read: {error.strerror or error}.") from error
    remarks: list[Remark] = []
    unreadable: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            remarks.append(remark_in(line.decode("utf-8", "replace"), f"{path}, line {number}"))
        except BadRequestError as error:
            unreadable.append(str(error))
    return Kept(tuple(remarks), tuple(unreadable))


def _append(path: Path, line: bytes) -> None:
    """Raises OSError, and LibraryError where there is no more room."""
    with path.open("a+b") as stream:
        size = stream.seek(0, os.SEEK_END)
        if size + len(line) > MOST_BYTES:
            raise LibraryError(
                f"{path} is full. Export what it holds with `council-papers feedback --export "
                "OUT.jsonl`, and move the file away."
            )
        if size:
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":  # somebody was killed while writing
                line = b"\n" + line
        stream.write(line)
        stream.flush()
        os.fsync(stream.fileno())
