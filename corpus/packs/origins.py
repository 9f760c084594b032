"""What a paper does not say of its meeting, the site that it was fetched from may.

Never over what the paper says: a site lists minutes under the meeting that approved them, and
a report under each meeting that had it.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import Origin
from corpus.packs.names import key_of
from corpus.papers import Meeting, PaperKind

_OF_ITS_MEETING = (PaperKind.AGENDA, PaperKind.MINUTES)


def with_origin(
    kinds: Sequence[PaperKind], meetings: Sequence[Meeting], origin: Origin
) -> list[Meeting]:
    """The meetings of the papers of a file, with what only the site says.

    The council is that of every paper. Body and date are those of the first paper, and of an
    agenda; of minutes only in a file without an agenda, beside which they are of an earlier
    meeting.
    """
    has_agenda = PaperKind.AGENDA in kinds
    completed: list[Meeting] = []
    for at, (kind, meeting) in enumerate(zip(kinds, meetings, strict=True)):
        told = replace(meeting, council=meeting.council or origin.council)
        is_earlier = kind is PaperKind.MINUTES and has_agenda
        if (at == 0 or kind in _OF_ITS_MEETING) and not is_earlier:
            told = _completed(told, origin)
        completed.append(told)
    return completed


def _completed(meeting: Meeting, origin: Origin) -> Meeting:
    """With body and date, unless the one that is known is of another meeting."""
    if meeting.body is None and meeting.held_on in (None, origin.held_on):
        return Meeting(meeting.council, origin.body, meeting.held_on or origin.held_on)
    if meeting.held_on is None and _are_alike(meeting.body, origin.body):
        return replace(meeting, held_on=origin.held_on)
    return meeting


def _are_alike(one: str | None, other: str | None) -> bool:
    """Whether one name is the other, or a part of it: "Council", "Full Council"."""
    if one is None or other is None:
        return False
    shorter, longer = sorted((key_of(one).split(), key_of(other).split()), key=len)
    return bool(shorter) and set(shorter) <= set(longer)
