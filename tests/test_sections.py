from written import blocks_of

from corpus.business.sections import Section, heading_title, sections_of
from corpus.papers import Item, PaperKind


def report(text: str) -> list[Section]:
    return sections_of(PaperKind.REPORT, blocks_of(text), None)


def headings(sections: list[Section]) -> list[tuple[str, ...]]:
    return [section.headings for section in sections]


REPORT = """
    The bridge at Low Mill

    1 THE ISSUE

    1.1 The bridge is old.

    2 THE REPORT

    2.1 Overview

    Its piers will not bear another winter.

    2.2 Costs

    Mending it costs £40,000.

    3 RISKS

    None.
"""


def test_what_stands_before_the_first_heading_is_a_section_without_headings() -> None:
    assert headings(report(REPORT))[0] == ()


def test_a_heading_leads_to_what_stands_below_it() -> None:
    issue = report(REPORT)[1]
    assert issue.headings == ("THE ISSUE",)
    assert [b.text for b in issue.blocks] == ["1 THE ISSUE", "1.1 The bridge is old."]


def test_a_heading_inside_another_keeps_the_outer_one() -> None:
    assert ("THE REPORT", "Costs") in headings(report(REPORT))


def test_a_heading_as_high_as_another_closes_it() -> None:
    assert headings(report(REPORT))[-1] == ("RISKS",)


def test_no_block_is_lost_or_said_twice() -> None:
    blocks = blocks_of(REPORT)
    assert [b for section in report(REPORT) for b in section.blocks] == blocks


def test_a_report_keeps_the_item_that_it_is_for_in_all_its_sections() -> None:
    item = Item("8", "THE BRIDGE")
    sections = sections_of(PaperKind.REPORT, blocks_of(REPORT), item)
    assert {section.item for section in sections} == {item}


def test_resolved_over_a_decision_does_not_part_it_from_its_minute() -> None:
    minutes = """
        #### 62 The Bridge

        It is old.

        #### Resolved

        To mend it.

        #### 63 The Ford

        It is deep.
    """
    first, second = sections_of(PaperKind.MINUTES, blocks_of(minutes), None)
    assert first.item == Item("62", "The Bridge")
    assert [b.text for b in first.blocks][-2:] == ["Resolved", "To mend it."]
    assert second.item == Item("63", "The Ford")


def test_headings_do_not_run_on_from_one_minute_to_the_next() -> None:
    minutes = "41 THE BRIDGE\n\n**Costs**\n\nMuch.\n\n42 THE FORD\n\nIt is deep."
    sections = sections_of(PaperKind.MINUTES, blocks_of(minutes), None)
    assert headings(sections) == [(), ("Costs",), ()]


def test_a_short_numbered_line_in_a_list_is_no_heading() -> None:
    text = "1 AIMS\n\n1.1 Safe bridges\n\n1.2 Dry fords\n\n1.3 Punctual ferries"
    assert headings(report(text)) == [("AIMS",)]


def test_a_numbered_paragraph_is_no_heading() -> None:
    text = "1 AIMS\n\n1.1 The bridge at Low Mill is to be safe for carts and for people on foot."
    assert headings(report(text)) == [("AIMS",)]


def test_a_row_of_a_table_is_no_heading() -> None:
    assert headings(report("1 AIMS\n\nBRIDGES\tFORDS\n3\t4")) == [("AIMS",)]


def test_a_headings_title_is_without_its_number_and_signs() -> None:
    assert heading_title("4.1 Costs:") == "Costs"
    assert heading_title("COSTS") == "COSTS"
