"""The page for everybody: WCAG 2.2 AA in a real browser, by keyboard, large, dark and still."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import pairwise

import pytest
from browsing import (
    NEEDS_A_BROWSER,
    ask,
    at_rest,
    opened_page,
    served,
    source,
    tab_to,
)
from page_papers import add_pdf, library_with_papers

playwright_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

pytestmark = NEEDS_A_BROWSER

DESKTOP, NARROW = 1280, 320
"""Pixels: a narrow page is what 400 % zoom leaves of a wide one."""
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 25, 29)"}
WCAG = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    }
}
QUESTION = "What was resolved about allotment rents?"
CONTROLS = (
    "a[href], button:not([disabled]), input:not([tabindex='-1']), textarea, summary, [tabindex='0']"
)
FOCUSED = """() => {
    let one = document.activeElement;
    while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    const box = one.getBoundingClientRect();
    const marked = [one, one.closest("label"), one.closest("[data-testid=stChatInput]")];
    return {
        name: `${one.tagName} ${one.getAttribute("aria-label") || one.innerText || one.id}`,
        left: one === document.body,
        outline: Math.max(...marked.filter(Boolean).map((each) => {
            const style = getComputedStyle(each);
            return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
        })),
        seen: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    };
}"""
REMEMBER = """() => {
    window.nameOf = (each) => `${each.tagName} ${each.ariaLabel} ${each.innerText} ${each.value}`;
    const one = document.activeElement;
    const follows = !window.before || Boolean(
        window.before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    window.before = one;
    (window.reached ??= new Set()).add(one).add(window.nameOf(one));
    return follows;
}"""
MISSED = f"""() => [...document.querySelectorAll("{CONTROLS}")]
    .filter((each) => each.checkVisibility({{visibilityProperty: true}}))
    .filter((each) => each.tabIndex >= 0 && each.type !== "file")
    .filter((each) => !window.reached.has(each) && !window.reached.has(window.nameOf(each)))
    .map((each) => each.outerHTML.slice(0, 120))"""
HEADINGS = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4)")]
    .filter((each) => each.checkVisibility()).map((each) => Number(each.tagName[1]))"""
SETTLED = """() => document.getAnimations().every(
    each => each.playState !== "running" || each.effect.getComputedTiming().endTime === Infinity
)"""
"""No colour is still changing from one theme to the other: half of the way it is neither."""
SIDEWAYS = "document.querySelector('.stMain').scrollWidth - document.documentElement.clientWidth"
CUT_OFF = """() => [...document.querySelectorAll("main :is(button, p, li, dd, h1, h2, h3)")]
    .filter((each) => each.checkVisibility() && getComputedStyle(each).overflow !== "visible")
    .filter((each) => each.clientHeight && !each.closest(".cp-heard"))
    .filter((each) => each.scrollHeight > each.clientHeight + 1 ||
                      each.scrollWidth > each.clientWidth + 1)
    .filter((each) => getComputedStyle(each).clipPath === "none")
    .map((each) => each.innerText)"""
SPACED = """* { letter-spacing: .12em !important; line-height: 1.5 !important;
                word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
SMALL = """() => [...document.querySelectorAll("button, a[href], summary, label:has(input)")]
    .filter((each) => each.checkVisibility({visibilityProperty: true}))
    .filter((each) => each.tabIndex >= 0 || each.tagName === "LABEL")
    .filter((each) => getComputedStyle(each).display !== "inline")
    .filter((each) => each.closest(".stMain, .stDialog, .stSidebar, header"))
    .map((each) => [each.outerHTML.slice(0, 150), each.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(([shown, box]) => `${box.width} by ${box.height}: ${shown}`)"""
MOVING = """() => [...document.querySelectorAll("*")].filter((each) => {
    const style = getComputedStyle(each);
    const times = `${style.animationDuration}, ${style.transitionDuration}`.split(", ");
    return times.some((time) => parseFloat(time) * (time.endsWith("ms") ? 1 : 1000) > 10);
}).map((each) => each.outerHTML.slice(0, 80))"""
RECORD_WORDS = """() => {
    window.shown = [];
    new MutationObserver(() => {
        const words = document.querySelector(".cp-statement .cp-words");
        if (words && getComputedStyle(words).visibility === "visible")
            window.shown.push(words.innerText);
    }).observe(document.body, {childList: true, subtree: true});
}"""
RECORD_NEWS = """() => {
    window.news = [];
    const told = document.querySelector("#cp-news");
    new MutationObserver(() => window.news.push(told.textContent))
        .observe(told, {childList: true});
}"""

Addresses = dict[str, str]
Go = Callable[["playwright_api.Page", str], None]


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    """Where libraries are served: one with papers, an empty one, and one that is damaged."""
    full, empty, damaged = (tmp_path_factory.mktemp(name) for name in ("full", "empty", "damaged"))
    library = library_with_papers(full)
    add_pdf(library, full)
    (damaged / "library.sqlite").write_text("not a library", encoding="utf-8")
    with ExitStack() as servers:
        yield {
            "full": servers.enter_context(served(library, full)),
            "empty": servers.enter_context(served(empty, empty)),
            "damaged": servers.enter_context(served(damaged, damaged)),
        }


def at_ask(page: "playwright_api.Page", address: str) -> None:
    page.goto(address)
    playwright_api.expect(page.get_by_placeholder("Ask about decisions")).to_be_visible()
    at_rest(page)


def at_an_answer(page: "playwright_api.Page", address: str) -> None:
    at_ask(page, address)
    ask(page, QUESTION)


def at_a_refusal(page: "playwright_api.Page", address: str) -> None:
    at_ask(page, address)
    ask(page, "What was resolved about the ice rink?", answer=".cp-refusal")


def at_a_follow_up(page: "playwright_api.Page", address: str) -> None:
    at_ask(page, address)
    ask(page, "What was resolved about allotment rents in March 2024?")
    ask(page, "What was recommended about the swimming pool roof in March 2024?")
    playwright_api.expect(page.locator(".cp-asked")).to_have_count(2)
    playwright_api.expect(page.locator("[class*=st-key-scope-] button").first).to_be_visible()


def at_a_source_as_text(page: "playwright_api.Page", address: str) -> None:
    at_an_answer(page, address)
    source(page).click()
    playwright_api.expect(page.get_by_role("dialog").locator("mark").first).to_be_visible()
    at_rest(page)


def at_a_source_as_printed(page: "playwright_api.Page", address: str) -> None:
    at_ask(page, address)
    ask(page, "What was resolved about bandstand repairs?")
    source(page).click()
    image = page.get_by_role("dialog").get_by_role("img", name="these words are marked")
    playwright_api.expect(image).to_be_visible()
    at_rest(page)


def at_decisions(page: "playwright_api.Page", address: str) -> None:
    page.goto(f"{address}/decisions")
    playwright_api.expect(page.get_by_role("button", name="Download these as JSON")).to_be_visible()
    at_rest(page)


def at_a_timeline(page: "playwright_api.Page", address: str) -> None:
    at_decisions(page, address)
    page.get_by_label("About", exact=True).fill("ice rink")
    page.get_by_label("About", exact=True).press("Enter")
    page.get_by_text("Timeline", exact=True).click()
    playwright_api.expect(page.locator(".cp-timeline")).to_be_visible()
    at_rest(page)


def at_a_year(page: "playwright_api.Page", address: str) -> None:
    at_decisions(page, address)
    page.get_by_text("Year at a glance").click()
    playwright_api.expect(page.locator(".cp-chart")).to_be_visible()
    at_rest(page)


def at_meetings(page: "playwright_api.Page", address: str) -> None:
    page.goto(f"{address}/meetings")
    playwright_api.expect(page.get_by_text("newest first")).to_be_visible()
    at_rest(page)


def at_a_meeting(page: "playwright_api.Page", address: str) -> None:
    at_meetings(page, address)
    page.get_by_role("link", name="12 March 2024").click()
    playwright_api.expect(page.locator(".cp-meeting-page")).to_be_visible()
    at_rest(page)


def at_a_remark(page: "playwright_api.Page", address: str) -> None:
    at_an_answer(page, address)
    page.get_by_text("Something wrong?").click()
    playwright_api.expect(page.get_by_text("What is wrong?")).to_be_visible()
    at_rest(page)


def at_papers(page: "playwright_api.Page", address: str) -> None:
    page.goto(f"{address}/papers")
    playwright_api.expect(page.get_by_text("How each file was read")).to_be_visible()
    at_rest(page)
    for summary in page.locator("main summary").all():
        summary.click()


def at_about(page: "playwright_api.Page", address: str) -> None:
    page.goto(f"{address}/about")
    playwright_api.expect(page.get_by_text("How we tested these pages")).to_be_visible()
    at_rest(page)


def at_an_empty_library(page: "playwright_api.Page", address: str) -> None:
    page.goto(address)
    playwright_api.expect(page.get_by_text("The library is empty")).to_be_visible()
    at_rest(page)


def at_an_error(page: "playwright_api.Page", address: str) -> None:
    page.goto(address)
    playwright_api.expect(page.get_by_role("alert").first).to_be_visible()
    at_rest(page)


VIEWS = {
    "Ask": at_ask,
    "Decisions": at_decisions,
    "Meetings": at_meetings,
    "Papers": at_papers,
    "About": at_about,
}
STATES: list[tuple[Go, str]] = [
    *((go, "full") for go in VIEWS.values()),
    *((go, "full") for go in (at_an_answer, at_a_refusal, at_a_follow_up, at_a_timeline)),
    *((go, "full") for go in (at_a_source_as_text, at_a_source_as_printed, at_a_remark)),
    *((go, "full") for go in (at_a_year, at_a_meeting)),
    (at_an_empty_library, "empty"),
    (at_an_error, "damaged"),
]
NAMES = [go.__name__ for go, _ in STATES]


@pytest.mark.parametrize("width", [DESKTOP, NARROW])
@pytest.mark.parametrize(("go", "library"), STATES, ids=NAMES)
def test_axe_finds_nothing_against_wcag(
    browser: "playwright_api.Browser", addresses: Addresses, go: Go, library: str, width: int
) -> None:
    with opened_page(browser, addresses[library], width, color_scheme="light") as page:
        go(page, addresses[library])
        for theme, ground in GROUNDS.items():
            page.emulate_media(color_scheme=theme)
            playwright_api.expect(page.locator(".stApp")).to_have_css("background-color", ground)
            page.wait_for_function(SETTLED)
            found = axe.Axe().run(page, options=WCAG).response["violations"]
            told = [(each["id"], node["html"]) for each in found for node in each["nodes"]]
            assert told == [], f"{theme}: {told}"


@pytest.mark.parametrize(("go", "library"), STATES, ids=NAMES)
def test_with_wide_spacing_nothing_is_cut_off_or_runs_off_a_narrow_screen(
    browser: "playwright_api.Browser", addresses: Addresses, go: Go, library: str
) -> None:
    with opened_page(browser, addresses[library], NARROW) as page:
        go(page, addresses[library])
        page.add_style_tag(content=SPACED)
        assert page.evaluate(SIDEWAYS) <= 0
        assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("width", [DESKTOP, NARROW])
@pytest.mark.parametrize("go", [*VIEWS.values(), at_an_answer])
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(
    browser: "playwright_api.Browser", addresses: Addresses, go: Go, width: int
) -> None:
    with opened_page(browser, addresses["full"], width) as page:
        go(page, addresses["full"])
        page.get_by_role("link", name="Skip to main content").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")  # by keyboard, so that the outline is drawn
        for _ in range(80):
            at = page.evaluate(FOCUSED)
            if at["left"]:
                break
            assert page.evaluate(REMEMBER), f"out of order: {at['name']}"
            assert at["outline"] >= 2, f"not seen to have the focus: {at['name']}"
            assert at["seen"], f"not on the screen: {at['name']}"
            page.keyboard.press("Tab")
        assert at["left"], "the focus is trapped"
        assert page.evaluate(MISSED) == []


def test_the_focus_stays_in_an_opened_source_and_returns_from_it(
    browser: "playwright_api.Browser", addresses: Addresses
) -> None:
    with opened_page(browser, addresses["full"]) as page:
        at_an_answer(page, addresses["full"])
        source(page).focus()
        page.keyboard.press("Enter")
        playwright_api.expect(page.get_by_role("dialog").locator("mark").first).to_be_visible()
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate("!!document.activeElement.closest('[role=dialog]')")
        page.keyboard.press("Escape")
        playwright_api.expect(page.get_by_role("dialog")).to_have_count(0)
        playwright_api.expect(source(page)).to_be_focused()


def test_a_reference_is_copied_by_keyboard(
    browser: "playwright_api.Browser", addresses: Addresses
) -> None:
    with opened_page(browser, addresses["full"]) as page:
        at_a_source_as_text(page, addresses["full"])
        copy = "document.activeElement.getAttribute('aria-label') === 'Copy to clipboard'"
        tab_to(page, copy)
        page.keyboard.press("Enter")
        copied = page.get_by_test_id("stCode").locator("code").inner_text()
        page.wait_for_function("navigator.clipboard.readText().then((text) => text.length > 0)")
        assert page.evaluate("navigator.clipboard.readText()") == copied


def test_the_first_link_leads_past_the_filters(
    browser: "playwright_api.Browser", addresses: Addresses
) -> None:
    with opened_page(browser, addresses["full"]) as page:
        at_decisions(page, addresses["full"])
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        playwright_api.expect(page.get_by_label("About", exact=True)).to_be_focused()


def test_the_sidebar_opens_and_shuts_without_losing_the_focus(
    browser: "playwright_api.Browser", addresses: Addresses
) -> None:
    with opened_page(browser, addresses["full"], NARROW) as page:
        at_decisions(page, addresses["full"])
        page.get_by_role("button", name="Expand sidebar").focus()
        page.keyboard.press("Enter")
        playwright_api.expect(page.get_by_role("button", name="Collapse sidebar")).to_be_focused()
        page.keyboard.press("Enter")
        playwright_api.expect(page.get_by_role("button", name="Expand sidebar")).to_be_focused()


def test_a_reply_is_heard_once_and_whole(
    browser: "playwright_api.Browser", addresses: Addresses
) -> None:
    with opened_page(browser, addresses["full"]) as page:
        at_ask(page, addresses["full"])
        page.evaluate(RECORD_NEWS)
        ask(page, QUESTION)
        page.wait_for_function("window.news.some((each) => each.startsWith('Answer'))")
        [heard] = [news for news in page.evaluate("window.news") if "Reading" not in news]
        assert heard.startswith("Answer. Resolved, Cabinet, 12 March 2024, minute 42/24: ")
        assert heard.endswith("be published every month.” [1]")
        assert page.locator("#cp-news").get_attribute("role") == "status"


def test_a_refusal_is_heard_as_such(
    browser: "playwright_api.Browser", addresses: Addresses
) -> None:
    with opened_page(browser, addresses["full"]) as page:
        at_a_refusal(page, addresses["full"])
        heard = page.locator("#cp-news")
        playwright_api.expect(heard).to_contain_text("Not recorded in these papers. ")


def test_how_many_decisions_were_found_is_heard(
    browser: "playwright_api.Browser", addresses: Addresses
) -> None:
    with opened_page(browser, addresses["full"]) as page:
        at_decisions(page, addresses["full"])
        page.evaluate(RECORD_NEWS)
        page.get_by_label("About", exact=True).fill("allotment")
        page.get_by_label("About", exact=True).press("Enter")
        page.wait_for_function("window.news.length")
        assert page.evaluate("window.news")[-1].startswith("1 entry.")


def test_whoever_wants_no_movement_sees_an_answer_all_at_once(
    browser: "playwright_api.Browser", addresses: Addresses
) -> None:
    with opened_page(browser, addresses["full"], reduced_motion="reduce") as page:
        at_ask(page, addresses["full"])
        page.evaluate(RECORD_WORDS)
        ask(page, QUESTION)
        page.wait_for_function("window.shown.length")
        assert len(set(page.evaluate("window.shown"))) == 1
        assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_has_its_title_its_language_and_its_headings_in_order(
    browser: "playwright_api.Browser", addresses: Addresses, view: str
) -> None:
    with opened_page(browser, addresses["full"]) as page:
        VIEWS[view](page, addresses["full"])
        playwright_api.expect(page).to_have_title(f"{view} – Council papers")
        playwright_api.expect(page.locator("html")).to_have_attribute("lang", "en-GB")
        levels = page.evaluate(HEADINGS)
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("go", [at_an_answer, at_a_source_as_text, at_decisions, at_papers])
def test_no_target_is_smaller_than_24_pixels(
    browser: "playwright_api.Browser", addresses: Addresses, go: Go
) -> None:
    with opened_page(browser, addresses["full"]) as page:
        go(page, addresses["full"])
        assert page.evaluate(SMALL) == []


def test_without_colours_what_was_decided_still_stands_out(
    browser: "playwright_api.Browser", addresses: Addresses
) -> None:
    with opened_page(browser, addresses["full"], forced_colors="active") as page:
        at_decisions(page, addresses["full"])
        widths = {
            name: page.locator(f".cp-{name}").first.evaluate("e => getComputedStyle(e).borderWidth")
            for name in ("resolved", "recommended")
        }
        assert float(widths["resolved"][:-2]) > float(widths["recommended"][:-2])
