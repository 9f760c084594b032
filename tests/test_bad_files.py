import time
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import UnreadableFileError
from corpus.readers import SUFFIXES, read


def refused(path: Path) -> UnreadableFileError:
    """The error with which a file is refused; its source and remedy are always said."""
    with pytest.raises(UnreadableFileError) as caught:
        read(path, f"papers/{path.name}")
    error = caught.value
    assert error.source == f"papers/{path.name}"
    assert error.remedy
    assert str(path.parent) not in str(error)
    return error


def a_pdf(path: Path, pages: int = 1, encrypt: StandardEncryption | None = None) -> Path:
    canvas = Canvas(str(path), encrypt=encrypt)
    for number in range(pages):
        canvas.drawString(72, 700, f"Text of page {number + 1}.")
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_an_empty_file_is_refused_as_empty(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.touch()
    assert "empty" in refused(path).reason


def test_a_text_of_blanks_is_refused_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(" \n\n\t\n")
    assert "empty" in refused(path).reason


@pytest.mark.parametrize(
    ("name", "remedy"), [("a.dotx", ".docx"), ("a.wpd", ".docx"), ("a.xlsx", "PDF"), ("a", "PDF")]
)
def test_another_format_is_refused_with_those_that_are_read(
    tmp_path: Path, name: str, remedy: str
) -> None:
    path = tmp_path / name
    path.write_text("text")
    assert remedy in refused(path).remedy


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(tmp_path / "gone.pdf").reason


def test_a_folder_with_the_name_of_a_paper_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "folder.txt"
    path.mkdir()
    assert "cannot be opened" in refused(path).reason


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\x01\x02\x03\x04" * 200])
def test_a_binary_named_as_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert refused(path).reason == "it is not text"


def test_a_pdf_named_as_text_is_read_as_the_pdf_it_is(tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "a.pdf").rename(tmp_path / "a.txt")
    assert read(path, "a.txt").format == "pdf"


def test_a_word_document_named_as_pdf_is_read_as_what_it_is(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Agreed.")
    document.save(str(tmp_path / "a.pdf"))
    assert read(tmp_path / "a.pdf", "a.pdf").format == "word"


def test_50_megabytes_of_text_are_read_within_bounds(tmp_path: Path) -> None:
    line = "It was agreed that the roof of the hall be mended before winter – £450. " * 3 + "\n"
    path = tmp_path / "a.txt"
    path.write_text(line * (50_000_000 // len(line.encode())), encoding="utf-8")
    begun = time.process_time()
    document = read(path, "a.txt")
    assert time.process_time() - begun < 20
    assert document.lines[-1].first == len(document.lines) > 200_000


def test_a_larger_text_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"text")
        file.truncate(65_000_000)
    assert "65 MB" in refused(path).reason


def test_a_pdf_with_a_password_is_refused_as_protected(tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "a.pdf", encrypt=StandardEncryption("secret", canPrint=0))
    assert "password" in refused(path).reason


def test_a_pdf_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "a.pdf", encrypt=StandardEncryption("", "owner", canModify=0))
    assert read(path, "a.pdf").lines[0].text == "Text of page 1."


def test_a_pdf_cut_short_is_refused_rather_than_read_in_part(tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "a.pdf", pages=20)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    assert "cut short" in refused(path).reason


def test_a_pdf_of_rubbish_is_refused_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4\nrubbish\n%%EOF")
    assert "damaged" in refused(path).reason


def test_a_web_page_named_as_pdf_is_refused_as_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("<html><body>Not found</body></html>")
    assert "not a PDF" in refused(path).reason


def test_a_pdf_without_pages_is_refused(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.save(str(tmp_path / "a.pdf"))
    document.close()
    assert "no pages" in refused(tmp_path / "a.pdf").reason


def test_a_pdf_of_images_is_refused_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    for _ in range(3):
        scan = ImageReader(BytesIO(b"P5 8 8 255\n" + bytes([128]) * 64))
        canvas.drawImage(scan, 0, 0, 500, 700)
        canvas.showPage()
    canvas.save()
    error = refused(path)
    assert error.reason.startswith("no text could be read of it (pages 1–3: it is an image")
    assert "OCR" in error.remedy


def test_a_word_document_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_text("text")
    assert "not a Word document" in refused(path).reason


def test_a_zip_that_is_no_word_document_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("readme.txt", "text")
    assert "not a Word document" in refused(tmp_path / "a.docx").reason


def test_a_word_document_with_a_broken_body_is_refused(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "whole.docx"))
    with (
        zipfile.ZipFile(tmp_path / "whole.docx") as whole,
        zipfile.ZipFile(tmp_path / "a.docx", "w") as broken,
    ):
        for name in whole.namelist():
            content = whole.read(name)
            broken.writestr(name, content[:200] if name == "word/document.xml" else content)
    assert "damaged" in refused(tmp_path / "a.docx").reason


def test_a_word_document_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    path.write_bytes(path.read_bytes()[:5000])
    assert "damaged" in refused(path).reason


def test_a_word_document_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as body:
            for _ in range(52):
                body.write(bytes(10_000_000))
    assert "unpacks to 520 MB" in refused(path).reason


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.txt"])
def test_an_encrypted_office_file_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    stream = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream + bytes(100))
    assert "password" in refused(path).reason


def test_an_empty_word_document_is_refused(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    assert "no text" in refused(tmp_path / "a.docx").reason


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><div><p>It was agreed.",
        "<p>It was agreed.</div></span></table>",
        "It was agreed.",
        "<table><td>It was agreed.",
        "</li><li>It was agreed.<",
    ],
)
def test_broken_html_is_read_all_the_same(tmp_path: Path, page: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page)
    assert "It was agreed." in read(path, "a.html").text


@pytest.mark.parametrize("opening", ["<a ", "<!-- ", "<?", "<![CDATA[", '<a b="', "<div>"])
def test_openings_without_end_do_not_hold_up_the_reading(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(opening * 30_000 + "<p>It was agreed.</p>")
    begun = time.process_time()
    assert "It was agreed." in read(path, "a.html").text
    assert time.process_time() - begun < 10


def test_a_web_page_without_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>App</title></head><body><script>go()</script></body></html>"
    )
    assert "no text" in refused(path).reason
