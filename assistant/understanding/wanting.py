"""What sort of words a question wants: a figure, a date, a name, a reason, any."""

import re
from enum import StrEnum


class Wanted(StrEnum):
    """What sort of words fill a slot, as a reader is told that they are missing."""

    FIGURE = "a figure"
    AMOUNT = "an amount of money"
    SHARE = "a percentage or share"
    DATE = "a date or time"
    TIME = "a time of day"
    PERSON = "who it was"
    NAME = "a name"
    REASON = "a reason"
    GRADE = "a grade or judgement"
    MEANING = "what it stands for"
    ANYTHING = "an answer"


FIGURES = frozenset({Wanted.FIGURE, Wanted.AMOUNT, Wanted.SHARE})
"""Sorts of figures."""

_MONEY = re.compile(
    r"\btender\b|\bcost\w*|£|€|\b(?:pay|paid|pays|spen[dt]\w*|budgets?|pric\w+|charg\w+|fees?"
    r"|grants?|fund\w*|sav(?:e[sd]?|ings?)|bill|worth|quotes?|chip(?:ped)? in"
    r"|put in(?= (?:to|towards?)\b)|expen\w+|salar\w+|precepts?|allowances?|overspen\w+"
    r"|underspen\w+|debts?|borrow(?:ed|s)?|deficits?|reserves?|income|money|rents?|donat\w+"
    r"|contribut\w+)\b",
    re.I,
)
_HOW_MUCH = re.compile(
    r"\bhow much\b(?! (?:time|notice|influence|support|longer|say|of a|clout|progress))"
    r"|\bwhat(?:['’]?s)? (?:(?!decid|agree|resol|approv|sa(?:y|id)|did|does|about|on\b)"
    r"[\w'’]+ ){0,6}(?:costs?|prices?|fees?|charges?|bill|budget|amount|sum"
    r"|salary|precept|rent|quote|worth)\b"
    r"|\bwhat (?:did|do|does|will|would|was|were|is|are) (?:(?!decid|agree|resol|approv|sa(?:y|id)"
    r"|about|on\b)[\w'’/-]+ ){1,6}(?:pay|paid|paying|contribut\w+|donat\w+|chip in"
    r"|put in(?= (?:to|towards?)\b)|cost(?:ing)?|worth)\b"
    r"|^\W*(?:the )?(?:[a-z]+ )?(?:bill|costs?|price|tender|fee|rent)\b(?=\W*$| (?:for|of|to)\b)",
    re.I,
)
_SHARE = re.compile(
    r"\bper ?cent\w*|%|\binterest rate\b|\brate of interest\b"
    r"|\b(?:what|which) (?:\w+ )?(?:proportion|share|fraction|chunk)\b",
    re.I,
)
_HOW_MANY = re.compile(
    r"\bhow (?:many|big|large|long|often|far|old|high)\b|\bhow much\b|\bnumber of\b"
    r"|\bwhat(?:['’]?s)? (?:\w+ ){0,2}(?:numbers?|figures?|total|average|rate"
    r"|waiting times?)\b|\btotal number\b",
    re.I,
)
_DATE = re.compile(
    r"^\W*(?:(?:so|and|but|ok|then)\W+)*(?:(?:by|since|until|from) )?when\b"
    r"|\b(?:on )?(?:what|which) (?:date|day|month|year)\b|\bdeadline\b|\bhow soon\b|\bwhen\W*$"
    r"|\bwhat time\b|^\W*(?:the )?latest\b|\bat the latest\b|\bby what\b",
    re.I,
)
_TIME_OF_DAY = re.compile(r"\bwhat time\b", re.I)
_WHEN_EVER = re.compile(r"\bwhen (?:should|can|may|must|do|does|would)\b", re.I)
"""Asks under what circumstances, not on what day ..."""
_WHEN_BEGINS = re.compile(
    r"\bwhen (?:do|does|would) .*\b(?:start|begin|open|close|end|finish|expire|take effect"
    r"|come into|launch|run out|fall due|go live|reopen)\b",
    re.I,
)
"""... but not of what begins or ends."""
_PERSON = re.compile(
    r"^\W*(?:(?:so|and|but|ok|then)\W+)*(?:by |to |for |from )?(?:who|whom|whose)\b"
    r"|\bwhich (?:\w+ ){0,2}?(?:councillor|officer|member)s?\b|\bwho\W*$",
    re.I,
)
_BEARERS = (
    r"(?:school|firm|compan(?:y|ie)|operator|provider|contractor|council|ward|parish(?:e)?|village"
    r"|town|organisation|charit(?:y|ie)|councillor|officer|member|person|people|street|road|site"
    r"|academ(?:y|ie)|college|partner|bank|supplier|consultant|district|librar(?:y|ie)|bod(?:y|ie))"
)
A_BEARER = re.compile(rf"{_BEARERS}s?", re.I)
"""What bears a name: papers give the name and may call its bearer by another word."""
_NAME = re.compile(
    rf"\b(?:which|what|name|names of)\s+(?:(?:the|other|are|is|were)\s+)*"
    rf"(?:(?!did|do|does|has|have|had\b)\w+\s+){{0,2}}?{_BEARERS}s?\b"
    r"|^\W*(?:what(?:'s| is| was) )?(?:the )?name of\b|\bname the\b"
    r"|\bwhat(?:'s| is| was) the name\b|\bcalled\W*$",
    re.I,
)
A_CONTRACTOR = re.compile(
    r"\bwho(?:['’]s| has| is| was)? (?:\w+ )?(?:won|got|gets?|secured|awarded|given|holds?|had)"
    r"\b.{0,40}\b(?:contract|tender|work)s?\b",
    re.I,
)
"""Asks for whom work was given to: more often a firm than a person."""
_REASON = re.compile(
    r"^\W*(?:(?:so|and|but|ok|then)\W+)*why\b|\b(?:what|which)(?: \w+){0,3} reasons?\b|\bwhy\W*$"
    r"|\bhow come\b",
    re.I,
)
_MEANING = re.compile(
    r"\bst(?:and|ood|ands) for\b|\bshort for\b|\bacronym\b|\babbreviat\w+"
    r"|\bwhat do(?:es)? (?:the )?[\"'“‘]?(?-i:[A-Z][a-z]?[A-Z&][A-Za-z&]*)[\"'”’]? mean\W*$",
    re.I,
)
_GRADE = re.compile(
    r"\b(?:what|which) (?:\w+ ){0,2}?(?:grade|rating|grading|judge?ment|star rating|score)\b"
    r"|\bhow (?:was|were|is|are|did) [^?]{1,60}\b(?:rated?|graded?|judged?)\b",
    re.I,
)
_LEAD_IN = re.compile(
    r"^[^?]*?,\s+(?=(?:(?:by|to|from|for) )?(?:who|whom|whose|when|why|what time)\b)", re.I
)
"""What stands before the word that asks: "After the flood, who …?"."""
ASKS = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had"
    r"|can|could|will|would|should|must)\b|\?"
    r"|^\W*(?:please\s+)?(?:list|name|give|tell|show|summari[sz]e|explain|describe)\b",
    re.I,
)
"""Asks something, by a word of question or as a request."""
_EITHER = re.compile(r",\s*[^,?]{2,40}\s+or\s+[^,?]{2,40}\W*$", re.I)
"""Gives what to choose from: the name asked for is one of the question's own."""


