"""What is to come: the items of an agenda, and when a body next meets."""

import re
from datetime import date

from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.refusing import no_agenda, not_given
from assistant.counting import counted
from assistant.evidence.gathering import Evidence
from assistant.evidence.quoting import Quotable, lines_of, quotables
from assistant.understanding.wanting import Wanted
from corpus.papers import Paper, PaperKind, Passage
from corpus.text.dates import MONTHS
from corpus.text.words import words_of

OF_AN_AGENDA = re.compile(
    r"^\W*(?:so\W+|and\W+|please\W+)*(?:what|which|list|show|give|name|tell)\b.*\bagenda\b"
    r"|^\W*(?:the )?agenda\b"
    r"|^\W*what (?:will|is|are|does)\b.{1,60}\b(?:discuss|consider|deal with|look at)(?:ed|ing)?\b",
    re.I,
)
NEXT_MEETING = re.compile(
    r"\bwhen\b.*\bnext\b.*\bmeet(?:s|ings?)?\b|\b(?:date|time) of (?:the )?next meeting\b", re.I
)
OF_THE_FORM = frozenset(
    words_of(
        "agenda agendas item items show me list name title discuss discussed discussing consider "
        "considered considering deal dealt look looked going coming due full whole short next "
        "meet meets time date upcoming"
    )
)
"""Stems of words that ask for an agenda or a meeting, and for nothing in particular."""
MOST_WORDS = 18
"""Of the line that stands for an item."""
_MONTH = "|".join(MONTHS)
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})"
TELLS_NEXT = re.compile(
    rf"(?:^\W*(?:the )?(?:dates? (?:of|for) )?(?:the )?next (?:[\w’']+ ){{0,2}}?meetings?\b"
    rf"|\bthe next (?:[\w’']+ )?meeting (?:is|was|will|would|due)\b)[^|]*?\b{_DAY}\b",
    re.I | re.S | re.M,
)
"""Says when a body next meets, and not only that something is put off until then."""
TITLE = re.compile(r"\bnext (?:\w+ ){0,2}?meetings?\b", re.I)
A_DAY = re.compile(rf"\b{_DAY}\b", re.I)


def answer_coming(evidence: Evidence) -> Answering | Refusal | None:
    """The items of the agenda asked for, or the date of the next meeting; None for others."""
    if not set(evidence.subject) <= OF_THE_FORM:
        return None
    if NEXT_MEETING.search(evidence.asked):
        return _next_meeting(evidence)
    return _agenda(evidence) if OF_AN_AGENDA.search(evidence.asked) else None


def _agenda(evidence: Evidence) -> Answering | Refusal:
    """A line for each item of the newest agenda in scope."""
    agendas = [
        paper
        for paper in evidence.holdings.papers
        if paper.kind is PaperKind.AGENDA and evidence.admits(paper)
    ]
    items = {paper.id: _items(evidence, paper) for paper in agendas}
    told = [paper for paper in agendas if items[paper.id]]
    newest = max(told, key=lambda p: (_held_on(p), len(items[p.id]), p.id), default=None)
    if newest is None:
        return no_agenda(evidence)
    points = tuple(
        Point(part.passage.force, (part,), with_title=not _is_title(part), in_a_list=True)
        for part in items[newest.id]
    )
    return Answering(points, (f"{counted(len(points), 'item')} on this agenda.",))


def _items(evidence: Evidence, paper: Paper) -> list[Quotable]:
    """The first line that stands under each item of an agenda, or its title."""
    first: dict[object, Passage] = {}
    for passage in evidence.holdings.where.in_paper(paper):
        if passage.item:
            first.setdefault(passage.item, passage)
    return [_line(passage) for passage in first.values()]


def _line(passage: Passage) -> Quotable:
    start, end = next(lines_of(passage.text))
    line = Quotable(passage, start, end)
    return line if len(line.text.split()) <= MOST_WORDS else quotables(passage)[0]


def _is_title(part: Quotable) -> bool:
    item = part.passage.item
    return item is not None and set(words_of(item.title)) <= set(words_of(part.text))


def _next_meeting(evidence: Evidence) -> Answering | Refusal:
    """What the newest paper in scope says of the next meeting."""
    told = [
        part
        for passage in evidence.holdings.passages
        if evidence.admits(passage.paper)
        for part in _telling(passage)
    ]
    if not told:
        return not_given(Wanted.DATE, [each.quotable for each in evidence.scored()])
    newest = max(told, key=lambda part: (_held_on(part.passage.paper), part.start))
    return Answering((Point(newest.passage.force, (newest,), with_title=True),))


def _telling(passage: Passage) -> list[Quotable]:
    """The parts of a passage that tell when the next meeting is, also under such a title."""
    title = " ".join((passage.item.title if passage.item else "", *passage.headings))
    tells = A_DAY if TITLE.search(title) else TELLS_NEXT
    if not tells.search(passage.text):
        return []
    return [part for part in quotables(passage) if tells.search(part.text)]


def _held_on(paper: Paper) -> date:
    return paper.meeting.held_on or date.min
