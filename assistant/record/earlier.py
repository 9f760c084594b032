"""What a library holds of the meetings of one council before a given one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from assistant.citing import written_date
from assistant.counting import counted
from assistant.record.asked_for import Request
from assistant.record.interests import Interest, interests_on
from assistant.record.minute_book import MinuteBook
from assistant.record.procedure import is_procedural
from assistant.record.register import Entry
from assistant.record.sittings import RecordedMeeting
from corpus.packs.names import key_of
from corpus.papers import DECIDED, Business, Force, Meeting, Paper, PaperKind
from corpus.text.words import same_words

_SETTLED = DECIDED | {Force.DEFERRED, Force.WITHDRAWN}
_STANDING = 5
"""From so many meetings on a title may be a standing heading, not one subject."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The record before ``meeting``, as briefs ask it.

    ``papers`` are those of earlier meetings of the council. By title: ``entries``, what was
    settled, newest first; ``requests``, newest first; ``told``, papers with a minute or a
    report so named.
    """

    book: MinuteBook
    meeting: Meeting
    papers: tuple[Paper, ...]
    entries: Mapping[str, Sequence[Entry]]
    requests: Mapping[str, Sequence[Request]]
    told: Mapping[str, Sequence[Paper]]

    def headings_like(self, titles: Sequence[str]) -> frozenset[str]:
        """The earlier titles that are of the same subject as any of ``titles``."""
        found = self.book.headings.like(titles)
        return frozenset(heading for heading in found if not is_procedural(heading))

    def settled_on(self, headings: Set[str]) -> list[Entry]:
        """What was decided, deferred or withdrawn under these titles, newest first."""
        found = [entry for heading in headings for entry in self.entries.get(heading, ())]
        return sorted(found, key=_newest_first)

    def open_requests(self, headings: Set[str]) -> list[Request]:
        """Those of this body under these titles that nothing held since is about."""
        found = [request for heading in headings for request in self.requests.get(heading, ())]
        own = [each for each in found if self.is_of_this_body(each.paper)]
        left = [each for each in own if not self._came_back(each)]
        return sorted(left, key=lambda each: (-_ordinal(each.paper), each.span.start))

    def interests_on(self, titles: Sequence[str]) -> Iterator[Interest]:
        """Declared at meetings of this body on the subject of ``titles``, newest first."""
        minutes = [paper for paper in self.papers if paper.kind is PaperKind.MINUTES]
        seen: set[tuple[date | None, str]] = set()
        for paper in sorted(minutes, key=lambda each: (-_ordinal(each), each.source)):
            if self.is_of_this_body(paper):
                appearances = self.book.appearances_of.get(paper.id, ())
                business = self.book.business_of.get(paper.id, ())
                for interest in interests_on(titles, appearances, business):
                    told = (paper.meeting.held_on, same_words(interest.declared.words))
                    if told not in seen:
                        seen.add(told)
                        yield interest

    def is_standing(self, title: str) -> bool:
        """Whether the title stands in the minutes of many meetings, over business of any kind."""
        wanted = same_words(title)
        with_it = {
            (paper.meeting.held_on, paper.meeting.body)
            for heading in self.book.headings.like([title])
            if same_words(heading) == wanted
            for paper in self.told.get(heading, ())
            if paper.kind is PaperKind.MINUTES
        }
        return len(with_it) >= _STANDING

    def is_of_this_body(self, paper: Paper) -> bool:
        """Whether it is of the body that is to meet; not where either is unknown."""
        body, own = paper.meeting.body, self.meeting.body
        return body is not None and own is not None and key_of(body) == key_of(own)

    def in_words(self) -> str:
        """Such as "Looked through 22 papers of earlier meetings of this council, …"."""
        days = sorted({p.meeting.held_on for p in self.papers if p.meeting.held_on})
        minutes = {
            (paper.meeting.held_on, paper.meeting.body)
            for paper in self.papers
            if paper.kind is PaperKind.MINUTES
        }
        if days:
            dates = " to ".join(dict.fromkeys(map(written_date, (days[0], days[-1]))))
            told = (
                f"Looked through {counted(len(self.papers), 'paper')} of earlier meetings of this "
                f"council ({dates}), with the minutes of {counted(len(minutes), 'meeting')}"
            )
        else:
            told = "No paper of an earlier meeting of this council is held"
        undated = sum(1 for paper in self.book.papers if paper.meeting.held_on is None)
        told += f"; {counted(undated, 'paper')} without a date left out" if undated else ""
        unread = self.book.unread
        told += f"; {counted(unread, 'file')} not read, or read only in part" if unread else ""
        return (
            f"{told}. Subjects are known by the words of titles: what stands under another "
            "name is not found here."
        )

    def _came_back(self, request: Request) -> bool:
        """Whether this body has had a report or a minute on the subject since."""
        asked = request.asked_on
        return asked is not None and any(
            paper.meeting.held_on is not None
            and paper.meeting.held_on > asked
            and self.is_of_this_body(paper)
            for heading in self.book.headings.like([request.item.title])
            for paper in self.told.get(heading, ())
        )


def earlier_than(book: MinuteBook, held: RecordedMeeting) -> Earlier:
    """The record of the same council before a meeting; of all dated papers if it has no date."""
    is_of_one = book.has_one_council
    papers = tuple(
        paper
        for paper in book.papers
        if _is_earlier(_meeting_of(book, paper), held.meeting, is_of_one=is_of_one)
    )
    ids = {paper.id for paper in papers}
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        decision = entry.decision
        if decision.paper.id in ids and decision.force in _SETTLED:
            entries[decision.item.title if decision.item else decision.paper.title].append(entry)
    requests: defaultdict[str, list[Request]] = defaultdict(list)
    for request in book.requests:
        if request.paper.id in ids:
            requests[request.item.title].append(request)
    told: defaultdict[str, list[Paper]] = defaultdict(list)
    for title, paper in _titled(book.business_of, papers):
        told[title].append(paper)
    return Earlier(book, held.meeting, papers, entries, requests, told)


def _meeting_of(book: MinuteBook, paper: Paper) -> Meeting:
    """As the papers of the meeting name it together: one of them alone may leave something out."""
    made = book.meeting_of.get(paper.id)
    return made.meeting if made else paper.meeting


def _is_earlier(one: Meeting, other: Meeting, *, is_of_one: bool) -> bool:
    """Whether ``one`` was before ``other``; ``is_of_one`` says that all are of one council."""
    if one.held_on is None or (other.held_on is not None and one.held_on >= other.held_on):
        return False
    if one.council is None or other.council is None:
        return is_of_one
    return one.council == other.council or key_of(one.council) == key_of(other.council)


def _titled(
    business: Mapping[str, Sequence[Business]], papers: Sequence[Paper]
) -> Iterator[tuple[str, Paper]]:
    """The titles of the minutes and of the reports among ``papers``."""
    for paper in papers:
        if paper.kind is PaperKind.MINUTES:
            for each in business.get(paper.id, ()):
                yield each.item.title, paper
        elif paper.kind is PaperKind.REPORT:
            yield paper.title, paper
            if paper.item:
                yield paper.item.title, paper


def _newest_first(entry: Entry) -> tuple[int, str, int]:
    decision = entry.decision
    return (-_ordinal(decision.paper), decision.span.source, decision.span.start)


def _ordinal(paper: Paper) -> int:
    return paper.meeting.held_on.toordinal() if paper.meeting.held_on else 0
