"""The library: one SQLite file that holds documents, papers, passages and decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import Document
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import Decision, Force, Paper, Passage


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What became of a file: ``problem`` says why it could not be read, and what to do."""

    source: str
    format: str | None
    digest: str
    pages: int | None
    unread_pages: tuple[int, ...]
    problem: str | None


class Library:
    """The store in the folder ``folder``."""

    folder: Path

    def files(self) -> list[FileRecord]: ...
    def papers(self, filters: Filters = NO_FILTERS) -> list[Paper]: ...
    def passages(self, filters: Filters = NO_FILTERS) -> list[Passage]: ...
    def decisions(
        self, filters: Filters = NO_FILTERS, forces: Iterable[Force] = (), about: str = ""
    ) -> list[Decision]: ...
    def document(self, source: str) -> Document: ...
    def remove(self, sources: Sequence[str]) -> list[str]: ...
