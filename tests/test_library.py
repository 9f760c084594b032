import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from written import AGENDA, BLANK, MINUTES, REPORT, a_document

from corpus.database import FILE_NAME
from corpus.documents import Document, Origin, Page, Withheld
from corpus.errors import BadRequestError, LibraryError
from corpus.filters import Filters
from corpus.library import FileRecord, Library
from corpus.papers import Force, PaperKind, PaperStatus
from corpus.schema import MIGRATIONS
from corpus.structure import Structure, structure_of

PACK = a_document(AGENDA + BLANK + MINUTES + BLANK + REPORT, "2024/pack.txt")
LATER = a_document(
    MINUTES.replace("12 March 2024", "9 July 2024").replace("CABINET", "AUDIT COMMITTEE"),
    "later.txt",
)
UNREAD = FileRecord("scan.pdf", "/papers", "c", None, (), "it is an image. Scan it again.")


def a_record(document: Document) -> FileRecord:
    return FileRecord(
        document.source, "/papers", f"digest of {document.source}", document.format, (), None
    )


def put(library: Library, *documents: Document) -> None:
    with library.writing():
        for document in documents:
            library.put(a_record(document), document, structure_of(document))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library", create=True)
    put(opened, PACK, LATER)
    yield opened
    opened.close()


def test_where_a_file_came_from_and_what_was_kept_out_are_read_back(library: Library) -> None:
    origin = Origin("https://a.example/1.pdf", None, "Quillby Council", None, date(2024, 3, 12))
    pages = (Page(1, "11"), Page(2, confidence=87), Page(3, problem="it is damaged"))
    record = replace(
        UNREAD, pages=pages, origin=origin, withheld=(Withheld("exempt, paragraph 3", 4, 9),)
    )
    with library.writing():
        library.put(record, None, Structure())
    assert record in library.files()
    assert record.unread_pages == [pages[2]]


def test_a_library_is_public_until_exempt_papers_are_let_in(library: Library) -> None:
    assert library.is_public
    with library.writing():
        library.let_in_exempt()
    assert not library.is_public


def test_what_was_stored_is_what_is_read_back(library: Library) -> None:
    held = [structure_of(document) for document in (PACK, LATER)]
    assert library.papers() == [p for s in held for p in s.papers]
    assert library.passages() == [p for s in held for p in s.passages]
    assert sorted(d.id for d in library.decisions()) == sorted(
        d.id for s in held for d in s.decisions
    )
    assert set(library.decisions()) == {d for s in held for d in s.decisions}


def test_business_and_people_are_read_back(library: Library) -> None:
    held = [structure_of(document) for document in (PACK, LATER)]
    assert library.business() == [each for s in held for each in s.business]
    assert library.appearances() == [each for s in held for each in s.appearances]
    assert {each.person.name for each in library.appearances()} == {"Ada Quill", "Bram Oake"}


def test_a_vote_is_read_back_with_its_names(library: Library) -> None:
    business = (
        "RESOLVED that the ford be closed.\n\n    For (2): Councillors Quill and Oake\n"
        "    Against (1): Councillor Fenn"
    )
    voted = a_document(MINUTES.replace("RESOLVED that the ford be closed.", business), "voted.txt")
    put(library, voted)
    (decision,) = library.decisions(Filters(source="voted.txt"))
    assert decision.vote is not None
    assert decision.vote.names_in_favour == ("Quill", "Oake")
    assert (decision.vote.in_favour, decision.vote.against) == (2, 1)


def test_acronyms_are_those_that_the_papers_define(library: Library) -> None:
    text = MINUTES.replace("There were none.", "The Low Tarn Fund (LTF) is spent.")
    put(library, a_document(text, "fund.txt"))
    assert library.acronyms() == {"LTF": "Low Tarn Fund"}
    with library.writing():
        library.remove(["fund.txt"])
    assert library.acronyms() == {}


def test_a_draft_is_confirmed_by_minutes_that_are_added_later_and_only_while_they_are_held(
    library: Library,
) -> None:
    draft = MINUTES.replace("Minutes of the meeting", "DRAFT minutes of the meeting")
    put(library, a_document(draft, "draft.txt"))
    confirming = MINUTES.replace("12 March 2024", "14 May 2024").replace(
        "There were none.", "RESOLVED that the minutes of 12 March 2024 be confirmed."
    )

    def status() -> PaperStatus:
        return library.papers(Filters(source="draft.txt"))[0].status

    assert status() is PaperStatus.DRAFT
    put(library, a_document(confirming, "may.txt"))
    assert status() is PaperStatus.CONFIRMED
    with library.writing():
        library.remove(["may.txt"])
    assert status() is PaperStatus.DRAFT


def test_a_document_is_read_back_as_it_was_read(library: Library) -> None:
    assert library.document("2024/pack.txt") == PACK


def test_the_library_is_the_same_when_it_is_opened_again(library: Library) -> None:
    again = Library(library.folder)
    assert again.passages() == library.passages()
    assert again.files() == [a_record(PACK), a_record(LATER)]
    again.close()


def test_a_file_that_could_not_be_read_is_kept_with_the_reason(library: Library) -> None:
    with library.writing():
        library.put(UNREAD, None, Structure())
    assert UNREAD in library.files()
    with pytest.raises(BadRequestError, match=r"scan\.pdf is not in the library"):
        library.document("scan.pdf")


def test_a_document_that_is_not_held_is_asked_for_in_vain(library: Library) -> None:
    with pytest.raises(BadRequestError, match="status"):
        library.document("gone.txt")


def test_a_file_put_again_stands_in_place_of_what_it_was(library: Library) -> None:
    changed = a_document(MINUTES, PACK.source)
    put(library, changed)
    papers = [paper for paper in library.papers() if paper.source == PACK.source]
    assert [paper.kind for paper in papers] == [PaperKind.MINUTES]
    assert library.document(PACK.source) == changed


