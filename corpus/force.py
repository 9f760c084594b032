"""The grammar of force: which words decide, recommend, note, defer, lose or only tell."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.dates import find_dates
from corpus.papers import Clause, Force

_VERBS = (
    "resolved|agreed|decided|approved|adopted|confirmed|endorsed|deferred|elected|appointed|"
    "authorised|recommended|granted|refused|ratified|accepted"
)
_BODIES = (
    "panel|committee|sub-committee|cabinet|council|board|executive|members|councillors|meeting|"
    "forum|commission|group|assembly|district"
)
_MATTERS = "report|update|position|minutes|presentation|contents"
CAPITAL_VERB = re.compile(
    r"\b(RESOLVED|AGREED|DECIDED|RECOMMENDED|NOTED|APPROVED|ADOPTED|CONFIRMED|ENDORSED|DEFERRED|"
    r"REFERRED|WITHDRAWN|LOST|NOT CARRIED|CARRIED|GRANTED|REFUSED|ELECTED|APPOINTED)\b"
)
LABEL = re.compile(
    r"(?:it was,?\s+|and\s+|on the .{3,80}? it was\s+)?(?:\w+ly\s+)?"
    r"(?:resolved|resolutions?|decisions?|decision taken|agreed|recommended|penderfynwyd)"
    r"(?:\s+unanimously|\s+\(unanimously\))?\s*[:–-]*\s*(?:that|to)?\s*[:–-]*",
    re.I,
)
"""The whole of a line over the words of a decision: "Resolved", "It was agreed that:"."""
LOWER_CASE = re.compile(
    rf"(?:\b(?P<who>{_BODIES})\b"
    r"(?:\s+(?:then|also|therefore|unanimously|have|has|all|both|\w+ly)){0,2}\s+"
    r"|\bit was (?:then |therefore |also |subsequently |unanimously )?(?:moved.{3,80}? and )?"
    r"|\b(?:and|all)\s+(?=agreed|resolved))"
    rf"(?P<verb>{_VERBS})\b",
    re.I,
)
ELSEWHERE = re.compile(
    r"on the \d|at (?:that|its|the (?!end|conclusion|close|request|invitation|suggestion))", re.I
)
NOTED = re.compile(
    rf"\b(?:{_BODIES})\s+(?:\w+ly\s+)?(?:noted|received) (?:and noted )?the (?:contents? of the )?"
    rf"(?:{_MATTERS}|information|briefing|appendix)"
    rf"|\b(?:{_MATTERS}|reports)\s+(?:was|were|be)\s+(?:duly )?noted\b",
    re.I,
)
OUTCOME = re.compile(
    r"\b(?:motion|amendment|proposal|proposition|recommendation)s?\b[^.]{0,90}?"
    r"\b(?P<outcome>lost|not carried|defeated|fell|carried|withdrawn)\b",
    re.I,
)
CARRIED = re.compile(
    r"(?:the )?(?:substantive |amended |original )?motion\b.{0,60}\b(?:carried|agreed)\b.{0,90}",
    re.I,
)
HYPOTHETICAL = re.compile(
    r"\b(?:if|once|whether|until|when|had been|to be|would be|could be|should be|being|not|has not|"
    r"had|previously|was asked|asked (?:if|whether)|can be|will be|may be)\s+(?:\w+\s+){0,3}?"
    rf"(?:{_VERBS})\b",
    re.I,
)
_TOLD_VERBS = "resolved|agreed|approved|endorsed|adopted|decided|confirmed"
_TOLD_BODIES = (
    r"(?:full )?council|cabinet|executive(?: board)?|committee|panel|board|government|trust|"
    r"partnership|forum"
)
TOLD = re.compile(
    rf"\b(?:{_TOLD_BODIES})\b(?: \([^)]*\))?(?: (?:has|have|had|also|formally|then|unanimously|"
    rf"subsequently|previously|members|meeting|and [\w ]{{2,20}}))*,? (?:{_TOLD_VERBS})\b"
    rf"|\b(?:{_TOLD_VERBS})\b by (?:the )?(?:[\w']+ ){{0,4}}?(?:{_TOLD_BODIES})\b"
    r"|\bit was resolved\b",
    re.I,
)
NOTES = re.compile(
    r"^\W*(?:that\s+)?(?:to\s+)?(?:note|receive)\b|\bbe (?:received and )?noted\b", re.I
)
MORE_THAN_NOTES = re.compile(
    r"\b(?:endorse|approve|agree|adopt|request|ask|confirm|recommend|commend)", re.I
)
DEFERS = re.compile(
    r"\b(?:item|matter|application|report|proposals?|consideration|determination|decision|motion)\b"
    r".{0,160}\b(?:be|is|was) (?:deferred|adjourned)\b"
    r"|^\W*(?:that\s+)?(?:to\s+)?defer\b|\bDEFERRED\b",
    re.I,
)
THANKS = re.compile(r"\bbe thanked\b|^\W*(?:that\s+)?(?:to\s+)?thank\b", re.I)
RECOMMENDS = re.compile(
    r"\W*(?:that\s+)?(?:(?:the|this) [\w-]+(?: [\w-]+)?\s+)?(?:it be\s+)?(?:to\s+)?recommend", re.I
)
DELEGATES = re.compile(
    r"\W*(?:that\s+)?(?:to\s+)?(?:delegate|(?:delegated )?(?:authority|power|responsibility)\b"
    r"|the [^,;]{3,80}\bbe (?:given |granted )?delegated)",
    re.I,
)
WITHDRAWN_ITEM = re.compile(
    r"\b(?:item|report|application|question|proposal|notice)\b[^.]{0,80}\b(?:was|were|had been) "
    r"withdrawn\b",
    re.I,
)
ONE_OF_MANY = frozenset({"cabinet", "council", "board", "panel", "committee", "executive", "forum"})
"""Words that name one body among those of a council; "members" or "meeting" do not."""


def force_of(words: str, clauses: Sequence[Clause]) -> Force:
    """What the words of a resolution do."""
    outcome = OUTCOME.search(words)
    if outcome and outcome["outcome"].lower() not in ("carried", "withdrawn"):
        return Force.LOST
    if re.search(r"\bWITHDRAWN\b|\bwas withdrawn\b", words) or WITHDRAWN_ITEM.search(words):
        return Force.WITHDRAWN
    verb, own = _verb(words)
    parts = [clause.words for clause in clauses] or [own]
    deferring = [bool(DEFERS.search(part)) for part in parts]
    if verb == "deferred" or (any(deferring) and all(map(_adds_nothing, deferring, parts))):
        return Force.DEFERRED
    if verb == "recommended" or RECOMMENDS.match(own or parts[0]):
        return Force.RECOMMENDED
    if verb == "noted" and not MORE_THAN_NOTES.search(own):
        return Force.NOTED
    if all(NOTES.search(part) and not MORE_THAN_NOTES.search(part) for part in parts):
        return Force.NOTED
    if all(map(DELEGATES.match, parts)):
        return Force.DELEGATED
    return Force.RESOLVED


def _adds_nothing(defers: bool, part: str) -> bool:
    """Whether a part of a decision only defers, notes or thanks."""
    return defers or bool(NOTES.search(part) or THANKS.search(part))


def decides(words: str) -> bool:
    """Whether a sentence of minutes says that something was decided, here or elsewhere."""
    if words.rstrip().endswith("?"):
        return False
    if CAPITAL_VERB.search(words):
        return True
    if WITHDRAWN_ITEM.search(words):
        return True
    says = OUTCOME.search(words) or NOTED.search(words) or LOWER_CASE.search(words)
    return bool(says) and not HYPOTHETICAL.search(words)


def is_told(words: str, body: str | None, held_on: date | None) -> bool:
    """Whether a decision of another body, or of another date, is told in passing."""
    match = LOWER_CASE.search(words)
    who = (match["who"] or "").casefold() if match else ""
    if who in ONE_OF_MANY and body is not None and who not in body.casefold():
        return True
    if CAPITAL_VERB.search(words):
        return False
    before = words[: match.start()] if match else words[:40]
    return any(found.day != held_on for found in find_dates(before)) or bool(ELSEWHERE.match(words))


def tells(words: str) -> bool:
    """Whether a sentence of a report tells of what a body decided, and in which year."""
    dated = any(find_dates(words)) or re.search(r"\b(?:19|20)\d{2}\b", words)
    return bool(dated and TOLD.search(words) and not HYPOTHETICAL.search(words))


def _verb(words: str) -> tuple[str, str]:
    """The verb by which a sentence decides, in lower case, and what comes after it."""
    found = CAPITAL_VERB.search(words) or LOWER_CASE.search(words) or NOTED.search(words)
    if found is None:
        return "", words
    verb = "noted" if found.re is NOTED else found[found.lastgroup or 1]
    return verb.lower(), words[found.end() :].strip(" :,–-")
