"""The library: one SQLite file that holds documents, papers, passages and decisions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from corpus.acronyms import definitions_in, most_used
from corpus.confirming import confirmed
from corpus.database import Database
from corpus.documents import Document, Origin, Page, Withheld
from corpus.errors import NotHeldError
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import Appearance, Business, Decision, Force, Paper, Passage
from corpus.remembering import Remembering
from corpus.rows import (
    APPEARANCES,
    BUSINESS,
    DECISIONS,
    PAPER_COLUMNS,
    PASSAGES,
    Table,
    origin_of,
    origin_text,
    packed,
    pages_of,
    pages_text,
    paper_of,
    paper_row,
    unpacked,
    withheld_of,
    withheld_text,
)
from corpus.structure import Structure
from corpus.text.word_lists import WordLists
from corpus.text.words import words_of
from corpus.undoing import Undoing, undoings

Held = TypeVar("Held", Business, Passage, Decision, Appearance)
_RECORDS = (
    "SELECT source, root, digest, format, problem, reading, pages, origin, withheld,"
    " lines IS NOT NULL FROM files"
)


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What became of a file: ``problem`` says why it could not be read, and what to do.

    ``root`` is the folder that ``source`` is relative to; ``digest`` the SHA-256 of its bytes.
    ``reading`` is the version of the reading that made its papers. ``origin`` says where it
    was fetched from, ``withheld`` what was kept out of the library; ``is_held`` whether that
    holds any of its words.
    """

    source: str
    root: str
    digest: str
    format: str | None
    pages: tuple[Page, ...]
    problem: str | None
    reading: int = 0
    origin: Origin | None = None
    withheld: tuple[Withheld, ...] = ()
    is_held: bool = field(default=True, compare=False)

    @property
    def unread_pages(self) -> list[Page]:
        """The pages of which nothing was read, but for what was kept out; each says why."""
        kept_out = {n for part in self.withheld for n in range(part.first, part.last + 1)}
        return [page for page in self.pages if page.problem and page.number not in kept_out]


