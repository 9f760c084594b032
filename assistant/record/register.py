"""The register of decisions: what was decided, in order, and what became of it."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.citing import short_reference
from corpus.filters import Filters
from corpus.library import Library
from corpus.papers import Decision, Force, PaperStatus
from corpus.text.words import same_words
from corpus.undoing import Undoing


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, with what later ones did to it and what it did to earlier ones.

    ``also_in`` are the same words of the same minute in other files.
    """

    decision: Decision
    later: tuple[Undoing, ...] = ()
    earlier: tuple[Undoing, ...] = ()
    also_in: tuple[Decision, ...] = ()

    @property
    def undone_by(self) -> str | None:
        """Such as "referred back by Scrutiny Committee, 1 October 2024, minute 23"."""
        told = (f"{each.how} by {_named(each.later)}" for each in self.later)
        return "; ".join(dict.fromkeys(told)) or None

    @property
    def undoes(self) -> str | None:
        """Such as "Cabinet, 10 September 2024, minute 8 (referred back)"."""
        told = (f"{_named(each.earlier)} ({each.how})" for each in self.earlier)
        return "; ".join(dict.fromkeys(told)) or None


def register(
    library: Library, filters: Filters, forces: Iterable[Force] = (), about: str = ""
) -> list[Entry]:
    """The decisions admitted, by date, oldest first, undated last; in a meeting as recorded.

    What became of them is told even where the later decision is not admitted. Minutes are
    printed again in the next pack: a decision that stands in several files is one entry.
    """
    later: defaultdict[str, list[Undoing]] = defaultdict(list)
    earlier: defaultdict[str, list[Undoing]] = defaultdict(list)
    for each in library.undoings():
        later[each.earlier.id].append(each)
        earlier[each.later.id].append(each)
    admitted = sorted(library.decisions(filters, forces, about), key=_place)
    return [
        Entry(
            first,
            tuple(undoing for each in (first, *others) for undoing in later[each.id]),
            tuple(undoing for each in (first, *others) for undoing in earlier[each.id]),
            tuple(others),
        )
        for first, *others in _recorded(admitted)
    ]


def _recorded(decisions: Iterable[Decision]) -> list[list[Decision]]:
    """Decisions with those that other files repeat, confirmed minutes first.

    What a file itself says twice is two decisions.
    """
    groups: dict[Hashable, list[Decision]] = {}
    seen: Counter[Hashable] = Counter()
    for decision in decisions:
        what, source = _what(decision), decision.span.source
        seen[what, source] += 1
        groups.setdefault((what, seen[what, source]), []).append(decision)
    for group in groups.values():
        group.sort(key=lambda each: each.paper.status is not PaperStatus.CONFIRMED)
    return list(groups.values())


@lru_cache(maxsize=100_000)
def _same(text: str) -> str:
    """Remembered, because a page shows the same register again and again."""
    return same_words(text)


def _what(decision: Decision) -> Hashable:
    """The same for copies of a decision in several files, and for nothing else."""
    meeting = decision.paper.meeting
    if meeting.held_on is None or meeting.body is None:
        return decision.id, decision.span.source, decision.span.start
    item = decision.item
    title = _same(item.title) if item else ""
    return meeting, decision.paper.kind, decision.force, title, _same(decision.words)


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """The same with the newest meeting first, undated ones still last."""

    def day(entry: Entry) -> date:
        return entry.decision.paper.meeting.held_on or date.min

    return sorted(entries, key=day, reverse=True)


def _named(decision: Decision) -> str:
    return short_reference(decision.paper, decision.item)


def _place(decision: Decision) -> tuple[date, str, str, int]:
    meeting = decision.paper.meeting
    return (
        meeting.held_on or date.max,
        meeting.body or "",
        decision.span.source,
        decision.span.start,
    )
