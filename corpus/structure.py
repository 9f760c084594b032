"""A document becomes papers, passages and decisions: the whole of the reading in order."""

import hashlib
import re
from dataclasses import dataclass, replace

from corpus.agendas import agenda_heads, item_for, report_title
from corpus.cleaning import clean
from corpus.decisions import DecisionText, decisions_in
from corpus.documents import Document, Span
from corpus.meetings import meetings_of
from corpus.papers import (
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
from corpus.passages import PassageText, passages_of
from corpus.sections import Section, sections_of
from corpus.splitting import PaperText, split
from corpus.tracing import TracedText, joined, place_of


@dataclass(frozen=True, slots=True)
class Structure:
    """What a document holds, each in the order of the document."""

    papers: tuple[Paper, ...]
    passages: tuple[Passage, ...]
    decisions: tuple[Decision, ...]


def structure_of(document: Document) -> Structure:
    """The papers, passages and decisions of ``document``."""
    texts = split(clean(document))
    items = [
        item
        for text in texts
        if text.kind is PaperKind.AGENDA
        for item in agenda_heads(text.blocks).values()
    ]
    papers: list[Paper] = []
    passages: list[Passage] = []
    decisions: list[Decision] = []
    item: Item | None = None
    for text, meeting in zip(texts, meetings_of(texts), strict=True):
        title = report_title(text.blocks)
        paper = _paper(document, text, meeting, title)
        if paper.kind is PaperKind.REPORT:
            item = item_for(title, items)
        elif paper.kind in (PaperKind.AGENDA, PaperKind.MINUTES, PaperKind.WORK_PROGRAMME):
            item = None
        papers.append(paper)
        for section in sections_of(text.kind, text.blocks, item):
            found = decisions_in(section, text.kind, meeting.body, meeting.held_on)
            if text.kind is PaperKind.DECISION_NOTICE and _is_only_proposed(text):
                found = [replace(each, force=Force.PROPOSED) for each in found]
            decisions += [_decision(document, paper, section, each) for each in found]
            passages += [
                _passage(document, paper, section, each) for each in passages_of(section, found)
            ]
    return Structure(tuple(papers), _unique(passages), tuple(decisions))


def _paper(document: Document, text: PaperText, meeting: Meeting, title: str) -> Paper:
    start = text.blocks[0].body.place(0)
    last = text.blocks[-1].body
    end = last.place(len(last) - 1) + 1
    span = document.span(start, max(end, start + 1))
    return Paper(
        id=_id(document.source, str(start), text.kind, text.blocks[0].text),
        source=document.source,
        kind=text.kind,
        title=title[:200],
        meeting=meeting,
        status=_status(text),
        span=span,
    )


def _is_only_proposed(text: PaperText) -> bool:
    """Whether a record of a decision says of itself that it is proposed, or a draft."""
    head = " ".join(block.text for block in text.blocks[:4])
    return bool(re.search(r"\b(?:proposed|draft)\b", head, re.I))


def _status(text: PaperText) -> PaperStatus:
    """Draft where the minutes' head says so; whether they were confirmed, it cannot say."""
    head = " ".join(block.text for block in text.blocks[:12])
    if text.kind is PaperKind.MINUTES and re.search(
        r"\b(?:draft|unconfirmed|unapproved)\b", head, re.I
    ):
        return PaperStatus.DRAFT
    return PaperStatus.UNKNOWN


def _passage(document: Document, paper: Paper, section: Section, text: PassageText) -> Passage:
    span = _span(document, text.body, *text.core)
    return Passage(
        id=_id(paper.source, f"{span.start}-{span.end}", *section.headings, text.body.text),
        paper=paper,
        item=section.item,
        headings=section.headings,
        text=text.body.text,
        force=text.force,
        span=span,
        runs=text.body.runs,
        is_table=text.is_table,
    )


def _decision(document: Document, paper: Paper, section: Section, text: DecisionText) -> Decision:
    blocks = section.blocks[text.first : text.last + 1]
    bodies = [block.body for block in blocks]
    if len(bodies) == 1:
        bodies[0] = bodies[0].slice(
            text.start, text.end if text.end is not None else len(bodies[0])
        )
    else:
        bodies[0] = bodies[0].slice(text.start, len(bodies[0]))
    body = joined(bodies, "\n").strip()
    span = _span(document, body, 0, len(body))
    return Decision(
        id=_id(paper.source, f"{span.start}-{span.end}", body.text),
        paper=paper,
        item=section.item,
        force=text.force,
        words=body.text,
        clauses=text.clauses,
        subject=text.subject,
        span=span,
    )


def _span(document: Document, body: TracedText, start: int, end: int) -> Span:
    return span_of(document, body.runs, start, end)


def span_of(document: Document, runs: tuple[Run, ...], start: int, end: int) -> Span:
    """The place of characters ``start`` to ``end`` of a text with these runs."""
    first, last = place_of(runs, start), place_of(runs, max(start, end - 1)) + 1
    return document.span(min(first, last - 1), max(first + 1, last))


def _unique(passages: list[Passage]) -> tuple[Passage, ...]:
    """With ids that differ, should the same words stand at the same place twice."""
    seen: dict[str, int] = {}
    unique: list[Passage] = []
    for passage in passages:
        count = seen[passage.id] = seen.get(passage.id, 0) + 1
        unique.append(passage if count == 1 else replace(passage, id=f"{passage.id}-{count}"))
    return tuple(unique)


def _id(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
