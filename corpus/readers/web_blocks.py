"""The blocks of a web page as lines: paragraphs, headings, list items and table rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.documents import Line

_BLOCKS = frozenset(
    re.split(
        " +",
        "address article blockquote body caption center dd details dialog div dl dt fieldset"
        " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre"
        " section summary table tbody tfoot thead tr ul",
    )
)
_TIGHT = frozenset({"li", "dt", "dd", "tr", "tbody", "thead", "tfoot", "caption"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NUMBER = re.compile(r"\(?(?:[A-Z]{0,4}\d{1,4}(?:[./]\d{1,4})*[a-z]?|[a-zA-Z]|[ivx]{1,5})[.)]?")
_COUNTING = re.compile(r"list-style(?:-type)?:[^;]*\b((?:lower|upper)-(?:alpha|latin|roman))")
_KINDS = {
    **{"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"},
    **{"lower-roman": "i", "upper-roman": "I"},
}
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(slots=True)
class _List:
    """A list that is open: the kind and the number of its next item (None for bullets)."""

    kind: str
    number: int | None


@dataclass(slots=True)
class _Table:
    """A table that is open: the row at hand, and how far cells reach down from above."""

    cells: list[list[Line]] = field(default_factory=list)
    reach: dict[int, int] = field(default_factory=dict)
    in_cell: bool = False
    gap: bool = False  # a paragraph has ended in the cell at hand
    spare: int = 0  # columns that the cell at hand spans beyond its first


class Blocks:
    """Takes the tags and text of a page in their order and keeps its lines."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._parts: list[str] = []
        self._first: int | None = None
        self._last = 0
        self._heading: int | None = None
        self._marker = ""
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._in_pre = False
        self._gap = False

    @property
    def has_text(self) -> bool:
        return bool(self._lines)

    def finished(self) -> Iterator[Line]:
        """The lines, without blank ones at the ends."""
        yield from self._lines

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br":
            self._flush()
        elif tag in ("td", "th"):
            self._start_cell(attributes)
        elif tag in _BLOCKS:
            self._start_block(tag, attributes)

    def end(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self._end_row()
            if self._tables:
                self._tables.pop()
            self._part()
        elif tag in _BLOCKS:
            self._end_block(tag)

    def text(self, text: str, number: int) -> None:
        """Text that stands on line ``number`` of the file."""
        if text.strip():
            self._first = self._first or number
            self._last = number
        self._parts.append(text)

    def new_line(self) -> None:
        """A line of the file ends, which is a space but in preformatted text."""
        if self._in_pre:
            self._flush()
        else:
            self._parts.append(" ")

    def end_all(self) -> None:
        while self._tables:
            self.end("table")
        self._flush()

    def _start_block(self, tag: str, attributes: dict[str, str]) -> None:
        self._flush()
        if self._stands_apart(tag):
            self._part()
        if tag in ("ul", "ol"):
            start = attributes.get("start", "1")
            number = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
            self._lists.append(_List(_kind(attributes), number if tag == "ol" else None))
        elif tag == "li":
            self._marker = self._next_marker(attributes.get("value", ""))
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr":
            self._end_row()
        elif tag in _HEADINGS:
            self._heading = int(tag[1])
        elif tag == "pre":
            self._in_pre = True

    def _end_block(self, tag: str) -> None:
        self._flush()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag == "li":
            self._marker = ""
        if tag == "pre":
            self._in_pre = False
        if tag in _HEADINGS:
            self._heading = None
        if self._stands_apart(tag):
            self._part()

    def _part(self) -> None:
        """A gap goes before what comes next, in the cell that is open or on the page."""
        table = next((table for table in reversed(self._tables) if table.in_cell), None)
        if table:
            table.gap = True
        else:
            self._gap = True

    def _stands_apart(self, tag: str) -> bool:
        """Whether a gap goes before and after the element; not between a marker and its text."""
        if tag in _TIGHT or (tag in ("ul", "ol") and self._lists):
            return False
        return not self._marker or tag in _HEADINGS

    def _next_marker(self, value: str) -> str:
        open_list = self._lists[-1] if self._lists else _List("", None)
        if open_list.number is None:
            return "- "
        if re.fullmatch(r"-?\d{1,6}", value):
            open_list.number = int(value)
        shown = _counted(open_list.number, open_list.kind)
        open_list.number += 1
        return f"{shown}. "

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._end_cell()
        if not self._tables:
            return
        table = self._tables[-1]
        _skip_reached(table)
        wide, high = _span(attributes, "colspan"), _span(attributes, "rowspan")
        if high > 1:
            for column in range(len(table.cells), len(table.cells) + wide):
                table.reach[column] = high
        table.cells.append([])
        table.in_cell, table.gap = True, False
        table.spare = wide - 1

    def _end_cell(self) -> None:
        self._flush()
        if self._tables and self._tables[-1].in_cell:
            table = self._tables[-1]
            table.in_cell = False
            table.cells += [[] for _ in range(table.spare)]

    def _end_row(self) -> None:
        self._end_cell()
        if not self._tables or not self._tables[-1].cells:
            return
        table = self._tables[-1]
        _skip_reached(table)
        cells, table.cells = table.cells, []
        table.reach = {column: rows - 1 for column, rows in table.reach.items() if rows > 1}
        filled = [cell for cell in cells if cell]
        is_frame = len(filled) == 1 and (len(cells) == 1 or len(filled[0]) > 1)
        if _is_numbered(filled):
            (number,), (title, *rest) = filled
            self._keep_frame([replace(title, text=f"{number.text} {title.text}"), *rest])
        elif is_frame or any(line.heading for cell in filled for line in cell):
            self._keep_frame([line for cell in filled for line in cell])
        elif filled:
            lines = [line for cell in filled for line in cell]
            first = min(line.first or 0 for line in lines)
            last = max(line.last or 0 for line in lines)
            self._keep(Line("\t".join(map(_in_one, cells)), first, last))

    def _keep_frame(self, lines: Sequence[Line]) -> None:
        """Lines of a table that is only a frame around text."""
        self._part()
        for line in lines:
            if line.text:
                self._keep(line)
            else:
                self._part()
        self._part()

    def _flush(self) -> None:
        """End the line at hand."""
        text = "".join(self._parts)
        text = text.rstrip() if self._in_pre else " ".join(text.split())
        self._parts = []
        first, self._first = self._first, None
        if not text.strip() or first is None:
            return
        marker, self._marker = self._marker, ""
        self._keep(Line(marker + text, first, self._last, heading=self._heading))

    def _keep(self, line: Line) -> None:
        """Put a line where it belongs: into the cell that is open, or into the page."""
        for table in reversed(self._tables):
            if table.in_cell:
                cell = table.cells[-1]
                if table.gap and cell:
                    cell.append(Line("", cell[-1].last, cell[-1].last))
                table.gap = False
                cell.append(line)
                return
        if self._gap and self._lines:
            before = self._lines[-1].last
            self._lines.append(Line("", before, before))
        self._gap = False
        self._lines.append(line)


def _skip_reached(table: _Table) -> None:
    """Leave empty the columns into which cells reach from rows above."""
    while table.reach.get(len(table.cells), 0) > 0 and not table.in_cell:
        table.cells.append([])


def _is_numbered(cells: Sequence[Sequence[Line]]) -> bool:
    """Whether a row is an item laid out as one: its number, and beside it all of its text."""
    if len(cells) != 2 or len(cells[0]) != 1 or len(cells[1]) == 1:
        return False
    return _NUMBER.fullmatch(cells[0][0].text) is not None


def _in_one(cell: Sequence[Line]) -> str:
    """The text of a cell on one line."""
    return " ".join(line.text.replace("\t", " ") for line in cell if line.text)


def _kind(attributes: dict[str, str]) -> str:
    """How a list counts, as its attribute or its style says."""
    styled = _COUNTING.search(attributes.get("style", "").lower())
    return _KINDS[styled[1]] if styled else attributes.get("type", "1")


def _span(attributes: dict[str, str], name: str) -> int:
    value = attributes.get(name, "1")
    return min(int(value), 50) if re.fullmatch(r"\d{1,4}", value) and int(value) else 1


def _counted(number: int, kind: str) -> str:
    if kind in ("a", "A") and 0 < number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter if kind == "a" else letter.upper()
    if kind in ("i", "I") and 0 < number < 40:
        roman = "x" * (number // 10) + _ROMAN[number % 10]
        return roman if kind == "i" else roman.upper()
    return str(number)
