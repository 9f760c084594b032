"""Sections become passages: what is searched for and cited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.business.sections import Section
from corpus.decisions.decision_text import DecisionText
from corpus.papers import DECIDED, Force
from corpus.tables.captions import caption_of, header_above
from corpus.tables.headers import Header
from corpus.tables.table_rows import Row, rows_of
from corpus.text.blocks import Block, BlockKind
from corpus.text.sentences import sentences
from corpus.text.tracing import TracedText, joined

WORDS = 100
"""A passage is closed once it holds this many words ..."""
MOST_WORDS = 140
"""... and before it would hold more than this, decisions aside."""
TABLE_WORDS = 60
NEAR = 400
"""Blocks above a table that are looked through for one that it continues."""
MOST_DECISION_WORDS = 400


@dataclass(frozen=True, slots=True)
class PassageText:
    """The text of a passage; ``core`` is the part that is its own (not a table's header)."""

    body: TracedText
    core: tuple[int, int]
    force: Force
    is_table: bool = False


def passages_of(
    section: Section, decisions: Sequence[DecisionText], before: Sequence[Block] = ()
) -> Iterator[PassageText]:
    """The passages of one section, in order.

    ``before`` are the blocks of its paper above the section: a table may go on in it.
    """
    blocks = section.blocks
    forces = _forces(decisions)
    at = 1 if _begins_with_its_heading(section) and 0 not in forces else 0
    loose: list[Block] = []
    while at < len(blocks):
        decision = forces.get(at)
        if decision is None and not _is_row(blocks[at]):
            loose.append(blocks[at])
            at += 1
            continue
        caption = caption_of(loose)
        yield from _grouped(loose, Force.DISCUSSED)
        loose = []
        if decision is not None:
            last, force = decision
            yield from _decided(blocks[at : last + 1], force)
            at = last + 1
        else:
            end = at
            while end < len(blocks) and _is_row(blocks[end]) and end not in forces:
                end += 1
            header = header_above(
                [*before[-NEAR:], *blocks[max(0, at - NEAR) : at]], blocks[at:end]
            )
            yield from _table(blocks[at:end], header, caption)
            at = end
    yield from _grouped(loose, Force.DISCUSSED)


def _forces(decisions: Sequence[DecisionText]) -> dict[int, tuple[int, Force]]:
    """By the position of a block the last one of the decision it is in, and its force.

    A motion shares the fate that it met: a lost one reads word for word like a carried one.
    """
    forces: dict[int, tuple[int, Force]] = {}
    for each in decisions:
        spans = [(each.first, each.last), *([each.motion] if each.motion else [])]
        for first, last in spans:
            for at in range(first, last + 1):
                if at not in forces or each.force in DECIDED:
                    forces[at] = (last, each.force)
    return forces


def _begins_with_its_heading(section: Section) -> bool:
    """Whether the first block is in its passages' context already; alone, it is a passage."""
    titles = [*([section.item.title] if section.item else []), *section.headings]
    title = titles[-1].casefold()[:40] if titles else ""
    return len(section.blocks) > 1 and title != "" and title in section.blocks[0].text.casefold()


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.TABLE_ROW


def _decided(blocks: Sequence[Block], force: Force) -> Iterator[PassageText]:
    """A decision with all its clauses is one passage, unless it is very long."""
    part: list[Block] = []
    for block in blocks:
        if part and _words(part) + _words([block]) > MOST_DECISION_WORDS:
            yield _passage(part, force)
            part = []
        part.append(block)
    if part:
        yield _passage(part, force)


def _grouped(blocks: Sequence[Block], force: Force) -> Iterator[PassageText]:
    part: list[Block] = []
    for block in blocks:
        if _words([block]) > MOST_WORDS:
            if part:
                yield _passage(part, force)
                part = []
            yield from _split(block, force)
            continue
        if part and _words(part) + _words([block]) > MOST_WORDS:
            yield _passage(part, force)
            part = []
        part.append(block)
        if _words(part) >= WORDS:
            yield _passage(part, force)
            part = []
    if part:
        yield _passage(part, force)


def _split(block: Block, force: Force) -> Iterator[PassageText]:
    """A long paragraph in parts of whole sentences."""
    start = end = 0
    for sentence_start, sentence_end in sentences(block.text):
        if end > start and len(block.text[start:sentence_end].split()) > MOST_WORDS:
            yield _whole(block.body.slice(start, end).strip(), force)
            start = sentence_start
        end = sentence_end
    if block.text[start:].strip():
        yield _whole(block.body.slice(start, len(block.text)).strip(), force)


def _passage(blocks: Sequence[Block], force: Force) -> PassageText:
    return _whole(joined([block.body for block in blocks], "\n"), force)


def _whole(body: TracedText, force: Force) -> PassageText:
    return PassageText(body, (0, len(body)), force)


def _table(
    blocks: Sequence[Block], header: Header, caption: Sequence[TracedText]
) -> Iterator[PassageText]:
    """Rows in small groups, each group with its caption, header and band."""
    group: list[Row] = []
    for row in rows_of(blocks, header):
        over = group and _row_words([*group, row]) > TABLE_WORDS
        if over or (group and row.leads != group[-1].leads):
            yield _rows(group, caption)
            group = []
        group.append(row)
    if group:
        yield _rows(group, caption)


def _rows(group: Sequence[Row], caption: Sequence[TracedText]) -> PassageText:
    lead = joined([*caption, *group[0].leads], "\n")
    own = joined([line for row in group for line in row.lines], "\n")
    body = joined([lead, own], "\n")
    return PassageText(body, (len(body) - len(own), len(body)), Force.DISCUSSED, is_table=True)


def _row_words(rows: Sequence[Row]) -> int:
    lines = [line.text.replace(" | ", " ") for row in rows for line in row.lines]
    return sum(len(line.split()) for line in lines)


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)
