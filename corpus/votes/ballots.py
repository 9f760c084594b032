"""Reading a vote: the numbers for and against, and the names of who voted how."""

import re

from corpus.papers import Vote
from corpus.votes.counting import (
    AFTER_LABEL,
    CANDIDATE,
    COUNT_ALONE,
    CUT_INITIAL,
    NAMES_THEN,
    NO_ABSTENTIONS,
    OF_VOTE,
    SPLITS,
    Side,
    counted,
    label_of,
    listed,
    merged,
    named,
    names_in,
    side_of,
    votes_to,
)

IN_WORDS = re.compile(
    r"\ball\s+(?:members\s+|councillors\s+)?(?:present\s+)?(?:(?:were|voted|voting|being)\s+)?"
    r"in\s+favour\b|\bnem\.?\s*con\b|\bcasting\s+vote\b|\bcarried\s+unanimously\b"
    r"|\bunanimously\s+carried\b|\(unanimous(?:ly)?\)|\bunanimous\s+vote\b"
    r"|\bvot(?:e|ing)\s+was\s+unanimous\b|\bby\s+(?:an?\s+)?(?:\w+\s+)?majority\b"
    r"|^\W*(?:agreed\s+|passed\s+)?unanimous(?:ly)?(?:\s+(?:agreed|passed|approved))?\W*$",
    re.I,
)
PLURAL = re.compile(r"\b(?:Councillors|Cllrs)\b")
SINGULAR = re.compile(r"^(?:Councillor|Cllr)\.?\s+")
VOTES = re.compile(r"\bvot|\bdivision\b|\bpoll\b", re.I)
SIDES = re.compile(
    r"\b(?:for|against|favour|abst\w*|ayes?|noes|nays?|yes|support|opposed|voting|vote"
    r"|motion|amendment|dissent\w*)\b",
    re.I,
)
MENTIONED = re.compile(
    r"vot|abst|against|favour|unanim|majority|\bcon\b|dissent|oppos|noes|nays|\bby\W.*\bto\b", re.I
)
SURE = re.compile(r"vot|abst|favour|(?:members?|councillors?)\W.*against", re.I)
NEAR = 30
"""Characters between two sides of one vote: "7 for and with one vote less, 6 against"."""
SURVEYED = re.compile(
    r"\b(?:respon[ds]\w*|consult\w+|residents?|survey\w*|petition\w*|questionnaires?|public|"
    r"households|replies|per cent|goals?)\b|%",
    re.I,
)


def vote_of(words: str, of_amendment: bool | None, *, is_lost: bool) -> Vote:
    """The vote that ``words`` record, whole lines of a list or sentences.

    Between a motion and an amendment, ``of_amendment`` says which one of them was decided
    upon; None, the one with more votes. What ``is_lost`` "by 7 votes to 4" had 4 in favour.
    What is not recorded, or twice with different numbers, is None or empty; so are the
    numbers where one candidate or another was voted for.
    """
    counts = list(listed(words.split("\n")))
    if not counts and not for_candidates(words):
        counts = list(counted(words))
    counts += [c for c in named(words) if not any(o.side is c.side and o.names for o in counts)]
    amendment = merged([c for c in counts if c.side is Side.AMENDMENT])
    favour = merged([c for c in counts if c.side is Side.FOR])
    against = merged([c for c in counts if c.side is Side.AGAINST])
    abstained = merged([c for c in counts if c.side is Side.ABSTAINED])
    if is_lost and votes_to(words):
        favour, against = sorted((favour, against), key=lambda side: side.number or 0)
    if any(c.side is Side.AMENDMENT for c in counts):
        if of_amendment is None and favour.number is not None and amendment.number is not None:
            of_amendment = amendment.number > favour.number
        if not favour.number and not favour.names:
            favour = amendment
        else:
            favour, against = (amendment, favour) if of_amendment else (favour, amendment)
    numbers = (favour.number, against.number, abstained.number)
    groups = [side.names for side in (favour, against, abstained)]
    if PLURAL.search(words):
        groups = [(_untitled(names[0]),) if len(names) == 1 else names for names in groups]
    return Vote(words, *numbers, *groups)


def _untitled(name: str) -> str:
    """A name alone in a list headed "Councillor", where other lists are headed "Councillors"."""
    return SINGULAR.sub("", name)


def prefers_amendment(words: str) -> bool | None:
    """Whether more voted for the amendment than for the motion; None if no such vote."""
    counts = list(listed(words.split("\n"))) or list(counted(words))
    amendment = merged([c for c in counts if c.side is Side.AMENDMENT]).number
    motion = merged([c for c in counts if c.side is Side.FOR]).number
    if amendment is None or motion is None or amendment == motion:
        return None
    return amendment > motion


def is_list(text: str) -> bool:
    """Whether a line begins or holds a side of a vote: "For (2): A, B", "Against"."""
    if not SIDES.search(text):
        return False
    pieces = SPLITS.split(text.split("\n", 1)[0])
    labels = sum(label_of(piece) is not None for piece in pieces)
    return labels > 1 or (labels == 1 and bool(label_of(pieces[0]) or VOTES.search(pieces[0])))


def for_candidates(text: str) -> bool:
    """Whether a line of ``text`` gives votes to a candidate: "For Cllr A", "Cllr B 2 votes"."""
    return any(CANDIDATE.fullmatch(line) for line in text.split("\n"))


def goes_on(text: str) -> bool:
    """Whether a line is more of a list: names, a number."""
    if NO_ABSTENTIONS.fullmatch(text) or COUNT_ALONE.fullmatch(text):
        return True
    names = names_in(f"A {text}" if CUT_INITIAL.match(text) else text)
    return bool(names) and (len(names) > 1 or len(text) < 60)


def is_counted(words: str) -> bool:
    """Whether words give at least one number, or the names of two sides, of a vote."""
    counts = list(listed(words.split("\n"))) or list(counted(words))
    only_either = not re.search(r"\bfor\b|\bvot|\bdivision\b", words, re.I)
    if only_either and counts and not re.search(r"\bagainst|favour|abst|ayes|noes", words, re.I):
        return len(counts) > 1 and "\n" not in words
    return any(c.number is not None for c in counts) or sum(bool(c.names) for c in counts) > 1


def is_sentence_of_vote(sentence: str) -> bool:
    """Whether a sentence tells how a vote went, in numbers, names or words."""
    if not MENTIONED.search(sentence) or SURVEYED.search(sentence):
        return False
    if IN_WORDS.search(sentence) or NAMES_THEN.search(sentence):
        return True
    if votes_to(sentence):
        return True
    sides = [*OF_VOTE.finditer(sentence), *AFTER_LABEL.finditer(sentence)]
    return any(SURE.search(match[0]) for match in sides) or any(
        side_of(one) is not side_of(other) and 0 <= other.start() - one.end() <= NEAR
        for one in sides
        for other in sides
    )
