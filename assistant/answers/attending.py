"""Who was at a meeting, who was not, and who took the chair, from the lists of its minutes."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.refusing import not_given
from assistant.answers.speaking import appearances_of, person_in
from assistant.evidence.gathering import Evidence
from assistant.evidence.quoting import Quotable, nearest
from corpus.papers import Appearance, Capacity, PaperKind, PaperStatus
from corpus.text.words import same_words

MISSING = re.compile(
    r"\bapolog\w+|\babsen\w+|\bmissing\b|\bnot (?:present|there|attend\w*)|\bmiss(?:ed)?\b"
    r"|\b(?:could ?n['’o]t|unable to|could not|did ?n['’o]t|did not) (?:make|attend|come|be)\b",
    re.I,
)
STANDING_IN = re.compile(r"\bsubstitut\w+|\bstood in\b|\bin place of\b|\bdeputi[sz]\w+", re.I)
IN_THE_CHAIR = re.compile(
    r"\bchair(?:ed|ing|man|woman|person)?\b|\bpresid\w+|\bcathaoirleach\b", re.I
)
THERE = frozenset({Capacity.PRESENT, Capacity.IN_ATTENDANCE, Capacity.SUBSTITUTE})
NOT_THERE = frozenset({Capacity.APOLOGIES, Capacity.ABSENT})
LISTED = THERE | NOT_THERE
MOST_WORDS = 130
"""Of the lists that one answer quotes; the first is always quoted."""


def answer_attendance(evidence: Evidence) -> Answering | Refusal | None:
    """The lines of the minutes that say who was there, or was not; None where no list is known.

    Asked is a meeting on a given date, or where a given person was; or who chairs a body now.
    """
    asks_for_chair = bool(IN_THE_CHAIR.search(evidence.asked))
    if not evidence.scope.periods:
        return _latest_chair(evidence) if asks_for_chair else None
    person = person_in(evidence)
    if person:
        return _of_person(evidence, person)
    heads = _heads(evidence)
    chairing = [a for a in heads if IN_THE_CHAIR.search(a.person.role or "")]
    wanted = _wanted(evidence.asked, THERE if not asks_for_chair else frozenset())
    absent = {a.person.name for a in heads if a.capacity in NOT_THERE}
    lists = [
        *chairing[:asks_for_chair],
        *(
            a
            for a in heads
            if a.capacity in wanted and (wanted & NOT_THERE or a.person.name not in absent)
        ),
    ]
    if heads and not lists:
        what = "who was absent" if wanted & NOT_THERE else "who was there"
        return not_given(what, [each.quotable for each in evidence.scored()])
    return _quoted(evidence, lists)


def _latest_chair(evidence: Evidence) -> Answering | None:
    """Who took the chair at the newest meeting in scope, where it is one body's."""
    chairing = [
        a
        for a in _heads(evidence)
        if IN_THE_CHAIR.search(a.person.role or "") and a.paper.meeting.held_on
    ]
    bodies = {a.paper.meeting.body for a in chairing}
    if len(bodies) != 1 or not evidence.scope.bodies:
        return None
    newest = max(chairing, key=lambda a: a.paper.meeting.held_on or date.min)
    return _quoted(evidence, [newest])


def _of_person(evidence: Evidence, person: str) -> Answering | Refusal | None:
    found = [a for a in appearances_of(evidence, person) if a.item is None] or appearances_of(
        evidence, person
    )
    if found:
        return _quoted(evidence, found[:1])
    if not _heads(evidence):
        return None
    return Refusal(
        f"The minutes of that date do not name {person}.",
        nearest(each.quotable for each in evidence.scored()),
    )


def _wanted(asked: str, otherwise: frozenset[Capacity]) -> frozenset[Capacity]:
    wanted: set[Capacity] = set()
    if STANDING_IN.search(asked):
        wanted.add(Capacity.SUBSTITUTE)
    if MISSING.search(asked):
        wanted |= NOT_THERE
    return frozenset(wanted) or otherwise


def _heads(evidence: Evidence) -> list[Appearance]:
    """The lists of the minutes in scope; those of one meeting from one file only."""
    lists = [
        a
        for paper in evidence.holdings.papers
        if paper.kind is PaperKind.MINUTES and evidence.admits(paper)
        for a in evidence.holdings.where.people_in(paper)
        if a.capacity in LISTED
    ]
    chosen: dict[object, str] = {}
    for a in sorted(lists, key=lambda a: a.paper.status is not PaperStatus.CONFIRMED):
        meeting = (a.paper.meeting.body, a.paper.meeting.held_on)
        chosen.setdefault(meeting, a.paper.id)
    return [a for a in lists if a.paper.id in chosen.values()]


def _quoted(evidence: Evidence, lists: Sequence[Appearance]) -> Answering | None:
    parts = list(dict.fromkeys(_lines(evidence, lists)))
    kept: list[Quotable] = []
    words = 0
    for part in parts:
        words += len(part.text.split())
        if kept and words > MOST_WORDS:
            break
        kept.append(part)
    if not kept:
        return None
    return Answering(tuple(Point(part.passage.force, (part,)) for part in kept))


def _lines(evidence: Evidence, lists: Iterable[Appearance]) -> Iterable[Quotable]:
    """The line of the minutes in which each of them stands."""
    for appearance in lists:
        passage = evidence.holdings.passage_at(appearance.span)
        if passage is None:
            continue
        words = same_words(appearance.words)
        of_person = [
            line
            for line in re.finditer(r"[^\n]+", passage.text)
            if appearance.person.name in line[0]
        ]
        exact = [line for line in of_person if words in same_words(line[0])]
        for line in (exact or of_person)[:1]:
            yield Quotable(passage, *line.span())
