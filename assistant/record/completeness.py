"""What a list of decisions rests on: which meetings' minutes the library holds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from typing_extensions import TypedDict

from assistant.citing import written_date
from assistant.counting import counted
from corpus.filters import Filters
from corpus.library import Library
from corpus.papers import Paper, PaperKind, PaperStatus


class SittingJson(TypedDict):
    """A meeting; the date is an ISO date."""

    council: str | None
    body: str | None
    date: str


class CompletenessJson(TypedDict):
    """What a list of decisions rests on, as other programs read it."""

    decisions: int
    meetings: int
    meetings_with_minutes: int
    meetings_without_minutes: list[SittingJson]
    draft_minutes: int


@dataclass(frozen=True, slots=True, order=True)
class Sitting:
    """A meeting of which both body and date are known. An unknown council is empty."""

    held_on: date
    council: str
    body: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """What a list rests on.

    ``decisions`` counts its entries, of whatever force: a proposal decides nothing.
    ``held`` and ``not_held`` are the meetings that papers belong to, oldest first, whose
    minutes the library holds or does not; ``drafts`` of those held are drafts only.
    """

    decisions: int
    held: tuple[Sitting, ...]
    not_held: tuple[Sitting, ...]
    drafts: int

    def to_json(self) -> CompletenessJson:
        """As other programs read it."""
        return CompletenessJson(
            decisions=self.decisions,
            meetings=len(self.held) + len(self.not_held),
            meetings_with_minutes=len(self.held),
            meetings_without_minutes=[
                SittingJson(
                    council=sitting.council or None,
                    body=sitting.body,
                    date=sitting.held_on.isoformat(),
                )
                for sitting in self.not_held
            ],
            draft_minutes=self.drafts,
        )

    def in_words(self) -> str:
        """Such as "5 entries. The library holds the minutes of 1 meeting. It does not hold …"."""
        held = counted(len(self.held), "meeting") if self.held else "no meeting"
        drafts = f", {self.drafts} of them only as a draft" if self.drafts else ""
        entries = counted(self.decisions, "entry", "entries")
        told = f"{entries}. The library holds the minutes of {held}{drafts}."
        if not self.not_held:
            return told
        named = [self._named(sitting) for sitting in self.not_held[:MEETINGS_NAMED]]
        more = len(self.not_held) - MEETINGS_NAMED
        named += [f"and {counted(more, 'other meeting')}"] if more > 0 else []
        return f"{told} It does not hold those of: {'; '.join(named)}."

    def _named(self, sitting: Sitting) -> str:
        """The council is named where there are several."""
        councils = {each.council for each in (*self.held, *self.not_held) if each.council}
        council = sitting.council if len(councils) > 1 else ""
        parts = (council, sitting.body, written_date(sitting.held_on))
        return ", ".join(part for part in parts if part)


MEETINGS_NAMED = 8
"""More would bury the decisions."""


def sittings(papers: Iterable[Paper]) -> dict[Sitting, list[Paper]]:
    """The meetings of which body and date are known, with their papers.

    A paper that does not name its council belongs with the others of that body and date,
    if these name one council alone.
    """
    found: defaultdict[tuple[date, str], list[Paper]] = defaultdict(list)
    for paper in papers:
        meeting = paper.meeting
        if meeting.held_on and meeting.body:
            found[meeting.held_on, meeting.body].append(paper)
    held: defaultdict[Sitting, list[Paper]] = defaultdict(list)
    for (held_on, body), of_day in found.items():
        councils = {paper.meeting.council for paper in of_day if paper.meeting.council}
        only = next(iter(councils)) if len(councils) == 1 else ""
        for paper in of_day:
            held[Sitting(held_on, paper.meeting.council or only, body)].append(paper)
    return held


def completeness(library: Library, filters: Filters, decisions: int) -> Completeness:
    """What ``decisions`` found within ``filters`` rest on.

    A filter on the kind of paper or the file is set aside: minutes lie elsewhere too.
    """
    minutes = {
        sitting: [paper for paper in papers if paper.kind is PaperKind.MINUTES]
        for sitting, papers in sittings(
            library.papers(replace(filters, kind=None, source=None))
        ).items()
    }
    return Completeness(
        decisions=decisions,
        held=tuple(sorted(sitting for sitting, papers in minutes.items() if papers)),
        not_held=tuple(sorted(sitting for sitting, papers in minutes.items() if not papers)),
        drafts=sum(
            bool(papers) and all(paper.status is PaperStatus.DRAFT for paper in papers)
            for papers in minutes.values()
        ),
    )
