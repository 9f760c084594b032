"""The meetings that a library's papers are of, and which papers of each it holds."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.record.addresses import address_of
from assistant.record.completeness import sittings
from corpus.papers import Meeting, Paper, PaperKind

_ANCHORS = frozenset({PaperKind.AGENDA, PaperKind.MINUTES})
_ORDER = {kind: place for place, kind in enumerate(PaperKind)}


@dataclass(frozen=True, slots=True)
class RecordedMeeting:
    """A meeting with the papers of it that are held: agendas, minutes, reports, the rest.

    ``address`` names it in a link, and no other meeting of the library.
    """

    address: str
    meeting: Meeting
    papers: tuple[Paper, ...]

    def of_kind(self, *kinds: PaperKind) -> list[Paper]:
        """Its papers of these kinds, in order."""
        return [paper for paper in self.papers if paper.kind in kinds]

    @property
    def has_minutes(self) -> bool:
        """Whether any minutes of it are held, draft or not."""
        return bool(self.of_kind(PaperKind.MINUTES))

    @property
    def has_agenda(self) -> bool:
        """Whether an agenda of it is held."""
        return bool(self.of_kind(PaperKind.AGENDA))

    def is_coming(self, today: date) -> bool:
        """Whether it is to be held on ``today`` or later, as far as its papers say."""
        held_on = self.meeting.held_on
        return held_on is not None and held_on >= today and not self.has_minutes


def meetings_of(papers: Iterable[Paper]) -> list[RecordedMeeting]:
    """The meetings, newest first, undated last.

    A body and a date name a meeting, whether its council is spelt with "and" or "&". Where
    one of them is not stated, each agenda and each paper of minutes is of a meeting of its
    own, with what else its file holds of it; other such papers are of no known meeting.
    """
    held = list(papers)
    groups: defaultdict[str, list[Paper]] = defaultdict(list)
    for sitting, of_sitting in sittings(held).items():
        named = Meeting(sitting.council or None, sitting.body, sitting.held_on)
        groups[address_of(named)] += of_sitting
    found = [
        RecordedMeeting(address, _spelt(of_meeting), tuple(sorted(of_meeting, key=_place)))
        for address, of_meeting in groups.items()
    ]
    return sorted([*found, *_unplaced(held)], key=_newest_first)


def meeting_at(meetings: Iterable[RecordedMeeting], address: str) -> RecordedMeeting | None:
    """The meeting of that address; None where no paper of such a meeting is held."""
    wanted = address.strip("/").casefold()
    return next((each for each in meetings if each.address == wanted), None)


def _unplaced(papers: Iterable[Paper]) -> Iterator[RecordedMeeting]:
    files: defaultdict[tuple[str, Meeting], list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.meeting.held_on is None or paper.meeting.body is None:
            files[paper.source, paper.meeting].append(paper)
    for (_, meeting), of_file in files.items():
        anchors = [paper for paper in of_file if paper.kind in _ANCHORS]
        for anchor in anchors:
            of_meeting = of_file if len(anchors) == 1 else [anchor]
            address = address_of(meeting, anchor.id)
            yield RecordedMeeting(address, meeting, tuple(sorted(of_meeting, key=_place)))


def _spelt(papers: Sequence[Paper]) -> Meeting:
    """The meeting as most of its papers name it."""
    councils = Counter(paper.meeting.council for paper in papers if paper.meeting.council)
    bodies = Counter(paper.meeting.body for paper in papers)
    council = min(councils, key=lambda name: (-councils[name], name)) if councils else None
    body = min(bodies, key=lambda name: (-bodies[name], name or ""))
    return Meeting(council, body, papers[0].meeting.held_on)


def _newest_first(each: RecordedMeeting) -> tuple[int, str]:
    held_on = each.meeting.held_on
    return (-held_on.toordinal() if held_on else 0, each.address)


def _place(paper: Paper) -> tuple[int, str, int]:
    return (_ORDER[paper.kind], paper.source, paper.span.start)
