"""Decisions counted by month or by year and by force: the year at a glance."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.citing import written_date
from assistant.record.register import Entry
from corpus.papers import Force

ORDER = tuple(force for force in Force if force is not Force.DISCUSSED)
"""The forces in the order in which they are counted and drawn: what was decided first."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year: ``name`` is "March 2024" or "2024", ``first`` its first day.

    ``counts`` are the forces that occur in it, in the order of ORDER, and how often.
    """

    name: str
    first: date
    counts: tuple[tuple[Force, int], ...]

    @property
    def total(self) -> int:
        """All of them together."""
        return sum(number for _, number in self.counts)


@dataclass(frozen=True, slots=True)
class Counted:
    """The periods in order, none left out between; ``undated`` entries belong to none."""

    periods: tuple[Period, ...]
    undated: int

    @property
    def forces(self) -> list[Force]:
        """Those that occur, in the order of ORDER."""
        held = {force for period in self.periods for force, _ in period.counts}
        return [force for force in ORDER if force in held]

    @property
    def total(self) -> int:
        """All that are dated."""
        return sum(period.total for period in self.periods)


def years_of(entries: Iterable[Entry]) -> list[int]:
    """The years of which decisions are held, newest first."""
    return sorted({day.year for day in map(_day, entries) if day}, reverse=True)


def by_month(entries: Sequence[Entry], year: int) -> Counted:
    """The twelve months of ``year``, such as have no decision included."""
    found = _counted(entries, lambda day: (day.year, day.month))
    months = [date(year, month, 1) for month in range(1, 13)]
    return Counted(
        tuple(
            Period(written_date(day)[2:], day, _in_order(found.get((year, day.month))))
            for day in months
        ),
        _undated(entries),
    )


def by_year(entries: Sequence[Entry]) -> Counted:
    """Every year from the first to the last; no period where none is dated."""
    years = years_of(entries)
    found = _counted(entries, lambda day: (day.year,))
    spanned = range(years[-1], years[0] + 1) if years else range(0)
    return Counted(
        tuple(
            Period(str(year), date(year, 1, 1), _in_order(found.get((year,)))) for year in spanned
        ),
        _undated(entries),
    )


def _counted(
    entries: Iterable[Entry], period_of: Callable[[date], tuple[int, ...]]
) -> dict[tuple[int, ...], Counter[Force]]:
    found: defaultdict[tuple[int, ...], Counter[Force]] = defaultdict(Counter)
    for entry in entries:
        day = _day(entry)
        if day:
            found[period_of(day)][entry.decision.force] += 1
    return found


def _in_order(counts: Counter[Force] | None) -> tuple[tuple[Force, int], ...]:
    return tuple((force, counts[force]) for force in ORDER if counts and counts[force])


def _undated(entries: Iterable[Entry]) -> int:
    return sum(_day(entry) is None for entry in entries)


def _day(entry: Entry) -> date | None:
    return entry.decision.paper.meeting.held_on
