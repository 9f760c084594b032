"""Pages of a PDF as images."""

import io
from pathlib import Path

import pytest
from drawn import drawn, written
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import UnreadableFileError
from corpus.readers.pdf_pages import MOST_PIXELS, WIDTH, image_of, words_on


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A PDF of two pages."""
    path = tmp_path / "paper.pdf"
    drawn(path, written("The hall is closed."), written("The pool is open."))
    return path


def test_a_page_becomes_an_image_of_its_shape(paper: Path) -> None:
    image = image_of(paper, "paper.pdf", 2)
    shown = Image.open(io.BytesIO(image.png))
    assert (shown.format, shown.size) == ("PNG", (image.width, image.height))
    assert abs(image.width - WIDTH) <= 1
    assert image.height / image.width == pytest.approx(A4[1] / A4[0], rel=0.01)


def test_the_image_of_a_very_long_page_is_bounded(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "plan.pdf"), pagesize=(600, 9000))
    canvas.drawString(72, 72, "A plan of the common.")
    canvas.save()
    image = image_of(tmp_path / "plan.pdf", "plan.pdf", 1)
    assert image.width * image.height <= MOST_PIXELS * 1.01


def test_marked_places_are_coloured_and_what_is_black_stays_black(paper: Path) -> None:
    word = words_on(paper, "paper.pdf", 1)[0][0]
    plain, marked = (
        Image.open(io.BytesIO(image_of(paper, "paper.pdf", 1, boxes).png))
        for boxes in ((), (word.box,))
    )
    area = (
        int(word.box.left * plain.width),
        int(word.box.top * plain.height),
        int(word.box.right * plain.width),
        int(word.box.bottom * plain.height),
    )
    before, after = (
        {colour for _, colour in image.crop(area).getcolors(1_000_000) or ()}
        for image in (plain, marked)
    )
    assert {(0, 0, 0), (255, 255, 255)} <= before
    assert (0, 0, 0) in after
    assert (255, 255, 255) not in after
    below = (0, area[3] + 20, plain.width, plain.height)
    assert plain.crop(below).tobytes() == marked.crop(below).tobytes()


def test_the_words_of_a_page_stand_within_it_in_the_order_of_reading(paper: Path) -> None:
    (line,) = words_on(paper, "paper.pdf", 2)
    assert [word.text for word in line] == ["The", "pool", "is", "open."]
    lefts = [word.box.left for word in line]
    assert lefts == sorted(lefts)
    for word in line:
        assert 0 < word.box.left < word.box.right < 1
        assert 0 < word.box.top < word.box.bottom < 1


@pytest.mark.parametrize("number", [0, 3])
def test_a_page_that_the_file_does_not_have_is_refused_by_its_number(
    paper: Path, number: int
) -> None:
    with pytest.raises(UnreadableFileError, match=f"paper.pdf: its page {number} cannot be shown"):
        image_of(paper, "paper.pdf", number)


def test_a_damaged_page_is_refused_and_the_others_are_shown(paper: Path) -> None:
    damaged = paper.read_bytes().replace(b"/Type /Page\n", b"/Type /Gone\n", 1)
    (paper.parent / "bad.pdf").write_bytes(damaged)
    with pytest.raises(UnreadableFileError, match="page 1 cannot be shown"):
        image_of(paper.parent / "bad.pdf", "bad.pdf", 1)
    assert image_of(paper.parent / "bad.pdf", "bad.pdf", 2).png


def test_a_file_that_is_no_pdf_any_more_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("Not found")
    with pytest.raises(UnreadableFileError, match="Download it again"):
        words_on(tmp_path / "a.pdf", "a.pdf", 1)
