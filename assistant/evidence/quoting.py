"""What can be quoted of a passage: sentences, clauses, rows, or a whole decision."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.documents import Document, Span
from corpus.papers import Force, Passage
from corpus.text.sentences import sentences
from corpus.text.tracing import place_of

WIDE = 65
"""Words. A shorter quotation is widened up to this."""
LONG_ROW = 60
"""Words. A longer row is quoted in parts, each with the row's first."""
SHORT_CELL = 12
"""Words. Cells that are no longer are quoted together."""
LONGEST_NAME = 25
"""Words of what a row may be named by."""
WIDE_LEANING = 90
"""Words. A sentence that begins with "he" or "this" is widened back up to this."""
LEANS = re.compile(r"\W*(?:he|she|they|it|this|these|those|that)\b", re.I)
GOES_ON = re.compile(r"(?:[;:]|,)\s*(?:and|or)?\W*$", re.I)
"""Ends an item of a list that others follow."""
RAISES = re.compile(
    r"\b(?:asked|queried|questioned|enquired|inquired|wondered|raised|sought|requested"
    r"|(?:expressed|voiced) (?:\w+ ){0,2}?(?:concerns?|disappointment|dissatisfaction))\b|\?",
    re.I,
)
"""A remark that is misread without the reply to it."""
REPLIES = re.compile(
    r"\b(?:repl(?:y|ies|ied)|respon\w+|answer\w*|explain\w*|confirm\w*|advis\w+|assur\w+"
    r"|clarif\w+|stated|said|informed|outlined|reported|undertook)\b",
    re.I,
)
WIDE_LIST = 120
"""Words. A list under its lead-in is quoted whole up to this."""
WHOLE = 130
"""Words of a proposal that is quoted whole; of a longer one each clause stands for itself."""
SHORTEST = 3
"""Words. A shorter sentence says nothing by itself and goes with one beside it ..."""
SHORT = 12
"""... with the one before it only if that has no more words than this."""


@dataclass(frozen=True, slots=True)
class Quotable:
    """Characters ``start`` to ``end`` of a passage's text.

    ``lead`` is quoted beside them: the band or header that gives a row its meaning, the
    lead-in of a list item.
    """

    passage: Passage
    start: int
    end: int
    lead: "Quotable | None" = None

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text[self.start : self.end]

    @property
    def leads(self) -> "tuple[Quotable, ...]":
        """What leads to the words, outermost first."""
        return (*self.lead.leads, self.lead) if self.lead else ()

    @property
    def whole(self) -> str:
        """The words with what leads to them."""
        return " ".join(part.text for part in (*self.leads, self))


def quotables(passage: Passage) -> list[Quotable]:
    """The parts of ``passage`` that can be quoted by themselves, in order."""
    if passage.is_table:
        return list(_rows(passage))
    long_proposal = passage.force is Force.PROPOSED and len(passage.text.split()) > WHOLE
    if passage.force not in (Force.DISCUSSED, Force.REPORTED) and not long_proposal:
        return [Quotable(passage, 0, len(passage.text))]
    parts: list[Quotable] = []
    lead: Quotable | None = None
    lines = list(lines_of(passage.text))
    for at, (start, end) in enumerate(lines):
        line = passage.text[start:end]
        after = passage.text[slice(*lines[at + 1])] if at + 1 < len(lines) else ""
        if after and (_leads(line) or _titles(line, after)):
            lead = Quotable(passage, start, end)
            continue
        is_item = len(line) < 350
        for first, last in sentences(line):
            parts.append(Quotable(passage, start + first, start + last, lead if is_item else None))
        if not is_item:
            lead = None
    return _joined(parts)


def _joined(parts: Sequence[Quotable]) -> list[Quotable]:
    """``parts`` with those that say nothing by themselves joined to one beside them.

    A number or a sign belongs to what stands before it, a word or two to what follows.
    """
    joined: list[Quotable] = []
    for part in parts:
        before = joined[-1].text if joined else ""
        ends = _is_short(part.text) and not part.text[0].isalpha() and len(before.split()) <= SHORT
        opened = _is_short(before) and before[:1].isalpha() and not before[-1].isdigit()
        if joined and (ends or opened):
            joined[-1] = replace(joined[-1], end=part.end)
        else:
            joined.append(part)
    return joined


def _is_short(text: str) -> bool:
    return len(text.split()) < SHORTEST


def _leads(line: str) -> bool:
    return line.endswith(":") and len(line) < 200


def _titles(line: str, after: str) -> bool:
    """Whether a short line stands over a longer one as its title."""
    short = len(line.split()) <= 14 and not line.endswith((".", ";", ","))
    return short and len(after.split()) >= 15


