"""What meetings asked for and would see again: reports to come back, items put off."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.record.procedure import is_procedural
from assistant.record.register import Entry
from corpus.documents import Span
from corpus.papers import DECIDED, Decision, Force, Item, Paper, Passage
from corpus.text.sentences import sentences


class Standing(StrEnum):
    """How firmly something was asked for."""

    DECIDED = "the meeting asked for it"
    DEFERRED = "the meeting put it off"
    SAID = "it was asked for in the discussion"


@dataclass(frozen=True, slots=True)
class Request:
    """Something that a meeting asked for, in the record's ``words``; ``span`` is their place.

    Words of a decision are one of its clauses, and the place is that of the decision.
    """

    standing: Standing
    paper: Paper
    item: Item
    words: str
    span: Span

    @property
    def asked_on(self) -> date | None:
        """The date of the meeting."""
        return self.paper.meeting.held_on


_THING = (
    r"(?:reports?|updates?|briefings?|papers?|information|figures|business case|proposals?|review"
    r"|data)"
)
_WHEN = (
    r"(?:(?:to|at|for|by) (?:a|the|its|their|our|another) (?:\w+ )?(?:future|next|later|following"
    r"|subsequent|coming)\b|in due course|(?:future|next|later|subsequent|following) meetings?\b"
    r"|back to\b|(?:in|by|before|on) (?:the )?(?:end of |early |late |\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|20\d\d)\b|(?:in|within) [\w-]{1,12} (?:weeks|months|years)"
    r"|(?:weeks|months)(?:['’])? time)"
)
_ASKED = r"(?:request|ask|requir|receiv|instruct|invit|call(?:ed)? for)\w*"
_REQUEST = re.compile(
    rf"\b{_ASKED}\b.{{0,120}}\b(?:further|another|additional|follow[- ]up|progress|regular"
    rf"|subsequent|updated?)\b.{{0,60}}\b{_THING}\b"
    rf"|\b{_ASKED}\b.{{0,160}}\b{_THING}\b.{{0,120}}\b{_WHEN}"
    rf"|\b(?:reported?|brought|bring|come|submitted|presented|provided|circulated)\b"
    rf"(?:\s+\w+){{0,4}}?\s+{_WHEN}"
    rf"|\b{_THING}\b.{{0,140}}\bbe (?:requested|sought)\b"
    r"|\breports?\b.{0,140}\bbe (?:made|submitted|brought|presented|given|provided)\b"
    r"|\breport back\b|\bbring forward (?:\w+ )?proposals\b",
    re.IGNORECASE | re.DOTALL,
)
_SPOKEN = re.compile(
    r"\b(?:ask|request|agre)(?:ed|ing)?\b.{0,160}\b(?:reports?|updates?|briefings?|papers?|item)\b"
    r".{0,100}\b(?:future|next|later|following|subsequent) (?:meetings?|agendas?)\b"
    r"|\b(?:reports?|updates?|item|paper)\b.{0,80}\b(?:be|would be|should be) (?:brought|submitted"
    r"|presented|reported)\b.{0,60}\b(?:back|future|next|later|subsequent)\b",
    re.IGNORECASE | re.DOTALL,
)


def requests_in(entries: Iterable[Entry], debated: Iterable[Passage]) -> list[Request]:
    """What was asked for in decisions, and in passages of debate, oldest meeting first.

    What stands under no item, or under one that is procedure, is left out.
    """
    found = [request for entry in entries for request in _in_decision(entry.decision)]
    decided = {(request.paper.id, request.item) for request in found}
    seen: set[tuple[date | None, str, str]] = set()
    for request in (each for passage in debated for each in _in_passage(passage)):
        told = (request.asked_on, request.item.title, request.words)
        if (request.paper.id, request.item) not in decided and told not in seen:
            seen.add(told)
            found.append(request)
    return sorted(found, key=lambda each: (each.asked_on or date.max, each.paper.source))


def _in_decision(decision: Decision) -> Iterator[Request]:
    item = decision.item
    if item is None or is_procedural(item.title):
        return
    if decision.force is Force.DEFERRED:
        words = " ".join(decision.words.split())
        yield Request(Standing.DEFERRED, decision.paper, item, words, decision.span)
    elif decision.force in DECIDED:
        parts = [f"{c.number} {c.words}".strip() for c in decision.clauses] or [decision.words]
        for part in parts:
            words = " ".join(part.split())
            if _REQUEST.search(words):
                yield Request(Standing.DECIDED, decision.paper, item, words, decision.span)


def _in_passage(passage: Passage) -> Iterator[Request]:
    item = passage.item
    if item is None or passage.is_table or is_procedural(item.title):
        return
    if not _SPOKEN.search(passage.text):
        return
    for start, end in sentences(passage.text):
        words = " ".join(passage.text[start:end].split())
        if _SPOKEN.search(words):
            yield Request(Standing.SAID, passage.paper, item, words, passage.span)
