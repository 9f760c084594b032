"""Exempt papers on the page: kept out and told of, or let in and marked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_papers import CLOSED, library_with_papers
from streamlit.testing.v1 import AppTest

from assistant.desk import opened as desk
from assistant.desk.opened import UPLOADS
from assistant.filing.adding import add_papers
from assistant.settings import Settings

APP = str(Path(__file__).parents[1] / "app.py")
NOT_PUBLIC = "This library may hold exempt papers: it is not for the public."


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A library of two papers, searched by keywords alone."""
    folder = library_with_papers(tmp_path)
    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(folder))
    monkeypatch.setenv("COUNCIL_PAPERS_EMBEDDING_MODEL", "none")
    monkeypatch.setenv("COUNCIL_PAPERS_RERANKING_MODEL", "none")
    desk.close()
    yield folder
    desk.close()


def uploaded(name: str, text: str) -> AppTest:
    """The page Papers after a file was put into the box twice."""
    page = view("papers")
    for _ in range(2):
        page.file_uploader[0].set_value([(name, text.encode(), "text/plain")])
        button = next(b for b in page.button if b.label == "Add to the library")
        button.click().run()
        assert not page.exception
    return page


def let_in(folder: Path) -> None:
    closed = folder.parent / "closed"
    closed.mkdir()
    (closed / "offer.txt").write_text(CLOSED)
    add_papers(Settings(folder, "none", "none"), [closed], with_exempt=True)


def view(name: str) -> AppTest:
    """One view of the page."""

    def show(name: str) -> None:
        from assistant.desk import opened as desk
        from assistant.settings import from_environment
        from assistant.web import about, papers
        from corpus.filters import NO_FILTERS

        opened = desk.desk(from_environment())
        assert opened
        if name == "about":
            about.show(opened)
        else:
            papers.show(opened, NO_FILTERS)

    page = AppTest.from_function(show, args=(name,), default_timeout=60).run()
    assert not page.exception
    return page


def html_of(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_an_exempt_upload_is_kept_out_and_its_file_deleted(library: Path) -> None:
    page = uploaded("offer.txt", CLOSED)
    told = " ".join(error.value for error in page.error)
    assert "offer.txt: kept out as exempt" in told
    assert "paragraph 3 of Part 1 of Schedule 12A" in told
    assert list((library / UPLOADS).iterdir()) == []
    held = b"".join(path.read_bytes() for path in library.rglob("*") if path.is_file())
    assert b"quernstone" not in held


def test_an_open_upload_is_kept(library: Path) -> None:
    uploaded("offer.txt", CLOSED.replace("NOT FOR PUBLICATION by virtue of", "Open despite"))
    assert [path.name for path in (library / UPLOADS).iterdir()] == ["offer.txt"]


def test_the_papers_page_lists_what_was_kept_out_and_why(library: Path) -> None:
    uploaded("offer.txt", CLOSED)
    page = view("papers")
    assert "Kept out as exempt" in [header.value for header in page.header]
    assert "marked not for publication, paragraph 3 of Part 1 of Schedule 12A" in html_of(page)


def test_a_library_with_exempt_papers_says_on_the_page_that_it_is_not_for_the_public(
    library: Path,
) -> None:
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert NOT_PUBLIC not in [warning.value for warning in page.warning]
    let_in(library)
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert NOT_PUBLIC in [warning.value for warning in page.warning]


def test_an_answer_from_an_exempt_paper_bears_a_mark_and_so_does_its_source(
    library: Path,
) -> None:
    let_in(library)
    page = AppTest.from_file(APP, default_timeout=60).run()
    page.chat_input[0].set_value("At what price is the quernstone offered?").run()
    assert not page.exception
    assert "Exempt: not for the public" in html_of(page)
    sources = [button.label for button in page.button if (button.key or "").startswith("cite")]
    assert any("EXEMPT" in label for label in sources)


def test_papers_that_were_let_in_are_listed_and_marked(library: Path) -> None:
    let_in(library)
    page = view("papers")
    assert "Exempt, and let in" in [header.value for header in page.header]
    assert "(EXEMPT)" in html_of(page)


def test_about_says_whether_exempt_papers_are_kept_out(library: Path) -> None:
    assert "keeps out papers" in " ".join(m.value for m in view("about").markdown)
    let_in(library)
    assert "not for the public" in " ".join(m.value for m in view("about").markdown)
