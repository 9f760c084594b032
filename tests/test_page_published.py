from datetime import date
from pathlib import Path

import pytest
from page_papers import MINUTES
from streamlit.testing.v1 import AppTest

from assistant.desk import opened as desk
from assistant.filing.adding import add_papers
from assistant.settings import Settings
from corpus.documents import Origin
from corpus.sites.record import Fetched, FetchRecord, write_record

APP = str(Path(__file__).parents[1] / "app.py")
SITE = "https://papers.tarnbrook.example/"
ORIGIN = Origin(f"{SITE}g1.html?T=1&x", f"{SITE}m?MId=1", None, None, date(2024, 3, 12))


@pytest.mark.parametrize("is_fetched", [True, False])
def test_a_source_tells_where_the_council_publishes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_fetched: bool
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "minutes.txt").write_text(MINUTES)
    if is_fetched:
        write_record(papers, FetchRecord({"g1": Fetched("minutes.txt", "g1", "1", "", ORIGIN)}))
    add_papers(Settings(tmp_path / "library", "none", "none"), [papers])
    shown = _source_of(
        "What was resolved about allotment rents?", tmp_path / "library", monkeypatch
    )
    link = f'<a href="{SITE}g1.html?T=1&amp;x" target="_blank" rel="noopener">'
    assert (f"<dt>Published at</dt><dd>{link}" in shown) == is_fetched
    assert (f'<a href="{SITE}m?MId=1"' in shown) == is_fetched
    assert "<dt>Place</dt>" in shown


def _source_of(question: str, library: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The HTML of the page with the first source of the answer open."""
    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(library))
    monkeypatch.setenv("COUNCIL_PAPERS_EMBEDDING_MODEL", "none")
    monkeypatch.setenv("COUNCIL_PAPERS_RERANKING_MODEL", "none")
    desk.close()
    page = AppTest.from_file(APP, default_timeout=60).run()
    page.chat_input[0].set_value(question).run()
    next(button for button in page.button if (button.key or "").startswith("cite-")).click().run()
    desk.close()
    return " ".join(each.body for each in page.get("html"))
