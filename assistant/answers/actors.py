"""Those who are asked about by what they are: what others did or said is not theirs.

"Did the police back the cycle lane?" is not answered by the Cabinet's approval of it, nor "What
did the Leader say about potholes?" by what a report says.
"""

import re

from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.refusing import nothing_done_by
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
    r"|academ(?:y|ies)|museum|club|trustees?|young people|shopkeepers)"
)
_DOES = (
    r"(?:decid|agree|resol|approv|recommend|propos(?:e|ing)|vot(?:e|ing)|back|support|oppos|object|reject"
    r"|refus|accept|adopt|endors|want|request|suggest|demand|insist|appeal|prefer|favour|choos|chose"
    r"|sign up|turn|writ(?:e|ten)|wrote|repl(?:y|ie)|respond|answer|say|said|tell|told|think|find"
    r"|found|conclud|spoke|speak)\w*"
)
_ACTS = re.compile(
    rf"\b(?:did|does|do|has|have|had|will|would)\s+(?:(?!{_DOES}\b)[\w’'-]+\s+){{0,4}}?"
    rf"(?P<who>{_OUTSIDER})\s+(?:\w+ly\s+|ever\s+|not\s+)?{_DOES}\b"
    rf"|\b(?:which|what|how many|any)\s+(?:\w+\s+){{0,2}}?(?P<which>{_OUTSIDER})\s+"
    rf"(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?{_DOES}\b"
    rf"|\b{_DOES}\s+by\s+(?:the\s+|our\s+|any\s+)?(?:[\w’'-]+\s+){{0,3}}?(?P<by>{_OUTSIDER})\b",
    re.I,
)
"""Asks what somebody did of what bodies of a council do: decide, propose, object."""
_SPOKE = re.compile(
    r"\b(?:did|does|has|had)\s+(?:the\s+|our\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?P<role>leader|chair(?:man|woman|person)?|director|mayor|chief executive|clerk|treasurer"
    r"|engineer|superintendent|manager|solicitor)"
    r"\s+(?:say|said|tell|told|think|want|ask|reply|repl|respond|answer|warn|argue|suggest|explain"
    r"|promise|mention|comment|make of)\w*",
    re.I,
)
"""Asks what the holder of a post said."""
_SAYS = re.compile(
    rf"\b(?:{_DOES}|(?:said|says?|stat|confirm|found|find|conclu|comment|concern|rais|respon|repl"
    r"|welcom|advis|express|view|opinion|award|grant|sign|in favour|against|wish|ask|want|submi"
    r"|select|elect|pledg|offer|complain|think|thought|believ|wrote|write|argu|felt"
    r"|summari|acknowledg|highlight|introduc|outlin|inform|told|report|describ|present|emphasi"
    r"|updat|remind|assur|noted|urg|thank|clarif|explain|mention|warn|stress|point|spoke|gave)\w*)",
    re.I,
)
"""Says what somebody did or thought."""


def actor_in(asked: str) -> str:
    """Who outside the council acts, or which post speaks, in a question, as typed; or empty."""
    match = _ACTS.search(asked) or _SPOKE.search(asked)
    return next(filter(None, match.groups()), "") if match else ""


def told_of(actor: str, evidence: Evidence, found: Answering | Refusal) -> Answering | Refusal:
    """``found``, as far as it quotes passages that say what ``actor`` did or thought."""
    if isinstance(found, Refusal):
        return found
    points = [point for point in found.points if _tells_of(actor, evidence, point)]
    if points[:1] == list(found.points[:1]):
        return Answering(tuple(points), found.notes)
    return nothing_done_by(actor, [point.quotables[-1] for point in found.points])


def _tells_of(actor: str, evidence: Evidence, point: Point) -> bool:
    passage = point.quotables[-1].passage
    title = passage.item.title if passage.item else ""
    text = spelt_out(passage.text, evidence.holdings.acronyms)
    said = [" ".join((title, *passage.headings)), *(text[a:b] for a, b in sentences(text))]
    stems = set(words_of(actor))
    acting = (_acted_upon(actor).sub(" ", each) for each in said)
    return any(stems <= set(words_of(each)) and _SAYS.search(each) for each in acting)


def _acted_upon(actor: str) -> "re.Pattern[str]":
    """``actor`` as those to whom something is done: "to write to the Minister"."""
    return re.compile(
        rf"\b(?:to|with|for|at|on|about|against)\s+(?:the\s+|an?\s+|our\s+|that\s+)?(?:\w+\s+){{0,2}}?"
        rf"{re.escape(actor)}",
        re.I,
    )
