"""What reports and agendas propose, what they tell of, and what decision notices decide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.business.sections import Section
from corpus.decisions.clauses import clauses_of, last_clause
from corpus.decisions.decision_text import DecisionText
from corpus.decisions.force import force_of
from corpus.decisions.telling import tells
from corpus.decisions.verbs import LABEL, STARTS
from corpus.papers import Force, PaperKind
from corpus.text.blocks import Block, BlockKind
from corpus.text.lines import NUMBERED
from corpus.text.sentences import sentences

ASKED = re.compile(
    r"\b(?:panel|committee|sub-committee|cabinet|council|board|executive|members|councillors|forum"
    r"|group|commission)\s+(?:is|are)\s+(?:therefore |hereby )?"
    r"(?:asked|requested|invited|recommended)(?: to\b| that\b|\s*:)"
    r"|\brecommends? (?:that|to)\b|\bit is (?:therefore )?(?:recommended|proposed) (?:that|to)\b"
    r"|\brecommendations?\s*:|\brecommended\s*[:–-]|\b(?:cabinet|council|committee) (?:propose"
    r"|agree) to\s*:"
    r"|\brecommended to (?:agree|note|approve|endorse|consider)\b",
    re.I,
)
TEMPLATE = re.compile(r"\brecommended that the (?:press and )?public should be excluded\b", re.I)
"""A heading of agendas, even where nothing stands below it."""
RECOMMENDATION_HEADING = re.compile(
    r"(?:\w+\s+)?(?:recommendations?|decisions? (?:required|sought|recommended))\b"
    r".{0,60}|(?:officer'?s? )?recommended decision.{0,30}|action (?:required|requested).{0,20}",
    re.I,
)
PROPOSALS = re.compile(r"(?:the\s+)?(?:\w+\s+)?proposals?\b.{0,30}", re.I)
ACCEPTED = re.compile(
    r"\b(?:accepted|agreed|approved|endorsed|adopted) by (?:the )?(?:[\w&-]+ ){0,5}"
    r"(?:council|cabinet|committee|panel|board|executive|commission|forum)\b",
    re.I,
)
NO_RECOMMENDATION = re.compile(r"\bno (?:specific |formal )?recommendations?\b", re.I)
NOT_PROPOSED = re.compile(
    r"\W*(?:report )?(?:author|contact|background papers?|appendi(?:x|ces)|reasons?)\b.*", re.I
)


def recommends(section: Section) -> bool:
    """Whether a section is headed "Recommendations", or asks somebody to decide."""
    heading = section.headings[-1] if section.headings else ""
    headed = RECOMMENDATION_HEADING.fullmatch(heading) and len(section.blocks) > 1
    return bool(headed) or any(map(_asks, section.blocks))


def decisions_in_report(
    section: Section, kind: PaperKind, *, recommended: bool
) -> list[DecisionText]:
    """The decisions that a section of a report, agenda or notice proposes or tells of.

    An appendix only tells. Where another section holds what is ``recommended``, one headed
    "Proposals" only describes it.
    """
    if kind is PaperKind.APPENDIX:
        return [t for at, block in enumerate(section.blocks) for t in _told_sentences(block, at)]
    if section.item and re.search(r"\bdeclarations?\b", section.item.title, re.I):
        return []
    described = recommended and section.headings and PROPOSALS.fullmatch(section.headings[-1])
    under_heading = None if described else _under_heading(section)
    return under_heading if under_heading is not None else list(_in_text(section.blocks, kind))


def _under_heading(section: Section) -> list[DecisionText] | None:
    """All that stands under a heading "Recommendations"; None under another."""
    blocks = section.blocks
    heading = section.headings[-1] if section.headings else ""
    if not (RECOMMENDATION_HEADING.fullmatch(heading) or PROPOSALS.fullmatch(heading)):
        return None
    if len(blocks) < 2:
        return None
    if NO_RECOMMENDATION.search(blocks[1].text):
        return []
    found = []
    first = 1
    while first < len(blocks) and not NOT_PROPOSED.fullmatch(blocks[first].text):
        last = first
        while last + 1 < len(blocks) and not _ends_proposal(blocks[last + 1]):
            last += 1
        found.append(_under(blocks, heading, first, last))
        if last + 1 == len(blocks) or not _is_heading(blocks[last + 1]):
            break
        heading, first = blocks[last + 1].text, last + 2
    return found


def _under(blocks: Sequence[Block], heading: str, first: int, last: int) -> DecisionText:
    """What stands under "Recommendations", or "Recommendations accepted by the Board"."""
    proposal = _proposal(blocks, first, last)
    return replace(proposal, force=Force.REPORTED) if ACCEPTED.search(heading) else proposal


def _ends_proposal(block: Block) -> bool:
    return bool(NOT_PROPOSED.fullmatch(block.text)) or _is_heading(block)


def _is_heading(block: Block) -> bool:
    """Whether a plain line is a further heading "Recommendations ..."."""
    return block.kind is BlockKind.PARAGRAPH and bool(RECOMMENDATION_HEADING.fullmatch(block.text))


def _in_text(blocks: Sequence[Block], kind: PaperKind) -> Iterator[DecisionText]:
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if kind is PaperKind.DECISION_NOTICE and (decided := _decided(blocks, at)):
            yield decided
            at = decided.last
        elif _asks(block):
            last = last_clause(blocks, at, label=False)
            yield _proposal(blocks, at, last)
            at = last
        elif kind is not PaperKind.AGENDA:
            yield from _told_sentences(block, at)
        at += 1


def _decided(blocks: Sequence[Block], at: int) -> DecisionText | None:
    """A line "Decision" of a notice with what stands below it, or "Decision: to mend"."""
    block = blocks[at]
    if block.kind is BlockKind.TABLE_ROW:
        cells = block.cells
        if len(cells) < 2 or not cells[1] or not LABEL.fullmatch(cells[0]):
            return None
        return DecisionText(force_of(cells[1], ()), at, at, block.text.index(cells[1]))
    if LABEL.fullmatch(block.text):
        last = last_clause(blocks, at, label=True)
    elif STARTS.match(block.text):
        last = last_clause(blocks, at, label=False)
    else:
        return None
    clauses = clauses_of(blocks[at + 1 : last + 1])
    words = "RESOLVED" if last > at else block.text
    if last == at and LABEL.fullmatch(block.text):
        return None
    return DecisionText(force_of(words, clauses), at, last, clauses=clauses)


def _asks(block: Block) -> bool:
    text = block.text
    if block.kind is BlockKind.TABLE_ROW:
        cells = [cell for cell in block.cells if cell]
        names_it = RECOMMENDATION_HEADING.fullmatch(cells[0].strip(" :"))
        return len(cells) == 2 and bool(names_it) and len(cells[1]) > 20
    return len(text) < 900 and bool(ASKED.search(text)) and not TEMPLATE.search(text)


def _proposal(blocks: Sequence[Block], first: int, last: int) -> DecisionText:
    lead_in = not (NUMBERED.match(blocks[first].text) and last > first)
    clauses = clauses_of(blocks[first + lead_in : last + 1])
    return DecisionText(Force.PROPOSED, first, last, clauses=clauses)


def _told_sentences(block: Block, at: int) -> Iterator[DecisionText]:
    """The sentences of a paragraph that tell of decisions, as one."""
    if block.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW):
        return
    told = []
    before = ""
    for span in sentences(block.text):
        words = block.text[slice(*span)]
        if tells(words, before):
            told.append(span)
        before += words
    if told:
        paragraph = NUMBERED.match(block.text)
        start = paragraph.end() if paragraph and told[0][0] == 0 else told[0][0]
        yield DecisionText(Force.REPORTED, at, at, start, told[-1][1])
