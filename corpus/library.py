"""The library: one SQLite file that holds documents, papers, passages and decisions."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpus.documents import Document
from corpus.errors import BadRequestError, LibraryError
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import Decision, Force, Paper, Passage
from corpus.rows import (
    decision_of,
    decision_row,
    packed,
    paper_of,
    paper_row,
    passage_of,
    passage_row,
    unpacked,
)
from corpus.schema import migrate
from corpus.structure import Structure
from corpus.words import words_of

FILE_NAME = "library.sqlite"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What became of a file: ``problem`` says why it could not be read, and what to do.

    ``root`` is the folder that ``source`` is relative to; ``digest`` the SHA-256 of its bytes.
    """

    source: str
    root: str
    digest: str
    format: str | None
    pages: int | None
    unread_pages: tuple[int, ...]
    problem: str | None


class Library:
    """The store in ``folder``. Read from any thread; write in ``writing`` only."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the library in ``folder``, made anew if ``create``. Raises LibraryError."""
        self.folder = folder
        path = folder / FILE_NAME
        if not create and not path.is_file():
            raise LibraryError(
                f"There is no library in {folder}. Make one with `council-papers --library "
                f"{folder} add PATH`, or name another folder with --library."
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = _connected(path)
        except ValueError as error:
            raise LibraryError(
                f"The library {path} cannot be opened: {error}. Install that program, or make "
                "another library."
            ) from error
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(
                f"The library {path} cannot be opened: {error}. If it is damaged, move it "
                "away and add the papers again."
            ) from error

    def close(self) -> None:
        """Close the file; the library cannot be used after it."""
        self._db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it becomes visible at its end, or nothing does."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise LibraryError(
                f"The library {self.folder} cannot be written: {error}. "
                "Make room, or let this user write there, and try again."
            ) from error
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    @property
    def generation(self) -> str | None:
        """The generation of the index that belongs to these passages; None without one."""
        name: str | None = self._read("SELECT generation FROM state")[0][0]
        return name

    def set_generation(self, name: str | None) -> None:
        """Say which generation of the index belongs to the passages (in ``writing``)."""
        self._db.execute("UPDATE state SET generation = ?", (name,))

    def embedder(self, model: str) -> tuple[str, int] | None:
        """The name and dimension of the embedder that ``model`` turned out to be, or None."""
        rows = self._read("SELECT name, dimension FROM embedders WHERE model = ?", (model,))
        return rows[0] if rows else None

    def remember_embedder(self, model: str, name: str, dimension: int) -> None:
        """Spare the next adding to load the model ``model`` for its name (in ``writing``)."""
        self._db.execute("INSERT INTO embedders VALUES (?, ?, ?)", (model, name, dimension))

    def version(self) -> int:
        """A number that changes whenever another process has written."""
        return int(self._read("PRAGMA data_version")[0][0])

    def put(self, record: FileRecord, document: Document | None, structure: Structure) -> None:
        """Store a file in place of what stood under its source (in ``writing``)."""
        self._db.execute("DELETE FROM files WHERE source = ?", (record.source,))
        self._db.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record.source,
                record.root,
                record.digest,
                record.format,
                record.pages,
                json.dumps(record.unread_pages),
                record.problem,
                packed(document) if document else None,
            ),
        )
        self._db.executemany(
            "INSERT INTO papers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [paper_row(seq, paper) for seq, paper in enumerate(structure.papers)],
        )
        self._db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [passage_row(seq, passage) for seq, passage in enumerate(structure.passages)],
        )
        self._db.executemany(
            "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [decision_row(seq, decision) for seq, decision in enumerate(structure.decisions)],
        )

    def remove(self, sources: Sequence[str]) -> list[str]:
        """Take files out with all that came from them (in ``writing``); those that were there."""
        known = {record.source for record in self.files()}
        removed = [source for source in dict.fromkeys(sources) if source in known]
        self._db.executemany("DELETE FROM files WHERE source = ?", [(s,) for s in removed])
        return removed

    def files(self) -> list[FileRecord]:
        """Every file that was added, read or not, by source."""
        rows = self._read(
            "SELECT source, root, digest, format, pages, unread_pages, problem FROM files "
            "ORDER BY source"
        )
        return [
            FileRecord(source, root, digest, format_, pages, tuple(json.loads(unread)), problem)
            for source, root, digest, format_, pages, unread, problem in rows
        ]

    def document(self, source: str) -> Document:
        """A file as it was read. Raises BadRequestError for one that is not held."""
        rows = self._read(
            "SELECT format, pages, unread_pages, lines FROM files "
            "WHERE source = ? AND lines IS NOT NULL",
            (source,),
        )
        if not rows:
            raise BadRequestError(
                f"{source} is not in the library {self.folder}. `council-papers status` lists "
                "what it holds."
            )
        format_, pages, unread, lines = rows[0]
        return Document(source, format_, unpacked(lines), pages, tuple(json.loads(unread)))

    def papers(self, filters: Filters = NO_FILTERS) -> list[Paper]:
        """The papers that ``filters`` admit, in the order of their files."""
        rows = self._read(
            "SELECT id, source, kind, title, council, body, held_on, status, span FROM papers "
            "ORDER BY source, seq"
        )
        return [paper for paper in map(paper_of, rows) if filters.admit(paper)]

    def passages(self, filters: Filters = NO_FILTERS) -> list[Passage]:
        """The passages of the papers that ``filters`` admit, in the order of their files."""
        papers = {paper.id: paper for paper in self.papers(filters)}
        rows = self._read(
            "SELECT p.id, p.paper, p.item, p.headings, p.text, p.force, p.is_table, p.runs, "
            "p.span FROM passages p JOIN papers ON papers.id = p.paper "
            "ORDER BY papers.source, p.seq"
        )
        return [passage_of(row, papers[row[1]]) for row in rows if row[1] in papers]

    def decisions(
        self, filters: Filters = NO_FILTERS, forces: Iterable[Force] = (), about: str = ""
    ) -> list[Decision]:
        """Decisions, oldest meeting first, undated last.

        ``forces`` admits all if it is empty. ``about`` admits those whose title, words,
        clauses or subject hold every one of its words.
        """
        papers = {paper.id: paper for paper in self.papers(filters)}
        wanted, words = frozenset(forces), set(words_of(about))
        rows = self._read(
            "SELECT d.id, d.paper, d.item, d.force, d.words, d.clauses, d.subject, d.span "
            "FROM decisions d JOIN papers ON papers.id = d.paper ORDER BY papers.source, d.seq"
        )
        found = [decision_of(row, papers[row[1]]) for row in rows if row[1] in papers]
        return sorted(
            (
                decision
                for decision in found
                if (not wanted or decision.force in wanted)
                and (not words or words <= set(words_of(_about(decision))))
            ),
            key=lambda decision: decision.paper.meeting.held_on or date.max,
        )

    def _read(self, sql: str, parameters: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows that a query gives. Raises LibraryError if the file is damaged."""
        try:
            return self._db.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise LibraryError(
                f"The library {self.folder / FILE_NAME} cannot be read: {error}. If it is "
                "damaged, move it away and add the papers again."
            ) from error


def _connected(path: Path) -> sqlite3.Connection:
    """The database at ``path``, brought to the newest version."""
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA foreign_keys = ON")
        migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _about(decision: Decision) -> str:
    title = decision.item.title if decision.item else decision.paper.title
    return " ".join((title, decision.words, decision.subject or ""))