def wanted_of(asked: str) -> Wanted:
    """What sort of words ``asked`` wants."""
    asked = _asking(asked)
    if A_CONTRACTOR.search(asked):
        return Wanted.NAME
    for wanted, pattern in (
        (Wanted.MEANING, _MEANING),
        (Wanted.REASON, _REASON),
        (Wanted.PERSON, _PERSON),
        (Wanted.SHARE, _SHARE),
        (Wanted.TIME, _TIME_OF_DAY),
        (Wanted.GRADE, _GRADE),
    ):
        if pattern.search(asked):
            return wanted
    if _HOW_MUCH.search(asked) and _MONEY.search(asked):
        return Wanted.AMOUNT
    if _HOW_MANY.search(asked):
        return Wanted.FIGURE
    if _DATE.search(asked) and (not _WHEN_EVER.search(asked) or _WHEN_BEGINS.search(asked)):
        return Wanted.DATE
    wants_a_name = _NAME.search(asked) and not _EITHER.search(asked)
    return Wanted.NAME if wants_a_name else Wanted.ANYTHING


def _asking(asked: str) -> str:
    """``asked`` without what leads in to the word that asks."""
    lead = _LEAD_IN.match(asked)
    return asked[lead.end() :] if lead and not ASKS.search(lead[0]) else asked
