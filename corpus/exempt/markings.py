"""Markings: lines that say of the paper on which they stand that it is not for the public.

Words *about* exempt papers are none: "to exclude the public", "Appendix 2 is exempt", "this
report contains no exempt information".
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from corpus.exempt.law import LAW

LONGEST = 420
"""The most characters of a marking; what is longer is prose."""

UNPUBLISHED = (
    r"(?:not (?:for|to be) (?:general |public |wider )?(?:publication|published|released?"
    r"|circulat(?:ion|ed)|disclos(?:ure|ed))|not for (?:the )?(?:press|public)(?: (?:and|or)"
    r" (?:the )?(?:press|public))?|exempt from (?:public(?:ation)?|disclosure|(?:the )?public)"
    r"(?: disclosure)?)"
)
CLOSED = r"(?:exempt|confidential|restricted|private|closed|pink|ddim i'w gyhoeddi|cyfrinachol)"
CONFIDENCE = r"(?:(?:commercial(?:ly)?[ -])?in[ -](?:strict )?confidence|official\W{1,3}sensitive)"
HELD = r"part[ -](?:ii|2|two|b)\b"
PAPER = (
    r"(?:reports?|papers?|pages?|sheets?|documents?|minutes?|appendi(?:x|ces)|annex(?:e|es|ure)?"
    r"|agenda|addend(?:um|a)|supplements?|cop(?:y|ies)|version|briefing|note|enclosures?|pack"
    r"|schedule|adroddiad|atodiad|cofnodion)"
)
MATTER = r"(?:information|items?|business|matters?|session|section|gwybodaeth|eitem)"
_LABEL = r"(?:[a-z]{0,2}\d{1,4}(?:[./]\d+)*[a-z]?|[a-z]|[ivx]{1,5})"
_FILLER = (
    r"(?:strictly|highly|wholly|fully|only|and|or|this|the|is|are|a|an|by|virtue|of|under|in|to|as"
    r"|for|with|on|from|its|it|all|page|item|agenda|no|number|contain(?:s|ing)?|paragraphs?|paras?"
    r"|category|part|schedule|sch|section|local|government|act|regulations?|order|amended|access"
    r"|variation|scotland|northern|ireland|wales|england|relevant|pursuant|accordance|defined"
    r"|described|within|meaning|terms?|reason|because|members|councillors|printed|cover(?:ing)?|s"
    rf"|council|committee|cabinet|marked|draft|{_LABEL}|\(?s\)?)"
)
_VOCABULARY = re.compile(
    rf"(?:(?>(?:{UNPUBLISHED}|{CONFIDENCE}|{CLOSED}|{HELD}|{PAPER}|{MATTER}|{_FILLER})\b)\W*+)++",
    re.I,
)
_UNPUBLISHED = re.compile(rf"(?:strictly |this (?:\w+ ){{1,2}}is |\w+ )?{UNPUBLISHED}", re.I)
_CLOSED_FIRST = re.compile(
    rf"(?:(?:strictly|private|highly) (?:and |& )?)?(?:{CLOSED}|{CONFIDENCE})"
    rf"(?: (?:and|&|/) (?:{CLOSED}))?(?: (?:{HELD}|{PAPER}|{MATTER})(?: {_LABEL}\b)?)?"
    r"\W+(?:by\b|under\b|pursuant|in accordance|as (?:defined|it|described)|because|contain|within"
    r"|information (?:relating|which|that|within|as)|relating|on the grounds|until|this|the )",
    re.I,
)
_NOUNED = re.compile(
    rf"(?:{CLOSED}|{HELD})\W+(?:(?:and|{CLOSED}|{HELD}|{MATTER})\W+)*{PAPER}\b"
    rf"|{PAPER}\W+(?:{_LABEL}\W+)?(?:{CLOSED}|{HELD})",
    re.I,
)
_SAID = re.compile(rf"{UNPUBLISHED}|{CLOSED}|{CONFIDENCE}", re.I)
_MAY_SAY = re.compile(
    r"exempt|confiden|restricted|private|closed|pink|sensitive|not\s+(?:for|to)|part.{1,3}(?:ii|2|two"
    r"|b)\b|gyhoeddi|cyfrinachol",
    re.I,
)
"""One of these stands in every marking; most lines have none."""
_HELD_ALONE = re.compile(rf"\W*{HELD}\W*", re.I)
_HELD_CLOSED = re.compile(
    rf"\W*{HELD}\W+(?:\w+ ){{0,3}}?(?:{CLOSED}|{CONFIDENCE}|{UNPUBLISHED})\b", re.I
)
_ABOUT_MATTER = re.compile(rf"(?:{CLOSED}|{HELD})\W+(?:\w+\W+){{0,2}}?{MATTER}\b", re.I)
_DENIED = re.compile(
    rf"\b(?:no|non|not|never|nothing|neither|without|un)\b\W*(?:\w+\W+){{0,3}}?(?:{CLOSED})"
    rf"|(?:{CLOSED}\w*|public\w*|disclosure|{HELD}|{MATTER})\W*(?:no|none|nil|n/?a|n$|nothing"
    r"|not? (?:applicable|exempt|confidential|restricted)|nid yw|dim)\b(?!\.\s?\d)"
    r"|\b(?:if|whether|unless|where|was|were|formerly|previously|no longer|originally|do not"
    r"|does not|delete)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:appendi(?:x|ces)|annex(?:e|es|ure|ures)?|enclosures?|attachments?)\b", re.I
)
_WITH_ITS_OWN = re.compile(
    r"\b(?:report|paper|document)s?,? (?:and|with|including) (?:(?:all|any|both) (?:of )?)?"
    r"(?:its|the|all|any)? ?(?:attached )?(?:appendi|annex|attach|enclos)",
    re.I,
)
_LISTS = re.compile(r"[:;,]")
_OWN_LABEL = re.compile(
    rf"\W*(?:(?:strictly|private|and|&|{CLOSED}|{CONFIDENCE}|{HELD}|{UNPUBLISHED})\W+)*"
    r"(?:appendix|annexe?|annexure|enclosure|attachment|atodiad)\b(?!.*\b(?:is|are|contains?|has"
    r"|have|which|that|see|only|attached|to (?:this|the) report)\b)",
    re.I,
)


class Sort(Enum):
    """What a marking is fit to mark: a PAPER; a MATTER, such as "exempt items"; HELD, "Part II"."""

    PAPER = auto()
    MATTER = auto()
    HELD = auto()


@dataclass(frozen=True, slots=True)
class Marking:
    """What a line says: ``word`` is "exempt", "not for publication" ...; made anew, not copied."""

    word: str
    sort: Sort
    is_labelled: bool = False


def marking_of(text: str) -> Marking | None:
    """The marking that a line is, if it is nothing but one."""
    line = plain(text) if len(text) <= 2 * LONGEST and _MAY_SAY.search(text) else ""
    if not line or len(line) > LONGEST or _DENIED.search(_without_unpublished(line)):
        return None
    own_label = bool(_OWN_LABEL.match(line))
    of_others = len(_OTHER.findall(line)) - own_label
    if of_others and not _WITH_ITS_OWN.search(line):
        return None
    if _HELD_ALONE.fullmatch(line):
        return Marking("Part II", Sort.HELD)
    if _UNPUBLISHED.match(line) or _HELD_CLOSED.match(line) or _CLOSED_FIRST.match(line):
        return Marking(word_of(line), _sort_of(line), own_label)
    if _SAID.search(line) and _VOCABULARY.fullmatch(line):
        return Marking(word_of(line), _sort_of(line), own_label)
    if _NOUNED.match(line) and (_VOCABULARY.fullmatch(line) or own_label or _is_minutes(line)):
        return Marking(word_of(line), Sort.PAPER, own_label)
    return None


def titled_marking(text: str) -> Marking | None:
    """The marking that a title bears at its end or its beginning: "Sale of land (exempt)"."""
    may_say = len(text) <= LONGEST and _MAY_SAY.search(text)
    line = " ".join(text.split()).strip(" *_") if may_say else ""
    if len(line) > 200 or line.endswith((".", ";")):
        return None
    ends = _TITLE_ENDS.search(line)
    match = ends or (None if "\t" in text.strip() else _TITLE_BEGINS.match(line))
    if not match or _DENIED.search(_without_unpublished(ends[0] if ends else line)):
        return None
    of_another = bool(_OTHER.search(line))
    if of_another and not _OWN_LABEL.match(line) and _LISTS.search(line):
        return None
    return Marking(word_of(match[0]), Sort.PAPER, of_another)


def is_denied(text: str) -> bool:
    """Whether words answer that nothing here is exempt: "None", "No", "not applicable"."""
    return bool(_NEGATIVE.match(plain(text)) or _DENIED.search(_without_unpublished(plain(text))))


def speaks_of_another(text: str) -> bool:
    """Whether words say it of an appendix, and not of the paper on which they stand."""
    return bool(_OTHER.search(text)) and not _WITH_ITS_OWN.search(text)


def word_of(text: str) -> str:
    """How the program names what a marking says; "exempt" where it says nothing more exact."""
    return next((word for word, says in _WORDS if says.search(text)), "exempt")


def plain(text: str) -> str:
    """A line without its page number, its markup and the signs around it."""
    line = " ".join(text.replace("’", "'").split())
    line = _PAGE_NUMBER.sub("", line)
    return line.strip(" *_-–—|•[](){}<>:.!#~=")


_WORDS = (
    ("exempt", re.compile(r"\bexempt\b(?! from)", re.I)),
    ("not for publication", re.compile(rf"{UNPUBLISHED}|i'w gyhoeddi", re.I)),
    ("confidential", re.compile(rf"\bconfidential|{CONFIDENCE}|cyfrinachol", re.I)),
    ("restricted", re.compile(r"\brestricted\b", re.I)),
    ("Part II", re.compile(HELD, re.I)),
    ("a pink paper", re.compile(r"\bpink\b", re.I)),
    ("private", re.compile(r"\b(?:private|closed)\b", re.I)),
)
_NEGATIVE = re.compile(
    r"(?:no|none|nil|n/?a|n$|nothing|not applicable|not (?:exempt|confidential|restricted)"
    r"|there (?:is|are) (?:no|none|nothing)|non-?exempt|un\w+|open|public|part (?:i|1|one|a)\b"
    r"|for (?:general )?(?:publication|release)|nac oes|nid|dim)\b",
    re.I,
)
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page )?\d{1,4}(?: of \d+)?\W*(?=[^\W\d])|\W*\bpage \d{1,4}(?: of \d+)?\W*$"
    r"|\s+\d{1,4}\W*$(?<!\d{4})(?<!paragraph \d)(?<!part \d)(?<!paragraph \d\d)(?<!\d[.)] )",
    re.I,
)
_TITLE_MARK = rf"(?:{CLOSED}|{CONFIDENCE}|{UNPUBLISHED})"
_TITLE_ENDS = re.compile(
    rf"[(\[]\s*(?:(?:strictly|private|{HELD})\W+(?:and )?)?{_TITLE_MARK}\b[^()\[\]]*"
    rf"(?:\([^()]*\)[^()\[\]]*)*[)\]]?\W*$|[(\[]\s*{HELD}\s*[)\]]\W*$"
    rf"|\s[-–—|]+\s*(?:(?:strictly|private)\W+(?:and )?)?{_TITLE_MARK}"
    rf"(?: (?:{PAPER}|{MATTER}))?(?:\W+(?:{LAW.pattern}|by virtue).*)?\W*$",
    re.I,
)
_TITLE_BEGINS = re.compile(
    rf"\W*(?:(?:strictly|private) (?:and )?)?{_TITLE_MARK}(?: (?:{PAPER}|{MATTER}))?"
    rf"\s*(?:[:|–—]|\s-)\s*\S|\W*\(\s*{_TITLE_MARK}\s*\)\s*\S"
    rf"|\W*{CLOSED} (?:{HELD} )?{PAPER}\b(?: {_LABEL}\b)?(?: (?:to|of|for|on)\b|\s*[-–—:(]|$)",
    re.I,
)


def _without_unpublished(line: str) -> str:
    """A line in which "not for publication" denies nothing."""
    return re.sub(UNPUBLISHED, "exempt", line, flags=re.I)


def _sort_of(line: str) -> Sort:
    if _ABOUT_MATTER.search(line) and not re.search(UNPUBLISHED, line, re.I):
        return Sort.MATTER
    return Sort.PAPER


def _is_minutes(line: str) -> bool:
    """Whether a line heads closed minutes, with what body and day after it."""
    return bool(re.match(rf"(?:{CLOSED}|{HELD})\W+(?:{HELD}\W+)?minutes of\b", line, re.I))
