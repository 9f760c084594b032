"""``python -m benchmarks.crowd``: how long people wait for the page and for its first words.

The server is started as anybody starts it. Clients that speak its protocol ask at once, each a
question of their own; a real browser, where there is one, measures what one person sees.
"""

import argparse
import asyncio
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from assistant.settings import from_environment
from benchmarks.page_clients import (
    PATIENCE,
    Server,
    Waited,
    ask_at_once,
    ask_in_turn,
    opened,
    serving,
)
from corpus.library import Library

CROWDS = (1, 5, 20)
AIM_FIRST_WORDS, AIM_INTERACTIVE = 1, 3
"""Seconds from Enter to the first words, and from the address to a page that can be used."""
CHROMIUM = Path("/usr/bin/chromium")
BOX = "Ask about decisions"
FORMS = (
    "What was resolved about “{}”?",
    "How much would {} cost?",
    "Who spoke on {}?",
    "What was recommended on {}?",
    "What happened to {} over time?",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crowd")
    parser.add_argument("--library", type=Path, default=from_environment().library)
    for line in crowd_tables(parser.parse_args(arguments).library):
        print(line, flush=True)


def crowd_tables(library: Path) -> Iterator[str]:
    """The figures as Markdown."""
    count = sum(CROWDS)
    asked = questions_on(library, 2 * count + 2)
    with serving(library) as server:
        yield "## The page"
        yield ""
        listening = time.perf_counter() - server.started
        asyncio.run(_load(server))
        ready = time.perf_counter() - server.started
        yield (
            f"The server listened {listening:.1f} s after its start, and its first page was "
            f"there {ready:.1f} s after it, models and library included."
        )
        yield from in_browser(server, asked[-2:])
        yield ""
        yield from crowds(server, asked[:count], asked[count : 2 * count])


def crowds(server: Server, together: Sequence[str], in_turn: Sequence[str]) -> Iterator[str]:
    """A row for each crowd, beside as many questions of the same forms asked in turn."""
    yield (
        f"| people asking at once | median first words s (aim: {AIM_FIRST_WORDS}) | slowest "
        "first words s | slowest whole answer s | errors | all of them s | in turn s | "
        "processor s |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    at = 0
    for people in CROWDS:
        mine = slice(at, at + people)
        at += people
        alone = asyncio.run(ask_in_turn(server, in_turn[mine]))
        before = server.processor_seconds()
        waited = asyncio.run(ask_at_once(server, together[mine]))
        processor = server.processor_seconds() - before
        yield _row(waited, alone, processor)
    yield ""
    yield (
        f"“All of them” is until the last of them had first words, “in turn” the sum where each "
        f"waited for the one before; {os.cpu_count()} processors, the time of which is that of "
        "the server, pages included."
    )


def _row(waited: Sequence[Waited], alone: Sequence[Waited], processor: float) -> str:
    first = [each.first_words for each in waited if each.first_words is not None]
    whole = [each.whole for each in waited if each.whole is not None]
    errors = sum(1 for each in (*waited, *alone) if each.error)
    in_turn = sum(each.first_words or 0.0 for each in alone)
    if not first:
        return f"| {len(waited)} | – | – | – | {errors} | – | {in_turn:.1f} | {processor:.1f} |"
    return (
        f"| {len(waited)} | {median(first):.2f} | {max(first):.2f} | {max(whole):.2f} | {errors} "
        f"| {max(first):.1f} | {in_turn:.1f} | {processor:.1f} |"
    )


def in_browser(server: Server, questions: Sequence[str]) -> Iterator[str]:
    """What one person waits for in a browser that has never seen the page."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        yield "No browser was measured: playwright is not installed."
        return
    if not CHROMIUM.exists():
        yield f"No browser was measured: there is none at {CHROMIUM}."
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        loads, words = [], []
        for question in questions:
            page = browser.new_context().new_page()
            page.set_default_timeout(PATIENCE * 1000)
            started = time.perf_counter()
            page.goto(server.address)
            box = page.get_by_placeholder(BOX)
            box.fill(question)
            loads.append(time.perf_counter() - started)
            started = time.perf_counter()
            box.press("Enter")
            page.locator(".cp-statement, .cp-refusal").first.wait_for()
            words.append(time.perf_counter() - started)
        browser.close()
    yield (
        f"In a browser new to the page the question box could be used after "
        f"{_listed(loads)} s (aim: {AIM_INTERACTIVE}); first words came "
        f"{_listed(words)} s after Enter (aim: {AIM_FIRST_WORDS})."
    )


def questions_on(library: Path, count: int) -> list[str]:
    """Questions on titles of the library's own register, no two alike."""
    held = Library(library)
    titles = sorted({each.item.title for each in held.decisions() if each.item})
    held.close()
    step = max(len(titles) // count, 1)
    spread = titles[::step] or ["allotment rents"]
    return [
        FORMS[(at + at // len(spread)) % len(FORMS)].format(spread[at % len(spread)].capitalize())
        for at in range(count)
    ]


async def _load(server: Server) -> None:
    async with opened(server) as page:
        await page.load()


def _listed(seconds: Sequence[float]) -> str:
    return " and ".join(f"{each:.1f}" for each in seconds)


if __name__ == "__main__":
    main()
