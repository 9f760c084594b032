"""The minute book of an opened library, read once for all pages."""

from functools import lru_cache

from assistant.desk.opened import Desk
from assistant.record.minute_book import MinuteBook, minute_book
from corpus.library import Library


def book_of(desk: Desk) -> MinuteBook:
    """What the library of ``desk`` records, read at the first call and kept.

    A desk is opened anew when its library changes, and so its book is another.
    """
    return _read(desk.assistant.library)


@lru_cache(maxsize=2)
def _read(library: Library) -> MinuteBook:
    return minute_book(library)
