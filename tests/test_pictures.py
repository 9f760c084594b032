"""The pictures of the README show the app as it is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import NEEDS_A_BROWSER, ROOT, opened_page, served
from pictures import HEIGHT, PICTURES, WIDTH, sample_library, words_of, words_on
from PIL import Image, ImageChops, ImageStat

playwright_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

SMALL = (64, 42)
ALIKE = 12
"""Of 255, on the average: another layout differs by more, another version of a font by less."""

pytestmark = NEEDS_A_BROWSER


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("sample")
    with served(sample_library(folder), folder, models="") as at:
        yield at


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_the_words_and_the_look_of_the_page(
    name: str, browser: "playwright_api.Browser", address: str, tmp_path: Path
) -> None:
    with opened_page(browser, address, WIDTH) as page:
        PICTURES[name](page, address)
        assert words_on(page) == words_of(ROOT / name), "take it anew: make pictures"
        page.screenshot(path=tmp_path / "now.png")
    with Image.open(ROOT / name) as then, Image.open(tmp_path / "now.png") as now:
        assert then.size == now.size == (WIDTH, HEIGHT)
        small = [each.convert("L").resize(SMALL) for each in (then, now)]
    assert ImageStat.Stat(ImageChops.difference(*small)).mean[0] < ALIKE


def test_the_readme_shows_these_pictures_and_no_others() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"!\[[^]]+\]\(([^)]+)\)", readme) == list(PICTURES)
    assert {f"docs/{each.name}" for each in (ROOT / "docs").glob("*.png")} == set(PICTURES)
