"""Agendas: which blocks head an item, its pages, and which item a report is for."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from corpus.business.numbering import is_capitals
from corpus.packs.kinds import AGENDA, ENCLOSED, ENDS_IN_AGENDA
from corpus.papers import Item
from corpus.text.blocks import Block, BlockKind
from corpus.text.dates import MONTHS

SAME_TITLE = 86
"""Of 100: how alike two titles must be to be taken for one (token set ratio)."""
HINT = 60
"""How alike they must be where the order of the papers says the same."""
HEAD_OF_REPORT = 16
LONGEST_TITLE = 400
MISSING = 5
"""How many items may be left out between two (exempt, withdrawn or not numbered)."""
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_PAGES = r"(?P<first>\d{1,4})(?:\s*(?:[-–—]|to|i)\s*(?P<last>\d{1,4}))?"
PAGES = re.compile(
    rf"(?:[(\[]?\s*\b(?:pages?|pp?\.?|tudalennau|tudalen|tud\.?)\s*(?:nos?\.?\s*)?|\t\s*){_PAGES}"
    r"\s*[)\]]?\s*$",
    re.IGNORECASE,
)
ITEM_LINE = re.compile(
    r"(?:agenda\s+)?item\s*(?:(?:no|number|nº)\b\.?)?\s*[:.\t–-]*\s*"
    r"(?P<number>[A-Z]?\d{1,2}(?:\.\d{1,2})?\s?(?:\([a-z]{1,3}\)|[a-z])?)(?!\w)(?!\s*(?:of|to)\b)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?)?"
    r"(?P<number>(?P<letter>[A-Z])?\.?(?P<main>\d{1,3})(?:\.(?P<part>\d{1,2}))?(?P<sub>[a-z])?"
    r"|(?P<roman>[ivx]{1,5}|[IVX]{1,5})(?=[.)]))"
    r"(?P<stop>\.0\b|[.):])?(?:[\s:–-]+(?P<title>\S.*))?",
    re.DOTALL | re.IGNORECASE,
)
OPENS = re.compile(
    rf"{AGENDA.pattern}|{ENCLOSED.pattern}|{ENDS_IN_AGENDA.pattern}", re.IGNORECASE | re.DOTALL
)
A_MONTH = re.compile(rf"(?:st|nd|rd|th)?\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A numbered line that may head an item.

    ``order`` is its place: letter before it, number, part or letter after it. Lines of one
    ``look`` are set alike; ``weight`` says how much a line looks like an item by itself.
    """

    at: int
    item: Item
    order: tuple[int, int, int]
    look: tuple[bool, ...]
    weight: float


def agenda_heads(blocks: Sequence[Block]) -> dict[int, Item]:
    """The items' headings by the position of their block.

    They are the longest run of numbers that rise; lists inside an item start again at 1.
    """
    opened = [at for at, block in enumerate(blocks) if OPENS.fullmatch(block.text.strip())]
    runs: list[_Candidate] = []
    for start, end in zip(opened, [*opened, len(blocks)][1:], strict=True):
        runs += _items_among(blocks, start + 1, end)
    runs = runs or _items_among(blocks, 0, len(blocks))
    return {each.at: each.item for each in runs}


def _items_among(blocks: Sequence[Block], start: int, end: int) -> list[_Candidate]:
    found = [c for at in range(start, end) if (c := _candidate(blocks, at))]
    styles: dict[tuple[bool, bool], list[_Candidate]] = {}
    for each in found:
        number = each.item.number or ""
        styles.setdefault((number.isalpha(), "." in number), []).append(each)
    runs = [
        run
        for (roman, _), each in styles.items()
        if (run := _longest_run(each)) and (not roman or run[0].order[1] == 1)
    ]
    run = max(runs, key=len, default=[])
    alone = len(run) == 1 and pages_printed(blocks[run[0].at].text) is not None
    return run if len(run) > 1 or alone else []


def pages_printed(text: str) -> tuple[int, int] | None:
    """The first and last page that stand behind an item: "(Pages 15 - 24)", "p. 7"."""
    match = PAGES.search(text)
    if match is None:
        return None
    first, last = int(match["first"]), int(match["last"] or match["first"])
    return (first, last) if first <= last else None


def item_number_in(blocks: Sequence[Block]) -> str | None:
    """The number that a report's head gives its item ("AGENDA ITEM NUMBER: 8"), if it does."""
    first_page = blocks[0].page if blocks else None
    for at, block in enumerate(blocks):
        on_first_page = first_page is not None and block.page == first_page
        if at >= HEAD_OF_REPORT and not (on_first_page and block.text.startswith("Agenda")):
            continue
        for cell in (block.text.strip(), *block.cells):
            match = ITEM_LINE.match(cell)
            if match and (match.end() == len(cell) or cell[match.end()] in "\t :-–"):
                return re.sub(r"\s", "", match["number"])
        if re.fullmatch(r"(?:agenda )?item(?: no\.?| number)?\s*:?", block.text.strip(), re.I):
            following = blocks[at + 1].text.strip() if at + 1 < len(blocks) else ""
            if re.fullmatch(r"[A-Z]?\d{1,2}(?:\.\d{1,2})?[a-z]?\.?", following):
                return following.rstrip(".")
    return None


