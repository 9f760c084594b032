"""Values as rows of the library's tables, and back."""

import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from corpus.documents import Document, Line, Origin, Page, Span, Withheld
from corpus.papers import (
    Appearance,
    Business,
    Capacity,
    Clause,
    Decision,
    Force,
    Item,
    Meeting,
    Paper,
    PaperKind,
    PaperStatus,
    Passage,
    Person,
    Run,
    Vote,
)

Value = TypeVar("Value")
Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Table(Generic[Value]):
    """What is held of each paper: ``columns`` are what ``value_of`` reads, in its order.

    ``row_of`` takes the number of a value within its file first.
    """

    name: str
    columns: tuple[str, ...]
    row_of: Callable[[int, Value], tuple[object, ...]]
    value_of: Callable[[Row, Paper], Value]


PAPER_COLUMNS = (
    "id, source, kind, title, council, body, held_on, status, span, item, is_confirmed, exempt, "
    "origin"
)


def packed(document: Document) -> bytes:
    """The lines of a document, compressed."""
    lines = [astuple(line) for line in document.lines]
    return zlib.compress(json.dumps(lines, ensure_ascii=False).encode(), 6)


def unpacked(packed_lines: bytes) -> tuple[Line, ...]:
    """The lines that ``packed`` made so."""
    return tuple(Line(*line) for line in json.loads(zlib.decompress(packed_lines)))


def pages_text(pages: Sequence[Page]) -> str:
    """How the pages of a file were read, as one column."""
    return json.dumps([astuple(page) for page in pages])


def pages_of(text: str) -> tuple[Page, ...]:
    """The pages that ``pages_text`` wrote so."""
    return tuple(Page(*page) for page in json.loads(text))


def origin_text(origin: Origin | None) -> str | None:
    """Where a file was fetched from, as one column."""
    return json.dumps(astuple(origin), default=date.isoformat) if origin else None


def origin_of(text: str | None) -> Origin | None:
    """The origin that ``origin_text`` wrote so."""
    if text is None:
        return None
    address, meeting_address, council, body, held_on = json.loads(text)
    day = date.fromisoformat(held_on) if held_on else None
    return Origin(address, meeting_address, council, body, day)


def withheld_text(parts: Sequence[Withheld]) -> str:
    """What was kept out of a file, as one column."""
    return json.dumps([astuple(part) for part in parts])


def withheld_of(text: str) -> tuple[Withheld, ...]:
    """The parts that ``withheld_text`` wrote so."""
    return tuple(Withheld(*part) for part in json.loads(text))


def paper_row(seq: int, paper: Paper) -> tuple[object, ...]:
    """A row of ``papers``; ``seq`` counts within its file."""
    meeting = paper.meeting
    return (
        paper.id,
        paper.source,
        seq,
        paper.kind,
        paper.title,
        meeting.council,
        meeting.body,
        meeting.held_on.isoformat() if meeting.held_on else None,
        paper.status,
        json.dumps(astuple(paper.span)),
        _item_text(paper.item),
        False,
        paper.exempt,
    )


def paper_of(row: Row) -> Paper:
    """The paper of a row without ``seq``; one that was confirmed later is no draft."""
    id_, source, kind, title, council, body, held_on, status, span, item, *rest = row
    confirmed, exempt, origin = rest
    day = date.fromisoformat(held_on) if held_on else None
    return Paper(
        id_,
        source,
        PaperKind(kind),
        title,
        Meeting(council, body, day),
        PaperStatus.CONFIRMED if confirmed else PaperStatus(status),
        Span(*json.loads(span)),
        _item(item),
        exempt,
        origin_of(origin),
    )


def _business_row(seq: int, business: Business) -> tuple[object, ...]:
    """A row of ``business``; ``seq`` counts within its file."""
    item, pages = business.item, business.pages
    return (
        business.paper.id,
        seq,
        item.number,
        item.title,
        json.dumps(pages) if pages else None,
        json.dumps(astuple(business.span)),
    )


