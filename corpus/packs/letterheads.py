"""Letterheads: the lines that name council, body, date and paper at its head."""

import re
from collections.abc import Sequence

from corpus.packs.names import BODY, find_body, find_councils, titled
from corpus.text.blocks import Block, BlockKind
from corpus.text.dates import find_dates

SHORT = 170
"""The most characters of a line that may stand in a paper's head."""
LONGEST_LINE = 420
"""The most characters of a line that was wrapped over several blocks."""
WRAPPED = 40
"""The least length of a line that was wrapped and goes on in the next block."""
_DRAFT = r"(?:draft|printed|public|open|unconfirmed|the|action|unapproved|confirmed|approved)"
_MEETING = (
    r"meetings?|proceedings|held|council|committee|cabinet|panel|board|group|district|executive|"
    r"forum|assembly|authority|commission|partnership|cyfarfod|parish|hearing|party|trust"
)
MINUTES = re.compile(
    rf"(?:{_DRAFT}\W+){{0,3}}(?:cofnodion\s*/\s*)?"
    r"(?:minutes?|record of (?:the )?proceedings|notes|cofnodion)(?:\s*/\s*cofnodion)?"
    rf"(?:$|\s*[-–:](?!\s*to\b).*|\s*\(?{_DRAFT}\)?$|\s+(?:of|from|at|o"
    rf"|held)\b.*\b(?:{_MEETING})\b.*"
    r"|\s+of\s+(?:an?\s+|the\s+)?meeting.*)|cofnodion\s+(?:y|yr|o|cyfarfod)\b.*",
    re.IGNORECASE,
)
MINUTES_LAST = re.compile(
    rf"(?P<name>.{{3,100}}?)\W+(?:(?:meeting|{_DRAFT})\W+){{0,3}}minutes?"
    r"(?:\W+(?:of (?:the )?)?(?:meeting\W+)?(?:held\W+)?(?:on\W+)?(?P<date>.{0,50}))?",
    re.IGNORECASE,
)
MET = re.compile(
    r"at (?:an?|the) .{0,60}\b(?:meeting|assembly)\b.*\bheld\b.*"
    r"|(?:an?|the)\s+(?:\w+\s+){0,3}(?:meeting|assembly) of\b.{3,160}?\b(?:was|were)\s+held\b.*"
    r"|.{5,100}\b(?:council|committee|board|panel)(?:\s+(?:members|have|has))?\s+"
    r"(?:held|met)\b.*\b(?:meeting|on)\b.*|cynhaliwyd\s+(?:\w+\s+){0,2}cyfarfod\b.*",
    re.IGNORECASE,
)
"""A sentence that says where and when those met whose minutes follow."""
CALLED = re.compile(
    r".*\b(?:meeting|assembly)\b.*\b(?:will be|to be|shall be|be|being)\s+(?:held|convened|"
    r"take place)\b.*|.*\b(?:invited|requested|summoned|called|asked) to\b.*\bmeeting\b.*"
    r"|.*\bmeeting\b.*\bwill (?:take place|meet)\b.*|.*\bto attend\b.*\bmeeting\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that calls a meeting."""
PRESENT = re.compile(
    r"(?:(?:the|following|members?|councillors?|elected|committee|cabinet|board|panel|voting|also"
    r"|those|all|officers|of|council|yn|in the chair|in attendance)[\s:/,]+){0,4}(?:and\s+)?"
    r"(?:present|presennol|bresennol|sederunt|attendance|attendees)\b(?:\s*/\s*(?:present"
    r"|presennol))?"
    r"(?:\s+(?:in the chair|at the meeting|remotely|virtually|online|in person|were))?"
    r"\s*(?:[:;–-].*|\(.*|$)|(?:present|sederunt)\s+(?:councillors?|cllrs?|members|provost"
    r"|convener)"
    r"\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NEW_LINE = re.compile(
    r"(?:minutes?|cofnodion|agenda|rhaglen|dear|(?:mon|tues|wednes|thurs|fri|satur|sun)day|dydd"
    r"|date|time|venue|place|lleoliad|amser|dyddiad)\b",
    re.IGNORECASE,
)
"""Words that begin another line of a head."""
_OPEN_END = re.compile(
    r"(?:,|[-–]|\b(?:of|the|at|held|in|on|and|for|with|to|a|an|o|yn|ar))$", re.IGNORECASE
)
_IN_A_NAME = re.compile(
    r"\b(?:council|meeting of(?: the)?|minutes of(?: the)?)"
    r"(?:,?\s+(?!held|at\b|in\b|on\b)[\w&'’-]+){1,6}$",
    re.IGNORECASE,
)
"""Ends in words that may be the first of a body's name."""
_GOES_ON = re.compile(r"(?:of|held|at|on|in|and|by|commencing|am|pm)\b", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\b(?:co|st|no|rd|dr)\.$", re.IGNORECASE)
_CLOCK_LEFT = re.compile(r"(?:\d{1,2}(?:[.:]\d\d)?\s*)?(?:[ap]\.?m\b\.?|noon)", re.IGNORECASE)


def is_attendance(block: Block) -> bool:
    """Whether a block says who was present, which only minutes do."""
    return bool(PRESENT.fullmatch(block.text[:2000]))


def names_minutes(text: str) -> bool:
    """Whether a line says of what follows that it is the minutes of a meeting."""
    if MINUTES.fullmatch(text):
        return True
    last = MINUTES_LAST.fullmatch(text) if len(text) <= SHORT else None
    if last is None or text.endswith((".", ";")) or re.match(r"\d", text):
        return False
    if last["date"] and not any(find_dates(last["date"])):
        return False
    name = re.sub(r"[^\w)]+$", "", last["name"])
    return bool(find_body(name) or is_council_line(name) or is_letterhead_line(name))


def line_from(blocks: Sequence[Block], at: int) -> tuple[str, int]:
    """The line that begins at a block, unwrapped, and the position after its last block."""
    text, end = blocks[at].text.strip(), at + 1
    while end < len(blocks) and end - at < 14 and _goes_on(text, blocks[end - 1], blocks[end]):
        following = blocks[end].text.strip()
        text += following if re.search(r"\w-$", text) else f" {following}"
        end += 1
    return text, end


def is_letterhead(blocks: Sequence[Block], at: int) -> bool:
    """Whether council, body and date stand on lines of their own from ``at`` on."""
    first = blocks[at].text.strip()
    if is_letterhead_line(first):
        return True
    if not (is_council_line(first) or find_body(first)) or blocks[at].kind is BlockKind.TABLE_ROW:
        return False
    near = [b.text.strip() for b in blocks[at : at + 6] if len(b.text) <= SHORT]
    has_body = any(find_body(text) and not is_council_line(text) for text in near)
    has_date = any(is_date_line(text) for text in near)
    return has_date and (has_body or is_council_line(first)) and not is_date_line(first)


def is_council_line(text: str) -> bool:
    """Whether a line names a council (or one in two languages) and nothing else."""
    names = find_councils(text)
    rest = text
    for name in names:
        rest = rest.replace(name, "", 1)
    return 1 <= len(names) <= 2 and not re.sub(r"(?i)\bthe\b|[\W_]", "", rest)


def is_date_line(text: str) -> bool:
    """Whether a line gives one date, perhaps with a time, and hardly more."""
    found = list(find_dates(text))
    return len(found) == 1 and len(text) - (found[0].end - found[0].start) <= 25


def is_letterhead_line(text: str) -> bool:
    """Whether one line names council, body and date."""
    if len(text) > SHORT or text.endswith("."):
        return False
    names = find_councils(text)
    rest = text.replace(names[0], "", 1) if names else ""
    return len(names) == 1 and bool(BODY.search(titled(rest))) and len(list(find_dates(rest))) == 1


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _begins_another(text: str) -> bool:
    return bool(_NEW_LINE.match(text)) or any(found.start < 3 for found in find_dates(text))


def _goes_on(text: str, before: Block, block: Block) -> bool:
    """Whether ``block`` carries on the line that ``text`` begins."""
    following = block.text.strip()
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.PAGE_LEFT_BLANK) or is_attendance(block):
        return False
    if len(text) + len(following) > LONGEST_LINE or following.endswith(":"):
        return False
    if _OPEN_END.search(text) or _ABBREVIATED.search(text):
        return True
    if text.endswith((".", ":", ";")) or block.kind is BlockKind.LIST_ITEM:
        return False
    if following[:1].islower() or _CLOCK_LEFT.fullmatch(following):
        return True
    alike = (before.kind, before.bold, _in_capitals(before.text)) == (
        (block.kind, block.bold, _in_capitals(block.text))
    )
    if is_council_line(following) or _begins_another(following):
        return False
    if find_body(following):
        return alike and len(before.text) >= WRAPPED and bool(_IN_A_NAME.search(text))
    if _GOES_ON.match(following) and len(text) >= 5:
        return _in_capitals(text) == _in_capitals(following)
    return alike and len(before.text) >= WRAPPED and not following[:1].isdigit()
