import ast
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from drawn import drawn, written
from scanned import a_scan, minutes_page, needs_tesseract
from tarnbrook import HEAD, MAY, PAPERS, an_assistant

from assistant.answering import Assistant
from assistant.filing.adding import add_papers, remove_papers
from assistant.opening import open_assistant
from assistant.settings import Settings
from assistant.takeaway import check, packs
from assistant.takeaway.archive import unzipped
from assistant.takeaway.extracts import extract_of
from assistant.takeaway.packs import seal_of, to_pack
from corpus.errors import BadRequestError

DAY = date(2025, 3, 3)
RENTS = "What was resolved about allotment rents?"
STALLS = "What was resolved about market stall fees?"
SAUCERS = "What was resolved about flying saucers?"
JULY = "2024-07-09-cabinet-minutes.txt"
ODD = """FERRY PANEL

Minutes of the meeting held on Tuesday 4 June 2024 at 2.00 pm in the Town Hall

7/24 TURNSTILES

RESOLVED – That a turnstile cost **no more** than $5_000 & <b>be</b> painted in grey.
"""


@pytest.fixture(scope="module")
def tarnbrook(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"), {**PAPERS, "odd [1] é.txt": ODD})


def pack_of(assistant: Assistant, *asked: str) -> bytes:
    replies = [assistant.ask(each) for each in asked]
    return to_pack(extract_of(assistant, replies, DAY), assistant.library)


def unpacked(pack: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        archive.extractall(folder)
    return folder


def run_check(pack: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the check of an unpacked pack as a stranger would, who has nothing but Python."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(pack / "check.py"), *arguments],
        env={},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def changed(path: Path, before: str, after: str) -> None:
    text = path.read_bytes().decode()
    assert before in text
    path.write_bytes(text.replace(before, after).encode())


def sealed_anew(pack: Path) -> None:
    """Make the list of files agree with the files, as a forger would."""
    names = [line.split("  ", 1)[1] for line in (pack / "MANIFEST.txt").read_text().splitlines()]
    lines = [f"{hashlib.sha256((pack / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (pack / "MANIFEST.txt").write_text("".join(lines))


def forged(pack: Path, before: str, after: str) -> None:
    """Change words of the market stalls everywhere in a pack, and every SHA-256 with them."""
    (text,) = (pack / "texts").iterdir()
    old = hashlib.sha256(text.read_bytes()).hexdigest()
    for path in (text, pack / "answer.txt", pack / "evidence.json"):
        changed(path, before, after)
    changed(pack / "evidence.json", old, hashlib.sha256(text.read_bytes()).hexdigest())
    sealed_anew(pack)


def test_an_intact_pack_is_right(tarnbrook: Assistant, tmp_path: Path) -> None:
    done = run_check(unpacked(pack_of(tarnbrook, RENTS, STALLS, SAUCERS), tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "RESULT: all that was checked is right." in done.stdout
    assert "WRONG" not in done.stdout
    assert done.stderr == ""


def test_every_quote_is_checked_at_its_lines(tarnbrook: Assistant, tmp_path: Path) -> None:
    pack = unpacked(pack_of(tarnbrook, STALLS), tmp_path)
    (quote,) = json.loads((pack / "evidence.json").read_text("utf-8"))["turns"][0]["quotes"]
    done = run_check(pack)
    line = f"question 1, quote [1] stands in line {quote['line_start']} of {JULY}"
    assert f"{line}, word for word in the text as it was read" in done.stdout
    assert f"{line} in the paper itself" in done.stdout


def test_a_pack_tells_where_each_quote_stands(tarnbrook: Assistant, tmp_path: Path) -> None:
    pack = unpacked(pack_of(tarnbrook, STALLS), tmp_path)
    evidence = json.loads((pack / "evidence.json").read_text("utf-8"))
    (quote,) = evidence["turns"][0]["quotes"]
    assert quote["quote"] == "RESOLVED – That the fee for a market stall be reduced to £12 a day."
    assert quote["force"] == "resolved"
    assert (quote["council"], quote["body"]) == ("Tarnbrook Council", "Cabinet")
    assert (quote["meeting_date"], quote["item"]) == ("2024-07-09", "51/24")
    assert quote["coordinates"].startswith("Cabinet, 9 July 2024, minute 51/24, line")
    (piece,) = quote["pieces"]
    (source,) = evidence["sources"]
    text = (pack / source["text"]).read_bytes().decode()
    assert text[piece["start"] : piece["end"]] == quote["quote"]
    assert source["sha256"] == tarnbrook.library.file(JULY).digest


def test_what_later_decisions_did_stands_in_the_evidence(tarnbrook: Assistant) -> None:
    evidence = json.loads(unzipped(pack_of(tarnbrook, RENTS))["evidence.json"])
    later = [quote["later"] for quote in evidence["turns"][0]["quotes"]]
    assert ["referred back (Scrutiny Committee, 16 April 2024, minute 10/24)"] in [
        each[:1] for each in later
    ]


def test_near_passages_of_a_refusal_are_no_answer_in_the_evidence(tarnbrook: Assistant) -> None:
    evidence = json.loads(unzipped(pack_of(tarnbrook, SAUCERS))["evidence.json"])
    assert evidence["turns"][0]["verdict"] == "Not recorded in these papers"
    assert not any(quote["answers"] for quote in evidence["turns"][0]["quotes"])


TAMPERED: list[tuple[str, Callable[[Path], object]]] = [
    ("answer.txt", lambda pack: changed(pack / "answer.txt", "£12", "£21")),
    ("evidence.json", lambda pack: changed(pack / "evidence.json", "£12", "£21")),
    ("texts/", lambda pack: changed(next((pack / "texts").iterdir()), "£12", "£21")),
    ("originals/", lambda pack: changed(next((pack / "originals").iterdir()), "£12", "£21")),
    ("answer.docx", lambda pack: (pack / "answer.docx").write_bytes(b"another")),
    ("README.txt", lambda pack: (pack / "README.txt").unlink()),
    ("more.txt", lambda pack: (pack / "more.txt").write_text("The fee is £21.")),
]


@pytest.mark.parametrize(("name", "tamper"), TAMPERED, ids=[name for name, _ in TAMPERED])
def test_a_file_that_was_changed_is_wrong(
    tarnbrook: Assistant, tmp_path: Path, name: str, tamper: Callable[[Path], object]
) -> None:
    pack = unpacked(pack_of(tarnbrook, STALLS), tmp_path)
    tamper(pack)
    done = run_check(pack)
    assert done.returncode == 1
    assert f"WRONG       {name}" in done.stdout
    assert "Do not rely on this pack" in done.stdout


HIDDEN: list[tuple[str, Callable[[Path], object]]] = [
    ("these are not the words", lambda pack: changed(pack / "evidence.json", "£12", "£21")),
    ("is not the one that was read", lambda p: changed(next((p / "texts").iterdir()), "£12", "£9")),
    ("does not stand in answer.txt", lambda pack: changed(pack / "answer.txt", "£12", "£21")),
    ("is not the file", lambda p: changed(next((p / "originals").iterdir()), "£12", "£21")),
    ("has no such place", lambda pack: changed(pack / "evidence.json", '"end": ', '"end": 9')),
    ("cannot be read", lambda pack: changed(pack / "evidence.json", '"pieces"', '"parts"')),
    ("cannot be read", lambda pack: changed(pack / "evidence.json", "{", "")),
]


@pytest.mark.parametrize(("told", "tamper"), HIDDEN)
def test_a_change_hidden_by_a_new_manifest_is_wrong(
    tarnbrook: Assistant, tmp_path: Path, told: str, tamper: Callable[[Path], object]
) -> None:
    pack = unpacked(pack_of(tarnbrook, STALLS), tmp_path)
    tamper(pack)
    sealed_anew(pack)
    done = run_check(pack)
    assert done.returncode == 1
    assert told in done.stdout
    assert done.stderr == ""


def test_a_forgery_of_everything_fails_against_the_paper(
    tarnbrook: Assistant, tmp_path: Path
) -> None:
    pack = unpacked(pack_of(tarnbrook, STALLS), tmp_path)
    forged(pack, "£12", "£21")
    done = run_check(pack)
    assert done.returncode == 1
    assert "quote [1] does not stand in line" in done.stdout
    assert "in the paper itself" in done.stdout


def test_a_forgery_of_everything_has_another_seal(tarnbrook: Assistant, tmp_path: Path) -> None:
    made = pack_of(tarnbrook, STALLS)
    pack = unpacked(made, tmp_path)
    assert f"The seal of this pack is {seal_of(made)}" in run_check(pack).stdout
    sealed_anew(pack)
    (pack / "answer.docx").write_bytes(b"another")
    sealed_anew(pack)
    assert seal_of(made) not in run_check(pack).stdout


def test_papers_of_ones_own_are_compared(
    tarnbrook: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "MOST_ORIGINALS", 10)
    pack = unpacked(pack_of(tarnbrook, STALLS), tmp_path / "pack")
    assert not (pack / "originals").exists()
    assert "the paper itself is not here to be compared" in run_check(pack).stdout
    papers = Path(tarnbrook.library.file(JULY).root)
    done = run_check(pack, str(papers))
    assert done.returncode == 0
    assert f"is the file that was read as {JULY}" in done.stdout
    other = tmp_path / "other"
    other.mkdir()
    (other / JULY).write_text("Another paper of the same name.")
    done = run_check(pack, str(other))
    assert done.returncode == 1
    assert f"is not the file that was read as {JULY}" in done.stdout


def test_files_left_out_are_named_with_the_reason(
    tarnbrook: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "MOST_ORIGINALS", 10)
    told = unzipped(pack_of(tarnbrook, STALLS))["README.txt"].decode()
    assert f"{JULY}\n  SHA-256 {tarnbrook.library.file(JULY).digest}" in told
    assert "the file itself is not in the pack: the files of a pack may have" in told


def test_a_quote_with_markup_between_its_words_is_right(
    tarnbrook: Assistant, tmp_path: Path
) -> None:
    pack = unpacked(pack_of(tarnbrook, "What was resolved about turnstiles?"), tmp_path)
    (quote,) = json.loads((pack / "evidence.json").read_text("utf-8"))["turns"][0]["quotes"]
    assert len(quote["pieces"]) > 1
    done = run_check(pack)
    assert done.returncode == 0, done.stdout
    assert "in the paper itself" in done.stdout


def test_words_that_a_quote_leaves_out_are_told(tarnbrook: Assistant, tmp_path: Path) -> None:
    pack = unpacked(pack_of(tarnbrook, STALLS), tmp_path)
    evidence = json.loads((pack / "evidence.json").read_text("utf-8"))
    (quote,) = evidence["turns"][0]["quotes"]
    (piece,) = quote["pieces"]
    cut = quote["quote"].index(" market")
    quote["quote"] = quote["quote"].replace(" market stall", "")
    first = {**piece, "end": piece["start"] + cut}
    quote["pieces"] = [first, {**piece, "start": first["end"] + len(" market stall")}]
    (pack / "evidence.json").write_text(json.dumps(evidence), "utf-8")
    changed(pack / "answer.txt", " market stall", "")
    sealed_anew(pack)
    assert "leaves out what stands between its parts: “market stall”" in run_check(pack).stdout


def test_quotes_of_a_pdf_are_checked_by_page(tmp_path: Path) -> None:
    drawn(
        tmp_path / "ferry.pdf",
        written(
            *("TARNBROOK COUNCIL", "", "CABINET", ""),
            "Minutes of the meeting held on Tuesday 16 April 2024 at 2.00 pm in the Town Hall",
            *("", "47/24 FERRY REPAIRS", ""),
            "RESOLVED - That the ferry be repaired at a cost of £7,250 and that its hull",
        ),
        written("be painted green before the regatta.", "", "48/24 CLOSE", "", "It was noted."),
    )
    settings = Settings(tmp_path / "library", "none", "none")
    add_papers(settings, [tmp_path / "ferry.pdf"])
    made = pack_of(open_assistant(settings), "What was resolved about ferry repairs?")
    pack = unpacked(made, tmp_path / "pack")
    done = run_check(pack)
    assert done.returncode == 0, done.stdout
    assert "quote [1] stands on pages 1–2 of ferry.pdf" in done.stdout
    changed(pack / "evidence.json", '"page_end": 2', '"page_end": 3')
    sealed_anew(pack)
    assert "quote [1] does not stand on pages 1–3 of ferry.pdf" in run_check(pack).stdout


def test_a_text_that_came_by_post_is_compared_with_the_paper(tmp_path: Path) -> None:
    posted = (
        PAPERS[JULY]
        .replace("£", "=C2=A3")
        .replace("–", "=E2=80=93")
        .replace("market stall be reduced", "market=\n stall be reduced")
    )
    assistant = an_assistant(tmp_path, {JULY: posted})
    done = run_check(unpacked(pack_of(assistant, STALLS), tmp_path / "pack"))
    assert done.returncode == 0, done.stdout
    assert "in the paper itself" in done.stdout


def test_a_pack_of_a_library_that_is_not_public_says_so_on_every_file(tmp_path: Path) -> None:
    marking = "This library may hold exempt papers: it is not for the public."
    assistant = _with_exempt(tmp_path, with_exempt=True)
    files = unzipped(pack_of(assistant, "How many people used the ice rink?"))
    assert not any(name.startswith("originals/") for name in files)
    assert any(name.startswith("texts/") for name in files)
    for name, content in files.items():
        if name != "answer.docx":
            assert marking in content.decode(), name
    with zipfile.ZipFile(io.BytesIO(files["answer.docx"])) as document:
        assert marking in document.read("word/document.xml").decode()
    done = run_check(
        unpacked(pack_of(assistant, "How many people used the ice rink?"), tmp_path / "p")
    )
    assert done.returncode == 0, done.stdout


def test_a_public_pack_holds_nothing_of_a_part_that_was_kept_out(tmp_path: Path) -> None:
    assistant = _with_exempt(tmp_path, with_exempt=False)
    made = pack_of(assistant, "What was resolved about the pier?")
    files = unzipped(made)
    assert "be sold for £900" not in "".join(
        content.decode() for name, content in files.items() if not name.endswith(".docx")
    )
    assert not any(name.startswith("originals/") for name in files)
    assert "parts of the file are exempt" in files["README.txt"].decode()


def _with_exempt(folder: Path, *, with_exempt: bool) -> Assistant:
    """A library of open minutes with an exempt minute, and of an exempt report."""
    head = PAPERS[JULY].partition("50/24")[0]
    minutes = (
        "50 THE PIER\n\nRESOLVED – That the pier be painted.\n\n"
        "51 THE BOATHOUSE (EXEMPT MINUTE)\n\nRESOLVED – That the boathouse be sold for £900.\n\n"
        "52 CLOSE\n\nThe meeting ended at 4 pm.\n"
    )
    papers = folder / "papers"
    papers.mkdir()
    (papers / "minutes.txt").write_text(HEAD + head + minutes)
    marking = "NOT FOR PUBLICATION by virtue of paragraph 3\n\n"
    (papers / "exempt-report.txt").write_text(marking + HEAD + MAY)
    settings = Settings(folder / "library", "none", "none")
    add_papers(settings, [papers], with_exempt=with_exempt)
    return open_assistant(settings)


@needs_tesseract
def test_quotes_from_a_scan_are_told_with_how_sure_they_are(tmp_path: Path) -> None:
    a_scan(tmp_path / "scan.pdf", minutes_page)
    settings = Settings(tmp_path / "library", "none", "none")
    add_papers(settings, [tmp_path / "scan.pdf"])
    made = pack_of(open_assistant(settings), "What was resolved about Quay Lane car park?")
    (quote,) = json.loads(unzipped(made)["evidence.json"])["turns"][0]["quotes"]
    done = run_check(unpacked(made, tmp_path / "pack"))
    assert done.returncode == 0, done.stdout
    assert f"(from a scan, {quote['confidence']} % sure: compare it with the page)" in done.stdout


def test_the_same_extract_gives_the_same_pack(tarnbrook: Assistant) -> None:
    assert pack_of(tarnbrook, RENTS, STALLS) == pack_of(tarnbrook, RENTS, STALLS)


def test_the_names_in_a_pack_can_be_stored_by_any_system(tarnbrook: Assistant) -> None:
    files = unzipped(pack_of(tarnbrook, "What was resolved about turnstiles?"))
    assert "texts/01 odd-1.txt.txt" in files
    assert all(name.isascii() and not set(name) & set('\\:*?"<>|[]') for name in files)


def test_a_source_that_was_taken_out_meanwhile_is_named(tmp_path: Path) -> None:
    assistant = an_assistant(tmp_path, {JULY: PAPERS[JULY]})
    extract = extract_of(assistant, [assistant.ask(STALLS)], DAY)
    remove_papers(Settings(tmp_path / "library", "none", "none"), [JULY])
    with pytest.raises(BadRequestError, match=JULY):
        to_pack(extract, assistant.library)


def test_too_much_text_for_one_pack_is_refused(
    tarnbrook: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "MOST_TEXT", 10)
    with pytest.raises(BadRequestError, match="Make a pack of fewer questions"):
        pack_of(tarnbrook, STALLS)


def test_the_check_needs_no_newer_python_than_it_says() -> None:
    source = Path(check.__file__).read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 9))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names


def test_the_check_says_how_it_is_used(tarnbrook: Assistant, tmp_path: Path) -> None:
    done = run_check(unpacked(pack_of(tarnbrook, STALLS), tmp_path), "--help")
    assert done.returncode == 0
    assert "where the original papers lie" in done.stdout
