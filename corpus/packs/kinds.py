"""What kind of paper begins with which words."""

import re
from collections.abc import Sequence

from corpus.packs.letterheads import (
    CALLED,
    MET,
    SHORT,
    is_attendance,
    is_letterhead,
    line_from,
    names_minutes,
)
from corpus.papers import PaperKind
from corpus.text.blocks import Block, BlockKind
from corpus.text.dates import find_dates

AGENDA = re.compile(
    r"(?:(?:public|supplementary|supplemental|additional|late|revised|draft|the|meeting)\s+){0,3}"
    r"(?:a\s?g\s?e\s?n\s?d\s?a|rhaglen)(?:\s*/\s*(?:agenda|rhaglen))?"
    r"(?:\s*:?| (?:front ?sheet|papers?|pack|supplement|for [^.]*|of [^.]*|[-–] .*)|[-–] .*)"
    r"|notice (?:is hereby given|of (?:an? )?(?:\w+ ){0,3}meeting).*|(?:notice and )?summons\b.*"
    r"|.{0,60}\bhereby (?:summoned|given notice)\b.*|order of business|business to be transacted",
    re.IGNORECASE | re.DOTALL,
)
ENDS_IN_AGENDA = re.compile(
    r"(?:[A-Z][\w.&'’-]*\s+(?:(?:and|of|the|for)\s+){0,2}){1,8}(?:[-–]\s+)?(?:Agenda|AGENDA)"
)
ENCLOSED = re.compile(r"agenda item(?:\s+(?:no\.?s?|numbers?))?", re.IGNORECASE)
"""Stands over the list of reports that a letter encloses after an agenda went out."""
NOTICE = re.compile(
    r".*\b(?:(?:proposed )?records? of (?:an? |the )?(?:\w+ ){0,3}decisions?(?: .{0,60})?|"
    r"(?:officer|executive|delegated|member|key|portfolio holder)(?:'s)? (?:\w+ )?"
    r"decision(?: (?:notice|record|sheet|form|report|statement))?|decisions? "
    r"(?:notice|record|sheet|statement)|notice of (?:\w+ ){0,3}decisions?|"
    r"statement of (?:\w+ )?decisions?|"
    r"decisions? (?:made|taken) (?:by|under)\b.{0,80})",
    re.IGNORECASE,
)
WORK_PROGRAMME = re.compile(
    r".*\b(?:forward (?:work )?(?:plan|programme)|work ?programme|work ?plan)\b.*", re.IGNORECASE
)
LABEL = r"(?:\d{1,2}\.?[A-Za-z]?|[A-Z]{1,2}\d{0,2}|[a-z]|[ivx]{1,5}|[IVX]{1,5})"
APPENDIX = re.compile(
    rf"(?i:appendix|appendices|annexe?|schedule|atodiad|enclosure)\s+(?P<label>{LABEL})"
    r"(?![\w.]*\w)\W?.{0,120}"
    rf"|.{{0,25}}\b(?:APPENDIX|Appendix|ANNEX|Annex)\s+(?P<last>{LABEL})|(?i:appendix|annexe?)",
)
IMPACT = re.compile(
    r"(?:\w+\s+){0,4}(?:impact|privacy) (?:and needs )?(?:assessments?|analysis)\b.{0,60}"
    r"|(?:eqia|eia|dpia|hia)\b.{0,60}",
    re.IGNORECASE,
)
"""Forms that go with a report."""
GUIDANCE = re.compile(
    r"(?!.*\.$).{0,60}\b(?:statutory guidance|guidance (?:on|for|note))\b.{0,120}", re.IGNORECASE
)
ROW = re.compile(
    r"(?P<label>meeting|meeting\s*/\s*decision maker|report to|report of|decision maker|committee|"
    r"meeting(?:\s*/\s*decision)? date|date(?: of (?:the )?(?:meeting|committee))?|title|subject|"
    r"report title|title of report|re|from|by|to|wards?(?:\(?s\)?)?(?: affected)?|"
    r"report (?:by|author|from)|lead (?:officer|member|cabinet member)|portfolio holder|"
    r"cabinet member|author|(?:agenda )?item(?: no\.?| number)?|classification|body|board|panel|"
    r"contact(?: officer| person)?|accountable officer|responsible officer|division|"
    r"presented by|purpose)\s*(?::\s*.*|\t.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A row of the block that names a report."""
ABOUT = re.compile(r"title|subject|report title|title of report|re|report of|report by", re.I)
FOR = re.compile(r"meeting.*|report to|to|decision maker|committee|date.*|body|board|panel", re.I)
REPORT = re.compile(
    r"report (?:of|to|by|for|title|author|on)\b.*|report\b.{0,4}$|(?:update|progress|interim|final|"
    r"annual|joint|officer'?s?|covering|committee|cabinet)\s+report\b.*|briefing (?:note|paper)\b.*"
    r"|from\s*:.*|originator\s*:.*|purpose of (?:the |this )?(?:report|paper).*|.*\breport$",
    re.IGNORECASE,
)
TERMS = re.compile(r"(?:draft )?terms of reference.*", re.IGNORECASE)
RECOMMENDATIONS = re.compile(r"(?:\d\.?\d?\s+)?recommendations?\b.{0,40}$", re.IGNORECASE)
MINUTES_ITEM = re.compile(r"minutes?\s*(?:[-–:]|of (?:the )?(?:last|previous)\b)", re.IGNORECASE)
"""An item of an agenda, "Minutes - 19 March 2012", opens none."""
HEAD = 14
"""How many blocks at its start say what kind a paper is."""
HEAD_OF_AGENDA = 60
SHORT_LABEL = 30
"""The most characters of "Appendix 1 to item 6" below the council's name and the date."""


def kind_of(blocks: Sequence[Block]) -> PaperKind:
    """What kind of paper begins with these blocks."""
    head = [block.text for block in blocks[:HEAD]]
    texts = [text for text in head if len(text) <= SHORT]
    rows = opens_rows(blocks[:HEAD])
    if any(map(NOTICE.fullmatch, texts[:5])) and not _is_minutes(blocks[:6]):
        return PaperKind.DECISION_NOTICE
    labels = [*texts[:2], *(text for text in texts[2:6] if len(text) <= SHORT_LABEL)]
    if any(map(APPENDIX.fullmatch, labels)) and not rows:
        return PaperKind.APPENDIX
    if _is_minutes(blocks):
        return PaperKind.MINUTES
    if any(_calls_a_meeting(blocks, at) for at in range(min(len(blocks), HEAD_OF_AGENDA))):
        return PaperKind.AGENDA
    if any(map(WORK_PROGRAMME.fullmatch, texts[:4])) and not rows:
        return PaperKind.WORK_PROGRAMME
    if any(map(TERMS.fullmatch, texts[:2])) or any(map(IMPACT.fullmatch, texts[:3])):
        return PaperKind.APPENDIX
    if rows or any(map(REPORT.fullmatch, texts)):
        return PaperKind.REPORT
    if any(map(GUIDANCE.fullmatch, texts[:5])) and not is_letterhead(blocks, 0):
        return PaperKind.GUIDANCE
    if is_letterhead(blocks, 0) or any(RECOMMENDATIONS.match(b.text) for b in blocks[:60]):
        return PaperKind.REPORT
    return PaperKind.OTHER


def opens_rows(blocks: Sequence[Block]) -> bool:
    """Whether a block of rows that name a report ("MEETING: … TITLE: …") is among these."""
    labels = {match["label"].casefold() for b in blocks if (match := ROW.fullmatch(b.text.strip()))}
    about = any(map(ABOUT.fullmatch, labels))
    return about and any(map(FOR.fullmatch, labels)) and len(labels) >= 2


def _calls_a_meeting(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].text.strip()
    if AGENDA.fullmatch(text) or (at < HEAD and ENDS_IN_AGENDA.fullmatch(text)):
        return True
    if at >= HEAD + 6:
        return False
    if ENCLOSED.fullmatch(text) and at + 1 < len(blocks):
        return bool(re.match(r"\d", blocks[at + 1].text))
    return bool(CALLED.fullmatch(text)) and (
        any(find_dates(text))
        or any(re.match(r"(?:item )?1(?:\W|$)", b.text) for b in blocks[at + 1 : at + 30])
    )


def _is_minutes(blocks: Sequence[Block]) -> bool:
    for at, block in enumerate(blocks[:HEAD]):
        if AGENDA.fullmatch(block.text) or opens_rows(blocks[at : at + 3]):
            return False
        if is_attendance(block):
            return True
        if block.kind is BlockKind.LIST_ITEM and re.match(r"\d", block.text):
            continue
        line, _ = line_from(blocks, at)
        if names_minutes(line[:400]) and not MINUTES_ITEM.match(line):
            return True
        if MET.fullmatch(line) and any(map(is_attendance, blocks[at : at + HEAD])):
            return True
    return False
