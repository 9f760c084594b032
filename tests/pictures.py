"""The pictures of the README: the app itself, as it shows the sample library.

Each picture carries the words that were on the page, so that a test can tell when the app
shows others. ``python tests/pictures.py`` takes them anew.
"""

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from browsing import ROOT, ask, at_rest, chromium, opened_page, served, source
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from assistant.filing.adding import add_papers
from assistant.settings import Settings
from corpus.sample.build import build

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTH, HEIGHT = 1280, 850
_WORDS = "Words on the page"


def _asked(page: "Page", address: str) -> None:
    page.goto(address)
    ask(page, "What was resolved about the school places plan?")
    page.get_by_text("You could ask next").wait_for()
    source(page).click()
    page.get_by_role("dialog").get_by_test_id("stCode").wait_for()
    _settled(page)
    page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")


def _decided(page: "Page", address: str) -> None:
    page.goto(f"{address}/decisions?about=school+places")
    beside = page.locator("details:has-text('Recommended beside resolved')").first
    beside.locator("summary").first.click()
    beside.scroll_into_view_if_needed()
    _settled(page)


def _briefed(page: "Page", address: str) -> None:
    page.goto(f"{address}/meetings")
    page.locator(".cp-held li").first.wait_for()
    at_rest(page)
    page.locator(".cp-held li", has_text="Agenda").first.get_by_role("link").click()
    page.get_by_text("Brief for members").click()
    page.locator(".cp-brief").wait_for()
    _settled(page)


def _settled(page: "Page") -> None:
    """Wait until nothing is drawn any more, and nothing moves."""
    at_rest(page)
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")


PICTURES: dict[str, Callable[["Page", str], None]] = {
    "docs/answer.png": _asked,
    "docs/decisions.png": _decided,
    "docs/brief.png": _briefed,
}
"""By file, how a person comes to what it shows."""


def sample_library(folder: Path) -> Path:
    """The sample library in ``folder``, with the models that come with the installation."""
    build(folder / "papers")
    add_papers(Settings(folder / "library"), [folder / "papers"])
    return folder / "library"


def words_on(page: "Page") -> str:
    """What a person reads there, a line for each."""
    shown = page.evaluate("document.body.innerText")
    lines = (" ".join(line.split()) for line in shown.splitlines())
    return "\n".join(line for line in lines if line)


def words_of(picture: Path) -> str:
    """The words that were on the page when its picture was taken."""
    with Image.open(picture) as opened:
        return str(opened.info[_WORDS])


def take(page: "Page", picture: Path) -> None:
    """Take a picture of what the page shows now."""
    words = PngInfo()
    words.add_itxt(_WORDS, words_on(page))
    with Image.open(io.BytesIO(page.screenshot())) as shown:
        shown.convert("P", palette=Image.Palette.ADAPTIVE).save(
            picture, pnginfo=words, optimize=True
        )


def main() -> int:
    """Take all pictures anew."""
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        library = sample_library(Path(scratch))
        with served(library, Path(scratch), models="") as address:
            for name, go in PICTURES.items():
                with opened_page(browser, address, WIDTH) as page:
                    go(page, address)
                    take(page, ROOT / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
