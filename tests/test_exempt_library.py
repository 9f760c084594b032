"""Exempt words stay out of a library, of all it writes and of all it tells."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest
from command import run
from reportlab.pdfgen.canvas import Canvas
from written import AGENDA, MINUTES, REPORT, a_document

from assistant.evaluation.report import NAME
from assistant.filing.adding import add_papers
from assistant.filing.withholding import delete_copies
from assistant.settings import Settings
from corpus.database import FILE_NAME
from corpus.exempt.finding import exempt_parts
from corpus.exempt.letting_in import structure_with_exempt
from corpus.exempt.parts import blanked
from corpus.library import Library
from corpus.structure import structure_of

SEEDS = ("quernstone", "zibeline", "Orlaith Venn", "QZX", "xylograph")
"""Words that stand in exempt text alone."""
CLOSED = """TARNBROOK COUNCIL

NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A

MEETING:\tCABINET
MEETING DATE:\t14 May 2024
TITLE:\tTHE QUERNSTONE OFFER

1 THE ISSUE

1.1 The Quarry Zone Xenolith (QZX) is offered for the quernstone at £910,000.

2 RECOMMENDATION

The Cabinet is asked to agree that the zibeline be sold to Orlaith Venn.
"""
MINUTE = """
42 LOW MILL (EXEMPT MINUTE)

Councillor Orlaith Venn spoke of the xylograph.

RESOLVED that the xylograph be sold for £52,000.

43 THE BATHS

RESOLVED that the baths be painted.
"""
OPEN_AGAIN = "RESOLVED that the baths be painted."


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """An agenda, an exempt report, minutes with one exempt minute and a pack with an appendix."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "agenda.txt").write_text(a_document(AGENDA).text)
    (folder / "report.txt").write_text(a_document(REPORT).text)
    (folder / "closed.txt").write_text(CLOSED)
    (folder / "minutes.txt").write_text(a_document(MINUTES).text + "\n" + MINUTE)
    draw_pack(folder / "pack.pdf")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


def draw_pack(path: Path) -> None:
    """A report of one page and an exempt appendix of two, whose head runs on in its margin."""
    pages = (
        ["TARNBROOK COUNCIL", "Report to: Cabinet", "Date: 14 May 2024", "Title: The ford"],
        ["EXEMPT APPENDIX B", "The quernstone is worth more than the zibeline."],
        ["EXEMPT APPENDIX B", "The QZX was drawn by Orlaith Venn in xylograph."],
    )
    canvas = Canvas(str(path))
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 800 - 24 * number, line)
        canvas.drawString(
            72, 400, "The words below the fold are of the ford and of the lane to it."
        )
        canvas.showPage()
    canvas.save()


def seeds_in(text: str) -> list[str]:
    return [seed for seed in SEEDS if seed.casefold() in text.casefold()]


