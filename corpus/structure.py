"""A document becomes papers, business, passages, decisions and people: all of the reading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from corpus.boilerplate import is_boilerplate
from corpus.business.minutes import without_closing
from corpus.business.sections import Section, sections_of
from corpus.decisions.decision_text import DecisionText
from corpus.decisions.fields import opened
from corpus.decisions.proposals import decisions_in_report, recommends
from corpus.decisions.resolutions import decisions_in_minute
from corpus.documents import Document, Origin
from corpus.packs.allotting import items_of
from corpus.packs.announced import in_outline, on_agenda
from corpus.packs.meetings import meetings_of
from corpus.packs.splitting import PaperText, split
from corpus.papers import (
    Appearance,
    Business,
    Decision,
    Force,
    Paper,
    PaperKind,
    Passage,
)
from corpus.passages import passages_of
from corpus.people.appearances import appearances_of
from corpus.placing import Placing
from corpus.text.blocks import Block
from corpus.text.cleaning import clean

READING = 9
"""The version of the reading: a file read by an older one is read again when it is added."""
DECIDING = (
    *(PaperKind.REPORT, PaperKind.APPENDIX, PaperKind.AGENDA),
    *(PaperKind.DECISION_NOTICE, PaperKind.OTHER),
)
"""Papers other than minutes that propose, tell of or record decisions."""
WITH_BUSINESS = (PaperKind.AGENDA, PaperKind.MINUTES)
"""Papers with items or minutes of their own."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What a document holds, each in the order of the document."""

    papers: tuple[Paper, ...] = ()
    business: tuple[Business, ...] = ()
    passages: tuple[Passage, ...] = ()
    decisions: tuple[Decision, ...] = ()
    appearances: tuple[Appearance, ...] = ()


@dataclass(slots=True)
class _Found:
    """What has been found so far."""

    papers: list[Paper] = field(default_factory=list)
    business: list[Business] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    appearances: list[Appearance] = field(default_factory=list)


def structure_of(document: Document, origin: Origin | None = None) -> Structure:
    """The papers of ``document`` with all that stands in them.

    What they do not say of their meetings is taken from ``origin``, where it was fetched from.
    """
    texts = [_opened(text) for text in paper_texts(document)]
    placing, found = Placing(document), _Found()
    for text, meeting, item in zip(texts, meetings_of(texts, origin), items_of(texts), strict=True):
        paper = placing.paper(text, meeting, item)
        found.papers.append(paper)
        _add_contents(found, placing, text, paper)
    return Structure(
        tuple(found.papers),
        tuple(found.business),
        _unique(found.passages),
        tuple(found.decisions),
        tuple(found.appearances),
    )


def paper_texts(document: Document) -> list[PaperText]:
    """The papers of a document in order; it may tell where they begin."""
    blocks = clean(document)
    announced = in_outline(document.outline, blocks)
    texts = split(blocks, announced)
    for text in texts:
        if text.kind is PaperKind.AGENDA:
            announced |= on_agenda(text.blocks, document.pages, blocks)
    return split(blocks, announced) if announced else texts


def _opened(text: PaperText) -> PaperText:
    """Minutes that are kept in a table are read like others."""
    if text.kind is not PaperKind.MINUTES:
        return text
    return replace(text, blocks=tuple(opened(text.blocks)))


def _add_contents(found: _Found, placing: Placing, text: PaperText, paper: Paper) -> None:
    """What stands in one paper."""
    sections = sections_of(text.kind, text.blocks, paper.item)
    if text.kind in WITH_BUSINESS:
        found.business += list(_business(placing, paper, sections))
    for section, seen in zip(sections, appearances_of(sections, text.kind), strict=True):
        found.appearances += [placing.appearance(paper, section, each) for each in seen]
    recommended = any(map(recommends, sections))
    before: list[Block] = []
    in_head = any(section.item for section in sections) and text.kind is PaperKind.MINUTES
    for section in sections:
        in_head = in_head and section.item is None
        decided = _decided(section, text, paper, recommended=recommended) if not in_head else []
        found.decisions += [placing.decision(paper, section, each) for each in decided]
        found.passages += [
            placing.passage(paper, section, each, is_boilerplate(each.body.text, text.kind))
            for each in passages_of(section, decided, before)
        ]
        before += section.blocks


def _business(placing: Placing, paper: Paper, sections: Sequence[Section]) -> Iterator[Business]:
    """The items or minutes that sections stand under; the last ends where its business does."""
    for item, parts in groupby(sections, key=lambda section: section.item):
        if item is not None:
            blocks = [block for part in parts for block in part.blocks]
            is_last = blocks[-1] is sections[-1].blocks[-1]
            yield placing.business(paper, item, without_closing(blocks) if is_last else blocks)


def _decided(
    section: Section, text: PaperText, paper: Paper, *, recommended: bool
) -> list[DecisionText]:
    """The decisions of a section, with the force that such a paper can give them."""
    if text.kind is PaperKind.MINUTES:
        meeting = paper.meeting
        return decisions_in_minute(section.blocks, meeting.body, meeting.held_on)
    if text.kind not in DECIDING:
        return []
    found = decisions_in_report(section, text.kind, recommended=recommended)
    if text.kind is not PaperKind.DECISION_NOTICE:
        return found
    force = Force.PROPOSED if _is_only_proposed(text) else Force.DELEGATED
    return [replace(each, force=force) if each.force is Force.RESOLVED else each for each in found]


def _is_only_proposed(text: PaperText) -> bool:
    """Whether a record of a decision says of itself that it is proposed, or a draft."""
    head = " ".join(block.text for block in text.blocks[:4])
    return bool(re.search(r"\b(?:proposed|draft)\b", head, re.I))


def _unique(passages: list[Passage]) -> tuple[Passage, ...]:
    """With ids that differ, should the same words stand at the same place twice."""
    seen: dict[str, int] = {}
    unique: list[Passage] = []
    for passage in passages:
        count = seen[passage.id] = seen.get(passage.id, 0) + 1
        unique.append(passage if count == 1 else replace(passage, id=f"{passage.id}-{count}"))
    return tuple(unique)
