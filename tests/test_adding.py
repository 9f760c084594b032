import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from written import MINUTES, REPORT

from assistant.filing import adding, locking, withholding
from assistant.filing.adding import add_papers, remove_papers
from assistant.filing.tallying import Progress
from assistant.opening import open_assistant
from assistant.settings import Settings
from corpus.database import FILE_NAME
from corpus.documents import Document, Origin
from corpus.errors import (
    BadRequestError,
    IndexMismatchError,
    LibraryBusyError,
    LibraryError,
)
from corpus.library import Library
from corpus.structure import Structure, structure_of

ROOT = Path(__file__).parents[1]
LATER = MINUTES.replace("12 March 2024", "9 July 2024")
ADD = """
import sys, time
from pathlib import Path
from assistant.filing.adding import add_papers
from assistant.settings import Settings

def show(progress):
    if progress.files_done == {pause_at}:
        print("half-way", flush=True)
        time.sleep({pause})

add_papers(Settings(Path(sys.argv[1]), "none", "none"), [Path(sys.argv[2])], show)
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of two papers, one in a folder of its own."""
    folder = tmp_path / "papers"
    (folder / "2024").mkdir(parents=True)
    (folder / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "2024" / "report.txt").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "library", "none", "none")


def sources_in(settings: Settings) -> list[str]:
    """The files that the library has papers of."""
    library = Library(settings.library)
    sources = sorted({paper.source for paper in library.papers()})
    library.close()
    return sources


