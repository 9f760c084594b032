"""The library's file: one SQLite database, opened, read and written with errors that help."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from corpus.errors import LibraryError
from corpus.schema import migrate

FILE_NAME = "library.sqlite"


class Database:
    """The database in ``folder``. Read from any thread; write in ``writing`` only."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the database, made anew if ``create``. Raises LibraryError."""
        self._folder = folder
        # Threads that share a connection share its prepared statements too, and from Python
        # 3.12 on one may bind its values into the statement that another is about to run.
        self._reading = Lock()
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
        """Close the file; the database cannot be used after it."""
        self._db.close()

    @contextmanager
    def writing(self, settle: Callable[[], None]) -> Iterator[None]:
        """One transaction, ended by ``settle``: all of it becomes visible, or nothing does."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            settle()
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise LibraryError(
                f"The library {self._folder} cannot be written: {error}. "
                "Make room, or let this user write there, and try again."
            ) from error
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    @property
    def is_writing(self) -> bool:
        """Whether a transaction is open."""
        return self._db.in_transaction

    def state(self) -> tuple[int, int]:
        """Changes whenever this process or another has written."""
        return int(self.read("PRAGMA data_version")[0][0]), self._db.total_changes

    def execute(self, sql: str, parameters: tuple[object, ...] = ()) -> None:
        """Run one statement (in ``writing``)."""
        self._db.execute(sql, parameters)

    def insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Insert rows with a value for each column of ``table``, in order (in ``writing``)."""
        for row in rows:
            marks = ", ".join("?" * len(row))
            self._db.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608

    def scrub(self) -> None:
        """Leave nothing on the disk of rows that were deleted (not in ``writing``).

        Raises LibraryError.
        """
        try:
            self._db.execute("VACUUM")
            busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.Error as error:
            raise self._not_scrubbed(str(error)) from error
        if busy:
            raise self._not_scrubbed("another process is reading it")

    def _not_scrubbed(self, reason: str) -> LibraryError:
        return LibraryError(
            f"What was taken out of {self._folder / FILE_NAME} as exempt may still stand in the "
            f"file: {reason}. Stop other programs that use the library, delete its folder and "
            "add the papers again."
        )

    def read(self, sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows that a query gives. Raises LibraryError if the file is damaged."""
        try:
            with self._reading:
                return self._db.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise LibraryError(
                f"The library {self._folder / FILE_NAME} cannot be read: {error}. If it is "
                "damaged, move it away and add the papers again."
            ) from error


def _connected(path: Path) -> sqlite3.Connection:
    """The database at ``path``, brought to the newest version."""
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA secure_delete = ON")  # what is exempt must not lie in freed pages
        migrate(db)
    except BaseException:
        db.close()
        raise
    return db
