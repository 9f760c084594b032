"""What a pack tells of the papers in it: its outline, and the pages its agenda prints.

The outline of a pack made by a committee system names the agenda, then for each item the
papers that begin on a page; the outline of a report names its chapters, and is not followed.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.documents import Bookmark, Page
from corpus.packs.agendas import agenda_heads, pages_printed
from corpus.papers import Item
from corpus.text.blocks import Block, BlockKind

Announced = Mapping[int, Item | None]
"""Items by the position of the block at which a paper begins; None where no item is named."""
NOTHING: Announced = {}
_AGENDA = re.compile(r"(?:supplementary |late )?(?:agenda|agenda frontsheet|rhaglen)\b.*", re.I)
_ITEM = re.compile(r"(?P<number>\d{1,2}[a-z]?(?:\.\d{1,2})?)[.)]?\s+(?P<title>\S.*)", re.DOTALL)


def in_outline(outline: Sequence[Bookmark], blocks: Sequence[Block]) -> dict[int, Item | None]:
    """The papers that the outline of a pack names; none where it is that of one paper."""
    top = [bookmark for bookmark in outline if bookmark.level == 0]
    if not any(_AGENDA.fullmatch(bookmark.title.strip()) for bookmark in top):
        return {}
    first_of = _first_on_page(blocks)
    found: dict[int, Item | None] = {}
    item: Item | None = None
    for bookmark in outline:
        if bookmark.level == 0:
            match = _ITEM.fullmatch(bookmark.title.strip())
            item = Item(match["number"], " ".join(match["title"].split())) if match else None
        if bookmark.level <= 1 and bookmark.page in first_of:
            found.setdefault(first_of[bookmark.page], item)
    return found


def on_agenda(
    agenda: Sequence[Block], pages: Sequence[Page], blocks: Sequence[Block]
) -> dict[int, Item | None]:
    """The papers that begin where an agenda says ("Pages 15 - 24"), by the numbers printed.

    Nothing is concluded where the numbers on the agenda do not rise, or where the file's
    pages do not bear them.
    """
    heads = agenda_heads(agenda)
    said = [
        (printed, item) for at, item in heads.items() if (printed := pages_printed(agenda[at].text))
    ]
    if not said or any(one[0] > other[0] for (one, _), (other, _) in pairwise(said)):
        return {}
    borne = {page.printed: page.number for page in pages if page.printed}
    first_of = _first_on_page(blocks)
    end = max(agenda[at].page or 0 for at in heads)
    found: dict[int, Item | None] = {}
    for (first, _), item in said:
        page = borne.get(str(first))
        if page is not None and page > end and page in first_of:
            found.setdefault(first_of[page], item)
    return found


def _first_on_page(blocks: Sequence[Block]) -> dict[int, int]:
    """The position of the first block that begins on each page."""
    first_of: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if block.page is not None and block.kind is not BlockKind.PAGE_LEFT_BLANK:
            first_of.setdefault(block.page, at)
    return first_of
