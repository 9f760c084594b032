"""Numbered headings: which numbered lines head an item, and which are list items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.text.blocks import Block, BlockKind
from corpus.text.dates import MONTHS

NUMBER = re.compile(
    r"(?P<number>(?:(?i:minute|item)\s)?(?:(?:(?!TABLE|CHART|FIGURE|STEP|PHASE|OPTION|PART|ANNEX|"
    r"STAGE|LOT|BAND|ZONE|CLASS|GRADE|LEVEL|YEAR|WEEK|PAGE|JAN|FEB|MARCH|MAR|APR|MAY|JUN|JUL|AUG|"
    r"SEP|OCT|NOV|DEC)[A-Z]{2,6}\s?[./-]?"
    r"|[A-Z][./-]?))?\d{1,4}(?:[./]\d{1,4}(?!\d)){0,3}(?:-\d{1,4})?[A-Za-z]?)"
    r"(?P<stop>[.):]?)(?:(?:\s+|(?<=\.)(?=[A-Z][a-z]))(?P<title>\S.*)|$)",
    re.DOTALL,
)
"""A number as it heads a minute or item: "73", "130/2007", "PLA146/14", "C.71", "339a"."""
PAGES = re.compile(
    r"\s*(?:\(?(?:pages?|pp?\.)\s+\d+\s*(?:[-–to]+\s*\d+)?\)?|\(item(?: no\.?)? \d+[a-z]?\))\s*$",
    re.IGNORECASE,
)
A_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
"""After a number it makes a date of it, and no heading."""
MAX_TITLE = 260
LARGEST_STEP = 12
"""How many numbers may be missing between two headings (withdrawn items, exempt ones); each
costs something, so that a wide gap is taken only where several headings follow."""
NO_TITLE = re.compile(
    r"(?:it was )?(?:\w+ly )?(?:resolved|resolution|decisions?|agreed|recommended|noted|determined)"
    r"\s*(?:[:–—/-].*|\W*(?:that|to)?\W*(?:unanimously)?\W*)",
    re.I | re.S,
)
"""Words of a decision, which head no business even with a number."""
BARE_YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_ALONE = 170
"""The most characters of a title that stands below its number."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block that begins with a number: ``parts`` are its components, as (18, 3, 1)."""

    at: int
    number: str
    parts: tuple[int, ...]
    title: str
    heading_like: bool


def numbered_headings(blocks: Sequence[Block]) -> list[Numbered]:
    """The longest run of numbered headings whose numbers rise by small steps.

    List items inside an item start again at 1 and so drop out; a list of short lines that
    follow one another directly is no run of headings unless they look like headings.
    """
    candidates = [each for at in range(len(blocks)) if (each := numbered(blocks, at))]
    best_chain: list[Numbered] = []
    best_score = 0.0
    styles: dict[tuple[int, str], list[_Ordered]] = {}
    for each in candidates:
        for style, order in _styles(each):
            styles.setdefault(style, []).append(_Ordered(each, order))
    for in_style in styles.values():
        chain = _chain(in_style)
        score = sum(3 if each.heading_like else 0.5 for each in chain)
        if score > best_score:
            best_chain, best_score = chain, score
    if not any(each.heading_like for each in best_chain):
        return []
    return sorted([*best_chain, *_out_of_order(candidates, best_chain)], key=lambda each: each.at)


def _out_of_order(candidates: Sequence[Numbered], chain: Sequence[Numbered]) -> list[Numbered]:
    """Headings whose number is missing in the run: items are taken out of their order."""
    numbers = {each.parts for each in chain}
    styles = {style for each in chain for style, _ in _styles(each)}
    missing: dict[tuple[int, ...], Numbered] = {}
    for each in candidates:
        fits = any(style in styles for style, _ in _styles(each))
        inside = chain[0].parts < each.parts < chain[-1].parts and each.at > chain[0].at
        if each.heading_like and fits and inside and each.parts not in numbers:
            missing.setdefault(each.parts, each)
    return list(missing.values())


