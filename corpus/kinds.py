"""What kind of paper begins with which words."""

import re
from collections.abc import Sequence

from corpus.cleaning import Block
from corpus.letterheads import SHORT, is_letterhead
from corpus.papers import PaperKind

AGENDA = re.compile(
    r"(?:public |supplementary )?a\s?g\s?e\s?n\s?d\s?a"
    r"(?: (?:front ?sheet|papers?|pack|for .*|of .*|[-–] .*))?"
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
APPENDIX = re.compile(
    r"(?:appendix|appendices|annex(?:e)?|schedule|atodiad)\s+[\w.]{1,4}\b.{0,90}", re.I
)
GUIDANCE = re.compile(
    r"(?!.*\.$).{0,60}\b(?:statutory guidance|guidance (?:on|for|note))\b.{0,120}", re.I
)
REPORT_ROW = re.compile(
    r"(?:meeting|meeting\s*/\s*decision maker|report to|report of|decision maker)\s*"
    r"(?::\s*\t.*|\t[^\t]*)",
    re.I,
)
REPORT = re.compile(
    r"report (?:of|to|by|title|author)\b.*|report\b.{0,4}$|(?:update|progress|interim|final|"
    r"annual|joint|officer'?s?|covering)\s+report\b.*|briefing (?:note|paper)\b.*|from\s*:.*|"
    r"originator\s*:.*|purpose of (?:the |this )?report.*|.*\breport$",
    re.I,
)
TERMS = re.compile(r"(?:draft )?terms of reference.*", re.I)
RECOMMENDATIONS = re.compile(r"(?:\d\.?\d?\s+)?recommendations?\b.{0,40}$", re.I)
MINUTES_ITEM = re.compile(r"minutes\s*[-–:]", re.I)
"""An item of an agenda, "Minutes - 19 March 2012", opens none."""
HEAD = 14
"""How many blocks at its start say what kind a paper is."""
HEAD_OF_AGENDA = 60


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
    if is_letterhead(blocks, 0) or any(RECOMMENDATIONS.match(b.text) for b in blocks[:60]):
        return PaperKind.REPORT
    return PaperKind.OTHER


def is_attendance(block: Block) -> bool:
    """Whether a block says who was present, which only minutes do."""
    return bool(PRESENT.fullmatch(block.text[:2000]))


def _is_minutes(blocks: Sequence[Block]) -> bool:
    for block in blocks[:HEAD]:
        if AGENDA.fullmatch(block.text):
            return False
        if MINUTES.fullmatch(block.text[:400]) and not MINUTES_ITEM.match(block.text):
            return True
        if is_attendance(block):
            return True
    return False
