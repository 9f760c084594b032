"""What had been recommended on an item: in its report, on the agenda, by another body."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.record.meetings import HeardItem
from assistant.record.minute_book import MinuteBook
from assistant.record.register import Entry
from assistant.record.sittings import RecordedMeeting
from assistant.record.subjects import likeness
from assistant.record.wording import meaning_of
from corpus.packs.names import key_of
from corpus.papers import Decision, Force, PaperKind

_LONGEST_WAY = 400
"""Days from a recommendation to the meeting that it was made to: later ones may be of a
second round."""
_SAME_TITLE = 0.7
"""The likeness of titles: higher than within one meeting, where only one can be meant."""
_FORMAL = re.compile(
    r"\W*(?:[\d.]+\W*)?(?:recommend|the recommendation"
    r"|.{0,160}?\b(?:is|are)\s+(?:therefore |hereby )?(?:asked|requested|invited|recommended)\b)",
    re.IGNORECASE | re.DOTALL,
)
_KINDS = (PaperKind.REPORT, PaperKind.OTHER, PaperKind.DECISION_NOTICE, PaperKind.AGENDA)


class TwoAnswersError(Exception):
    """Several papers recommend different things, and none can be taken for the one."""


def recommended_on(item: HeardItem) -> tuple[Decision, ...]:
    """What the papers for an item recommend, as one paper has it; empty for nothing.

    A report goes before the agenda that repeats it. Raises TwoAnswersError where two
    reports differ.
    """
    of_paper: dict[str, list[Decision]] = {}
    for entry in item.proposed:
        of_paper.setdefault(entry.decision.paper.id, []).append(entry.decision)
    for kind in _KINDS:
        found = [_formal(each) for each in of_paper.values() if each[0].paper.kind is kind]
        if len({meaning_of(each) for each in found}) > 1:
            raise TwoAnswersError
        if found:
            return found[0]
    return ()


def recommended_by_another(
    book: MinuteBook, held: RecordedMeeting, item: HeardItem
) -> tuple[Decision, ...]:
    """The recommendation that another body made to this one on the item; empty where unsure.

    It names this body, is of the same council and a title that is nearly the same, and is
    the newest such before the meeting.
    """
    body, day = held.meeting.body, held.meeting.held_on
    if body is None or day is None or not item.item.title:
        return ()
    found = [
        entry.decision
        for entry in book.entries
        if entry.decision.force is Force.RECOMMENDED
        and _went_to(entry, held)
        and (made := entry.decision.paper.meeting.held_on) is not None
        and 0 <= (day - made).days <= _LONGEST_WAY
        and entry.decision.item is not None
        and likeness(entry.decision.item.title, item.item.title) >= _SAME_TITLE
    ]
    newest = found[-1:]
    rivals = [d for d in found[:-1] if newest and _on_day(d) == _on_day(newest[0])]
    return () if rivals else tuple(newest)


def _went_to(entry: Entry, held: RecordedMeeting) -> bool:
    """Whether a body recommended it to the one that met."""
    decision, meeting = entry.decision, held.meeting
    made_by = decision.paper.meeting
    if not (made_by.council and meeting.council and made_by.body and meeting.body):
        return False
    if key_of(made_by.council) != key_of(meeting.council):
        return False
    if key_of(made_by.body) == key_of(meeting.body):
        return False
    name = re.escape(key_of(meeting.body).removeprefix("full "))
    to = rf"\b(?:recommend|refer)\w* (?:it |them )?to (?:the )?(?:full )?{name}\b(?! members?\b)"
    return bool(re.search(to, key_of(decision.words)))


def _formal(proposals: Sequence[Decision]) -> tuple[Decision, ...]:
    """What a paper formally asks for, said once; all that it proposes if nothing is formal."""
    formal = [each for each in proposals if each.clauses or _FORMAL.match(each.words)]
    with_clauses = [each for each in formal if each.clauses]
    return tuple(_said_once(with_clauses or formal or proposals))


def _said_once(proposals: Iterable[Decision]) -> Iterator[Decision]:
    """A summary on the first page says what the recommendations at the end say again."""
    told: list[frozenset[str]] = []
    for each in proposals:
        words = frozenset(meaning_of([each]))
        if not any(len(words & other) >= 0.85 * min(len(words), len(other)) for other in told):
            told.append(words)
            yield each


def _on_day(decision: Decision) -> object:
    return decision.paper.meeting.held_on
