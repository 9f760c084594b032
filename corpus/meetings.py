"""The council, body and date of each paper of a file."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.cleaning import Block, BlockKind
from corpus.dates import find_dates
from corpus.kinds import MINUTES
from corpus.names import BODY, find_body, find_councils, key_of, most_named, same_name, titled
from corpus.papers import Meeting, PaperKind
from corpus.splitting import PaperText

IN_A_TITLE = 3
"""What a council named in a short line near the top weighs, against 1 in a sentence."""
HEAD = 45
"""How many blocks at its start may name a paper's meeting."""
OTHER_DATE = re.compile(
    r"previous|last meeting|minutes\s*[-–]|minutes of (?:the|a|our|its) (?:\w+ )?meetings?"
    r"|approve|confirm|published|dated|^date\s*:\s*\d|next meeting|updated|signed|next scheduled"
    r"|deadline|no later than|by \d|adjourned from|review date|version",
    re.I,
)
LABEL = re.compile(
    r"(?P<label>meeting(?:\s*/\s*decision maker)?|committee|decision maker|report to|"
    r"decision to be taken by|to|body|board|panel)\s*:\s*\t?\s*(?P<name>.+)",
    re.I,
)
MEETING_OF = re.compile(
    r"(?:meeting|minutes) of (?:the |a )?(?P<name>(?!.*\bmeeting of\b).+?)"
    r"(?=\s+(?:to be |was |which was |will be )?(?:held|on)\b|,|\.|$)",
    re.I,
)
WHEN_HELD = re.compile(r"\b(?:held|meeting date|on the|will meet|meeting on)\b", re.I)
CLOCK = re.compile(r"\d\s*[.:]?\s*\d*\s*(?:am|pm|a\.m|p\.m|noon)\b", re.I)


def meetings_of(papers: Sequence[PaperText]) -> list[Meeting]:
    """The meeting of each paper.

    Minutes have only the meeting that their own head names. All else in a file with an
    agenda is for the meeting that it calls; without one, what a paper does not say of its
    meeting is that of the paper before it.
    """
    council = _council(papers)
    found = [own_meeting(paper, council) for paper in papers]
    agenda = next(
        (m for p, m in zip(papers, found, strict=True) if p.kind is PaperKind.AGENDA), None
    )
    meetings: list[Meeting] = []
    for paper, own in zip(papers, found, strict=True):
        if paper.kind is not PaperKind.MINUTES:
            meetings.append(agenda or _inherited(own, meetings[-1] if meetings else None))
        elif own.body is None and agenda is not None:
            meetings.append(Meeting(council, agenda.body, own.held_on))
        else:
            meetings.append(own)
    return meetings


def own_meeting(paper: PaperText, council: str | None) -> Meeting:
    """What the head of a paper says of its meeting."""
    head = _head(paper)
    return Meeting(council, _body(head, council), _held_on(head))


def _inherited(meeting: Meeting, other: Meeting | None) -> Meeting:
    if other is None:
        return meeting
    if meeting.held_on is None:
        return Meeting(meeting.council, other.body, other.held_on)
    if meeting.held_on == other.held_on or meeting.body is None:
        return Meeting(meeting.council, other.body or meeting.body, meeting.held_on)
    return meeting


def _head(paper: PaperText) -> list[Block]:
    """The blocks before the business begins."""
    if paper.kind is not PaperKind.MINUTES:
        limit = HEAD if paper.kind is PaperKind.AGENDA else 14
        return list(paper.blocks[:limit])
    head: list[Block] = []
    for block in paper.blocks[:HEAD]:
        numbered = block.kind is BlockKind.LIST_ITEM and re.match(r"\d", block.text)
        if numbered and len(head) >= 3 and not any(find_dates(block.text)):
            break
        head.append(block)
    return head[:16]


def _council(papers: Sequence[PaperText]) -> str | None:
    """The council that the file names most, its heads before its sentences."""

    def named() -> Iterator[tuple[str, int]]:
        for paper in papers:
            for at, block in enumerate(paper.blocks):
                for name in find_councils(block.text[:1500]):
                    alone = block.text.startswith(name) and len(block.text) <= len(name) + 40
                    early = 3 if at < 12 else 1
                    titles = at < 12 and len(block.text) < 120 and not block.text.endswith(".")
                    weight = 12 * early if alone else IN_A_TITLE if titles else 2
                    yield name, weight if at < HEAD else 1

    names = list(named())
    if len({key_of(name) for name, _ in names}) == 1 and max(w for _, w in names) >= IN_A_TITLE:
        return titled(names[0][0])
    best = most_named(names)
    weight = sum(w for name, w in names if same_name(name, best))
    return best if weight >= 5 else None


def _body(head: Sequence[Block], council: str | None) -> str | None:
    scored: list[tuple[str, int]] = []
    for at, block in enumerate(head):
        text = block.text.strip()
        label = LABEL.fullmatch(text)
        if label:
            name = find_body(re.split(r"\s+[-–]\s+|,|:?\s*\d", label["name"])[0].replace("\t", " "))
            if name:
                scored.append((name, 9 if label["label"].casefold() != "to" else 6))
        for match in MEETING_OF.finditer(titled(text) if text.isupper() else text):
            name = find_body(match["name"])
            if name:
                scored.append((name, 8))
        alone = find_body(re.split(r":\s|(?:,|\s[-–])\s+(?=\w+day\b|\d)", text)[0])
        if alone and not any(c.isdigit() for c in alone) and not same_name(alone, council):
            scored.append((alone, 5 if at < 14 else 2))
    bodies = [(name, weight) for name, weight in scored if not same_name(name, council)]
    best = most_named(bodies)
    if best is None and any(same_name(name, council) for name, _ in scored):
        return "Council"
    if best is None and council and re.search(r"\b(?:Parish|Community|Town)\b", council):
        return "Council"
    return best


def _held_on(head: Sequence[Block]) -> date | None:
    """The date that the head gives for its meeting, if one date stands out as that."""
    best: tuple[int, date] | None = None
    for at, block in enumerate(head):
        text = block.text
        for found in find_dates(text[:600]):
            before = text[max(0, found.start - 60) : found.start]
            score = 3 if len(text) - (found.end - found.start) <= 30 else 0
            score += 2 * found.weekday + 5 * bool(MINUTES.fullmatch(text))
            score += 4 * bool(WHEN_HELD.search(before) or re.match(r"meeting date", text, re.I))
            score += 2 * bool(CLOCK.search(text[found.end : found.end + 30]))
            score += 2 * bool(BODY.search(titled(before)))
            score += 2 if at < 8 else 0
            score += 3 if at < 3 and len(text) < 120 else 0
            if not MINUTES.fullmatch(text):
                score -= 6 * bool(OTHER_DATE.search(before or text))
            if block.kind is BlockKind.LIST_ITEM and re.match(r"\d+[.\s]", text):
                score -= 3
            if score >= 3 and (best is None or score > best[0]):
                best = (score, found.day)
    return best[1] if best else None
