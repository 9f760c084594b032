import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from council_site import (
    COUNCIL,
    TEST_PAGE,
    Answer,
    CouncilSite,
    FakeClock,
    Item,
    Meeting,
    Paper,
    a_pdf,
    served,
)
from tarnbrook_site import AGENDA, HELD_ON, MINUTES, PACK, REPORT, SECRET, TODAY, tarnbrook

from corpus.errors import BadRequestError, LibraryBusyError, LibraryError, SiteError
from corpus.sites.client import PoliteClient
from corpus.sites.fetching import FetchReport, Plan, fetch
from corpus.sites.finding import site_at
from corpus.sites.manners import Manner
from corpus.sites.publishing import Wanted
from corpus.sites.record import NAME, read_record

ROOT = Path(__file__).parents[1]
FETCH = """
import sys
from datetime import date
from pathlib import Path
from corpus.sites.client import PoliteClient
from corpus.sites.fetching import Plan, fetch
from corpus.sites.finding import site_at
from corpus.sites.manners import Manner
from corpus.sites.publishing import Wanted

client = PoliteClient(Manner(pause=0))
period = Wanted(date(2024, 1, 1), date(2024, 12, 31))
plan = Plan(Path(sys.argv[2]), date(2024, 3, 20))
fetch(site_at(client, sys.argv[1]), client, period, plan, lambda _: None)
"""
PERIOD = Wanted(date(2024, 1, 1), date(2024, 12, 31))
FILES = [
    "Cabinet/2024-03-12/Agenda.pdf",
    "Cabinet/2024-03-12/Bus Shelters.pdf",
    "Cabinet/2024-03-12/Minutes.pdf",
]


@pytest.fixture
def site() -> Iterator[CouncilSite]:
    with served(tarnbrook()) as site:
        yield site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "fetched"


def fetched(
    site: CouncilSite,
    folder: Path,
    wanted: Wanted = PERIOD,
    today: date = TODAY,
    address: str = "",
    **plan: object,
) -> FetchReport:
    """What comes of fetching, by a program that is started anew."""
    client = PoliteClient(Manner(pause=0), FakeClock())
    found = site_at(client, address or site.base)
    return fetch(found, client, wanted, Plan(folder, today, **plan), lambda _: None)  # type: ignore[arg-type]


def files_in(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    )


def asked_for(site: CouncilSite) -> list[str]:
    """The documents that were asked for since this was last called."""
    documents = [path for path in site.paths() if "/documents/" in path]
    site.asked.clear()
    return documents


def test_agenda_reports_and_minutes_are_fetched_under_names_that_tell_them(
    site: CouncilSite, folder: Path
) -> None:
    report = fetched(site, folder)
    assert files_in(folder) == sorted(report.fetched) == FILES
    assert (folder / FILES[1]).read_bytes() == site.documents[REPORT]


def test_only_meetings_in_the_period_are_looked_through(site: CouncilSite, folder: Path) -> None:
    assert fetched(site, folder).meetings == 1
    assert not any("lMeetingId=12" in path for _, path in site.asked)


def test_a_restricted_paper_is_never_fetched(site: CouncilSite, folder: Path) -> None:
    report = fetched(site, folder)
    assert report.restricted == 1
    assert not any("22719" in path for path in site.paths())


def test_a_restricted_paper_that_has_an_address_by_mistake_is_never_fetched(
    site: CouncilSite, folder: Path
) -> None:
    paper = replace(SECRET, address=f"{site.base}documents/s22719/Land.pdf")
    site.meetings[0].items[2].papers[:] = [paper]
    site.documents["documents/s22719/Land.pdf"] = a_pdf("secret")
    assert fetched(site, folder).restricted == 1
    assert "/documents/s22719/Land.pdf" not in asked_for(site)


def test_a_paper_of_a_restricted_item_is_never_fetched(site: CouncilSite, folder: Path) -> None:
    site.meetings[0].items[2].papers[:] = [Paper(22720, "Plan of the land")]
    assert fetched(site, folder).restricted == 1
    assert not any("22720" in path for path in asked_for(site))


