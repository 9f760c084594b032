import stat
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from command import run
from written import MINUTES, REPORT

from assistant.filing import archives
from assistant.filing.adding import add_papers, remove_papers
from assistant.filing.tallying import AddReport
from assistant.filing.unpacking import UNPACKED
from assistant.settings import Settings
from corpus.library import Library
from corpus.originals import original_of

LATER = MINUTES.replace("12 March 2024", "9 July 2024")
OLDER = MINUTES.replace("12 March 2024", "9 January 2024")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "library", "none", "none")


def a_zip(path: Path, **members: str | bytes) -> Path:
    """A zip of members by name; "__" stands for a folder, "_" for a dot."""
    names = {name.replace("__", "/").replace("_", "."): name for name in members}
    return zipped(path, {name: members[key] for name, key in names.items()})


def zipped(path: Path, members: dict[str, str | bytes]) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def in_memory(members: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def sources_in(settings: Settings) -> list[str]:
    library = Library(settings.library)
    sources = sorted({paper.source for paper in library.papers()})
    library.close()
    return sources


def unpacked_files(settings: Settings) -> list[str]:
    folder = settings.library / UNPACKED
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def reasons(report: AddReport) -> dict[str, str]:
    return {problem.source: problem.reason for problem in report.unreadable}


def test_the_members_of_a_zip_are_papers_of_their_own(tmp_path: Path, settings: Settings) -> None:
    pack = a_zip(tmp_path / "pack.zip", minutes_txt=MINUTES, july__report_txt=REPORT)
    report = add_papers(settings, [pack])
    assert report.read == ("pack.zip/minutes.txt", "pack.zip/july/report.txt")
    assert sources_in(settings) == ["pack.zip/july/report.txt", "pack.zip/minutes.txt"]


def test_a_member_is_cited_by_the_name_of_its_zip_and_its_own(
    tmp_path: Path, settings: Settings
) -> None:
    add_papers(settings, [a_zip(tmp_path / "pack.zip", minutes_txt=MINUTES)])
    told = run("--library", settings.library, "decisions").stdout
    assert "of pack.zip/minutes.txt" in told


def test_a_zip_in_a_folder_is_found_beside_other_papers(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "papers"
    a_zip(folder / "2024" / "pack.zip", minutes_txt=MINUTES)
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    assert add_papers(settings, [folder]).read == ("report.txt", "2024/pack.zip/minutes.txt")


def test_the_original_of_a_member_can_be_shown_later(tmp_path: Path, settings: Settings) -> None:
    pack = a_zip(tmp_path / "pack.zip", july__minutes_txt=MINUTES)
    add_papers(settings, [pack])
    pack.unlink()
    library = Library(settings.library)
    (record,) = library.files()
    assert original_of(record).read_text(encoding="utf-8") == MINUTES
    library.close()


def test_an_unchanged_zip_is_not_unpacked_again(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = a_zip(tmp_path / "pack.zip", minutes_txt=MINUTES, bad_txt=b"", map_xyz=b"x")
    add_papers(settings, [pack])
    (member,) = (settings.library / UNPACKED).rglob("minutes.txt")
    before = member.stat().st_ino
    report = add_papers(settings, [pack])
    assert report.unchanged == ("pack.zip/minutes.txt",)
    assert sorted(reasons(report)) == ["pack.zip/bad.txt", "pack.zip/map.xyz"]
    assert member.stat().st_ino == before


def test_a_changed_zip_takes_the_place_of_what_it_was(tmp_path: Path, settings: Settings) -> None:
    add_papers(settings, [a_zip(tmp_path / "p.zip", old_txt=OLDER, minutes_txt=MINUTES)])
    report = add_papers(settings, [a_zip(tmp_path / "p.zip", minutes_txt=LATER, new_txt=REPORT)])
    assert report.read == ("p.zip/minutes.txt", "p.zip/new.txt")
    assert sources_in(settings) == ["p.zip/minutes.txt", "p.zip/new.txt"]
    assert "old.txt" not in unpacked_files(settings)


def test_zips_of_one_name_from_two_folders_do_not_mix(tmp_path: Path, settings: Settings) -> None:
    first = a_zip(tmp_path / "march" / "pack.zip", minutes_txt=MINUTES)
    second = a_zip(tmp_path / "july" / "pack.zip", minutes_txt=LATER)
    add_papers(settings, [first])
    add_papers(settings, [second])
    one, other = sources_in(settings)
    assert one.startswith("july-")
    assert other == "pack.zip/minutes.txt"
    library = Library(settings.library)
    assert all(original_of(record).is_file() for record in library.files())
    library.close()
    assert len(add_papers(settings, [first, second]).unchanged) == 2


def test_removing_a_zip_takes_out_its_members_and_what_was_unpacked(
    tmp_path: Path, settings: Settings
) -> None:
    pack = a_zip(tmp_path / "pack.zip", minutes_txt=MINUTES, july__report_txt=REPORT)
    add_papers(settings, [pack])
    assert remove_papers(settings, ["pack.zip/minutes.txt"]) == ["pack.zip/minutes.txt"]
    assert "report.txt" in unpacked_files(settings)
    assert remove_papers(settings, ["pack.zip"]) == ["pack.zip/july/report.txt"]
    assert unpacked_files(settings) == []


def test_a_path_that_leads_out_of_the_archive_is_refused(
    tmp_path: Path, settings: Settings
) -> None:
    names = ["../out.txt", "a/../../out.txt", "/etc/out.txt", "C:\\out.txt", "..\\out.txt"]
    pack = zipped(tmp_path / "pack.zip", dict.fromkeys(names, MINUTES) | {"m.txt": MINUTES})
    report = add_papers(settings, [pack])
    assert report.read == ("pack.zip/m.txt",)
    assert len(report.unreadable) == len(names)
    assert all("leads out of the archive" in reason for reason in reasons(report).values())
    assert {path.name for path in tmp_path.rglob("out.txt")} == set()


def test_a_link_is_never_made(tmp_path: Path, settings: Settings) -> None:
    link = zipfile.ZipInfo("minutes.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("report.txt", REPORT)
    report = add_papers(settings, [tmp_path / "pack.zip"])
    assert report.read == ("pack.zip/report.txt",)
    assert "link" in reasons(report)["pack.zip/minutes.txt"]


def test_hidden_members_and_those_of_a_mac_are_passed_over(
    tmp_path: Path, settings: Settings
) -> None:
    hidden = ["__MACOSX/._minutes.txt", ".notes.txt", "a/.git/b.txt", "~$minutes.docx", "empty/"]
    pack = zipped(tmp_path / "pack.zip", dict.fromkeys(hidden, b"x") | {"m.txt": MINUTES})
    report = add_papers(settings, [pack])
    assert (report.read, report.unreadable) == (("pack.zip/m.txt",), ())


def test_a_member_that_grows_too_much_is_refused_and_the_rest_is_read(
    tmp_path: Path, settings: Settings
) -> None:
    pack = zipped(tmp_path / "pack.zip", {"bomb.txt": bytes(5_000_000), "m.txt": MINUTES})
    report = add_papers(settings, [pack])
    assert report.read == ("pack.zip/m.txt",)
    assert "200 times" in reasons(report)["pack.zip/bomb.txt"]
    assert "bomb.txt" not in unpacked_files(settings)


@pytest.mark.parametrize(
    ("bound", "told"), [("LARGEST_MEMBER", "at most"), ("LARGEST_ARCHIVE", "holds more than")]
)
def test_a_member_beyond_the_bounds_is_refused_and_the_rest_is_read(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, bound: str, told: str
) -> None:
    bounded = len(MINUTES.encode()) + 100
    monkeypatch.setattr(archives, bound, bounded)
    pack = zipped(tmp_path / "pack.zip", {"m.txt": MINUTES, "large.txt": MINUTES + "x" * 200})
    report = add_papers(settings, [pack])
    assert report.read == ("pack.zip/m.txt",)
    assert told in reasons(report)["pack.zip/large.txt"]


def test_a_zip_of_too_many_files_is_refused(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    pack = a_zip(tmp_path / "pack.zip", a_txt=MINUTES, b_txt=LATER, c_txt=REPORT)
    report = add_papers(settings, [pack])
    assert reasons(report).keys() == {"pack.zip"}
    assert "more than 2 files" in reasons(report)["pack.zip"]


def test_a_zip_that_was_refused_and_mended_leaves_no_trace_of_it(
    tmp_path: Path, settings: Settings
) -> None:
    pack = tmp_path / "pack.zip"
    pack.write_bytes(b"no zip")
    assert "not a zip" in reasons(add_papers(settings, [pack]))["pack.zip"]
    add_papers(settings, [a_zip(pack, minutes_txt=MINUTES)])
    library = Library(settings.library)
    assert [(record.source, record.problem) for record in library.files()] == [
        ("pack.zip/minutes.txt", None)
    ]
    library.close()


def test_a_zip_inside_a_zip_is_opened_and_one_inside_that_is_not(
    tmp_path: Path, settings: Settings
) -> None:
    deepest = in_memory({"report.txt": REPORT})
    inner = in_memory({"minutes.txt": MINUTES, "deepest.zip": deepest})
    report = add_papers(settings, [zipped(tmp_path / "pack.zip", {"inner.zip": inner})])
    assert report.read == ("pack.zip/inner.zip/minutes.txt",)
    assert "in an archive in an archive" in reasons(report)["pack.zip/inner.zip/deepest.zip"]


def test_a_member_under_a_password_is_reported(tmp_path: Path, settings: Settings) -> None:
    path = a_zip(tmp_path / "pack.zip", minutes_txt=MINUTES, report_txt=REPORT)
    content = bytearray(path.read_bytes())
    for at in (content.find(b"PK\x03\x04") + 6, content.find(b"PK\x01\x02") + 8):
        content[at] |= 1  # the first bit of the flags
    path.write_bytes(bytes(content))
    report = add_papers(settings, [path])
    assert report.read == ("pack.zip/report.txt",)
    assert "password" in reasons(report)["pack.zip/minutes.txt"]


def test_a_damaged_member_is_reported_and_the_rest_is_read(
    tmp_path: Path, settings: Settings
) -> None:
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:  # stored, so that its words can be found
        archive.writestr("minutes.txt", MINUTES)
        archive.writestr("report.txt", REPORT)
    path.write_bytes(path.read_bytes().replace(REPORT.encode()[:9], b"Xyloph on"))
    report = add_papers(settings, [path])
    assert report.read == ("pack.zip/minutes.txt",)
    assert "damaged" in reasons(report)["pack.zip/report.txt"]
    assert "report.txt" not in unpacked_files(settings)


def test_a_word_document_is_no_archive(tmp_path: Path, settings: Settings) -> None:
    document = docx.Document()
    document.add_paragraph("RESOLVED that the ford at Nether Fell be closed.")
    document.save(str(tmp_path / "a.docx"))
    document.save(str(tmp_path / "b.zip"))
    report = add_papers(settings, [tmp_path / "a.docx", tmp_path / "b.zip"])
    assert report.read == ("a.docx",)
    assert ".docx" in reasons(report)["b.zip"]


def test_what_a_killed_process_left_is_swept_away(tmp_path: Path, settings: Settings) -> None:
    pack = a_zip(tmp_path / "pack.zip", minutes_txt=MINUTES)
    add_papers(settings, [pack])
    (folder,) = (settings.library / UNPACKED).iterdir()
    (folder / ".unpacking-x").mkdir()
    (folder / ".unpacking-x" / "half.txt").touch()
    add_papers(settings, [pack])
    assert not (folder / ".unpacking-x").exists()


def test_an_exempt_member_does_not_lie_in_a_public_library(
    tmp_path: Path, settings: Settings
) -> None:
    head = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local "
    exempt = f"{head}Government Act 1972\n\n{REPORT}"
    pack = a_zip(tmp_path / "pack.zip", secret_txt=exempt, minutes_txt=MINUTES)
    for _ in range(2):
        report = add_papers(settings, [pack])
        assert [problem.source for problem in report.exempt] == ["pack.zip/secret.txt"]
        assert "secret.txt" not in unpacked_files(settings)
        assert "minutes.txt" in unpacked_files(settings)
