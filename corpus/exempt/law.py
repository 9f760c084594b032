"""The law that a marking names: which paragraph of which schedule makes a paper exempt.

England and Wales: Schedule 12A of the Local Government Act 1972. Scotland: Schedule 7A of the
Local Government (Scotland) Act 1973. Northern Ireland: Schedule 6 to the Local Government Act
(Northern Ireland) 2014.
"""

import re

_NUMBER = r"\d{1,2}[A-Ca-c]?(?:\s?\([a-z]\))?"
PARAGRAPH = re.compile(
    r"\b(?:paragraphs?|paras?\.?|categor(?:y|ies))\s*(?:\(s\)|nos?\.?|numbers?)?\s*"
    rf"(?P<numbers>{_NUMBER}(?:\s*(?:,|and|&|or|to|[-–])+\s*{_NUMBER})*)(?![.\d])",
    re.I,
)
_PART = re.compile(r"\bpart\s*(?P<part>[1-5]|IV|V|I{1,3})\b(?=.{0,12}\bsch)", re.I)
_SCHEDULE = re.compile(
    r"\bsch(?:edule|ed)?\.?\s*(?P<schedule>12\s?A|7\s?A|6(?=.{0,30}\bLocal Government\b))", re.I
)
LAW = re.compile(
    rf"{PARAGRAPH.pattern}|{_SCHEDULE.pattern}|\blocal government (?:\(\w+\) )?act\b"
    r"|\baccess to information\b|\bsection 100[A-K]?\b",
    re.I,
)
"""Words that name the law on exempt information."""


def names_schedule(text: str) -> bool:
    """Whether ``text`` names the schedule of exempt information."""
    return bool(_SCHEDULE.search(text))


def paragraph_in(text: str) -> str | None:
    """Such as "paragraph 3 of Part 1 of Schedule 12A", made anew; None where none is named."""
    schedule, found = _SCHEDULE.search(text), PARAGRAPH.search(text)
    of = f"Schedule {''.join(schedule['schedule'].split()).upper()}" if schedule else ""
    part = _PART.search(text) if schedule else None
    of = f"Part {part['part'].upper()} of {of}" if part else of
    if not found:
        return of or None
    numbers = re.findall(r"\d{1,2}[A-Ca-c]?|\bto\b|[-–]", found["numbers"])
    told = re.sub(r", (?:to|[-–]), ", " to ", ", ".join(numbers))
    paragraphs = f"paragraph{'s' if len(numbers) > 1 else ''} {told}"
    return f"{paragraphs} of {of}" if of else paragraphs
