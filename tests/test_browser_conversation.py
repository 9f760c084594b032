"""A conversation in a real browser: its address, what is taken away, what is said of it."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from browsing import (
    NEEDS_A_BROWSER,
    answered,
    ask,
    at_rest,
    opened_page,
    served,
    source,
)
from page_papers import LATER, library_with_papers

from assistant.feedback.keeping import kept
from assistant.feedback.remarks import Fault
from assistant.filing.adding import add_papers
from assistant.settings import Settings

playwright_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

QUESTION = "What was resolved about allotment rents?"
SECOND = "What was recommended about the swimming pool roof?"

pytestmark = NEEDS_A_BROWSER


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library of two papers."""
    return library_with_papers(tmp_path_factory.mktemp("conversation"))


@pytest.fixture(scope="module")
def address(library: Path) -> Iterator[str]:
    with served(library, library.parent) as at:
        yield at


@pytest.fixture
def page(browser: "playwright_api.Browser", address: str) -> Iterator["playwright_api.Page"]:
    """The page as opened."""
    with opened_page(browser, address) as opened:
        opened.goto(address)
        playwright_api.expect(opened.get_by_placeholder("Ask about decisions")).to_be_visible()
        yield opened


def test_a_link_opens_the_conversation_anew_and_says_that_nothing_changed(
    page: "playwright_api.Page",
) -> None:
    ask(page, QUESTION)
    ask(page, SECOND)
    asked = page.locator(".cp-asked")
    page.wait_for_url("**q2=**")
    copying = page.get_by_role("button", name="Copy link")
    playwright_api.expect(copying).to_have_count(2)
    copying.last.click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.partition("?")[2] == page.url.partition("?")[2]
    page.goto(link)
    playwright_api.expect(asked).to_have_text([QUESTION, SECOND])
    since = page.locator(".cp-since")
    playwright_api.expect(since).to_have_count(2)
    playwright_api.expect(since.first).to_contain_text("Unchanged since this link was made on")


def test_a_link_says_what_has_changed_since_it_was_made(
    page: "playwright_api.Page", library: Path, tmp_path: Path
) -> None:
    ask(page, "What was resolved about market stall fees?", answer=".cp-refusal")
    link = page.url
    (tmp_path / "july-minutes.txt").write_text(LATER, encoding="utf-8")
    add_papers(Settings(library, "none", "none"), [tmp_path / "july-minutes.txt"])
    page.goto(link)
    answered(page)
    since = page.locator(".cp-since")
    playwright_api.expect(since).to_contain_text("Was not recorded; now answered.")


def test_a_step_back_in_the_browser_takes_the_last_question_back(
    page: "playwright_api.Page",
) -> None:
    ask(page, QUESTION)
    ask(page, SECOND)
    asked = page.locator(".cp-asked")
    page.wait_for_url("**q2=**")
    page.go_back()
    playwright_api.expect(asked).to_have_text([QUESTION])
    page.go_forward()
    playwright_api.expect(asked).to_have_text([QUESTION, SECOND])


def test_a_conversation_is_still_there_after_a_look_at_the_decisions(
    page: "playwright_api.Page",
) -> None:
    ask(page, QUESTION)
    at = page.url
    page.get_by_role("link", name="Decisions").click()
    playwright_api.expect(page.locator(".cp-entry").first).to_be_visible()
    page.get_by_role("link", name="Ask", exact=True).click()
    playwright_api.expect(page.locator(".cp-asked")).to_have_text([QUESTION])
    page.wait_for_url(at)


def test_a_link_that_was_cut_off_says_so_and_asks_nothing_else(
    page: "playwright_api.Page", address: str
) -> None:
    page.goto(f"{address}/?v=1.abcdef&q2=Who+moved+it")
    playwright_api.expect(page.get_by_text("one of its questions is missing")).to_be_visible()
    playwright_api.expect(page.locator(".cp-asked")).to_have_count(0)


def test_an_answer_is_copied_with_its_sources_and_its_form(page: "playwright_api.Page") -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name="Copy", exact=True).click()
    playwright_api.expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "the rent of an allotment plot be set at £48 a year from 1 April 2025" in text
    assert "minutes of 12 March 2024, minute 42/24" in text
    form = "navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())"
    assert "£48 a year" in page.evaluate(form)


def test_a_source_is_copied_with_its_exact_words_and_where_they_stand(
    page: "playwright_api.Page",
) -> None:
    ask(page, QUESTION)
    source(page).click()
    page.get_by_role("button", name="Copy the words with their reference").click()
    playwright_api.expect(page.get_by_text("Copied").first).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“RESOLVED – That (1) the rent of an allotment plot be set at £48")
    assert "(Resolved: Tarnbrook Council, Cabinet, minutes of 12 March 2024, minute 42/24" in copied


def test_an_answer_is_saved_as_word_and_as_a_pack_of_evidence(page: "playwright_api.Page") -> None:
    ask(page, QUESTION)
    page.get_by_text("Save", exact=True).click()
    with page.expect_download() as word:
        page.get_by_role("button", name="Word").click()
    written = docx.Document(str(word.value.path()))
    assert any("£48 a year" in paragraph.text for paragraph in written.paragraphs)
    with page.expect_download() as pack:
        page.get_by_role("button", name="Evidence pack").click()
    with zipfile.ZipFile(io.BytesIO(pack.value.path().read_bytes())) as opened:
        told = json.loads(opened.read("evidence.json"))
    assert "£48 a year" in json.dumps(told, ensure_ascii=False)


def test_what_is_wrong_with_an_answer_is_kept_with_the_library(
    page: "playwright_api.Page", library: Path
) -> None:
    ask(page, QUESTION)
    page.get_by_text("Something wrong?").click()
    page.get_by_text("Out of date: something later was decided").click()
    at_rest(page)
    page.get_by_role("textbox", name="What should the answer say?").fill("The rent is £40 now.")
    page.get_by_role("button", name="Keep this remark").click()
    playwright_api.expect(page.get_by_text("Thank you.").first).to_be_visible()
    remark = kept(library).remarks[-1]
    assert (remark.fault, remark.asked) == (Fault.OUT_OF_DATE, QUESTION)
    assert remark.words == "The rent is £40 now."