def process(
    settings: Settings, folder: Path, *, pause_at: int = -1, pause: float = 0
) -> "subprocess.Popen[str]":
    """Another process that adds a folder, and holds after ``pause_at`` files."""
    code = ADD.format(pause_at=pause_at, pause=pause)
    return subprocess.Popen(
        [sys.executable, "-c", code, str(settings.library), str(folder)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_the_papers_of_a_folder_are_added_by_their_place_in_it(
    papers: Path, settings: Settings
) -> None:
    report = add_papers(settings, [papers])
    assert report.read == ("minutes.txt", "2024/report.txt")
    assert sources_in(settings) == ["2024/report.txt", "minutes.txt"]
    assert report.passages > 0
    assert report.decisions == 2


def test_a_file_is_added_by_its_name(papers: Path, settings: Settings) -> None:
    assert add_papers(settings, [papers / "2024" / "report.txt"]).read == ("report.txt",)


def test_only_what_changed_is_read_again(papers: Path, settings: Settings) -> None:
    add_papers(settings, [papers])
    (papers / "minutes.txt").write_text(LATER, encoding="utf-8")
    report = add_papers(settings, [papers])
    assert report.read == ("minutes.txt",)
    assert report.unchanged == ("2024/report.txt",)
    assistant = open_assistant(settings)
    days = {str(paper.meeting.held_on) for paper in assistant.library.papers()}
    assert days == {"2024-07-09", "2024-05-14"}


def test_what_an_older_program_read_is_read_again(papers: Path, settings: Settings) -> None:
    add_papers(settings, [papers])
    db = sqlite3.connect(settings.library / FILE_NAME)
    with db:
        db.execute("UPDATE files SET reading = reading - 1 WHERE source LIKE '%minutes%'")
    db.close()
    report = add_papers(settings, [papers])
    assert report.read == ("minutes.txt",)
    assert report.unchanged == ("2024/report.txt",)


def test_a_file_that_was_only_touched_is_unchanged(papers: Path, settings: Settings) -> None:
    add_papers(settings, [papers])
    (papers / "minutes.txt").touch()
    assert add_papers(settings, [papers]).read == ()


def test_hidden_files_and_those_of_an_open_word_processor_are_passed_over(
    papers: Path, settings: Settings
) -> None:
    for name in (".notes.txt", "~$minutes.docx", ".git/minutes.txt"):
        (papers / name).parent.mkdir(exist_ok=True)
        (papers / name).write_text(LATER, encoding="utf-8")
    report = add_papers(settings, [papers])
    assert len(report.read) == 2
    assert report.unreadable == ()


def test_a_bad_file_is_listed_and_the_rest_is_added(papers: Path, settings: Settings) -> None:
    (papers / "a-scan.pdf").write_bytes(b"%PDF-1.4\nrubbish\n%%EOF")
    (papers / "empty.txt").touch()
    report = add_papers(settings, [papers])
    assert [problem.source for problem in report.unreadable] == ["a-scan.pdf", "empty.txt"]
    assert "damaged" in report.unreadable[0].reason
    assert len(report.read) == 2
    assert sources_in(settings) == ["2024/report.txt", "minutes.txt"]


def test_a_bad_file_is_tried_again_and_stands_in_the_status_until_it_is_mended(
    papers: Path, settings: Settings
) -> None:
    (papers / "empty.txt").touch()
    add_papers(settings, [papers])
    library = Library(settings.library)
    assert [record.source for record in library.files() if record.problem] == ["empty.txt"]
    assert [problem.source for problem in add_papers(settings, [papers]).unreadable] == [
        "empty.txt"
    ]
    (papers / "empty.txt").write_text(LATER, encoding="utf-8")
    assert add_papers(settings, [papers]).read == ("empty.txt",)
    assert [record.source for record in library.files() if record.problem] == []
    library.close()


def test_a_paper_that_went_bad_leaves_nothing_of_what_it_was(
    papers: Path, settings: Settings
) -> None:
    add_papers(settings, [papers])
    (papers / "minutes.txt").write_bytes(bytes(range(256)) * 40)
    add_papers(settings, [papers])
    assert sources_in(settings) == ["2024/report.txt"]


def test_an_unforeseen_failure_of_one_file_does_not_keep_the_others_out(
    papers: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def structure_or_fail(document: Document, origin: Origin | None) -> Structure:
        if document.source == "minutes.txt":
            raise ZeroDivisionError("division by zero")
        return structure_of(document, origin)

    monkeypatch.setattr(withholding, "structure_of", structure_or_fail)
    report = add_papers(settings, [papers])
    assert report.read == ("2024/report.txt",)
    (problem,) = report.unreadable
    assert problem.source == "minutes.txt"
    assert "ZeroDivisionError" in problem.reason
    assert "Report it" in problem.reason


def test_a_file_whose_name_is_no_unicode_is_added(papers: Path, settings: Settings) -> None:
    path = Path(os.fsdecode(os.fsencode(papers / "caf") + b"\xe9.txt"))
    try:
        path.write_text(LATER, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has names in Unicode only")
    assert "caf\N{REPLACEMENT CHARACTER}.txt" in add_papers(settings, [papers]).read


def test_a_path_that_does_not_exist_adds_nothing(papers: Path, settings: Settings) -> None:
    with pytest.raises(BadRequestError, match=r"gone\.pdf does not exist"):
        add_papers(settings, [papers, papers / "gone.pdf"])
    assert not settings.library.exists()


def test_an_empty_folder_adds_nothing_and_makes_a_library(
    tmp_path: Path, settings: Settings
) -> None:
    (tmp_path / "none").mkdir()
    report = add_papers(settings, [tmp_path / "none"])
    assert (report.read, report.unchanged, report.unreadable) == ((), (), ())
    assert sources_in(settings) == []


def test_a_library_folder_that_cannot_be_made_is_refused(papers: Path) -> None:
    in_the_way = papers / "minutes.txt" / "library"
    with pytest.raises(LibraryError, match=r"cannot be written.*--library"):
        add_papers(Settings(in_the_way, "none", "none"), [papers])


def test_a_library_whose_lock_cannot_be_taken_is_refused(papers: Path, settings: Settings) -> None:
    (settings.library / ".lock").mkdir(parents=True)
    with pytest.raises(LibraryError, match="cannot be written"):
        add_papers(settings, [papers])


def test_the_same_name_in_two_folders_keeps_both(papers: Path, settings: Settings) -> None:
    for parent, text in (("north", LATER), ("south", REPORT)):
        other = papers.parent / parent / "papers"
        other.mkdir(parents=True)
        (other / "minutes.txt").write_text(text, encoding="utf-8")
        add_papers(settings, [papers, other])
    assert sources_in(settings) == [
        "2024/report.txt", "minutes.txt", "papers/minutes.txt", "south/papers/minutes.txt",
    ]  # fmt: skip


def test_both_of_two_folders_are_unchanged_when_they_are_added_again(
    papers: Path, settings: Settings
) -> None:
    other = papers.parent / "other"
    other.mkdir()
    (other / "minutes.txt").write_text(LATER, encoding="utf-8")
    add_papers(settings, [papers, other])
    report = add_papers(settings, [other, papers])
    assert report.read == ()
    assert sorted(report.unchanged) == ["2024/report.txt", "minutes.txt", "other/minutes.txt"]


def test_the_same_file_in_two_folders_is_held_once(papers: Path, settings: Settings) -> None:
    other = papers.parent / "other"
    other.mkdir()
    (other / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    assert add_papers(settings, [papers, other]).unchanged == ("minutes.txt",)


def test_papers_that_are_removed_are_gone_with_their_decisions(
    papers: Path, settings: Settings
) -> None:
    add_papers(settings, [papers])
    assert remove_papers(settings, ["minutes.txt"]) == ["minutes.txt"]
    assert sources_in(settings) == ["2024/report.txt"]
    assert open_assistant(settings).search("ford") == []


def test_what_was_removed_is_added_again(papers: Path, settings: Settings) -> None:
    add_papers(settings, [papers])
    remove_papers(settings, ["minutes.txt"])
    assert add_papers(settings, [papers]).read == ("minutes.txt",)


def test_removing_what_is_not_held_removes_nothing(papers: Path, settings: Settings) -> None:
    add_papers(settings, [papers])
    with pytest.raises(BadRequestError, match=r"gone\.txt.*status"):
        remove_papers(settings, ["minutes.txt", "gone.txt"])
    assert len(sources_in(settings)) == 2


def test_removing_from_no_library_makes_none(settings: Settings) -> None:
    with pytest.raises(LibraryError, match="no library"):
        remove_papers(settings, ["minutes.txt"])
    assert not settings.library.exists()


def test_progress_counts_the_files_up_to_the_last(papers: Path, settings: Settings) -> None:
    seen: list[Progress] = []
    report = add_papers(settings, [papers], seen.append)
    assert [progress.files_done for progress in seen] == [1, 2]
    assert {progress.files for progress in seen} == {2}
    assert seen[-1].passages == report.passages


def test_a_library_larger_than_a_batch_is_whole(
    papers: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH_PASSAGES", 1)
    for n in range(5):
        (papers / f"{n}.txt").write_text(LATER.replace("FORD", f"FORD {n}"), encoding="utf-8")
    assert len(add_papers(settings, [papers]).read) == 7
    assert len(sources_in(settings)) == 7


def test_two_processes_that_add_at_once_both_end_well(papers: Path, settings: Settings) -> None:
    other = papers.parent / "other"
    other.mkdir()
    for n in range(10):
        (other / f"{n}.txt").write_text(LATER.replace("FORD", f"FORD {n}"), encoding="utf-8")
    first = process(settings, papers, pause_at=1, pause=1)
    assert first.stdout is not None
    assert first.stdout.readline() == "half-way\n"
    both = [first, process(settings, other)]
    for each in both:
        each.communicate(timeout=60)
    assert [each.returncode for each in both] == [0, 0]
    assert len(sources_in(settings)) == 12


def test_a_killed_process_leaves_the_last_good_library(papers: Path, settings: Settings) -> None:
    add_papers(settings, [papers])
    before = Library(settings.library)
    held = before.passages()
    before.close()
    (papers / "minutes.txt").write_text(LATER, encoding="utf-8")
    (papers / "new.txt").write_text(LATER.replace("FORD", "FERRY"), encoding="utf-8")
    killed = process(settings, papers, pause_at=2, pause=60)
    assert killed.stdout is not None
    assert killed.stdout.readline() == "half-way\n"
    killed.kill()
    killed.communicate()
    after = Library(settings.library)
    assert after.passages() == held
    after.close()
    assert set(add_papers(settings, [papers]).read) == {"minutes.txt", "new.txt"}


def test_a_library_that_another_process_keeps_busy_is_not_waited_for_without_end(
    papers: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.1)
    busy = process(settings, papers, pause_at=1, pause=60)
    assert busy.stdout is not None
    busy.stdout.readline()
    try:
        with pytest.raises(LibraryBusyError, match="try again"):
            add_papers(settings, [papers])
    finally:
        busy.kill()
        busy.communicate()


def test_without_a_model_keywords_are_searched_and_a_notice_says_so(
    papers: Path, settings: Settings
) -> None:
    report = add_papers(settings, [papers])
    assert any("words of your question" in notice for notice in report.notices)
    assert not (settings.library / "index").exists()
    assistant = open_assistant(settings)
    assert any("words of your question" in notice for notice in assistant.notices)
    assert "ford" in assistant.search("ford")[0].passage.text


def test_a_model_that_cannot_be_loaded_is_done_without(papers: Path, tmp_path: Path) -> None:
    (tmp_path / "no model").mkdir()
    settings = Settings(tmp_path / "library", str(tmp_path / "no model"), "none")
    report = add_papers(settings, [papers])
    assert len(report.read) == 2
    assert any("cannot be loaded" in notice for notice in report.notices)


def test_papers_added_without_the_model_are_searched_by_meaning_once_added_with_it(
    papers: Path, settings: Settings
) -> None:
    add_papers(settings, [papers])
    model = Settings(settings.library, None, "none")
    assistant = open_assistant(model)
    assert any("council-papers add" in notice for notice in assistant.notices)
    assert assistant.search("crossing of a stream") == []

    report = add_papers(model, [papers])
    assert report.read == report.notices == ()
    assistant = open_assistant(model)
    assert assistant.notices == ()
    assert assistant.search("crossing of a stream") != []


def test_with_nothing_to_embed_the_model_is_not_loaded(papers: Path, settings: Settings) -> None:
    model = Settings(settings.library, None, "none")
    add_papers(model, [papers])
    code = ADD.format(pause_at=-1, pause=0).replace('"none", "none"', 'None, "none"')
    code += '\nassert "torch" not in sys.modules\n'
    again = [sys.executable, "-c", code, str(settings.library), str(papers)]
    subprocess.run(again, cwd=ROOT, check=True)
    remove_papers(model, ["minutes.txt"])
    (papers / "minutes.txt").unlink()
    subprocess.run(again, cwd=ROOT, check=True)
    assert open_assistant(model).notices == ()


def test_adding_nothing_new_without_the_model_keeps_the_index(
    papers: Path, settings: Settings
) -> None:
    model = Settings(settings.library, None, "none")
    add_papers(model, [papers])
    add_papers(settings, [papers])
    assert open_assistant(model).notices == ()


def test_a_damaged_index_is_built_anew_by_adding_again(papers: Path, settings: Settings) -> None:
    model = Settings(settings.library, None, "none")
    add_papers(model, [papers])
    (vectors,) = settings.library.glob("index/*/vectors.faiss")
    vectors.write_bytes(b"damaged")
    with pytest.raises(IndexMismatchError, match="council-papers add"):
        open_assistant(model)
    add_papers(model, [papers])
    assert open_assistant(model).notices == ()
