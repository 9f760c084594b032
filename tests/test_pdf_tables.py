"""Ruled tables of a PDF: every cell is read as its rules part it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from drawn import Draw, both, drawn, texts, written
from reportlab.pdfgen.canvas import Canvas

LEFT, TOP, HIGH = 72, 700, 30
Cell = str | tuple[str, ...]


def table(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    rules: bool = True,
    skipped: Sequence[tuple[int, int]] = (),
) -> Draw:
    """A ruled table; a cell of several lines is a tuple.

    ``skipped`` are the rows and columns of cells without a rule at their left.
    """
    edges = [LEFT + sum(widths[:n]) for n in range(len(widths) + 1)]

    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for number, row in enumerate(rows):
            top = TOP - HIGH * number
            for column, cell in enumerate(row):
                lines = (cell,) if isinstance(cell, str) else cell
                for at, line in enumerate(lines):
                    canvas.drawString(edges[column] + 1.5, top - 10 - 10 * at, line)
                if rules and (number, column) not in skipped:
                    canvas.line(edges[column], top, edges[column], top - HIGH)
            if rules:
                canvas.line(edges[-1], top, edges[-1], top - HIGH)
                canvas.line(edges[0], top, edges[-1], top)
        if rules:
            canvas.line(edges[0], TOP - HIGH * len(rows), edges[-1], TOP - HIGH * len(rows))

    return page


def read(tmp_path: Path, *parts: Draw) -> list[str]:
    return texts(drawn(tmp_path / "paper.pdf", both(*parts)))


def test_words_on_both_sides_of_a_rule_are_of_two_cells_however_near(tmp_path: Path) -> None:
    rows = [("Member", "Scheme"), ("Ada Marlowe Quill", "Bridge over the ford")]
    assert read(tmp_path, table(rows, (80, 200))) == [
        "Member\tScheme",
        "Ada Marlowe Quill\tBridge over the ford",
    ]


def test_a_cell_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    rows = [
        ("Scheme", "Why", "Cost"),
        ("Bridge", ("its piers will not", "bear a winter"), "£4,000"),
        (("Ford and", "causeway"), "floods", "£90"),
    ]
    assert read(tmp_path, table(rows, (60, 120, 60))) == [
        "Scheme\tWhy\tCost",
        "Bridge\tits piers will not bear a winter\t£4,000",
        "Ford and causeway\tfloods\t£90",
    ]


def test_an_empty_cell_keeps_its_place(tmp_path: Path) -> None:
    rows = [("Scheme", "2024", "2025"), ("Bridge", "", "£4,000"), ("Ford", "£90", "")]
    assert read(tmp_path, table(rows, (60, 60, 60))) == [
        "Scheme\t2024\t2025",
        "Bridge\t\t£4,000",
        "Ford\t£90\t",
    ]


def test_a_band_over_all_columns_is_a_line_of_its_own(tmp_path: Path) -> None:
    rows = [("Scheme", "Cost"), ("Highways and bridges of the vale", ""), ("Bridge", "£4,000")]
    assert read(tmp_path, table(rows, (90, 90), skipped=[(1, 1)])) == [
        "Scheme\tCost",
        "Highways and bridges of the vale",
        "Bridge\t£4,000",
    ]


def test_a_title_that_runs_over_a_rule_is_not_cut(tmp_path: Path) -> None:
    rows = [("Scheme", "Cost"), ("Highways and bridges of the vale", ""), ("Bridge", "£4,000")]
    assert "Highways and bridges of the vale" in read(tmp_path, table(rows, (90, 90)))


def test_headers_that_no_rule_parts_stand_over_their_columns(tmp_path: Path) -> None:
    rows = [("Scheme", "Why", "2024", "2025"), ("Bridge", "old", "£90", "£80")]
    unruled = [(0, column) for column in range(1, 4)]
    assert read(tmp_path, table(rows, (60, 60, 40, 40), skipped=unruled)) == [
        "Scheme\tWhy\t2024\t2025",
        "Bridge\told\t£90\t£80",
    ]


def test_a_header_over_two_columns_stays_whole(tmp_path: Path) -> None:
    rows = [
        ("", "Budget for the year", ""),
        ("Scheme", "2024", "2025"),
        ("Bridge", "£90", "£80"),
    ]
    assert read(tmp_path, table(rows, (60, 60, 60), skipped=[(0, 2)])) == [
        "\tBudget for the year\t",
        "Scheme\t2024\t2025",
        "Bridge\t£90\t£80",
    ]


def test_rows_that_no_rule_parts_are_told_apart_by_their_lines(tmp_path: Path) -> None:
    rows = [("Scheme", "2024", "2025"), (("Bridge", "Ford"), ("90", "70"), ("80", "60"))]
    assert read(tmp_path, table(rows, (90, 90, 90))) == [
        "Scheme\t2024\t2025",
        "Bridge\t90\t80",
        "Ford\t70\t60",
    ]


def test_columns_that_no_rule_parts_are_told_apart_by_their_gaps(tmp_path: Path) -> None:
    rows = [("Bridge", "90        80        70"), ("Causeway", "60        50        40")]
    assert read(tmp_path, table(rows, (120, 180))) == [
        "Bridge\t90\t80\t70",
        "Causeway\t60\t50\t40",
    ]


def test_a_box_around_prose_is_no_table(tmp_path: Path) -> None:
    def box(canvas: Canvas) -> None:
        canvas.rect(60, 600, 460, 120)

    lines = ("The Panel met in the hall,", "and rose at noon, as it", "does in the spring.")
    assert read(tmp_path, both(box, written(*lines))) == list(lines)


def test_a_table_stands_between_the_lines_around_it(tmp_path: Path) -> None:
    rows = [("Scheme", "Cost"), ("Bridge", "£4,000")]
    read_lines = read(
        tmp_path,
        both(
            written("The costs are these.", top=TOP + 20),
            table(rows, (90, 90)),
            written("They rise each year.", top=TOP - 90),
        ),
    )
    assert read_lines == [
        "The costs are these.",
        "Scheme\tCost",
        "Bridge\t£4,000",
        "They rise each year.",
    ]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_table_on_a_turned_page_is_read_as_it_stands(tmp_path: Path, quarters: int) -> None:
    rows = [("Member", "Scheme"), ("Ada Marlowe Quill", "Bridge over the ford")]

    def turned(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(90 * quarters)
        canvas.translate(-200, -650)
        table(rows, (80, 200))(canvas)

    assert read(tmp_path, turned) == ["Member\tScheme", "Ada Marlowe Quill\tBridge over the ford"]
