"""What a zip archive holds, taken out member by member; whatever is odd about one is said."""

import lzma
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from corpus.errors import UnreadableFileError
from corpus.readers import SUFFIXES, not_read

CONTENTS = ".contents.json"
"""The file beside the members that says of which archive they are."""
MOST_MEMBERS = 2_000
LARGEST_MEMBER = 500_000_000
"""Bytes of one member, unpacked."""
LARGEST_ARCHIVE = 2_000_000_000
"""Bytes of all members, unpacked."""
HIGHEST_RATIO = 200
"""Times that a member may grow; papers seldom grow tenfold."""

_SMALL = 1_000_000  # bytes; a blank form may shrink to next to nothing
_DEEPEST = 2  # an archive inside the one that was added is opened, one inside that is not
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST_NAME = 240  # bytes that file systems take, and a little room
_ENCRYPTED = 0x1  # of the general purpose bits, APPNOTE 4.4.4
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Member:
    """A member by its path in the archive; ``reason`` says why it was not taken out."""

    name: str
    reason: str | None = None
    remedy: str | None = None

    def as_row(self) -> list[str | None]:
        """The three, as they are kept."""
        return [self.name, self.reason, self.remedy]

    def refused(self, archive: str) -> UnreadableFileError | None:
        """Why it was not taken out, as a file of ``archive``."""
        if self.reason is None:
            return None
        return UnreadableFileError(f"{archive}/{self.name}", self.reason, self.remedy or "")


def members_of(path: Path, source: str, folder: Path) -> list[Member]:
    """Take the members of the archive at ``path`` out into ``folder``, hidden ones left out.

    Raises UnreadableFileError if it cannot be opened, or holds too much, and OSError where
    ``folder`` cannot be written.
    """
    taking = _Taking(folder, LARGEST_ARCHIVE, MOST_MEMBERS)
    taking.take(path, source, PurePosixPath(), 1)
    return taking.members


class _RefusedError(Exception):
    """A member that is not taken out: why, and what to do."""


@dataclass(slots=True)
class _Taking:
    """What was taken out of an archive and of those inside it."""

    folder: Path
    bytes_left: int
    count_left: int
    members: list[Member] = field(default_factory=list)

    def take(self, file: Path | IO[bytes], source: str, inside: PurePosixPath, depth: int) -> None:
        """Take out all members of one archive; ``inside`` is its own path, if it is a member."""
        with _opened(file, source) as archive:
            infos = [info for info in archive.infolist() if not _is_passed_over(info)]
            if any(info.filename == "[Content_Types].xml" for info in infos):
                raise UnreadableFileError(
                    source,
                    "it is an Office document, not an archive of papers",
                    "Give it the suffix that it should have, such as .docx, and add it again.",
                )
            self.count_left -= len(infos)
            if self.count_left < 0:
                raise UnreadableFileError(
                    source,
                    f"it holds more than {MOST_MEMBERS:,} files",
                    "Unpack it, and add the papers by folders.",
                )
            for info in infos:
                self._take_one(archive, info, inside, depth)

    def _take_one(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, inside: PurePosixPath, depth: int
    ) -> None:
        shown = str(inside / (_cleaned(info.filename).strip("/") or "unnamed"))
        try:
            name = inside / _safe(info)
            self._check_size(info)
            if name.suffix.lower() == ".zip":
                self._take_inner(archive, info, name, depth)
                return
            if name.suffix.lower() not in SUFFIXES:
                error = not_read(Path(name), shown)
                self.members.append(Member(shown, error.reason, error.remedy))
                return
            with archive.open(info) as packed:
                self._write(packed, name)
            self.members.append(Member(str(name)))
        except _RefusedError as error:
            self.members.append(Member(shown, *error.args))
        except UnreadableFileError as error:
            self.members.append(Member(shown, error.reason, error.remedy))
        except (*_BROKEN, NotImplementedError) as error:
            reason = f"it is damaged in the archive ({error})"
            self.members.append(Member(shown, reason, "Get the archive again, or the paper alone."))

    def _take_inner(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: PurePosixPath, depth: int
    ) -> None:
        if depth >= _DEEPEST:
            raise _RefusedError(
                "it is an archive in an archive in an archive", "Take it out and add it by itself."
            )
        with tempfile.TemporaryFile(dir=self.folder) as aside:
            with archive.open(info) as packed:
                shutil.copyfileobj(packed, aside)
            self.take(aside, str(name), name, depth + 1)

    def _check_size(self, info: zipfile.ZipInfo) -> None:
        if info.file_size > LARGEST_MEMBER:
            raise _RefusedError(
                f"it has {info.file_size / 1e6:,.0f} MB unpacked, and at most "
                f"{LARGEST_MEMBER / 1e6:,.0f} MB are taken",
                "Split it, or save it smaller.",
            )
        if info.file_size > max(_SMALL, HIGHEST_RATIO * info.compress_size):
            raise _RefusedError(
                f"it grows more than {HIGHEST_RATIO} times when it is unpacked, as no paper does",
                "See what it is; if it is a paper, take it out and add it by itself.",
            )
        if info.file_size > self.bytes_left:
            raise _RefusedError(
                f"the archive holds more than {LARGEST_ARCHIVE / 1e9:.0f} GB",
                "Unpack it, and add the papers by folders.",
            )
        self.bytes_left -= info.file_size

    def _write(self, packed: IO[bytes], name: PurePosixPath) -> None:
        path = self.folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                shutil.copyfileobj(packed, stream)
        except (FileExistsError, NotADirectoryError) as error:
            raise _RefusedError(
                "another member of the archive has the same name", "Rename one of them."
            ) from error
        except _BROKEN:
            path.unlink(missing_ok=True)
            raise


def _opened(file: Path | IO[bytes], source: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (*_BROKEN, NotImplementedError, OSError) as error:
        raise UnreadableFileError(
            source,
            "it is damaged, or not a zip archive",
            "Get it again, or unpack it elsewhere and add the papers.",
        ) from error


def _is_passed_over(info: zipfile.ZipInfo) -> bool:
    """Whether it is a folder, hidden, or what a computer put there for itself."""
    parts = _cleaned(info.filename).split("/")
    hidden = any(part.startswith((".", "~$")) and part != ".." for part in parts)
    return info.is_dir() or hidden or parts[0] == "__MACOSX"


def _safe(info: zipfile.ZipInfo) -> PurePosixPath:
    """The path of a member inside the archive's folder. Raises _RefusedError for any other."""
    name = _cleaned(info.filename)
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        raise _RefusedError(
            "its path leads out of the archive", "Take it out and add it by itself."
        )
    if stat.S_ISLNK(info.external_attr >> 16):
        raise _RefusedError("it is only a link to another file", "Add the file that it leads to.")
    if info.flag_bits & _ENCRYPTED:
        raise _RefusedError(
            "it is protected by a password", "Take it out with the password and add it by itself."
        )
    if any(len(part.encode()) > _LONGEST_NAME for part in name.split("/")):
        raise _RefusedError("its name is too long", "Take it out, rename it and add it by itself.")
    return PurePosixPath(name)


def _cleaned(name: str) -> str:
    """A member's path with forward slashes and without control characters."""
    return _CONTROLS.sub("-", name.replace("\\", "/"))
