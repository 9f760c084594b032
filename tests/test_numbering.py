"""Minutes are told apart by their numbers, in whatever style."""

import pytest
from written import blocks_of

from corpus.business.minutes import minute_heads


def heads(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in minute_heads(blocks_of(text)).values()]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("73", "74", "75"),
        ("12.", "13.", "14."),
        ("130/2007", "131/2007", "132/2007"),
        ("24/057", "24/058", "24/059"),
        ("PLA146/14", "PLA147/14", "PLA148/14"),
        ("NVCA 12/24", "NVCA 13/24", "NVCA 14/24"),
        ("CAB/17/23", "CAB/18/23", "CAB/19/23"),
        ("23/24-31", "23/24-32", "23/24-33"),
        ("1/5/19", "2/5/19", "3/5/19"),
        ("C.71", "C.72", "C.73"),
        ("4.1", "4.2", "4.3"),
        ("1.0", "2.0", "3.0"),
        ("339", "339a", "340"),
        ("1A.", "2.", "3."),
        ("18.05.1", "18.05.2", "18.50.3"),
    ],
)
def test_numbers_of_every_style_head_minutes(first: str, second: str, third: str) -> None:
    text = f"{first} APOLOGIES\n\nNone.\n\n{second} THE FORD\n\nOld.\n\n{third} THE MILL\n\nToo."
    numbers = [number.rstrip(".") for number in (first, second, third)]
    assert heads(text) == list(zip(numbers, ["APOLOGIES", "THE FORD", "THE MILL"], strict=True))


def test_a_number_and_its_title_may_be_parted_by_a_tab() -> None:
    assert heads("48\tAPOLOGIES\n\nNone.\n\n49\tTHE FORD\n\nIt is old.") == [
        ("48", "APOLOGIES"),
        ("49", "THE FORD"),
    ]


def test_a_number_may_stand_alone_over_its_title() -> None:
    assert heads("1.\n\nElection of Mayor\n\nIt was held.\n\n2.\n\nAny gifts\n\nNone came.") == [
        ("1", "Election of Mayor"),
        ("2", "Any gifts"),
    ]


def test_a_title_may_stand_over_the_paragraph_with_its_number() -> None:
    text = "HEAD\n\nLINE\n\nTHE FORD\n\n611 The Chair spoke of it.\n\nTHE MILL\n\n612 It was told."
    assert heads(text)[-2:] == [("611", "THE FORD"), ("612", "THE MILL")]


def test_an_item_taken_out_of_its_order_is_a_minute_where_it_stands() -> None:
    text = (
        "1 APOLOGIES\n\nNone.\n\n4 THE MILL\n\nIt came first.\n\n2 MINUTES\n\nRead.\n\n"
        "3 THE FORD\n\nOld.\n\n5 CLOSE\n\nSo ended it."
    )
    assert sorted(number for number, _ in heads(text) if number) == ["1", "2", "3", "4", "5"]


def test_tables_years_and_labels_head_no_minute() -> None:
    text = "1 THE FORD\n\nTable 2: Carts\n\n2009\n\n2 THE MILL\n\n3 RESOLVED: that it be let."
    assert heads(text) == [("1", "THE FORD"), ("2", "THE MILL")]


def test_standing_business_without_a_number_ends_the_minute_above() -> None:
    text = (
        "1 THE FORD\n\nIt is old.\n\n2 THE MILL\n\nIt too.\n\nAny Other Business\n\nThere was none."
    )
    assert heads(text)[-1] == (None, "Any Other Business")


def test_a_title_of_two_lines_may_stand_below_its_number() -> None:
    title = (
        "Notice of Motion submitted by Councillor Jessop (to be referred to the Harbours, Piers, "
        "Slipways and Lighthouses Strategic Policy Committee)"
    )
    text = f"1.\n\nApologies\n\nNone.\n\n2.\n\n{title}\n\nThat it be.\n\n3.\n\nKites\n\nOld."
    assert heads(text) == [("1", "Apologies"), ("2", title), ("3", "Kites")]