def test_a_file_that_is_removed_takes_all_that_came_from_it(library: Library) -> None:
    with library.writing():
        assert library.remove([PACK.source, "gone.txt", PACK.source]) == [PACK.source]
    assert {paper.source for paper in library.papers()} == {"later.txt"}
    assert {passage.paper.source for passage in library.passages()} == {"later.txt"}
    assert {decision.paper.source for decision in library.decisions()} == {"later.txt"}


@pytest.mark.parametrize(
    ("filters", "sources"),
    [
        (Filters(), {"2024/pack.txt", "later.txt"}),
        (Filters(council="tarnbrook council"), {"2024/pack.txt", "later.txt"}),
        (Filters(council="Nether Fell Council"), set()),
        (Filters(body="audit"), {"later.txt"}),
        (Filters(source="later.txt"), {"later.txt"}),
        (Filters(kind=PaperKind.REPORT), {"2024/pack.txt"}),
        (Filters(since=date(2024, 7, 9)), {"later.txt"}),
        (Filters(until=date(2024, 5, 14)), {"2024/pack.txt"}),
        (Filters(since=date(2024, 5, 15), until=date(2024, 7, 8)), set()),
    ],
)
def test_filters_admit_the_same_papers_passages_and_decisions(
    library: Library, filters: Filters, sources: set[str]
) -> None:
    assert {paper.source for paper in library.papers(filters)} == sources
    assert {passage.paper.source for passage in library.passages(filters)} == sources
    assert {decision.paper.source for decision in library.decisions(filters)} == sources


def test_the_date_of_a_filter_is_that_of_the_paper_and_not_of_its_file(library: Library) -> None:
    march = Filters(since=date(2024, 3, 1), until=date(2024, 3, 31))
    assert [paper.kind for paper in library.papers(march)] == [PaperKind.MINUTES]


def test_decisions_come_oldest_first(library: Library) -> None:
    days = [decision.paper.meeting.held_on for decision in library.decisions()]
    assert days == [date(2024, 3, 12), date(2024, 5, 14), date(2024, 7, 9)]


def test_decisions_are_admitted_by_their_force(library: Library) -> None:
    proposed = library.decisions(forces=[Force.PROPOSED])
    assert [decision.paper.kind for decision in proposed] == [PaperKind.REPORT]


def test_decisions_about_a_subject_hold_each_of_its_words(library: Library) -> None:
    assert len(library.decisions(about="ferries")) == 0
    assert len(library.decisions(about="the ford closed")) == 2
    assert len(library.decisions(about="mended bridges")) == 1


def test_a_transaction_that_fails_leaves_the_last_good_state(library: Library) -> None:
    before = library.passages()

    def half_an_adding() -> None:
        with library.writing():
            library.remove([PACK.source])
            library.set_generation("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_an_adding()
    assert library.passages() == before
    assert library.generation is None


def test_what_is_not_yet_whole_is_not_seen_by_others(library: Library) -> None:
    other = Library(library.folder)
    with library.writing():
        library.remove([PACK.source])
        assert len(other.files()) == 2
    assert len(other.files()) == 1
    other.close()


def test_the_version_changes_when_another_process_has_written(library: Library) -> None:
    other = Library(library.folder)
    before = other.version()
    assert other.version() == before
    with library.writing():
        library.set_generation("new")
    assert other.version() != before
    assert other.generation == "new"
    other.close()


def test_what_an_embedder_is_called_is_remembered(library: Library) -> None:
    assert library.embedder("model") is None
    with library.writing():
        library.remember_embedder("model", "subjects 1", 4)
    assert library.embedder("model") == ("subjects 1", 4)


def test_a_folder_without_a_library_is_refused_with_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"no library.*add PATH"):
        Library(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_library_of_a_newer_program_is_refused_and_left_alone(library: Library) -> None:
    file = library.folder / FILE_NAME
    library.close()
    with sqlite3.connect(file) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    with pytest.raises(LibraryError, match="newer program"):
        Library(library.folder)


def test_a_library_of_an_older_program_is_brought_up_to_date(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.executescript(f"{MIGRATIONS[0]} PRAGMA user_version = 1;")
    db.execute("INSERT INTO files (source, root, digest) VALUES ('old.txt', '/papers', 'd')")
    db.commit()
    db.close()
    library = Library(tmp_path)
    assert [record.source for record in library.files()] == ["old.txt"]
    assert library.embedder("model") is None
    library.close()


def test_pages_that_an_older_program_could_not_read_are_still_named(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.executescript("".join((*MIGRATIONS[:3], "PRAGMA user_version = 3;")))
    db.executescript(
        "INSERT INTO files (source, root, digest, pages, unread_pages)"
        " VALUES ('a.pdf', '/', 'd', 3, '[2]'), ('b.txt', '/', 'd', NULL, '[]');"
    )
    db.close()
    library = Library(tmp_path)
    pdf, text = library.files()
    assert pdf.pages == (Page(1), Page(2, problem="no text"), Page(3))
    assert text.pages == ()
    library.close()


def test_a_file_that_is_no_library_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("not a database, but long enough to be taken for one" * 100)
    with pytest.raises(LibraryError, match=r"cannot be opened.*move it away"):
        Library(tmp_path)


def test_a_library_damaged_in_the_middle_is_refused_when_it_is_read(library: Library) -> None:
    file = library.folder / FILE_NAME
    library.close()
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    damaged = Library(library.folder)
    with pytest.raises(LibraryError, match=r"cannot be read.*move it away"):
        damaged.passages()
    damaged.close()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.touch()
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library(in_the_way / "library", create=True)
