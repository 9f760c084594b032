"""The API: the same answers as the command, described for programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import run
from jsonschema import Draft202012Validator
from plain_pages import client_of, page
from starlette.testclient import TestClient
from tarnbrook import PAPERS, an_assistant

from assistant.desk import opened as desk

RENTS = "What was resolved about allotment rents?"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The papers of Tarnbrook."""
    folder = tmp_path_factory.mktemp("api")
    an_assistant(folder, PAPERS)
    yield folder / "library"
    desk.close()


@pytest.fixture
def client(library: Path) -> TestClient:
    return client_of(library)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (("ask", RENTS), f"ask?question={RENTS}"),
        (("ask", "What was resolved about kites?"), "ask?question=What was resolved about kites?"),
        (
            ("ask", RENTS, "--kind", "minutes", "--since", "2024-04-01", "--body", "Cabinet"),
            f"ask?question={RENTS}&kind=minutes&since=2024-04-01&body=Cabinet",
        ),
        (("search", "ferry", "-k", "3"), "search?query=ferry&k=3"),
        (
            ("decisions", "--force", "lost", "--force", "proposed"),
            "decisions?force=lost&force=proposed",
        ),
        (("decisions", "ferry", "--newest-first"), "decisions?about=ferry&newest_first=true"),
        (("decisions", "allotment", "rents", "--timeline"), "timeline?about=allotment rents"),
        (("papers", "--until", "2024-04-30"), "papers?until=2024-04-30"),
        (("status",), "status"),
    ],
)
def test_each_call_gives_what_the_command_writes_byte_for_byte(
    library: Path, client: TestClient, words: tuple[str, ...], address: str
) -> None:
    commanded = run("--library", library, *words, "--json")
    called = client.get(f"/api/v1/{address}")
    assert called.status_code == 200
    assert called.headers["content-type"] == "application/json"
    assert called.text == commanded.stdout


def test_a_question_sent_as_json_is_answered_alike(client: TestClient) -> None:
    sent = client.post("/api/v1/ask", json={"question": RENTS, "filters": {"kind": "minutes"}})
    assert sent.text == client.get(f"/api/v1/ask?question={RENTS}&kind=minutes").text


def test_a_follow_up_is_understood_in_the_light_of_earlier_questions(client: TestClient) -> None:
    told = "And in 2013?"
    alone = client.post("/api/v1/ask", json={"question": told}).json()
    after = {"question": told, "earlier": [RENTS]}
    follow = client.post("/api/v1/ask", json=after).json()
    assert "allotment" in follow["standalone"].lower()
    assert "allotment" not in alone["standalone"].lower()
    assert follow == client.get("/api/v1/ask", params=after).json()


def test_a_part_of_the_scope_is_set_aside(client: TestClient) -> None:
    asked = f"{RENTS[:-1]} in March 2024?"
    parts = client.get("/api/v1/ask", params={"question": asked}).json()["scope"]
    assert parts == [{"part": "date", "words": "March 2024"}]
    wide = client.get("/api/v1/ask", params={"question": asked, "without": "date"}).json()
    assert wide["scope"] == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ask", "question: Field required."),
        ("ask?question=%20", "The question is empty."),
        (f"ask?question={'a' * 2001}", "The question has 2,001 characters"),
        ("ask?question=rents&since=2024-13-01", "since: "),
        ("ask?question=rents&kind=poem", "kind: "),
        ("search?query=rents&k=0", "k: "),
        ("decisions?force=decreed", "force"),
        ("timeline", "about: "),
    ],
)
def test_what_makes_no_sense_is_told_with_a_message(
    client: TestClient, address: str, told: str
) -> None:
    refused = client.get(f"/api/v1/{address}")
    assert refused.status_code == 422
    assert told in refused.json()["message"]


@pytest.mark.parametrize(
    "sent",
    [
        b"{",
        b"[]",
        b'{"question": 5}',
        b'{"question": "rents", "earlier": "rents"}',
        b'{"question": "rents", "filters": {"kind": "poem"}}',
    ],
)
def test_json_that_is_no_question_is_told(client: TestClient, sent: bytes) -> None:
    refused = client.post("/api/v1/ask", content=sent, headers={"content-type": "application/json"})
    assert refused.status_code == 422
    assert refused.json()["message"]


@pytest.mark.parametrize("odd", ["rents \\ud800", "rents \\u0000", "<script>", "\\u202ernts"])
def test_odd_signs_in_a_question_are_answered(client: TestClient, odd: str) -> None:
    answered = client.post(
        "/api/v1/ask",
        content=f'{{"question": "{odd}"}}'.encode(),
        headers={"content-type": "application/json"},
    )
    assert answered.status_code == 200
    assert "\x00" not in answered.json()["question"]


def test_more_than_any_question_needs_is_refused(client: TestClient) -> None:
    refused = client.post("/api/v1/ask", json={"question": "a" * 200_000})
    assert refused.status_code == 413


def test_a_library_that_does_not_exist_yet_is_told(tmp_path: Path) -> None:
    refused = client_of(tmp_path / "none").get("/api/v1/status")
    assert refused.status_code == 503
    assert "The library is empty" in refused.json()["message"]


def test_an_address_that_leads_nowhere_is_told_as_json(client: TestClient) -> None:
    assert client.get("/api/v1/nowhere").json() == {"message": "Not Found."}


@pytest.mark.parametrize(
    "address",
    [
        f"ask?question={RENTS}",
        "ask?question=kites",
        "search?query=ferry",
        "decisions",
        "papers",
        "timeline?about=allotment",
        "status",
    ],
)
def test_what_is_described_is_what_is_given(client: TestClient, address: str) -> None:
    document = client.get("/api/openapi.json").json()
    path = f"/v1/{address.partition('?')[0]}"
    described = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    given = client.get(f"/api/v1/{address}").json()
    schema = {**_closed(described["schema"]), "components": _closed(document["components"])}
    Draft202012Validator(schema).validate(given)


def test_the_description_says_where_the_calls_are(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    assert document["openapi"].startswith("3.")
    assert document["servers"] == [{"url": "/api"}]
    for calls in document["paths"].values():
        for call in calls.values():
            assert call["summary"]
            assert {"200", "422", "503"} <= set(call["responses"])


def test_the_page_on_the_calls_names_each_of_them(client: TestClient) -> None:
    shown = page(client, "/api/")
    for call in ("GET /api/v1/ask", "POST /api/v1/ask", "GET /api/v1/status"):
        assert call in shown.text
    assert not shown.all("//script | //link | //img")
    assert client.get(shown.links("the OpenAPI document")[0]).status_code == 200
    assert client.get("/api/docs").status_code == 404


def _closed(schema: Any) -> Any:
    """The schema, by which an object holds no other fields than are described."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(value) for name, value in schema.items()}
    has_fields = isinstance(schema.get("properties"), dict)
    return {**closed, "additionalProperties": False} if has_fields else closed
