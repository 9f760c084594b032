from written import blocks_of, minutes_of

from corpus.papers import Passage
from corpus.tables import Row, rows_of


def rows(text: str) -> list[Row]:
    return list(rows_of(blocks_of(text)))


def shown(row: Row) -> tuple[str | None, str | None, str]:
    """Header, band and row, each as its cells between bars."""
    header = " | ".join(row.header.cells) if row.header else None
    return header, row.band.cells[0] if row.band else None, " | ".join(row.row.cells)


COSTS = """
    Work\t2024\t2025
    Piers\t£4,000\t£5,000
    Deck\t£900\t£0
"""


def table_in(table: str, caption: str = "") -> list[Passage]:
    lead = f"\n{caption}\n" if caption else ""
    structure = minutes_of(f"\n41 THE BRIDGE\n\nThe costs are these.\n{lead}\n{table}\n")
    return [passage for passage in structure.passages if passage.is_table]


def test_a_row_has_the_header_that_names_its_columns() -> None:
    assert [shown(row) for row in rows(COSTS)] == [
        ("Work | 2024 | 2025", None, "Piers | £4,000 | £5,000"),
        ("Work | 2024 | 2025", None, "Deck | £900 | £0"),
    ]


def test_a_header_that_repeats_after_a_page_break_is_no_row() -> None:
    table = COSTS + "    WORK\t2024\t2025\n    Rails\t£70\t£80\n"
    assert [shown(row)[2].split(" ")[0] for row in rows(table)] == ["Piers", "Deck", "Rails"]


def test_a_band_of_one_cell_stands_over_the_rows_below_it() -> None:
    table = """
        Work\tCost\tYear
        North bank\t\t
        Piers\t£4,000\t2024
        South bank\t\t
        Deck\t£900\t2025
    """
    assert [shown(row)[1:] for row in rows(table)] == [
        ("North bank", "Piers | £4,000 | 2024"),
        ("South bank", "Deck | £900 | 2025"),
    ]


def test_a_band_without_rows_is_a_row_so_that_it_is_not_lost() -> None:
    table = "Work\tCost\nPiers\t£4,000\nTotals are in the report\t"
    assert [shown(row)[2] for row in rows(table)] == ["Piers | £4,000", "Totals are in the report"]


def test_figures_alone_are_no_header() -> None:
    assert [row.header for row in rows("Piers\t£4,000\t£5,000\nDeck\t£900\t£0")] == [None, None]


def test_labels_and_their_values_have_no_header() -> None:
    assert [row.header for row in rows("Ward:\tLow Mill\nOfficer:\tHead of Highways")] == [None] * 2


def test_a_row_alone_is_a_row() -> None:
    assert [shown(row) for row in rows("Piers\tOld")] == [(None, None, "Piers | Old")]


def test_a_passage_of_a_table_begins_with_its_caption_and_header() -> None:
    (passage,) = table_in(COSTS, "Costs of the bridge in pounds")
    assert passage.text == (
        "Costs of the bridge in pounds\nWork | 2024 | 2025\n"
        "Piers | £4,000 | £5,000\nDeck | £900 | £0"
    )


def test_a_long_table_is_several_passages_each_with_its_header() -> None:
    table = "Work\tCost\n" + "\n".join(
        f"Pier {n} of the bridge at Low Mill, north bank\t£{n},000" for n in range(1, 21)
    )
    passages = table_in(table)
    assert len(passages) > 2
    assert all(passage.text.startswith("Work | Cost\nPier") for passage in passages)
    assert sum(passage.text.count("£") for passage in passages) == 20


def test_the_place_of_a_tables_passage_is_that_of_its_own_rows() -> None:
    table = "Work\tCost\n" + "\n".join(
        f"Pier {n} of the bridge at Low Mill, north bank\t£{n},000" for n in range(1, 21)
    )
    first, second, *_ = table_in(table)
    assert first.span.line_end is not None
    assert second.span.line_start == first.span.line_end + 1


def test_empty_cells_are_no_answers() -> None:
    (passage,) = table_in("Work\tMay\tJune\nPiers\t\tx\nDeck\tx\t\n")
    assert "Piers | x" in passage.text
