"""Motions and proposals: what an outcome, or "this proposal", points back to."""

import re
from collections.abc import Sequence

from corpus.decisions.clauses import MAX_CLAUSES, OPENS, last_clause
from corpus.decisions.deciding import OUTCOME
from corpus.decisions.verbs import CAPITAL_VERB
from corpus.text.blocks import Block, BlockKind
from corpus.text.sentences import sentences

POINTS_BACK = re.compile(
    r"\b(?:approve|agreed?(?: with| to)?|accept|support|adopt|carr(?:y|ied)"
    r"|endorse)\w*\s+(?:with\s+)?"
    r"(?:this|that|these|the|both|all(?: of)?(?: the)?)\s+(?:\w+\s+){0,3}?"
    r"(?P<what>proposals?|suggestions?|requests?|recommendations?|motions?|amendments?|above)"
    r"(?:\s+\(\w+\)(?: and \(\w+\))?)?(?:\s+(?:above|as amended|as set out(?: above)?|(?:by|of"
    r"|from) (?P<whose>[^.;]{3,60})))?"
    r"\s*[.;]?$",
    re.I,
)
BE_AGREED = re.compile(
    r"\b(?:the )?(?P<what>recommendations?|proposals?)\b[^.;]{0,60}?\bbe (?:agreed|approved|adopted"
    r"|accepted)\b\W*$(?P<whose>)?",
    re.I,
)
PROPOSES = re.compile(r"\b(?:propos|suggest|request|ask|mov|wonder|recommend|agreed to)", re.I)
RECOMMENDED = re.compile(r"\brecommended\b.{0,80}(?:\bthat\b|\bto\b|:)", re.I | re.S)
LONG_ENOUGH = 50
"""Characters; less than these recommend nothing."""
ASKS = re.compile(r"\breplied\b|\basked (?:why|whether|how|what|when|who|where)\b", re.I)
"""What is said of a proposal, but is none."""
MOVED = re.compile(
    r"\b(?:moved|proposed|seconded|motion by|motion\s*:|amendment by|amendment\s*:|moves|proposal"
    r"|^[\"“]That|put forward|tabled|(?:i|we) (?:will|shall|hereby)? ?(?:move|propose|call on"
    r"|ask that))\b",
    re.I,
)
AMENDMENT = re.compile(r"\bamendments?\b", re.I)
BETWEEN = re.compile(
    r"\W*(?:for\b|against\b|abst\w+|vot(?:e|es|ing)\b|recorded vote|seconded|proposed|moved"
    r"|on (?:a|"
    r"being|the)|there (?:being|voted)|the (?:motion|amendment|proposal) was (?:put|seconded)"
    r"|(?:an? |the )?(?:recorded )?(?:vote|division)|councillors? [^.]{3,60} seconded|in favour"
    r"|upon|following a vote|unanimous)",
    re.I,
)
"""What may stand between a motion and its outcome without parting them."""


def points_back(words: str) -> "re.Match[str] | None":
    """Where the last words of a decision name a proposal instead of telling it."""
    return POINTS_BACK.search(words.strip()) or BE_AGREED.search(words.strip())


def subject_of(before: Sequence[Block], pointer: "re.Match[str]") -> str | None:
    """The proposals in the blocks ``before`` that words such as "this proposal" point to."""
    what = pointer["what"].lower()
    if what.startswith(("motion", "amendment")):
        motion = motion_before(before, what, whose=pointer["whose"])
        return text_of(before[motion[0] : motion[1] + 1]) if motion else None
    if what.startswith("recommendation"):
        return _recommended(before)
    proposals = [
        text_of(before[at : last_clause(before, at, label=False) + 1])
        for at, block in enumerate(before)
        if PROPOSES.search(block.text)
        and block.kind not in (BlockKind.HEADING, BlockKind.LIST_ITEM)
        and not ASKS.search(block.text)
        and not CAPITAL_VERB.search(block.text)
    ]
    many = re.search(r"\b(?:all|these|both)\b|proposals|suggestions|above", pointer[0], re.I)
    return "\n".join(proposals if many else proposals[-1:]) or None


def _recommended(before: Sequence[Block]) -> str | None:
    """What the minute itself says was recommended; a report's own is in another paper."""
    for at in range(len(before) - 1, -1, -1):
        text = before[at].text
        if RECOMMENDED.search(text) and (OPENS.search(text) or len(text) > LONG_ENOUGH):
            return text_of(before[at : last_clause(before, at, label=False) + 1])
    return None


def motion_before(
    before: Sequence[Block], what: str, *, whose: str | None = None
) -> tuple[int, int] | None:
    """The first and last block of the motion (or amendment) that an outcome belongs to.

    The latest that moves such a thing; with ``whose``, that of this person.
    """
    amending = what.startswith("amendment")
    surname = whose.split()[-1] if whose else ""
    for at in range(len(before) - 1, max(-1, len(before) - 1 - MAX_CLAUSES), -1):
        block = before[at]
        if not MOVED.search(block.text) or OUTCOME.match(block.text.removeprefix("The ")):
            continue
        if _is_amendment(before, at) is not amending or surname not in block.text:
            continue
        if BETWEEN.match(block.text) and not re.search(r"\b(?:that|to)\b|:", block.text):
            continue
        return at, last_clause(before, at, label=False)
    return None


def follows_directly(before: Sequence[Block], motion: tuple[int, int]) -> bool:
    """Whether nothing but its vote stands between a motion and its outcome."""
    return all(BETWEEN.match(block.text) for block in before[motion[1] + 1 :])


def moved_in(text: str) -> int | None:
    """Where a sentence of a paragraph begins that moves what its end tells the outcome of."""
    for start, end in sentences(text):
        if MOVED.search(text[start:end]) and not OUTCOME.search(text[start:end]):
            return start
    return None


def _is_amendment(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block moves an amendment, or stands under that heading."""
    if AMENDMENT.search(blocks[at].text):
        return True
    above = blocks[at - 1] if at else None
    return bool(above and len(above.text) < 60 and AMENDMENT.search(above.text))


def text_of(blocks: Sequence[Block]) -> str:
    """The text of blocks, one a line, asides left out."""
    return "\n".join(block.text for block in blocks if not block.aside)
