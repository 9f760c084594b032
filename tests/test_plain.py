"""Asking without a script: the answer, the conversation in the address, the sources."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from page_papers import add_pdf, library_with_papers
from plain_pages import client_of, page
from starlette.testclient import TestClient

from assistant.desk import opened as desk
from assistant.desk.printed import EXEMPT
from corpus.documents import Withheld
from corpus.library import Library
from corpus.structure import structure_of

RENTS = "What was resolved about allotment rents?"
DECISIONS = "List the decisions of March 2024"
BANDSTAND = "What was resolved about bandstand repairs?"
VIEWS = (
    *(
        "/plain/",
        "decisions",
        "decisions?show=years",
        "meetings",
        "papers",
        "about",
        "accessibility",
    ),
    *("nowhere", "source"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a library of three papers, one of them a PDF."""
    made = tmp_path_factory.mktemp("plain")
    add_pdf(library_with_papers(made), made)
    yield made
    desk.close()


@pytest.fixture
def client(folder: Path) -> TestClient:
    return client_of(folder / "library")


def test_an_answer_shows_the_force_the_words_and_a_link_to_each_source(client: TestClient) -> None:
    answer = page(client, "/plain/", q=RENTS)
    assert answer.all("//h1")[0].text_content() == RENTS
    assert answer.all("//*[contains(@class, 'cp-resolved')]")[0].text_content() == "Resolved"
    assert "£48 a year" in answer.text
    assert len(answer.links("[1] Cabinet, 12 March 2024, minute 42/24")) == 1


def test_a_source_shows_the_passage_with_its_words_marked_and_a_reference(
    client: TestClient,
) -> None:
    source = page(client, page(client, "/plain/", q=RENTS).links("[1]")[0])
    assert source.status == 200
    assert "£48 a year" in " ".join(mark.text_content() for mark in source.all("//mark"))
    assert "cost $5 or more elsewhere" in source.text
    reference = source.all("//p[@class='reference']")[0].text_content()
    assert reference.startswith("Tarnbrook Council, Cabinet, minutes of 12 March 2024, minute 42")
    assert page(client, source.links(RENTS)[0]).all("//h1")[0].text_content() == RENTS


def test_the_sources_of_an_answer_lead_to_one_another(client: TestClient) -> None:
    answer = page(client, "/plain/", q=DECISIONS)
    first = page(client, answer.links("[1]")[0])
    assert "Source 1 of 2" in first.text
    assert not first.links("Previous source")
    second = page(client, first.links("Next source [2]")[0])
    assert "Source 2 of 2" in second.text
    assert second.links("Previous source [1]")
    assert not second.links("Next source")


def test_a_place_has_an_address_of_its_own(client: TestClient) -> None:
    source = page(client, page(client, "/plain/", q=RENTS).links("[1]")[0])
    itself = source.links("The address of this place")[0]
    assert "q=" not in itself
    again = page(client, itself)
    assert [each.text_content() for each in again.all("//mark")] == [
        each.text_content() for each in source.all("//mark")
    ]


@pytest.mark.parametrize(
    "place",
    [
        {"source": "cabinet-minutes.txt", "start": "0", "end": "999999"},
        {"source": "cabinet-minutes.txt", "start": "200", "end": "600"},
        {"source": "cabinet-minutes.txt", "start": "50", "end": "50"},
        {"source": "../library.sqlite", "start": "0", "end": "5"},
        {"source": "nothing.txt", "start": "0", "end": "5"},
    ],
)
def test_a_place_that_no_answer_can_cite_is_not_shown(
    client: TestClient, place: dict[str, str]
) -> None:
    for path in ("source", "page"):
        refused = page(client, path, **place)
        assert refused.status == 404
        assert "No paper of this library holds such words" in refused.text


@pytest.mark.parametrize("start", ["", "-1", "x", "1e3", "٣", "9" * 30])
def test_a_place_that_is_no_number_is_told(client: TestClient, start: str) -> None:
    refused = page(client, "source", source="cabinet-minutes.txt", start=start, end="9")
    assert refused.status == 422
    assert "is not a whole number" in refused.text


