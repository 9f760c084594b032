"""Letterheads: the lines that name council, body and date over a paper."""

from collections.abc import Sequence

from corpus.cleaning import Block, BlockKind
from corpus.dates import find_dates
from corpus.names import BODY, find_body, find_councils

SHORT = 170
"""The most characters of a line that may stand in a paper's head."""


def is_letterhead(blocks: Sequence[Block], at: int) -> bool:
    """Whether council, body and date stand on lines of their own from ``at`` on."""
    first = blocks[at].text.strip()
    if _letterhead_in_one_line(first):
        return True
    if not (is_council_line(first) or find_body(first)) or blocks[at].kind is BlockKind.TABLE_ROW:
        return False
    near = [b.text.strip() for b in blocks[at : at + 6] if len(b.text) <= SHORT]
    has_body = any(find_body(text) and not is_council_line(text) for text in near)
    has_date = any(_is_date_line(text) for text in near)
    return has_date and (has_body or is_council_line(first)) and not _is_date_line(first)


def _letterhead_in_one_line(text: str) -> bool:
    if len(text) > SHORT or text.endswith("."):
        return False
    names = find_councils(text)
    rest = text.replace(names[0], "", 1) if names else ""
    return len(names) == 1 and bool(BODY.search(rest)) and len(list(find_dates(rest))) == 1


def is_council_line(text: str) -> bool:
    """Whether a line names a council and nothing else."""
    names = find_councils(text)
    return len(names) == 1 and len(text) <= len(names[0]) + 3


def _is_date_line(text: str) -> bool:
    found = list(find_dates(text))
    return len(found) == 1 and len(text) - (found[0].end - found[0].start) <= 25