def _business_of(row: Row, paper: Paper) -> Business:
    """The item or minute of a row."""
    number, title, pages, span = row
    first_and_last = tuple(json.loads(pages)) if pages else None
    return Business(paper, Item(number, title), Span(*json.loads(span)), first_and_last)


def _appearance_row(seq: int, appearance: Appearance) -> tuple[object, ...]:
    """A row of ``appearances``; ``seq`` counts within its file."""
    person = appearance.person
    return (
        appearance.paper.id,
        seq,
        _item_text(appearance.item),
        appearance.capacity,
        person.name,
        person.title,
        person.role,
        appearance.words,
        json.dumps(astuple(appearance.span)),
    )


def _appearance_of(row: Row, paper: Paper) -> Appearance:
    """The appearance of a row."""
    item, capacity, name, title, role, words, span = row
    return Appearance(
        paper,
        _item(item),
        Capacity(capacity),
        Person(name, title, role),
        words,
        Span(*json.loads(span)),
    )


def _passage_row(seq: int, passage: Passage) -> tuple[object, ...]:
    """A row of ``passages``; ``seq`` counts within its file."""
    return (
        passage.id,
        passage.paper.id,
        seq,
        _item_text(passage.item),
        json.dumps(passage.headings),
        passage.text,
        passage.force,
        passage.is_table,
        json.dumps([astuple(run) for run in passage.runs]),
        json.dumps(astuple(passage.span)),
        passage.is_boilerplate,
    )


def _passage_of(row: Row, paper: Paper) -> Passage:
    """The passage of a row."""
    id_, item, headings, text, force, is_table, runs, span, boilerplate = row
    return Passage(
        id_,
        paper,
        _item(item),
        tuple(json.loads(headings)),
        text,
        Force(force),
        Span(*json.loads(span)),
        tuple(Run(*run) for run in json.loads(runs)),
        bool(is_table),
        bool(boilerplate),
    )


def _decision_row(seq: int, decision: Decision) -> tuple[object, ...]:
    """A row of ``decisions``; ``seq`` counts within its file."""
    return (
        decision.id,
        decision.paper.id,
        seq,
        _item_text(decision.item),
        decision.force,
        decision.words,
        json.dumps([astuple(clause) for clause in decision.clauses]),
        decision.subject,
        json.dumps(astuple(decision.span)),
        decision.mover,
        decision.seconder,
        json.dumps(astuple(decision.vote)) if decision.vote else None,
    )


def _decision_of(row: Row, paper: Paper) -> Decision:
    """The decision of a row."""
    id_, item, force, words, clauses, subject, span, mover, seconder, vote = row
    return Decision(
        id_,
        paper,
        _item(item),
        Force(force),
        words,
        tuple(Clause(*clause) for clause in json.loads(clauses)),
        subject,
        Span(*json.loads(span)),
        mover,
        seconder,
        _vote(vote),
    )


def _item_text(item: Item | None) -> str | None:
    return json.dumps(astuple(item)) if item else None


def _item(text: str | None) -> Item | None:
    return Item(*json.loads(text)) if text else None


def _vote(text: str | None) -> Vote | None:
    if not text:
        return None
    words, in_favour, against, abstained, *names = json.loads(text)
    return Vote(words, in_favour, against, abstained, *map(tuple, names))


BUSINESS = Table("business", ("number", "title", "pages", "span"), _business_row, _business_of)
APPEARANCES = Table(
    "appearances",
    ("item", "capacity", "name", "title", "role", "words", "span"),
    _appearance_row,
    _appearance_of,
)
PASSAGES = Table(
    "passages",
    ("id", "item", "headings", "text", "force", "is_table", "runs", "span", "is_boilerplate"),
    _passage_row,
    _passage_of,
)
DECISIONS = Table(
    "decisions",
    (
        *("id", "item", "force", "words", "clauses", "subject", "span"),
        *("mover", "seconder", "vote"),
    ),
    _decision_row,
    _decision_of,
)
