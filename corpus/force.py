"""The grammar of force: which words decide, recommend, note, defer, lose or only tell."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.dates import find_dates
from corpus.papers import Clause, Force

_VERBS = (
    "resolved|agreed|decided|approved|adopted|confirmed|endorsed|deferred|elected|appointed|"
    "authorised|recommended|granted|refused|ratified|accepted|determined|concurred"
)
_BODIES = (
    "panel|committee|sub-?committee|cabinet|council|board|executive|members|councillors|meeting|"
    "forum|commission|group|assembly|district|authority|trustees|governors"
)
_MATTERS = (
    "report|reports|update|updates|position|minutes|minute|presentation|contents|list|programme|"
    "figures|statement|balance|balances|correspondence|letter|response|content|terms"
)
_ADVERBS = (
    r"(?:(?:then|also|therefore|thereupon|subsequently|accordingly|unanimously|duly|formally|"
    r"hereby|further|all|both|have|has|\w+ly|by a majority|by \w+ votes to \w+)\s+)"
)
CAPITAL_VERB = re.compile(
    r"\b(RESOLVED|RESOLVES|AGREED|DECIDED|RECOMMENDED|NOTED|APPROVED|ADOPTED|CONFIRMED|ENDORSED|"
    r"DEFERRED|REFERRED|WITHDRAWN|LOST|NOT CARRIED|CARRIED|GRANTED|REFUSED|ELECTED|APPOINTED|"
    r"RECEIVED|WITHDREW|(?:PENDERFYNWYD|CYTUNWYD|NODWYD|GOHIRIWYD|ARGYMHELLWYD)(?!\s*/))\b"
)
_LABELS = (
    r"resolved|resolutions?|resolves|decisions?(?: taken| made)?|agreed|recommended|"
    r"recommendations?|decided|noted|penderfynwyd|penderfyniad|cytunwyd|outcome"
)
_WELSH = r"(?:(?:penderfynwyd|penderfyniad|cytunwyd|argymhellwyd|nodwyd|gohiriwyd)\s*/\s*)?"
WELSH = {
    "penderfynwyd": "resolved",
    "cytunwyd": "agreed",
    "nodwyd": "noted",
    "gohiriwyd": "deferred",
    "argymhellwyd": "recommended",
}
"""Verbs of minutes in Welsh."""
LABEL = re.compile(
    r"(?:it was,?\s+|and\s+|accordingly,?\s+|on the .{3,80}? it was\s+"
    rf"|(?:the\s+)?(?:{_BODIES})(?:['’]s)?\s+)?{_WELSH}{_ADVERBS}*(?:{_LABELS})"
    r"(?:\s+of the (?:council|committee|cabinet|panel|board|meeting))?"
    r"(?:\s+unanimously|\s+nem\.? con\.?|\s+\([^)]{3,80}\))?"
    r"\s*[:–—-]*\s*(?:that|to|as follows)?\s*[:–—-]*",
    re.I,
)
"""The whole of a line over the words of a decision: "Resolved", "It was agreed that:"."""
STARTS = re.compile(
    rf"\W*{_WELSH}{_ADVERBS}?(?:resolved|resolution|agreed|decision|decided|recommended|noted|"
    r"approved|penderfynwyd|cytunwyd|nodwyd|(?P<waits>deferred|withdrawn|adjourned|gohiriwyd))\b"
    r"(?:\s*\([^)]{3,120}\))?(?:\s+unanimously|\s+nem\.? con\.?)?\s*"
    r"(?(waits)(?:to|for|until|pending|by|[:–—.-])|(?:[:–—-]|that\b|to\b|as follows))",
    re.I,
)
"""A line that begins with the verb itself: "Agreed: to mend", "Deferred to May"."""
LOWER_CASE = re.compile(
    rf"(?:\b(?P<who>{_BODIES})\b\s+(?:\([^)]{{3,60}}\)\s+)?{_ADVERBS}{{0,3}}"
    rf"|\bit was {_ADVERBS}{{0,2}}(?:moved.{{3,160}}? and )?{_ADVERBS}{{0,2}}"
    r"|\b(?:and|all)\s+(?:it was\s+|this was\s+)?(?:\w+ly\s+)?"
    r"(?=agreed|resolved|carried unanimously))"
    rf"(?P<verb>{_VERBS}|resolves|recommends|agrees)\b(?!\s+(?:by|between)\s+(?!a\b|all\b|the (?:committee|council|meeting)))",
    re.I,
)
PASSIVE = re.compile(
    r"\b(?P<what>minutes?|accounts?|budget|precept|policy|policies|plan|payments?|cheques?|"
    r"invoices?|quotations?|quote|tender|terms of reference|recommendations?|proposals?|"
    r"dispensations?|strategy|schedule|request|donation|statement|standing orders|calendar"
    r"|authority|figures|bookings"
    r"|(?P<planning>applications?|permission|consent|licen[cs]e|variation))\b[^.;]{0,240}?"
    rf"\b(?:was|were)\s+{_ADVERBS}{{0,3}}"
    r"(?P<verb>approved|adopted|confirmed|agreed|accepted|ratified|granted|refused|rejected"
    r"|deferred|passed|carried|authorised|signed as|received|delegated|given to"
    r"|(?:(?:read|taken as read),? )?(?:and )?(?:approved|confirmed|agreed|adopted))\b"
    r"(?!\s+(?:by|between|with|in|at|last)\s+(?!a\b|all\b|the (?:chair|committee|council|members)))",
    re.I,
)
ELECTED = re.compile(
    r"\b(?:be|was|were)\s+(?:\w+ly\s+)?(?P<verb>(?:re-?)?(?:elected|appointed|nominated|co-opted))"
    r"\s+(?:as|to|the|on)?\s*(?:an?\s+|the\s+)?(?:\w+\s+){0,3}?(?:chair\w*|vice|deputy|mayor|leader|"
    r"conven\w+|provost|representatives?|members?|president|auditors?|champion|clerk)\b",
    re.I,
)
DECIDING_APPLICATIONS = re.compile(r"planning|licen[cs]ing|regulatory|development|appeals", re.I)
"""Bodies that decide applications; others only hear of what became of them."""
ELSEWHERE = re.compile(
    r"(?:on the \d|(?:at|during) (?:that|its|their|the (?!end|conclusion|close|request|invitation"
    r"|suggestion|time|start)|an? (?:earlier|previous)))",
    re.I,
)
HAD_DECIDED = re.compile(
    rf"\b(?:it|{_BODIES}) had (?:\w+ly |already )?(?:resolved|agreed|approved|decided)\b", re.I
)
NOTED = re.compile(
    rf"\b(?:{_BODIES})\s+{_ADVERBS}?(?:noted|received) (?:and noted )?the (?:contents? of the )?"
    rf"(?:\w+\s+){{0,3}}?(?:{_MATTERS}|information|briefing|appendix)\b"
    rf"|\b(?:{_MATTERS})\b[^.;]{{0,120}}?\b(?:was|were|be)\s+(?:received and |duly |then )?noted\b"
    r"(?!\s+(?:to be|as|that|by (?!members|the (?:committee|council|panel|board|cabinet))))"
    r"|^(?!\W*it was\b).{3,240}\b(?:was|were)\s+(?:received and |duly |then |also )?noted"
    r"(?:\s+by (?:members|the (?:committee|council|panel|board|cabinet)))?\W*$",
    re.I,
)
NOT_NOTED = re.compile(r"\b(?:apolog|declar|it was (?:also |further )?noted that|as noted)", re.I)
OUTCOME = re.compile(
    r"(?:\b(?P<what>motion|amendment|proposal|proposition|recommendation|resolution)s?\b[^.]{0,160}?"
    r"|\b(?:this|which) was (?:\w+ly )?(?=carried|lost|defeated))\b(?P<outcome>lost|not carried|not agreed|defeated|rejected|fell|lapsed|carried|passed"
    r"|withdrawn)\b",
    re.I,
)
BARE_OUTCOME = re.compile(
    r"\W*(?:(?:all|unanimously|it was|this was) )?(?P<outcome>(?:not )?carried|lost|defeated|withdrawn"
    r"|fell|agreed|(?:all )?in favour)(?:\s+\w+ly|\s+nem\.? con|\s+by all)?\W*",
    re.I,
)
GAINED = frozenset({"carried", "passed", "agreed", "in favour", "all in favour"})
HYPOTHETICAL = re.compile(
    r"\b(?:if|once|whether|until|when|had been|to be|would be|could be|should be|being|not|has not|"
    r"had|previously|was asked|asked (?:if|whether)|can be|will be|may be|yet to be|subject to being)"
    rf"\s+(?:\w+\s+){{0,3}}?(?:{_VERBS})\b"
    r"|\b(?:if|whether|to be|would be|could be|should be|had been)\s+(?:\w+\s+){0,3}?"
    r"(?:noted|carried|passed|lost)\b",
    re.I,
)
_TOLD_VERBS = "resolved|agreed|approved|endorsed|adopted|decided|confirmed"
_TOLD_BODIES = (
    r"(?:full )?council|cabinet|executive(?: board)?|committee|panel|board|government|trust|"
    r"partnership|forum|authority|assembly|commission"
)
TOLD = re.compile(
    rf"\b(?:{_TOLD_BODIES})\b(?: \([^)]*\))?(?: (?:has|have|had|also|formally|then|unanimously|"
    rf"subsequently|previously|members|meeting|and [\w ]{{2,20}}))*,? (?:{_TOLD_VERBS})\b"
    rf"|\b(?:{_TOLD_VERBS})\b (?:for [\w ]{{3,40}} )?(?:by|at) (?:the |its )?(?:[\w']+ ){{0,6}}?(?:{_TOLD_BODIES})\b"
    r"|\bit was (?:resolved|agreed|decided)\b",
    re.I,
)
THAT_MEETING = re.compile(r"\bat (?:this|that|the same) meeting\b", re.I)
BODY_DECIDED = re.compile(
    r"(?:\W*(?:\d+[.\d]*|(?i:further to this|subsequently|following this))[,.]?)*\W*(?:[Tt]he )?(?:[A-Z]\w+ ){0,4}"
    r"(?:Cabinet|Committee|Panel|Executive Board|Board)\s+(?:\w+ly |also |then |has |have )*"
    rf"(?:{_TOLD_VERBS})\b"
)
"""A sentence whose subject is a body by name; "the Council" may be the authority."""
NOTES = re.compile(
    r"^\W*(?:that\s+)?(?:(?:otherwise|also|further)\s+)?(?:to\s+)?(?:not(?:e|ed|ing)|receiv(?:e|ed))\b"
    r"|\bbe (?:received and |duly )?(?:noted|received)\b",
    re.I,
)
RECEIVES = re.compile(r"\W*(?:to )?receive\b(?! and note| the (?:report|minutes|update)\b)", re.I)
"""Beside noting, this asks for something to come."""
MORE_THAN_NOTES = re.compile(
    r"\b(?:endorse|approve|agree|adopt|request|ask|confirm|recommend|commend|instruct|support"
    r"|delegate|authorise)|\breceive\b.{0,80}\b(?:further|future|subsequent|regular|update|in due"
    r" course|every|next)\b|\b(?:further|future|subsequent) (?:report|update|briefing)s?\b",
    re.I,
)
DEFERS = re.compile(
    r"\b(?:item|matter|application|report|proposals?|consideration|determination|decision|motion)\b"
    r".{0,160}\b(?:be|is|was) (?:deferred|adjourned)\b"
    r"|\b(?:matter|item)\b.{0,20}\b(?:wait until|lie on the table|be held over|be carried forward)\b"
    r"|^\W*(?:that\s+)?(?:to\s+)?(?:defer|adjourn)\b|\bDEFERRED\b",
    re.I,
)
OPENED = re.compile(r"[:–—-]$|\bfollowing\b", re.I)
"""The end of words whose clauses only name what they are about."""
THANKS = re.compile(r"\bbe thanked\b|^\W*(?:that\s+)?(?:to\s+)?thank\b", re.I)
RECOMMENDS = re.compile(
    r"\W*(?:that\s+)?(?:the [\w\s-]{3,60} (?:is|be) asked )?(?:to )?endorse\b[^;]{0,60}\bproposed decision"
    r"|\W*(?:that\s+)?(?:(?:the|this) [\w-]+(?: [\w-]+)?\s+)?(?:it be\s+)?(?:to\s+)?recommend"
    r"|.{0,160}\bbe (?:recommended|referred(?: back)?|commended) to (?!(?:the )?(?:next|future|a later))"
    r"|\W*(?:that\s+)?to refer\b.{3,160}\bto (?:the )?(?:full )?(?:council|cabinet|\w+ committee)",
    re.I,
)
DELEGATES = re.compile(
    r"\W*(?:that\s+)?(?:to\s+)?(?:delegate|(?:delegated )?(?:authority|power|responsibility)\b"
    r"|the [^,;]{3,80}\bbe (?:given |granted )?delegated"
    r"|the [^,;]{3,120}\bbe authorised\b.{0,60}\bin consultation)",
    re.I,
)
WITHDRAWN_ITEM = re.compile(
    r"\bwithdrew (?:his|her|the|their|this) (?:motion|amendment|question|application|item)\b"
    r"|\b(?:item|report|application|question|proposal|notice|motion|amendment)\b[^.]{0,80}\b"
    r"(?:was|were|had been|has been) (?:\w+ly )?withdrawn\b",
    re.I,
)
ONE_OF_MANY = frozenset(
    {
        *("cabinet", "council", "board", "panel", "committee", "executive", "forum"),
        *("sub-committee", "subcommittee", "commission", "assembly"),
    }
)
"""Words that name one body among those of a council; "members" or "meeting" do not."""


def force_of(words: str, clauses: Sequence[Clause]) -> Force:
    """What the words of a resolution do."""
    outcome = OUTCOME.search(words) or BARE_OUTCOME.fullmatch(words)
    if outcome and outcome["outcome"].lower() not in (*GAINED, "withdrawn"):
        return Force.LOST
    if re.search(r"\bWITHDRAWN\b|\bWITHDREW\b|\bwas withdrawn\b", words) or WITHDRAWN_ITEM.search(
        words
    ):
        return Force.WITHDRAWN
    verb, own = _verb(words)
    parts = [each.words for each in clauses if not _leads_in(each.words)] or [own]
    deferring = [bool(DEFERS.search(part)) for part in parts]
    deferring = deferring if clauses else [deferring[0] or bool(DEFERS.search(words))]
    if verb in ("deferred", "adjourned") or (
        any(deferring) and all(map(_adds_nothing, deferring, parts))
    ):
        return Force.DEFERRED
    if verb in ("recommended", "recommends", "referred", "endorsed") or RECOMMENDS.match(
        own or parts[0]
    ):
        return Force.RECOMMENDED
    if clauses and NOTES.search(own) and OPENED.search(own) and not MORE_THAN_NOTES.search(own):
        return Force.NOTED
    if verb in ("noted", "received") and not MORE_THAN_NOTES.search(own):
        return Force.NOTED
    if all(NOTES.search(part) and not MORE_THAN_NOTES.search(part) for part in parts):
        return (
            Force.NOTED
            if len(parts) == 1 or not any(map(RECEIVES.match, parts[1:]))
            else Force.RESOLVED
        )
    if all(map(RECOMMENDS.match, parts)):
        return Force.RECOMMENDED
    if all(map(DELEGATES.match, parts)) or (not clauses and DELEGATES.match(words)):
        return Force.DELEGATED
    return Force.RESOLVED


def _leads_in(part: str) -> bool:
    """Whether a part of a decision only leads in to what follows: "The Committee:-"."""
    return bool(re.search(r"[:–—-]\s*$", part)) and len(part) <= 60 and not NOTES.search(part)


def _adds_nothing(defers: bool, part: str) -> bool:
    """Whether a part of a decision only defers, notes or thanks."""
    return defers or bool(NOTES.search(part) or THANKS.search(part))


def decides(words: str, body: str | None = None) -> bool:
    """Whether a sentence of minutes says that something was decided, here or elsewhere."""
    if words.rstrip().endswith("?"):
        return False
    if CAPITAL_VERB.search(words) or STARTS.match(words) or BARE_OUTCOME.fullmatch(words):
        return True
    if WITHDRAWN_ITEM.search(words):
        return True
    if HAD_DECIDED.search(words) and any(find_dates(words)):
        return True
    says = OUTCOME.search(words) or LOWER_CASE.search(words) or ELECTED.search(words)
    if not says and NOTED.search(words) and not NOT_NOTED.search(words):
        says = NOTED.search(words)
    if not says and (passive := PASSIVE.search(words)):
        heard = passive["planning"] and not DECIDING_APPLICATIONS.search(body or "")
        says = None if heard else passive
    return bool(says) and not HYPOTHETICAL.search(words)


def is_told(words: str, body: str | None, held_on: date | None) -> bool:
    """Whether a decision of another body, or of another date, is told in passing."""
    if HAD_DECIDED.search(words) and not CAPITAL_VERB.search(words):
        return True
    match = LOWER_CASE.search(words)
    who = (match["who"] or "").casefold() if match else ""
    if who in ONE_OF_MANY and body is not None and who not in body.casefold():
        return True
    verb = match or CAPITAL_VERB.search(words)
    before = words[: verb.start()] if verb else words[:40]
    other_day = any(found.day != held_on for found in find_dates(before))
    if re.search(r"\bminutes?\b", before, re.I):
        return False
    if CAPITAL_VERB.search(words):
        return other_day and bool(ELSEWHERE.match(words))
    return other_day or bool(ELSEWHERE.match(words))


def tells(words: str, before: str = "") -> bool:
    """Whether a sentence of a report tells of what a body decided.

    It gives a date or a year, or speaks of a meeting whose date the sentence ``before``
    gives, or its subject is a body of a council and nothing but that.
    """
    if not TOLD.search(words) or HYPOTHETICAL.search(words):
        return False
    dated = bool(any(find_dates(words)) or re.search(r"\b(?:19|20)\d{2}\b(?!/)", words))
    if not dated and THAT_MEETING.search(words):
        dated = any(find_dates(before))
    return dated or bool(BODY_DECIDED.match(words))


def _verb(words: str) -> tuple[str, str]:
    """The verb by which a sentence decides, in lower case, and what comes after it."""
    found = CAPITAL_VERB.search(words) or LOWER_CASE.search(words)
    if found:
        verb = found[found.lastgroup or 1].lower()
        return WELSH.get(verb, verb), words[found.end() :].strip(" ,/").lstrip(":–—- ")
    if NOTED.search(words):
        return "noted", words[NOTED.search(words).end() :].strip(" :,–—-")  # type: ignore[union-attr]
    starts = STARTS.match(words)
    if starts:
        verb = re.search(r"[a-z]+", starts[0], re.I)
        own = re.sub(r"^\W*\w+\W*", "", words)
        name = verb[0].lower() if verb else ""
        return WELSH.get(name, name), own
    passive = PASSIVE.search(words) or ELECTED.search(words)
    return (passive["verb"].lower(), words[passive.end() :]) if passive else ("", words)
