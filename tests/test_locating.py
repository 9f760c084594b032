"""Where quoted words stand on a printed page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from drawn import TOP, Draw, both, drawn, written
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table

from assistant.evidence.quoting import place_in, quotables
from corpus.documents import Document, Span
from corpus.locating import Located, letters_of, located
from corpus.readers import read
from corpus.readers.pdf_pages import Box, PrintedWord, words_on
from corpus.sample.build import build
from corpus.structure import structure_of

WIDE, HIGH = A4


@pytest.fixture
def find(tmp_path: Path) -> Callable[..., list[Located | None]]:
    """Draws pages, and finds words of their text on each page on which they stand.

    ``again`` is how many times the words stand in the text before.
    """

    def find(*pages: Draw, words: str, again: int = 0) -> list[Located | None]:
        path = tmp_path / "paper.pdf"
        document = drawn(path, *pages)
        start = -1
        for _ in range(again + 1):
            start = document.text.index(words, start + 1)
        return _located(path, document, words, document.span(start, start + len(words)))

    return find


def _located(path: Path, document: Document, quote: str, span: Span) -> list[Located | None]:
    assert span.page is not None
    numbers = range(span.page, (span.page_end or span.page) + 1)
    lines = {number: words_on(path, path.name, number) for number in numbers}
    return [located(document, lines[number], quote, span, number) for number in numbers]


def the_one(found: list[Located | None]) -> Located:
    (place,) = found
    assert place
    return place


def baseline(box: Box) -> float:
    """Points from the foot of the page to the line that the box is about."""
    return HIGH - box.bottom * HIGH


def test_words_are_found_in_the_line_in_which_they_stand(
    find: Callable[..., list[Located | None]],
) -> None:
    place = the_one(find(written("The hall is closed.", "The pool is open."), words="pool is open"))
    (box,) = place.boxes
    assert place.words == "pool is open."
    assert abs(baseline(box) - (TOP - 14)) < 5
    assert box.left * WIDE > 72 + 10
    assert box.right * WIDE < 200


def test_words_over_two_lines_have_a_box_in_each(
    find: Callable[..., list[Located | None]],
) -> None:
    page = written("The Panel agreed that the", "fee be waived. It rose.")
    place = the_one(find(page, words="agreed that the\nfee be waived"))
    assert [round(baseline(box) - TOP) // 14 for box in place.boxes] == [-1, -2]
    assert place.boxes[1].right < place.boxes[0].right
    assert place.words == "agreed that the fee be waived."
    assert not place.is_exact


def test_words_that_the_quote_holds_as_printed_are_exact(
    find: Callable[..., list[Located | None]],
) -> None:
    assert the_one(find(written("The  hall –  is closed."), words="hall – is closed.")).is_exact


def test_a_word_broken_at_a_lines_end_is_found_in_both_halves(
    find: Callable[..., list[Located | None]],
) -> None:
    page = written("We had a consul-", "tation on the roof.", "It went well.")
    place = the_one(find(page, words="consultation"))
    assert place.words == "consul- tation"
    assert len(place.boxes) == 2
    assert not place.is_exact


def test_words_that_stand_on_a_page_twice_are_found_at_their_own_place(
    find: Callable[..., list[Located | None]],
) -> None:
    page = written("The fee is £5.", "", "Later: the fee is £5.", "", "At last the fee is £5.")
    for again, line in enumerate((0, 2, 4)):
        (box,) = the_one(find(page, words="fee is £5", again=again)).boxes
        assert abs(baseline(box) - (TOP - 14 * line)) < 5


def test_words_of_the_second_of_two_columns_are_not_mixed_with_the_first(
    find: Callable[..., list[Located | None]],
) -> None:
    left, right = ([f"{side} column, line {n}" for n in range(25)] for side in ("Left", "Right"))
    page = both(written(*left), written(*right, left=320))
    place = the_one(find(page, words="line 7\nRight column, line 8"))
    assert place.words == "line 7 Right column, line 8"
    assert all(box.left * WIDE > 315 for box in place.boxes)


def test_a_row_of_a_ruled_table_is_found_cell_by_cell(
    find: Callable[..., list[Located | None]],
) -> None:
    def page(canvas: Canvas) -> None:
        rows = [("Ward", "Homes", "Schools"), ("Quillby", "410", "3"), ("Nether Fell", "96", "1")]
        table = Table(rows, colWidths=120, rowHeights=24)
        table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        table.wrapOn(canvas, 400, 400)
        table.drawOn(canvas, 72, TOP - 100)

    place = the_one(find(page, words="Quillby\t410\t3"))
    assert place.words == "Quillby 410 3"
    assert len(place.boxes) == 3
    assert len({round(box.bottom, 3) for box in place.boxes}) == 1


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_are_found_on_a_page_that_is_shown_turned(tmp_path: Path, turn: int) -> None:
    def page(canvas: Canvas) -> None:
        if turn in (90, 270):
            canvas.setPageSize((HIGH, WIDE))  # which reportlab then turns
        canvas.setPageRotation(turn)
        written("The hall is closed.", "The pool is open.")(canvas)

    document = drawn(tmp_path / "a.pdf", page)
    start = document.text.index("The pool")
    span = document.span(start, start + 17)
    (box,) = the_one(_located(tmp_path / "a.pdf", document, "The pool is open.", span)).boxes
    x, y = 72 / WIDE, 1 - (TOP - 14) / HIGH
    corner = {0: (x, y), 90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}[turn]
    beginning = {
        0: (box.left, box.bottom),
        90: (box.left, box.top),
        180: (box.right, box.top),
        270: (box.right, box.bottom),
    }[turn]
    assert beginning == pytest.approx(corner, abs=0.01)


def test_words_printed_sideways_are_found_where_they_stand(
    find: Callable[..., list[Located | None]],
) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rotate(90)
        for number, text in enumerate(("The hall is closed.", "The pool is open.")):
            canvas.drawString(100, -200 - 14 * number, text)

    (box,) = the_one(find(page, words="The pool is open.")).boxes
    assert box.bottom - box.top > box.right - box.left
    assert abs(box.bottom - (1 - 100 / HIGH)) < 0.01
    assert box.left * WIDE < 214 < box.right * WIDE + 4


def test_a_quote_over_a_page_break_is_found_in_its_part_on_each_page(
    find: Callable[..., list[Located | None]],
) -> None:
    first = written("The Panel heard the officer and then agreed that the fee of the")
    second = written("swimming pool be waived. It rose.")
    found = find(first, second, words="agreed that the fee of the\n\nswimming pool be waived")
    assert [place.words if place else None for place in found] == [
        "agreed that the fee of the",
        "swimming pool be waived.",
    ]


def test_what_a_quote_leaves_out_is_not_marked(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, TOP, "The minutes, which were")
        canvas.drawString(480, TOP, "Clerk")
        canvas.drawString(72, TOP - 14, "sent out in May, were correct.")

    document = drawn(tmp_path / "a.pdf", page)
    quote = "The minutes, which were sent out in May"
    span = document.span(0, document.text.index(", were correct"))
    place = the_one(_located(tmp_path / "a.pdf", document, quote, span))
    assert "Clerk" in document.text[span.start : span.end]
    assert place.words == "The minutes, which were sent out in May,"


def test_words_like_the_running_head_are_found_in_the_text(
    find: Callable[..., list[Located | None]],
) -> None:
    def page(number: int) -> Draw:
        head = written("Parish Minutes", top=HIGH - 40)
        text = written("Parish Minutes", f"What was said, part {'abcd'[number]}.")
        return both(head, text)

    (box,) = the_one(find(*map(page, range(4)), words="Parish Minutes", again=3)).boxes
    assert abs(baseline(box) - TOP) < 5


def test_signs_alone_are_not_found(find: Callable[..., list[Located | None]]) -> None:
    assert find(written("Total – £5", "…… ……"), words="…… ……") == [None]


def test_a_page_that_was_read_otherwise_has_only_words_marked_that_stand_there_once(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.pdf"
    drawn(path, written("The hall is closed all day.", "The pool is open.", "The pool is open."))
    lines = words_on(path, "a.pdf", 1)
    for words, printed in (("hall is closed all day", 1), ("pool is open", 0), ("hall", 0)):
        other = drawn(tmp_path / "b.pdf", written(f"Another text: {words}."))
        start = other.text.index(words)
        found = located(other, lines, words, other.span(start, start + len(words)), 1)
        assert (found is not None) == bool(printed)


def test_a_page_without_words_has_none_marked(tmp_path: Path) -> None:
    document = drawn(tmp_path / "a.pdf", written("The pool is open."))
    assert located(document, [], "pool is open", document.span(4, 16), 1) is None


def test_texts_are_compared_without_what_readers_change() -> None:
    assert letters_of("“Co-opted”: eﬃcient | £5\u00ad0") == letters_of("'Coopted' efficient £50")
    assert letters_of("£5") != letters_of("$5")


def test_every_sentence_of_the_sample_pdfs_is_found_on_its_page(tmp_path: Path) -> None:
    build(tmp_path)
    quoted = 0
    for path in sorted(tmp_path.glob("*.pdf")):
        document, lines = _read(path)
        for passage in structure_of(document).passages:
            for part in quotables(passage):
                span = place_in(document, part)
                pages = range(span.page or 1, (span.page_end or span.page or 1) + 1)
                found = [located(document, lines[n], part.text, span, n) for n in pages]
                printed = " ".join(place.words for place in found if place)
                assert letters_of(part.text) in letters_of(printed)
                quoted += 1
    assert quoted > 200


def _read(path: Path) -> tuple[Document, dict[int, list[list[PrintedWord]]]]:
    document = read(path, path.name)
    return document, {
        page.number: words_on(path, path.name, page.number) for page in document.pages
    }
