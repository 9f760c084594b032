"""The page in a real browser, over a real library that the command built."""

from collections.abc import Iterator

import pytest
from browsing import (
    NEEDS_A_BROWSER,
    answered,
    ask,
    at_rest,
    opened_page,
    served,
    source,
    tab_to,
)
from page_papers import LATER, add_pdf, library_with_papers

playwright_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

QUESTION = "What was resolved about allotment rents?"

pytestmark = NEEDS_A_BROWSER


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page is served, over a library of three papers, one of them a PDF."""
    folder = tmp_path_factory.mktemp("page")
    library = library_with_papers(folder)
    add_pdf(library, folder)
    with served(library, folder) as at:
        yield at


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def page(
    request: pytest.FixtureRequest, browser: "playwright_api.Browser", address: str
) -> Iterator["playwright_api.Page"]:
    """The page as opened."""
    with opened_page(browser, address, request.param) as opened:
        opened.goto(address)
        playwright_api.expect(opened.get_by_role("heading", name="Ask the council")).to_be_visible()
        playwright_api.expect(opened.get_by_placeholder("Ask about decisions")).to_be_visible()
        at_rest(opened)
        yield opened


def test_a_citation_opens_the_passage_with_its_words_marked(page: "playwright_api.Page") -> None:
    ask(page, QUESTION)
    source(page).click()
    dialog = page.get_by_role("dialog")
    playwright_api.expect(dialog.locator("mark").first).to_be_visible()
    assert "£48 a year" in " ".join(dialog.locator("mark").all_inner_texts())
    context = dialog.locator(".cp-excerpt")
    playwright_api.expect(context).to_contain_text("cost $5 or more elsewhere")
    for fact in ("Tarnbrook Council", "Cabinet", "12 March 2024", "42/24", "cabinet-minutes.txt"):
        playwright_api.expect(dialog.locator(".cp-facts")).to_contain_text(fact)


def test_a_citation_of_a_pdf_opens_its_page_and_the_next_by_keyboard(
    page: "playwright_api.Page",
) -> None:
    if page.viewport_size and page.viewport_size["width"] < 600:
        page.set_viewport_size({"width": 320, "height": 850})
    ask(page, "What was resolved about bandstand repairs?")
    source(page).click()
    dialog = page.get_by_role("dialog")
    image = dialog.get_by_role("img", name="these words are marked: RESOLVED - That the bandstand")
    playwright_api.expect(image).to_be_visible()
    _loaded(page, image)
    tab_to(page, "document.activeElement.closest('button')?.innerText.includes('Next page')")
    page.keyboard.press("Enter")
    playwright_api.expect(dialog.locator(".cp-page")).to_have_text("Page 3 of 3")
    _loaded(page, dialog.get_by_role("img", name="page 3 of 3, as printed"))
    dialog.get_by_text("Larger").click()
    scrolled = dialog.locator("[class*=st-key-printed-larger] [data-testid=stImage]")
    playwright_api.expect(scrolled).to_be_visible()
    assert scrolled.evaluate("each => each.scrollWidth / each.clientWidth") > 1.4
    assert dialog.evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    dialog.get_by_role("tab", name="As text").click()
    playwright_api.expect(dialog.locator(".cp-excerpt mark").first).to_be_visible()
    assert dialog.evaluate("each => each.scrollWidth - each.clientWidth") <= 0


def test_the_reference_is_copied_with_one_button(page: "playwright_api.Page") -> None:
    ask(page, QUESTION)
    source(page).click()
    reference = page.get_by_role("dialog").get_by_test_id("stCode")
    reference.hover()
    reference.get_by_role("button", name="Copy to clipboard").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Cabinet, minutes of 12 March 2024, minute 42/24" in copied
    assert copied == reference.locator("code").inner_text()


def test_a_question_is_asked_and_a_source_opened_by_keyboard_alone(
    page: "playwright_api.Page",
) -> None:
    tab_to(page, "document.activeElement.tagName === 'TEXTAREA'")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    answered(page)
    tab_to(page, "!!document.activeElement.closest('[class*=st-key-cite]')", backwards=True)
    page.keyboard.press("Enter")
    playwright_api.expect(page.get_by_role("dialog").locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")
    playwright_api.expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_refusal_does_not_look_like_an_answer(page: "playwright_api.Page") -> None:
    ask(page, "What was resolved about the ice rink?", answer=".cp-refusal")
    playwright_api.expect(
        page.get_by_role("heading", name="Not recorded in these papers")
    ).to_be_visible()
    playwright_api.expect(
        page.get_by_role("heading", name="These passages do not answer")
    ).to_be_visible()
    playwright_api.expect(page.locator(".cp-statement")).to_have_count(0)


def test_a_chip_is_taken_away_and_put_back_by_keyboard(page: "playwright_api.Page") -> None:
    ask(page, "What was resolved about allotment rents in March 2024?")
    chip = page.get_by_role("button", name="Do not narrow to March 2024", exact=True)
    shown = chip.locator("em").bounding_box()
    assert shown
    assert shown["width"] <= 1
    back = page.get_by_role("button", name="Not narrowed to a date: put it back", exact=True)
    chip.focus()
    for follows in (back, chip):
        page.keyboard.press("Enter")
        playwright_api.expect(follows).to_be_visible()
        answered(page)
        playwright_api.expect(follows).to_be_focused()
    playwright_api.expect(page.locator(".cp-asked")).to_have_count(1)


def test_no_part_of_the_page_is_wider_than_the_screen(page: "playwright_api.Page") -> None:
    ask(page, QUESTION)
    wide = "document.querySelector('.stMain').scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


def test_a_decision_is_found_in_the_register(page: "playwright_api.Page", address: str) -> None:
    page.goto(f"{address}/decisions")
    decisions = page.locator(".cp-entry")
    playwright_api.expect(decisions.filter(has_text="£48 a year")).to_be_visible()
    playwright_api.expect(decisions.filter(has_text="ice rink be sold")).to_have_count(0)
    for form in ("CSV", "JSON"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download these as {form}").click()
        assert "42/24" in download.value.path().read_text(encoding="utf-8")


def test_a_decision_of_the_register_opens_in_its_place(
    page: "playwright_api.Page", address: str
) -> None:
    page.goto(f"{address}/decisions")
    page.get_by_role("button", name="Open Cabinet, 12 March 2024, minute 42/24").click()
    dialog = page.get_by_role("dialog")
    playwright_api.expect(dialog.locator("mark").first).to_be_visible()
    marked = " ".join(dialog.locator("mark").all_inner_texts())
    assert marked.startswith("RESOLVED – That")
    assert "be published every month" in marked
    page.get_by_role("button", name="Next source").click()
    playwright_api.expect(dialog.locator(".cp-facts")).to_contain_text("43/24")


def test_a_subject_is_followed_over_meetings(page: "playwright_api.Page", address: str) -> None:
    page.goto(f"{address}/decisions")
    page.get_by_label("About").fill("ice rink")
    page.get_by_label("About").press("Enter")
    page.get_by_text("Timeline", exact=True).click()
    timeline = page.locator(".cp-timeline")
    playwright_api.expect(timeline).to_contain_text("14 May 2024, Tarnbrook Council, Cabinet")
    playwright_api.expect(timeline).to_contain_text("Proposed, not decided")


def test_a_paper_opens_to_show_its_minutes(page: "playwright_api.Page", address: str) -> None:
    page.goto(f"{address}/papers")
    paper = page.locator(".cp-held details").filter(has_text="12 March 2024")
    playwright_api.expect(paper.get_by_text("ALLOTMENT RENTS")).to_be_hidden()
    paper.locator("summary").click()
    playwright_api.expect(paper.get_by_text("ALLOTMENT RENTS")).to_be_visible()


@pytest.mark.parametrize("view", ["decisions", "papers", "about"])
def test_no_part_of_a_view_is_wider_than_a_narrow_phone(
    page: "playwright_api.Page", address: str, view: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 850})
    page.goto(f"{address}/{view}")
    playwright_api.expect(page.locator(".cp-entry, .cp-held, .cp-plain").first).to_be_visible()
    for summary in page.locator(".cp-held summary").all():
        summary.click()
    at_rest(page)
    wide = "document.querySelector('.stMain').scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


def test_an_uploaded_paper_answers_the_next_question_until_it_is_removed(
    page: "playwright_api.Page", request: pytest.FixtureRequest, address: str
) -> None:
    name = f"{request.node.callspec.id}-minutes.txt"
    page.goto(f"{address}/papers")
    page.get_by_text("Add papers").click()
    with page.expect_response("**/upload_file/**"):  # until then the button may be disabled
        page.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "text/plain", "buffer": LATER.encode()}
        )
    playwright_api.expect(page.get_by_text(name)).to_be_visible()
    page.get_by_role("button", name="Add to the library").click()
    playwright_api.expect(page.get_by_text(f"1 file added: {name}")).to_be_visible()
    page.goto(address)
    ask(page, "What was resolved about market stall fees?")
    playwright_api.expect(page.locator(".cp-statement").first).to_contain_text("£12 a day")
    page.goto(f"{address}/papers")
    page.get_by_text("Remove papers").click()
    page.get_by_role("combobox", name="Files to remove").fill(name)
    page.get_by_role("option", name=name).click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Remove from the library").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove 1 file").click()
    playwright_api.expect(page.get_by_text(f"1 file removed: {name}")).to_be_visible()
    page.goto(address)
    ask(page, "What was resolved about market stall fees?", answer=".cp-refusal")


def _loaded(page: "playwright_api.Page", image: "playwright_api.Locator") -> None:
    """Wait until an image has come; it is no wider than the screen."""
    playwright_api.expect(image).to_have_js_property("complete", True)
    assert image.evaluate("each => each.naturalWidth") > 1000
    box, screen = image.bounding_box(), page.viewport_size
    assert box
    assert screen
    assert 0 <= box["x"] <= box["x"] + box["width"] <= screen["width"]
