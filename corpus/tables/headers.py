"""Which rows of a table name its columns.

A header that is wrong gives every figure below it a wrong meaning, so a row is taken for one
only where something says so: words that name columns, figures below words, an empty corner,
the same row again after a page break.
"""

import re
from collections.abc import Sequence

from corpus.text.blocks import Block

Header = tuple[Block, ...]
"""The rows that name the columns, outermost first; empty where none do."""

MOST_LEVELS = 4
LONGEST = 90
"""Characters of a cell that names a column."""
ROWS_READ = 8
"""Rows below a header that are looked at for what stands in its columns."""

FIGURE = re.compile(
    r"[£$€(+\s–-]*\d[\d,.]*\s?[)%]*(?:[kKmM]|bn)?\)?|n/?a|tbc|nil|[-–—]", re.IGNORECASE
)
_YEAR = r"(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?|\d\d/\d\d)"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
PERIOD = re.compile(
    r"(?:(?:by|in|at|as at|end of|post|to|from|between|since|before|after)\s+)?(?:"
    rf"{_YEAR}|{_MONTH}(?:[\s–-]+(?:\d\d)?\d\d)?|(?:q|quarter|year|week|term)\s?\d{{1,2}}"
    rf"|\d{{1,2}}\s{_MONTH}\s\d{{4}})",
    re.IGNORECASE,
)
UNIT = re.compile(
    r"\(?(?:[£€$]\s?[’']?(?:0{1,3}|m|k|bn|millions?)?[’']?s?|[’']?000[’']?s?|%|no\.?|fte)\)?", re.I
)
PERIOD_IN_UNIT = re.compile(rf"(?:{PERIOD.pattern})\s+(?:{UNIT.pattern})", re.IGNORECASE)
DAY = re.compile(rf"\d{{1,2}}(?:\s?(?:st|nd|rd|th))?[\s/.-]+(?:{_MONTH}|\d{{1,2}})\b.*", re.I)
NO_NAME = re.compile(
    r":\s?[£+-]?\d|\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Rev)\b\.?\s+[A-Z]"
    r"|\w@\w|\b\d{4,5}\s?\d{3}\s?\d{3}\b"
)
"""Of a cell that is no name of a column: "Latest: 84%", a person, an address."""
LABEL = re.compile(
    r".*:|(?:meeting|title|subject|wards?|from|to|classification|contact (?:persons?|officers?)"
    r"|background papers|report (?:of|to|by|author))",
    re.IGNORECASE,
)
COLUMN_WORD = re.compile(
    r"\b(?:actions?|activity|actual|address|agenda|amount|applica(?:nt|tion)|author|budget|capital"
    r"|category|cause|comments?|consequence|costs?|current|dates?|deadline|decision|department"
    r"|description|details?|directorate|due|event|evidence|expenditure|forecast|format|funding"
    r"|grade|grants?|groups?|impact|income|indicator|issue|items?|kpis?|latest|lead|likelihood"
    r"|location|measure|meeting|milestone|mitigating|mitigation|notes|number|outcome|owner"
    r"|percentage|period|phase|points|previous|priority|progress|project|proposal|purpose|quarter"
    r"|question|rag|rating|reasons?|recommendation|ref|reference|requested|response|results?"
    r"|revenue|risks?|savings?|scheme|scope|score|site|size|source|spend|stage|start|status"
    r"|summary|target|task|timescale|title|topic|total|type|update|variance|venue|year)\b",
    re.IGNORECASE,
)


def header_at(blocks: Sequence[Block], at: int, above: Header) -> Header:
    """The header that begins with row ``at``; empty if that row is no header.

    ``above`` is the header that holds up to there. A title over the whole width at the top
    of a table belongs to its header.
    """
    first = at
    while at == 0 and first < min(2, len(blocks)) and _is_title(blocks[first]):
        first += 1
    if first < len(blocks) and _is_run_together(blocks[first]):
        return tuple(blocks[at : first + 1])
    if first >= len(blocks) or not looks_like_header(blocks[first]):
        return ()
    last = _last_level(blocks, first, is_top=at == 0)
    again = _is_same(blocks[first], above)
    if not again and not _names_columns(blocks, first, last, within=bool(above)):
        return ()
    return tuple(blocks[at : last + 1])


def is_band(block: Block) -> bool:
    """Whether a row has a first cell and no other."""
    cells = block.cells
    return bool(cells[0]) and not any(cells[1:])


def _is_title(block: Block) -> bool:
    return is_band(block) and len(block.text) <= LONGEST


def _is_run_together(block: Block) -> bool:
    """Whether a row of one cell is names of columns that lost the gaps between them."""
    words = block.text.split()
    return is_band(block) and len(words) > 2 and all(map(COLUMN_WORD.fullmatch, words))


def is_label(block: Block) -> bool:
    """Whether a row is a label and what it stands for: "WARD: | All"."""
    cells = block.cells
    values = [cell for cell in cells[1:] if cell]
    return bool(
        len(values) in (1, 2)
        and LABEL.fullmatch(cells[0])
        and not any(FIGURE.fullmatch(cell) for cell in values)
    )