def items_for(
    reports: Sequence[tuple[str | None, str]], items: Sequence[Item], papered: Collection[Item]
) -> list[Item | None]:
    """The item of each report of a pack, in order.

    A report has the number that it gives its item, or None, and its title; ``papered`` are
    the items that have pages beside them. Reports that neither number nor title places
    have, between two that are placed, the items with pages that are left, if they are as
    many; where none is left they go with the report before.
    """
    by_number = {item.number.casefold(): item for item in items if item.number}
    found = [
        by_number.get(number.casefold(), Item(number, "")) if number else item_for(title, items)
        for number, title in reports
    ]
    if not papered:
        return found
    at = 0
    while at < len(found):
        end = next((n for n in range(at, len(found)) if found[n] is not None), len(found))
        if end > at:
            before, after = found[at - 1] if at else None, (*found, None)[end]
            left = [item for item in _between(items, before, after) if item in papered]
            left = [item for item in left if item not in found]
            if len(left) == end - at - 1 and after and _alike(reports[end - 1][1], after) >= HINT:
                left.append(after)
            if len(left) == end - at:
                found[at:end] = left
            elif not left and before is not None:
                found[at:end] = [before] * (end - at)
        at = end + 1
    return found


def _between(items: Sequence[Item], before: Item | None, after: Item | None) -> list[Item]:
    """The items after one and before another; minutes aside, which are no reports."""
    start = items.index(before) + 1 if before in items else 0
    end = items.index(after) if after in items else len(items)
    return [item for item in items[start:end] if not re.match("minutes?\\b", item.title, re.I)]


def item_for(title: str, items: Sequence[Item]) -> Item | None:
    """The agenda item whose title is most like that of a report, if one is."""
    if not title:
        return None
    scored = [(_alike(title, item), item) for item in items]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= SAME_TITLE else None


def _candidate(blocks: Sequence[Block], at: int) -> _Candidate | None:
    block = blocks[at]
    text = block.text.strip()
    if block.kind is BlockKind.TABLE_ROW:
        cells = [cell for cell in block.cells if cell]
        text = " ".join(cells[:2]) if cells and len(cells) >= 2 else ""
    match = NUMBERED.fullmatch(text)
    if match is None:
        return None
    title = match["title"] or ""
    if not title and at + 1 < len(blocks) and blocks[at + 1].kind is not BlockKind.TABLE_ROW:
        title = blocks[at + 1].text
    pages = pages_printed(block.text)
    title = PAGES.sub("", title.replace("\t", " ")).removesuffix("(Pages").strip(" -–:")
    if not title or len(title) > LONGEST_TITLE or A_MONTH.match(title):
        return None
    if not re.match(r"[\"'“‘(£]?(?:[^\W\d_]|\d+/\d)", title):
        return None
    look = (
        block.kind is BlockKind.HEADING,
        block.bold,
        is_capitals(title),
        bool(match["stop"]),
        block.indent > 2,
        bool(match["roman"]),
    )
    weight = 1.0 + 2 * (pages is not None) + (block.kind is BlockKind.HEADING or is_capitals(title))
    weight += block.bold - 0.5 * (len(title) > 200 or match["stop"] == ")")
    number = match["number"].rstrip(".")
    return _Candidate(at, Item(number, title), _order(match), look, weight)


def _order(match: re.Match[str]) -> tuple[int, int, int]:
    if match["roman"]:
        name = match["roman"].casefold()
        return 0, ROMAN.index(name) + 1 if name in ROMAN else 99, 0
    letter = ord(match["letter"].upper()) - 64 if match["letter"] else 0
    sub = ord(match["sub"].lower()) - 96 if match["sub"] else int(match["part"] or 0)
    return letter, int(match["main"]), sub


def _longest_run(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The run of rising numbers that weighs most; lines set alike weigh more together."""
    scores: list[float] = []
    before: list[int] = []
    for i, each in enumerate(candidates):
        best, link = 0.0, -1
        for j in range(max(0, i - 80), i):
            if not _follows(candidates[j].order, each.order):
                continue
            alike = 0.5 * (candidates[j].look == each.look)
            gap = 0.3 * max(0, each.order[1] - candidates[j].order[1] - 1)
            if scores[j] + alike - gap > best:
                best, link = scores[j] + alike - gap, j
        scores.append(best + each.weight)
        before.append(link)
    run: list[_Candidate] = []
    at = max(range(len(scores)), key=lambda i: scores[i]) if scores else -1
    while at >= 0:
        run.append(candidates[at])
        at = before[at]
    return run[::-1]


def _follows(before: tuple[int, int, int], after: tuple[int, int, int]) -> bool:
    """Whether a number may come next after another."""
    if before[0] != after[0]:
        return after[0] == before[0] + 1 and after[1] == 1
    if before[1] == after[1]:
        return 0 < after[2] - before[2] <= MISSING
    return 0 < after[1] - before[1] <= MISSING and after[2] <= 1


def _alike(title: str, item: Item) -> float:
    return float(fuzz.token_set_ratio(_plain(title), _plain(item.title)))


def _plain(title: str) -> str:
    title = re.sub(r"(?<=\w)-(?=\w)", "", title.casefold().replace("&", " and "))
    return re.sub(r"[^\w\s]", " ", title)
