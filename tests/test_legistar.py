import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from council_site import Answer, CouncilSite, FakeClock, a_pdf, served

from corpus.errors import BadRequestError, SiteError
from corpus.sites.client import PoliteClient
from corpus.sites.fetching import FetchReport, Plan, fetch
from corpus.sites.finding import site_at
from corpus.sites.legistar import PAGE, api_of
from corpus.sites.manners import Manner
from corpus.sites.publishing import Wanted
from corpus.sites.record import read_record

EVENTS, ITEMS = "/v1/quillby/events", "/v1/quillby/events/31/eventitems"
PERIOD = Wanted(date(2024, 1, 1), date(2024, 12, 31))


def rows(*records: dict[str, object]) -> Answer:
    return Answer(200, json.dumps(records), "application/json")


def an_event(number: int, day: str = "2024-05-14", **more: object) -> dict[str, object]:
    return {
        "EventId": number,
        "EventBodyName": "Harbour Board",
        "EventDate": f"{day}T00:00:00",
        "EventAgendaFile": None,
        **more,
    }


@pytest.fixture
def site() -> Iterator[CouncilSite]:
    with served(
        CouncilSite(documents={"agenda.pdf": a_pdf("AGENDA"), "quay.pdf": a_pdf("Quay")})
    ) as site:
        files = {"EventAgendaFile": f"{site.base}agenda.pdf", "EventInSiteURL": f"{site.base}m/31"}
        site.always[EVENTS] = rows(an_event(31, **files), an_event(32, "2023-01-01"))
        shown = {"MatterAttachmentId": 7, "MatterAttachmentName": "Quay repairs"}
        shown["MatterAttachmentHyperlink"] = f"{site.base}quay.pdf"
        closed = {**shown, "MatterAttachmentId": 8, "MatterAttachmentShowOnInternetPage": False}
        attached = {"EventItemTitle": "Quay", "EventItemMatterAttachments": [shown, closed]}
        site.always[ITEMS] = rows(attached)
        yield site


def fetched(site: CouncilSite, folder: Path, wanted: Wanted = PERIOD) -> FetchReport:
    client = PoliteClient(Manner(pause=0), FakeClock())
    found = site_at(client, f"{site.base}v1/quillby")
    return fetch(found, client, wanted, Plan(folder, date(2024, 6, 1)), lambda _: None)


def test_agendas_and_attachments_are_fetched(site: CouncilSite, tmp_path: Path) -> None:
    report = fetched(site, tmp_path)
    assert report.fetched == [
        "Harbour Board/2024-05-14/Agenda.pdf",
        "Harbour Board/2024-05-14/Quay repairs.pdf",
    ]
    assert report.restricted == 1
    origin = read_record(tmp_path).origins()["Harbour Board/2024-05-14/Quay repairs.pdf"]
    assert (origin.address, origin.meeting_address) == (f"{site.base}quay.pdf", f"{site.base}m/31")
    assert (origin.body, origin.held_on) == ("Harbour Board", date(2024, 5, 14))


def test_more_meetings_than_the_api_gives_at_once_are_asked_for(
    site: CouncilSite, tmp_path: Path
) -> None:
    many = [an_event(number, "2020-01-01") for number in range(PAGE)]
    site.answers[EVENTS] = [rows(*many)]
    assert fetched(site, tmp_path).meetings == 1
    assert "%24skip=1000" in site.asked[-5][1] + site.asked[-4][1]


def test_a_body_that_the_site_does_not_have_is_told(site: CouncilSite, tmp_path: Path) -> None:
    with pytest.raises(BadRequestError, match="Harbour Board"):
        fetched(site, tmp_path, Wanted(PERIOD.since, PERIOD.until, ("Library",)))


@pytest.mark.parametrize("answer", ["not JSON", '{"Message": "Token is required"}'])
def test_an_answer_that_is_no_list_is_told(site: CouncilSite, tmp_path: Path, answer: str) -> None:
    site.always[EVENTS] = Answer(200, answer, "application/json")
    with pytest.raises(SiteError, match=r"not JSON|token"):
        fetched(site, tmp_path)


def test_a_site_is_known_by_its_host() -> None:
    assert api_of("https://quillby.legistar.com/Calendar.aspx") == (
        "https://webapi.legistar.com/v1/quillby/"
    )
    assert api_of("https://papers.tarnbrook.example/") is None
