"""Words by which minutes decide: labels, verbs in capitals or not, and outcomes of votes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_VERBS = (
    "resolved|agreed|decided|approved|adopted|confirmed|endorsed|deferred|elected|appointed|"
    "authorised|recommended|granted|refused|ratified|accepted|determined|concurred"
)
BODIES = (
    "panel|committee|sub-?committee|cabinet|council|board|members|councillors|meeting|forum"
    "|commission|group|assembly|district|authority|trustees|governors"
    "|(?<!chief )executive(?! (?:engineer|officer|director|member|planner))"
)
_MATTERS = (
    "report|reports|update|updates|position|minutes|minute|presentation|contents|list|programme|"
    "figures|statement|balance|balances|correspondence|letter|response|content|terms"
)
ADVERBS = (
    r"(?:(?:then|also|therefore|thereafter|thereupon|again|next|now|subsequently|accordingly"
    r"|unanimously|duly|formally|"
    r"hereby|further|all|both|have|has|\w+ly|by a majority|by \w+ votes to \w+)\s+)"
)
_AGENT = (
    r"(?!\s+(?:by|between)\s+(?!a\b|all\b|(?:the )?(?:elected |other )?(?:members|councillors)"
    r"|(?:the )?(?:(?:parish|town|community|full|whole|sub)\W+)*"
    r"(?:chair\w*|committee|council|board|panel|cabinet|meeting)\b))"
)
"""Not "by" anybody but the body itself: "approved by the Secretary of State" is told."""
_LABELS = (
    r"(?:proposed,? (?:and )?seconded,? and )?(?:resolved|agreed)(?: and (?:resolved|agreed))?"
    r"|resolutions?|resolves|decisions?(?: taken| made)?|recommended|recommendations?|decided"
    r"|determined|noted|penderfynwyd|penderfyniad|cytunwyd|outcome"
)
_IN_WELSH = r"(?:(?:penderfynwyd|penderfyniad|cytunwyd|argymhellwyd|nodwyd|gohiriwyd)\s*/\s*)?"
WELSH = {
    "penderfynwyd": "resolved",
    "phenderfynwyd": "resolved",
    "cytunwyd": "agreed",
    "chytunwyd": "agreed",
    "nodwyd": "noted",
    "gohiriwyd": "deferred",
    "argymhellwyd": "recommended",
}
"""Verbs of minutes in Welsh."""
IN_WELSH = re.compile(rf"\W*(?P<verb>{'|'.join(WELSH)})\b(?!\s*/)", re.I)
CAPITAL_VERB = re.compile(
    r"\b(?P<verb>RESOLVED|RESOLVES|AGREED|DECIDED|RECOMMENDED|NOTED|APPROVED|ADOPTED|CONFIRMED"
    r"|ENDORSED|DEFERRED|REFERRED|WITHDRAWN|LOST|NOT CARRIED|CARRIED|GRANTED|REFUSED|ELECTED"
    r"|APPOINTED|RECEIVED|WITHDREW"
    r"|P?H?ENDERFYNWYD(?!\s*/)"
    r"|(?:CYTUNWYD|NODWYD|GOHIRIWYD|ARGYMHELLWYD)(?!\s*/))\b"
)
LABEL = re.compile(
    r"(?:it was,?\s+|and\s+|accordingly,?\s+|on the .{3,80}? it was\s+"
    rf"|(?:the\s+)?(?:{BODIES})(?:['’]s)?\s+)?{_IN_WELSH}{ADVERBS}*(?:{_LABELS})"
    r"(?:\s+of the (?:council|committee|cabinet|panel|board|meeting))?"
    r"(?:\s+unanimously|\s+nem\.? con\.?|\s+\([^)]{3,80}\))?"
    r"\s*[:/–—-]*\s*(?:that|to|as follows)?\s*[:–—-]*",
    re.I,
)
"""The whole of a line over the words of a decision: "Resolved", "It was agreed that:"."""
STARTS = re.compile(
    rf"\W*{_IN_WELSH}{ADVERBS}?(?P<verb>resolved|resolution|agreed|decision|decided|recommended"
    r"|noted|approved|determined|penderfynwyd|cytunwyd|nodwyd"
    r"|(?P<waits>deferred|withdrawn|adjourned|gohiriwyd))\b"
    r"(?:\s*\([^)]{3,120}\))?(?:\s+unanimously|\s+nem\.? con\.?)?\s*"
    r"(?(waits)(?:to|for|y|yr|until|pending|by|[:–—.-])|(?:[:–—-]|that\b|to\b|as follows))",
    re.I,
)
"""A line that begins with the verb itself: "Agreed: to mend", "Deferred to May"."""
ACTIVE = re.compile(
    rf"(?:(?<!\bthis )\b(?P<who>{BODIES})\b,?\s+(?:\([^)]{{3,60}}\)\s+)?{ADVERBS}{{0,3}}"
    rf"|\bit was {ADVERBS}{{0,2}}(?:moved.{{3,160}}? and )?{ADVERBS}{{0,2}}"
    r"|\b(?:and|all|a)\s+(?:it was\s+|this was\s+)?(?:\w+ly\s+)?"
    r"(?=agreed|resolved|carried unanimously|chytunwyd|phenderfynwyd))"
    rf"(?:noted and )?(?P<verb>{_VERBS}|chytunwyd|phenderfynwyd|resolves|recommends|agrees"
    rf"|carried(?= that))\b"
    r"(?!(?<=confirmed) (?:that|to)\b)" + _AGENT,
    re.I,
)
"""A body, or "it was", and a verb: "The Committee unanimously agreed"."""
MOVED_AND = re.compile(
    rf"\b(?:proposed|seconded|moved)\b.{{3,240}}?\band (?:it was |was )?{ADVERBS}{{0,2}}"
    rf"(?P<verb>{_VERBS}|carried)\b",
    re.I,
)
SUBJECTLESS = re.compile(
    r"(?:^\W*|[,;:–—-]\s*|\.\s+)(?P<verb>resolved|agreed)\s+"
    r"(?:(?:not )?to\b|that\b|(?=Councillor|Cllr|the\b))",
    re.I,
)
FOLLOWING = re.compile(
    rf"\bthe following\b(?: \w+){{0,4}} (?:was|were) {ADVERBS}{{0,2}}"
    r"(?P<verb>agreed|approved|resolved|noted|adopted)\b",
    re.I,
)
THIS_WAS = re.compile(
    r"\b(?:this|this proposal|the (?:motion|proposal|recommendation|suggestion)) was "
    rf"(?:seconded [^.]{{3,80}} and )?{ADVERBS}{{0,2}}"
    r"(?P<verb>agreed|approved|accepted|carried|resolved|adopted)\b" + _AGENT,
    re.I,
)
PASSIVE = re.compile(
    r"\b(?:minutes?|votes? of thanks|accounts?|budget|precept|policy|policies|plan|payments?"
    r"|cheques?|"
    r"invoices?|quotations?|quote|tender|terms of reference|recommendations?|proposals?|"
    r"dispensations?|strategy|schedule|request|donations?|statement|standing orders|calendar"
    r"|authority|bookings|amendments?|wording|scheme|appointment|membership|terms|dates?"
    r"|arrangements?|de-delegation|contract|lease|grant|purchase|proposed \w+"
    r"|applications?|permission|consents?|licen[cs]e|variation)\b"
    rf"(?:(?!\b(?:if|when|which|whether|until)\b)[^.;]){{0,240}}?\b(?:was|were)\s+{ADVERBS}{{0,3}}"
    r"(?:(?:read|taken as read|completed),?\s+(?:and\s+)?)?"
    r"(?P<verb>approved|adopted|confirmed|agreed|accepted|ratified|granted|refused|rejected"
    r"|deferred|passed(?! (?:to|on|onto|round))|carried(?! (?:out|forward|over|on))|authorised"
    r"|signed as|delegated|given to)\b"
    r"(?!\s+(?:with(?! acclamation)|in|at|last)\s+(?!a\b|the (?:chair|committee)))" + _AGENT,
    re.I,
)
ELECTED = re.compile(
    r"\b(?:was|were)\s+(?:\w+ly\s+)?(?P<verb>(?:re-?)?(?:elected|appointed|nominated|co-opted))"
    r"\s+(?:as|to|the|on)?\s*(?:an?\s+|the\s+)?(?:\w+\s+){0,3}?(?:chair\w*|vice|deputy|mayor"
    r"|leader|"
    r"conven\w+|provost|representatives?|members?|president|auditors?|champion|clerk)\b",
    re.I,
)
DECLARED = re.compile(
    r"\bdeclared\b.{3,160}?\b(?:duly )?(?P<verb>(?:re-)?elected|appointed"
    r"|co-?opted|nominated|returned|carried|lost)\b",
    re.I,
)
BECAME = re.compile(
    r"\b(?:became|was (?:\w+ly )?declared(?: to be)?) the (?P<verb>finding|decision"
    r"|resolution) of the\b",
    re.I,
)
APPROVED_BY = re.compile(
    r"\b(?:has|have) been (?:\w+ and )?(?P<verb>approved|adopted|agreed)\s+by\s+(?:the )?"
    r"(?:(?:parish|town|community|full|elected) )?(?:councillors|members|council|committee)\b",
    re.I,
)
MOVED_IN_WELSH = re.compile(
    r"\bcynigiwyd\b.{3,200}\beiliwyd\b.{3,200}\b(?P<verb>pawb yn gyt[ûu]n|yn unfrydol|derbyniwyd"
    r"|cytunwyd|ph?enderfynwyd)\b",
    re.I | re.S,
)
CONTENT = re.compile(
    rf"\b(?:{BODIES})\s+(?:was|were)\s+{ADVERBS}?(?P<verb>content|in agreement)\s+(?:to|that|for"
    rf"|with)\b",
    re.I,
)
PASSIVE_AT_END = re.compile(
    rf"^(?!\W*(?:it|he|she|they)\b).{{3,240}}\b(?:was|were)\s+{ADVERBS}{{0,2}}"
    r"(?:(?:submitted|noted|read|put to the vote)\s+and\s+)?"
    r"(?P<verb>approved|agreed|adopted|ratified|accepted|confirmed)"
    r"(?:\s+(?:unanimously|nem\.? con\.?|without \w+|as (?:\w+ ){1,4}\w+))?\W*$",
    re.I | re.S,
)
"""The end of a sentence, whatever its subject: "The hours of the library were agreed."."""
DEFERRED = re.compile(
    rf"(?<!meeting )\b(?:was|were)\s+{ADVERBS}{{0,2}}(?:"
    r"(?P<verb>deferred|adjourned|held over)\s+(?:to|until|for|pending|sine die)\b"
    r"|(?P<left>left|laid) on the table\b)",
    re.I,
)
NOTED_WHAT = re.compile(
    rf"\b(?:{BODIES})\s+{ADVERBS}?(?:(?P<opened>noted\s*[:–—-]+\s*$)|noted (?:the|a"
    rf"|an)\b(?! fact))",
    re.I,
)
THOUGHT = re.compile(r"\b(?:that|thought|felt|said|believed|believing)\s+(?:it was\s+)?$", re.I)
"""Before "it was agreed", which is then what somebody thinks."""
PRESENT = frozenset({"resolves", "recommends", "agrees"})
MOTION_TEXT = re.compile(r"\W*(?:that|this)\b", re.I)
"""The text of a motion: "That the Council agrees" was moved, not yet agreed."""
ENDS_VERB = re.compile(r"\s*(?:(?:to|that|by|with|as|in|on|not)\b|unanimously|[:.,;–-]|$)", re.I)
ABOUT_APPLICATIONS = re.compile(r"\b(?:applications?|permission|consent|licen[cs]e|appeal)\b", re.I)
NOTED = re.compile(
    rf"\b(?:{BODIES})\s+{ADVERBS}?(?:noted|received) (?:and noted )?the "
    r"(?:contents? of the )?"
    rf"(?:\w+\s+){{0,3}}?(?:{_MATTERS}|information|briefing|appendix)\b"
    rf"|\b(?:{_MATTERS})\b[^.;]{{0,120}}?\b(?:was|were|be)\s+(?:received and |duly |then )?"
    r"(?:noted|received(?! (?:from|to|by|in|on|for)))\b(?!\s+(?:to be|as|that))" + _AGENT + "|"
    r"^(?!\W*it was\b).{3,240}\b(?:was|were)\s+(?:received and |duly |then |also )?noted"
    + _AGENT
    + r"(?:\s+by [\w ]{3,40})?\W*$",
    re.I,
)
NOT_NOTED = re.compile(r"\b(?:apolog|declar|it was (?:also |further )?noted that|as noted)", re.I)
OUTCOME = re.compile(
    r"(?:(?<!on the )(?<!following )\b(?P<what>motion|amendment|proposal|proposition|recommendation"
    r"|resolution)s?\b(?! of (?:councillor|cllr|alderman|mr|mrs|ms)\b)(?:[^.]"
    r"|(?<=\b[A-Z])\.){0,160}?"
    r"|\b(?:this|which) was (?:\w+ly |seconded [^.]{3,60} and )?(?=carried|lost|defeated)"
    r"|\bput to the vote\b(?:(?!motion|amendment|proposal|resolution)[^.]){0,40}?(?=carried|lost"
    r"|defeated|(?:not )?agreed|not carried))"
    r"(?<!be )\b(?P<outcome>lost|not carried|not agreed|defeated|rejected|fell|lapsed|carried"
    r"|passed|withdrawn|agreed)\b",
    re.I,
)
BARE_OUTCOME = re.compile(
    r"\W*(?:(?:all|unanimously|it was|this was) )?(?P<outcome>(?:not )?carried|lost|defeated"
    r"|withdrawn|fell|agreed|(?:all )?in favour)(?:\s+\w+ly|\s+nem\.? con|\s+by all"
    r"|\s+(?:with|by) [^.]{3,40})?\W*",
    re.I,
)
GAINED = frozenset({"carried", "passed", "agreed", "in favour", "all in favour"})
WITHDRAWN_ITEM = re.compile(
    r"\bwithdrew (?:his|her|the|their|this) (?:motion|amendment|question|application|item"
    r"|proposal)\b"
    r"|\b(?:item|report|application|question|proposal|notice|motion|amendment"
    r"|resolution)\b[^.]{0,80}\b"
    r"(?:was|were|had been|has been),? (?:[^.]{3,40}, |\w+ly )?withdrawn\b",
    re.I,
)
HYPOTHETICAL = re.compile(
    r"\b(?:if|once|whether|until|when|had been|to be|would be|could be|should be|being|not|has not"
    r"|had|previously|was asked|asked (?:if|whether)|can be|will be|may be|yet to be"
    rf"|subject to being)\s+(?:\w+\s+){{0,3}}?(?:{_VERBS})\b"
    r"|\b(?:if|whether|to be|would be|could be|should be|had been)\s+(?:\w+\s+){0,3}?"
    r"(?:noted|carried|passed|lost)\b",
    re.I,
)
OPINION = re.compile(
    r"\b(?:members|councillors)\s+(?:\w+ly\s+|all\s+)?agreed\s+(?:that|with)\b"
    r"(?![^.]{0,200}\b(?:be|should)\b)",
    re.I,
)
"""Members of one mind: "agreed that the road was dangerous" settles nothing."""
DECIDING_APPLICATIONS = re.compile(r"planning|licen[cs]ing|regulatory|development|appeals", re.I)
"""Bodies that decide applications; others only hear of what became of them."""


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb by which a sentence decides, in lower case and in English.

    It stands at ``start`` to ``end`` of the sentence; ``who`` is the body before it, or "".
    """

    name: str
    start: int
    end: int
    who: str = ""


