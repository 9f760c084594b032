"""Values as rows of the library's tables, and back."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import astuple
from datetime import date

from corpus.documents import Document, Line, Span
from corpus.papers import (
    Clause,
    Decision,
    Force,
    Item,
    Meeting,
    Paper,
    PaperKind,
    PaperStatus,
    Passage,
    Run,
)


def packed(document: Document) -> bytes:
    """The lines of a document, compressed."""
    lines = [astuple(line) for line in document.lines]
    return zlib.compress(json.dumps(lines, ensure_ascii=False).encode(), 6)


def unpacked(packed_lines: bytes) -> tuple[Line, ...]:
    """The lines that ``packed`` made so."""
    return tuple(Line(*line) for line in json.loads(zlib.decompress(packed_lines)))


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
    )


def paper_of(row: Sequence[str]) -> Paper:
    """The paper of a row without ``seq``."""
    id_, source, kind, title, council, body, held_on, status, span = row
    day = date.fromisoformat(held_on) if held_on else None
    return Paper(
        id_,
        source,
        PaperKind(kind),
        title,
        Meeting(council, body, day),
        PaperStatus(status),
        Span(*json.loads(span)),
    )


def passage_row(seq: int, passage: Passage) -> tuple[object, ...]:
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
    )


def passage_of(row: Sequence[str], paper: Paper) -> Passage:
    """The passage of a row without ``seq``, which names ``paper``."""
    id_, _, item, headings, text, force, is_table, runs, span = row
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
    )


def decision_row(seq: int, decision: Decision) -> tuple[object, ...]:
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
    )


def decision_of(row: Sequence[str], paper: Paper) -> Decision:
    """The decision of a row without ``seq``, which names ``paper``."""
    id_, _, item, force, words, clauses, subject, span = row
    return Decision(
        id_,
        paper,
        _item(item),
        Force(force),
        words,
        tuple(Clause(*clause) for clause in json.loads(clauses)),
        subject,
        Span(*json.loads(span)),
    )


def _item_text(item: Item | None) -> str | None:
    return json.dumps(astuple(item)) if item else None


def _item(text: str | None) -> Item | None:
    return Item(*json.loads(text)) if text else None
