"""What papers call themselves: their titles, and minutes a draft or confirmed."""

import re
from collections.abc import Sequence

from corpus.packs.agendas import ITEM_LINE
from corpus.packs.heads import down_to_attendance, head_of
from corpus.packs.kinds import AGENDA, APPENDIX, ENDS_IN_AGENDA, GUIDANCE, HEAD, ROW, SHORT_LABEL
from corpus.packs.letterheads import (
    MET,
    SHORT,
    is_attendance,
    is_council_line,
    is_date_line,
    is_letterhead_line,
    line_from,
    names_minutes,
)
from corpus.packs.names import find_body, find_councils
from corpus.packs.splitting import PaperText
from corpus.papers import PaperKind, PaperStatus
from corpus.text.blocks import Block, BlockKind
from corpus.text.dates import find_dates

SUBJECT = re.compile(
    r"(?:report\s+)?(?:title|subject(?: matter)?|re)(?: of (?:the )?(?:report|decision))?"
    r"(?:\s*/\s*title of (?:the )?(?:decision|report))?\s*(?::\s*|\t\s*)(?P<title>.*)"
    r"|(?:subject matter\s*/\s*)?title of (?:decision|report):?\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
NEXT_LINE = re.compile(r"\s+(?=(?:Held|Cofnodion|Present|Date|Time|Venue)\b)")
"""Where a second line of a head was joined to the first."""
BARE = re.compile(r"\W*(?:\w+\W+)?(?:minutes?|cofnodion)(?:\W+of proceedings)?\W*", re.IGNORECASE)
ONE_LINE = 80
WHO = re.compile(r":\s|\s+(?:meeting|[-–])\s+|,\s+(?=\w+day\b|\d)|\s+(?=\d)", re.IGNORECASE)
"""Parts the name of a body from its date."""
OPEN_END = re.compile(r"(?:,|[-–&]|\b(?:of|the|and|for|with|to|on|in))$")
NO_TITLE = re.compile(
    r"(?:report (?:of|to|by|from|for|author)\b|from\s*:|to\s*:|by\s*:|originator\b|tel\b|ward|"
    r"part \w{1,3}\b|not for publication|public (?:report|document)|open|date\b|meeting\b|"
    r"classification|an? open public item|executive (?:summary|forward plan)|\[|<|\W*$|page \d|"
    r"briefing note to\b|summary|purpose|introduction|background|recommendations?\b|decision\b|"
    r"item\b|agenda\b|dear\b|report$|committee report$|cabinet report$|\d+\W*$)",
    re.IGNORECASE,
)
"""Lines of a report's head that are not its title."""

_UNSURE = r"(?:drafft|draft|unconfirmed|unapproved)"
DRAFT = re.compile(
    rf"^\W*{_UNSURE}\W*(?:$|[-–(:,]|(?:\w+\s+)?(?:minutes?|cofnodion|notes|record)\b"
    r"|subject|for|until|copy|version)"
    rf"|\b{_UNSURE}\s+(?:\w+\s+)?minutes?\b|\b(?:minutes?|cofnodion)\W+{_UNSURE}\W*$"
    rf"|\(\W*{_UNSURE}\W*\)|\bun(?:confirmed|approved)\b"
    r"|\bnot (?:yet )?(?:been )?(?:approved|confirmed|agreed)\b"
    r"|\b(?:subject to|pending|awaiting|until|for) (?:\w+ ){0,2}"
    r"(?:confirmation|approval|confirmed|approved|ratification|adoption)\b",
    re.IGNORECASE,
)
SAYS_SO = re.compile(
    r"\W*(?:please note that )?(?:these|the) minutes (?:are|remain|should be read)\b"
    r"|\W*subject to (?:approval|confirmation)\b",
    re.I,
)
CONFIRMED = re.compile(
    r"\W*(?:(?:these|the)\s+)?(?:minutes\s+)?(?:(?:were|are|as|duly|formally)\s+)*"
    r"(?:confirmed|approved|agreed|adopted|signed)\b(?!\s+(?:for|by|to|the minutes of)\b).*",
    re.IGNORECASE | re.DOTALL,
)
TO_BE_FILLED = re.compile(r"_{3}|\.{4}|…{2}|-{5}")
OF_A_RECORD = re.compile(r"\b(?:record|minutes?|meeting|signed|chair\w*)\b", re.IGNORECASE)
OF_ANOTHER = re.compile(r"\b(?:previous|last) (?:meeting|minutes)\b", re.IGNORECASE)
SIGNED_IN = 6
"""How many blocks at the end of minutes may say that they were confirmed and signed."""


def title_of(text: PaperText) -> str:
    """The title that a paper gives itself, as printed; the first line where it gives none."""
    if text.kind is PaperKind.MINUTES:
        return _of_minutes(text.blocks)
    if text.kind is PaperKind.AGENDA:
        return _of_agenda(text.blocks)
    if text.kind is PaperKind.GUIDANCE:
        named = [block.text for block in text.blocks[:5] if GUIDANCE.fullmatch(block.text)]
        return named[0] if named else _first_line(text.blocks)
    if text.kind is PaperKind.APPENDIX:
        return _of_appendix(text.blocks)
    if text.kind is PaperKind.WORK_PROGRAMME:
        return _first_line(text.blocks)
    return _subject(text.blocks) or _heading(text.blocks) or _first_line(text.blocks)


def status_of(text: PaperText) -> PaperStatus:
    """Whether minutes call themselves a draft or confirmed, in their head or where signed.

    Where they were signed it takes a date: the line is printed for the pen beforehand.
    """
    if text.kind is not PaperKind.MINUTES:
        return PaperStatus.UNKNOWN
    head = _before_attendance(head_of(text))
    head += [block.text for block in text.blocks[:HEAD] if SAYS_SO.match(block.text)]
    if any(DRAFT.search(line) and not OF_ANOTHER.search(line) for line in head):
        return PaperStatus.DRAFT
    signed = [block.text for block in text.blocks[-SIGNED_IN:] if len(block.text) <= SHORT]
    if any(map(CONFIRMED.fullmatch, head)) or any(
        CONFIRMED.fullmatch(line) and OF_A_RECORD.search(line) and any(find_dates(line))
        for line in signed
        if not TO_BE_FILLED.search(line)
    ):
        return PaperStatus.CONFIRMED
    return PaperStatus.UNKNOWN


def _before_attendance(head: Sequence[Block]) -> list[str]:
    texts = [block.text for block in down_to_attendance(head) if len(block.text) <= 2 * SHORT]
    return [text for text in texts if not text.startswith(("[", "<"))]


def _of_minutes(blocks: Sequence[Block]) -> str:
    """The line that names the minutes, else the one with the body, else with the council."""
    lines = _lines_before_attendance(blocks)
    named = [NEXT_LINE.split(line)[0] for line in lines if names_minutes(line)]
    for line in sorted(named, key=lambda line: bool(BARE.fullmatch(line))):
        return line
    if dated := [line for line in lines[:5] if _names_meeting(line)]:
        return dated[0]
    if met := [line for line in lines if MET.fullmatch(line) and len(line) <= SHORT]:
        return met[0]
    return _with_body(lines) or _first_line(blocks)


def _of_agenda(blocks: Sequence[Block]) -> str:
    texts = [block.text.strip() for block in blocks[:60]]
    named = [t for t in texts if AGENDA.fullmatch(t) or ENDS_IN_AGENDA.fullmatch(t)]
    for text in sorted(named, key=lambda text: len(text) > ONE_LINE):
        if len(text) <= SHORT:
            return text
    return _with_body(texts) or _first_line(blocks)


def _lines_before_attendance(blocks: Sequence[Block]) -> list[str]:
    lines: list[str] = []
    at = 0
    while at < min(len(blocks), HEAD + 6):
        if is_attendance(blocks[at]) and at:
            break
        line, at = line_from(blocks, at)
        lines.append(line)
    return lines


def _names_meeting(line: str) -> bool:
    """Whether a line names who met, and when: "Planning Committee - 12 March 2024"."""
    if len(line) > SHORT or line.endswith(".") or not any(find_dates(line)):
        return False
    return bool(find_councils(line) or find_body(WHO.split(line)[0]))


def _with_body(lines: Sequence[str]) -> str | None:
    for line in lines:
        if find_body(WHO.split(line)[0]) and not is_council_line(line):
            return line
    return next((line for line in lines if is_council_line(line)), None)


def _subject(blocks: Sequence[Block]) -> str | None:
    """The title in a row of the head: "TITLE: …", "Subject …", "Re: …"."""
    for at, block in enumerate(blocks[: HEAD + 6]):
        match = SUBJECT.fullmatch(block.text.strip())
        if match is None:
            continue
        title = (match["title"] or match["rest"] or "").split("\t")
        words = next((cell.strip() for cell in title if cell.strip()), "")
        if words:
            return words
        if at + 1 < len(blocks):
            return blocks[at + 1].text.replace("\t", " ").strip()
    return None


def _heading(blocks: Sequence[Block]) -> str | None:
    """The first heading, else the first short line, that is not part of a letterhead."""
    able = [at for at, block in enumerate(blocks[:HEAD]) if _may_be_title(block)]
    plain = [at for at in able if not find_body(blocks[at].text)]
    headings = [at for at in plain if blocks[at].kind is BlockKind.HEADING or blocks[at].bold]
    if headings and headings[0] - plain[0] <= 6:
        return _from(blocks, headings[0])
    if plain or able:
        return _from(blocks, plain[0] if plain else able[-1])
    return None


def _may_be_title(block: Block) -> bool:
    text = block.text.strip()
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM) or len(text) > 250:
        return False
    if text.endswith((".", ";", ":")) or ROW.fullmatch(text) or ITEM_LINE.match(text):
        return False
    if is_council_line(text) or is_date_line(text) or is_letterhead_line(text):
        return False
    return not NO_TITLE.match(text)


def _from(blocks: Sequence[Block], at: int) -> str:
    """The line at ``at``, with the next one where it ends in mid-phrase."""
    text = blocks[at].text.strip()
    if OPEN_END.search(text) and at + 1 < len(blocks) and len(blocks[at + 1].text) <= SHORT:
        text = f"{text} {blocks[at + 1].text.strip()}"
    return text.replace("\t", " ")


def _of_appendix(blocks: Sequence[Block]) -> str:
    """Its label, with the line below where the label is all that it says."""
    labelled = [at for at, block in enumerate(blocks[:6]) if APPENDIX.fullmatch(block.text)]
    if not labelled:
        return _first_line(blocks)
    label = _from(blocks, labelled[0])
    below = blocks[labelled[0] + 1].text if labelled[0] + 1 < len(blocks) else ""
    alone = len(label) <= SHORT_LABEL and 0 < len(below) <= ONE_LINE and not below.endswith(".")
    return f"{label}: {below}" if alone else label


def _first_line(blocks: Sequence[Block]) -> str:
    first = next((at for at, b in enumerate(blocks[:6]) if not b.text.startswith(("[", "<"))), 0)
    return _from(blocks, first)
