import shutil
import subprocess
import time
from pathlib import Path

import docx
import pytest
from scanned import a_program, without_programs

from assistant.citing import place
from corpus.errors import UnreadableFileError
from corpus.readers import office, read

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
RTF = rb"""{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}
{\b 7 APOLOGIES}\par None were received.\par RESOLVED that the hall at Quillby be let.\par}"""


def a_word_document(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("7 Apologies")
    document.add_paragraph("None were received.")
    document.save(str(path))
    return path


def fake_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> Path:
    """A LibreOffice that writes its options down, and puts a prepared .docx into the folder."""
    prepared, told = a_word_document(tmp_path / "prepared.docx"), tmp_path / "options"
    convert = [
        f'echo "$@" > {told}',
        'for each; do if [ "$before" = --outdir ]; then out=$each; fi; before=$each; done',
        'mkdir -p "$out"',
        f'cp {prepared} "$out/paper.docx"',
    ]
    a_program(tmp_path / "programs", "soffice", lines or convert, monkeypatch)
    return told


def refused(path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read(path, path.name)
    return caught.value


@pytest.mark.parametrize("name", ["a.doc", "a.odt", "a.rtf", "a.docm", "A.DOC"])
def test_other_word_processors_files_are_read_through_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    told = fake_libreoffice(tmp_path, monkeypatch)
    path = tmp_path / name
    path.write_bytes(OLD)
    document = read(path, f"2019/{name}")
    assert (document.format, document.source) == ("word", f"2019/{name}")
    assert [line.text for line in document.lines if line.text] == [
        "7 Apologies",
        "None were received.",
    ]
    options = told.read_text()
    assert "--headless" in options
    assert "-env:UserInstallation=file:///" in options
    assert str(tmp_path) not in options  # only a copy is given away


def test_a_place_in_such_a_file_is_a_paragraph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_libreoffice(tmp_path, monkeypatch)
    path = tmp_path / "a.odt"
    path.write_bytes(b"PK\x03\x04")
    document = read(path, "a.odt")
    assert place(document.span(0, 5)) == "paragraph 1 of a.odt"


def test_a_rich_text_called_text_is_read_as_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = fake_libreoffice(tmp_path, monkeypatch)
    path = tmp_path / "a.txt"
    path.write_bytes(RTF)
    assert read(path, "a.txt").format == "word"
    assert "paper.rtf" in told.read_text()


def test_a_word_document_called_doc_needs_no_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_word_document(tmp_path / "a.docx").rename(tmp_path / "a.doc")
    without_programs(monkeypatch, tmp_path)
    assert read(path, "a.doc").format == "word"


def test_a_web_page_called_doc_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_text("<html><body><p>It was agreed.</p></body></html>")
    assert read(path, "a.doc").format == "web page"


@pytest.mark.parametrize("name", ["a.doc", "a.odt", "a.rtf", "a.docm"])
def test_without_libreoffice_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(RTF if name.endswith("rtf") else b"PK\x03\x04" if name != "a.doc" else OLD)
    without_programs(monkeypatch, tmp_path)
    error = refused(path)
    assert "LibreOffice" in error.reason
    assert "Install LibreOffice" in error.remedy
    assert ".docx" in error.remedy


def test_what_libreoffice_cannot_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_libreoffice(tmp_path, monkeypatch, "exit 0")
    path = tmp_path / "a.doc"
    path.write_bytes(OLD)
    assert "could not read it" in refused(path).reason


def test_a_conversion_that_never_ends_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = tmp_path / "alive"
    fake_libreoffice(tmp_path, monkeypatch, f"(sleep 1; touch {alive}) &", "sleep 60")
    monkeypatch.setattr(office, "SECONDS_A_FILE", 0.5)
    path = tmp_path / "a.doc"
    path.write_bytes(OLD)
    assert "within" in refused(path).reason
    time.sleep(1)
    assert not alive.exists()


@needs_libreoffice
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf"])
def test_real_files_are_read_by_the_real_libreoffice(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "minutes.rtf"
    path.write_bytes(RTF)
    if suffix != "rtf":
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        options = ["--headless", "--convert-to", suffix, "--outdir", str(tmp_path), str(path)]
        subprocess.run(["soffice", profile, *options], check=True, capture_output=True)
    document = read(path.with_suffix(f".{suffix}"), f"minutes.{suffix}")
    assert [line.text for line in document.lines if line.text] == [
        "7 APOLOGIES",
        "None were received.",
        "RESOLVED that the hall at Quillby be let.",
    ]


@needs_libreoffice
def test_an_old_office_file_that_is_damaged_is_refused_by_the_real_libreoffice(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(OLD)
    assert "damaged" in refused(path).reason
