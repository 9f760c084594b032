"""What the words of a resolution do: resolve, note, recommend, delegate, defer or lose."""

import re
from collections.abc import Sequence

from corpus.decisions.deciding import BARE_OUTCOME, GAINED, OUTCOME, WITHDRAWN_ITEM, verb_of
from corpus.papers import Clause, Force

_BODY = (
    r"(?:(?:the )?(?:[\w-]+ ){0,4}?(?:cabinet|committee|sub-committee|council|panel|board|members"
    r"|executive)\s+)?"
)
_RECEIVED = (
    r"receiv(?:e|ed)\s+(?:and note )?(?:the |an? )?(?:[\w'’-]+ ){0,4}?(?:reports?|updates?|minutes|"
    r"information|correspondence|presentation|letters?|briefings?|statements?|list)\b"
)
NOTES = re.compile(
    rf"^\W*(?:that\s+)?{_BODY}(?:do\s+)?(?:(?:otherwise|also|further)\s+)?(?:to\s+)?"
    rf"(?:not(?:e|es|ed|ing)\b|{_RECEIVED})|\b(?:be|is|are) (?:received and |duly )?(?:noted"
    rf"|received)\b",
    re.I,
)
MORE_THAN_NOTES = re.compile(
    r"\b(?:endorse|approve|agree|adopt|request|ask|confirm|recommend|commend|instruct|support"
    r"|delegate|authorise)|\breceive\b.{0,80}\b(?:further|future|subsequent|regular|update|in due"
    r" course|every|next)\b|\b(?:further|future|subsequent) (?:report|update|briefing)s?\b",
    re.I,
)
RECEIVES = re.compile(r"\W*(?:to )?receive\b(?! and note| the (?:report|minutes|update)\b)", re.I)
"""Beside noting, this asks for something to come."""
OPENED = re.compile(r"[:–—-]$|\bfollowing\b", re.I)
"""The end of words whose clauses only name what they are about."""
DEFERS = re.compile(
    r"\b(?:item|matter|application|report|proposals?|consideration|determination|decision|motion"
    r"|updates?)\b.{0,160}\b(?:be|is|was|were) (?:deferred|adjourned)\b"
    r"|\b(?:matter|item)\b.{0,20}\b(?:wait until|lie on the table|be held over|be carried forward"
    r"|(?:be )?(?:left|laid|lie) on the table)\b|\bleave (?:this|it|the \w+)\b.{0,20}\buntil\b"
    r"|^\W*(?:that\s+)?(?:to\s+)?(?:defer|adjourn(?! the meeting))\b|(?<!not )\bDEFERRED\b",
    re.I,
)
THANKS = re.compile(r"\bbe thanked\b|^\W*(?:that\s+)?(?:to\s+)?thank\b", re.I)
RECOMMENDS = re.compile(
    r"\W*(?:that\s+)?(?:the [\w\s-]{3,60} (?:(?:is|be) asked )?)?(?:to )?endorse\b"
    r"|.{0,80}\bendorsed? .{3,120}\bto be presented to (?:the )?(?:county |full )?council\b"
    r"|\W*(?:that\s+)?(?:(?:the|this) [\w-]+(?: [\w-]+)?\s+)?(?:it"
    r" be\s+)?(?:to\s+)?recommend(?!ations?\b)"
    r"|.{0,160}\bbe (?:recommended|referred|commended) to"
    r" (?!(?:the )?(?:next|future|a later))"
    r"|\W*(?:that\s+)?to refer\b(?!.{3,200}\b(?:back"
    r"|reconsider))(?! the decision).{3,160}\bto (?:the )?(?:full )?(?:council|cabinet"
    r"|(?:[\w&,]+ ){1,12}committee)",
    re.I,
)
DELEGATES = re.compile(
    r"\W*(?:that\s+)?(?:to\s+)?(?!.{0,80}\bnot (?:be )?(?:delegated|authorised|granted))"
    r"(?:delegate|(?:delegated )?(?:authority|power|responsibility)\b"
    r"|the [^,;]{3,80}\bbe (?:given |granted )?delegated"
    r"|the [^,;]{3,120}\bbe authorised\b.{0,60}\bin consultation)",
    re.I,
)
ALONE = {
    **dict.fromkeys(("deferred", "adjourned", "held over"), Force.DEFERRED),
    **dict.fromkeys(("recommended", "recommends", "referred", "endorsed"), Force.RECOMMENDED),
}
"""Verbs that leave no question."""


def force_of(words: str, clauses: Sequence[Clause]) -> Force:
    """What the words of a resolution, with its clauses, do."""
    outcome = OUTCOME.search(words) or BARE_OUTCOME.fullmatch(words)
    if outcome and outcome["outcome"].lower() not in (*GAINED, "withdrawn"):
        return Force.LOST
    if re.search(r"\bWITHDRAWN\b|\bWITHDREW\b|\bwas withdrawn\b", words):
        return Force.WITHDRAWN
    if WITHDRAWN_ITEM.search(words):
        return Force.WITHDRAWN
    if len(clauses) == 1 and (inner := verb_of(clauses[0].words)) and inner.who:
        return force_of(clauses[0].words, ())
    verb = verb_of(words)
    name = verb.name if verb else ""
    own = words[verb.end :].strip(" ,/").lstrip(":–—- ") if verb else words
    parts = [each.words for each in clauses if not _leads_in(each.words)] or [own]
    if name in ALONE:
        return ALONE[name]
    if _defers(words, parts, bool(clauses)):
        return Force.DEFERRED
    if RECOMMENDS.match(own or parts[0]) or all(map(RECOMMENDS.match, parts)):
        return Force.RECOMMENDED
    if _only_notes(name, own, parts, bool(clauses)):
        return Force.NOTED
    if all(map(DELEGATES.match, parts)) or (not clauses and DELEGATES.match(words)):
        return Force.DELEGATED
    return Force.RESOLVED


def _defers(words: str, parts: Sequence[str], listed: bool) -> bool:
    """Whether words put the matter off, and beside that only note or thank."""
    deferring = [bool(DEFERS.search(part)) for part in parts]
    if not listed:
        deferring = [deferring[0] or bool(DEFERS.search(words))]
    return any(deferring) and all(
        defers or NOTES.search(part) or THANKS.search(part)
        for defers, part in zip(deferring, parts, strict=True)
    )


def _only_notes(verb: str, own: str, parts: Sequence[str], listed: bool) -> bool:
    """Whether words do no more than note or receive something."""
    if MORE_THAN_NOTES.search(own):
        return False
    if verb in ("noted", "received") or (listed and NOTES.search(own) and OPENED.search(own)):
        return True
    if not all(NOTES.search(part) and not MORE_THAN_NOTES.search(part) for part in parts):
        return False
    return not any(map(RECEIVES.match, parts[1:]))


def _leads_in(part: str) -> bool:
    """Whether a part of a decision only leads in to what follows: "The Committee:-"."""
    return bool(re.search(r"[:–—-]\s*$", part)) and len(part) <= 60 and not NOTES.search(part)
