from textwrap import dedent

import pytest
from written import MINUTES, a_document, blocks_of, minutes_of

from corpus.business.sections import Section
from corpus.papers import Passage
from corpus.passages import passages_of
from corpus.structure import structure_of
from corpus.tables.table_rows import Row, rows_of
from corpus.text.tracing import place_of

COSTS = """
    Work\t2024\t2025
    Piers\t£4,000\t£5,000
    Deck\t£900\t£0
"""
PIERS = "\n".join(f"Pier {n} of the bridge at Low Mill, north bank\t£{n},000" for n in range(1, 21))


def rows(text: str) -> list[Row]:
    return rows_of(blocks_of(text))


def shown(text: str) -> list[tuple[str, ...]]:
    """Each row as the lines that a reader sees: what stands over it, then the row."""
    return [
        (*(lead.text for lead in row.leads), *(line.text for line in row.lines))
        for row in rows(text)
    ]


def table_in(table: str, caption: str = "") -> list[Passage]:
    lead = f"\n{caption}\n" if caption else ""
    structure = minutes_of(f"\n41 THE BRIDGE\n\nThe costs are these.\n{lead}\n{table}\n")
    return [passage for passage in structure.passages if passage.is_table]


def texts_of(text: str) -> list[str]:
    """The tables of a paper without sections."""
    blocks = blocks_of(text)
    section = Section(None, (), tuple(blocks))
    return [each.body.text for each in passages_of(section, []) if each.is_table]


def test_a_row_has_the_header_that_names_its_columns() -> None:
    assert shown(COSTS) == [
        ("Work | 2024 | 2025", "Piers | £4,000 | £5,000"),
        ("Work | 2024 | 2025", "Deck | £900 | £0"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        ["Bridge\t2023\t\t2024", "\tNorth\tSouth\tNorth\tSouth"],
        ["2023 Survey\t\t\t2024 Survey", "Bridge\tPiers\tDeck\tPiers\tDeck"],
        ["Bridge\tNorth bank\t\tSouth bank", "\t2023/24\t2024/25\t2023/24\t2024/25"],
        ["\tNorth\tSouth\tEast\tWest", "\t£000s\t£000s\t£000s\t£000s"],
        ["Survey of the bridges", "\t2023\t\t2024", "Bridge\tPiers\tDeck\tPiers\tDeck"],
    ],
)
def test_a_header_may_be_of_several_rows(header: list[str]) -> None:
    figures = ["Low Mill\t12\t14\t16\t18", "High Mill\t1.5\t2.5\tn/a\t4.5"]
    found = rows("\n".join([*header, *figures]))
    assert [len(row.header) for row in found] == [len(header)] * 2


def test_the_unit_below_a_header_belongs_to_it() -> None:
    table = "Work\tEstimate of May\n\t£\nPiers\t4,000\nDeck\t900"
    assert shown(table)[1] == ("Work | Estimate of May", "£", "Deck | 900")


def test_a_header_that_repeats_after_a_page_break_is_no_row() -> None:
    table = COSTS + "    WORK\t2024\t2025\n    Rails\t£70\t£80\n"
    assert shown(table)[2] == ("WORK | 2024 | 2025", "Rails | £70 | £80")
    assert len(shown(table)) == 3


def test_columns_named_anew_hold_for_the_rows_below_them() -> None:
    table = (
        "Task Group\tStart Date\nBridges\tMay 2024\nMeeting Date\tItem\tLead\n9 May 2024\tFord\tAB"
    )
    assert shown(table)[-1] == ("Meeting Date | Item | Lead", "9 May 2024 | Ford | AB")


def test_names_of_columns_that_ran_together_end_the_header_above() -> None:
    table = (
        "Task Group\tDetails\tStart Date\nBridges\tNone\tMay 2024\nTopic Details Date\nFord\tx\t9"
    )
    assert shown(table)[-1] == ("Topic Details Date", "Ford | x | 9")


def test_a_band_of_one_cell_stands_over_the_rows_below_it() -> None:
    table = """
        Work\tCost\tYear
        North bank\t\t
        Piers\t£4,000\t2024
        South bank\t\t
        Deck\t£900\t2025
    """
    assert shown(table) == [
        ("Work | Cost | Year", "North bank", "Piers | £4,000 | 2024"),
        ("Work | Cost | Year", "South bank", "Deck | £900 | 2025"),
    ]


def test_a_band_stands_over_a_header_that_repeats_below_it() -> None:
    header = "Meeting Date\tItem\tLead"
    table = f"{header}\n9 May 2024\tFord\tAB\n6 June 2024\n{header}\n\tBridge\tCD"
    assert shown(table)[-1] == ("Meeting Date | Item | Lead", "6 June 2024", "Bridge | CD")


def test_rows_of_one_cell_in_a_list_are_no_bands() -> None:
    table = "About\t1\nThe bridge\nThe ford\nThe slipway\nRoles\t6"
    assert shown(table)[-1] == ("Roles | 6",)


