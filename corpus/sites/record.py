"""What was fetched into a folder, and from where: a hidden file beside the papers."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from corpus.documents import Origin
from corpus.errors import LibraryError

NAME = ".origins.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that was fetched: ``path`` is relative to the folder, with forward slashes.

    ``digest`` is the SHA-256 of its bytes; ``etag`` and ``modified`` are what the site gave
    to ask by whether it has changed.
    """

    path: str
    key: str
    meeting: str
    digest: str
    origin: Origin
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class FetchRecord:
    """What was fetched: files by the site's key, and the meetings that were looked through.

    ``visited`` is the last day on which a meeting was looked through to its end, ``listed``
    a digest of what was then listed for it. Both are by the site's key of the meeting.
    """

    files: dict[str, Fetched] = field(default_factory=dict)
    visited: dict[str, date] = field(default_factory=dict)
    listed: dict[str, str] = field(default_factory=dict)

    def origins(self) -> dict[str, Origin]:
        """Where each file came from, by its path."""
        return {each.path: each.origin for each in self.files.values()}


def read_record(folder: Path) -> FetchRecord:
    """The record of ``folder``, empty where nothing was fetched. Raises LibraryError."""
    path = folder / NAME
    try:
        told = json.loads(path.read_text("utf-8"))
        if told["version"] != VERSION:
            raise ValueError(f"version {told['version']}")
        return FetchRecord(
            {each["key"]: _fetched(each) for each in told["files"]},
            {key: date.fromisoformat(day) for key, day in told["visited"].items()},
            dict(told["listed"]),
        )
    except FileNotFoundError:
        return FetchRecord()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise LibraryError(
            f"{path} says where the files beside it were fetched from, and cannot be read "
            f"({type(error).__name__}: {error}). Delete it, and fetch again."
        ) from error


def write_record(folder: Path, record: FetchRecord) -> None:
    """Put the record in place of the old one, whole. Raises OSError."""
    told = {
        "version": VERSION,
        "files": [asdict(each) for each in record.files.values()],
        "visited": record.visited,
        "listed": record.listed,
    }
    aside = folder / f"{NAME}.new"
    text = json.dumps(told, ensure_ascii=False, indent=1, default=date.isoformat)
    with aside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(folder / NAME)


def _fetched(told: Mapping[str, Any]) -> Fetched:
    path = PurePosixPath(told["path"])
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"{path} is outside the folder")
    origin = told["origin"]
    for address in (origin["address"], origin["meeting_address"] or "https:"):
        if not address.startswith(("http:", "https:")):
            raise ValueError(f"{address} is no address of a web page")
    day = date.fromisoformat(origin["held_on"]) if origin["held_on"] else None
    return Fetched(**{**told, "origin": Origin(**{**origin, "held_on": day})})
