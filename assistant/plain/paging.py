"""Long lists, a page at a time, each with an address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.desk.choosing import number_of
from assistant.plain.addresses import address
from assistant.plain.drawing import View

PAGE = 25
"""Rows on one page: some screens, not hundreds."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Shown(Generic[Row]):
    """The rows of one page, with the addresses of the page before and the page after."""

    rows: Sequence[Row]
    number: int
    pages: int
    before: str
    after: str


def on_page(view: View, rows: Sequence[Row], name: str = "page") -> Shown[Row]:
    """The rows of the page that the parameter ``name`` gives; the last one beyond the end.

    An address is empty where there is no such page. Raises BadRequestError.
    """
    pages = max(1, -(-len(rows) // PAGE))
    number = min(number_of("Page", view.given.get(name) or "1", 1), pages)
    rest = [pair for pair in view.given.multi_items() if pair[0] != name]

    def to(other: int) -> str:
        there = 1 <= other <= pages
        return address(view.frame.request.url.path, [*rest, (name, str(other))]) if there else ""

    shown = rows[(number - 1) * PAGE : number * PAGE]
    return Shown(shown, number, pages, to(number - 1), to(number + 1))
