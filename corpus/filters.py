"""What narrows a search, the same everywhere: command, page, library and index."""

from dataclasses import dataclass
from datetime import date

from corpus.papers import Paper, PaperKind


@dataclass(frozen=True, slots=True)
class Filters:
    """Only papers that match are admitted; None admits all. Dates are inclusive.

    A paper whose council, body or date is not known is not admitted by a filter on it.
    Council and body match without regard to case; ``body`` also by a part of its name.
    """

    council: str | None = None
    body: str | None = None
    since: date | None = None
    until: date | None = None
    kind: PaperKind | None = None
    source: str | None = None

    def admit(self, paper: Paper) -> bool:
        """Whether ``paper`` is within these filters."""
        held_on = paper.meeting.held_on
        return (
            _names(self.council, paper.meeting.council)
            and _names(self.body, paper.meeting.body)
            and (self.since is None or (held_on is not None and held_on >= self.since))
            and (self.until is None or (held_on is not None and held_on <= self.until))
            and (self.kind is None or paper.kind is self.kind)
            and (self.source is None or paper.source == self.source)
        )


NO_FILTERS = Filters()


def _names(wanted: str | None, name: str | None) -> bool:
    if wanted is None:
        return True
    return name is not None and wanted.casefold() in name.casefold()
