"""A citation of a PDF opens its page: what the panel shows, without a browser."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from page_papers import add_pdf, library_with_papers
from streamlit.testing.v1 import AppTest

from assistant.desk import opened as desk
from assistant.desk.printed import EXEMPT, SCAN
from corpus.documents import Page, Withheld
from corpus.library import FileRecord, Library
from corpus.structure import structure_of

APP = str(Path(__file__).parents[1] / "app.py")
BANDSTAND = "What was resolved about bandstand repairs?"


@pytest.fixture
def pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A PDF of three pages in a library of two other papers, searched by keywords alone."""
    library = library_with_papers(tmp_path)
    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(library))
    monkeypatch.setenv("COUNCIL_PAPERS_EMBEDDING_MODEL", "none")
    monkeypatch.setenv("COUNCIL_PAPERS_RERANKING_MODEL", "none")
    desk.close()
    yield add_pdf(library, tmp_path)
    desk.close()


def test_a_citation_opens_the_page_as_printed_with_its_words_marked(pdf: Path) -> None:
    page = _source(BANDSTAND)
    assert _page(page) == "Page 2 of 3"
    (image,) = page.get("image")
    told = image.proto.imgs[0].alt
    assert told.startswith("bandstand-minutes.pdf, page 2 of 3, as printed; these words are marked")
    assert told.endswith("its railings be painted green.")
    assert "Marked: <mark>RESOLVED - That the bandstand be repaired" in _html(page)


def test_the_words_stand_as_text_beside_the_page(pdf: Path) -> None:
    page = _source(BANDSTAND)
    printed, text = page.tabs
    assert [printed.label, text.label] == ["As printed", "As text"]
    assert "cp-excerpt" in text.get("html")[0].proto.body


def test_the_pages_before_and_after_are_turned_to_and_back_again(pdf: Path) -> None:
    page = _panel(pdf)
    assert _page(page) == "Page 2 of 3"
    _button(page, "Next page").click().run()
    assert _page(page) == "Page 3 of 3"
    assert _button(page, "Next page").disabled
    assert page.get("image")[0].proto.imgs[0].alt.endswith("page 3 of 3, as printed")
    assert "Marked" not in _html(page)
    _button(page, "Back to the quoted words").click().run()
    assert _page(page) == "Page 2 of 3"
    assert "Back to the quoted words" not in [button.label for button in page.button]
    _button(page, "Previous page").click().run()
    assert _page(page) == "Page 1 of 3"
    assert _button(page, "Previous page").disabled


def test_a_paper_without_pages_opens_as_text(pdf: Path) -> None:
    page = _source("What was resolved about allotment rents?")
    assert not page.tabs
    assert not page.get("image")
    assert "cp-excerpt" in _html(page)


def test_a_file_that_has_changed_since_is_not_shown_but_told_with_the_text(pdf: Path) -> None:
    pdf.write_bytes(pdf.read_bytes() + b"\n%%EOF\n")
    page = _source(BANDSTAND)
    assert "the file has changed since it was read" in page.warning[0].value
    assert not page.get("image")
    assert "<mark>" in _html(page)


def test_a_file_that_is_gone_is_told_with_the_text(pdf: Path) -> None:
    pdf.unlink()
    page = _source(BANDSTAND)
    assert "The page as printed cannot be shown" in page.warning[0].value
    assert "any more" in page.warning[0].value
    assert "<mark>" in _html(page)


def test_an_exempt_page_is_never_shown_in_a_public_library(pdf: Path) -> None:
    reason = "exempt: paragraph 3 of Schedule 12A"
    _kept(pdf, lambda record: replace(record, withheld=(Withheld(reason, 3, 3),)))
    page = _panel(pdf)
    assert page.get("image")
    _button(page, "Next page").click().run()
    assert not page.get("image")
    assert [note.value for note in page.info if "exempt" in note.value] == [EXEMPT]


def test_an_exempt_page_is_shown_in_a_library_that_is_not_public(pdf: Path) -> None:
    pages = (Page(1), Page(2), Page(3, problem="exempt: paragraph 3 of Schedule 12A"))
    library = _kept(pdf, lambda record: replace(record, pages=pages))
    with library.writing():
        library.let_in_exempt()
    library.close()
    page = _panel(pdf)
    _button(page, "Next page").click().run()
    assert _page(page) == "Page 3 of 3"
    assert page.get("image")


def test_on_a_scan_the_words_are_not_marked_and_the_panel_says_so(pdf: Path) -> None:
    pages = (Page(1), Page(2, confidence=93), Page(3))
    _kept(pdf, lambda record: replace(record, pages=pages))
    page = _source(BANDSTAND)
    assert SCAN in [caption.value for caption in page.caption]
    assert "marked" not in page.get("image")[0].proto.imgs[0].alt


def test_the_number_that_a_page_bears_is_told_beside_its_own(pdf: Path) -> None:
    pages = (Page(1, printed="1"), Page(2, printed="14"), Page(3))
    _kept(pdf, lambda record: replace(record, pages=pages))
    assert _page(_source(BANDSTAND)) == "Page 2 of 3, printed as page 14"


def _kept(pdf: Path, change: Callable[[FileRecord], FileRecord]) -> Library:
    """The library, in which the record of the PDF is changed."""
    library = Library(pdf.parent / "library")
    record, document = library.file(pdf.name), library.document(pdf.name)
    with library.writing():
        library.put(change(record), document, structure_of(document))
    return library


def _source(question: str) -> AppTest:
    """The page with the panel open on the first source of the answer."""
    page = AppTest.from_file(APP, default_timeout=60).run()
    page.chat_input[0].set_value(question).run()
    next(each for each in page.button if (each.key or "").startswith("cite-")).click().run()
    assert not page.exception
    return page


def _panel(pdf: Path) -> AppTest:
    """The page as printed alone: AppTest runs no fragment by itself, so no open panel."""

    def script(library: str, source: str) -> None:
        from pathlib import Path

        import streamlit as st

        from assistant.web.printed import show_page
        from corpus.library import Library

        st.session_state.setdefault("source_page", None)
        opened = Library(Path(library))
        document = opened.document(source)
        start = document.text.index("RESOLVED")
        end = document.text.index("painted green.") + len("painted green.")
        quote = " ".join(document.text[start:end].split())
        show_page(opened, document, quote, document.span(start, end))
        opened.close()

    kwargs = {"library": str(pdf.parent / "library"), "source": pdf.name}
    page = AppTest.from_function(script, default_timeout=60, kwargs=kwargs).run()
    assert not page.exception
    return page


def _page(page: AppTest) -> str:
    """The page that the panel names."""
    bodies = (element.proto.body for element in page.get("html"))
    (named,) = (body for body in bodies if 'class="cp-page"' in body)
    return named.split(">")[1].split("<")[0]


def _html(page: AppTest) -> str:
    bodies = [element.proto.body for element in page.get("html")]
    return "\n".join(body for body in bodies if "<style>" not in body)


def _button(page: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(button for button in page.button if button.label == label)
