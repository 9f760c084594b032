"""The whole of a list or a table, where a part of it was found."""

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.evidence.quoting import Quotable, lines_of, quotables
from assistant.whereabouts import Whereabouts
from corpus.papers import Passage

FEWEST = 3
"""Items or rows. Fewer are no list, unless its lead-in counts them."""
MOST_WORDS = 140
"""Of a list that is quoted whole. A longer one is looked up in its paper."""
LONGEST_ITEM = 45
"""Words. Longer lines are paragraphs."""
LONGEST_LEAD = 70
"""Words of what leads in to a list."""
NUMBERS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
COUNTED = re.compile(
    rf"\b(?:following|these|the|are|were)\s+(?P<number>{'|'.join(NUMBERS)}|\d+)\b", re.I
)
"""Says in the lead-in how many items follow."""
MARKS = (
    re.compile(r"[•▪●○◦·*–—-]\s|[o]\s(?=[A-Z])"),
    re.compile(r"\(?\d{1,2}[.)]\s*(?!\d)"),
    re.compile(r"\d{1,2}(?:\.\d{1,2})+[.)]?\s"),
    re.compile(r"\(?[ivx]{1,4}[.)]\s*"),
    re.compile(r"\(?[a-z][.)]\s*"),
)
"""What items are marked by: bullets, numbers, those of paragraphs, Roman numbers, letters."""


def whole_list(where: Whereabouts, part: Quotable) -> tuple[Quotable, ...]:
    """The list or table that ``part`` is of, with what leads to it; empty where it is of none.

    Both may go on over several passages. Empty also where it would be too long to read.
    """
    parts = _whole_table(where, part) if part.passage.is_table else _whole_list(where, part)
    return parts if sum(len(each.text.split()) for each in parts) <= MOST_WORDS else ()


def _whole_table(where: Whereabouts, part: Quotable) -> tuple[Quotable, ...]:
    """All rows under the caption of the row; the headers are said once."""
    caption = _caption(part.passage)
    minute = where.in_minute(part.passage.paper, part.passage.item)
    at = next((i for i, each in enumerate(minute) if each.id == part.passage.id), None)
    if at is None:
        return ()
    before = list(takewhile(lambda each: _is_under(each, caption), reversed(minute[:at])))
    after = takewhile(lambda each: _is_under(each, caption), minute[at + 1 :])
    parts: list[Quotable] = []
    rows = 0
    for passage in (*reversed(before), part.passage, *after):
        of_passage = quotables(passage)
        if not of_passage:
            continue
        said = {each.text for each in parts}
        parts += [lead for lead in of_passage[0].leads if lead.text not in said]
        parts.append(Quotable(passage, of_passage[0].start, of_passage[-1].end))
        rows += len(parts[-1].text.splitlines())
    return tuple(parts) if rows >= FEWEST else ()


def _caption(passage: Passage) -> str:
    rows = quotables(passage) if passage.is_table else []
    leads = rows[0].leads if rows else ()
    return leads[0].text if leads else ""


def _is_under(passage: Passage, caption: str) -> bool:
    return bool(caption) and _caption(passage) == caption


def _whole_list(where: Whereabouts, part: Quotable) -> tuple[Quotable, ...]:
    """The lead-in with the items below it, or the run of marked lines that the part is in."""
    lines = [Quotable(part.passage, *span) for span in lines_of(part.passage.text)]
    at = next((i for i, line in enumerate(lines) if line.start <= part.start < line.end), None)
    if at is None:
        return ()
    first = _lead_above(lines, at)
    if first is None:
        return ()
    lines += _lines_after(where, part.passage)
    items = _items(lines[first], lines[first + 1 :])
    if len(items) < (_count(lines[first].text) or FEWEST) or at > first + len(items):
        return ()
    return _of_each_passage([lines[first], *items])


def _lead_above(lines: Sequence[Quotable], at: int) -> int | None:
    """The nearest line at or above ``at`` that leads in to others."""
    leading = (
        i
        for i in range(at, -1, -1)
        if lines[i].text.rstrip().endswith(":") and len(lines[i].text.split()) <= LONGEST_LEAD
    )
    for found in leading:
        if len(_items(lines[found], lines[found + 1 : at + 1])) == at - found:
            return found
    return None


def _items(lead: Quotable, below: Sequence[Quotable]) -> list[Quotable]:
    """The lines that are the items of the list which ``lead`` leads in to.

    They are as many as it counts, or bear the mark of the first, or are short lines of the
    lead's own passage.
    """
    number = _count(lead.text)
    mark, own = _mark(below[0].text) if below else None, _mark(lead.text)
    items: list[Quotable] = []
    for line in below:
        is_new = line.passage.id != lead.passage.id and mark is None and number is None
        if is_new or len(line.text.split()) > LONGEST_ITEM or len(items) == number:
            break
        if (mark is not None and _mark(line.text) is not mark) or (
            mark is None and own is not None and _mark(line.text) is own
        ):
            break
        items.append(line)
    return items


def _mark(text: str) -> re.Pattern[str] | None:
    return next((mark for mark in MARKS if mark.match(text)), None)


def _count(lead: str) -> int | None:
    match = COUNTED.search(lead)
    if match is None:
        return None
    word = match["number"].casefold()
    return int(word) if word.isdigit() else NUMBERS.index(word) + 2


def _lines_after(where: Whereabouts, passage: Passage) -> list[Quotable]:
    """The lines of the passages that follow under the same headings."""
    minute = where.in_minute(passage.paper, passage.item)
    at = next((i for i, each in enumerate(minute) if each.id == passage.id), len(minute))
    after = takewhile(
        lambda each: (
            not each.is_table and each.headings == passage.headings and each.force is passage.force
        ),
        minute[at + 1 : at + 3],
    )
    return [Quotable(each, *span) for each in after for span in lines_of(each.text)]


def _of_each_passage(lines: Sequence[Quotable]) -> tuple[Quotable, ...]:
    """One quotation of each passage, from the first of ``lines`` in it to the last."""
    joined: list[Quotable] = []
    for line in lines:
        if joined and joined[-1].passage.id == line.passage.id:
            joined[-1] = Quotable(line.passage, joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)