def widened(part: Quotable) -> Quotable:
    """``part`` with the sentences beside it, as far as they make one short quotation.

    A sentence is easily misread without the one before or after: a reply without its
    question, "this" without what it stands for. A row is read with its headers, and with
    its neighbours only where the whole table is a short quotation. In a passage that a page
    break divides, the quotation begins at ``part``, so that the page cited first has it.
    """
    siblings = quotables(part.passage)
    at = next((i for i, each in enumerate(siblings) if each.start == part.start), None)
    if at is not None and part.passage.is_table:
        return _small_table(siblings, part)
    if at is None or len(part.text.split()) >= WIDE:
        return part
    replied = _with_reply(siblings, at)
    if replied:
        return replied
    of_list = [each for each in siblings if part.lead and each.lead == part.lead]
    if len(of_list) > 1 and sum(len(each.text.split()) for each in of_list) <= WIDE_LIST:
        return Quotable(part.passage, of_list[0].start, of_list[-1].end, part.lead)
    first = _antecedent(siblings, at)
    last = _end_of_list(siblings, first, at)
    lowest = first if _is_divided(part.passage) else 0
    while True:
        grown = False
        for low, high in ((first, last + 1), (first - 1, last)):
            if low < lowest or high >= len(siblings):
                continue
            start, end = siblings[low].start, siblings[high].end
            if len(part.passage.text[start:end].split()) <= WIDE:
                first, last, grown = low, high, True
        if not grown:
            break
    return Quotable(part.passage, siblings[first].start, siblings[last].end, part.lead)


def _with_reply(siblings: Sequence[Quotable], at: int) -> Quotable | None:
    """The part ``at``, if it raises something, with the reply that stands right after it."""
    after = siblings[at + 1] if at + 1 < len(siblings) else None
    part = siblings[at]
    if after is None or not RAISES.search(part.text) or not REPLIES.search(after.text):
        return None
    first = siblings[_antecedent(siblings, at)]
    both = Quotable(part.passage, first.start, after.end, part.lead)
    return both if WIDE < len(both.text.split()) <= WIDE_LIST else None


def _end_of_list(siblings: Sequence[Quotable], first: int, last: int) -> int:
    """Where to end a quotation that would break off within a list, if its end is near."""
    start, text = siblings[first].start, siblings[first].passage.text
    for end in range(last, len(siblings)):
        if len(text[start : siblings[end].end].split()) > WIDE_LIST:
            break
        if not GOES_ON.search(siblings[end].text):
            return end
    return last


def _is_divided(passage: Passage) -> bool:
    return passage.span.page_end is not None and passage.span.page_end != passage.span.page


def _small_table(siblings: Sequence[Quotable], row: Quotable) -> Quotable:
    """The rows under the same header, or the cells of one row, if they are few words.

    Else the row, or the cell, alone: what a plan says and what became of it stand side by side.
    """
    rows = [each for each in siblings if each.lead == row.lead]
    is_cell = row.lead is not None and "\n" not in row.passage.text[row.lead.start : row.start]
    if sum(len(each.text.split()) for each in rows) > (WIDE_LIST if is_cell else WIDE):
        return row
    return Quotable(row.passage, rows[0].start, rows[-1].end, row.lead)


def _antecedent(siblings: Sequence[Quotable], at: int) -> int:
    """Where to begin a quotation so that "he" or "this" has what it stands for, if near."""
    first = at
    while first and LEANS.match(siblings[first].text):
        words = siblings[at].passage.text[siblings[first - 1].start : siblings[at].end].split()
        if len(words) > WIDE_LEANING:
            break
        first -= 1
    return first


def nearest(parts: Iterable[Quotable], most: int = 4) -> tuple[Quotable, ...]:
    """The first part of each passage, at most ``most``."""
    chosen: dict[str, Quotable] = {}
    for part in parts:
        chosen.setdefault(part.passage.id, part)
    return tuple(list(chosen.values())[:most])


def place_in(document: Document, quotable: Quotable) -> Span:
    """Where the words of ``quotable`` stand in ``document``."""
    runs = quotable.passage.runs
    first = place_of(runs, quotable.start)
    last = place_of(runs, max(quotable.start, quotable.end - 1)) + 1
    return document.span(min(first, last - 1), max(first + 1, last))


def _rows(passage: Passage) -> Iterator[Quotable]:
    """The rows of a table, each led by the last of the lines that stand above them.

    These are its caption, its header and the band that it stands under.
    """
    lead: Quotable | None = None
    for start, end in lines_of(passage.text):
        line = Quotable(passage, start, end, lead)
        if place_of(passage.runs, start) < passage.span.start:
            lead = line
        elif len(line.text.split()) > LONG_ROW:
            yield from _cells(line)
        else:
            yield line


def _cells(row: Quotable) -> Iterator[Quotable]:
    """A long row in parts: each long cell, and the short ones that stand side by side.

    The first part, if it is short, says what the row is of, and leads the others.
    """
    parts: list[tuple[int, int]] = []
    before_is_short = False
    for match in re.finditer(r"[^|\s](?:[^|]*[^|\s])?", row.text):
        is_short = len(match[0].split()) <= SHORT_CELL
        if is_short and before_is_short and _count(row, parts[-1][0], match.end()) <= LONG_ROW:
            parts[-1] = (parts[-1][0], match.end())
        else:
            parts.append(match.span())
        before_is_short = is_short
    first = Quotable(row.passage, row.start + parts[0][0], row.start + parts[0][1], row.lead)
    yield first
    names_row = row.lead is None or len(first.text.split()) <= LONGEST_NAME
    for start, end in parts[1:]:
        lead = first if names_row else row.lead
        yield Quotable(row.passage, row.start + start, row.start + end, lead)


def _count(row: Quotable, start: int, end: int) -> int:
    return len(row.text[start:end].split())


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of ``text`` that are not empty begin and end."""
    for match in re.finditer(r"[^\n]+", text):
        yield match.span()
