"""Adding papers to a library and taking them out: the files, then the index, then both at once.

A batch of files and the index that belongs to them become visible in one transaction, so
that a process killed at any instant leaves the last good library.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.filing.finding import File, digest_of, files_under, free_source
from assistant.filing.indexing import Indexing
from assistant.settings import Settings
from corpus.documents import Document
from corpus.errors import BadRequestError, LibraryBusyError, LibraryError, UnreadableFileError
from corpus.library import FileRecord, Library
from corpus.readers import read
from corpus.structure import READING, Structure, structure_of

BATCH_PASSAGES = 3000
"""A batch is written once it holds this many new passages: about two minutes of embedding."""
WAIT_SECONDS = 600
"""How long to wait for another process that is writing to the same library."""


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

    def count(self, source: str, document: Document, structure: Structure) -> None:
        """Add what a file holds."""
        self.read.append(source)
        self.pages += len(document.pages)
        self.passages += len(structure.passages)
        self.decisions += len(structure.decisions)

    def tell_embedded(self, embedded: int, to_embed: int) -> None:
        """Report how many of the new passages are embedded."""
        self.tell("embedding passages", embedded, to_embed)

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
    files = files_under(paths)
    notices: list[str] = []
    tally = _Tally(len(files), on_progress)
    _make(settings.library)
    with _locked(settings.library), _opened(settings, create=True) as library:
        indexing = Indexing(settings, library, notices)
        known = {record.source: record for record in library.files()}
        while True:
            with library.writing():
                changed = _add_batch(library, files, known, tally)
                indexing.update(changed=changed, on_progress=tally.tell_embedded)
            if not files:
                break
        indexing.sweep()
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
    with _opened(settings, create=False) as library, _locked(settings.library):
        known = {record.source: record for record in library.files()}
        missing = [source for source in sources if source not in known]
        if missing:
            raise BadRequestError(
                f"Not in the library {settings.library}: {', '.join(missing)}. "
                "`council-papers status` lists what it holds, by source."
            )
        indexing = Indexing(settings, library, [])
        with library.writing():
            removed = library.remove(sources)
            indexing.update(changed=any(known[source].problem is None for source in removed))
        indexing.sweep()
    return removed


def _add_batch(
    library: Library, files: list[File], known: dict[str, FileRecord], tally: _Tally
) -> bool:
    """Take files off the list until a batch is full; whether any passage changed."""
    before = tally.passages
    changed = False
    while files and tally.passages - before < BATCH_PASSAGES:
        file = files.pop(0)
        changed |= _add_file(library, file, known, tally)
        tally.done += 1
        tally.tell(file.source)
    return changed


def _add_file(library: Library, file: File, known: dict[str, FileRecord], tally: _Tally) -> bool:
    """Put a file into the library, or why it cannot be; whether any passage changed."""
    source, digest = file.source, ""
    document, structure = None, Structure()
    try:
        digest = digest_of(file)
        source = free_source(file, digest, known)
        before = known.get(source)
        if before and _is_read(before, digest):
            tally.unchanged.append(source)
            return False
        document, structure = _structured(file, source)
        record = FileRecord(
            source,
            file.root,
            digest,
            document.format,
            document.pages,
            None,
            READING,
        )
        tally.count(source, document, structure)
    except UnreadableFileError as error:
        before = known.get(source)
        problem = f"{error.reason}. {error.remedy}"
        record = FileRecord(source, file.root, digest, None, (), problem)
        tally.unreadable.append(Problem(source, problem))
    library.put(record, document, structure)
    known[source] = record
    return document is not None or (before is not None and before.problem is None)


def _is_read(before: FileRecord, digest: str) -> bool:
    """Whether the same bytes were read before, and as this program reads them."""
    return before.digest == digest and before.problem is None and before.reading == READING


def _structured(file: File, source: str) -> tuple[Document, Structure]:
    """A file as read, and what it holds. Raises UnreadableFileError."""
    try:
        document = read(file.path, source)
        structure = structure_of(document)
        document.text.encode()  # half a character, which some files hold, cannot be stored
    except UnreadableFileError:
        raise
    except Exception as error:
        # Papers come in shapes that nobody foresaw. One of them must not keep the others out.
        raise UnreadableFileError(
            source,
            f"this program failed on it ({type(error).__name__}: {error})",
            "Report it to those who look after this program, with the file.",
        ) from error
    if not structure.passages:
        raise UnreadableFileError(
            source, "it holds no text that can be searched", "See that it is the right file."
        )
    return document, structure


@contextmanager
def _opened(settings: Settings, *, create: bool) -> Iterator[Library]:
    library = Library(settings.library, create=create)
    try:
        yield library
    finally:
        library.close()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_be_written(folder, error) from error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
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
