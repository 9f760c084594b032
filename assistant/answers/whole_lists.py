"""A list or a table that is asked for as such is quoted whole, over a break of the page too."""

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.answers.points import Point
from assistant.evidence.fitting import tells_a_date
from assistant.evidence.gathering import QUOTED_FROM, Evidence, Scored
from assistant.evidence.quoting import Quotable, quotables
from corpus.papers import Passage

MOST_WORDS = 130
"""Of a list that is quoted whole."""
FEWEST_ROWS = 3
FAR_BELOW = 4.0
"""A table of dates is not looked for in passages that score this much less than the best."""
OF_SEVERAL = re.compile(
    r"^\W*(?:please )?(?:list|name all|give (?:me )?(?:all|a list))\b|\bstage by stage\b"
    r"|\b(?:what|which) (?:are|were) (?:the |its |their |our )?(?:[\w’'-]+ ){0,3}[\w-]{3,}s\b"
    r"|\b(?:what|which) (?:[\w’'-]+ ){0,2}[\w-]{3,}s (?:are|were|do|does|did|will|would|have)\b",
    re.I,
)
"""Asks for each of several things."""
OF_DATES = re.compile(
    r"\b(?:key|main|important|all the) dates\b|\btime ?tables?\b|\btime-?scales?\b|\bmilestones?\b"
    r"|\bstage by stage\b|\bproject plan\b",
    re.I,
)
"""Asks what happens when, from the first to the last."""
OPENS_A_LIST = re.compile(r":\W*$")
A_PARAGRAPH = re.compile(r"\W*\d+(?:\.\d+)*[.)]?\s+[A-Z]")
"""Opens a numbered paragraph, at which a list before it ends."""


def whole(evidence: Evidence, scored: Sequence[Scored]) -> Point | None:
    """The whole list or table that the best of ``scored`` belongs to, if that is asked for."""
    asked = evidence.question.standalone
    if OF_DATES.search(asked):
        table = _table_of_dates(evidence)
        if table:
            return table
    part = scored[0].quotable
    if part.passage.is_table:
        return _table(evidence, part.passage) if OF_DATES.search(asked) else None
    if OPENS_A_LIST.search(part.text):
        return _list(evidence, part, part)
    if part.lead and OPENS_A_LIST.search(part.lead.text) and OF_SEVERAL.search(asked):
        return _list(evidence, part.lead, part)
    return None


def _table_of_dates(evidence: Evidence) -> Point | None:
    """The first table found of which every row tells a date, if it is found near the best."""
    for hit in evidence.hits[:QUOTED_FROM]:
        if hit.score < evidence.hits[0].score - FAR_BELOW:
            return None
        rows = quotables(hit.passage) if hit.passage.is_table else []
        if rows and all(tells_a_date(row.text) for row in rows):
            return _table(evidence, hit.passage)
    return None


def _table(evidence: Evidence, passage: Passage) -> Point | None:
    """The rows of a table, which may stand in several passages, each under its headers."""
    caption = passage.text.split("\n", 1)[0]
    of_paper = evidence.holdings.where.in_paper(passage.paper)
    at = next(n for n, each in enumerate(of_paper) if each.id == passage.id)

    def belongs(each: Passage) -> bool:
        return each.is_table and each.text.split("\n", 1)[0] == caption

    before = list(takewhile(belongs, reversed(of_paper[:at])))[::-1]
    after = takewhile(belongs, of_paper[at + 1 :])
    quoted: list[Quotable] = []
    rows = 0
    for each in (*before, passage, *after):
        parts = quotables(each)
        rows += len(parts)
        said = {part.text for part in quoted}
        quoted += [lead for lead in parts[0].leads if lead.text not in said]
        quoted.append(Quotable(each, parts[0].start, parts[-1].end))
    return _point(quoted) if rows >= FEWEST_ROWS else None


def _list(evidence: Evidence, lead: Quotable, part: Quotable) -> Point | None:
    """``lead`` with all that stands under it, to the next paragraph that has a number."""
    passage = lead.passage
    under = [each for each in quotables(passage) if each.start >= lead.end]
    items = list(takewhile(_is_item, under))
    if not items:
        return None
    first = [Quotable(passage, lead.start, items[-1].end, lead.lead)]
    if len(items) == len(under):
        first += _continued(evidence, passage, MOST_WORDS - len(first[0].text.split()))
    return _point(first)


def _continued(evidence: Evidence, passage: Passage, most: int) -> list[Quotable]:
    """What the next passage of the same section has of a list that ``passage`` breaks off.

    Items of at most ``most`` words.
    """
    of_paper = evidence.holdings.where.in_paper(passage.paper)
    at = next(n for n, each in enumerate(of_paper) if each.id == passage.id)
    for following in of_paper[at + 1 : at + 2]:
        if following.is_table or (following.item, following.headings) != (
            passage.item,
            passage.headings,
        ):
            break
        items = list(takewhile(_is_item, quotables(following)))
        while items and len(following.text[items[0].start : items[-1].end].split()) > most:
            del items[-1]
        if items and items[0].lead is None:
            return [Quotable(following, items[0].start, items[-1].end)]
    return []


def _is_item(part: Quotable) -> bool:
    return not A_PARAGRAPH.match(part.text)


def _point(parts: Sequence[Quotable]) -> Point | None:
    """``parts`` as one point, if they are not too many words."""
    if sum(len(part.text.split()) for part in parts) > MOST_WORDS:
        return None
    return Point(parts[-1].passage.force, tuple(parts))
