"""That a vote is asked about, and what was found does not tell how it went."""

import re

from assistant.answers.points import Answering, Refusal
from assistant.answers.refusing import not_given
from assistant.evidence.gathering import Evidence
from corpus.people.naming import people_named
from corpus.text.sentences import sentences

ASKED = re.compile(r"\bvot(?:e|es|ed|ing)\b|\babst(?:ain\w*|ention\w*)", re.I)
_NUMBER = r"(?:\d{1,3}|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
HOW_IT_WENT = re.compile(
    rf"\b{_NUMBER} (?:[\w’'-]+ ){{0,5}}(?:votes?|voted|voting|abst\w+|in favour|against)\b"
    rf"|\b(?:votes?|voted|abst\w+|for|in favour|against)\s*[(:–-]\s*{_NUMBER}\b"
    r"|\bunanimous\w*|\bcasting vote\b|\bshow of hands\b"
    r"|^\W*(?:for|against|abst\w+)\W*$",
    re.I | re.M,
)
"""Numbers of votes, or a heading over the names of those who cast them."""
WHO_VOTED = re.compile(
    r"\b(?:who|which|names?)\b(?: [\w’']+){0,3} (?:vot\w+|abst\w+|against|in favour)\b", re.I
)
"""Asks who they were."""
CAST = re.compile(
    r"\b(?:voted|(?<!same )voting|abst\w+|against|in favour|dissent\w*|opposed)\b"
    r"|\b(?-i:For)\b[\s:(]",
    re.I,
)


def told_of_the_vote(evidence: Evidence, found: Answering | Refusal) -> Answering | Refusal:
    """``found``, unless the vote was asked for and no words of it tell how it went."""
    if not isinstance(found, Answering) or not ASKED.search(evidence.asked):
        return found
    parts = [part for point in found.points for part in point.quotables]
    by_name = WHO_VOTED.search(evidence.asked)
    if any(names_voters(part.text) for part in parts):
        return found
    if not by_name and any(HOW_IT_WENT.search(part.text) for part in parts):
        return found
    return not_given("who voted how" if by_name else "how the votes were cast", parts)


def names_voters(text: str) -> bool:
    """Whether a sentence of ``text`` names somebody and says that they voted or abstained."""
    folded = " ".join(text.split())
    said = (folded[start:end] for start, end in sentences(folded))
    return any(CAST.search(each) and any(people_named(each)) for each in said)
