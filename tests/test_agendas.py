import pytest
from written import AGENDA, REPORT, blocks_of

from corpus.packs.agendas import (
    agenda_heads,
    item_for,
    item_number_in,
    items_for,
    pages_printed,
)
from corpus.papers import Item

HEAD = "    TARNBROOK COUNCIL\n\n    CABINET\n\n    AGENDA\n\n"


def items_of(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in agenda_heads(blocks_of(HEAD + text)).values()]


THREE = [("1", "Apologies"), ("2", "Minutes"), ("3", "Bridge")]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Apologies", "2. Minutes (Pages 5 - 10)", "3. Bridge (Pages 11 - 24)"),
        ("1 Apologies", "2 Minutes", "3 Bridge"),
        ("1) Apologies", "2) Minutes", "3) Bridge"),
        ("Item 1 Apologies", "Item 2 - Minutes", "Item 3: Bridge"),
        ("1.\tApologies\t", "2.\tMinutes\t5 - 10", "3.\tBridge\t11 - 24"),
        ("1.0 Apologies", "2.0 Minutes", "3.0 Bridge"),
    ],
)
def test_items_are_found_however_they_are_numbered(lines: tuple[str, ...]) -> None:
    found = items_of("".join(f"    {line}\n\n" for line in lines))
    assert [(number.removesuffix(".0"), title) for number, title in found if number] == THREE


def test_items_on_lines_that_follow_one_another_are_items() -> None:
    assert items_of("    1. Apologies\n    2. Minutes\n    3. Bridge\n") == THREE


def test_a_number_on_a_line_of_its_own_heads_the_next_line() -> None:
    assert (
        items_of("    1\n\n    Apologies\n\n    2\n\n    Minutes\n\n    3\n\n    Bridge\n") == THREE
    )


def test_letters_before_and_after_a_number_belong_to_it() -> None:
    lines = ("A1 Apologies", "A2 Minutes", "B1 Bridge", "B2 Ford")
    assert [number for number, _ in items_of("".join(f"    {line}\n\n" for line in lines))] == [
        *("A1", "A2", "B1", "B2")
    ]
    lines = ("4. Minutes", "5. Reports", "5a Bridge", "5b Ford", "6. Close")
    assert [number for number, _ in items_of("".join(f"    {line}\n\n" for line in lines))] == [
        *("4", "5", "5a", "5b", "6")
    ]


def test_a_list_inside_an_item_is_no_run_of_items() -> None:
    text = """
    1. Apologies

    2. Bridge

    (a) the cost

    1. in this year

    2. in the next year

    3. Ford
    """
    assert items_of(text) == [("1", "Apologies"), ("2", "Bridge"), ("3", "Ford")]


def test_headings_without_a_number_are_no_items() -> None:
    assert (
        items_of("    PART I\n\n    1. Apologies\n\n    2. Minutes\n\n    PART II\n") == THREE[:2]
    )


def test_notes_before_the_agenda_are_no_items() -> None:
    text = "    TARNBROOK COUNCIL\n\n    1. Please sign in.\n\n    2. Please be on time.\n"
    blocks = blocks_of(text + AGENDA)
    assert next(item.title for item in agenda_heads(blocks).values()) == "APOLOGIES"


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("8. Bridge (Pages 15 - 24)", (15, 24)),
        ("Bridge Pages 5-10", (5, 10)),
        ("Bridge p. 7", (7, 7)),
        ("Bridge (pp. 7 to 9)", (7, 9)),
        ("3.\tBridge\t11 - 24", (11, 24)),
        ("Pont (Tudalennau 5 - 10)", (5, 10)),
        ("Bridge", None),
        ("Bridge of 1902 - 1904", None),
        ("Page 9 - 3", None),
    ],
)
def test_the_pages_beside_an_item_are_read(text: str, pages: tuple[int, int] | None) -> None:
    assert pages_printed(text) == pages


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("AGENDA ITEM NUMBER:\t8", "8"),
        ("Agenda item: 6", "6"),
        ("Item No 6", "6"),
        ("ITEM 6", "6"),
        ("Agenda Item 7(a)", "7(a)"),
        ("Item 6 of the constitution", None),
        ("An open public item", None),
    ],
)
def test_a_reports_head_names_its_item(line: str, number: str | None) -> None:
    assert item_number_in(blocks_of(f"    {line}\n{REPORT}")) == number


def test_a_report_is_for_the_item_with_its_title() -> None:
    items = [Item("3", "THE BRIDGE AT LOW MILL"), Item("4", "THE FORD")]
    assert item_for("The Bridge at Low Mill", items) == items[0]
    assert item_for("Swimming pool", items) is None
    assert item_for("", items) is None


BRIDGE, FORD, FERRY, PLAN = ITEMS = [
    Item("3", "THE BRIDGE AT LOW MILL"),
    Item("4", "THE FORD"),
    Item("5", "FERRY FARES"),
    Item("6", "PANEL WORKPLAN"),
]


def test_a_number_places_a_report_before_its_title_does() -> None:
    assert items_for([("4", "The Bridge at Low Mill")], ITEMS, []) == [FORD]


def test_a_report_between_two_that_are_placed_has_the_item_that_is_left() -> None:
    titles = [(None, "The bridge at Low Mill"), (None, "Crossing the river"), (None, "Ferry fares")]
    assert items_for(titles, ITEMS, ITEMS) == [BRIDGE, FORD, FERRY]


def test_a_report_is_not_placed_where_two_items_are_left() -> None:
    titles = [(None, "The bridge at Low Mill"), (None, "Crossing"), (None, "Panel workplan")]
    assert items_for(titles, ITEMS, ITEMS) == [BRIDGE, None, PLAN]


def test_a_report_for_which_no_item_is_left_goes_with_the_one_before() -> None:
    titles = [(None, "The bridge at Low Mill"), (None, "What was asked"), (None, "The ford")]
    assert items_for(titles, ITEMS, ITEMS) == [BRIDGE, BRIDGE, FORD]


def test_without_pages_on_the_agenda_only_numbers_and_titles_place_reports() -> None:
    titles = [(None, "The bridge at Low Mill"), (None, "Crossing the river"), (None, "Ferry fares")]
    assert items_for(titles, ITEMS, []) == [BRIDGE, None, FERRY]
