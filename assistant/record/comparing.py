"""What was recommended beside what was resolved, with what differs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.record.meetings import HeardItem, MeetingRecord, record_of
from assistant.record.minute_book import MinuteBook
from assistant.record.procedure import is_procedural
from assistant.record.recommended import (
    TwoAnswersError,
    recommended_by_another,
    recommended_on,
)
from assistant.record.register import Entry
from assistant.record.wording import Part, meaning_of, side_by_side, unmarked
from corpus.papers import DECIDED, Decision, Force

_CHANGED = 0.4
"""The share of words that both sides have in common, below which one is not the other changed:
it was settled by looking at the pairs of the sample library and of other councils' papers."""
_KEPT = 0.8
"""The share of the recommended words that were resolved, from which others were only added."""
_MADE = DECIDED | {Force.DEFERRED, Force.WITHDRAWN}
_POINTS = re.compile(
    r"\b(?:as|proposed decision) (?:set out|detailed|attached|listed|shown|contained|described)\b"
    r"|\b(?:attached|appended|appendix|appendices|annex)\b"
    r"|\b(?:consider|comment|discuss|give (?:its|their) views)\b",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"^.*?\b(?:resolved|agreed)\b[\s:–-]*(?:that\b|to\b)?\s*", re.IGNORECASE)
_ACCEPTS = re.compile(
    r"(?:the )?(?:officers?['’]?s? )?(?:recommendations?|proposals?)\b[^.;\d]{0,80}\bbe "
    r"(?:agreed|approved|accepted|adopted|endorsed)\W*"
    r"|(?:agree|approve|accept|adopt|endorse)\w*\b[^.;\d]{0,20}\b(?:recommendations?)\b"
    r"(?: (?:as )?(?:in|of|set out in|contained in) the report)?\W*",
    re.IGNORECASE,
)


class Outcome(StrEnum):
    """What became of a recommendation, in words."""

    AS_RECOMMENDED = "as recommended"
    WITH_CHANGES = "with changes"
    SOMETHING_ELSE = "something else"
    NOT_COMPARED = "not compared word by word"
    NONE = "no recommendation is held"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A decision beside the recommendation that it answers.

    ``recommended`` are decisions of one paper, in its order, and empty where none is held or
    none can be told for sure; then both sides are empty too, and ``reason`` may say why.
    """

    resolved: Decision
    outcome: Outcome
    recommended: tuple[Decision, ...] = ()
    recommended_parts: tuple[Part, ...] = ()
    resolved_parts: tuple[Part, ...] = ()
    reason: str = ""

    def in_words(self) -> str:
        """Such as "Resolved with changes to what was recommended."."""
        return _WORDS[self.outcome] + (f" {self.reason}" if self.reason else "")


_WORDS = {
    Outcome.AS_RECOMMENDED: "As recommended.",
    Outcome.WITH_CHANGES: "With changes to what was recommended.",
    Outcome.SOMETHING_ELSE: "Something else than what was recommended.",
    Outcome.NOT_COMPARED: "Not compared word by word.",
    Outcome.NONE: "No recommendation for it was found in the papers held.",
}


def compared(book: MinuteBook, entries: Iterable[Entry]) -> dict[str, Comparison]:
    """The comparison for each decision that a meeting made, by the id of the decision.

    What was proposed, told of or lost has none. Each meeting is gone through once.
    """
    records: dict[str, MeetingRecord] = {}
    found: dict[str, Comparison] = {}
    for entry in entries:
        held = book.meeting_of.get(entry.decision.paper.id)
        if held is None or entry.decision.force not in _MADE:
            continue
        if held.address not in records:
            records[held.address] = record_of(book, held)
        found[entry.decision.id] = _comparison(book, records[held.address], entry)
    return found


def _comparison(book: MinuteBook, record: MeetingRecord, entry: Entry) -> Comparison:
    item = next((each for each in record.items if entry in each.entries), None)
    if item is None or is_procedural(item.item.title):
        return Comparison(entry.decision, Outcome.NONE)
    try:
        recommended = recommended_on(item) or recommended_by_another(book, record.held, item)
    except TwoAnswersError:
        reason = "Several papers for this item recommend different things."
        return Comparison(entry.decision, Outcome.NOT_COMPARED, reason=reason)
    if not recommended:
        return Comparison(entry.decision, Outcome.NONE)
    if entry.decision.id != _answering(item, recommended):
        reason = "Another decision under this item is nearer to what was recommended."
        return Comparison(entry.decision, Outcome.NOT_COMPARED, reason=reason)
    return beside(recommended, entry.decision)


def beside(recommended: Sequence[Decision], resolved: Decision) -> Comparison:
    """A decision beside what was recommended for it (not empty)."""
    asked = tuple(recommended)
    plain = (unmarked(asked), unmarked([resolved]))
    if _accepts(resolved) or meaning_of(asked) == meaning_of([resolved]):
        return Comparison(resolved, Outcome.AS_RECOMMENDED, asked, *plain)
    both = side_by_side(asked, [resolved])
    if resolved.force in (Force.DEFERRED, Force.WITHDRAWN):
        told = "It was deferred." if resolved.force is Force.DEFERRED else "It was withdrawn."
        return Comparison(resolved, Outcome.SOMETHING_ELSE, asked, *plain, reason=told)
    if both.share >= _CHANGED or both.kept >= _KEPT:
        return Comparison(resolved, Outcome.WITH_CHANGES, asked, both.one, both.other)
    if any(_POINTS.search(each.words) for each in asked):
        reason = "What was recommended says little by itself, or points to another paper."
        return Comparison(resolved, Outcome.NOT_COMPARED, asked, *plain, reason=reason)
    return Comparison(resolved, Outcome.SOMETHING_ELSE, asked, *plain)


def _accepts(resolved: Decision) -> bool:
    """Whether it is no more than that the recommendations be approved."""
    words = _RESOLVED.sub("", " ".join(resolved.words.split()), count=1)
    return bool(_ACCEPTS.fullmatch(words))


def _answering(item: HeardItem, recommended: Sequence[Decision]) -> str:
    """The id of the decision under an item that is nearest to what was recommended."""
    made = [each.decision for each in item.entries if each.decision.force in _MADE]
    return max(made, key=lambda each: side_by_side(recommended, [each]).share).id
