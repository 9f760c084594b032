"""Where files to be added were fetched from, by the record that lies beside them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assistant.filing.finding import File
from corpus.documents import Origin
from corpus.errors import LibraryError
from corpus.sites import record


def with_origins(files: Sequence[File], notices: list[str]) -> list[File]:
    """The files, each with its origin where the fetching recorded one.

    The record lies in the folder of the file or in one above it. One that cannot be read is
    told in ``notices``: the papers are added all the same.
    """
    seen: dict[Path, dict[Path, Origin]] = {}
    found: list[File] = []
    for file in files:
        path = file.path.resolve()
        folder = _folder_of(path.parent, seen, notices)
        origin = seen[folder].get(path) if folder else None
        found.append(replace(file, origin=origin) if origin else file)
    return found


def _folder_of(
    folder: Path, seen: dict[Path, dict[Path, Origin]], notices: list[str]
) -> Path | None:
    """The nearest folder with a record, which is read into ``seen``."""
    for each in (folder, *folder.parents):
        if each not in seen and (each / record.NAME).is_file():
            try:
                origins = record.read_record(each).origins()
            except LibraryError as error:
                origins = {}
                notices.append(str(error))
            seen[each] = {each / path: origin for path, origin in origins.items()}
        if each in seen:
            return each
    return None
