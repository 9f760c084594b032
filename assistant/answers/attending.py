"""Who was at a meeting, who was not, and who took the chair, from the lists of its minutes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.refusing import not_given
from assistant.answers.speaking import appearances_of, person_in
from assistant.evidence.gathering import Evidence
from assistant.evidence.matching import matches_of
from assistant.evidence.quoting import Quotable, nearest
from assistant.understanding.scope import Period
from corpus.papers import Appearance, Capacity, Decision, Meeting, PaperKind, PaperStatus
from corpus.text.dates import long_date
from corpus.text.words import same_words, words_of

MISSING = re.compile(
    r"\bapolog\w+|\babsen\w+|\bmissing\b|\bnot (?:present|there|attend\w*)|\bmiss(?:ed)?\b"
    r"|\b(?:could ?n['’o]t|unable to|could not|did ?n['’o]t|did not) (?:make|attend|come|be)\b",
    re.I,
)
STANDING_IN = re.compile(r"\bsubstitut\w+|\bstood in\b|\bin place of\b|\bdeputi[sz]\w+", re.I)
IN_THE_CHAIR = re.compile(
    r"\bchair(?:ed|ing|man|woman|person)?\b|\bpresid\w+|\bcathaoirleach\b", re.I
)
DECIDED_THERE = re.compile(
    r"\b(?:when|as|that|which|where)\s+(?P<what>(?:[^?]*\b)?(?:approv|agreed|adopt|decid|resolv"
    r"|reject|refus|defer|pass|vot|set|back|refer|accept)\w*[^?]*)",
    re.I,
)
"""Tells a meeting by what it decided: "when the plan was approved"."""
MEETING = re.compile(
    r"\b(?:meetings?|committees?|cttee|panel|cabinet|board|council|session|agm|scrutiny|call-in)\b",
    re.I,
)
OF_ATTENDING = frozenset(
    words_of(
        "attend attended attending attendance attendees present absent absence apologies apologise "
        "send sent miss missed missing there else turn turned up come came go went chair chaired "
        "chairing chairman presided substitute substitutes substituted stand stood place list "
        "record room member public officer make made take took able unable could couldn't not "
        "anybody anyone somebody someone nobody everybody everyone"
    )
)
"""Stems of words that ask who was there, and name no occasion."""
THERE = frozenset({Capacity.PRESENT, Capacity.IN_ATTENDANCE, Capacity.SUBSTITUTE})
NOT_THERE = frozenset({Capacity.APOLOGIES, Capacity.ABSENT})
LISTED = THERE | NOT_THERE
MOST_WORDS = 130
"""Of the lists that one answer quotes; the first is always quoted."""


def answer_attendance(evidence: Evidence) -> Answering | Refusal | None:
    """The lines of the minutes that say who was there, or was not; None where no list is known.

    Asked is a meeting on a given date or told by what it decided, or where a given person was;
    or who chairs a body now.
    """
    if evidence.scope.periods:
        return _of_meeting(evidence) if _is_of_a_meeting(evidence) else None
    decided = _decided_there(evidence)
    meeting = decided.paper.meeting if decided else _meeting_before(evidence)
    if meeting and meeting.held_on:
        found = _of_meeting(_narrowed(evidence, meeting))
        if decided and isinstance(found, Answering):
            return replace(found, notes=(_taken_for(decided),))
        return found
    return _latest_chair(evidence) if IN_THE_CHAIR.search(evidence.asked) else None


def _is_of_a_meeting(evidence: Evidence) -> bool:
    """Whether a meeting is asked about, or a day and nothing that could be another occasion."""
    asked = evidence.question.standalone
    if evidence.scope.bodies or MEETING.search(asked) or person_in(evidence):
        return True
    return set(evidence.subject) <= OF_ATTENDING


def _decided_there(evidence: Evidence) -> Decision | None:
    """The decision by which a question tells the meeting that it asks about."""
    event = DECIDED_THERE.search(evidence.question.standalone)
    if event is None:
        return None
    told = evidence.about(replace(evidence.question, standalone=event["what"]))
    decided = [
        d
        for d in told.holdings.decisions
        if d.paper.kind is PaperKind.MINUTES and told.admits(d.paper)
    ]
    return next((match.decision for match in matches_of(told, decided) if match.fits), None)


def _taken_for(decided: Decision) -> str:
    """Which meeting a question is taken to be about, and by which of its decisions."""
    held_on = decided.paper.meeting.held_on or date.min
    number = decided.item.number if decided.item else None
    under = f" under minute {number}" if number else ""
    return f"Taken to be the meeting of {long_date(held_on)}, by its decision{under}."


def _meeting_before(evidence: Evidence) -> Meeting | None:
    """The meeting that a follow-up goes on about."""
    return evidence.parent.paper.meeting if evidence.parent else None


def _narrowed(evidence: Evidence, meeting: Meeting) -> Evidence:
    bodies = (meeting.body,) if meeting.body else evidence.scope.bodies
    day = meeting.held_on or date.min
    return evidence.within(replace(evidence.scope, periods=(Period(day, day),), bodies=bodies))


def _of_meeting(evidence: Evidence) -> Answering | Refusal | None:
    person = person_in(evidence)
    if person:
        return _of_person(evidence, person)
    asks_for_chair = bool(IN_THE_CHAIR.search(evidence.asked))
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
    return _quoted(evidence, [max(chairing, key=_held_on)])


def _of_person(evidence: Evidence, person: str) -> Answering | Refusal | None:
    """Where the lists of each meeting have the person, or else where the minutes first do."""
    found = appearances_of(evidence, person)
    listed = [a for a in found if a.capacity in LISTED] or found[:1]
    if listed:
        first = {(a.paper.meeting.body, a.paper.meeting.held_on): a for a in reversed(listed)}
        return _quoted(evidence, sorted(first.values(), key=_held_on))
    if not _heads(evidence):
        return None
    return Refusal(
        f"The minutes of that date do not name {person}.",
        nearest(each.quotable for each in evidence.scored()),
    )


def _held_on(appearance: Appearance) -> date:
    return appearance.paper.meeting.held_on or date.min


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
