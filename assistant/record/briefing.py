"""A member's brief for a coming meeting: for each item what the record holds on its subject."""

from dataclasses import dataclass

from assistant.citing import written_date
from assistant.record.asked_for import Request, Standing
from assistant.record.earlier import Earlier, earlier_than
from assistant.record.interests import Interest
from assistant.record.meetings import HeardItem, record_of
from assistant.record.minute_book import MinuteBook
from assistant.record.procedure import is_procedural
from assistant.record.recommended import TwoAnswersError, recommended_on
from assistant.record.register import Entry
from assistant.record.sittings import RecordedMeeting
from assistant.record.subjects import subject_of
from corpus.papers import Decision, Item, Paper, PaperKind

MOST = 4
"""Earlier decisions shown of one body: more are counted."""


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """What was asked for at an earlier meeting, and nothing held since has its subject.

    ``may_answer`` are reports of the coming meeting for the same item: whether they answer
    it, only reading them tells.
    """

    request: Request
    may_answer: tuple[Paper, ...]

    def in_words(self) -> str:
        """Such as "Asked for on 14 May 2024; no later paper held here answers it by title."."""
        day = self.request.asked_on
        asked = "Put off" if self.request.standing is Standing.DEFERRED else "Asked for"
        when = f"{asked} on {written_date(day)}" if day else f"{asked}, date not stated"
        told = f"{when}; no later paper held here answers it by its title"
        return f"{told}, but for the report for this item." if self.may_answer else f"{told}."


@dataclass(frozen=True, slots=True)
class BriefItem:
    """An item of the coming agenda, with what the record holds on its subject.

    ``recommended`` is what its report asks for; ``differing`` that several reports ask for
    different things, all of which it then holds; ``is_standing`` that its title stands in
    the minutes of many meetings, so that it may not be one subject. ``before`` are what this
    body settled earlier and ``elsewhere`` what other bodies of the council did, newest first,
    at most MOST of each; ``more`` were left out. Procedure has none of these.
    """

    heard: HeardItem
    is_procedural: bool
    recommended: tuple[Decision, ...] = ()
    differing: bool = False
    is_standing: bool = False
    before: tuple[Entry, ...] = ()
    elsewhere: tuple[Entry, ...] = ()
    more: int = 0
    requests: tuple[OpenRequest, ...] = ()
    interests: tuple[Interest, ...] = ()

    @property
    def item(self) -> Item:
        """As the agenda names it."""
        return self.heard.on_agenda.item if self.heard.on_agenda else self.heard.item

    @property
    def tells_subject(self) -> bool:
        """Whether its titles tell what it is about: "Motion by Councillor Quill" does not."""
        return any(map(subject_of, _titles(self.heard)))

    @property
    def has_record(self) -> bool:
        """Whether anything earlier is held on its subject."""
        return bool(self.before or self.elsewhere or self.requests or self.interests)


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief for one meeting; ``searched`` says what the items were looked for in."""

    held: RecordedMeeting
    items: tuple[BriefItem, ...]
    searched: str


def brief_for(book: MinuteBook, held: RecordedMeeting) -> Brief:
    """The brief for a meeting, from what the library holds of earlier ones.

    Items come in the order of the agenda; a meeting without an agenda has none. Subjects
    are known by the words of titles, so a subject under another name is not found.
    """
    record = record_of(book, held)
    earlier = earlier_than(book, held)
    listed = [item for item in record.items if item.on_agenda]
    listed.sort(key=_on_agenda)
    items = tuple(_brief_item(item, earlier) for item in listed)
    return Brief(held, items, earlier.in_words())


def _brief_item(heard: HeardItem, earlier: Earlier) -> BriefItem:
    titles = _titles(heard)
    if is_procedural(heard.item.title) or not titles:
        return BriefItem(heard, is_procedural=True)
    differing = False
    try:
        recommended = recommended_on(heard)
    except TwoAnswersError:
        recommended, differing = tuple(each.decision for each in heard.proposed), True
    subject = earlier.headings_like(titles)
    found = earlier.settled_on(subject)
    own = [entry for entry in found if earlier.is_of_this_body(entry.decision.paper)]
    others = [entry for entry in found if not earlier.is_of_this_body(entry.decision.paper)]
    reports = tuple(paper for paper in heard.papers if paper.kind is PaperKind.REPORT)
    return BriefItem(
        heard,
        is_procedural=False,
        is_standing=earlier.is_standing(heard.item.title),
        recommended=recommended,
        differing=differing,
        before=tuple(own[:MOST]),
        elsewhere=tuple(others[:MOST]),
        more=max(0, len(own) - MOST) + max(0, len(others) - MOST),
        requests=tuple(OpenRequest(each, reports) for each in earlier.open_requests(subject)),
        interests=tuple(earlier.interests_on(titles)),
    )


def _titles(heard: HeardItem) -> list[str]:
    """The item's title, and those of its reports, which may say more."""
    reports = [paper.title for paper in heard.papers if paper.kind is PaperKind.REPORT]
    return [title for title in dict.fromkeys((heard.item.title, *reports)) if title.strip()]


def _on_agenda(item: HeardItem) -> tuple[str, int]:
    told = item.on_agenda
    return (told.span.source, told.span.start) if told else ("", 0)
