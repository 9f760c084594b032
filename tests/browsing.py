"""The page in a real browser: the server, the browser, and what a person does there."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.cli.serving import OPTIONS

try:
    import playwright.sync_api as playwright_api
except ModuleNotFoundError:  # the tests that need it skip themselves
    playwright_api = None  # type: ignore[assignment]

CHROMIUM = Path("/usr/bin/chromium")
ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "build" / "screenshots"
"""Pictures of the page at the end of each test, for whoever wants to look; not committed."""
SECONDS = 60

NEEDS_A_BROWSER = pytest.mark.skipif(
    not CHROMIUM.exists(), reason=f"there is no browser at {CHROMIUM}: install chromium"
)


@contextmanager
def served(library: Path, folder: Path, models: str = "none") -> Iterator[str]:
    """The address of the page over a library; its log is in ``folder``.

    It is searched by keywords, or with the models that come with the installation ("").
    """
    port = _free_port()
    settings = {
        "COUNCIL_PAPERS_LIBRARY": str(library),
        "COUNCIL_PAPERS_EMBEDDING_MODEL": models,
        "COUNCIL_PAPERS_RERANKING_MODEL": models,
    }
    flags = [f"--{name}={value}" for name, value in OPTIONS.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *flags]
    command += ["--server.address=127.0.0.1", f"--server.port={port}"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **settings}, stdout=log, stderr=log
        )
        try:
            _await(f"http://127.0.0.1:{port}/_stcore/health", folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


@contextmanager
def chromium() -> Iterator["playwright_api.Browser"]:
    """A headless Chromium that asks for nothing by itself."""
    flags = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run"]
    flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with playwright_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=flags)
        yield opened
        opened.close()


@contextmanager
def opened_page(
    browser: "playwright_api.Browser", address: str, width: int = 1280, **context_options: str
) -> Iterator["playwright_api.Page"]:
    """A page of that width, not yet opened; at the end nothing may have been asked elsewhere."""
    context = browser.new_context(
        viewport={"width": width, "height": 850},
        locale="en-GB",
        permissions=["clipboard-read", "clipboard-write"],
        **context_options,
    )
    outside: list[str] = []

    def gate(route: "playwright_api.Route") -> None:
        if route.request.url.startswith((address, "data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    context.route("**/*", gate)
    page = context.new_page()
    page.set_default_timeout(SECONDS * 1000)
    playwright_api.expect.set_options(timeout=SECONDS * 1000)
    yield page
    _picture(page)
    context.close()
    assert outside == []


def _picture(page: "playwright_api.Page") -> None:
    """Keep what the page shows at the end of a test, under the test's name."""
    test = os.environ.get("PYTEST_CURRENT_TEST", "page").partition(" ")[0]
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{re.sub(r'[^a-z0-9_]+', '-', test.lower())[-120:]}.png")


def ask(page: "playwright_api.Page", question: str, answer: str = ".cp-statement") -> None:
    """Ask, and wait until the reply stands there whole."""
    box = page.get_by_placeholder("Ask about decisions")
    box.fill(question)
    box.press("Enter")
    answered(page, answer)


def answered(page: "playwright_api.Page", answer: str = ".cp-statement") -> None:
    """Wait until the reply stands there whole."""
    playwright_api.expect(page.locator(answer).first).to_be_visible()
    at_rest(page)
    playwright_api.expect(source(page)).to_be_visible()


def source(page: "playwright_api.Page") -> "playwright_api.Locator":
    """The button of the first source."""
    return page.get_by_role("button", name="[1]").first


def at_rest(page: "playwright_api.Page") -> None:
    """Wait until the server has drawn everything."""
    app = page.locator(".stApp")
    playwright_api.expect(app).to_have_attribute("data-test-script-state", "notRunning")
    playwright_api.expect(page.locator("[data-stale=true]")).to_have_count(0)


def tab_to(page: "playwright_api.Page", there: str, backwards: bool = False) -> None:
    """Press Tab until the script ``there`` holds of what has the focus."""
    for _ in range(40):
        if page.evaluate(there):
            return
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
    raise AssertionError(f"not reached by Tab: {there}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await(health: str, log: Path) -> None:
    for _ in range(SECONDS * 5):
        try:
            with urllib.request.urlopen(health, timeout=1) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"the page did not start: {log.read_text()}")
