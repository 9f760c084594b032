import pytest
from written import a_document, blocks_of, minutes_of

from corpus.business.minutes import minute_heads
from corpus.business.numbering import numbered_headings
from corpus.papers import Item
from corpus.structure import structure_of


def items_of(business: str) -> list[tuple[str | None, str]]:
    """The minutes after the first, in order, as their passages name them."""
    items = dict.fromkeys(passage.item for passage in minutes_of(business).passages)
    return [(item.number, item.title) for item in items if item and item.number != "40"]


def heads_of(text: str) -> list[Item]:
    return list(minute_heads(blocks_of(text)).values())


def test_numbered_minutes_are_found_in_their_order() -> None:
    business = """
        41 THE BRIDGE

        The bridge is old.

        42 THE FORD

        The ford is deep.
    """
    assert items_of(business) == [("41", "THE BRIDGE"), ("42", "THE FORD")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("130/2007 THE BRIDGE", "131/2007 THE FORD"),
        ("PLA146/14 THE BRIDGE", "PLA147/14 THE FORD"),
        ("4.1 THE BRIDGE", "4.2 THE FORD"),
        ("339a THE BRIDGE", "340 THE FORD"),
        ("12. THE BRIDGE", "13. THE FORD"),
        ("Minute 12 The Bridge", "Minute 13 The Ford"),
        ("#### 62 The Bridge", "#### 63 The Ford"),
        ("**62 The Bridge**", "**63 The Ford**"),
        ("62\tTHE BRIDGE", "63\tTHE FORD"),
    ],
)
def test_minutes_are_numbered_in_every_councils_manner(first: str, second: str) -> None:
    heads = heads_of(f"{first}\n\nThe bridge is old.\n\n{second}\n\nThe ford is deep.")
    assert [head.title.casefold() for head in heads] == ["the bridge", "the ford"]
    assert heads[0].number in first
    assert heads[1].number in second


def test_a_number_on_a_line_of_its_own_heads_the_title_below_it() -> None:
    heads = heads_of("62\n\nTHE BRIDGE\n\nIt is old.\n\n63\n\nTHE FORD\n\nIt is deep.")
    assert heads == [Item("62", "THE BRIDGE"), Item("63", "THE FORD")]


def test_the_pages_of_an_agenda_are_no_part_of_a_title() -> None:
    heads = heads_of("8 THE BRIDGE (Pages 15 - 24)\n\nIt is old.\n\n9 THE FORD (Page 3)\n\nDeep.")
    assert [head.title for head in heads] == ["THE BRIDGE", "THE FORD"]


def test_a_list_inside_a_minute_heads_no_minutes() -> None:
    business = """
        41 THE BRIDGE

        Members asked for:

        1. a second opinion on the piers
        2. a count of vehicles
        3. photographs

        42 THE FORD

        The ford is deep.
    """
    assert items_of(business) == [("41", "THE BRIDGE"), ("42", "THE FORD")]


def test_paragraphs_that_begin_with_a_date_head_no_minutes() -> None:
    business = """
        41 THE BRIDGE

        12 March was the day of the flood.

        42 THE FORD

        The ford is deep.
    """
    assert items_of(business) == [("41", "THE BRIDGE"), ("42", "THE FORD")]


def test_a_heading_without_a_number_is_a_minute_where_a_number_is_missing() -> None:
    text = """
        #### 64 The Bridge

        It is old.

        #### The Ford

        It is deep.

        #### 66 The Ferry

        It is late.
    """
    assert heads_of(text) == [
        Item("64", "The Bridge"),
        Item(None, "The Ford"),
        Item("66", "The Ferry"),
    ]


def test_a_heading_resolved_is_no_minute_though_a_number_is_missing() -> None:
    text = (
        "#### 64 The Bridge\n\nOld.\n\n#### Resolved\n\nTo mend it.\n\n#### 66 The Ferry\n\nLate."
    )
    assert heads_of(text) == [Item("64", "The Bridge"), Item("66", "The Ferry")]


def test_minutes_without_any_numbers_are_parted_by_their_headings() -> None:
    text = """
        TARNBROOK PARISH COUNCIL

        Minutes of the meeting held on 12 March 2024

        THE BRIDGE

        It is old.

        THE FORD

        It is deep.

        RESOLVED

        To close it.
    """
    assert heads_of(text) == [Item(None, "THE BRIDGE"), Item(None, "THE FORD")]


def test_minutes_with_numbers_run_on_from_a_number_withdrawn() -> None:
    heads = heads_of("41 THE BRIDGE\n\nOld.\n\n44 THE FORD\n\nDeep.\n\n45 THE FERRY\n\nLate.")
    assert [head.number for head in heads] == ["41", "44", "45"]


def test_a_leap_of_numbers_begins_no_run() -> None:
    heads = numbered_headings(
        blocks_of("41 THE BRIDGE\n\nOld.\n\n42 THE FORD\n\nDeep.\n\n1974 THE YEAR OF THE FLOOD")
    )
    assert [head.number for head in heads] == ["41", "42"]


def test_a_row_of_a_table_heads_no_minute() -> None:
    business = "41 THE BRIDGE\n\nIt is old.\n\n42\tPIERS\tOLD\n\n42 THE FORD\n\nIt is deep."
    assert items_of(business) == [("41", "THE BRIDGE"), ("42", "THE FORD")]


def test_of_two_runs_that_are_as_long_the_first_is_taken() -> None:
    runs = numbered_headings(blocks_of("FLD12 FLOOD WALLS\n\nThey leak.\n\nFER7 FERRY TIMES"))
    assert [head.number for head in runs] == ["FLD12"]


def test_items_of_a_pack_lead_to_their_reports() -> None:
    pack = a_document("""
        TARNBROOK COUNCIL

        CABINET

        Tuesday, 14 May 2024

        AGENDA

        1. APOLOGIES

        2. LOW MILL BRIDGE: REPAIRS (Pages 3 - 4)

        This page is intentionally left blank

        MEETING:\tCABINET
        TITLE:\tLow Mill Bridge - Repairs

        1 THE ISSUE

        1.1 The bridge is old.
    """)
    passage = structure_of(pack).passages[-1]
    assert passage.item == Item("2", "LOW MILL BRIDGE: REPAIRS")
