"""The words of the decisions of a library, so that a question's words find them."""

import re
from collections.abc import Sequence

import numpy as np

from assistant.evidence.relevance import Rarity
from corpus.acronyms import spelt_out
from corpus.papers import Decision
from corpus.text.word_lists import WordLists

FORMAL = re.compile(
    r"\bminutes\b.{0,80}\b(?:previous|last|meeting)\b|\b(?:true|correct) record\b"
    r"|\bsuspen\w+ (?:of )?(?:the )?standing orders?\b|\bstanding orders? .{0,30}\bsuspended\b"
    r"|\b(?:agenda )?items?\b[^.]{0,60}\b(?:be|was|were) (?:taken|considered|brought forward"
    r"|dealt with)\b[^.]{0,30}\b(?:next|first|last|now|together|later|earlier|in conjunction)\b"
    r"|\b(?:take|deal with)\b[^.]{0,160}\b(?:in conjunction with|under) (?:this )?item\b"
    r"|\b(?:take|hold|have|proceed to) (?:a|the) (?:\w+ )?(?:vote|roll call|show of hands)\b"
    r"|\b(?:leave|withdraw from|return to) the (?:chamber|room|meeting)\b"
    r"|\badjourn (?:the |this )?meeting\b|\bmeeting (?:be|was|would be) adjourned\b"
    r"|\bexclu\w+\b[^.]{0,60}\b(?:press|public)\b|\b(?:press|public)\b[^.]{0,60}\bexcluded\b"
    r"|\b(?:extend|continue) (?:the|this) meeting\b|\bmeeting (?:be|was) extended\b",
    re.I | re.S,
)
"""The order of business: confirming minutes, taking an item next, adjourning for a while.

It is a decision on nothing else, whatever else the item mentions.
"""


class DecidedWords:
    """Read once, because a library holds many decisions and a question asks about few."""

    def __init__(self, decisions: Sequence[Decision], acronyms: dict[str, str]) -> None:
        self._rows = {_place(decision): row for row, decision in enumerate(decisions)}
        self._lists = WordLists(spelt_out(about(decision), acronyms) for decision in decisions)
        formal = [decision for decision in decisions if FORMAL.search(decision.words)]
        self._formal_rows = {_place(decision): row for row, decision in enumerate(formal)}
        self._formal_lists = WordLists(spelt_out(each.words, acronyms) for each in formal)

    def coverages(
        self, subject: Sequence[str], rarity: Rarity, decisions: Sequence[Decision]
    ) -> list[float]:
        """What ``rarity.coverage`` says of the words of each decision, in their order."""
        shares = _shares(self._lists, subject, rarity)
        return [shares[self._rows[_place(decision)]] for decision in decisions]

    def formal_coverages(
        self, subject: Sequence[str], rarity: Rarity, decisions: Sequence[Decision]
    ) -> list[float | None]:
        """The same of those that confirm minutes, their titles left out; None for all others."""
        shares = _shares(self._formal_lists, subject, rarity)
        rows = (self._formal_rows.get(_place(decision)) for decision in decisions)
        return [None if row is None else shares[row] for row in rows]


def _shares(lists: WordLists, subject: Sequence[str], rarity: Rarity) -> list[float]:
    """The share of the subject's weight that each text has."""
    found, total = np.zeros(lists.count), 0.0
    for word in set(subject):
        weight = rarity.weight(word)
        found[np.asarray(lists.holding(word), dtype=np.intp)] += weight
        total += weight
    shares: list[float] = (found / total if total else found).tolist()
    return shares


def about(decision: Decision) -> str:
    """What a decision is about: its item, its words, what they point back to."""
    title = decision.item.title if decision.item else decision.paper.title
    return f"{title} {decision.words} {decision.subject or ''}"


def _place(decision: Decision) -> tuple[str, int, str]:
    return decision.span.source, decision.span.start, decision.id
