"""A library's record, laid out for making questions from it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.citing import written_date
from assistant.evaluation.making.drafts import Place
from assistant.evaluation.making.subjects import Shelf, Titles
from assistant.holdings import Holdings, holdings_of
from assistant.record.completeness import Sitting, completeness
from assistant.record.register import Entry, register
from assistant.replies import folded
from assistant.understanding.questions import subject_words
from corpus.filters import NO_FILTERS
from corpus.library import Library
from corpus.papers import Appearance, Business, Decision, Force, Item, Meeting, PaperKind, Passage

OUTCOMES = frozenset(Force) - {Force.PROPOSED, Force.REPORTED, Force.DISCUSSED}
"""Forces by which a meeting itself disposed of something."""


@dataclass(frozen=True, slots=True)
class Settled:
    """An item of a meeting with what the meeting did about it, in order; at least one entry."""

    subject: str
    entries: tuple[Entry, ...]

    @property
    def meeting(self) -> Meeting:
        """The meeting that did it."""
        return self.entries[0].decision.paper.meeting

    @property
    def words(self) -> frozenset[str]:
        """The stems of the words that say what it is about."""
        return frozenset(subject_words(self.subject))


@dataclass(frozen=True, slots=True)
class Record:
    """What was settled, proposed and minuted, and who was there.

    ``decided`` are the decisions but proposals, and ``told`` all passages, by their words.
    ``by_item`` are the passages of each item of each paper, by its id, in order.
    ``unminuted`` are meetings of which papers are held, but no minutes.
    """

    holdings: Holdings
    settled: tuple[Settled, ...]
    proposed: tuple[Entry, ...]
    business: tuple[Business, ...]
    appearances: tuple[Appearance, ...]
    unminuted: tuple[Sitting, ...]
    titles: Titles
    decided: Shelf[Decision]
    told: Shelf[Passage]
    by_item: Mapping[tuple[str, Item | None], Sequence[Passage]]

    def alone(self, settled: Settled) -> bool:
        """Whether nothing of another meeting was decided that may be on the same subject."""
        found = self.decided.about(settled.words)
        return all(decision.paper.meeting == settled.meeting for decision in found)

    def body(self, meeting: Meeting) -> str:
        """The body as a question names it, with the council where several have such a body."""
        papers = self.holdings.papers
        councils = {p.meeting.council for p in papers if p.meeting.body == meeting.body}
        if len(councils - {None}) < 2 or not meeting.council:
            return f"the {meeting.body}"
        if meeting.body in ("Council", "Full Council"):
            return meeting.council
        return f"the {meeting.body} of {meeting.council}"

    def passages_of(self, thing: Decision | Business) -> Sequence[Passage]:
        """The passages of an item, or of that in which a decision stands, in order."""
        return self.by_item.get((thing.paper.id, thing.item), ())

    def places(self, entry: Entry, *words: str | None) -> tuple[Place, ...]:
        """Where a decision stands, its copies too, and ``words`` in the same items."""
        decisions = (entry.decision, *entry.also_in)
        beside = [
            Place(passage.span, wanted)
            for wanted in filter(None, words)
            for decision in decisions
            for passage in self.passages_of(decision)
            if folded(wanted).casefold() in folded(passage.text).casefold()
        ]
        return (*(Place(each.span, each.words) for each in decisions), *beside)


def record_of(library: Library) -> Record:
    """Read what ``library`` holds."""
    holdings, entries = holdings_of(library), register(library, NO_FILTERS)
    business = tuple(library.business())
    titles = Titles(business)
    by_item: defaultdict[tuple[str, Item | None], list[Passage]] = defaultdict(list)
    for passage in holdings.passages:
        by_item[passage.paper.id, passage.item].append(passage)
    decided = [d for d in holdings.decisions if d.force is not Force.PROPOSED]
    return Record(
        holdings=holdings,
        settled=tuple(_settled(entries, titles)),
        proposed=tuple(entry for entry in entries if entry.decision.force is Force.PROPOSED),
        business=business,
        appearances=tuple(library.appearances()),
        unminuted=completeness(library, NO_FILTERS, 0).not_held,
        titles=titles,
        decided=Shelf((each, f"{_title(each)} {each.words} {each.subject}") for each in decided),
        told=Shelf((each, f"{_title(each)} {each.text}") for each in holdings.passages),
        by_item=by_item,
    )


def on_day(meeting: Meeting) -> str:
    """Such as " on 12 March 2024"; "" where the date is not known."""
    return f" on {written_date(meeting.held_on)}" if meeting.held_on else ""


def _settled(entries: Iterable[Entry], titles: Titles) -> list[Settled]:
    """The items of known bodies and dates on which anything was settled, oldest first."""
    found: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        decision = entry.decision
        meeting, is_minutes = decision.paper.meeting, decision.paper.kind is PaperKind.MINUTES
        known = is_minutes and meeting.body and meeting.held_on
        if known and decision.item and decision.force in OUTCOMES:
            found[decision.paper.id, decision.item.title].append(entry)
    subjects = ((titles.subject(title), of_item) for (_, title), of_item in found.items())
    return [Settled(subject, tuple(of_item)) for subject, of_item in subjects if subject]


def _title(thing: Decision | Passage) -> str:
    return thing.item.title if thing.item else thing.paper.title
