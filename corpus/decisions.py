"""The grammar of force: which words decide, recommend, note, defer, lose or only tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.cleaning import NUMBERED, Block, BlockKind
from corpus.dates import find_dates
from corpus.numbering import is_capitals
from corpus.papers import Clause, Force, PaperKind
from corpus.sections import Section
from corpus.sentences import sentences

_VERBS = (
    "resolved|agreed|decided|approved|adopted|confirmed|endorsed|deferred|elected|appointed|"
    "authorised|recommended|granted|refused|ratified|accepted"
)
_BODIES = (
    "panel|committee|sub-committee|cabinet|council|board|executive|members|councillors|meeting|"
    "forum|commission|group|assembly|district"
)
CAPITAL_VERB = re.compile(
    r"\b(RESOLVED|AGREED|DECIDED|RECOMMENDED|NOTED|APPROVED|ADOPTED|CONFIRMED|ENDORSED|DEFERRED|"
    r"REFERRED|WITHDRAWN|LOST|NOT CARRIED|CARRIED|GRANTED|REFUSED|ELECTED|APPOINTED)\b"
)
LABEL = re.compile(
    r"(?:it was,?\s+|and\s+|on the .{3,80}? it was\s+)?(?:\w+ly\s+)?"
    r"(?:resolved|resolutions?|decisions?|decision taken|agreed|recommended|penderfynwyd)"
    r"(?:\s+unanimously|\s+\(unanimously\))?\s*[:–-]*\s*(?:that|to)?\s*[:–-]*",
    re.I,
)
LOWER_CASE = re.compile(
    rf"(?:\b(?P<who>{_BODIES})\b(?:\s+(?:then|also|therefore|unanimously|have|has|all|both|\w+ly)){{0,2}}\s+"
    rf"|\bit was (?:then |therefore |also |subsequently |unanimously )?(?:moved.{{3,80}}? and )?"
    rf"|\b(?:and|all)\s+(?=agreed|resolved))"
    rf"(?P<verb>{_VERBS})\b",
    re.I,
)
ELSEWHERE = re.compile(
    r"on the \d|at (?:that|its|the (?!end|conclusion|close|request|invitation|suggestion))", re.I
)
NOTED = re.compile(
    rf"\b(?:{_BODIES})\s+(?:\w+ly\s+)?(?:noted|received) (?:and noted )?the (?:contents? of the )?"
    r"(?:report|update|position|minutes|presentation|information|briefing|appendix|contents)"
    r"|\b(?:reports?|update|position|minutes|presentation|contents)\s+(?:was|were|be)\s+(?:duly )?noted\b",
    re.I,
)
OUTCOME = re.compile(
    r"\b(?:motion|amendment|proposal|proposition|recommendation)s?\b[^.]{0,90}?\b(?P<outcome>lost|not "
    r"carried|defeated|fell|carried|withdrawn)\b",
    re.I,
)
CARRIED = re.compile(
    r"(?:the )?(?:substantive |amended |original )?motion\b.{0,60}\b(?:carried|agreed)\b.{0,90}",
    re.I,
)
HYPOTHETICAL = re.compile(
    r"\b(?:if|once|whether|until|when|had been|to be|would be|could be|should be|being|not|has not|"
    r"had|previously|was asked|asked (?:if|whether)|can be|will be|may be)\s+(?:\w+\s+){0,3}?"
    rf"(?:{_VERBS})\b",
    re.I,
)
TOLD = re.compile(
    r"\b(?:(?:full )?council|cabinet|executive(?: board)?|committee|panel|board|government|trust|"
    r"partnership|inspectorate)\b.{0,60}?\b(?:resolved|agreed|approved|endorsed|adopted|decided)\b",
    re.I,
)
ASKED = re.compile(
    r"\b(?:panel|committee|sub-committee|cabinet|council|board|executive|members|councillors|forum|"
    r"group|commission)\s+(?:is|are)\s+(?:therefore |hereby )?(?:asked|requested|invited|recommended)"
    r" (?:to\b|that\b)"
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
NOTES = re.compile(r"^\W*(?:that\s+)?(?:to\s+)?(?:note|receive)\b|\bbe (?:received and )?noted\b", re.I)
MORE_THAN_NOTES = re.compile(
    r"\b(?:endorse|approve|agree|adopt|request|ask|confirm|recommend|commend)", re.I
)
POINTS_BACK = re.compile(
    r"\b(?:approve|agree(?: with| to)?|accept|support|adopt)\w*\s+(?:with\s+)?(?:this|that|these|the|"
    r"all(?: of)?(?: the)?)\s+(?:proposals?|suggestions?|requests?|recommendations?|above)"
    r"(?:\s+above)?\s*\.?$",
    re.I,
)
PROPOSES = re.compile(r"\b(?:propos|suggest|request|ask|mov|wonder|recommend|agreed to)", re.I)
DEFERS = re.compile(
    r"\b(?:item|matter|application|report|proposals?|consideration|determination|decision|motion)\b"
    r".{0,160}\b(?:be|is|was) (?:deferred|adjourned)\b|^\W*(?:that\s+)?(?:to\s+)?defer\b|\bDEFERRED\b",
    re.I,
)
MOVED = re.compile(r"\b(?:moved|proposed|seconded)\b", re.I)
VOTES = re.compile(r"(?:for|against|abstain\w*|abstentions?)\b|.*\brecorded vote\b", re.I)
THANKS = re.compile(r"\bbe thanked\b|^\W*(?:that\s+)?(?:to\s+)?thank\b", re.I)
RECOMMENDS = re.compile(
    r"\W*(?:that\s+)?(?:(?:the|this) [\w-]+(?: [\w-]+)?\s+)?(?:it be\s+)?(?:to\s+)?recommend", re.I
)
ENDS_CLAUSES = re.compile(
    r"\W*(?:reasons?\b|the meeting (?:ended|closed|rose|concluded)|\(?duration|chair(?:man|person)?\b"
    r"|signed|date\b|(?:recorded )?vot(?:e|ing)\b|for \(|against \(|note\s*:|options? considered)",
    re.I,
)
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


def force_of(words: str, clauses: Sequence[Clause]) -> Force:
    """What the words of a resolution do."""
    outcome = OUTCOME.search(words)
    if outcome and outcome["outcome"].lower() not in ("carried", "withdrawn"):
        return Force.LOST
    if re.search(r"\bWITHDRAWN\b|\bwas withdrawn\b", words):
        return Force.WITHDRAWN
    parts = [clause.words for clause in clauses] or [_after_verb(words)]
    deferring = [bool(DEFERS.search(part)) for part in parts]
    if any(deferring) and all(
        defers or NOTES.search(part) or THANKS.search(part)
        for defers, part in zip(deferring, parts, strict=True)
    ):
        return Force.DEFERRED
    if re.match(r".{0,80}\bRECOMMENDED\b", words) or RECOMMENDS.match(_after_verb(words) or parts[0]):
        return Force.RECOMMENDED
    if all(NOTES.search(part) and not MORE_THAN_NOTES.search(part) for part in parts):
        return Force.NOTED
    if all(re.search(r"\bdelegat", part, re.I) for part in parts):
        return Force.DELEGATED
    return Force.RESOLVED


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
        decision = _label(blocks, at) or _sentence(blocks, at, body, held_on)
        if decision:
            found.append(decision)
        at = decision.last + 1 if decision else at + 1
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


def _sentence(
    blocks: Sequence[Block], at: int, body: str | None, held_on: date | None
) -> DecisionText | None:
    """A sentence by which something was decided, with its clauses below."""
    block = blocks[at]
    if block.kind is BlockKind.HEADING or is_capitals(block.text):
        return None
    for start, end in sentences(block.text):
        words = block.text[start:end]
        own = _decides(words)
        if not own:
            continue
        if _is_told(words, body, held_on):
            return DecisionText(Force.REPORTED, at, at, start, end, (), None)
        last = _last_clause(blocks, at, label=False) if end >= len(block.text.rstrip()) else at
        return _decision(blocks, (at, last), start, None if last > at else end)
    return None


def _decides(words: str) -> bool:
    if words.rstrip().endswith("?"):
        return False
    if CAPITAL_VERB.search(words):
        return True
    if OUTCOME.search(words) and not HYPOTHETICAL.search(words):
        return True
    match = LOWER_CASE.search(words)
    return bool(NOTED.search(words) or match) and not HYPOTHETICAL.search(words)


def _is_told(words: str, body: str | None, held_on: date | None) -> bool:
    """Whether a decision of another body, or of another date, is told in passing."""
    match = LOWER_CASE.search(words)
    who = (match["who"] or "").casefold() if match else ""
    specific = {"cabinet", "council", "board", "panel", "committee", "executive", "forum"}
    if who in specific and body is not None and who not in body.casefold():
        return True
    before = words[: match.start()] if match else words[:40]
    if CAPITAL_VERB.search(words):
        return False
    return any(found.day != held_on for found in find_dates(before)) or bool(
        ELSEWHERE.match(words)
    )


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
    if OUTCOME.search(words) and first == last:
        subject = _moved(blocks[:first], words)
    return DecisionText(force, first, last, start, end, clauses, subject)


def _subject(before: Sequence[Block], words: str) -> str | None:
    """The proposals that "this proposal" or "all of the above" points to."""
    proposals = [b.text for b in before if PROPOSES.search(b.text) and b.kind is not BlockKind.HEADING]
    proposals = [text for text in proposals if not re.search(r"\breplied\b", text)] or proposals
    if not proposals:
        return None
    many = re.search(r"\ball\b|proposals|above", words, re.I)
    return " ".join(proposals if many else proposals[-1:])


def _moved(before: Sequence[Block], words: str) -> str | None:
    """The amendment or motion that an outcome such as "Amendment lost." belongs to."""
    what = "amendment" if re.search(r"amendment", words, re.I) else "motion"
    for at in range(len(before) - 1, -1, -1):
        if re.search(rf"\b{what}\b", before[at].text, re.I) and MOVED.search(before[at].text):
            parts = (b.text for b in before[at:] if not VOTES.match(b.text))
            return " ".join(parts)
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
        if block.kind is BlockKind.LIST_ITEM:
            if not opens and last == at and not re.match(r"\(?(?:i|a|1)[).]\s", block.text, re.I):
                break
        elif last == at and not opens:
            break
        elif last > at and not (label and BEGINS_CLAUSE.match(block.text)):
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
        dated = any(find_dates(words)) or re.search(r"\b(?:19|20)\d{2}\b", words)
        if dated and TOLD.search(words) and not HYPOTHETICAL.search(words):
            return DecisionText(Force.REPORTED, at, at, start, end, (), None)
    return None


def _after_verb(words: str) -> str:
    match = CAPITAL_VERB.search(words) or LOWER_CASE.search(words)
    return words[match.end() :].strip(" :,–-") if match else words
