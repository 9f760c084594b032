"""What ``serve`` tells the page of how it is served."""

from pathlib import Path

import pytest
from page_papers import library_with_papers
from streamlit.testing.v1 import AppTest

from assistant.cli.serving import environment
from assistant.desk import opened as desk
from assistant.settings import Settings, from_environment

APP = Path(__file__).parents[1] / "app.py"


@pytest.mark.parametrize(
    ("host", "is_shared"),
    [("127.0.0.1", False), ("localhost", False), ("0.0.0.0", True), ("papers.example", True)],
)
def test_a_page_that_others_reach_is_shared(
    host: str, is_shared: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COUNCIL_PAPERS_SHARED", raising=False)
    for name, value in environment(Settings(tmp_path), host).items():
        monkeypatch.setenv(name, value)
    assert from_environment().is_shared is is_shared
    assert from_environment().library == tmp_path
    assert from_environment().plain_address == "/plain/"


def test_nobody_adds_papers_to_a_shared_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(tmp_path))
    for shared, boxes in (("", 1), ("yes", 0)):
        monkeypatch.setenv("COUNCIL_PAPERS_SHARED", shared)
        desk.close()
        page = AppTest.from_file(APP, default_timeout=60).run()
        assert not page.exception
        assert len(page.file_uploader) == boxes


def test_nobody_removes_papers_by_a_shared_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def view() -> None:
        from assistant.desk import opened as desk
        from assistant.settings import from_environment
        from assistant.web import papers
        from corpus.filters import NO_FILTERS

        opened = desk.desk(from_environment())
        assert opened
        papers.show(opened, NO_FILTERS)

    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(library_with_papers(tmp_path)))
    monkeypatch.setenv("COUNCIL_PAPERS_EMBEDDING_MODEL", "none")
    monkeypatch.setenv("COUNCIL_PAPERS_RERANKING_MODEL", "none")
    for shared, wanted in (("", True), ("yes", False)):
        monkeypatch.setenv("COUNCIL_PAPERS_SHARED", shared)
        desk.close()
        page = AppTest.from_function(view, default_timeout=60).run()
        assert not page.exception
        labels = [button.label for button in page.button]
        assert ("Remove from the library" in labels) is wanted
        assert bool(page.file_uploader) is wanted
    desk.close()
