"""Fields and sentences in which a paper says whether it is for the public."""

import re

from corpus.exempt.law import names_schedule, paragraph_in
from corpus.exempt.markings import (
    CLOSED,
    CONFIDENCE,
    HELD,
    LONGEST,
    UNPUBLISHED,
    is_denied,
    plain,
    speaks_of_another,
    word_of,
)

_CLOSED = rf"(?:{CLOSED}|{HELD}|{UNPUBLISHED}|{CONFIDENCE})"
_LABEL = re.compile(
    r"(?:(?:security|report|document|paper|publication|protective|information|item)\s+)*"
    r"(?:classification|marking|status|access|publicity|publication|disclosure|confidentiality"
    r"|exemptions?(?: paragraph)?)"
    rf"|(?:is|does|are) (?:this|the) (?:report|paper|item|document|decision|appendix)s? .{{0,40}}?"
    rf"(?:{CLOSED}|{HELD}|{UNPUBLISHED}|public|open)\b.{{0,60}}?"
    r"|(?:contains? )?(?:(?:public|open|part (?:i|1|a))\s*(?:/|or)\s*)?"
    rf"(?:{CLOSED}|{HELD}|{UNPUBLISHED})"
    r"(?:\s*(?:/|or|and)\s*(?:public|open|(?:non[ -]?)?exempt|confidential|restricted|private"
    r"|closed))*"
    r"(?: (?:information|report|item|status|paragraphs?|category|reason|appendix"
    r"|from publication))*"
    r"|(?:reasons? for|grounds (?:for|of)) (?:confidentiality|exemption|exclusion|restriction)",
    re.I,
)
_FIELD = re.compile(r"\s*(?P<label>[^\t:?]{3,120}?)\s*(?:[:?]+\s*\t*|\t+)\s*(?P<value>\S.*)", re.S)
_YES = re.compile(
    rf"(?:yes|ydy|oes)\b|(?:(?:fully|wholly|strictly|partly|part|partially|private and) )*{_CLOSED}"
    r"|(?:paragraphs?|paras?|schedule|sch)\b",
    re.I,
)
_CONDITIONAL = re.compile(
    r"\b(?:if|whether|unless|where|delete|insert|choose|state|select)\b", re.I
)
_SUBJECT = (
    r"(?:this|the (?:attached|following|enclosed|accompanying|present))"
    r"(?: (?:entire|whole|cabinet|committee|covering|supplementary|draft))*"
    r" (?:report|paper|document|appendix|annexe?|minute|briefing note|addendum|supplement|item"
    r"|information)"
)
_OWN = re.compile(
    r"(?:(?:please )?note(?: that)?\W+|n\.?b\.?\W+|important\W+)?(?:(?:the information|all"
    rf" information) (?:in|contained in) )?{_SUBJECT}(?:,? (?:and|with|including) [^.;]{{0,60}}?"
    r"(?:appendi\w+|annex\w*|attachments?))?,? (?:(?:is|are|contains?|includes?|comprises?|holds"
    r"|discloses|relates to|has been|have been|must be|should be|to be|is to be|remains?)\b[^.;]"
    rf"{{0,60}}?){_CLOSED}(?! (?:from (?!public|disclos)|hel?pline|reporting|waste))",
    re.I,
)
_EXCLUDED = re.compile(
    r".{0,40}\b(?:public|press)\b.{0,40}\b(?:likely to be|will be|should be|are to be|be)"
    r" excluded\b"
    rf".{{0,80}}\b(?:this|the) (?:report|paper|document)\b.{{0,80}}\b{_CLOSED}",
    re.I,
)
_IT_IS_ONE = re.compile(r"^(?:this|the \w+)(?: \w+)? (?:appendix|annexe?)\b", re.I)
_TREATED = re.compile(
    rf".{{0,60}}\btreat(?:ed)? (?:this|the) (?:report|paper|document) as {_CLOSED}", re.I
)
_BY_VIRTUE = re.compile(
    r"\W*(?:(?:by virtue of|exempt(?:ion)?|under|pursuant to|in accordance with)\W.{0,30}?\b)?"
    r"(?:paragraphs?|paras?|categor)",
    re.I,
)


def stated_in_head(text: str) -> str | None:
    """The word by which a line of a paper's head says that the paper is closed, or None."""
    line = " ".join(text.replace("’", "'").split(" "))
    if len(line) > 2 * LONGEST:
        return None
    return _in_field(line) or stated(line) or _by_virtue(line)


def stated_anywhere(text: str) -> str | None:
    """The same of a paragraph in its body: it must name the schedule that it rests on."""
    return stated(text) if names_schedule(text) and paragraph_in(text) else None


def stated(text: str) -> str | None:
    """The word by which a sentence says of its own paper that it is closed, or None."""
    line = plain(re.sub(r"^\W*\d[\d.]*\s+", "", " ".join(text.split())))
    found = _OWN.match(line) or _EXCLUDED.match(line) or _TREATED.match(line)
    if not found or is_denied(found[0]):
        return None
    if speaks_of_another(_IT_IS_ONE.sub("", _first_sentence(line))):
        return None
    return word_of(found[0])


def is_label(text: str) -> bool:
    """Whether a line asks what the next one answers: "Classification:"."""
    return bool(_LABEL.fullmatch(plain(text).rstrip("?: ")))


def says_yes(value: str) -> str | None:
    """The word by which the answer to such a label says that the paper is closed, or None."""
    value = plain(value)
    if is_denied(value) or speaks_of_another(value) or _CONDITIONAL.search(value[:120]):
        return None
    return word_of(value) if _YES.match(value) else None


def _in_field(line: str) -> str | None:
    field = _FIELD.match(line)
    if not field or not _LABEL.fullmatch(plain(field["label"])):
        return None
    word = says_yes(field["value"]) or stated(field["value"])
    return word if word is None or word != "exempt" else word_of(field["value"] + field["label"])


def _by_virtue(line: str) -> str | None:
    """The clause that gives the reason, where the marking itself stands elsewhere."""
    if not _BY_VIRTUE.match(line) or not names_schedule(line) or speaks_of_another(line):
        return None
    return None if is_denied(line) else "exempt"


def _first_sentence(line: str) -> str:
    return re.split(r"(?<=[a-z)])\.\s", line, maxsplit=1)[0]
