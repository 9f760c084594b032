"""Adding papers to a library and taking them out: the files, then the index, then both at once.

A batch of files and the index that belongs to them become visible in one transaction, so
that a process killed at any instant leaves the last good library.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.opening import load_embedder
from assistant.settings import Settings
from corpus.errors import BadRequestError, LibraryBusyError, UnreadableFileError
from corpus.library import FileRecord, Library
from corpus.readers import read
from corpus.structure import Structure, structure_of
from index.hits import Embedder
from index.storage import remove_other_generations, write_index

BATCH_PASSAGES = 3000
"""A batch is written once it holds this many new passages: about two minutes of embedding."""
WAIT_SECONDS = 600
"""How long to wait for another process that is writing to the same library."""
NOTHING = Structure((), (), ())


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an adding has come. ``seconds_left`` is None until it can be told."""

    source: str
    files_done: int
    files: int
    pages: int
    passages: int
    embedded: int
    to_embed: int
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was not added, why, and what to do."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of each file, by source, and what the library gained."""

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    unreadable: tuple[Problem, ...]
    exempt: tuple[Problem, ...]
    pages: int
    passages: int
    decisions: int
    seconds: float
    notices: tuple[str, ...]


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    root: Path
    source: str


@dataclass(slots=True)
class _Tally:
    """What an adding has done so far."""

    files: int
    on_progress: OnProgress | None
    started: float = field(default_factory=time.monotonic)
    read: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    unreadable: list[Problem] = field(default_factory=list)
    pages: int = 0
    passages: int = 0
    decisions: int = 0
    done: int = 0

    def tell(self, source: str, embedded: int = 0, to_embed: int = 0) -> None:
        """Report progress; the time left is judged by the files done and passages embedded."""
        if self.on_progress is None:
            return
        spent = time.monotonic() - self.started
        share = self.done / self.files if self.files else 1.0
        if to_embed:
            share *= max(embedded, 1) / to_embed
        left = spent / share - spent if share > 0 and spent > 0.5 else None
        self.on_progress(
            Progress(
                source, self.done, self.files, self.pages, self.passages, embedded, to_embed, left
            )
        )


def add_papers(
    settings: Settings, paths: Sequence[Path], on_progress: OnProgress | None = None
) -> AddReport:
    """Read files and folders into the library; only what changed is read again.

    A file that cannot be read is reported and kept in the library's status. Raises
    BadRequestError for a path that does not exist, LibraryError and LibraryBusyError.
    """
    files = list(_files(paths))
    notices: list[str] = []
    with _locked(settings.library):
        library = Library(settings.library, create=True)
        try:
            tally = _Tally(len(files), on_progress)
            embedder = load_embedder(settings, notices)
            known = {record.source: record for record in library.files()}
            while files:
                _add_batch(library, embedder, files, known, tally)
            _sweep(library)
        finally:
            library.close()
    return AddReport(
        read=tuple(tally.read),
        unchanged=tuple(tally.unchanged),
        unreadable=tuple(tally.unreadable),
        exempt=(),
        pages=tally.pages,
        passages=tally.passages,
        decisions=tally.decisions,
        seconds=time.monotonic() - tally.started,
        notices=tuple(notices),
    )


def remove_papers(settings: Settings, sources: Sequence[str]) -> list[str]:
    """Take files out of the library and its index; those that were there.

    Raises BadRequestError if one is not in the library: then nothing is removed.
    """
    with _locked(settings.library):
        library = Library(settings.library)
        try:
            known = {record.source for record in library.files()}
            missing = [source for source in sources if source not in known]
            if missing:
                raise BadRequestError(
                    f"Not in the library {settings.library}: {', '.join(missing)}. "
                    "`council-papers status` lists what it holds, by source."
                )
            embedder = load_embedder(settings, [])
            with library.writing():
                removed = library.remove(sources)
                _write_index(library, embedder, None)
            _sweep(library)
        finally:
            library.close()
    return removed


def _add_batch(
    library: Library,
    embedder: Embedder | None,
    files: list[_File],
    known: dict[str, FileRecord],
    tally: _Tally,
) -> None:
    """Take files off the list until a batch is full, and write them with their index."""
    before = tally.passages
    with library.writing():
        while files and tally.passages - before < BATCH_PASSAGES:
            _add_file(library, files.pop(0), known, tally)
        _write_index(library, embedder, tally)


def _add_file(
    library: Library, file: _File, known: dict[str, FileRecord], tally: _Tally
) -> None:
    source, digest = file.source, ""
    try:
        digest = _digest(file)
        source = _free_source(file, digest, known)
        before = known.get(source)
        if before and before.digest == digest and before.problem is None:
            tally.unchanged.append(source)
            return
        document = read(file.path, source)
        structure = structure_of(document)
        if not structure.passages:
            raise UnreadableFileError(
                source, "it holds no text that can be searched", "See that it is the right file."
            )
        record = FileRecord(
            source, str(file.root), digest, document.format, document.pages,
            document.unread_pages, None,
        )  # fmt: skip
        library.put(record, document, structure)
        tally.read.append(source)
        tally.pages += document.pages or 0
        tally.passages += len(structure.passages)
        tally.decisions += len(structure.decisions)
    except UnreadableFileError as error:
        problem = f"{error.reason}. {error.remedy}"
        record = FileRecord(source, str(file.root), digest, None, None, (), problem)
        library.put(record, None, NOTHING)
        tally.unreadable.append(Problem(source, problem))
    finally:
        tally.done += 1
        tally.tell(source)
    known[source] = record


def _write_index(library: Library, embedder: Embedder | None, tally: _Tally | None) -> None:
    """Write the index of what the library now holds, reusing the vectors it has."""
    passages = library.passages()
    if embedder is None or not passages:
        library.set_generation(None)
        return

    def tell(embedded: int, to_embed: int) -> None:
        if tally:
            tally.tell("embedding passages", embedded, to_embed)

    library.set_generation(
        write_index(library.folder, passages, embedder, library.generation, tell)
    )


def _sweep(library: Library) -> None:
    remove_other_generations(library.folder, library.generation)


def _files(paths: Sequence[Path]) -> Iterator[_File]:
    """Every readable file under ``paths``, each with its source, in a fixed order."""
    for path in paths:
        if not path.exists():
            raise BadRequestError(f"{path} does not exist. Name files or folders that do.")
        if path.is_file():
            yield _File(path, path.parent.resolve(), path.name)
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                if name.startswith((".", "~$")) or not file.is_file():
                    continue
                yield _File(file, path.resolve(), file.relative_to(path).as_posix())


def _free_source(file: _File, digest: str, known: dict[str, FileRecord]) -> str:
    """The file's source; with its folder's name before it if another file has the source."""
    other = known.get(file.source)
    if other is None or other.root == str(file.root) or other.digest == digest:
        return file.source
    return f"{file.root.name}/{file.source}"


def _digest(file: _File) -> str:
    try:
        with file.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableFileError(
            file.source, f"it cannot be opened ({error.strerror})", "Check who may read it."
        ) from error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the library's lock, so that one process writes at a time."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=WAIT_SECONDS):
            yield
    except Timeout as error:
        raise LibraryBusyError(
            f"Another process is adding to the library {folder}. Wait for it to end, and try again."
        ) from error
