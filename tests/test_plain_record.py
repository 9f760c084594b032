"""The register, the papers and what is told of them, without a script."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_papers import CLOSED, library_with_papers
from plain_pages import client_of, keywords_alone, page
from starlette.testclient import TestClient
from tarnbrook import PAPERS, an_assistant

from assistant.desk import opened as desk
from assistant.filing.adding import add_papers

NOT_PUBLIC = "This library may hold exempt papers: it is not for the public."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The papers of Tarnbrook."""
    folder = tmp_path_factory.mktemp("record")
    an_assistant(folder, PAPERS)
    yield folder / "library"
    desk.close()


@pytest.fixture
def client(library: Path) -> TestClient:
    return client_of(library)


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[TestClient]:
    """A library into which an exempt report was let."""
    library = library_with_papers(tmp_path)
    papers = tmp_path / "closed"
    papers.mkdir()
    (papers / "offer.txt").write_text(CLOSED)
    add_papers(keywords_alone(library), [papers], with_exempt=True)
    desk.close()
    yield client_of(library)
    desk.close()


def test_what_was_not_decided_is_not_among_what_was(client: TestClient) -> None:
    decided = page(client, "decisions")
    assert "free of charge on Sundays" not in decided.text
    assert "ice rink be sold" not in decided.text
    lost = page(client, "decisions", force="not-decided")
    assert "Lost, not carried" in lost.text
    assert "free of charge on Sundays" in lost.text


def test_every_decision_opens_in_its_place(client: TestClient) -> None:
    shown = page(client, "decisions", force="all")
    links = shown.links("Open ")
    assert len(links) == len(shown.all("//article")) > 5
    for link in links:
        source = page(client, link)
        assert source.status == 200
        assert source.all("//mark")


def test_decisions_are_narrowed_by_words_filters_and_order(client: TestClient) -> None:
    shown = page(client, "decisions", about="allotment", since="2024-04-01", order="newest")
    assert len(shown.all("//article")) == 2
    assert [each.text_content()[:12] for each in shown.all("//h2")] == [
        "9 July 2024,",
        "16 April 202",
    ]
    assert shown.all("//input[@name='about']")[0].get("value") == "allotment"
    assert shown.all("//details[@open]//input[@name='since']")


def test_a_subject_is_followed_over_meetings(client: TestClient) -> None:
    shown = page(client, "decisions", about="allotment rents", show="timeline")
    assert [each.text_content()[:12] for each in shown.all("//main//ol/li/h2")] == [
        "12 March 202",
        "16 April 202",
        "9 July 2024,",
    ]
    told = json.loads(client.get(shown.links("Download these as JSON")[0]).text)
    assert told["about"] == "allotment rents"


def test_the_decisions_shown_are_downloaded_as_csv_and_json(client: TestClient) -> None:
    shown = page(client, "decisions", about="ferry", force="all")
    table = client.get(shown.links("Download these as CSV")[0])
    assert table.headers["content-disposition"] == 'attachment; filename="decisions.csv"'
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    told = json.loads(client.get(shown.links("Download these as JSON")[0]).text)
    assert len(rows) == len(told["decisions"]) == len(shown.all("//article")) > 1


def test_a_long_register_is_turned_page_by_page(tmp_path: Path) -> None:
    minutes = "\n\n".join(
        f"{n}/24 SIGNPOST NUMBER {n}\n\nRESOLVED – That signpost {n} be painted."
        for n in range(1, 61)
    )
    head = "CABINET\n\nMinutes of the meeting held on Tuesday 12 March 2024 in the Town Hall\n\n"
    an_assistant(tmp_path, {"signs.txt": f"{head}{minutes}\n"})
    client = client_of(tmp_path / "library")
    first = page(client, "decisions", about="signpost")
    assert "Page 1 of 3" in first.text
    assert not first.links("Previous page")
    last = page(client, page(client, first.links("Next page")[0]).links("Next page")[0])
    assert len(last.all("//article")) == 10
    assert not last.links("Next page")
    assert page(client, "decisions", page="9999").status == 200
    desk.close()


