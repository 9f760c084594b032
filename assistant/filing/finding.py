"""Which files are to be added, and the source by which each will be cited."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import Origin
from corpus.errors import BadRequestError, UnreadableFileError
from corpus.library import FileRecord


@dataclass(frozen=True, slots=True)
class File:
    """A file to be added: ``source`` is its path relative to ``root``, the folder named.

    ``refused`` says why it cannot be read, where that is known already; ``origin`` where it
    was fetched from, if it was.
    """

    path: Path
    root: str
    source: str
    refused: UnreadableFileError | None = None
    origin: Origin | None = None


def files_under(paths: Sequence[Path]) -> list[File]:
    """Every file under ``paths`` that is not hidden, in a fixed order.

    Raises BadRequestError for a path that does not exist.
    """
    for path in paths:
        if not path.exists():
            raise BadRequestError(f"{path} does not exist. Name files or folders that do.")
    return [file for path in paths for file in _under(path)]


def digest_of(file: File) -> str:
    """The SHA-256 of its bytes. Raises UnreadableFileError."""
    if file.refused:
        raise file.refused
    try:
        with file.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableFileError(
            file.source, f"it cannot be opened ({error.strerror})", "Check who may read it."
        ) from error


def free_source(file: File, digest: str, known: Mapping[str, FileRecord]) -> str:
    """The file's source; with names of its folders before it if another file has that.

    A file of the same bytes is the same file, wherever it lies.
    """
    source = file.source
    for folder in reversed(Path(file.root).parts):
        other = known.get(source)
        if other is None or other.root == file.root or other.digest == digest:
            break
        source = f"{folder.strip(os.sep)}/{source}"
    return source


def _under(path: Path) -> Iterator[File]:
    if path.is_file():
        yield File(path, _text(path.parent.resolve()), _text(path.name))
        return
    root = _text(path.resolve())
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not name.startswith((".", "~$")) and file.is_file():
                yield File(file, root, _text(file.relative_to(path).as_posix()))


def _text(path: Path | str) -> str:
    """A path as text that can be stored: names on disk need not be Unicode."""
    return os.fsencode(path).decode(errors="replace")
