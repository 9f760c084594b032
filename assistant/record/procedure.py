"""Business of every meeting, which is of no subject: apologies, minutes, urgent business."""

import re

_PROCEDURE = re.compile(
    r"\bminutes\b|\bapolog(?:y|ies)\b"
    r"|\b(?:declarations?|disclosures?|register) of\b.*\binterests?\b"
    r"|\binterests?\b.{0,20}\bdeclar|\bannouncements?\b|\b(?:urgent|other|any other) business\b"
    r"|\burgent items?\b|^urgent$|^a\.?o\.?b\b"
    r"|\bmatters arising\b|\bwelcome\b|\bevacuation\b|\bfilming\b"
    r"|\b(?:next|future|date of|dates of)\b.{0,20}\bmeetings?\b|\bnot used\b|^\W*$"
    r"|\b(?:public|open) (?:participation|speaking|forum|questions?)\b|\bpublic question time\b"
    r"|\b(?:items|questions|petitions|deputations|statements) (?:from|by)\b"
    r"|^(?:petitions?|deputations?|questions?|statements?)\b"
    r"|\bregister an interest\b"
    r"|\b(?:elect|appoint)(?:ion|ment)?(?: of)? (?:an? |the )?(?:vice|deputy|chair|mayor|leader)"
    r"|\bexclusion of (?:the )?(?:press|public)\b|\bsubstitut(?:e|ion)s?\b|\battendance\W*$"
    r"|\b(?:work|forward) ?(?:plan|programme)\b|\bworkplan\b|\bexempt (?:items?|business)\b"
    r"|\bclose of (?:the )?meeting\b|\bcorrespond[ae]nce\b|\bcall-?in period\b"
    r"|\bmembers?['’]?s?['’]? updates?\b|\bdirector['’]?s?['’]? briefing\b"
    r"|\b(?:chair|leader|mayor)\w*['’]?s?['’]? (?:update|report|communications?)\b",
    re.IGNORECASE,
)


def is_procedural(title: str) -> bool:
    """Whether an item of this title is procedure, though its title may vary."""
    return bool(_PROCEDURE.search(title))