def test_a_band_without_rows_is_a_row_so_that_it_is_not_lost() -> None:
    table = "Work\tCost\nPiers\t£4,000\nTotals are in the report\t"
    assert [row.lines[0].text for row in rows(table)] == [
        "Piers | £4,000",
        "Totals are in the report",
    ]


def test_a_chart_that_lost_its_shading_gives_no_task_a_month() -> None:
    table = "\tJan-12\tFeb-12\tMar-12\nTeam\t\t\t\nRecruit officer\t\t\t\nAppoint officer\t\t\t"
    assert shown(table) == [
        ("Jan-12 | Feb-12 | Mar-12",),
        ("Team",),
        ("Recruit officer",),
        ("Appoint officer",),
    ]


WORKPLAN = """
    Meeting Date\tItem\tLead\tNotes
    9 May 2024\tThe ford\tAB\tReport
    \tThe bridge\tCD\tVerbal
    6 June 2024\tThe slipway\tEF\tReport
"""


def test_an_empty_first_cell_means_as_above() -> None:
    header = "Meeting Date | Item | Lead | Notes"
    assert shown(WORKPLAN) == [
        (header, "9 May 2024", "The ford | AB | Report"),
        (header, "9 May 2024", "The bridge | CD | Verbal"),
        (header, "6 June 2024 | The slipway | EF | Report"),
    ]


def test_of_a_long_first_cell_the_beginning_is_carried_down() -> None:
    cell = " ".join(f"word{n}" for n in range(40))
    first, second = shown(f"Risk\tAction\n{cell}\tMend it\n\tPaint it")
    assert first == ("Risk | Action", f"{cell} | Mend it")
    assert second == ("Risk | Action", " ".join(cell.split()[:12]), "Paint it")


def test_a_total_without_a_label_is_not_that_of_the_row_above() -> None:
    table = "Work\tCost\nPiers\t£4,000\nDeck\t£900\n\t£4,900"
    assert shown(table)[-1] == ("Work | Cost", "£4,900")


def test_nothing_is_carried_down_where_nothing_names_the_columns() -> None:
    assert shown("The ford\tAnn Oake\n\tBram Fenn") == [("The ford | Ann Oake",), ("Bram Fenn",)]


def test_the_rest_of_a_row_that_a_page_break_cut_stays_with_it() -> None:
    table = (
        "Meeting Date\tItem\tLead\tNotes\n9 May 2024\tThe Strategic Director's\tAB\t"
        "Paper to be given out on\nMeeting Date\tItem\tLead\tNotes\n\tBriefing\t\tthe day"
    )
    assert shown(table) == [
        (
            "Meeting Date | Item | Lead | Notes",
            "9 May 2024 | The Strategic Director's | AB | Paper to be given out on",
            "Briefing | | the day",
        )
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Piers\t£4,000\t£5,000\nDeck\t£900\t£0",
        "Ward:\tLow Mill\nOfficer:\tHead of Highways",
        "WARD\tLow Mill\nTITLE\tThe bridge\nDATE:\t9 May 2024",
        "Contact person\tAnn Oake\nBackground papers\tNone",
        "27 April 2024\tConsultation starts\n18 June 2024\tConsultation ends",
        "Ann Oake\tHead of Highways\nBram Fenn\tClerk to the Council",
        "Councillor Ann Oake\tCouncillor Bram Fenn\tCouncillor Cy Hurst\nMr Doe\tMs Eld\tMrs Fry",
        "Head of Highways\tAnn Oake\t03000 411 111\nClerk\tBram Fenn\t03000 422 222",
        "Latest: 84%\tTarget: 92%\tPrevious: 77%\nLatest: 60%\tTarget: 90%\tPrevious: 52%",
        "GREEN\tThe target was met\nRED\tThe target was missed by far",
        "May 2024\tBriefing\tPrivate\nJune 2024\tContributors\tPublic",
    ],
)
def test_a_table_that_names_no_columns_has_no_header(table: str) -> None:
    assert [row.header for row in rows(table)] == [()] * len(table.splitlines())


def test_the_labels_that_a_report_begins_with_end_the_table_above() -> None:
    labels = "TARNBROOK COUNCIL\nMEETING:\tCabinet\nTITLE:\tThe ford\nWARD:\tAll"
    table = dedent(COSTS) + labels
    assert shown(table)[2:] == [
        ("TARNBROOK COUNCIL",),
        ("MEETING: | Cabinet",),
        ("TITLE: | The ford",),
        ("WARD: | All",),
    ]


def test_a_row_alone_is_a_row() -> None:
    assert shown("Piers\tOld") == [("Piers | Old",)]