def test_a_paper_that_was_closed_since_is_deleted(site: CouncilSite, folder: Path) -> None:
    fetched(site, folder)
    site.meetings[0].items[1].papers[0] = replace(
        site.meetings[0].items[1].papers[0], restricted=True
    )
    assert fetched(site, folder).withdrawn == [FILES[1]]
    assert files_in(folder) == [FILES[0], FILES[2]]


def test_what_did_not_change_is_not_fetched_again(site: CouncilSite, folder: Path) -> None:
    fetched(site, folder)
    asked_for(site)
    again = fetched(site, folder)
    assert (again.fetched, sorted(again.unchanged)) == ([], FILES)
    assert f"/{REPORT}" not in asked_for(site)


def test_without_etags_only_what_is_listed_otherwise_is_fetched_again(
    site: CouncilSite, folder: Path
) -> None:
    site.validators = False
    fetched(site, folder)
    asked_for(site)
    assert fetched(site, folder).fetched == []
    assert asked_for(site) == []


def test_minutes_that_changed_on_the_site_are_fetched_again(
    site: CouncilSite, folder: Path
) -> None:
    fetched(site, folder)
    site.documents[MINUTES] = a_pdf("MINUTES, corrected")
    assert fetched(site, folder).fetched == [FILES[2]]
    assert (folder / FILES[2]).read_bytes() == site.documents[MINUTES]


def test_late_minutes_are_found_weeks_after_the_meeting(site: CouncilSite, folder: Path) -> None:
    packs = site.meetings[0].packs
    late = {"Printed minutes": packs.pop("Printed minutes")}
    assert FILES[2] not in fetched(site, folder).fetched
    packs |= late
    assert fetched(site, folder, today=HELD_ON + timedelta(weeks=6)).fetched == [FILES[2]]


def test_a_meeting_long_past_is_left_alone_once_it_was_looked_through(
    site: CouncilSite, folder: Path
) -> None:
    later = HELD_ON + timedelta(weeks=13)
    fetched(site, folder, today=later)
    site.asked.clear()
    assert fetched(site, folder, today=later).settled == 1
    assert not any("GetMeeting?" in path for _, path in site.asked)


def test_a_file_that_was_deleted_is_fetched_again(site: CouncilSite, folder: Path) -> None:
    fetched(site, folder)
    (folder / FILES[1]).unlink()
    assert fetched(site, folder).fetched == [FILES[1]]


def test_a_run_that_was_killed_goes_on_where_it_was(site: CouncilSite, folder: Path) -> None:
    site.held_back = f"/{MINUTES}"
    process = subprocess.Popen([sys.executable, "-c", FETCH, site.base, str(folder)], cwd=ROOT)
    assert site.reached.wait(60)
    process.kill()
    process.wait()
    site.released.set()
    site.held_back = None
    assert files_in(folder) == [FILES[0]]
    report = fetched(site, folder)
    assert (report.fetched, report.unchanged) == ([FILES[2], FILES[1]], [FILES[0]])
    assert not (folder / ".part").exists()


def test_a_site_that_begins_to_refuse_is_asked_no_further(site: CouncilSite, folder: Path) -> None:
    site.always[f"/{AGENDA}"] = Answer(503, TEST_PAGE)
    report = fetched(site, folder)
    assert report.stopped is not None
    assert "does not let this program in" in report.stopped
    assert asked_for(site) == [f"/{AGENDA}".replace(" ", "%20")]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(403, "Forbidden"), "does not give it to programs"),
        (Answer(404), "HTTP 404"),
        (Answer(500, "error"), "HTTP 500"),
        (Answer(200, "<!DOCTYPE html><html>Log in</html>"), "web page in place of the document"),
        (Answer(200, b"\x89PNG\r\n", "image/png"), "neither a PDF nor a Word document"),
    ],
)
def test_a_paper_that_cannot_be_had_is_reported_and_stops_nothing(
    site: CouncilSite, folder: Path, answer: Answer, why: str
) -> None:
    site.always[f"/{REPORT}"] = answer
    report = fetched(site, folder)
    (failure,) = report.failed
    assert "Bus Shelters" in failure.what
    assert why in failure.reason
    assert files_in(folder) == [FILES[0], FILES[2]]


