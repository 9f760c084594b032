"""Zip archives of papers: each member becomes a file of its own, within bounds.

Members lie in the library's own folder, so that they can be shown: below a folder for the
place that the archive was added from, by the archive's name and theirs.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath

from assistant.filing.archives import CONTENTS, Member, members_of
from assistant.filing.finding import File, digest_of
from corpus.errors import LibraryError, UnreadableFileError
from corpus.library import FileRecord, Library

ARCHIVES = frozenset({".zip"})
"""Suffixes of archives, in lower case."""
UNPACKED = "unpacked"
"""The library's own folder for the members of archives."""

_ASIDE = ".unpacking-"


def with_members(files: Sequence[File], library: Path, tell: Callable[[str], None]) -> list[File]:
    """``files`` with each archive replaced by its members, unpacked unless they are already.

    ``tell`` is told the source of each that is unpacked. An archive that cannot be opened
    stays, refused. Raises LibraryError where the library's folder cannot be written.
    """
    found: list[File] = []
    for file in files:
        found += _members(file, library, tell) if _is_archive(file) else [file]
    return found


def left_behind(
    files: Sequence[File], found: Sequence[File], known: Iterable[FileRecord], library: Path
) -> list[str]:
    """Sources that the archives among ``files`` gave rise to once, and do not any more."""
    now = {(file.root, file.source) for file in found}
    archives = [file for file in files if _is_archive(file)]
    return [
        record.source
        for record in known
        for archive in archives
        if _came_of(record, archive, library)
        and not any((record.root, tail) in now for tail in _tails(record.source))
    ]


def members_among(sources: Iterable[str], archive: str) -> list[str]:
    """Those of ``sources`` that are members of ``archive``; none for what is no archive."""
    if PurePosixPath(archive).suffix.lower() not in ARCHIVES:
        return []
    return [source for source in sources if source.startswith(f"{archive}/")]


def sweep(library: Library) -> None:
    """Delete what was unpacked and is no longer held (after the transaction)."""
    everything = (library.folder / UNPACKED).resolve()
    for aside in sorted(everything.glob(f"*/**/{_ASIDE}*")):
        shutil.rmtree(aside, ignore_errors=True)  # of a process that was killed
    records = library.files()
    for contents in sorted(everything.glob(f"*/**/{CONTENTS}")):
        archive = contents.parent
        root = everything / archive.relative_to(everything).parts[0]
        source = archive.relative_to(root).as_posix()
        if not any(_is_member(record, str(root), source) for record in records):
            shutil.rmtree(archive, ignore_errors=True)


def _is_archive(file: File) -> bool:
    return file.path.suffix.lower() in ARCHIVES


def _came_of(record: FileRecord, archive: File, library: Path) -> bool:
    """Whether it is a member of the archive, or the archive itself, which was refused."""
    if record.root == archive.root:
        return archive.source in _tails(record.source)
    return _is_member(record, _root(archive, library), archive.source)


def _root(file: File, library: Path) -> str:
    """The folder that the members of an archive from ``file.root`` are relative to."""
    name = PurePosixPath(file.root).name or "papers"
    place = hashlib.sha256(file.root.encode()).hexdigest()[:8]
    return str((library / UNPACKED / f"{name}-{place}").resolve())


def _is_member(record: FileRecord, root: str, archive: str) -> bool:
    """A source may have names of folders before it, to tell it from another."""
    return record.root == root and f"/{archive}/" in f"/{record.source}"


def _tails(source: str) -> list[str]:
    parts = PurePosixPath(source).parts
    return ["/".join(parts[first:]) for first in range(len(parts))]


def _members(file: File, library: Path, tell: Callable[[str], None]) -> list[File]:
    root = _root(file, library)
    folder = Path(root, file.source)
    try:
        digest = digest_of(file)
        members = _unpacked_before(folder, digest)
        if members is None:
            tell(file.source)
            members = _unpack(file, folder, digest)
    except UnreadableFileError as error:
        return [File(file.path, file.root, file.source, error)]
    return [
        File(
            folder / member.name,
            root,
            f"{file.source}/{member.name}",
            refused=member.refused(file.source),
            origin=file.origin,
        )
        for member in members
    ]


def _unpacked_before(folder: Path, digest: str) -> list[Member] | None:
    """The members as they were unpacked of the same bytes; None unless all are there."""
    try:
        held = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    members = [Member(*member) for member in held["members"]]
    whole = all(member.reason or (folder / member.name).is_file() for member in members)
    return members if held["digest"] == digest and whole else None


def _unpack(file: File, folder: Path, digest: str) -> list[Member]:
    """Unpack aside and put the members in place at once. Raises UnreadableFileError."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=_ASIDE) as aside:
            taken = Path(aside, "members")
            taken.mkdir()
            members = members_of(file.path, file.source, taken)
            held = {"digest": digest, "members": [member.as_row() for member in members]}
            (taken / CONTENTS).write_text(json.dumps(held), encoding="utf-8")
            shutil.rmtree(folder, ignore_errors=True)
            taken.replace(folder)
    except OSError as error:
        raise LibraryError(
            f"{file.source}: it cannot be unpacked into {folder} ({error.strerror or error}). "
            "Make room there, or let this program write there."
        ) from error
    return members
