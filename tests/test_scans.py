import json
from pathlib import Path

import pypdfium2
import pytest
from command import run
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from scanned import (
    a_program,
    a_scan,
    minutes_page,
    needs_tesseract,
    typed,
    without_programs,
)

from assistant.as_json import to_json
from assistant.filing.adding import add_papers
from assistant.filing.tallying import Progress
from assistant.fragments.entries import entry_html
from assistant.fragments.sources import decided_source
from assistant.opening import open_assistant
from assistant.record.register import register
from assistant.rendering import answer_text, to_html, to_markdown, to_text
from assistant.settings import Settings, from_environment
from corpus.documents import Document, Page
from corpus.errors import UnreadableFileError
from corpus.filters import NO_FILTERS
from corpus.library import Library
from corpus.papers import Force
from corpus.readers import Recognition, read
from corpus.structure import structure_of

HEADER = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines if line.text]


def text_page(canvas: Canvas) -> None:
    typed(canvas, (72, "The Panel met in the hall, and rose at noon."))


def table_page(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    rows = [
        ("Service", "1996/97", "1997/98", "1998/99"),
        ("Parks and open spaces", "£10,500", "£11,000", "£12,500"),
        ("Car parks", "£4,250", "£4,400", "£4,600"),
        ("Cemetery", "£2,000", "£2,100", "£2,150"),
    ]
    for number, row in enumerate(rows):
        for left, cell in zip((72, 250, 340, 430), row, strict=True):
            canvas.drawString(left, A4[1] - 100 - 20 * number, cell)


def columns_page(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 11)
    for left, side in ((60, "left"), (315, "right")):
        for number in range(16):
            text = f"The {side} column goes on with its story here"
            canvas.drawString(left, A4[1] - 100 - 15 * number, text)


def fake_tesseract(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *words: tuple[str, int], status: int = 0
) -> None:
    """A Tesseract that finds these words on every page, each as sure as is said."""
    rows = [
        f"5\t1\t1\t1\t1\t{n}\t{100 + 300 * n}\t200\t280\t40\t{sure}\t{word}"
        for n, (word, sure) in enumerate(words)
    ]
    tabled_tesseract(tmp_path, monkeypatch, rows, status)


def tabled_tesseract(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: list[str], status: int = 0
) -> None:
    """A Tesseract that writes these rows of its table for every page."""
    table = "\n".join([HEADER, *rows])
    lines = [
        'if [ "$1" = --list-langs ]; then printf "Languages (1):\\neng\\n"; exit 0; fi',
        "while read -r line; do :; done",
        f"cat <<'END'\n{table}\nEND",
        f"exit {status}",
    ]
    a_program(tmp_path / "programs", "tesseract", lines, monkeypatch)


@needs_tesseract
def test_a_scanned_page_is_read_with_how_sure_it_is(tmp_path: Path) -> None:
    document = read(a_scan(tmp_path / "a.pdf", minutes_page), "a.pdf")
    (page,) = document.pages
    assert page.confidence is not None
    assert 80 <= page.confidence <= 100
    assert page.problem is None
    assert texts(document)[-1] == "RESOLVED that the charge be raised to 40p an hour."
    assert "15 QUAY LANE CAR PARK" in texts(document)


@needs_tesseract
def test_the_record_is_read_from_a_scan_like_any_other(tmp_path: Path) -> None:
    document = read(a_scan(tmp_path / "a.pdf", minutes_page), "a.pdf")
    (decision,) = structure_of(document).decisions
    assert decision.force is Force.RESOLVED
    assert decision.item is not None
    assert decision.item.number == "15"
    assert str(decision.paper.meeting.held_on) == "1998-03-12"
    assert decision.span.confidence == document.pages[0].confidence


@needs_tesseract
def test_rows_of_a_scanned_table_keep_their_cells(tmp_path: Path) -> None:
    document = read(a_scan(tmp_path / "a.pdf", table_page), "a.pdf")
    assert texts(document)[:3] == [
        "Service\t1996/97\t1997/98\t1998/99",
        "Parks and open spaces\t£10,500\t£11,000\t£12,500",
        "Car parks\t£4,250\t£4,400\t£4,600",
    ]


def test_two_numbers_before_one_title_do_not_trip_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        f"5\t1\t{block}\t1\t1\t1\t{left}\t200\t{wide}\t40\t95\t{word}"
        for block, left, wide, word in [
            (1, 100, 40, "14"),
            (2, 180, 40, "2"),
            (3, 260, 300, "Rents"),
        ]
    ]
    path = mixed(tmp_path / "a.pdf")
    tabled_tesseract(tmp_path, monkeypatch, rows)
    assert texts(read(path, "a.pdf"))[-1] == "14 2 Rents"


