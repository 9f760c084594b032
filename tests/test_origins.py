from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from written import a_document

from assistant.as_json import to_json
from assistant.citing import link
from assistant.filing.adding import add_papers
from assistant.opening import open_assistant
from assistant.settings import Settings
from corpus.documents import Origin, Span
from corpus.library import Library
from corpus.packs.origins import with_origin
from corpus.papers import Meeting, PaperKind
from corpus.sites.record import NAME, Fetched, FetchRecord, write_record
from corpus.structure import structure_of

DAY, OTHER_DAY = date(2024, 3, 12), date(2024, 2, 6)
ORIGIN = Origin(
    "https://papers.tarnbrook.example/documents/s1/Buses.pdf",
    "https://papers.tarnbrook.example/ieListDocuments.aspx?MId=9",
    "Tarnbrook District Council",
    "Cabinet",
    DAY,
)
NOTE = "BUS SHELTERS\n\nThe shelters at Nether Fell are forty years old and leak.\n"
NOTHING = Meeting(None, None, None)
AGENDA, MINUTES, REPORT = PaperKind.AGENDA, PaperKind.MINUTES, PaperKind.REPORT


def test_what_a_paper_does_not_say_is_taken_from_its_origin() -> None:
    (paper,) = structure_of(a_document(NOTE), ORIGIN).papers
    assert paper.meeting == Meeting("Tarnbrook District Council", "Cabinet", DAY)


def test_what_a_paper_says_goes_before_its_origin() -> None:
    minutes = dedent("""
        QUILLBY TOWN COUNCIL

        MINUTES of a meeting of the HARBOUR BOARD held on Tuesday, 6 February 2024

        12 APOLOGIES

        There were none.
        """)
    (paper,) = structure_of(a_document(minutes), ORIGIN).papers
    assert paper.meeting == Meeting("Quillby Town Council", "Harbour Board", OTHER_DAY)


@pytest.mark.parametrize(
    ("own", "completed"),
    [
        (Meeting(None, "Cabinet", None), Meeting("Tarnbrook District Council", "Cabinet", DAY)),
        (Meeting(None, None, DAY), Meeting("Tarnbrook District Council", "Cabinet", DAY)),
        (
            Meeting(None, "Harbour Board", None),
            Meeting("Tarnbrook District Council", "Harbour Board", None),
        ),
        (
            Meeting(None, None, OTHER_DAY),
            Meeting("Tarnbrook District Council", None, OTHER_DAY),
        ),
    ],
)
def test_body_and_date_are_taken_only_where_they_are_of_the_same_meeting(
    own: Meeting, completed: Meeting
) -> None:
    assert with_origin([REPORT], [own], ORIGIN) == [completed]


def test_minutes_beside_an_agenda_are_of_an_earlier_meeting() -> None:
    agenda, minutes = with_origin([AGENDA, MINUTES], [NOTHING, NOTHING], ORIGIN)
    assert agenda == Meeting("Tarnbrook District Council", "Cabinet", DAY)
    assert minutes == Meeting("Tarnbrook District Council", None, None)


def test_only_the_first_paper_of_a_file_is_of_its_meeting() -> None:
    first, second = with_origin([REPORT, REPORT], [NOTHING, NOTHING], ORIGIN)
    assert first.held_on == DAY
    assert second == Meeting("Tarnbrook District Council", None, None)


def test_a_citation_links_to_the_councils_site() -> None:
    on_page = Span("Buses.pdf", 0, 9, None, None, 12)
    assert link(on_page, ORIGIN) == f"{ORIGIN.address}#page=12"
    on_lines = Span("Buses.html", 0, 9, 1, 2, None)
    assert link(on_lines, replace(ORIGIN, address=f"{ORIGIN.address}#top")) == ORIGIN.address


@pytest.fixture
def fetched(tmp_path: Path) -> Path:
    """A folder with a paper that was fetched, and one that was put beside it."""
    folder = tmp_path / "fetched"
    (folder / "Cabinet").mkdir(parents=True)
    (folder / "Cabinet" / "Buses.txt").write_text(NOTE)
    (folder / "Cabinet" / "Trams.txt").write_text(NOTE.replace("BUS", "TRAM"))
    write(folder, ORIGIN)
    return folder


def write(folder: Path, origin: Origin) -> None:
    file = Fetched("Cabinet/Buses.txt", "s1", "9", "", origin)
    write_record(folder, FetchRecord({"s1": file}))


def origins_in(settings: Settings) -> dict[str, Origin | None]:
    """The origin of each file that the library holds, as the file and its papers tell it."""
    library = Library(settings.library)
    origins = {record.source: record.origin for record in library.files()}
    assert origins == {paper.source: paper.origin for paper in library.papers()}
    library.close()
    return origins


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "library", "none", "none")


def test_adding_finds_where_files_were_fetched_from(fetched: Path, settings: Settings) -> None:
    add_papers(settings, [fetched])
    assert origins_in(settings) == {"Cabinet/Buses.txt": ORIGIN, "Cabinet/Trams.txt": None}


def test_the_record_is_found_above_the_folder_that_is_added(
    fetched: Path, settings: Settings
) -> None:
    add_papers(settings, [fetched / "Cabinet"])
    assert origins_in(settings) == {"Buses.txt": ORIGIN, "Trams.txt": None}


def test_a_file_whose_origin_changed_is_read_again(fetched: Path, settings: Settings) -> None:
    add_papers(settings, [fetched])
    write(fetched, replace(ORIGIN, body="Harbour Board"))
    report = add_papers(settings, [fetched])
    assert (report.read, report.unchanged) == (("Cabinet/Buses.txt",), ("Cabinet/Trams.txt",))


def test_a_record_that_cannot_be_read_is_told_and_keeps_no_paper_out(
    fetched: Path, settings: Settings
) -> None:
    (fetched / NAME).write_text("{")
    report = add_papers(settings, [fetched])
    assert len(report.read) == 2
    assert NAME in report.notices[0]


def test_an_answer_tells_where_its_papers_are_published(fetched: Path, settings: Settings) -> None:
    (fetched / "Cabinet" / "Trams.txt").unlink()
    add_papers(settings, [fetched])
    reply = to_json(open_assistant(settings).ask("How old are the shelters at Nether Fell?"))
    citation = [*reply["citations"], *reply["related"]][0]
    assert citation["link"] == ORIGIN.address
    assert citation["meeting_link"] == ORIGIN.meeting_address
