"""Which words of minutes decide: their verb, if it is no supposition, and outcomes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.decisions.verbs import (
    ACTIVE,
    APPROVED_BY,
    BECAME,
    CAPITAL_VERB,
    CONTENT,
    DECLARED,
    DEFERRED,
    ELECTED,
    FOLLOWING,
    HYPOTHETICAL,
    IN_WELSH,
    MOVED_AND,
    MOVED_IN_WELSH,
    NOTED,
    NOTED_WHAT,
    PASSIVE,
    PASSIVE_AT_END,
    STARTS,
    SUBJECTLESS,
    THIS_WAS,
    WELSH,
)

THOUGHT = re.compile(r"\b(?:that|thought|felt|said|believed|believing)\s+(?:it was\s+)?$", re.I)
"""Before "it was agreed", which is then what somebody thinks."""
PRESENT = frozenset({"resolves", "recommends", "agrees"})
MOTION_TEXT = re.compile(r"\W*(?:that|this)\b", re.I)
"""The text of a motion: "That the Council agrees" was moved, not yet agreed."""
ENDS_VERB = re.compile(r"\s*(?:(?:to|that|by|with|as|in|on|not)\b|unanimously|[:.,;–-]|$)", re.I)
ABOUT_APPLICATIONS = re.compile(r"\b(?:applications?|permission|consent|licen[cs]e|appeal)\b", re.I)
NOT_NOTED = re.compile(r"\b(?:apolog|declar|it was (?:also |further )?noted that|as noted)", re.I)
NOTED_THAT = re.compile(r"\bnoted that\b", re.I)
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
    *(ACTIVE, MOVED_AND, FOLLOWING, SUBJECTLESS, THIS_WAS, ELECTED, DECLARED, CONTENT, BECAME),
    *(APPROVED_BY, MOVED_IN_WELSH),
)
"""Verbs of a body, or of nobody, in the order in which they are looked for."""


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
            told = pattern is APPROVED_BY and NOTED_THAT.search(words, 0, match.start())
            thought = told or _is_of_a_thought(words, match)
            if not thought and not is_hypothetical(words, match.start("verb")):
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
        told = NOTED_THAT.search(words, 0, match.start())
        if not heard and not told and not is_hypothetical(words, match.start("verb")):
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