@pytest.mark.parametrize(
    "odd", [{"force": "decreed"}, {"page": "0"}, {"page": "-1"}, {"until": "tomorrow"}]
)
def test_what_the_register_does_not_know_is_told(client: TestClient, odd: dict[str, str]) -> None:
    assert page(client, "decisions", **odd).status == 422


def test_the_papers_open_to_show_what_stands_in_each(client: TestClient) -> None:
    shown = page(client, "papers", kind="minutes")
    assert "3 papers in 3 files" in shown.text
    papers = shown.all("//ul[@class='cp-held']/li/details")
    assert "42/24" in papers[0].text_content()
    assert "How each file was read" in shown.text


def test_a_fictional_council_is_called_fictional_on_every_page(client: TestClient) -> None:
    for view in ("/plain/", "decisions", "papers", "about"):
        assert "These papers of Tarnbrook Council are fictional" in page(client, view).text


def test_a_library_with_exempt_papers_says_so_on_every_page(closed: TestClient) -> None:
    asked = page(closed, "/plain/", q="What is offered for the quernstone?")
    source = asked.links("[1]")[0]
    for view in ("/plain/", "decisions", "papers", "about", "nowhere", source):
        shown = page(closed, view)
        assert NOT_PUBLIC in shown.text
        assert shown.headers["cache-control"] == "no-store"
    assert "Exempt: not for the public" in page(closed, source).text


def test_exempt_papers_that_are_held_are_listed(closed: TestClient) -> None:
    shown = page(closed, "papers")
    assert "Exempt, and let in" in shown.text
    assert "offer.txt" in shown.text


def test_exempt_papers_that_are_kept_out_are_listed_and_never_quoted(tmp_path: Path) -> None:
    library = library_with_papers(tmp_path)
    (tmp_path / "offer.txt").write_text(CLOSED)
    add_papers(keywords_alone(library), [tmp_path / "offer.txt"])
    desk.close()
    client = client_of(library)
    assert "Kept out as exempt" in page(client, "papers").text
    assert "£910,000" not in page(client, "/plain/", q="What is offered for the quernstone?").text
    assert page(client, "source", source="offer.txt", start="0", end="9").status == 404
    desk.close()


def test_a_meeting_opens_from_the_list_and_its_decisions_from_the_meeting(
    client: TestClient,
) -> None:
    listed = page(client, "meetings", body="Cabinet")
    meeting = page(client, listed.links("12 March 2024, Cabinet")[0])
    assert meeting.all("//h1")[0].text_content() == "12 March 2024, Tarnbrook Council, Cabinet"
    assert "Councillor Ada Quill (Chair)" in meeting.text
    assert "the adult fare on the ferry be raised to £3" in meeting.text
    for link in meeting.all("//main//a[contains(@href, '/source?')]/@href"):
        assert page(client, link).status == 200


def test_a_meeting_that_is_not_held_is_told(client: TestClient) -> None:
    for name in ("nowhere/cabinet/2024-03-12", "..", "%00", "a" * 500):
        assert page(client, f"meetings/{name}").status in (404, 200)
    assert page(client, "meetings/nowhere/cabinet/2024-03-12").status == 404


def test_a_paper_opens_at_its_beginning_with_nothing_marked(client: TestClient) -> None:
    meeting = page(client, page(client, "meetings").links("14 May 2024")[0])
    paper = page(client, meeting.links("The future of the ice rink")[0])
    assert "The ice rink was used by 9,400 people" in paper.text
    assert not paper.all("//mark")
    assert "The words that are cited are marked" not in paper.text


def test_the_years_are_drawn_with_a_table_of_the_same_numbers(client: TestClient) -> None:
    shown = page(client, "decisions", show="years")
    assert "Decisions in 2024" in shown.text
    assert shown.all("//figure//table")
    assert not shown.all("//*[@style]")
