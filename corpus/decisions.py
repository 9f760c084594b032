"""The decisions that a section records, proposes or tells of, with their clauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.cleaning import NUMBERED, Block, BlockKind
from corpus.force import CAPITAL_VERB, CARRIED, LABEL, OUTCOME, decides, force_of, is_told, tells
from corpus.numbering import is_capitals
from corpus.papers import Clause, Force, PaperKind
from corpus.sections import Section
from corpus.sentences import sentences

ASKED = re.compile(
    r"\b(?:panel|committee|sub-committee|cabinet|council|board|executive|members|councillors|forum"
    r"|group|commission)\s+(?:is|are)\s+(?:therefore |hereby )?"
    r"(?:asked|requested|invited|recommended) (?:to\b|that\b)"
    r"|\brecommends? (?:that|to)\b|\bit is (?:therefore )?(?:recommended|proposed) (?:that|to)\b"
    r"|\brecommendations?\s*:|\b(?:cabinet|council|committee) (?:propose|agree) to\s*:",
    re.I,
)
RECOMMENDATION_HEADING = re.compile(
    r"(?:\w+\s+)?(?:recommendations?|proposals?|decisions? (?:required|sought|recommended))\b"
    r".{0,60}|(?:officer'?s? )?recommended decision.{0,30}",
    re.I,
)
NO_RECOMMENDATION = re.compile(r"\bno (?:specific |formal )?recommendations?\b", re.I)
POINTS_BACK = re.compile(
    r"\b(?:approve|agree(?: with| to)?|accept|support|adopt)\w*\s+(?:with\s+)?"
    r"(?:this|that|these|the|all(?: of)?(?: the)?)\s+"
    r"(?:proposals?|suggestions?|requests?|recommendations?|above)(?:\s+above)?\s*\.?$",
    re.I,
)
PROPOSES = re.compile(r"\b(?:propos|suggest|request|ask|mov|wonder|recommend|agreed to)", re.I)
MOVED = re.compile(r"\b(?:moved|proposed|seconded)\b", re.I)
ENDS_CLAUSES = re.compile(
    r"\W*(?:reasons?\b|the meeting (?:ended|closed|rose|concluded)|\(?duration"
    r"|chair(?:man|person)?\b|signed|date\b|(?:recorded )?vot(?:e|ing)\b|for \(|against \("
    r"|note\s*:|options? considered)",
    re.I,
)
FIRST_CLAUSE = re.compile(r"\(?(?:i|a|1)[).]\s", re.I)
BEGINS_CLAUSE = re.compile(r"[\"“'‘]?(?:to|that|and|the|subject to|[ivx]+|[a-z])\b", re.I)
MAX_CLAUSES = 40


@dataclass(frozen=True, slots=True)
class DecisionText:
    """A decision inside a section: blocks ``first`` to ``last`` (inclusive).

    ``start`` is where its words begin in the first block; they end with the last block,
    or at ``end`` of it where that is not None.
    """

    force: Force
    first: int
    last: int
    start: int
    end: int | None
    clauses: tuple[Clause, ...]
    subject: str | None


def decisions_in(
    section: Section, kind: PaperKind, body: str | None, held_on: date | None
) -> list[DecisionText]:
    """The decisions that a section records, proposes or tells of, in order."""
    if kind is PaperKind.MINUTES:
        return list(_in_minutes(section.blocks, body, held_on))
    if kind in (PaperKind.REPORT, PaperKind.AGENDA, PaperKind.DECISION_NOTICE, PaperKind.OTHER):
        return list(_in_reports(section, kind))
    return []


def clause_of(block: Block) -> Clause:
    """A clause with the number that its text begins with, or an empty one."""
    match = NUMBERED.match(block.text)
    if not match:
        return Clause("", block.text)
    return Clause(match[0].strip(), block.text[match.end() :])


def _in_minutes(
    blocks: Sequence[Block], body: str | None, held_on: date | None
) -> Iterator[DecisionText]:
    at = 0
    found: list[DecisionText] = []
    while at < len(blocks):
        label = _label(blocks, at)
        here = [label] if label else list(_sentences(blocks, at, body, held_on))
        for decision in here:
            free = max((other.last + 1 for other in found), default=0)
            found.append(replace(decision, first=max(decision.first, min(free, at))))
        at = max((decision.last for decision in here), default=at) + 1
    for number, decision in enumerate(found, 1):
        if number == len(found) or not _only_says_carried(blocks, decision):
            yield decision


def _only_says_carried(blocks: Sequence[Block], decision: DecisionText) -> bool:
    """Whether words tell only that a motion was carried; what was resolved stands below."""
    words = blocks[decision.first].text[decision.start : decision.end]
    return decision.first == decision.last and bool(CARRIED.fullmatch(words.strip()))


def _label(blocks: Sequence[Block], at: int) -> DecisionText | None:
    """A line "Resolved" or "It was resolved that:" with its clauses below."""
    block = blocks[at]
    if block.kind is BlockKind.TABLE_ROW or not LABEL.fullmatch(block.text):
        return None
    last = _last_clause(blocks, at, label=True)
    if last == at:
        return None
    return _decision(blocks, (at, last), 0, None)


def _sentences(
    blocks: Sequence[Block], at: int, body: str | None, held_on: date | None
) -> Iterator[DecisionText]:
    """The sentences by which something was decided; the last one with its clauses below."""
    block = blocks[at]
    if block.kind is BlockKind.HEADING or is_capitals(block.text):
        return
    for start, end in sentences(block.text):
        words = block.text[start:end]
        if not decides(words):
            continue
        if is_told(words, body, held_on):
            yield DecisionText(Force.REPORTED, at, at, start, end, (), None)
            continue
        last = _last_clause(blocks, at, label=False) if end >= len(block.text.rstrip()) else at
        yield _decision(blocks, (at, last), start, None if last > at else end)


def _decision(
    blocks: Sequence[Block], span: tuple[int, int], start: int, end: int | None
) -> DecisionText:
    first, last = span
    clauses = tuple(clause_of(block) for block in blocks[first + 1 : last + 1])
    words = blocks[first].text[start:end]
    force = force_of(words if not LABEL.fullmatch(words) else "RESOLVED", clauses)
    if LABEL.fullmatch(words) and re.search(r"recommended", words, re.I):
        force = Force.RECOMMENDED
    points_back = POINTS_BACK.search(blocks[last].text[start if first == last else 0 :].strip())
    subject = _subject(blocks[:first], points_back[0]) if points_back else None
    moved = _moved(blocks[:first], words) if first == last and OUTCOME.search(words) else None
    if moved is not None and force in (Force.LOST, Force.WITHDRAWN):
        first, start = moved, 0
    return DecisionText(force, first, last, start, end, clauses, subject)


def _subject(before: Sequence[Block], words: str) -> str | None:
    """The proposals that "this proposal" or "all of the above" points to."""
    proposals = [
        b.text for b in before if PROPOSES.search(b.text) and b.kind is not BlockKind.HEADING
    ]
    proposals = [text for text in proposals if not re.search(r"\breplied\b", text)] or proposals
    if not proposals:
        return None
    many = re.search(r"\ball\b|proposals|above", words, re.I)
    return " ".join(proposals if many else proposals[-1:])


def _moved(before: Sequence[Block], words: str) -> int | None:
    """The block that moves what an outcome such as "Amendment lost." belongs to.

    A lost amendment reads like a carried one: its words must not stand without its fate.
    """
    what = "amendment" if re.search(r"amendment", words, re.I) else "motion"
    for at in range(len(before) - 1, max(-1, len(before) - 1 - MAX_CLAUSES), -1):
        if re.search(rf"\b{what}\b", before[at].text, re.I) and MOVED.search(before[at].text):
            return at
    return None


def _last_clause(blocks: Sequence[Block], at: int, *, label: bool) -> int:
    """The block with the last clause of a decision that begins at ``at``."""
    opens = label or re.search(r"(?:[:–-]|\b(?:to|that|as follows|and))\s*$", blocks[at].text)
    last = at
    for following in range(at + 1, min(len(blocks), at + 1 + MAX_CLAUSES)):
        block = blocks[following]
        if block.kind in (BlockKind.TABLE_ROW, BlockKind.HEADING) or ENDS_CLAUSES.match(block.text):
            break
        if LABEL.fullmatch(block.text) or CAPITAL_VERB.match(block.text):
            break
        numbered = block.kind is BlockKind.LIST_ITEM
        if last == at and not opens and not (numbered and FIRST_CLAUSE.match(block.text)):
            break
        if last > at and not numbered and not (label and BEGINS_CLAUSE.match(block.text)):
            break
        last = following
    return last


def _in_reports(section: Section, kind: PaperKind) -> Iterator[DecisionText]:
    blocks = section.blocks
    heading = section.headings[-1] if section.headings else ""
    if section.item and re.search(r"\bdeclarations?\b", section.item.title, re.I):
        return
    if RECOMMENDATION_HEADING.fullmatch(heading) and len(blocks) > 1:
        if not NO_RECOMMENDATION.search(blocks[1].text):
            yield _proposal(blocks, 1, len(blocks) - 1)
        return
    at = 0
    while at < len(blocks):
        text = blocks[at].text
        if kind is PaperKind.DECISION_NOTICE and (label := _label(blocks, at)):
            yield label
            at = label.last
        elif blocks[at].kind is not BlockKind.TABLE_ROW and ASKED.search(text) and len(text) < 900:
            last = _last_clause(blocks, at, label=False)
            yield _proposal(blocks, at, last)
            at = last
        elif kind is not PaperKind.AGENDA and (told := _told_sentence(blocks[at], at)):
            yield told
        at += 1


def _proposal(blocks: Sequence[Block], first: int, last: int) -> DecisionText:
    lead_in = not (NUMBERED.match(blocks[first].text) and last > first)
    clauses = tuple(clause_of(b) for b in blocks[first + lead_in : last + 1])
    return DecisionText(Force.PROPOSED, first, last, 0, None, clauses, None)


def _told_sentence(block: Block, at: int) -> DecisionText | None:
    if block.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW):
        return None
    for start, end in sentences(block.text):
        words = block.text[start:end]
        if tells(words):
            return DecisionText(Force.REPORTED, at, at, start, end, (), None)
    return None