class Library:
    """The store in ``folder``. Read from any thread; write in ``writing`` only."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the library in ``folder``, made anew if ``create``. Raises LibraryError."""
        self.folder = folder
        self._db = Database(folder, create=create)
        self._remembering = Remembering(self._db)

    def close(self) -> None:
        """Close the file; the library cannot be used after it."""
        self._db.close()

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: all of it becomes visible at its end, or nothing does.

        At its end it is settled which minutes others confirm.
        """
        return self._db.writing(self._confirm)

    @property
    def generation(self) -> str | None:
        """The generation of the index that belongs to these passages; None without one."""
        name: str | None = self._db.read("SELECT generation FROM state")[0][0]
        return name

    def set_generation(self, name: str | None) -> None:
        """Say which generation of the index belongs to the passages (in ``writing``)."""
        self._db.execute("UPDATE state SET generation = ?", (name,))

    @property
    def is_public(self) -> bool:
        """Whether exempt papers are kept out, so that anyone may use the library."""
        return bool(self._db.read("SELECT is_public FROM state")[0][0])

    def let_in_exempt(self) -> None:
        """From now on hold exempt papers too (in ``writing``); there is no way back."""
        self._db.execute("UPDATE state SET is_public = 0")

    def scrub(self) -> None:
        """Leave nothing in the file of what was taken out (not in ``writing``); LibraryError."""
        self._db.scrub()

    def embedder(self, model: str) -> tuple[str, int] | None:
        """The name and dimension of the embedder that ``model`` turned out to be, or None."""
        rows = self._db.read("SELECT name, dimension FROM embedders WHERE model = ?", (model,))
        return rows[0] if rows else None

    def remember_embedder(self, model: str, name: str, dimension: int) -> None:
        """Spare the next adding to load the model ``model`` for its name (in ``writing``)."""
        self._db.insert("embedders", [(model, name, dimension)])

    def version(self) -> int:
        """A number that changes whenever another process has written."""
        return int(self._db.read("PRAGMA data_version")[0][0])

    def put(self, record: FileRecord, document: Document | None, structure: Structure) -> None:
        """Store a file in place of what stood under its source (in ``writing``)."""
        self._db.execute("DELETE FROM files WHERE source = ?", (record.source,))
        self._db.insert(
            "files",
            [
                (
                    record.source,
                    record.root,
                    record.digest,
                    record.format,
                    record.problem,
                    packed(document) if document else None,
                    record.reading,
                    pages_text(record.pages),
                    origin_text(record.origin),
                    withheld_text(record.withheld),
                )
            ],
        )
        self._db.insert("papers", map(paper_row, count(), structure.papers))
        self._db.insert("business", map(BUSINESS.row_of, count(), structure.business))
        self._db.insert("passages", map(PASSAGES.row_of, count(), structure.passages))
        self._db.insert("decisions", map(DECISIONS.row_of, count(), structure.decisions))
        self._db.insert("appearances", map(APPEARANCES.row_of, count(), structure.appearances))
        defined = definitions_in(passage.text for passage in structure.passages)
        self._db.insert(
            "acronyms", [(record.source, *definition, n) for definition, n in defined.items()]
        )

    def remove(self, sources: Sequence[str]) -> list[str]:
        """Take files out with all that came from them (in ``writing``); those that were there."""
        known = {record.source for record in self.files()}
        removed = [source for source in dict.fromkeys(sources) if source in known]
        for source in removed:
            self._db.execute("DELETE FROM files WHERE source = ?", (source,))
        return removed

    def files(self) -> list[FileRecord]:
        """Every file that was added, read or not, by source."""
        return [_record(row) for row in self._db.read(f"{_RECORDS} ORDER BY source")]

    def file(self, source: str) -> FileRecord:
        """What became of one file. Raises NotHeldError for one that is not held."""
        rows = self._db.read(f"{_RECORDS} WHERE source = ?", (source,))
        if not rows:
            raise self._not_held(source)
        return _record(rows[0])

    def document(self, source: str) -> Document:
        """A file as it was read. Raises NotHeldError for one that is not held."""
        rows = self._db.read(
            "SELECT format, lines, pages FROM files WHERE source = ? AND lines IS NOT NULL",
            (source,),
        )
        if not rows:
            raise self._not_held(source)
        format_, lines, pages = rows[0]
        return Document(source, format_, unpacked(lines), pages_of(pages))

    def papers(self, filters: Filters = NO_FILTERS) -> list[Paper]:
        """The papers that ``filters`` admit, in the order of their files."""
        held = self._remembering.get("papers", self._read_papers)
        return [paper for paper in held if filters.admit(paper)]

    def business(self, filters: Filters = NO_FILTERS) -> list[Business]:
        """The items of the agendas, and the minutes, that ``filters`` admit, in order."""
        return self._held(BUSINESS, filters)

    def passages(self, filters: Filters = NO_FILTERS) -> list[Passage]:
        """The passages of the papers that ``filters`` admit, in the order of their files."""
        return self._held(PASSAGES, filters)

    def appearances(self, filters: Filters = NO_FILTERS) -> list[Appearance]:
        """Who appears in the minutes that ``filters`` admit, in the order of their files."""
        return self._held(APPEARANCES, filters)

    def decisions(
        self, filters: Filters = NO_FILTERS, forces: Iterable[Force] = (), about: str = ""
    ) -> list[Decision]:
        """Decisions, oldest meeting first, undated last.

        ``forces`` admits all if it is empty. ``about`` admits those whose title, words,
        clauses or subject hold every one of its words.
        """
        wanted, words = frozenset(forces), set(words_of(about))
        held = self._every(DECISIONS)
        if words:
            held = [held[row] for row in sorted(self._told_words(held).holding_all(words))]
        return sorted(
            (
                decision
                for decision in self._admitted(held, filters)
                if not wanted or decision.force in wanted
            ),
            key=lambda decision: decision.paper.meeting.held_on or date.max,
        )

    def undoings(self) -> list[Undoing]:
        """What decisions did to earlier ones, oldest first."""
        return list(self._remembering.get("undoings", lambda: undoings(self.decisions())))

    def acronyms(self) -> dict[str, str]:
        """Each acronym with the words that the papers give for it most often, as written."""
        rows = self._db.read("SELECT acronym, words, SUM(uses) FROM acronyms GROUP BY 1, 2")
        return most_used(Counter({(acronym, words): uses for acronym, words, uses in rows}))

    def _not_held(self, source: str) -> NotHeldError:
        return NotHeldError(
            f"{source} is not in the library {self.folder}. `council-papers status` lists "
            "what it holds."
        )

    def _told_words(self, decisions: Sequence[Decision]) -> WordLists:
        """The words of ``decisions``, which are all that are held."""
        return self._remembering.get("words", lambda: WordLists(map(_about, decisions)))

    def _held(self, table: Table[Held], filters: Filters) -> list[Held]:
        """The values of ``table`` whose papers are admitted, in order."""
        return self._admitted(self._every(table), filters)

    def _admitted(self, held: Sequence[Held], filters: Filters) -> list[Held]:
        if filters == NO_FILTERS:
            return list(held)
        papers = {paper.id for paper in self.papers(filters)}
        return [each for each in held if each.paper.id in papers]

    def _every(self, table: Table[Held]) -> list[Held]:
        return self._remembering.get(table.name, lambda: self._read(table))

    def _read_papers(self) -> list[Paper]:
        rows = self._db.read(
            f"SELECT {PAPER_COLUMNS} FROM papers JOIN files USING (source) ORDER BY source, seq"  # noqa: S608
        )
        return list(map(paper_of, rows))

    def _read(self, table: Table[Held], where: str = "TRUE") -> list[Held]:
        """The rows of ``table`` as values, in order."""
        papers = {paper.id: paper for paper in self.papers()}
        rows = self._db.read(
            f"SELECT t.paper, {', '.join(f't.{name}' for name in table.columns)} "  # noqa: S608
            f"FROM {table.name} t JOIN papers ON papers.id = t.paper "
            f"WHERE {where} ORDER BY papers.source, t.seq"
        )
        return [table.value_of(row, papers[paper]) for paper, *row in rows if paper in papers]

    def _confirm(self) -> None:
        """Mark the minutes that other minutes confirm, and no others."""
        confirming = self._read(DECISIONS, where="t.words LIKE '%minute%'")
        self._db.execute("UPDATE papers SET is_confirmed = 0 WHERE is_confirmed")
        for paper in confirmed(self.papers(), confirming):
            self._db.execute("UPDATE papers SET is_confirmed = 1 WHERE id = ?", (paper.id,))


def _record(row: tuple[Any, ...]) -> FileRecord:
    source, root, digest, format_, problem, reading, pages, origin, withheld, is_held = row
    return FileRecord(
        *(source, root, digest, format_, pages_of(pages), problem, reading),
        *(origin_of(origin), withheld_of(withheld), bool(is_held)),
    )


def _about(decision: Decision) -> str:
    title = decision.item.title if decision.item else decision.paper.title
    return " ".join((title, decision.words, decision.subject or ""))
