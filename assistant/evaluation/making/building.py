"""A question set about a library's own papers, so that a council can score the program."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from assistant.evaluation.making import answerable, unanswerable
from assistant.evaluation.making.drafts import Draft
from assistant.evaluation.making.recorded import record_of
from corpus.errors import BadRequestError
from corpus.library import Library
from corpus.papers import Meeting

T = TypeVar("T")

MOST = 60
ANSWERED = (
    *(answerable.decisions, answerable.attendance, answerable.dates),
    *(answerable.movers, answerable.votes),
)
NOT_ANSWERED = (
    *(unanswerable.only_proposed, unanswerable.only_discussed, unanswerable.unminuted),
    *(unanswerable.other_year, unanswerable.other_body),
)


def built(library: Library, most: int = MOST) -> list[Draft]:
    """At most ``most`` questions, a third of them without an answer in the papers.

    They are spread over kinds and meetings, and the same for the same papers. Raises
    BadRequestError where the papers give no question.
    """
    record = record_of(library)
    answered = _spread([list(make(record)) for make in ANSWERED])
    others = _spread([list(make(record)) for make in NOT_ANSWERED])
    kept = answered[: most - most // 3]
    drafts = [*kept, *others[: min(most // 3, max(1, len(kept) // 2))]]
    if not drafts:
        raise BadRequestError(
            f"The papers in {library.folder} give no questions: no minutes with decisions or "
            "attendance were read. Add minutes with `council-papers add`."
        )
    return drafts


def _spread(groups: Iterable[Sequence[Draft]]) -> list[Draft]:
    """One of each group in turn, and in a group one of each meeting; no question twice."""
    asked: dict[str, Draft] = {}
    for draft in _in_turn([_over_meetings(group) for group in groups]):
        asked.setdefault(draft.question.casefold(), draft)
    return list(asked.values())


def _over_meetings(drafts: Iterable[Draft]) -> list[Draft]:
    """Meetings in an order that has nothing to do with their dates, and is always the same."""
    of_meeting: defaultdict[Meeting, list[Draft]] = defaultdict(list)
    for draft in drafts:
        of_meeting[draft.meeting].append(draft)
    return list(_in_turn([of_meeting[each] for each in sorted(of_meeting, key=_digest)]))


def _digest(meeting: Meeting) -> bytes:
    told = f"{meeting.council}|{meeting.body}|{meeting.held_on}"
    return hashlib.sha256(told.encode()).digest()


def _in_turn(groups: Iterable[Sequence[T]]) -> Iterator[T]:
    """The first of each group, then the second of each, and so on."""
    return (each for turn in zip_longest(*groups) for each in turn if each is not None)
