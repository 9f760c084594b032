"""A file's blocks become the papers in it.

A pack holds an agenda, the minutes of the meeting before, and reports. A paper begins at
a letterhead (council, body and date), at the words that open minutes, at a report's block
of "MEETING / TITLE" rows, at "Agenda Item 8", or after a page left blank.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.cleaning import Block, BlockKind
from corpus.dates import find_dates
from corpus.names import BODY, find_body, find_councils
from corpus.papers import PaperKind

AGENDA = re.compile(
    r"(?:public |supplementary )?a\s?g\s?e\s?n\s?d\s?a(?: (?:front ?sheet|papers?|pack|for .*|of .*|[-–] .*))?"
    r"|notice (?:is hereby given|of (?:a )?meeting).*|summons to .*",
    re.I,
)
MINUTES = re.compile(
    r"(?:(?:draft|printed|public|unconfirmed|the|action|unapproved|confirmed)\s+){0,3}"
    r"(?:minutes|record of proceedings|notes|cofnodion)"
    r"(?:$|\s*[-–:].*|\s+of\s+(?:an?\s+|the\s+)?.*\b(?:meeting|proceedings|held|council|committee|"
    r"cabinet|panel|board|group|district|executive|forum)\b.*)",
    re.I,
)
PRESENT = re.compile(
    r"(?:(?:members|councillors|elected members|committee members|also|those)\s+)?"
    r"(?:present|presennol)\b(?:\s+in the chair)?\s*(?:[:;–-].*|$)|attendance\s*:.*",
    re.I,
)
NOTICE = re.compile(
    r".*\b(?:(?:proposed )?record of (?:an? |the )?(?:officer |executive |delegated )*decisions?|"
    r"(?:officer |executive |delegated )*decision (?:notice|record|statement))\b.*",
    re.I,
)
WORK_PROGRAMME = re.compile(
    r".*\b(?:forward (?:work )?(?:plan|programme)|work ?programme|work ?plan)\b.*", re.I
)
APPENDIX = re.compile(r"(?:appendix|appendices|annex(?:e)?|schedule|atodiad)\s+[\w.]{1,4}\b.{0,90}", re.I)
GUIDANCE = re.compile(r"(?!.*\.$).{0,60}\b(?:statutory guidance|guidance (?:on|for|note))\b.{0,120}", re.I)
REPORT_ROW = re.compile(
    r"(?:meeting|meeting\s*/\s*decision maker|report to|report of|decision maker)\s*(?::\s*\t.*|\t[^\t]*)",
    re.I,
)
REPORT = re.compile(
    r"report (?:of|to|by|title|author)\b.*|report\b.{0,4}$|(?:update|progress|interim|final|"
    r"annual|joint|officer'?s?|covering)\s+report\b.*|briefing (?:note|paper)\b.*|from\s*:.*|"
    r"originator\s*:.*|purpose of (?:the |this )?report.*|.*\breport$",
    re.I,
)
AGENDA_ITEM = re.compile(r"(?:agenda )?item(?: no\.?)?\s*\d{1,2}[a-z]?(?:\s*\([a-z]\))?", re.I)
TERMS = re.compile(r"(?:draft )?terms of reference.*", re.I)
HEAD = 14
"""How many blocks at its start say what kind a paper is."""
HEAD_OF_AGENDA = 60
SHORT = 170


@dataclass(frozen=True, slots=True)
class PaperText:
    """The blocks of one paper, pages left blank aside; there is at least one."""

    kind: PaperKind
    blocks: tuple[Block, ...]


def split(blocks: Sequence[Block]) -> list[PaperText]:
    """The papers in a file, in order. Every block but pages left blank is in one."""
    starts = sorted(_without_echoes(blocks, {0} | _starts(blocks)))
    papers: list[PaperText] = []
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        part = tuple(b for b in blocks[start:end] if b.kind is not BlockKind.PAGE_LEFT_BLANK)
        if not part:
            continue
        kind = kind_of(part)
        if _is_covering_letter(papers, kind):
            part = (*papers.pop().blocks, *part)
        if kind is PaperKind.OTHER and papers:
            kind = _kind_inside_a_pack(papers[-1].kind)
        papers.append(PaperText(kind, part))
    return papers


def kind_of(blocks: Sequence[Block]) -> PaperKind:
    """What kind of paper begins with these blocks."""
    head = [block.text for block in blocks[:HEAD]]
    texts = [text for text in head if len(text) <= SHORT]
    if any(map(NOTICE.fullmatch, texts[:4])):
        return PaperKind.DECISION_NOTICE
    if any(map(APPENDIX.fullmatch, texts[:2])):
        return PaperKind.APPENDIX
    if _is_minutes(blocks):
        return PaperKind.MINUTES
    if any(map(AGENDA.fullmatch, (block.text for block in blocks[:HEAD_OF_AGENDA]))):
        return PaperKind.AGENDA
    if any(map(WORK_PROGRAMME.fullmatch, texts[:4])) and not any(map(REPORT_ROW.fullmatch, head)):
        return PaperKind.WORK_PROGRAMME
    if any(map(TERMS.fullmatch, texts[:2])):
        return PaperKind.APPENDIX
    if any(map(GUIDANCE.fullmatch, texts[:5])):
        return PaperKind.GUIDANCE
    if any(map(REPORT_ROW.fullmatch, head)) or any(map(REPORT.fullmatch, texts)):
        return PaperKind.REPORT
    if _letterhead(blocks, 0) or any(
        re.match(r"(?:\d\.?\d?\s+)?recommendations?\b.{0,40}$", b.text, re.I) for b in blocks[:60]
    ):
        return PaperKind.REPORT
    return PaperKind.OTHER


def _is_covering_letter(papers: Sequence[PaperText], kind: PaperKind) -> bool:
    """Whether the only paper so far is the letter that calls a meeting, over its agenda."""
    return (
        kind is PaperKind.AGENDA
        and len(papers) == 1
        and papers[0].kind is PaperKind.OTHER
        and len(papers[0].blocks) <= HEAD_OF_AGENDA
    )


def _kind_inside_a_pack(before: PaperKind) -> PaperKind:
    """An unnamed paper after a report belongs to it, as an appendix does."""
    follows = {PaperKind.REPORT, PaperKind.APPENDIX, PaperKind.GUIDANCE}
    return PaperKind.APPENDIX if before in follows else PaperKind.OTHER


def _is_minutes(blocks: Sequence[Block]) -> bool:
    for block in blocks[:HEAD]:
        if AGENDA.fullmatch(block.text):
            return False
        if MINUTES.fullmatch(block.text[:400]) and not re.match(r"minutes\s*[-–:]", block.text, re.I):
            return True
        if PRESENT.fullmatch(block.text[:2000]):
            return True
    return False


def _starts(blocks: Sequence[Block]) -> set[int]:
    starts: set[int] = set()
    last_minutes = -HEAD
    for at, block in enumerate(blocks):
        if at and blocks[at - 1].kind is BlockKind.PAGE_LEFT_BLANK:
            starts.add(at)
        new_page = at > 0 and block.page is not None and block.page != blocks[at - 1].page
        paged = block.page is not None
        if len(block.text) > SHORT and not PRESENT.fullmatch(block.text[:2000]):
            continue
        if _opens_minutes(blocks, at) and at - last_minutes >= HEAD:
            last_minutes = at
            starts.add(_back_to_letterhead(blocks, at))
        elif REPORT_ROW.fullmatch(block.text) or _opens_memo(blocks, at) or (
            (not paged or _page_before(blocks, at) != block.page) and _letterhead(blocks, at) and at - last_minutes >= HEAD
        ):
            starts.add(_back_over_title_row(blocks, at))
        elif new_page and (AGENDA_ITEM.fullmatch(block.text) or APPENDIX.fullmatch(block.text)):
            starts.add(at)
        elif not paged and APPENDIX.fullmatch(block.text) and block.kind is not BlockKind.LIST_ITEM:
            if _stands_alone(block):
                starts.add(at)
    return starts


def _page_before(blocks: Sequence[Block], at: int) -> int | None:
    """The page three blocks back: a running head may stand over a letterhead."""
    return blocks[at - 3].page if at >= 3 else None


def _stands_alone(block: Block) -> bool:
    """Whether a line that begins with "Appendix" is a heading and not a sentence or row."""
    if block.kind is BlockKind.TABLE_ROW or block.text.endswith((".", ";", ",")):
        return False
    return block.kind is BlockKind.HEADING or len(block.text) <= 90


def _opens_minutes(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].text
    if blocks[at].kind is BlockKind.LIST_ITEM:
        return False
    if PRESENT.fullmatch(text[:2000]):
        return True
    return bool(MINUTES.fullmatch(text)) and any(
        PRESENT.match(block.text) for block in blocks[at + 1 : at + 8]
    )


def _opens_memo(blocks: Sequence[Block], at: int) -> bool:
    """A report that opens with "From: … To: … Subject: …"."""
    if not re.match(r"(?:from|by|to)\s*:", blocks[at].text, re.I):
        return False
    near = "\n".join(block.text for block in blocks[at : at + 12])
    return bool(re.search(r"^to\s*:", near, re.I | re.M) and re.search(r"^subject\s*:", near, re.I | re.M))


def _letterhead(blocks: Sequence[Block], at: int) -> bool:
    """Whether council, body and date stand on lines of their own from ``at`` on."""
    first = blocks[at].text.strip()
    if _letterhead_in_one_line(first):
        return True
    if not (_is_council_line(first) or find_body(first)) or blocks[at].kind is BlockKind.TABLE_ROW:
        return False
    near = [b.text.strip() for b in blocks[at : at + 6] if len(b.text) <= SHORT]
    has_body = any(find_body(text) and not _is_council_line(text) for text in near)
    has_date = any(_is_date_line(text) for text in near)
    return has_date and (has_body or _is_council_line(first)) and not _is_date_line(first)


def _letterhead_in_one_line(text: str) -> bool:
    if len(text) > SHORT or text.endswith("."):
        return False
    names = find_councils(text)
    rest = text.replace(names[0], "", 1) if names else ""
    return len(names) == 1 and bool(BODY.search(rest)) and len(list(find_dates(rest))) == 1


def _is_council_line(text: str) -> bool:
    names = find_councils(text)
    return len(names) == 1 and len(text) <= len(names[0]) + 3


def _is_date_line(text: str) -> bool:
    found = list(find_dates(text))
    return len(found) == 1 and len(text) - (found[0].end - found[0].start) <= 25


def _back_to_letterhead(blocks: Sequence[Block], at: int) -> int:
    """The first of the short lines before "Present" that belong to the same head."""
    first = at
    for back in range(at - 1, max(-1, at - 9), -1):
        block = blocks[back]
        if block.kind in (BlockKind.PAGE_LEFT_BLANK, BlockKind.TABLE_ROW, BlockKind.LIST_ITEM):
            break
        if len(block.text) > 300 or block.page != blocks[at].page:
            break
        if block.text.endswith(".") and not MINUTES.fullmatch(block.text):
            break
        if (
            _is_council_line(block.text)
            or find_body(block.text)
            or MINUTES.fullmatch(block.text)
            or any(find_dates(block.text))
        ):
            first = back
    return first


def _back_over_title_row(blocks: Sequence[Block], at: int) -> int:
    """A row with the council's name alone stands over a report's block of rows."""
    while at and _is_council_line(blocks[at - 1].text.strip()) and (
        blocks[at - 1].kind is BlockKind.TABLE_ROW or blocks[at].kind is not BlockKind.TABLE_ROW
    ):
        at -= 1
    return at


def _without_echoes(blocks: Sequence[Block], starts: set[int]) -> set[int]:
    """Starts a few lines after another are the same head seen twice."""
    kept: list[int] = []
    for start in sorted(starts):
        between = blocks[kept[-1] : start] if kept else ()
        new_report = REPORT_ROW.fullmatch(blocks[start].text) and APPENDIX.fullmatch(
            blocks[kept[-1] if kept else start].text
        )
        if kept and not new_report and start - kept[-1] <= 6 and all(
            len(block.text) <= SHORT and block.kind is not BlockKind.PAGE_LEFT_BLANK
            for block in between
        ):
            continue
        kept.append(start)
    return set(kept)