def test_a_pdf_is_shown_as_printed_and_its_pages_are_turned(client: TestClient) -> None:
    source = page(client, page(client, "/plain/", q=BANDSTAND).links("[1]")[0])
    (image,) = source.all("//img")
    assert "these words are marked: RESOLVED - That the bandstand" in image.get("alt")
    assert "Page 2 of 3" in source.text
    after = page(client, source.links("Next page")[0])
    assert "Page 3 of 3" in after.text
    assert after.all("//img")[0].get("alt").endswith("page 3 of 3, as printed")
    assert page(client, after.links("Back to the cited words")[0]).all("//img")[0].get(
        "alt"
    ) == image.get("alt")


def test_the_page_as_printed_is_a_picture_with_the_words_marked(client: TestClient) -> None:
    source = page(client, page(client, "/plain/", q=BANDSTAND).links("[1]")[0])
    address = source.all("//img")[0].get("src")
    marked = client.get(address)
    assert marked.headers["content-type"] == "image/png"
    assert marked.content.startswith(b"\x89PNG")
    assert marked.headers["cache-control"] == "private, max-age=600"
    assert client.get(address.replace("page=2", "page=4")).status_code == 404


def test_a_page_that_is_kept_out_as_exempt_is_not_shown(tmp_path: Path) -> None:
    library = library_with_papers(tmp_path)
    add_pdf(library, tmp_path)
    _keep_out(library, Withheld("marked exempt", 3, 3))
    desk.close()
    client = client_of(library)
    source = page(client, page(client, "/plain/", q=BANDSTAND).links("[1]")[0])
    address = source.all("//img")[0].get("src")
    closed = page(client, source.links("Next page")[0])
    assert EXEMPT in closed.text
    assert not closed.all("//img")
    assert client.get(address.replace("page=2", "page=3")).status_code == 404
    desk.close()


def test_a_file_that_is_gone_is_told_and_its_text_is_shown(tmp_path: Path) -> None:
    library = library_with_papers(tmp_path)
    add_pdf(library, tmp_path).unlink()
    client = client_of(library)
    source = page(client, page(client, "/plain/", q=BANDSTAND).links("[1]")[0])
    assert "The page as printed cannot be shown." in source.text
    assert "£7,250" in " ".join(mark.text_content() for mark in source.all("//mark"))
    desk.close()


def test_a_refusal_is_never_shown_as_an_answer(client: TestClient) -> None:
    refusal = page(client, "/plain/", q="What was resolved about the ice rink?")
    assert "Not recorded in these papers" in refusal.text
    assert "These passages do not answer the question:" in refusal.text
    assert not refusal.all("//*[@class='cp-statement']")
    source = page(client, refusal.links("[1] Cabinet, 14 May 2024, report")[0])
    assert "Proposed, not decided" in source.text


def test_a_follow_up_is_understood_in_the_light_of_the_question_before_it(
    client: TestClient,
) -> None:
    follow = page(client, "/plain/", q=[RENTS, "What did Councillor Oake say about that?"])
    assert "Understood as: " in follow.text
    assert "ALLOTMENT RENTS" in follow.text.upper()
    assert page(client, follow.links(RENTS)[0]).all("//h1")[0].text_content() == RENTS
    hidden = follow.all("//input[@type='hidden']")
    assert hidden[0].get("value") == RENTS


def test_a_part_of_the_scope_is_taken_away_and_put_back(client: TestClient) -> None:
    asked = "What was resolved about allotment rents in March 2024?"
    narrowed = page(client, "/plain/", q=asked)
    wide = page(client, narrowed.links("Do not narrow to March 2024")[0])
    back = wide.links("Not narrowed to a date: put it back")
    assert page(client, back[0]).links("Do not narrow to March 2024")


def test_filters_narrow_and_are_kept_for_the_next_question(client: TestClient) -> None:
    answer = page(client, "/plain/", q=RENTS, kind="report", since="2024-05-01", body="")
    assert "Narrowed by your filters to: report, from 1 May 2024" in answer.text
    assert not answer.all("//*[@class='cp-statement']")
    assert answer.all("//select[@name='kind']/option[@selected]")[0].get("value") == "report"
    assert answer.all("//input[@name='since']")[0].get("value") == "2024-05-01"


