"""Meetings in a real browser: the list, the record of one, and the brief for its members."""

from collections.abc import Iterator

import pytest
from browsing import NEEDS_A_BROWSER, at_rest, opened_page, served
from tarnbrook import HEAD, MARCH, a_library

playwright_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = NEEDS_A_BROWSER

COMING = """CABINET

Agenda for the meeting to be held on Tuesday 12 March 2099 at 2.00 pm in the Town Hall

1. APOLOGIES FOR ABSENCE

2. ALLOTMENT RENTS

3. FERRY FARES
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where minutes and the agenda of a coming meeting are served."""
    folder = tmp_path_factory.mktemp("meetings")
    library = a_library(folder, {"march.txt": HEAD + MARCH, "coming.txt": HEAD + COMING})
    with served(library.folder, folder) as at:
        yield at


@pytest.fixture(params=[1280, 320], ids=["desktop", "narrow"])
def page(
    request: pytest.FixtureRequest, browser: "playwright_api.Browser", address: str
) -> Iterator["playwright_api.Page"]:
    """The list of meetings."""
    with opened_page(browser, address, request.param) as opened:
        opened.goto(f"{address}/meetings")
        playwright_api.expect(opened.locator(".cp-held li")).to_have_count(2)
        at_rest(opened)
        yield opened


def test_a_meeting_shows_who_was_there_and_what_it_decided(page: "playwright_api.Page") -> None:
    page.get_by_role("link", name="12 March 2024, Cabinet").click()
    shown = page.locator(".cp-meeting-page")
    playwright_api.expect(shown).to_contain_text("Councillor Ada Quill (Chair)")
    playwright_api.expect(shown).to_contain_text("be set at £48 a year")
    page.wait_for_url("**meeting=tarnbrook-council**2024-03-12")
    page.reload()
    playwright_api.expect(shown).to_contain_text("Councillor Ada Quill (Chair)")
    page.get_by_role("button", name="All meetings").click()
    playwright_api.expect(page.locator(".cp-held li")).to_have_count(2)


def test_a_decision_of_a_meeting_opens_in_its_place(page: "playwright_api.Page") -> None:
    page.get_by_role("link", name="12 March 2024, Cabinet").click()
    playwright_api.expect(page.locator(".cp-meeting-page")).to_be_visible()
    at_rest(page)
    page.get_by_role("link", name="minute 42/24 (ALLOTMENT RENTS)").first.click()
    marked = page.get_by_role("dialog").locator("mark")
    playwright_api.expect(marked.first).to_be_visible()
    assert "£48 a year" in " ".join(marked.all_inner_texts())


def test_the_brief_for_a_coming_meeting_tells_what_was_decided_before(
    page: "playwright_api.Page",
) -> None:
    playwright_api.expect(page.locator(".cp-held li").first).to_contain_text("Coming")
    page.get_by_role("link", name="12 March 2099, Cabinet").click()
    brief = page.locator(".cp-brief")
    playwright_api.expect(brief).to_contain_text("be set at £48 a year")
    playwright_api.expect(brief).to_contain_text("Looked through 1 paper of earlier meetings")
    wide = "document.querySelector('.stMain').scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


def test_a_brief_is_printed_without_the_page_around_it(page: "playwright_api.Page") -> None:
    page.get_by_role("link", name="12 March 2099, Cabinet").click()
    playwright_api.expect(page.locator(".cp-brief")).to_be_visible()
    page.emulate_media(media="print")
    playwright_api.expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    playwright_api.expect(page.get_by_role("link", name="Decisions")).to_be_hidden()
    playwright_api.expect(page.locator(".cp-brief")).to_be_visible()
