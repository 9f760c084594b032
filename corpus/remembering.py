"""What was read of a library is read again only when the library has changed."""

from collections.abc import Callable
from threading import RLock
from typing import Any, TypeVar

from corpus.database import Database

Held = TypeVar("Held")


class Remembering:
    """The last reading of each sort, for as long as nobody writes.

    Nothing is remembered of what is read inside of a transaction: it may yet be undone.
    What is given is shared by all who ask: it must not be changed.
    """

    def __init__(self, database: Database) -> None:
        self._db = database
        self._held: dict[str, tuple[tuple[int, int], Any]] = {}
        self._reading = RLock()

    def get(self, sort: str, read: Callable[[], Held]) -> Held:
        """What ``read`` gave last for ``sort``, or gives now."""
        if self._db.is_writing:
            return read()
        with self._reading:  # one reads, the others wait for the same
            state = self._db.state()
            if sort not in self._held or self._held[sort][0] != state:
                self._held.pop(sort, None)
                self._held[sort] = (state, read())
            found: Held = self._held[sort][1]
            return found
