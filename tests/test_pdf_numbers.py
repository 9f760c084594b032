"""The numbers that the pages of a PDF bear themselves."""

from pathlib import Path

from drawn import both, drawn, written

from corpus.documents import Document, Line, Page

TEXTS = ("The bridge is old.", "The ford is deep.", "The mill is shut.", "The weir leaks.")


def numbers(tmp_path: Path, *feet: str, heads: tuple[str, ...] = ("",) * 4) -> list[str | None]:
    pages = [
        both(written(text), written(foot, left=280, top=30), written(head, left=72, top=815))
        for text, foot, head in zip(TEXTS, feet, heads, strict=False)
    ]
    document = drawn(tmp_path / "paper.pdf", *pages)
    words = [line.text for line in document.lines if line.text]
    assert words == list(TEXTS[: len(feet)]), "page numbers are no part of the text"
    return [page.printed for page in document.pages]


def test_the_number_at_the_foot_of_each_page_is_kept_beside_it(tmp_path: Path) -> None:
    assert numbers(tmp_path, "Page 9", "Page 10", "Page 11", "") == ["9", "10", "11", None]


def test_a_page_that_bears_two_numbers_has_that_of_the_pack(tmp_path: Path) -> None:
    of_papers = ("1", "2", "1", "1")
    found = numbers(tmp_path, "Page 21", "Page 22", "Page 23", "Page 24", heads=of_papers)
    assert found == ["21", "22", "23", "24"]


def test_a_number_that_goes_on_from_no_other_page_is_none(tmp_path: Path) -> None:
    assert numbers(tmp_path, "2024", "7", "", "") == [None] * 4


def test_of_how_many_is_no_part_of_the_number(tmp_path: Path) -> None:
    assert numbers(tmp_path, "- 3 of 90 -", "- 4 of 90 -", "5/90", "") == ["3", "4", "5", None]


def test_a_span_tells_the_numbers_of_its_pages_where_they_are_not_the_viewers() -> None:
    pages = (Page(1, "1"), Page(2, "12"), Page(3, "13"), Page(4))
    lines = tuple(Line("word", page=number) for number in range(1, 5))
    document = Document("pack.pdf", "pdf", lines, pages)
    printed = [document.span(5 * n, 5 * n + 4).printed for n in range(4)]
    assert printed == [None, "12", "13", None]
    assert document.span(5, 14).printed == "12–13"
