"""The ruled lines of a PDF page, and the tables that they make."""

import ctypes
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

TOUCH = 3.0
"""Points within which two rules meet, or are one."""
_SHORTEST = 5.0  # points; shorter strokes are signs, ticks and dashes
_MOST_PATHS = 4000  # a page with more is a map or a drawing
_MOST_RULES = 600  # for the same reason
_NEARLY_WHITE = 250  # of 255: a background that nobody sees


class Rule(NamedTuple):
    """A straight line: at ``at`` across its direction, from ``start`` to ``end``; in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The upright and the level rules of a page, measured as its words are."""

    upright: tuple[Rule, ...] = ()
    level: tuple[Rule, ...] = ()

    def turned(self, quarters: int) -> "Rules":
        """The rules as they stand on a page whose text is turned by so many quarters."""
        turned = self
        for _ in range(quarters):
            level = tuple(Rule(rule.at, -rule.end, -rule.start) for rule in turned.upright)
            upright = tuple(Rule(-rule.at, rule.start, rule.end) for rule in turned.level)
            turned = Rules(upright, level)
        return turned

    def parts(self, left: float, right: float, height: float) -> bool:
        """Whether an upright rule stands between two places of one line at ``height``."""
        return any(
            left - 1 <= rule.at <= right and rule.start <= height <= rule.end
            for rule in self.upright
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the upright rules from the left, the level ones from the top.

    ``cell_at[row][column]`` is the row and column at whose top left the cell there begins:
    cells may span rows and columns.
    """

    across: tuple[float, ...]
    down: tuple[float, ...]
    cell_at: tuple[tuple[tuple[int, int], ...], ...]

    def find(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell that the point lies in, or None outside of the table."""
        column = self.column(x)
        row = sum(edge >= y for edge in self.down) - 1
        inside = 0 <= column < len(self.across) - 1 and 0 <= row < len(self.down) - 1
        return self.cell_at[row][column] if inside else None

    def column(self, x: float) -> int:
        """The column at a place across the page, from 0; those outside are -1 or the number."""
        return bisect_right(self.across, x) - 1


def rules_of(page: pdfium.PdfPage) -> Rules:
    """The rules that a page draws, in its own coordinates; none for a drawing or a map."""
    upright: list[Rule] = []
    level: list[Rule] = []
    paths = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1))
    if len(paths) > _MOST_PATHS:
        return Rules()
    for path in paths:
        if not _is_seen(path):
            continue
        for (x1, y1), (x2, y2) in _strokes(path):
            if abs(x1 - x2) < 1 and abs(y1 - y2) >= _SHORTEST:
                upright.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
            elif abs(y1 - y2) < 1 and abs(x1 - x2) >= _SHORTEST:
                level.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
    if len(upright) + len(level) > 4 * _MOST_PATHS:
        return Rules()
    rules = Rules(tuple(_joined(upright)), tuple(_joined(level)))
    return rules if len(rules.upright) + len(rules.level) <= _MOST_RULES else Rules()


def grids_of(rules: Rules) -> list[Grid]:
    """The tables that the rules make: at least two columns and two rows, all closed."""
    return [grid for part in _connected(rules) if (grid := _grid(part))]


def _is_seen(path: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value or not fill.value:
        return bool(stroke.value)
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(path, *colour)
    return any(part.value < _NEARLY_WHITE for part in colour[:3]) and colour[3].value > 0


def _strokes(
    path: pdfium.PdfObject,
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of a path, from point to point."""
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for number in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield last, first
            last = first


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """The rules with those that go on from one another, or lie on one another, as one."""
    joined: list[Rule] = []
    for rule in sorted(rules):
        at = _before(joined, rule)
        if at is None:
            joined.append(rule)
        else:
            start, end = min(rule.start, joined[at].start), max(rule.end, joined[at].end)
            joined[at] = Rule(joined[at].at, start, end)
    return joined


def _before(joined: Sequence[Rule], rule: Rule) -> int | None:
    """Which of the rules so far, from left or from below, ``rule`` goes on from."""
    for number in range(len(joined) - 1, -1, -1):
        other = joined[number]
        if rule.at - other.at > TOUCH:
            return None
        if rule.start <= other.end + TOUCH and other.start <= rule.end + TOUCH:
            return number
    return None


def _connected(rules: Rules) -> list[Rules]:
    """The rules in groups that hang together by crossings."""
    groups: list[tuple[list[Rule], list[Rule]]] = [([rule], []) for rule in rules.upright]
    for level in rules.level:
        met = [group for group in groups if any(_meet(each, level) for each in group[0])]
        if met:
            upright = [rule for group in met for rule in group[0]]
            levels = [rule for group in met for rule in group[1]]
            groups = [group for group in groups if not any(group is each for each in met)]
            groups.append((upright, [*levels, level]))
    return [Rules(tuple(upright), tuple(level)) for upright, level in groups]


def _meet(upright: Rule, level: Rule) -> bool:
    return (
        upright.start - TOUCH <= level.at <= upright.end + TOUCH
        and level.start - TOUCH <= upright.at <= level.end + TOUCH
    )


def _grid(rules: Rules) -> Grid | None:
    across = _places([rule.at for rule in rules.upright])
    down = _places([rule.at for rule in rules.level])[::-1]
    if len(across) < 3 or len(down) < 3:
        return None
    rows, columns = len(down) - 1, len(across) - 1
    cell_at = [[(row, column) for column in range(columns)] for row in range(rows)]
    for row, (top, bottom) in enumerate(pairwise(down)):
        for column, (left, right) in enumerate(pairwise(across)):
            if column and not _drawn(rules.upright, left, bottom, top):
                cell_at[row][column] = cell_at[row][column - 1]
            elif row and not _drawn(rules.level, top, left, right):
                cell_at[row][column] = cell_at[row - 1][column]
    return Grid(tuple(across), tuple(down), tuple(map(tuple, cell_at)))


def _places(at: Sequence[float]) -> list[float]:
    """Where rules stand, in ascending order; those that touch are at one place."""
    places: list[float] = []
    for place in sorted(at):
        if not places or place - places[-1] > TOUCH:
            places.append(place)
    return places


def _drawn(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Whether the edge from ``start`` to ``end`` is drawn, most of it."""
    covered = sum(
        max(0.0, min(end, rule.end) - max(start, rule.start))
        for rule in rules
        if abs(rule.at - at) <= TOUCH
    )
    return covered > 0.6 * (end - start)
