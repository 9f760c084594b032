"""The sample library and the questions on it stand on each other's words."""

import json
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner
from docx import Document
from docx.table import Table

from corpus.errors import BadRequestError
from corpus.sample.build import build, main

NOTICE = "Sample paper of a fictional council, written for the council papers assistant."
QUESTIONS = Path(__file__).parents[1] / "benchmarks" / "sample_questions.jsonl"
PAGES = {"2024-03-12-scrutiny-pack.pdf": 10, "2025-01-14-cabinet-pack.pdf": 9}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample")
    build(out)
    return out


@pytest.fixture(scope="module")
def questions() -> list[dict[str, Any]]:
    return [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]


def pages_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def lines_of(path: Path) -> list[str]:
    """The lines of a text file; of a Word file its paragraphs and table rows in order."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8").split("\n")
    lines: list[str] = []
    for block in Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return lines


def folded(text: str) -> str:
    """The words without markup, white space and hyphens."""
    text = re.sub(r"<[^>]+>|This page is intentionally left blank", "", text)
    return re.sub(r"[\s*#-]+", "", text.replace("&nbsp;", " ")).lower()


def test_every_piece_of_evidence_stands_where_the_question_set_says(
    library: Path, questions: list[dict[str, Any]]
) -> None:
    pieces = [
        (question["id"], piece)
        for question in questions
        for piece in question["evidence"] + question.get("alt_evidence", [])
    ]
    assert len(pieces) > len(questions)
    for name, piece in pieces:
        path = library / piece["file"]
        if "page" in piece:
            place = pages_of(path)[piece["page"] - 1]
        else:
            place = "\n".join(lines_of(path)[piece["line_start"] - 1 : piece["line_end"]])
        assert folded(piece["quote"]) in folded(place), f"{name}: {piece['quote']}"


def test_the_questions_are_of_all_kinds_and_divided_in_halves(
    questions: list[dict[str, Any]],
) -> None:
    assert len(questions) >= 120
    assert {question["kind"] for question in questions} == {
        *("decision", "recommendation", "attendance", "figure", "table", "date", "person"),
        *("definition", "discussion", "summary", "timeline", "comparison", "negative"),
        *("out_of_scope", "trap", "yes_no", "list"),
    }
    hard = [q for q in questions if not q["answerable"] or q["kind"] == "trap"]
    assert len(hard) * 3 >= len(questions)
    development = [q for q in questions if q["split"] == "dev"]
    assert abs(2 * len(development) - len(questions)) <= 0.06 * len(questions)


def test_a_follow_up_comes_after_its_parent_in_the_same_half(
    questions: list[dict[str, Any]],
) -> None:
    seen: dict[str, dict[str, Any]] = {}
    for question in questions:
        assert question["id"] not in seen
        if question["follow_up_of"]:
            assert seen[question["follow_up_of"]]["split"] == question["split"]
            assert question["standalone"]
        seen[question["id"]] = question


def test_an_answerable_question_says_what_its_answer_must_hold_and_where_it_stands(
    questions: list[dict[str, Any]],
) -> None:
    for question in questions:
        if question["answerable"]:
            assert question["must_include"], question["id"]
            assert question["evidence"], question["id"]


def test_every_paper_says_that_the_council_is_fictional(library: Path) -> None:
    papers = sorted(library.iterdir())
    assert len(papers) == 16
    for path in papers:
        if path.suffix == ".pdf":
            assert all(NOTICE in page for page in pages_of(path)), path.name
        else:
            assert any(NOTICE in line for line in lines_of(path)[:20]), path.name


def test_the_packs_open_with_the_expected_number_of_pages(library: Path) -> None:
    assert {path.name: len(pages_of(path)) for path in library.glob("*.pdf")} == PAGES


def test_the_page_ranges_on_an_agenda_lead_to_the_papers(library: Path) -> None:
    pages = pages_of(library / "2024-03-12-scrutiny-pack.pdf")
    assert "MINUTES - 14TH NOVEMBER 2023 (Pages 3 - 5)" in pages[1]
    assert "Tuesday, 14th November, 2023" in pages[2]
    assert "The meeting ended at 6.20 pm" in pages[4]
    assert "WORK PROGRAMME (Page 10)" in pages[1]
    assert "Forward work programme at March 2024" in pages[9]


def test_two_builds_have_the_same_bytes(library: Path, tmp_path: Path) -> None:
    for path in build(tmp_path):
        assert path.read_bytes() == (library / path.name).read_bytes(), path.name


def test_clauses_in_word_are_lists_and_items_are_headings(library: Path) -> None:
    paragraphs = Document(str(library / "2025-03-11-scrutiny-minutes.docx")).paragraphs
    clause = next(p for p in paragraphs if p.text == "To note the update.")
    assert clause._p.pPr is not None
    assert clause._p.pPr.numPr is not None
    heading = next(p for p in paragraphs if p.text == "50 Home to school transport: update")
    assert heading.style is not None
    assert heading.style.name == "Heading 2"


def test_progress_goes_to_standard_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, [str(tmp_path / "new" / "folder")])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "16 sample papers" in result.stderr


def test_a_folder_that_cannot_be_written_is_named_with_what_to_do(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder")
    with pytest.raises(BadRequestError, match=r"a file.*Name a folder"):
        build(in_the_way)
    result = CliRunner().invoke(main, [str(in_the_way)])
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
