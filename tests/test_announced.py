"""What a pack tells of the papers in it: by its outline, by the pages on its agenda."""

from dataclasses import replace

import pytest
from written import a_pdf

from corpus.documents import Bookmark, Document, Line, Page
from corpus.papers import PaperKind
from corpus.structure import structure_of

AGENDA = """
    TARNBROOK COUNCIL

    CABINET

    Tuesday 12 March 2024 at 2.00 pm

    AGENDA

    1. Apologies

    2. Bridge at Low Mill (Pages 3 - 4)

    3. Ford at High Mill (Pages 5 - 6)
"""
BRIDGE = """
    The bridge at Low Mill is old and its piers will not bear another winter of floods.

    The Cabinet is asked to agree that the bridge be mended at once.
"""
FORD = """
    The ford at High Mill has been under water for the whole of the month of February.

    The Cabinet is asked to agree that the ford be closed until May.
"""
APPENDIX = """
    Depth of the water in the ford, as the ranger measured it at noon on each day.
"""
OUTLINE = (
    Bookmark("Agenda", 1, 0),
    Bookmark("2 Bridge at Low Mill", 2, 0),
    Bookmark("3 Ford at High Mill", 3, 0),
    Bookmark("Ranger's figures", 4, 1),
)


def pack(*printed: str) -> Document:
    read = [a_pdf(page).lines for page in (AGENDA, BRIDGE, FORD, APPENDIX)]
    lines = [
        replace(line, page=number)
        for number, page in enumerate(read, 1)
        for line in (*page, Line(""))
    ]
    document = replace(a_pdf("", "", "", ""), lines=tuple(lines))
    pages = tuple(Page(number, label) for number, label in enumerate(printed, 1))
    return replace(document, pages=pages) if printed else document


def papers(document: Document) -> list[tuple[int | None, str | None]]:
    """The page at which each paper begins, and the number of its item."""
    found = structure_of(document).papers
    return [(paper.span.page, paper.item.number if paper.item else None) for paper in found]


def test_papers_begin_where_the_outline_of_a_pack_says() -> None:
    found = papers(replace(pack(), outline=OUTLINE))
    assert found == [(1, None), (2, "2"), (3, "3"), (4, "3")]


def test_the_outline_of_a_report_names_its_chapters_and_not_papers() -> None:
    chapters = (Bookmark("1 Summary", 1, 0), Bookmark("2 Bridge", 2, 0), Bookmark("3 Ford", 3, 0))
    assert papers(replace(pack(), outline=chapters)) == papers(pack())


def test_what_lies_deep_in_an_outline_is_a_part_of_a_paper() -> None:
    deep = (*OUTLINE[:3], Bookmark("Figures", 4, 2))
    assert papers(replace(pack(), outline=deep)) == [(1, None), (2, "2"), (3, "3")]


def test_papers_begin_on_the_pages_that_the_agenda_names_by_the_numbers_they_bear() -> None:
    assert papers(pack("2", "3", "5", "6")) == [(1, None), (2, "2"), (3, "3")]


@pytest.mark.parametrize(
    "printed",
    [("1", "2", "4", "8"), ("3", "5", "6", "7")],
    ids=["no page bears them", "only the agenda does"],
)
def test_nothing_is_concluded_from_numbers_that_the_pages_do_not_bear(
    printed: tuple[str, ...],
) -> None:
    found = [paper for paper in papers(pack(*printed)) if paper[1] == "2"]
    assert found == []


def test_numbers_on_an_agenda_that_do_not_rise_are_no_pages() -> None:
    document = pack("2", "3", "5", "6")
    lines = tuple(
        replace(line, text=line.text.replace("3 - 4", "9 - 9")) for line in document.lines
    )
    assert papers(replace(document, lines=lines)) == papers(replace(pack(), lines=lines))


def test_the_agenda_stays_an_agenda() -> None:
    found = structure_of(replace(pack(), outline=OUTLINE)).papers
    assert found[0].kind is PaperKind.AGENDA
    assert [paper.meeting.body for paper in found] == ["Cabinet"] * 4