def looks_like_header(block: Block) -> bool:
    """Whether a row could name columns: short cells, no figures but years and periods."""
    cells = block.cells
    named = [cell for cell in cells if cell]
    if len(named) < (1 if not cells[0] else 2) or is_label(block):
        return False
    if any(len(cell) > LONGEST or NO_NAME.search(cell) for cell in named):
        return False
    if any(FIGURE.fullmatch(cell) and not _is_period(cell) for cell in named):
        return False
    periods = [cell for cell in cells[1:] if PERIOD.fullmatch(cell)]
    if PERIOD.fullmatch(cells[0]) or DAY.fullmatch(cells[0]):
        return len(periods) + 1 > len(named) / 2 and len(named) > 2
    lone_year = len(periods) == 1 and bool(cells[0]) and len(named) == 2
    return not (lone_year and re.fullmatch(r"\d{4}", periods[0]))


def is_numeric(rows: Sequence[Block]) -> bool:
    """Whether most cells after the first are figures."""
    cells = [cell for row in rows for cell in row.cells[1:] if cell]
    return bool(cells) and sum(map(bool, map(FIGURE.fullmatch, cells))) > len(cells) / 2


def _last_level(blocks: Sequence[Block], first: int, *, is_top: bool) -> int:
    """The last row of the header that begins at ``first``."""
    last = first
    while last + 1 < len(blocks) and last - first + 1 < MOST_LEVELS:
        upper, lower = blocks[last], blocks[last + 1]
        if not looks_like_header(lower):
            break
        named = [cell for cell in lower.cells if cell]
        spans = _columns(upper) < _columns(lower) and (is_top or "" in upper.cells)
        units = all(map(_is_period, named))
        if last + 2 == len(blocks) and not units:
            break
        rows = [row for row in blocks[last + 2 : last + 2 + ROWS_READ] if not is_band(row)]
        words_over_figures = not lower.cells[0] and is_numeric(rows)
        scrap = is_top and not lower.cells[0] and len(named) == 1 and " " not in named[0]
        if not (spans or units or words_over_figures or scrap):
            break
        last += 1
    return last


def _names_columns(blocks: Sequence[Block], first: int, last: int, *, within: bool) -> bool:
    """Whether anything says that rows ``first`` to ``last`` are a header and not data.

    ``within`` a table that has a header, more must say so than at its top.
    """
    header, width = blocks[first : last + 1], max(_filled(row) for row in blocks[first : last + 1])
    below = blocks[last + 1 : last + 1 + ROWS_READ]
    rows = [row for row in below if not is_band(row) and not is_label(row)]
    if not rows:
        return last > first and all(map(_is_period, filter(None, blocks[last].cells)))
    over_figures = is_numeric(rows) and _over_figures(blocks[last], rows)
    if within:
        before = [row for row in blocks[max(0, first - 3) : first] if not is_band(row)]
        if width < 3 or not (over_figures or blocks[first].cells[0]):
            return False
        over = over_figures or _over_digits(blocks[last], rows)
        return (over_figures and is_numeric(before)) or (over and _has_names(header))
    if over_figures or any(_is_same(row, tuple(header)) for row in blocks[last + 1 :]):
        return True
    if _has_names(header):
        return True
    if header[0].bold and not rows[0].bold:
        return True
    corner = not blocks[last].cells[0] and any(row.cells[0] for row in rows)
    return width > 2 and (corner or _over_digits(blocks[last], rows))


def _over_figures(header: Block, rows: Sequence[Block]) -> bool:
    """Whether nearly all cells of some column are figures, and the header's is none."""
    for column, name in enumerate(header.cells):
        cells = [row.cells[column] for row in rows if column < len(row.cells) and row.cells[column]]
        figures = [cell for cell in cells if FIGURE.fullmatch(cell)]
        if name and len(figures) > 0.75 * len(cells) and cells:
            return True
    return False


def _over_digits(header: Block, rows: Sequence[Block]) -> bool:
    """Whether most cells of some column have digits, and the header's has none."""
    for column, name in enumerate(header.cells):
        cells = [row.cells[column] for row in rows if column < len(row.cells)]
        digits = [cell for cell in cells if re.search(r"\d", cell)]
        if name and not re.search(r"\d", name) and len(digits) > len(rows) / 2:
            return True
    return False


def _has_names(header: Sequence[Block]) -> bool:
    return any(map(has_column_words, header))


def has_column_words(row: Block) -> bool:
    """Whether the cells are the names of columns by their words; both of two must be."""
    named = [cell for cell in row.cells if cell]
    names = [
        cell
        for cell in named
        if _is_period(cell) or (len(cell.split()) <= 7 and COLUMN_WORD.search(cell))
    ]
    return len(named) > 1 and len(names) >= (2 if len(named) == 2 else len(named) / 2)


def _is_period(cell: str) -> bool:
    """Whether a cell is a period, a unit, or a period with its unit: "2025-26 £000's"."""
    return bool(PERIOD.fullmatch(cell) or UNIT.fullmatch(cell) or PERIOD_IN_UNIT.fullmatch(cell))


def _is_same(row: Block, header: Header) -> bool:
    """Whether half of a row's cells stand in a row of ``header``, at least two."""
    cells = [_folded(cell) for cell in row.cells if cell]
    for other in header:
        names = {_folded(cell) for cell in other.cells if cell}
        same = sum(cell in names for cell in cells)
        if same >= 2 and same >= len(cells) / 2:
            return True
    return False


def _folded(cell: str) -> str:
    return re.sub(r"\W+", " ", cell.casefold())


def _columns(row: Block) -> int:
    """The cells after the first that are not empty."""
    return sum(bool(cell) for cell in row.cells[1:])


def _filled(row: Block) -> int:
    return sum(bool(cell) for cell in row.cells)
