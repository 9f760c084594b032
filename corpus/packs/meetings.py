"""The council, body and date of each paper of a file."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.documents import Origin
from corpus.packs.councils import council_of
from corpus.packs.heads import head_of, naming_lines
from corpus.packs.letterheads import (
    CALLED,
    is_council_line,
    names_minutes,
)
from corpus.packs.names import (
    BODY,
    PREFIX,
    find_body,
    most_named,
    same_name,
    titled,
)
from corpus.packs.origins import with_origin
from corpus.packs.splitting import PaperText
from corpus.papers import Meeting, PaperKind
from corpus.text.blocks import Block, BlockKind
from corpus.text.dates import find_dates

WRITTEN_FOR_ONE = frozenset(
    {PaperKind.REPORT, PaperKind.APPENDIX, PaperKind.GUIDANCE, PaperKind.WORK_PROGRAMME}
)
OTHER_DATE = re.compile(
    r"previous|last meeting|minutes\s*[-–]|minutes of (?:the|a|our|its) (?:\w+ )?meetings?"
    r"|approve|confirm|published|dated|^date\s*:\s*\d|next meeting|updated|signed|next scheduled"
    r"|deadline|no later than|by \d|adjourned from|review date|version|issued|despatch|pathway"
    r"|diwethaf|key decision|called? in",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?P<label>meeting(?:\s*/\s*decision maker)?|committee|decision maker|report to|"
    r"decision (?:to be )?(?:taken|made) by|to|body|board|panel|name of committee|"
    r"report for|taken by)\s*(?::\s*\t?|\t)\s*(?P<name>.+)",
    re.IGNORECASE,
)
OF = re.compile(r"\b(?:of|at|for|gan|o|in):?\s+(?:(?:the|a|an|its|y|yr)\s+)?(?=\w)", re.IGNORECASE)
ENDS_NAME = re.compile(
    r"\s+(?:meeting|which|was|were|to be|will|is to|held|met|has|have|on|at|in the|in|by|duly"
    r"|took|ar|am)\b|[,.;:(]|\s[-–]\s|$",
    re.IGNORECASE,
)
NAMES_BODY = re.compile(r"\bmeeting of\b|\bminutes of\b|\bagenda for\b", re.IGNORECASE)
BEFORE_MEETING = re.compile(
    r"(?:minutes?|notes|cofnodion|record)\W+(?:of\s+)?(?:the\s+)?(?P<name>.+?)\s+meeting\b",
    re.IGNORECASE,
)
COUNCIL_ITSELF = re.compile(
    r"(?:(?:full|parish|town|community|county|city|borough|district|metropolitan|the|general|"
    r"ordinary|annual|special|extraordinary)\s+)*(?:council|assembly of the council)",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"\(\w[\w ]{0,20}\)")
"""Part of a body's name, as in "Planning Committee (North)"."""
BEFORE_DATE = re.compile(r":\s|(?:,|\s[-–])\s+(?=\w+day\b|\d)", re.IGNORECASE)
MET = (PaperKind.AGENDA, PaperKind.MINUTES, PaperKind.REPORT)
"""Papers of a meeting, even of a parish council that does not say which of its bodies met."""
COUNCIL_WORD = re.compile(r"council|borough|city|cyngor", re.IGNORECASE)
"""An authority without it in its name (a board, a combined authority) meets under that."""
WHEN_HELD = re.compile(
    r"\b(?:held|meeting date|date of (?:the )?meeting|on the|will meet|meeting on|cynhaliwyd"
    r"|met)\b",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\d\s*[.:]?\s*\d*\s*(?:am|pm|a\.m|p\.m|noon)\b", re.IGNORECASE)


def meetings_of(papers: Sequence[PaperText], origin: Origin | None = None) -> list[Meeting]:
    """The meeting of each paper.

    Minutes have only the meeting that their own head names. All else in a file with an
    agenda is for the meeting that it calls; without one, what a paper does not say of its
    meeting is that of the paper before it (of a report: before it and no minutes). What the
    papers do not say at all, ``origin`` may.
    """
    council = council_of(papers)
    found = [own_meeting(paper, council) for paper in papers]
    if origin:
        found = with_origin([paper.kind for paper in papers], found, origin)
        council = council or origin.council
    agenda = next(
        (m for p, m in zip(papers, found, strict=True) if p.kind is PaperKind.AGENDA), None
    )
    meetings: list[Meeting] = []
    coming: Meeting | None = None
    for paper, own in zip(papers, found, strict=True):
        if paper.kind is not PaperKind.MINUTES:
            before = meetings[-1] if meetings else None
            known = coming if paper.kind is PaperKind.REPORT else before
            meetings.append(agenda or _inherited(own, known))
            coming = meetings[-1]
        elif own.body is None and agenda is not None:
            meetings.append(Meeting(council, agenda.body, own.held_on))
        else:
            meetings.append(own)
    return meetings


def own_meeting(paper: PaperText, council: str | None) -> Meeting:
    """What the head of a paper says of its meeting."""
    head = head_of(paper)
    naming = naming_lines(paper.kind, head)
    body = _body_of_lines(naming, council) or _body(head, council, met=paper.kind in MET)
    held_on = _date_of_lines(naming)
    if held_on is None and not (paper.kind is PaperKind.AGENDA and _leaves_date_out(naming)):
        held_on = _held_on(head)
    if body is None and paper.kind in WRITTEN_FOR_ONE:
        held_on = None  # a paper that names no body gives the day it was written
    return Meeting(council, body, held_on)


def _inherited(meeting: Meeting, other: Meeting | None) -> Meeting:
    if other is None:
        return meeting
    if meeting.held_on is None:
        return Meeting(meeting.council, other.body, other.held_on)
    if meeting.held_on == other.held_on or meeting.body is None:
        return Meeting(meeting.council, other.body or meeting.body, meeting.held_on)
    return meeting


def _date_of_lines(lines: Sequence[str]) -> date | None:
    """The date after "held" in the first of these lines that gives one."""
    for line in lines:
        dates = list(find_dates(line))
        held = WHEN_HELD.search(line)
        after = [d for d in dates if held and d.start >= held.end()]
        if after or (dates and len(line) <= 300 and not CALLED.fullmatch(line)):
            return (after or dates)[0].day
    return None


def _leaves_date_out(lines: Sequence[str]) -> bool:
    """Whether a line that calls a meeting says "held on" and no date that can be read."""
    return any(re.search(r"\bheld\b.*\bon\b", line, re.DOTALL) for line in lines)


def _body_of_lines(lines: Sequence[str], council: str | None) -> str | None:
    for line in lines:
        name = _body_in_line(_titled_words(line))
        if name is None:
            continue
        if same_name(name, council):
            return _as_body(council)
        if COUNCIL_ITSELF.fullmatch(name) or is_council_line(name):
            return "Council"
        return name
    return None


def _body_in_line(line: str) -> str | None:
    """The body in "Minutes of the meeting of the … held" or "Minutes of the … meeting"."""
    before = BEFORE_MEETING.match(line)
    if before and (name := find_body(PREFIX.sub("", before["name"]))):
        return name
    for match in (*OF.finditer(line), re.compile("").match(line)):
        if match is None:
            continue
        rest = line[match.end() :]
        for cut in ENDS_NAME.finditer(rest):
            numbered = IN_BRACKETS.match(rest, cut.start())
            name = find_body(rest[: numbered.end() if numbered else cut.start()])
            if name and not re.search(r"\bMeeting\b", name):
                return name
            if re.match(r"\s+(?:held|met|was|were|will)\b", cut[0], re.IGNORECASE):
                break
    return None


def _titled_words(line: str) -> str:
    letters = [c for c in line if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return titled(line.upper()) if letters and capitals > 0.8 * len(letters) else line


def _body(head: Sequence[Block], council: str | None, *, met: bool) -> str | None:
    scored: list[tuple[str, int]] = []
    for at, block in enumerate(head):
        text = block.text.strip()
        label = LABEL.fullmatch(text)
        if label:
            named = re.split(r"\t|\s+[-–]\s+|,|:?\s*\d", label["name"].replace("\t", "  ", 0))[0]
            name = find_body(named)
            if name:
                scored.append((name, 9 if label["label"].casefold() != "to" else 6))
        if len(text) <= 300 and NAMES_BODY.search(text):
            name = _body_in_line(_titled_words(text))
            if name:
                scored.append((name, 8))
        alone = find_body(BEFORE_DATE.split(text)[0])
        if alone and not any(c.isdigit() for c in alone) and not same_name(alone, council):
            scored.append((alone, 5 if at < 14 else 2))
    bodies = [
        (name, weight)
        for name, weight in scored
        if not same_name(name, council) and not is_council_line(name)
    ]
    best = most_named(bodies)
    if best is not None:
        return "Council" if COUNCIL_ITSELF.fullmatch(best) else best
    if any(same_name(name, council) for name, _ in scored):
        return _as_body(council)
    if met and council and re.search(r"\b(?:Parish|Community|Town|Cymuned|Tref)\b", council):
        return "Council"
    return None


def _as_body(council: str | None) -> str | None:
    """What meets where the authority itself does: the Council, or the authority by its name."""
    return "Council" if council and COUNCIL_WORD.search(council) else council


def _is_of_a_letter(head: Sequence[Block], at: int) -> bool:
    """Whether "Date: 3 June 2024" stands over a letter, and so is not the meeting's."""
    if not re.match(r"date\s*:", head[at].text, re.IGNORECASE):
        return False
    near = [block.text for block in head[at + 1 : at + 6]]
    if any(re.match(r"(?:time|venue|place)\s*:", text, re.IGNORECASE) for text in near):
        return False
    return any(re.match(r"dear\b|to\s*:.*\bmembers\b", text, re.IGNORECASE) for text in near)


def _held_on(head: Sequence[Block]) -> date | None:
    """The date that the head gives for its meeting, if one date stands out as that."""
    best: tuple[int, date] | None = None
    for at, block in enumerate(head):
        text = block.text
        for found in find_dates(text[:600]):
            before = text[max(0, found.start - 60) : found.start]
            score = 3 if len(text) - (found.end - found.start) <= 30 else 0
            score += 2 * found.weekday + 5 * names_minutes(text)
            score += 4 * bool(WHEN_HELD.search(before) or re.match(r"meeting date", text, re.I))
            score += 2 * bool(CLOCK.search(text[found.end : found.end + 30]))
            score += 2 * bool(BODY.search(titled(before)))
            score += 2 if at < 8 else 0
            score += 3 if at < 3 and len(text) < 120 else 0
            if not names_minutes(text):
                score -= 6 * bool(OTHER_DATE.search(before or text))
                score -= 6 * _is_of_a_letter(head, at)
            if block.kind is BlockKind.LIST_ITEM and found.start and re.match(r"\d+[.\s]", text):
                score -= 3
            if score >= 3 and (best is None or score > best[0]):
                best = (score, found.day)
    return best[1] if best else None
