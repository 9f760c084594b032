"""The file that a paper was read from."""

import hashlib
from pathlib import Path

import pytest

from corpus.documents import Page, Withheld
from corpus.errors import UnreadableFileError
from corpus.library import FileRecord
from corpus.originals import is_kept_out, original_of


def record(root: Path, source: str, content: bytes = b"Agreed.") -> FileRecord:
    return FileRecord(
        source, str(root), hashlib.sha256(content).hexdigest(), "text", (Page(1), Page(2)), None
    )


def file(path: Path, content: bytes = b"Agreed.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_the_original_is_the_file_under_the_folder_that_was_added(tmp_path: Path) -> None:
    path = file(tmp_path / "2024" / "minutes.txt")
    assert original_of(record(tmp_path, "2024/minutes.txt")) == path


@pytest.mark.parametrize("source", ["papers/2024/minutes.txt", "home/papers/2024/minutes.txt"])
def test_names_of_folders_before_a_source_lead_to_the_same_file(
    tmp_path: Path, source: str
) -> None:
    path = file(tmp_path / "papers" / "2024" / "minutes.txt")
    assert original_of(record(tmp_path / "papers", source)) == path


def test_another_file_of_that_name_is_not_the_original(tmp_path: Path) -> None:
    file(tmp_path / "papers" / "minutes.txt", b"Others.")
    path = file(tmp_path / "minutes.txt")
    assert original_of(record(tmp_path, "papers/minutes.txt")) == path


def test_a_file_that_has_changed_since_is_not_shown_as_what_was_read(tmp_path: Path) -> None:
    path = file(tmp_path / "minutes.txt")
    assert original_of(record(tmp_path, "minutes.txt")) == path
    file(path, b"Not agreed.")
    with pytest.raises(UnreadableFileError, match=r"minutes.txt: the file has changed since.*Add"):
        original_of(record(tmp_path, "minutes.txt"))


def test_a_file_that_is_gone_is_told_with_its_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=f"not in {tmp_path} any more"):
        original_of(record(tmp_path, "minutes.txt"))


def test_no_source_leads_out_of_its_folder(tmp_path: Path) -> None:
    file(tmp_path / "secret.txt")
    for source in ("../secret.txt", f"{tmp_path}/secret.txt"):
        with pytest.raises(UnreadableFileError, match="any more"):
            original_of(record(tmp_path / "papers", source))


def test_a_page_is_kept_out_by_its_problem_or_by_the_part_that_it_is_in(tmp_path: Path) -> None:
    read = Page(1), Page(2, problem="it is damaged"), Page(3, problem="exempt: paragraph 3")
    kept = FileRecord(
        *("a.pdf", str(tmp_path), "", "pdf", read, None),
        withheld=(Withheld("paragraph 1 of Schedule 12A", 4, 5),),
    )
    assert [number for number in range(1, 7) if is_kept_out(kept, number)] == [3, 4, 5]
