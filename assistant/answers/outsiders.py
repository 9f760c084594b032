"""Those who are no body of the council: what they did is not told by the council's decisions.

"Did the police back the cycle lane?" is not answered by the Cabinet's approval of it.
"""

import re

from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.refusing import nothing_of
from assistant.evidence.gathering import Evidence
from corpus.acronyms import spelt_out
from corpus.text.sentences import sentences
from corpus.text.words import words_of

_OUTSIDER = (
    r"(?:police|gardai|tribunals?|courts?|judges?|ombudsman|inspectors?|inspectorate|auditors?"
    r"|government|ministers?|ministry|parliament|secretary of state|regulator|commissioners?"
    r"|unions?|schools?|headteachers?|governors|teachers|parents?|pupils|students|residents?"
    r"|neighbours|public|voters|traders|businesses|shop ?keepers|landlords?|tenants?|land ?owners?"
    r"|farmers|compan(?:y|ies)|firms?|operators?|contractors?|developers?|builders?|applicants?"
    r"|suppliers?|consultants?|brigade|fire service|ambulance service|health service|hospitals?"
    r"|nhs|charit(?:y|ies)|church(?:es)?|diocese|bank|insurers?|solicitors?|university|college"
    r"|academ(?:y|ies)|museum|club|trustees?)"
)
_DOES = (
    r"(?:decid|agree|resol|approv|recommend|propos|vot(?:e|ing)|back|support|oppos|object|reject"
    r"|refus|accept|adopt|endors|want|request|suggest|demand|insist|appeal|prefer|favour|choos|chose"
    r"|sign up|turn)\w*"
)
_ACTS = re.compile(
    rf"\b(?:did|does|do|has|have|had|will|would|is|are|was|were)\s+(?:[\w’'-]+\s+){{0,4}}?"
    rf"(?P<who>{_OUTSIDER})\s+(?:\w+ly\s+|ever\s+|not\s+)?{_DOES}\b"
    rf"|\b(?:which|what|how many|any)\s+(?:\w+\s+){{0,2}}?(?P<which>{_OUTSIDER})\s+"
    rf"(?:(?:has|have|had|were|are|was|is)\s+)?(?:\w+ly\s+)?{_DOES}\b"
    rf"|\b{_DOES}\s+by\s+(?:the\s+|our\s+|any\s+)?(?:[\w’'-]+\s+){{0,3}}?(?P<by>{_OUTSIDER})\b",
    re.I,
)
"""Asks what somebody did of what bodies of a council do: decide, propose, object."""
_SAYS = re.compile(
    rf"\b(?:{_DOES}|(?:said|says?|stat|confirm|found|find|conclu|comment|concern|rais|respon|repl"
    r"|welcom|advis|express|view|opinion|award|grant|sign|in favour|against|wish|ask|want|submi"
    r"|select|elect|pledg|offer|complain|think|thought|believ|wrote|write|argu|felt)\w*)",
    re.I,
)
"""Says what somebody did or thought."""


def outsider_in(asked: str) -> str:
    """Who is asked about as deciding, proposing or objecting, as typed; empty for no outsider."""
    match = _ACTS.search(asked)
    return next(filter(None, match.groups()), "") if match else ""


def told_of(outsider: str, evidence: Evidence, found: Answering | Refusal) -> Answering | Refusal:
    """``found``, as far as it quotes passages that say what ``outsider`` did or thought."""
    if isinstance(found, Refusal):
        return found
    points = [point for point in found.points if _tells_of(outsider, evidence, point)]
    if points[:1] == list(found.points[:1]):
        return Answering(tuple(points), found.notes)
    return nothing_of(outsider, [point.quotables[-1] for point in found.points])


def _tells_of(outsider: str, evidence: Evidence, point: Point) -> bool:
    passage = point.quotables[-1].passage
    title = passage.item.title if passage.item else ""
    text = spelt_out(passage.text, evidence.holdings.acronyms)
    said = [" ".join((title, *passage.headings)), *(text[a:b] for a, b in sentences(text))]
    stems = set(words_of(outsider))
    return any(stems <= set(words_of(each)) and _SAYS.search(each) for each in said)
