"""The register of decisions: what was decided, in order, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.citing import short_reference
from corpus.filters import Filters
from corpus.library import Library
from corpus.papers import Decision, Force
from corpus.undoing import Undoing, undoings


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, with what later ones did to it and what it did to earlier ones."""

    decision: Decision
    later: tuple[Undoing, ...] = ()
    earlier: tuple[Undoing, ...] = ()

    @property
    def undone_by(self) -> str | None:
        """Such as "referred back by Scrutiny Committee, 1 October 2024, minute 23"."""
        return "; ".join(f"{each.how} by {_named(each.later)}" for each in self.later) or None

    @property
    def undoes(self) -> str | None:
        """Such as "Cabinet, 10 September 2024, minute 8 (referred back)"."""
        return "; ".join(f"{_named(each.earlier)} ({each.how})" for each in self.earlier) or None


def register(
    library: Library, filters: Filters, forces: Iterable[Force] = (), about: str = ""
) -> list[Entry]:
    """The decisions admitted, by date, oldest first, undated last; in a meeting as recorded.

    What became of them is told even where the later decision is not admitted.
    """
    later: defaultdict[str, list[Undoing]] = defaultdict(list)
    earlier: defaultdict[str, list[Undoing]] = defaultdict(list)
    for each in undoings(library.decisions()):
        later[each.earlier.id].append(each)
        earlier[each.later.id].append(each)
    return [
        Entry(decision, tuple(later[decision.id]), tuple(earlier[decision.id]))
        for decision in sorted(library.decisions(filters, forces, about), key=_place)
    ]


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