def numbered(blocks: Sequence[Block], at: int) -> Numbered | None:
    """The numbered line at ``at``, if it could be a heading."""
    block = blocks[at]
    if block.kind is BlockKind.TABLE_ROW:
        return None
    match = NUMBER.match(block.text)
    if not match or match.end() < len(block.text):
        return None
    title = (match["title"] or "").strip()
    alone = not title and at + 1 < len(blocks) and _titles(blocks[at + 1], match["stop"])
    title = PAGES.sub("", blocks[at + 1].text if alone else title).strip(" -–")
    if len(title) > MAX_TITLE or not re.match(r"[\"'“‘(£]?[^\W_a-z]", title):
        return None
    if match["stop"] == ")" or A_MONTH.match(title) or len(re.findall(r"[^\W\d_]", title)) < 3:
        return None
    if BARE_YEAR.fullmatch(match["number"]) and not match["stop"]:
        return None
    number = re.sub(r"(?i)^(?:minute|item)\s+", "", match["number"])
    parts = tuple(int(digits) for digits in re.findall(r"\d+", number))
    if NO_TITLE.fullmatch(title):
        return None
    like = alone or block.kind is BlockKind.HEADING or block.bold or is_capitals(title)
    if not like:
        whole = len(parts) == 2 and parts[1] == 0
        like = _short_title(title) and (whole or not _in_a_list(blocks, at, parts))
    return Numbered(at, number, parts, title, like)


def _titles(block: Block, stop: str) -> bool:
    """Whether a block is the title of the number that stands alone above it."""
    if looks_like_heading(block):
        return True
    text = block.text
    return stop == "." and len(text) <= LONGEST_ALONE and not text.endswith((".", ";", ",", ":"))


def is_capitals(text: str) -> bool:
    """Whether most letters are capitals, as in a heading."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.7 * len(letters)


def looks_like_heading(block: Block) -> bool:
    """Whether a block without a number looks like a heading."""
    if block.kind is BlockKind.HEADING:
        return len(block.text) <= MAX_TITLE
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > 110:
        return False
    return (block.bold or is_capitals(block.text)) and not block.text.endswith((".", ";", ","))


def _short_title(title: str) -> bool:
    return len(title) <= 100 and not title.endswith((".", ";", ",", ":"))


def _in_a_list(blocks: Sequence[Block], at: int, parts: tuple[int, ...]) -> bool:
    """Whether the next or the last number stands in the block right beside."""
    for beside, step in ((at - 1, -1), (at + 1, 1)):
        if not 0 <= beside < len(blocks):
            continue
        match = NUMBER.match(blocks[beside].text)
        if match:
            other = tuple(int(digits) for digits in re.findall(r"\d+", match["number"]))
            if other[:-1] == parts[:-1] and other[-1] == parts[-1] + step:
                return True
    return False


@dataclass(frozen=True, slots=True)
class _Ordered:
    """A numbered line with the place of its number in the order of its style."""

    each: Numbered
    order: float


def _styles(each: Numbered) -> Iterator[tuple[tuple[int, str], float]]:
    """The styles of numbering that a number may be of: its fixed part, and what rises.

    Of "130/2007" and "24/057" the year stays the same; a letter comes after its number.
    """
    parts = each.parts
    last = each.number[-1].lower()
    letter = (ord(last) - ord("a") + 1) / 100 if last.isalpha() else 0.0
    prefix = re.sub(r"\d[\d./-]*[A-Za-z]?$", "", each.number)
    if re.search(r"[/-]", each.number.removeprefix(prefix)) and len(parts) > 1:
        yield (1, f"{prefix}*/{'/'.join(map(str, parts[1:]))}"), parts[0]
        yield (1, f"{prefix}{'/'.join(map(str, parts[:-1]))}/*"), parts[-1]
    elif len(parts) == 3:
        yield (3, f"{prefix}{parts[0]}.{parts[1]}"), parts[-1]
        yield (3, f"{prefix}*"), parts[-1]  # the first parts may be mistyped
    elif len(parts) == 2 and parts[1] == 0:
        yield (2, f"{prefix}*.0"), parts[0]
    else:
        yield (len(parts), prefix), parts[-1] + letter


def _chain(candidates: Sequence[_Ordered]) -> list[Numbered]:
    """The best-scoring sequence whose numbers rise, by at most LARGEST_STEP."""
    scores: list[float] = []
    before: list[int] = []
    for i, (each, order) in enumerate((c.each, c.order) for c in candidates):
        own = 3.0 if each.heading_like else 0.5
        best, link = 0.0, -1
        for j in range(max(0, i - 60), i):
            step = order - candidates[j].order
            cost = 0.6 * max(step - 1, 0)
            if 0 < step <= LARGEST_STEP and scores[j] - cost > best:
                best, link = scores[j] - cost, j
        scores.append(best + own)
        before.append(link)
    chain: list[Numbered] = []
    at = max(range(len(scores)), key=lambda i: scores[i]) if scores else -1
    while at >= 0:
        chain.append(candidates[at].each)
        at = before[at]
    return chain[::-1]
