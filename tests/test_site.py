"""The real server: the page, the plain pages and the API on one port."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_papers import library_with_papers
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.site import routes

ROOT = Path(__file__).parents[1]
SECONDS = 90


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """What ``council-papers serve`` starts, and its address."""
    library = library_with_papers(tmp_path_factory.mktemp("site"))
    port = _free_port()
    models = {f"COUNCIL_PAPERS_{kind}_MODEL": "none" for kind in ("EMBEDDING", "RERANKING")}
    command = "from assistant.cli import main; main(prog_name='council-papers')"
    started = subprocess.Popen(
        [sys.executable, "-c", command, "--library", library, "serve", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, **models},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _await(f"http://127.0.0.1:{port}/_stcore/health")
        yield started, f"http://127.0.0.1:{port}"
    finally:
        started.kill()
        started.wait(20)


@pytest.mark.parametrize(
    ("path", "holds"),
    [
        ("/_stcore/health", "ok"),
        ("/", '<div id="root">'),
        ("/decisions", '<div id="root">'),
        ("/plain", "Ask the council papers"),
        ("/plain/?q=What+was+resolved+about+allotment+rents%3F", "£48 a year"),
        ("/plain/decisions", "42/24"),
        ("/api", "GET /api/v1/ask"),
        ("/api/v1/ask?question=What+was+resolved+about+allotment+rents%3F", '"status": "answered"'),
    ],
)
def test_all_is_served_on_one_port(
    server: tuple[subprocess.Popen[str], str], path: str, holds: str
) -> None:
    with urllib.request.urlopen(server[1] + path, timeout=60) as came:
        assert holds in came.read().decode()


def test_a_name_that_is_not_this_computers_is_refused(
    server: tuple[subprocess.Popen[str], str],
) -> None:
    for path in ("/plain/", "/api/v1/status"):
        asked = urllib.request.Request(server[1] + path, headers={"Host": "elsewhere.example"})
        with pytest.raises(urllib.error.HTTPError, match="400"):
            urllib.request.urlopen(asked, timeout=60)


def test_the_interrupt_key_ends_it_without_a_traceback(
    server: tuple[subprocess.Popen[str], str],
) -> None:
    started, address = server
    started.send_signal(signal.SIGINT)
    told, _ = started.communicate(timeout=30)
    assert started.returncode == 0
    assert f"The page is at {address} in a few seconds; Ctrl-C ends it." in told
    assert f"Without JavaScript: {address}/plain/" in told
    assert "Traceback" not in told


def test_it_answers_to_the_names_that_it_was_given() -> None:
    site = Starlette(routes=routes("127.0.0.1", ["papers.example"]))
    for host, status in (("papers.example", 200), ("localhost:8501", 200), ("other.example", 400)):
        asked = TestClient(site, f"http://{host}").get("/plain/accessibility")
        assert asked.status_code == status


def test_an_address_without_its_slash_keeps_its_question() -> None:
    asked = TestClient(Starlette(routes=routes("127.0.0.1")), "http://localhost")
    came = asked.get("/plain?q=rents", follow_redirects=False)
    assert came.headers["location"] == "plain/?q=rents"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await(health: str) -> None:
    for _ in range(SECONDS * 5):
        try:
            with urllib.request.urlopen(health, timeout=1) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the site did not start")
