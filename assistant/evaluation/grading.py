"""Whether a reply to a gold question is right, and if not, why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.evaluation.gold import Evidence, GoldQuestion, Phrase
from corpus.documents import Span
from corpus.papers import Force

LONGEST = 160
LONGEST_OF_MANY = 320
"""Words. A longer reply hides its answer and counts as wrong."""

MANY = frozenset({"summary", "timeline", "comparison", "decision"})
"""Kinds of question that ask for several things."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The force that an answer gives to words, and where it cites them."""

    force: Force
    cited: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What a system gave to a question.

    ``found`` are the places of its search, best first. ``verbatim`` says of
    each of its quotes whether it stands in its source. ``seconds`` are those of the answer.
    ``stated`` is None for a system that tells no forces.
    """

    answered: bool
    text: str
    cited: tuple[Span, ...]
    found: tuple[Span, ...]
    seconds: float
    verbatim: tuple[bool, ...] = ()
    stated: tuple[Stated, ...] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A question, what was given, and what is wrong with it (nothing if it is right)."""

    question: GoldQuestion
    given: Given
    faults: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def cites_evidence(self) -> bool:
        """Whether a citation stands on the evidence; true where the set names none."""
        return not self.question.evidence or any(self.on_evidence)

    @property
    def on_evidence(self) -> tuple[bool, ...]:
        """Of each citation, whether it stands on the evidence."""
        return tuple(first_on_evidence((span,), self.question) > 0 for span in self.given.cited)

    @property
    def force_right(self) -> bool | None:
        """Whether words of the evidence were given their force.

        None where the set names no force, where no answer or no force was given, and where
        the answer does not stand on the evidence.
        """
        question, given = self.question, self.given
        if question.force is None or not given.answered or given.stated is None:
            return None
        forces = _forces_on_evidence(question, given.stated)
        return question.force in forces if forces else None

    @property
    def rank(self) -> int:
        """The rank of the first passage found on the evidence, from 1; 0 where none is."""
        return first_on_evidence(self.given.found, self.question)


def grade(question: GoldQuestion, given: Given) -> Verdict:
    """Judge what was given."""
    text = normal(given.text)
    faults = _faults_of_answer(question, given, text) if question.answerable else []
    if question.answerable is False and given.answered and not _corrects(question, text):
        faults.append("answered though the papers do not")
    faults += [f"says {phrase[0]!r}" for phrase in question.must_not_include if _says(text, phrase)]
    faults += _faults_of_force(question, given)
    faults += _known_faults(question, given)
    return Verdict(question, given, tuple(faults))


def first_on_evidence(places: tuple[Span, ...], question: GoldQuestion) -> int:
    """The position of the first place on the evidence, from 1; 0 where none is."""
    evidence: tuple[Evidence, ...] = question.evidence
    ranks = (n for n, span in enumerate(places, 1) if any(e.meets(span) for e in evidence))
    return next(ranks, 0)


def normal(text: str) -> str:
    """``text`` without what must not matter: case, markup, commas in numbers, kinds of dash."""
    plain = text.lower().translate(_SIGNS)
    plain = re.sub(r"<[^>]+>", "", plain)
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", plain)
    return re.sub(r"\s+", " ", plain)


_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "*": None})


def _faults_of_answer(question: GoldQuestion, given: Given, text: str) -> list[str]:
    faults = [] if given.answered else ["not answered"]
    faults += [f"lacks {p[0]!r}" for p in question.must_include if not _says(text, p)]
    if question.evidence and not first_on_evidence(given.cited, question):
        faults.append("no citation on the evidence")
    words = len(text.split())
    if words > (LONGEST_OF_MANY if question.kind in MANY else LONGEST):
        faults.append(f"{words} words")
    return faults


def _faults_of_force(question: GoldQuestion, given: Given) -> list[str]:
    """Nothing where no words of the evidence were given a force: that is a fault of its own."""
    forces = _forces_on_evidence(question, given.stated or ()) if given.answered else []
    if question.force is None or not forces or question.force in forces:
        return []
    told = " and ".join(dict.fromkeys(forces))
    return [f"force is {told}, not {question.force}"]


def _known_faults(question: GoldQuestion, given: Given) -> list[str]:
    """What somebody said to be wrong before, and is so still."""
    faults = []
    cited = given.cited if given.answered else ()
    if any(_is_on(span, question.not_evidence) for span in cited):
        faults.append("cites what does not answer")
    if question.answerable is None and question.not_enough and cited:
        if all(_is_on(span, question.not_enough) for span in cited):
            faults.append("cites nothing but what was not enough")
    elif question.answerable is None and not given.answered:
        faults.append("still not answered")
    forces = _forces_on_evidence(question, given.stated or ()) if given.answered else []
    told = dict.fromkeys(force for force in forces if force in question.not_force)
    return [*faults, *(f"force is {force}, which it is not" for force in told)]


def _is_on(span: Span, places: Iterable[Evidence]) -> bool:
    return any(place.meets(span) for place in places)


def _forces_on_evidence(question: GoldQuestion, stated: Iterable[Stated]) -> list[Force]:
    """The forces of what cites the evidence; of everything where the set names no evidence."""
    return [
        each.force
        for each in stated
        if not question.evidence or first_on_evidence(each.cited, question)
    ]


def _corrects(question: GoldQuestion, text: str) -> bool:
    return question.corrects_premise and all(_says(text, p) for p in question.must_include)


def _says(text: str, phrase: Phrase) -> bool:
    return any(normal(wording) in text for wording in phrase)
