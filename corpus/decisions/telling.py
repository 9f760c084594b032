"""Decisions of another body, or of another date, that are told in passing."""

import re
from datetime import date

from corpus.decisions.deciding import (
    BARE_OUTCOME,
    OUTCOME,
    WITHDRAWN_ITEM,
    is_hypothetical,
    verb_of,
)
from corpus.decisions.verbs import BODIES, CAPITAL_VERB, HYPOTHETICAL
from corpus.text.dates import find_dates

ONE_OF_MANY = frozenset(
    {
        *("cabinet", "council", "board", "panel", "committee", "executive", "forum"),
        *("sub-committee", "subcommittee", "commission", "assembly"),
    }
)
"""Words that name one body among those of a council; "members" or "meeting" do not."""
ELSEWHERE = re.compile(
    r"(?:on the \d|(?:at|during) (?:that|its|their|the (?!end|conclusion|close|request|invitation"
    r"|suggestion|time|start)|an? (?:earlier|previous)))",
    re.I,
)
NOT_OF_MEETING = re.compile(
    r"\b(?:to be held|held|dated|for|until|from|by|before|after|of) (?:on )?(?:\w+day,? )?$", re.I
)
"""Before a date that is not that of the deciding."""
_OTHERS = "trust|department|agency|ministry|government|association|police|inspectorate"
HAD_DECIDED = re.compile(
    rf"\b(?:it|(?P<body>{BODIES}|{_OTHERS})(?: \([A-Z&]+\))?(?: for [\w& ]{{2,30}})?) had "
    r"(?:\w+ly |already )?(?:resolved|agreed|approved|decided)\b",
    re.I,
)
SAID = re.compile(
    r"\b(?:asked|queried|wondered|enquired|whether|if|said|remarked|commented|thought|felt|argued"
    r"|suggested|replied)\b",
    re.I,
)
"""Debate, in which a decision without its date is an argument and no report."""
APPEAL = re.compile(
    r"\b(?:inspector(?:ate)?|secretary of state)\b.{0,60}\b(?:had )?(?:dismissed|allowed|upheld)\b",
    re.I,
)
_VERBS = "resolved|agreed|approved|endorsed|adopted|decided|confirmed"
_BODIES = (
    r"(?:full )?council|cabinet|executive(?: board)?|committee|panel|board|government|trust|"
    r"partnership|forum|authority|assembly|commission"
)
TOLD = re.compile(
    rf"\b(?:{_BODIES})\b(?: \([^)]*\))?(?: (?:has|have|had|also|formally|then|unanimously|"
    rf"subsequently|previously|members|meeting|and [\w ]{{2,20}}))*,? (?:{_VERBS})\b"
    rf"|\b(?:{_VERBS})\b (?:for [\w ]{{3,40}} )?(?:by|at) (?:the |its )?(?:[\w']+ ){{0,6}}?"
    rf"(?:{_BODIES})\b",
    re.I,
)
IT_WAS = re.compile(r"\bit was (?:resolved|agreed|decided)\b", re.I)
TO_VOTE = re.compile(
    r"\b(?:agreed|decided|resolved) (?:\w+ ){0,2}?(?:to (?:take|hold|have|proceed to|go to) "
    r"(?:an? |the )?(?:\w+ )?(?:vote|roll[- ]call|ballot|show of hands)\b"
    r"|that (?:an? |the )?(?:\w+ )?(?:vote|voting|ballot) (?:\w+ ){1,3}?"
    r"(?:taken|held|conducted|by|on)\b)",
    re.I,
)
"""That a vote is to be taken settles nothing of what is voted on."""
THAT_MEETING = re.compile(r"\bat (?:this|that|the same) meeting\b", re.I)
BODY_DECIDED = re.compile(
    r"[\W\d]*(?:(?i:further to this|subsequently|following this)[\W\d]*)*(?:[Tt]he )?"
    r"(?:[A-Z]\w+ ){0,4}(?:Cabinet|Committee|Panel|Executive Board|Board)\s+"
    rf"(?:\w+ly |also |then |has |have )*(?:{_VERBS})\b"
)
"""A sentence whose subject is a body by name; "the Council" may be the authority."""
YEAR = re.compile(r"\b(?:19|20)\d{2}\b(?!/)")


def decides(words: str, body: str | None = None) -> bool:
    """Whether a sentence of minutes says that something was decided, here or elsewhere."""
    if words.rstrip().endswith("?"):
        return False
    words = TO_VOTE.sub("", words)
    if BARE_OUTCOME.fullmatch(words) or WITHDRAWN_ITEM.search(words):
        return True
    if APPEAL.search(words):
        return True
    told = HAD_DECIDED.search(words)
    if told and (any(find_dates(words)) or (told["body"] and not SAID.search(words))):
        return True
    outcome = OUTCOME.search(words)
    if outcome and (
        outcome["outcome"].lower().startswith("not ")
        or not is_hypothetical(words, outcome.start("outcome"))
    ):
        return True
    return verb_of(words, body) is not None


def is_argued(words: str, body: str | None) -> bool:
    """Whether somebody says, without a date, that a body decided: debate, not a report."""
    verb = verb_of(words, body)
    return bool(verb and SAID.search(words[: verb.start]) and not any(find_dates(words)))


def is_told(words: str, body: str | None, held_on: date | None) -> bool:
    """Whether a decision of another body, or of an earlier date, is told in passing."""
    capital = CAPITAL_VERB.search(words)
    if (HAD_DECIDED.search(words) or APPEAL.search(words)) and not capital:
        return True
    verb = verb_of(words, body)
    who = verb.who if verb else ""
    if who in ONE_OF_MANY and body is not None and who not in body.casefold():
        return True
    before = words[: verb.start] if verb else words[:40]
    if re.search(r"\bminutes?\b", before, re.I):
        return False
    earlier = any(
        (held_on is None or found.day < held_on)
        and not NOT_OF_MEETING.search(before[: found.start])
        for found in find_dates(before)
    )
    elsewhere = bool(ELSEWHERE.match(words))
    return (earlier and elsewhere) if capital else (earlier or elsewhere)


def tells(words: str, before: str = "") -> bool:
    """Whether a sentence of a report tells of what a body decided.

    It gives a date or a year, or speaks of a meeting whose date the sentence ``before``
    gives, or its subject is a body of a council and nothing but that.
    """
    if HYPOTHETICAL.search(words):
        return False
    dated = any(find_dates(words)) or (THAT_MEETING.search(words) and any(find_dates(before)))
    if IT_WAS.search(words) and dated:
        return True
    return bool(TOLD.search(words) and (dated or YEAR.search(words) or BODY_DECIDED.match(words)))
