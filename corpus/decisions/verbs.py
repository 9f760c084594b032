"""The verbs by which minutes decide: in capitals or not, active, passive, under a label."""

import re

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
NOTED = re.compile(
    rf"\b(?:{BODIES})\s+{ADVERBS}?(?:noted|received) (?:and noted )?the "
    r"(?:contents? of the )?"
    rf"(?:\w+\s+){{0,3}}?(?:{_MATTERS}|information|briefing|appendix)\b"
    rf"|\b(?:{_MATTERS})\b[^.;]{{0,120}}?\b(?:was|were|(?<!to )be)\s+(?:received and |duly |then )?"
    r"(?:noted|received(?! (?:from|to|by|in|on|for)))\b(?!\s+(?:to be|as|that))" + _AGENT + "|"
    r"^(?!\W*it was\b).{3,240}\b(?:was|were)\s+(?:received and |duly |then |also )?noted"
    + _AGENT
    + r"(?:\s+by [\w ]{3,40})?\W*$",
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
