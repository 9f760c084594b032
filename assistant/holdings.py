"""What a library holds, as questions need to know it."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import partial

from assistant.replies import Searched
from assistant.whereabouts import Whereabouts
from corpus.documents import Span
from corpus.filters import NO_FILTERS, Filters
from corpus.library import Library
from corpus.papers import Appearance, Decision, Force, Item, Meeting, Paper, PaperKind, Passage
from corpus.text.dates import MONTHS
from corpus.undoing import Undoing


@dataclass(frozen=True, slots=True)
class Holdings:
    """The papers, passages, decisions and people of a library, and its acronyms.

    ``undone`` tells, by the id of a decision, what later ones did to it.
    ``council_forms`` are initials by which people call a council, with its name.
    ``names`` are words, in small letters, that the papers write with a capital only.
    ``unread`` counts the files that could not be read, or not every page of them.
    Held in memory: a library of one council's ten years is some 10^5 passages.
    """

    papers: tuple[Paper, ...]
    passages: tuple[Passage, ...]
    decisions: tuple[Decision, ...]
    appearances: tuple[Appearance, ...]
    acronyms: dict[str, str]
    council_forms: dict[str, str]
    undone: dict[str, tuple[Undoing, ...]]
    unread: int
    names: frozenset[str] = frozenset()
    councils: tuple[str, ...] = field(init=False)
    """The councils whose papers are held, by name."""
    bodies: tuple[str, ...] = field(init=False)
    """The bodies whose papers are held, by name."""
    where: Whereabouts = field(init=False, repr=False, compare=False)
    _bodies_of: dict[str | None, frozenset[str]] = field(init=False, repr=False, compare=False)
    _meetings: dict[Meeting, bool] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        bodies: defaultdict[str | None, set[str]] = defaultdict(set)
        for paper in self.papers:
            if paper.meeting.body:
                bodies[paper.meeting.council].add(paper.meeting.body)
        councils = {paper.meeting.council for paper in self.papers} - {None, ""}
        set_once = partial(object.__setattr__, self)
        set_once("councils", tuple(sorted(filter(None, councils))))
        set_once("bodies", tuple(sorted(set().union(*bodies.values()))))
        set_once("where", Whereabouts(self.passages, self.appearances))
        set_once("_bodies_of", {council: frozenset(of_it) for council, of_it in bodies.items()})
        set_once("_meetings", _meetings_of(self.papers))

    def passage_at(self, span: Span) -> Passage | None:
        """The passage in which the words at ``span`` stand, or the first that they touch."""
        return self.where.at(span)

    def decided_in(self, paper: Paper, item: Item | None) -> list[Passage]:
        """The passages of one minute that record a decision, in order."""
        return [
            passage
            for passage in self.where.in_minute(paper, item)
            if passage.force not in (Force.DISCUSSED, Force.REPORTED)
        ]

    def bodies_of(self, councils: Collection[str]) -> tuple[str, ...]:
        """The bodies of these councils; of all councils if none is named."""
        if not councils:
            return self.bodies
        found = (self._bodies_of.get(council, frozenset()) for council in set(councils))
        return tuple(sorted(frozenset[str]().union(*found)))

    def meetings(self, filters: Filters = NO_FILTERS) -> dict[Meeting, bool]:
        """The meetings that papers are held for, oldest first, and whether minutes are held."""
        if filters == NO_FILTERS:
            return dict(self._meetings)
        return _meetings_of(filter(filters.admit, self.papers))

    def searched(self, filters: Filters) -> Searched:
        """What a search within ``filters`` looks through."""
        papers = [paper for paper in self.papers if filters.admit(paper)]
        days = [paper.meeting.held_on for paper in papers if paper.meeting.held_on]
        bodies = {paper.meeting.body for paper in papers if paper.meeting.body}
        return Searched(
            papers=len(papers),
            bodies=tuple(sorted(bodies)),
            since=min(days, default=None),
            until=max(days, default=None),
            unread=self.unread,
        )


def holdings_of(library: Library) -> Holdings:
    """Read what ``library`` holds."""
    passages = library.passages()
    files = library.files()
    unread = sum(1 for record in files if record.problem or record.unread_pages)
    papers, decisions = library.papers(), library.decisions()
    undone: dict[str, tuple[Undoing, ...]] = {}
    for undoing in library.undoings():
        undone[undoing.earlier.id] = (*undone.get(undoing.earlier.id, ()), undoing)
    return Holdings(
        papers=tuple(papers),
        passages=tuple(passages),
        decisions=tuple(decisions),
        appearances=tuple(library.appearances()),
        acronyms=library.acronyms(),
        council_forms=_initials({paper.meeting.council for paper in papers}),
        undone=undone,
        unread=unread,
        names=_names(passage.text for passage in passages),
    )


def _meetings_of(papers: Iterable[Paper]) -> dict[Meeting, bool]:
    """The meetings of ``papers``, oldest first, and whether minutes of them are among these."""
    held: dict[Meeting, bool] = {}
    for paper in papers:
        if paper.meeting.held_on:
            is_minutes = paper.kind is PaperKind.MINUTES
            held[paper.meeting] = held.get(paper.meeting, False) or is_minutes
    return {each: held[each] for each in sorted(held, key=lambda m: (m.held_on, str(m)))}


def _names(texts: Iterable[str]) -> frozenset[str]:
    """Words that stand with a capital inside of sentences, and hardly ever without."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        capital.update(word.casefold() for word in _CAPITAL.findall(text))
        small.update(_SMALL.findall(text))
    return frozenset(
        word
        for word, count in capital.items()
        if count > 20 * small[word] and word not in _OF_THE_CALENDAR
    )


_OF_THE_CALENDAR = frozenset(
    {*MONTHS, *(month[:3] for month in MONTHS), "sept", "monday", "tuesday", "wednesday"}
    | {"thursday", "friday", "saturday", "sunday", "easter", "christmas"}
)
_CAPITAL = re.compile(r"(?<=[a-z,&)] )[A-Z][a-z’']{2,}\b")
_SMALL = re.compile(r"(?<![\w@./-])[a-z][a-z’']{2,}\b(?![.@]\w)")


def _initials(councils: set[str | None]) -> dict[str, str]:
    """Initials of councils' names with several words, as people write them: "B&NES"."""
    acronyms: dict[str, str] = {}
    for council in sorted(filter(None, councils)):
        words = [w for w in council.split() if w.casefold() not in ("council", "of", "the")]
        if len(words) < 3:
            continue
        initials = "".join("&" if word in ("&", "and") else word[0] for word in words)
        for form in {initials, initials.replace("&", ""), initials.replace("&", "A")}:
            if len(form) >= 3:
                acronyms[form.upper()] = council
    return acronyms
