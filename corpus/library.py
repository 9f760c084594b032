"""The library: one SQLite file that holds documents, papers, passages and decisions."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path

from corpus.documents import Document, Line, Span
from corpus.errors import BadRequestError, LibraryError
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import (
    Clause,
    Decision,
    Force,
    Item,
    Meeting,
    Paper,
    PaperKind,
    PaperStatus,
    Passage,
    Run,
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
            self._db = sqlite3.connect(
                path, isolation_level=None, check_same_thread=False, timeout=30
            )
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA foreign_keys = ON")
            migrate(self._db)
        except (OSError, sqlite3.Error, ValueError) as error:
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
        name: str | None = self._db.execute("SELECT generation FROM state").fetchone()[0]
        return name

    def set_generation(self, name: str | None) -> None:
        """Say which generation of the index belongs to the passages (in ``writing``)."""
        self._db.execute("UPDATE state SET generation = ?", (name,))

    def version(self) -> int:
        """A number that changes whenever another process has written."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

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
                _packed(document) if document else None,
            ),
        )
        self._db.executemany(
            "INSERT INTO papers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_paper_row(seq, paper) for seq, paper in enumerate(structure.papers)],
        )
        self._db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_passage_row(seq, passage) for seq, passage in enumerate(structure.passages)],
        )
        self._db.executemany(
            "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_decision_row(seq, decision) for seq, decision in enumerate(structure.decisions)],
        )

    def remove(self, sources: Sequence[str]) -> list[str]:
        """Take files out with all that came from them (in ``writing``); those that were there."""
        known = {record.source for record in self.files()}
        removed = [source for source in dict.fromkeys(sources) if source in known]
        self._db.executemany("DELETE FROM files WHERE source = ?", [(s,) for s in removed])
        return removed

    def files(self) -> list[FileRecord]:
        """Every file that was added, read or not, by source."""
        rows = self._db.execute(
            "SELECT source, root, digest, format, pages, unread_pages, problem FROM files "
            "ORDER BY source"
        )
        return [FileRecord(*row[:5], tuple(json.loads(row[5])), row[6]) for row in rows]

    def document(self, source: str) -> Document:
        """A file as it was read. Raises BadRequestError for one that is not held."""
        row = self._db.execute(
            "SELECT format, pages, unread_pages, lines FROM files WHERE source = ?", (source,)
        ).fetchone()
        if row is None or row[3] is None:
            raise BadRequestError(
                f"{source} is not in the library {self.folder}. `council-papers status` lists "
                "what it holds."
            )
        lines = tuple(Line(*line) for line in json.loads(zlib.decompress(row[3])))
        return Document(source, row[0], lines, row[1], tuple(json.loads(row[2])))

    def papers(self, filters: Filters = NO_FILTERS) -> list[Paper]:
        """The papers that ``filters`` admit, in the order of their files."""
        rows = self._db.execute(
            "SELECT id, source, kind, title, council, body, held_on, status, span FROM papers "
            "ORDER BY source, seq"
        )
        return [paper for paper in map(_paper, rows) if filters.admit(paper)]

    def passages(self, filters: Filters = NO_FILTERS) -> list[Passage]:
        """The passages of the papers that ``filters`` admit, in the order of their files."""
        papers = {paper.id: paper for paper in self.papers(filters)}
        rows = self._db.execute(
            "SELECT p.id, p.paper, p.item, p.headings, p.text, p.force, p.is_table, p.runs, "
            "p.span FROM passages p JOIN papers ON papers.id = p.paper "
            "ORDER BY papers.source, p.seq"
        )
        return [_passage(row, papers[row[1]]) for row in rows if row[1] in papers]

    def decisions(
        self, filters: Filters = NO_FILTERS, forces: Iterable[Force] = (), about: str = ""
    ) -> list[Decision]:
        """Decisions, oldest meeting first, undated last.

        ``forces`` admits all if it is empty. ``about`` admits those whose title, words,
        clauses or subject hold every one of its words.
        """
        papers = {paper.id: paper for paper in self.papers(filters)}
        wanted, words = frozenset(forces), set(words_of(about))
        rows = self._db.execute(
            "SELECT d.id, d.paper, d.item, d.force, d.words, d.clauses, d.subject, d.span "
            "FROM decisions d JOIN papers ON papers.id = d.paper ORDER BY papers.source, d.seq"
        )
        found = [_decision(row, papers[row[1]]) for row in rows if row[1] in papers]
        return sorted(
            (
                decision
                for decision in found
                if (not wanted or decision.force in wanted)
                and (not words or words <= set(words_of(_about(decision))))
            ),
            key=lambda decision: decision.paper.meeting.held_on or date.max,
        )


def _about(decision: Decision) -> str:
    title = decision.item.title if decision.item else decision.paper.title
    return " ".join((title, decision.words, decision.subject or ""))


def _packed(document: Document) -> bytes:
    lines = [astuple(line) for line in document.lines]
    return zlib.compress(json.dumps(lines, ensure_ascii=False).encode(), 6)


def _paper_row(seq: int, paper: Paper) -> tuple[object, ...]:
    meeting = paper.meeting
    return (
        paper.id,
        paper.source,
        seq,
        paper.kind,
        paper.title,
        meeting.council,
        meeting.body,
        meeting.held_on.isoformat() if meeting.held_on else None,
        paper.status,
        json.dumps(astuple(paper.span)),
    )


def _paper(row: Sequence[str]) -> Paper:
    id_, source, kind, title, council, body, held_on, status, span = row
    day = date.fromisoformat(held_on) if held_on else None
    return Paper(
        id_,
        source,
        PaperKind(kind),
        title,
        Meeting(council, body, day),
        PaperStatus(status),
        Span(*json.loads(span)),
    )


def _passage_row(seq: int, passage: Passage) -> tuple[object, ...]:
    return (
        passage.id,
        passage.paper.id,
        seq,
        _item_text(passage.item),
        json.dumps(passage.headings),
        passage.text,
        passage.force,
        passage.is_table,
        json.dumps([astuple(run) for run in passage.runs]),
        json.dumps(astuple(passage.span)),
    )


def _passage(row: Sequence[str], paper: Paper) -> Passage:
    id_, _, item, headings, text, force, is_table, runs, span = row
    return Passage(
        id_,
        paper,
        _item(item),
        tuple(json.loads(headings)),
        text,
        Force(force),
        Span(*json.loads(span)),
        tuple(Run(*run) for run in json.loads(runs)),
        bool(is_table),
    )


def _decision_row(seq: int, decision: Decision) -> tuple[object, ...]:
    return (
        decision.id,
        decision.paper.id,
        seq,
        _item_text(decision.item),
        decision.force,
        decision.words,
        json.dumps([astuple(clause) for clause in decision.clauses]),
        decision.subject,
        json.dumps(astuple(decision.span)),
    )


def _decision(row: Sequence[str], paper: Paper) -> Decision:
    id_, _, item, force, words, clauses, subject, span = row
    return Decision(
        id_,
        paper,
        _item(item),
        Force(force),
        words,
        tuple(Clause(*clause) for clause in json.loads(clauses)),
        subject,
        Span(*json.loads(span)),
    )


def _item_text(item: Item | None) -> str | None:
    return json.dumps(astuple(item)) if item else None


def _item(text: str | None) -> Item | None:
    return Item(*json.loads(text)) if text else None