def seeds_on_disk(folder: Path) -> list[str]:
    """The seeds in any file of a library, its database unpacked too."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = [seed for path in files for seed in seeds_in(path.read_bytes().decode("latin-1"))]
    db = sqlite3.connect(folder / FILE_NAME)
    for (source,) in db.execute("SELECT source FROM files WHERE lines IS NOT NULL").fetchall():
        held = Library(folder)
        found += seeds_in(held.document(source).text)
        held.close()
    db.close()
    return found


def added(library: Path, *words: object) -> str:
    """What ``add`` tells, on both channels."""
    result = run("--library", library, "add", *words)
    assert result.exit_code == 0, result.output
    return result.output


def test_no_exempt_word_reaches_the_disk_or_any_command(papers: Path, library: Path) -> None:
    told = added(library, papers)
    assert seeds_in(told) == []
    assert seeds_on_disk(library) == []
    for seed in SEEDS:
        for words in (
            ("ask", f"What was resolved about {seed}?"),
            ("ask", f"What was resolved about {seed}?", "--json"),
            ("search", seed, "--json"),
            ("search", "the mill and the offer"),
            ("decisions", "--csv"),
            ("decisions", "--json"),
            ("decisions", "sold", "--timeline"),
            ("papers",),
            ("papers", "--json"),
            ("people", "--json"),
            ("status",),
            ("status", "--json"),
        ):
            out = run("--library", library, *words).output.replace(str(library), "")
            asked = " ".join(words)
            assert [each for each in seeds_in(out) if each.casefold() not in asked.casefold()] == []
            if words[0] != "ask":
                assert seed not in out or seed in asked


def test_no_exempt_word_reaches_a_question_set_or_a_batch(
    papers: Path, library: Path, tmp_path: Path
) -> None:
    added(library, papers)
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    run("--library", library, "questions", questions)
    asked = '{"id": "1", "question": "What was resolved about the mill?"}'
    (tmp_path / "in.jsonl").write_text(asked)
    run("--library", library, "ask", "--batch", tmp_path / "in.jsonl", "--out", answers)
    written = "".join(path.read_text() for path in (questions, answers) if path.exists())
    assert seeds_in(written) == []
    assert answers.exists()


def test_what_is_open_around_an_exempt_part_is_held(papers: Path, library: Path) -> None:
    added(library, papers)
    out = run("--library", library, "decisions").output
    assert "the ford be closed" in out
    assert OPEN_AGAIN.removeprefix("RESOLVED that ") in out


def test_add_and_status_say_what_was_kept_out_by_which_paragraph_and_where(
    papers: Path, library: Path
) -> None:
    told = added(library, papers)
    expected = (
        "closed.txt: lines 1–15: marked not for publication, paragraph 3 of Part 1 of Schedule 12A"
    )
    assert "3 papers kept out as exempt" in told
    assert expected in told
    assert "pack.pdf: pages 2–3: marked exempt" in told
    status = run("--library", library, "status").output
    assert "Kept out as exempt: 3 papers" in status
    assert expected in status
    held = json.loads(run("--library", library, "status", "--json").output)
    assert held["is_public"] is True
    assert [paper["source"] for paper in held["exempt"]] == [
        "closed.txt", "minutes.txt", "pack.pdf"
    ]  # fmt: skip
    assert held["unread_pages"] == []
    assert held["unreadable"] == []


def test_adding_again_says_again_what_is_kept_out(papers: Path, library: Path) -> None:
    added(library, papers)
    told = added(library, papers)
    assert "5 files unchanged" in told
    assert "3 papers kept out as exempt" in told


def test_a_paper_found_exempt_later_is_purged_from_the_disk(papers: Path, library: Path) -> None:
    opened = CLOSED.replace("NOT FOR PUBLICATION by virtue of", "Public under")
    (papers / "closed.txt").write_text(opened)
    added(library, papers)
    assert seeds_on_disk(library)
    (library / NAME).write_text('{"failures": ["the quernstone"]}')
    (papers / "closed.txt").write_text(CLOSED)
    added(library, papers)
    assert seeds_on_disk(library) == []


def test_only_a_library_that_is_said_not_to_be_public_lets_exempt_papers_in(
    papers: Path, library: Path
) -> None:
    added(library, papers)
    told = added(library, "--with-exempt", papers)
    assert "3 papers exempt, and let in" in told
    assert "not for the public" in told
    assert "3 files read" in told
    assert "not for the public" in run("--library", library, "status").output
    (papers / "later.txt").write_text(CLOSED.replace("14 May", "9 July"))
    told = added(library, papers)
    assert "later.txt: lines 1–15" in told
    assert "1 paper exempt, and let in" in told
    assert "not for the public" in told


def test_every_citation_of_an_exempt_paper_is_marked(papers: Path, library: Path) -> None:
    added(library, "--with-exempt", papers)
    mark = "EXEMPT, not for the public (marked exempt)"
    answer = run("--library", library, "ask", "What was resolved about the xylograph?").output
    assert mark in answer
    asked = run("--library", library, "ask", "What was resolved about the xylograph?", "--json")
    cited = json.loads(asked.stdout)["citations"]
    assert {citation["exempt"] for citation in cited} == {"marked exempt"}
    found = run("--library", library, "search", "xylograph", "--json")
    (hit, *_) = json.loads(found.stdout)
    assert hit["exempt"] == "marked exempt"
    assert mark in hit["reference"]


def test_the_register_marks_decisions_of_exempt_papers_and_no_others(
    papers: Path, library: Path
) -> None:
    added(library, "--with-exempt", papers)
    rows = json.loads(run("--library", library, "decisions", "--json").output)["decisions"]
    exempt = {row["words"]: row["exempt"] for row in rows}
    assert exempt["RESOLVED that the xylograph be sold for £52,000."] == "marked exempt"
    assert exempt[OPEN_AGAIN] is None
    table = run("--library", library, "decisions", "--csv").output
    told = {row["words"]: row["exempt"] for row in csv.DictReader(io.StringIO(table))}
    assert told["RESOLVED that the xylograph be sold for £52,000."] == "marked exempt"
    assert told[OPEN_AGAIN] == ""
    assert "EXEMPT, not for the public" in run("--library", library, "papers").output
    assert "EXEMPT, not for the public" in run("--library", library, "people", "Venn").output


def test_what_is_open_is_read_alike_in_both_kinds_of_library() -> None:
    document = a_document(a_document(MINUTES).text + "\n" + MINUTE)
    parts = exempt_parts(document)
    public = structure_of(blanked(document, parts))
    both = structure_with_exempt(document, parts)
    assert [each for each in both.decisions if not each.paper.exempt] == list(public.decisions)
    assert [each for each in both.passages if not each.paper.exempt] == list(public.passages)
    (closed,) = [paper for paper in both.papers if paper.exempt]
    assert closed.meeting == public.papers[0].meeting
    assert len({passage.id for passage in both.passages}) == len(both.passages)


def test_an_exempt_file_in_the_folder_of_a_public_library_is_deleted(
    papers: Path, library: Path
) -> None:
    uploads = library / "uploads"
    uploads.mkdir(parents=True)
    (uploads / "closed.txt").write_text(CLOSED)
    (uploads / "report.txt").write_text(a_document(REPORT).text)
    settings = Settings(library, "none", "none")
    report = add_papers(settings, [uploads / "closed.txt", uploads / "report.txt"])
    assert [problem.source for problem in report.exempt] == ["closed.txt"]
    assert [path.name for path in uploads.iterdir()] == ["report.txt"]
    assert seeds_on_disk(library) == []
    (papers / "closed.txt").write_text(CLOSED)
    add_papers(settings, [papers])
    assert (papers / "closed.txt").exists()


def test_a_library_that_is_not_public_keeps_its_copies(library: Path) -> None:
    uploads = library / "uploads"
    uploads.mkdir(parents=True)
    (uploads / "closed.txt").write_text(CLOSED)
    add_papers(Settings(library, "none", "none"), [uploads / "closed.txt"], with_exempt=True)
    held = Library(library)
    delete_copies(held)
    held.close()
    assert (uploads / "closed.txt").exists()