def test_a_passage_of_a_table_begins_with_its_caption_and_header() -> None:
    (passage,) = table_in(COSTS, "Costs of the bridge in pounds")
    assert passage.text == (
        "Costs of the bridge in pounds\nWork | 2024 | 2025\n"
        "Piers | £4,000 | £5,000\nDeck | £900 | £0"
    )


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        ("Table 3: Costs of the bridge, £000s, 2023/24.", None),
        ("Table 3: Costs of the bridge\n\nAll figures in £m", None),
        ("The bridge is old. The costs are set out in the table below.", "The costs are set out"),
        ("The bridge is old and its piers will not bear another winter.", ""),
    ],
)
def test_the_caption_with_its_unit_stands_over_the_rows(above: str, caption: str | None) -> None:
    (text,) = texts_of(f"{above}\n\n{dedent(COSTS)}")
    wanted = above.replace("\n\n", "\n") if caption is None else caption
    assert text.startswith(wanted or "Work | 2024")


def test_a_table_that_goes_on_after_a_page_break_keeps_its_header() -> None:
    table = "Work\tNorth\tSouth\nPiers\t£4,000\t£5,000\n\nPage 3\n\nTARNBROOK\n\nDeck\t£900\t£0"
    assert texts_of(table)[-1] == "TARNBROOK\nWork | North | South\nDeck | £900 | £0"


def test_a_table_goes_on_below_a_heading_that_is_its_band() -> None:
    text = (
        f"{MINUTES}\n43 BUDGET\n\n\tBudget\tForecast\tVariance\nPiers\t1.0\t2.0\t1.0\n\n"
        "44 SAVINGS\n\nDeck\t9.0\t7.0\t-2.0\n"
    )
    blocks = blocks_of(text)
    at = next(n for n, block in enumerate(blocks) if block.text == "44 SAVINGS")
    below = Section(None, (), tuple(blocks[at:]))
    (table,) = [p for p in passages_of(below, [], blocks[:at]) if p.is_table]
    assert table.body.text.endswith("Budget | Forecast | Variance\nDeck | 9.0 | 7.0 | -2.0")


@pytest.mark.parametrize(
    "between",
    [
        "The deck was painted in the spring of last year, and it will be painted again.",
        "This page is intentionally left blank",
    ],
)
def test_another_table_has_not_the_header_of_the_one_above(between: str) -> None:
    text = f"Work\tNorth\tSouth\nPiers\t£4,000\t£5,000\n\n{between}\n\nDeck\t£900\t£0"
    assert texts_of(text)[-1].endswith("Deck | £900 | £0")
    assert "North" not in texts_of(text)[-1]


def test_a_table_of_other_columns_does_not_go_on_with_the_one_above() -> None:
    text = "Work\tNorth\tSouth\nPiers\t£4,000\t£5,000\n\nIn all\n\nDeck\t£900"
    assert texts_of(text)[-1] == "In all\nDeck | £900"


def test_a_long_table_is_several_passages_each_with_its_header() -> None:
    passages = table_in(f"Work\tCost\n{PIERS}")
    assert len(passages) > 2
    assert all(passage.text.startswith("Work | Cost\nPier") for passage in passages)
    assert sum(passage.text.count("£") for passage in passages) == 20


def test_the_place_of_a_tables_passage_is_that_of_its_own_rows() -> None:
    first, second, *_ = table_in(f"Work\tCost\n{PIERS}")
    assert first.span.line_end is not None
    assert second.span.line_start == first.span.line_end + 1


def test_what_stands_over_a_row_is_not_its_own() -> None:
    first, second = table_in(WORKPLAN)
    lead = "Meeting Date | Item | Lead | Notes\n9 May 2024\n"
    assert first.text.startswith(lead)
    assert place_of(first.runs, len(lead)) == first.span.start
    assert second.span.start > first.span.end


def test_every_character_of_a_table_is_traced() -> None:
    document = a_document(f"{MINUTES}\n43 WORK\n\nPlan of work\n{WORKPLAN}\n{COSTS}")
    tables = [p for p in structure_of(document).passages if p.is_table]
    assert len(tables) > 2
    for passage in tables:
        for at, character in enumerate(passage.text):
            place = place_of(passage.runs, at)
            if character == "|":
                assert document.text[place] == "\t"
            elif character not in " \n":
                assert document.text[place] == character


def test_empty_cells_keep_their_place_and_are_no_answers() -> None:
    (passage,) = table_in("Work\tMay\tJune\nPiers\t\tx\nDeck\tx\t\n")
    assert passage.text.endswith("Work | May | June\nPiers | | x\nDeck | x")


def test_no_word_of_a_table_is_lost() -> None:
    table = f"Plan\n{WORKPLAN}\n{COSTS}\nNotes\nHead\tLine"
    text = " ".join(texts_of(table))
    assert all(word in text for word in table.split())


def test_a_period_with_its_unit_names_a_column() -> None:
    table = """
        Member\tHeadline description\t2024-25 £000's\t2025-26 £000's\tCore or not
        Ada Quill\tFewer ferries\t-76.0\t-654.0\tCore
        Bram Oake\tNo fords\t-12.0\t0.0\tCore
    """
    header = "Member | Headline description | 2024-25 £000's | 2025-26 £000's | Core or not"
    assert [row[0] for row in shown(table)] == [header, header]
