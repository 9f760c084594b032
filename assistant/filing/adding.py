"""Adding papers to a library and taking them out: the files, then the index, then both at once.

A batch of files and the index that belongs to them become visible in one transaction, so
that a process killed at any instant leaves the last good library.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from assistant.filing.finding import File, digest_of, files_under, free_source
from assistant.filing.indexing import Indexing
from assistant.filing.locking import locked, make, opened
from assistant.filing.origins import with_origins
from assistant.filing.tallying import AddReport, OnProgress, Problem, Tally
from assistant.filing.unpacking import left_behind, members_among, sweep, with_members
from assistant.filing.withholding import Admitted, admitted, delete_copies, purge
from assistant.record.exempt import NOT_PUBLIC, reason_of
from assistant.settings import Settings
from corpus.errors import BadRequestError, UnreadableFileError
from corpus.library import FileRecord, Library
from corpus.readers import Recognition, read
from corpus.structure import READING, Structure

BATCH_PASSAGES = 3000
"""A batch is written once it holds this many new passages: about two minutes of embedding."""


def add_papers(
    settings: Settings,
    paths: Sequence[Path],
    on_progress: OnProgress | None = None,
    *,
    with_exempt: bool = False,
) -> AddReport:
    """Read files and folders into the library; only what changed is read again.

    A file that cannot be read is reported and kept in the library's status. What is exempt
    is kept out of a public library; ``with_exempt`` makes of it one that is not public, for
    good. Raises BadRequestError for a path that does not exist, LibraryError and
    LibraryBusyError.
    """
    notices: list[str] = []
    named = with_origins(files_under(paths), notices)
    tally = Tally(len(named), on_progress, settings.ocr_language)
    make(settings.library)
    with locked(settings.library), opened(settings, create=True) as library:
        indexing = Indexing(settings, library, notices)
        known = {record.source: record for record in library.files()}
        files = with_members(named, settings.library, tally.tell)
        tally.files = len(files)
        gone = left_behind(named, files, known.values(), settings.library)
        while True:
            with library.writing():
                if with_exempt:
                    library.let_in_exempt()
                changed = _take_out(library, gone, known)
                changed |= _add_batch(library, files, known, tally)
                indexing.update(changed=changed, on_progress=tally.tell_embedded)
            if not files:
                break
        indexing.sweep()
        sweep(library)
        delete_copies(library)
        if tally.must_purge:
            purge(library)
        if not library.is_public:
            notices.append(NOT_PUBLIC)
    return tally.report(notices)


def remove_papers(settings: Settings, sources: Sequence[str]) -> list[str]:
    """Take files out of the library and its index; those that were there.

    Raises BadRequestError if one is not in the library: then nothing is removed.
    """
    with opened(settings, create=False) as library, locked(settings.library):
        known = {record.source: record for record in library.files()}
        sources = [each for source in sources for each in members_among(known, source) or [source]]
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
        sweep(library)
    return removed


def _take_out(library: Library, gone: list[str], known: dict[str, FileRecord]) -> bool:
    """Take ``gone`` out, once; whether any passage changed."""
    removed = [known.pop(source) for source in library.remove(gone)] if gone else []
    gone.clear()
    return any(record.problem is None for record in removed)


def _add_batch(
    library: Library, files: list[File], known: dict[str, FileRecord], tally: Tally
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


def _add_file(library: Library, file: File, known: dict[str, FileRecord], tally: Tally) -> bool:
    """Put a file into the library, or why it cannot be; whether any passage changed."""
    source, digest = file.source, ""
    document, structure = None, Structure()
    try:
        digest = digest_of(file)
        source = free_source(file, digest, known)
        before = known.get(source)
        recognition = Recognition(tally.ocr_language, partial(tally.tell_page, source))
        if (
            before
            and _is_read(before, file, digest)
            and (library.is_public or not before.withheld)
            and not recognition.can_mend(before.unread_pages)
        ):
            tally.unchanged.append(source)
            tally.exempt += [
                Problem(source, reason_of(before.format, part)) for part in before.withheld
            ]
            return False
        held = _admitted(file, source, recognition, is_public=library.is_public)
        document, structure = held.document, held.structure
        record = FileRecord(
            source,
            file.root,
            digest,
            held.format,
            held.pages,
            None,
            READING,
            file.origin,
            held.withheld,
        )
        tally.count(source, held)
        tally.must_purge |= bool(held.withheld and before and before.withheld != held.withheld)
    except UnreadableFileError as error:
        before = known.get(source)
        problem = f"{error.reason}. {error.remedy}"
        record = FileRecord(source, file.root, digest, None, (), problem, origin=file.origin)
        tally.unreadable.append(Problem(source, problem))
    library.put(record, document, structure)
    known[source] = record
    return document is not None or (before is not None and before.problem is None)


def _is_read(before: FileRecord, file: File, digest: str) -> bool:
    """Whether the same bytes, of the same origin, were read before as this program reads them."""
    is_same = before.digest == digest and file.origin in (None, before.origin)
    return is_same and before.problem is None and before.reading == READING


def _admitted(file: File, source: str, recognition: Recognition, *, is_public: bool) -> Admitted:
    """What the library may hold of a file. Raises UnreadableFileError."""
    try:
        document = read(file.path, source, recognition)
        document.text.encode()  # half a character, which some files hold, cannot be stored
        held = admitted(document, file, is_public=is_public)
    except UnreadableFileError:
        raise
    except Exception as error:
        # Papers come in shapes that nobody foresaw. One of them must not keep the others out.
        # What the error says is not told: it may be words of a paper that is exempt.
        raise UnreadableFileError(
            source,
            f"this program failed on it ({type(error).__name__})",
            "Report it to those who look after this program, with the file.",
        ) from error
    if not held.structure.passages and not held.exempt:
        raise UnreadableFileError(
            source, "it holds no text that can be searched", "See that it is the right file."
        )
    return held