_PATTERNS = (
    *(
        ACTIVE,
        MOVED_AND,
        FOLLOWING,
        SUBJECTLESS,
        THIS_WAS,
        ELECTED,
        DECLARED,
        CONTENT,
        BECAME,
        MOVED_IN_WELSH,
    ),
)


def verb_of(words: str, body: str | None = None) -> Verb | None:
    """The verb by which a sentence of minutes decides, here or elsewhere; None if none does.

    ``body`` is the one whose minutes they are.
    """
    return next(_verbs(words, body or ""), None)


def _verbs(words: str, body: str) -> Iterator[Verb]:
    """The verbs that leave no doubt, then those of a body, then the passive ones."""
    for found in (CAPITAL_VERB.search(words), STARTS.match(words), IN_WELSH.match(words)):
        if found:
            yield _named(found)
    if not OPINION.search(words):
        yield from _active(words)
        yield from _passive(words, body)


def _active(words: str) -> Iterator[Verb]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(words):
            if not _is_of_a_thought(words, match) and not is_hypothetical(
                words, match.start("verb")
            ):
                yield _named(match)


def _passive(words: str, body: str) -> Iterator[Verb]:
    noted = NOTED.search(words) or NOTED_WHAT.search(words)
    if noted and not NOT_NOTED.search(words) and not is_hypothetical(words, noted.end() - 1):
        yield Verb("noted", noted.start(), noted.end())
    left = DEFERRED.search(words)
    if left and not is_hypothetical(words, left.end() - 1):
        yield Verb("deferred", left.start(), left.end())
    heard = ABOUT_APPLICATIONS.search(words) and not DECIDING_APPLICATIONS.search(body)
    for match in (*PASSIVE.finditer(words), *PASSIVE_AT_END.finditer(words)):
        if not heard and not is_hypothetical(words, match.start("verb")):
            yield _named(match)


def _is_of_a_thought(words: str, match: "re.Match[str]") -> bool:
    """Whether "it was agreed" is what somebody thinks, or "and agreed" goes with a noun."""
    if match["verb"].lower() in PRESENT and MOTION_TEXT.match(words):
        return True
    if match.groupdict().get("who"):
        return False
    joined_on = match[0].lower().startswith("and ")
    if joined_on and not ENDS_VERB.match(words[match.end() :]):
        return True
    return bool(THOUGHT.search(words[: match.start()]))


def _named(match: "re.Match[str]") -> Verb:
    name = match["verb"].lower()
    who = match.groupdict().get("who") or ""
    return Verb(WELSH.get(name, name), match.start("verb"), match.end(), who.casefold())


def is_hypothetical(words: str, at: int) -> bool:
    """Whether the verb at ``at`` tells what might be, or what had been, done."""
    return any(match.start() <= at < match.end() for match in HYPOTHETICAL.finditer(words))
