"""Questions of every kind on the papers of ``benchmarks.decades``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.decades import Subject, subjects
from corpus.library import Library
from corpus.papers import Appearance, Capacity, Meeting
from corpus.text.dates import long_date

FOLLOWED = "follow-up"
"""The kind of the questions that are asked after the one before them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its kind."""

    kind: str
    question: str


def questions(library: Library, each: int) -> list[Asked]:
    """``each`` questions of every kind, the same each time; follow-ups after their own."""
    chance = Random("questions")  # noqa: S311 - nothing here is secret
    about = chance.sample(subjects(), each)
    appearances = library.appearances()
    spoke = chance.sample([a for a in appearances if a.capacity is Capacity.SPOKE], each)
    meetings = sorted({a.paper.meeting for a in appearances}, key=str)
    met = chance.sample(meetings, each)
    return [
        asked
        for subject, spoken, meeting in zip(about, spoke, met, strict=True)
        for asked in _of(subject, spoken, meeting)
    ]


def kinds(asked: Sequence[Asked]) -> list[str]:
    """The kinds, in the order in which they are first asked."""
    return list(dict.fromkeys(each.kind for each in asked))


def _of(subject: Subject, spoken: Appearance, meeting: Meeting) -> Iterator[Asked]:
    work, thing, place = subject.work.lower(), subject.thing.lower(), subject.place
    at = f"the {meeting.body} on {long_date(meeting.held_on)}" if meeting.held_on else "it"
    yield Asked("decision", f"What was resolved about the {work} of the {place} {thing}?")
    yield Asked(FOLLOWED, "and who moved it?")
    yield Asked("list", f"List all decisions made by {at}")
    yield Asked("who", f"Who carried out the surveys of the {thing} at {place}?")
    yield Asked("figure", f"How much would {work} at {place} cost?")
    yield Asked("attendance", f"Who was present at the meeting of {at}?")
    yield Asked("timeline", f"What happened to the {thing} at {place} over time?")
    yield Asked("vote", f"Who moved the motion on {work} at the {place} {thing}?")
    said = spoken.item.title.split(":")[0].title() if spoken.item else place
    yield Asked("saying", f"What did Councillor {spoken.person.name} say about {said}?")
    yield Asked("yes or no", f"Did the Cabinet approve the {work} of the {place} {thing}?")
    yield Asked("recommendation", f"What was recommended about the {thing} at {place}?")
    yield Asked("refusal", f"What was resolved about the monorail to {place}?")
    yield Asked("outside", "How do I bake a sourdough loaf?")