def test_a_long_conversation_keeps_its_latest_questions(client: TestClient) -> None:
    answer = page(client, "/plain/", q=[*(f"Question {n}?" for n in range(14)), RENTS])
    assert answer.status == 200
    assert len(answer.all("//input[@type='hidden']")) == 10


@pytest.mark.parametrize(
    "asked",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "rents \x00 \x1b[31m \u202e {{ 7 * 7 }} %s 🏛️",
        "' OR 1=1 --",
    ],
)
def test_what_is_typed_is_shown_as_text_alone(client: TestClient, asked: str) -> None:
    answer = page(client, "/plain/", q=asked, council=asked)
    assert answer.status == 200
    assert not answer.all("//script | //main//img | //*[@onerror]")
    assert "\x00" not in answer.source
    assert "\x1b" not in answer.source
    assert "49" not in answer.all("//h1")[0].text_content()


def test_a_question_that_is_too_long_is_told_beside_the_question(client: TestClient) -> None:
    refused = page(client, "/plain/", q=[RENTS, "a" * 2001])
    assert refused.status == 422
    assert "The question has 2,001 characters" in refused.text
    assert refused.all("//title")[0].text_content().startswith("Error: ")
    assert refused.all("//form//input[@name='q' and not(@type='hidden')]")


def test_a_filter_that_makes_no_sense_is_told(client: TestClient) -> None:
    for filters in ({"since": "2024-13-01"}, {"kind": "poem"}):
        refused = page(client, "/plain/", q=RENTS, **filters)
        assert refused.status == 422
        assert next(iter(filters.values())) in refused.text


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_has_one_heading_landmarks_labels_and_no_script(
    client: TestClient, view: str
) -> None:
    shown = page(client, view)
    assert len(shown.all("//h1")) == 1
    assert shown.all("/html/@lang") == ["en-GB"]
    for landmark in ("header", "nav", "main", "footer"):
        assert shown.all(f"//{landmark}")
    assert shown.all("//body/a[1]")[0].get("href") == "#main"
    assert not shown.all("//script | //*[@style] | //@onclick")
    fields = shown.all("//input[not(@type='hidden')] | //select")
    labelled = {label.get("for") for label in shown.all("//label")}
    assert all(field.get("id") in labelled or field.xpath("ancestor::label") for field in fields)


@pytest.mark.parametrize("view", [*VIEWS, "style/plain.css", "decisions.csv", "/api/", "/api/v1/x"])
def test_every_response_forbids_scripts_frames_and_other_hosts(
    client: TestClient, view: str
) -> None:
    headers = client.get(view if view.startswith("/") else f"/plain/{view}").headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self'; form-action")
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("view", [*VIEWS, "/api/"])
def test_no_page_asks_anything_of_another_host(client: TestClient, view: str) -> None:
    shown = page(client, view)
    asked = shown.all("//@src | //link/@href | //form/@action")
    assert all(each.startswith("/plain/") for each in asked)


def test_style_sheets_name_no_other_address(client: TestClient) -> None:
    for sheet in page(client, "/plain/").all("//link[@rel='stylesheet']/@href"):
        came = client.get(sheet)
        assert came.status_code == 200
        assert "immutable" in came.headers["cache-control"]
        assert "url(" not in came.text
        assert "@import" not in came.text


def test_an_address_that_leads_nowhere_is_told_in_plain_english(client: TestClient) -> None:
    nowhere = page(client, "nowhere")
    assert nowhere.status == 404
    assert "There is no page at this address" in nowhere.text


def test_a_library_that_does_not_exist_yet_is_empty(tmp_path: Path) -> None:
    shown = page(client_of(tmp_path / "none"), "/plain/", q=RENTS)
    assert "There are no papers to answer from yet" in shown.text


def test_a_library_that_cannot_be_opened_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"no database at all")
    shown = page(client_of(tmp_path), "/plain/")
    assert shown.status == 503
    assert "The library cannot be asked now" in shown.text
    assert "Traceback" not in shown.source


def _keep_out(library: Path, part: Withheld) -> None:
    """Say of the PDF that a part of it was kept out."""
    held = Library(library)
    record = next(each for each in held.files() if each.source.endswith(".pdf"))
    document = held.document(record.source)
    with held.writing():
        held.put(replace(record, withheld=(part,)), document, structure_of(document))
    held.close()