def test_a_pdf_is_known_by_its_content_whatever_it_is_called(
    site: CouncilSite, folder: Path
) -> None:
    site.always[f"/{REPORT}"] = Answer(200, a_pdf("a report"), "text/html")
    assert FILES[1] in fetched(site, folder).fetched


def test_papers_that_robots_txt_forbids_are_reported(site: CouncilSite, folder: Path) -> None:
    site.robots = "User-agent: *\nDisallow: /documents/s"
    report = fetched(site, folder)
    assert "robots.txt" in report.failed[0].reason
    assert not any("/documents/s" in path for path in site.paths())


def test_a_paper_on_another_site_is_left_there(site: CouncilSite, folder: Path) -> None:
    elsewhere = ("http://other.example/plan.pdf", "http://[bad/", "mailto:clerk@other.example")
    papers = [Paper(5 + n, "Plan", address=address) for n, address in enumerate(elsewhere)]
    site.meetings[0].items[1].papers += papers
    report = fetched(site, folder)
    assert [note.reason.rpartition(" ")[2] for note in report.notes] == list(elsewhere)
    assert files_in(folder) == FILES


def test_a_paper_under_the_sites_other_name_is_fetched(site: CouncilSite, folder: Path) -> None:
    with served(tarnbrook()) as other:
        address = f"{other.base}documents/s22710/Bus%20Shelters.pdf"
        site.meetings[0].items[1].papers[0] = Paper(22710, "Bus Shelters", address=address)
        fetched(site, folder)
        assert other.paths() == ["/robots.txt", "/documents/s22710/Bus%20Shelters.pdf"]
    assert files_in(folder) == FILES


def test_a_meeting_without_papers_is_no_failure(site: CouncilSite, folder: Path) -> None:
    site.meetings = [Meeting(1, 461, HELD_ON)]
    report = fetched(site, folder)
    assert (report.meetings, report.fetched, report.failed) == (1, [], [])


def test_a_meeting_that_cannot_be_listed_stops_no_other(site: CouncilSite, folder: Path) -> None:
    site.soap_is_on = site.pages_are_on = False
    other = Meeting(3677, 461, HELD_ON + timedelta(days=7))
    site.meetings.append(other)
    fault = Answer(500, "error")
    site.answers["/mgWebService.asmx/GetMeeting"] = [fault]
    report = fetched(site, folder)
    assert report.meetings == 1
    assert "HTTP 500" in report.failed[0].reason


def test_committees_are_chosen_by_a_part_of_their_name(site: CouncilSite, folder: Path) -> None:
    site.meetings.append(Meeting(3700, 141, HELD_ON))
    fetched(site, folder, replace(PERIOD, committees=("young people",)))
    asked = [path for _, path in site.asked if "GetMeeting" in path]
    assert [path.partition("GetMeeting")[2][:17] for path in asked] == [
        "s?lCommitteeId=14",
        "?lMeetingId=3700",
    ]


def test_a_committee_that_the_site_does_not_have_is_told(site: CouncilSite, folder: Path) -> None:
    with pytest.raises(BadRequestError, match="Cabinet, Children's & Young People Panel"):
        fetched(site, folder, replace(PERIOD, committees=("Fishing",)))


def test_of_two_papers_of_one_name_each_keeps_its_own(site: CouncilSite, folder: Path) -> None:
    site.meetings[0].items[1].papers.append(Paper(22711, "Bus shelters"))
    site.documents["documents/s22711/Bus shelters.pdf"] = a_pdf("another")
    first = fetched(site, folder)
    assert "Cabinet/2024-03-12/Bus shelters (s22711).pdf" in first.fetched
    (folder / NAME).unlink()
    assert sorted(fetched(site, folder).fetched) == sorted(first.fetched)


def test_names_are_safe_on_every_computer(site: CouncilSite, folder: Path) -> None:
    site.committees[461] = "../Planning: North/South?"
    site.meetings[0].items[1].papers[0] = Paper(22710, "CON", address=f"{site.base}{REPORT}")
    report = fetched(site, folder)
    assert "Planning North South/2024-03-12/CON paper.pdf" in report.fetched