@needs_tesseract
def test_columns_of_a_scan_are_not_mixed(tmp_path: Path) -> None:
    sides = [text.split()[1] for text in texts(read(a_scan(tmp_path / "a.pdf", columns_page), "a"))]
    assert sides == ["left"] * 16 + ["right"] * 16


@needs_tesseract
@pytest.mark.parametrize("turned", [1, 2])
def test_a_page_that_lay_on_its_side_in_the_scanner_is_turned(tmp_path: Path, turned: int) -> None:
    document = read(a_scan(tmp_path / "a.pdf", minutes_page, turned=turned), "a.pdf")
    assert texts(document)[0] == "TARNBROOK TOWN COUNCIL"


@needs_tesseract
def test_a_scan_that_bears_only_the_number_of_its_pack_is_read(tmp_path: Path) -> None:
    path = a_scan(tmp_path / "a.pdf", minutes_page, stamp="Page 91")
    assert "TARNBROOK TOWN COUNCIL" in texts(read(path, "a.pdf"))


def test_pages_of_text_need_no_recognition_and_are_certain(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    text_page(canvas)
    canvas.save()
    document = read(path, "a.pdf")
    assert document.pages == (Page(1),)
    assert document.span(0, 5).confidence is None


def mixed(path: Path) -> Path:
    """A page of text and then a scanned one."""
    scan = a_scan(path.with_name("scan.pdf"), minutes_page).read_bytes()
    canvas = Canvas(str(path.with_name("text.pdf")), pagesize=A4)
    text_page(canvas)
    canvas.save()
    whole = pypdfium2.PdfDocument(path.with_name("text.pdf"))
    with pypdfium2.PdfDocument(scan) as pages:
        whole.import_pages(pages)
    whole.save(str(path))
    whole.close()
    path.with_name("scan.pdf").unlink()
    path.with_name("text.pdf").unlink()
    return path


def test_without_tesseract_scans_are_listed_as_unread_page_by_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mixed(tmp_path / "a.pdf")
    without_programs(monkeypatch, tmp_path)
    first, second = read(path, "a.pdf").pages
    assert first.problem is None
    assert second.problem == "it is an image and was not read: Tesseract is not installed"


def test_without_tesseract_a_pdf_of_scans_is_refused_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_scan(tmp_path / "a.pdf", minutes_page, minutes_page)
    without_programs(monkeypatch, tmp_path)
    with pytest.raises(UnreadableFileError, match=r"pages 1–2: .*Install Tesseract"):
        read(path, "a.pdf")


@pytest.mark.parametrize(
    ("language", "told"), [("none", "switched off"), ("xyz", "xyz"), ("--help", "--help")]
)
def test_a_language_that_tesseract_lacks_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    path = mixed(tmp_path / "a.pdf")
    fake_tesseract(tmp_path, monkeypatch, ("Agreed.", 90))
    problem = read(path, "a.pdf", Recognition(language)).pages[1].problem
    assert problem is not None
    assert told in problem


def test_the_language_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    assert from_environment().ocr_language == "eng"
    monkeypatch.setenv("COUNCIL_PAPERS_OCR_LANGUAGE", "eng+cym")
    assert from_environment().ocr_language == "eng+cym"


def test_the_long_words_count_more_in_how_sure_a_page_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mixed(tmp_path / "a.pdf")
    fake_tesseract(tmp_path, monkeypatch, ("of", 20), ("councillors", 95))
    assert read(path, "a.pdf").pages[1].confidence == round((2 * 20 + 11 * 95) / 13)


def test_a_word_that_recognition_is_unsure_of_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mixed(tmp_path / "a.pdf")
    fake_tesseract(tmp_path, monkeypatch, ("Counci1lor", 3), ("Moss", 96), ("was", 96))
    assert "Counci1lor Moss was" in texts(read(path, "a.pdf"))


def test_a_page_that_recognition_cannot_make_out_stays_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mixed(tmp_path / "a.pdf")
    fake_tesseract(tmp_path, monkeypatch, ("~;'", 20), ("Iil", 31))
    page = read(path, "a.pdf").pages[1]
    assert page.confidence is None
    assert page.problem is not None
    assert "could not make it out" in page.problem


def test_a_page_on_which_tesseract_fails_stays_unread_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mixed(tmp_path / "a.pdf")
    fake_tesseract(tmp_path, monkeypatch, status=1)
    document = read(path, "a.pdf")
    assert "failed" in (document.pages[1].problem or "")
    assert texts(document) == ["The Panel met in the hall, and rose at noon."]


def test_scans_are_read_once_tesseract_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(tmp_path / "library", "none", "none")
    path = mixed(tmp_path / "a.pdf")
    with monkeypatch.context() as without:
        without_programs(without, tmp_path)
        assert add_papers(settings, [path]).read == ("a.pdf",)
        assert add_papers(settings, [path]).unchanged == ("a.pdf",)
    fake_tesseract(tmp_path, monkeypatch, ("Agreed", 90), ("at", 90), ("once.", 90))
    assert add_papers(settings, [path]).read == ("a.pdf",)
    assert add_papers(settings, [path]).unchanged == ("a.pdf",)
    library = Library(settings.library)
    assert [page.confidence for page in library.files()[0].pages] == [None, 90]
    library.close()


def test_progress_tells_the_page_that_is_being_recognised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_tesseract(tmp_path, monkeypatch, ("Agreed.", 90))
    told: list[Progress] = []
    path = mixed(tmp_path / "a.pdf")
    add_papers(Settings(tmp_path / "library", "none", "none"), [path], told.append)
    assert "a.pdf, page 2 of 2" in [progress.source for progress in told]


# What is quoted from a scan says so


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one scanned paper, read for certain with 93 % by a fake."""
    folder = tmp_path / "library"
    monkeypatch = pytest.MonkeyPatch()
    words = "RESOLVED that the charge at the car park be raised to 40p an hour."
    fake_tesseract(tmp_path, monkeypatch, *((word, 93) for word in words.split()))
    add_papers(Settings(folder, "none", "none"), [mixed(tmp_path / "a.pdf")])
    monkeypatch.undo()
    return folder


def test_an_answer_from_a_scan_carries_the_caution_beside_its_mark(library: Path) -> None:
    reply = open_assistant(Settings(library, "none", "none")).ask("What is the car park charge?")
    caution = "[1] (read from a scan, 93 % sure)"
    assert caution in answer_text(reply)
    assert caution in to_text(reply)
    assert caution in to_html(reply)
    assert r"(read from a scan, 93 % sure)" in to_markdown(reply)
    assert to_text(reply).endswith("of a.pdf (read from a scan)")
    (citation,) = to_json(reply)["citations"]
    assert citation["confidence"] == 93
    assert citation["reference"].endswith("(read from a scan)")


def test_search_says_what_it_read_from_a_scan(library: Path) -> None:
    found = run("--library", library, "search", "car park charge", "-k", "1")
    assert "(read from a scan, 93 % sure)" in found.stdout
    (result,) = json.loads(
        run("--library", library, "search", "car park charge", "-k", "1", "--json").stdout
    )
    assert result["confidence"] == 93


def test_what_is_not_from_a_scan_carries_no_caution(library: Path, tmp_path: Path) -> None:
    typed_paper = tmp_path / "shelters.txt"
    typed_paper.write_text("The four bus shelters were mended by the Town Council's own men.")
    add_papers(Settings(library, "none", "none"), [typed_paper])
    found = run("--library", library, "search", "bus shelters", "-k", "1")
    assert "shelters.txt" in found.stdout
    assert "scan" not in found.stdout


@needs_tesseract
def test_the_register_says_what_it_read_from_a_scan(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    add_papers(Settings(folder, "none", "none"), [a_scan(tmp_path / "a.pdf", minutes_page)])
    (decision,) = json.loads(run("--library", folder, "decisions", "--json").stdout)["decisions"]
    assert decision["confidence"] > 80
    assert "(read from a scan)" in run("--library", folder, "decisions").stdout


@needs_tesseract
def test_a_decision_on_the_page_says_how_sure_its_words_are(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    add_papers(Settings(folder, "none", "none"), [a_scan(tmp_path / "a.pdf", minutes_page)])
    library = Library(folder)
    (entry,) = register(library, NO_FILTERS)
    assert f"a scan, {entry.decision.span.confidence} % sure" in entry_html(entry)
    assert decided_source(entry.decision).short_name.endswith("(read from a scan)")
    library.close()


def test_the_status_says_why_a_page_was_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "library"
    with monkeypatch.context() as without:
        without_programs(without, tmp_path)
        add_papers(Settings(folder, "none", "none"), [mixed(tmp_path / "a.pdf")])
    told = run("--library", folder, "status").stdout
    assert "a.pdf: nothing was read of page 2 (it is an image and was not read: Tesser" in told
