"""Printed lines of a PDF, and what their type and their distances say."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LARGER = 1.12  # times the body's size, from which type is clearly larger
_LONGEST_HEADING = 120  # characters
_LONGEST_BOLD_RUN = 2  # lines; a longer one is a bold paragraph
_TIGHT = 1.6  # ems from line to line inside a paragraph at most
_USUAL_PITCH = 1.15  # ems from line to line where a paper has too few lines to tell
_ROW_GAP = 3.0  # ems from row to row of one table at most


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line or table row of a page; distances in points, measured upwards.

    ``cells`` is their number (1 for a line), ``baseline`` that of its first printed line,
    ``size`` the em of its type, ``bold`` whether all of it is and ``ends_bold`` its last word,
    ``height`` its place on the page from 0 (foot) to 1 (head).
    """

    text: str
    page: int
    cells: int
    baseline: float
    bottom: float
    size: float
    bold: bool
    ends_bold: bool
    height: float

    def pitch_to(self, below: "PrintedLine") -> float:
        """Ems from this line down to the one below; less than 0 where it stands higher."""
        return (self.bottom - below.baseline) / max(min(self.size, below.size), 1)

    def parted_from(self, below: "PrintedLine", gap: float) -> bool:
        """Whether a paragraph ends between the lines; rows of one table stay together."""
        pitch = self.pitch_to(below)
        both_rows = self.cells > 1 and below.cells > 1
        return pitch < 0 or pitch > (max(gap, _ROW_GAP) if both_rows else gap)


def paragraph_gap(lines: Sequence[PrintedLine]) -> float:
    """Ems from which the distance of two lines parts paragraphs."""
    pitches = Counter(
        round(above.pitch_to(below) * 20) / 20
        for above, below in pairwise(lines)
        if above.page == below.page and above.cells == below.cells == 1
    )
    usual = [(count, pitch) for pitch, count in pitches.items() if 0.9 < pitch < 2.2]
    return 1.3 * (max(usual)[1] if usual and max(usual)[0] > 4 else _USUAL_PITCH)


def heading_levels(lines: Sequence[PrintedLine]) -> dict[int, int]:
    """The level of each heading by the ``id`` of its line: larger type first, then bold."""
    by_size: Counter[float] = Counter()
    for line in lines:
        by_size[_half_points(line.size)] += len(line.text)
    body = by_size.most_common(1)[0][0] if by_size else 0.0
    bold_body = sum(len(x.text) for x in lines if x.bold) * 2 > sum(len(x.text) for x in lines)
    larger = [line for line in lines if _may_head(line) and line.size > body * _LARGER]
    sizes = sorted({_half_points(line.size) for line in larger}, reverse=True)
    levels = {id(line): min(sizes.index(_half_points(line.size)) + 1, 3) for line in larger}
    if not bold_body:
        for line in _bold_headings(lines):
            levels.setdefault(id(line), min(len(sizes) + 1, 3))
    return levels


def _half_points(size: float) -> float:
    return round(size * 2) / 2


def _may_head(line: PrintedLine) -> bool:
    return (
        line.cells == 1
        and len(line.text) <= _LONGEST_HEADING
        and re.search(r"[^\W\d_]{2}", line.text) is not None
        and not line.text.endswith((",", ";"))
        and not line.text[:1].islower()
    )


def _bold_headings(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Bold lines of a heading's length that do not run on as a bold paragraph."""
    found: list[PrintedLine] = []
    for run in _bold_runs(lines):
        if len(run) <= _LONGEST_BOLD_RUN and all(line.bold for line in run):
            found += run
    return [line for line in found if _may_head(line) and not line.text.endswith(".")]


def _bold_runs(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Lines that are bold to their end, and those that go on from them in bold."""
    run: list[PrintedLine] = []
    for line in lines:
        tight = run and run[-1].page == line.page and 0 < run[-1].pitch_to(line) < _TIGHT
        if run and not (tight and line.bold):
            yield run
            run = []
        if line.ends_bold:
            run.append(line)
    if run:
        yield run
