"""A long quotation cut to the sentences that say most of what is asked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.points import Point
from assistant.evidence.gathering import Evidence
from assistant.evidence.quoting import Quotable, lines_of
from assistant.evidence.sorts import figures_in
from corpus.text.sentences import sentences

LONG = 60
"""Words. A quotation of no more is left as it is, and a longer one cut to these."""
OF_A_FIGURE = 0.5
"""What a figure adds to the share of the subject that a sentence covers."""
IN_DIGITS = re.compile(r"\d\d|\d[.,]\d")


def briefly(evidence: Evidence, point: Point, most: int = LONG) -> Point:
    """``point`` with its last quotation cut to at most ``most`` words.

    Sentences are kept whole and side by side: the one that covers most of the subject, those
    after it, then those before. Decisions in clauses are left as they are.
    """
    part = point.quotables[-1]
    decision = point.decision
    in_clauses = decision is not None and len(decision.clauses) > 1
    if in_clauses or len(part.text.split()) <= most:
        return point
    spans = _spans(part)
    worth = [_worth(evidence, part, span) for span in spans]
    kept = _beside(part, spans, worth.index(max(worth)), most)
    lead = Quotable(part.passage, *spans[0])
    leads = (lead,) if lead.text.endswith(":") and kept.start >= lead.end else ()
    return replace(point, quotables=(*point.quotables[:-1], *leads, kept))


def _spans(part: Quotable) -> list[tuple[int, int]]:
    """Where the rows of a table, or the sentences of anything else, begin and end."""
    lines = [(part.start + start, part.start + end) for start, end in lines_of(part.text)]
    if part.passage.is_table:
        return lines
    return [
        (start + first, start + last)
        for start, end in lines
        for first, last in sentences(part.passage.text[start:end])
    ]


def _worth(evidence: Evidence, part: Quotable, span: tuple[int, int]) -> float:
    text = part.passage.text[slice(*span)]
    return evidence.coverage(text) + (OF_A_FIGURE if _gives_a_figure(text) else 0.0)


def _gives_a_figure(text: str) -> bool:
    return any(map(IN_DIGITS.search, figures_in(text))) or "£" in text


def _beside(part: Quotable, spans: Sequence[tuple[int, int]], best: int, most: int) -> Quotable:
    """The best sentence with as many after it, and then before it, as ``most`` words allow."""
    first = last = best
    while last + 1 < len(spans) and _words(part, spans[first][0], spans[last + 1][1]) <= most:
        last += 1
    while first and _words(part, spans[first - 1][0], spans[last][1]) <= most:
        first -= 1
    return Quotable(part.passage, spans[first][0], spans[last][1])


def _words(part: Quotable, start: int, end: int) -> int:
    return len(part.passage.text[start:end].split())