def test_the_record_tells_where_each_file_came_from(site: CouncilSite, folder: Path) -> None:
    fetched(site, folder)
    origin = read_record(folder).origins()[FILES[1]]
    assert origin.address == f"{site.base}documents/s22710/Bus%20Shelters.pdf"
    assert origin.meeting_address == f"{site.base}ieListDocuments.aspx?CId=461&MId=3676&Ver=4"
    assert (origin.council, origin.body, origin.held_on) == (COUNCIL, "Cabinet", HELD_ON)


def test_minutes_among_the_papers_of_an_agenda_are_of_another_meeting(
    site: CouncilSite, folder: Path
) -> None:
    site.meetings[0].items[1].papers.append(Paper(9, "Minutes of previous meeting"))
    site.documents["documents/s9/Minutes of previous meeting.pdf"] = a_pdf("MINUTES")
    fetched(site, folder)
    origin = read_record(folder).origins()["Cabinet/2024-03-12/Minutes of previous meeting.pdf"]
    assert (origin.council, origin.body, origin.held_on) == (COUNCIL, None, None)


def test_a_council_that_the_pages_do_not_name_may_be_told(site: CouncilSite, folder: Path) -> None:
    fetched(site, folder, council="Quillby Town Council")
    assert read_record(folder).origins()[FILES[0]].council == "Quillby Town Council"


@pytest.mark.parametrize(
    "told", ["{", "[]", '{"version": 9}', '{"version": 1, "files": [{"path": "../x"}]}']
)
def test_a_broken_record_is_told_and_not_written_over(
    site: CouncilSite, folder: Path, told: str
) -> None:
    folder.mkdir()
    (folder / NAME).write_text(told)
    with pytest.raises(LibraryError, match="cannot be read"):
        fetched(site, folder)
    assert (folder / NAME).read_text() == told


def test_the_record_holds_no_path_outside_the_folder(site: CouncilSite, folder: Path) -> None:
    fetched(site, folder)
    told = json.loads((folder / NAME).read_text())
    told["files"][0]["path"] = "../../papers.pdf"
    (folder / NAME).write_text(json.dumps(told))
    with pytest.raises(LibraryError, match="outside the folder"):
        read_record(folder)


def test_two_runs_do_not_fetch_into_one_folder(site: CouncilSite, folder: Path) -> None:
    from filelock import FileLock

    folder.mkdir()
    with FileLock(folder / ".lock"), pytest.raises(LibraryBusyError):
        fetched(site, folder)


def test_a_trial_writes_nothing(site: CouncilSite, folder: Path) -> None:
    report = fetched(site, folder, is_trial=True)
    assert len(report.fetched) == 3
    assert asked_for(site) == []
    assert not folder.exists()


def test_a_reports_pack_is_fetched_where_there_is_no_agenda_by_itself(
    site: CouncilSite, folder: Path
) -> None:
    site.meetings[0].packs.pop("Agenda frontsheet")
    assert "Cabinet/2024-03-12/Reports pack.pdf" in fetched(site, folder).fetched
    assert any("Public" in path for path in asked_for(site)), PACK


def test_minutes_kept_item_by_item_become_a_page_with_headings(
    site: CouncilSite, folder: Path
) -> None:
    meeting = site.meetings[0]
    meeting.packs.pop("Printed minutes")
    meeting.items[1] = Item(
        "Bus &amp; tram shelters",
        number=7,
        minute=61,
        minutes="<div><p onclick='x()'><b>RESOLVED</b> that four be replaced.</p>"
        "<script>x</script></div>",
    )
    meeting.items[2] = replace(meeting.items[2], minutes="<p>Sold for a song.</p>")
    fetched(site, folder)
    page = (folder / "Cabinet/2024-03-12/Minutes.html").read_text("utf-8")
    assert "<h3>61 Bus &amp; tram shelters</h3>" in page
    assert "<p><b>RESOLVED</b> that four be replaced.</p>" in page
    assert "Minutes of the meeting of the Cabinet held on 12 March 2024" in page
    assert "song" not in page
    assert fetched(site, folder).fetched == []


def test_minutes_that_are_not_published_are_left_alone(site: CouncilSite, folder: Path) -> None:
    meeting = site.meetings[0]
    meeting.packs.pop("Printed minutes")
    meeting.items[1] = replace(meeting.items[1], minutes="<p>Not yet.</p>")
    meeting.minutes_published = False
    fetched(site, folder)
    assert not any("Minutes" in path for path in files_in(folder))


def test_decisions_are_taken_where_there_are_no_minutes(site: CouncilSite, folder: Path) -> None:
    meeting = site.meetings[0]
    meeting.packs.pop("Printed minutes")
    meeting.items[1] = replace(meeting.items[1], decision="<p>Approved</p>")
    fetched(site, folder)
    assert "Approved" in (folder / "Cabinet/2024-03-12/Decisions.html").read_text("utf-8")


def test_soap_is_asked_where_get_is_off(site: CouncilSite, folder: Path) -> None:
    site.get_is_on = False
    assert fetched(site, folder).fetched == fetched(site, folder).unchanged
    assert ("POST", "/mgWebService.asmx") in site.asked
    assert not any("mgListCommittees" in path for path in site.paths())


def test_pages_are_read_where_the_service_is_off(site: CouncilSite, folder: Path) -> None:
    site.get_is_on = site.soap_is_on = False
    report = fetched(site, folder)
    assert files_in(folder) == FILES
    assert report.restricted == 1
    assert not any("22719" in path for path in site.paths())
    origin = read_record(folder).origins()[FILES[1]]
    assert (origin.council, origin.body, origin.held_on) == (COUNCIL, "Cabinet", HELD_ON)


def test_pages_are_read_where_robots_txt_forbids_the_service(
    site: CouncilSite, folder: Path
) -> None:
    site.robots = "User-agent: *\nDisallow: /mgWebService.asmx"
    fetched(site, folder)
    assert files_in(folder) == FILES
    assert not any("WebService" in path for path in site.paths())


def test_a_service_that_answers_with_a_web_page_is_off(site: CouncilSite, folder: Path) -> None:
    site.always["/mgWebService.asmx/GetCommittees"] = Answer(200, "<html>Sorry</html>")
    site.soap_is_on = False
    fetched(site, folder)
    assert files_in(folder) == FILES


def test_each_committee_is_asked_where_the_service_knows_no_list_of_all_meetings(
    site: CouncilSite, folder: Path
) -> None:
    site.soap_is_on = False
    site.always["/mgWebService.asmx/GetAllMeetingsByDate"] = Answer(500, "not valid")
    fetched(site, folder)
    assert files_in(folder) == FILES


def test_dates_are_sent_day_first(site: CouncilSite, folder: Path) -> None:
    fetched(site, folder)
    asked = next(path for _, path in site.asked if "GetAllMeetingsByDate" in path)
    assert "sFromDate=01/01/2024&sToDate=31/12/2024" in asked


def test_meetings_that_were_not_asked_for_are_left_out_again(
    site: CouncilSite, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "_between", lambda query: site.meetings)
    assert fetched(site, folder).meetings == 1


@pytest.mark.parametrize(
    "page",
    [
        "",
        "mgListCommittees.aspx",
        "ieListMeetings.aspx?CId=461&Year=2024",
        "ieListDocuments.aspx?CId=461&MId=3676&Ver=4",
        "mgWebService.asmx?op=GetCommittees",
        "documents/s22710/Bus%20Shelters.pdf",
    ],
)
def test_any_page_of_the_site_leads_to_it(folder: Path, page: str) -> None:
    site = tarnbrook()
    site.folder = "/moderngov/"
    with served(site):
        assert fetched(site, folder, address=site.base + page).fetched


def test_a_councils_home_page_leads_to_its_site(site: CouncilSite, folder: Path) -> None:
    link = f'<a href="{site.base}ieDocHome.aspx">Meetings</a>'
    with served(CouncilSite(get_is_on=False, soap_is_on=False)) as home:
        home.always["/"] = Answer(200, f"<html><body>{link}</body></html>")
        fetched(site, folder, address=home.base)
    assert files_in(folder) == FILES


def test_a_page_of_no_known_system_is_told(folder: Path) -> None:
    with served(CouncilSite(get_is_on=False, soap_is_on=False)) as other:
        other.always["/"] = Answer(200, "<html><body><p>Welcome</p></body></html>")
        with pytest.raises(SiteError, match="neither Modern"):
            fetched(other, folder)
