"""What to look at for a question: passages found, and what they offer to quote."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence.decided_words import DecidedWords
from assistant.evidence.quoting import Quotable, quotables
from assistant.evidence.relevance import Rarity
from assistant.evidence.tabled import TabledRows
from assistant.holdings import Holdings
from assistant.understanding.questions import (
    A_MARGIN,
    DECIDING,
    Question,
    QuestionKind,
    subject_words,
)
from assistant.understanding.scope import Scope, places_of, places_of_bodies
from corpus.acronyms import expanded, spelt_out
from corpus.filters import Filters
from corpus.papers import Decision, Paper, PaperKind, Passage
from corpus.text.words import words_of
from index.context import in_context
from index.hits import Hit, Reranker, Searcher

READ = 24
"""Hits that are looked at."""
QUOTED_FROM = 5
"""Passages whose sentences are weighed one by one."""
SCOPE_WEIGHT = 2.0
"""What agreement with the question's council, body or date adds to a hit's score."""
ROW_WEIGHT = 2.0
"""What all of the subject's words add to a row's score."""
UNRELATED = -5.0
"""If the best sentence and the best passage both score below this, they are off the subject."""
PASSAGE_SHARE = 0.4
"""How much of its passage's score a sentence is given besides its own."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Words that could be quoted, with how well they answer: a logit, higher is better.

    ``own`` is the score of the words alone, ``score`` that with their passage's share.
    """

    quotable: Quotable
    score: float
    own: float


class Evidence:
    """What there is for one question: the hits, and what their passages offer to quote.

    ``asked`` is the question with its misspelt words corrected; ``subject`` the stems of
    the words that say what it is about.
    """

    def __init__(
        self,
        question: Question,
        scope: Scope,
        holdings: Holdings,
        tools: "Tools",
        parent: Passage | None = None,
    ) -> None:
        self.question = question
        self.asked = tools.rarity.respelt(question.asked)
        self.scope = scope
        self.holdings = holdings
        self.tools = tools
        self.query = expanded(question.standalone, holdings.acronyms)
        spelt = spelt_out(question.standalone, holdings.acronyms)
        self.subject = _without_scope(subject_words(spelt), scope)
        if question.kind is QuestionKind.VOTE:
            self.subject = [word for word in self.subject if word not in A_MARGIN]
        self.parent = parent
        hits = leaning(tools.search(self.query, READ, question.filters), scope, parent)
        hits = of_the_place(hits, scope, holdings)
        self.hits = with_decisions(question.standalone, hits, holdings)

    def about(self, question: Question) -> "Evidence":
        """The evidence for a part of the same question."""
        return Evidence(question, self.scope, self.holdings, self.tools, self.parent)

    def within(self, scope: Scope) -> "Evidence":
        """The evidence for the same question, of a narrower scope."""
        return Evidence(self.question, scope, self.holdings, self.tools, self.parent)

    def admits(self, paper: Paper) -> bool:
        """Whether ``paper`` is of the dates, council and body named, and within the filters."""
        scope, meeting = self.scope, paper.meeting
        in_time = not scope.periods or any(p.holds(meeting.held_on) for p in scope.periods)
        of_council = not scope.councils or meeting.council in (None, *scope.councils)
        of_body = not scope.bodies or meeting.body in scope.bodies
        return in_time and of_council and of_body and self.question.filters.admit(paper)

    def coverage(self, text: str) -> float:
        """The share of the subject's words that ``text`` has, rare words counting more."""
        return self.tools.rarity.coverage(self.subject, spelt_out(text, self.holdings.acronyms))

    def coverages(self, decisions: Sequence[Decision]) -> list[float]:
        """The same for what each decision is about, in their order."""
        return self.tools.decided.coverages(self.subject, self.tools.rarity, decisions)

    @property
    def unknown_words(self) -> list[str]:
        """The subject's words, as typed, that no passage has."""
        holds = self.tools.rarity.holds
        return [
            word
            for word in dict.fromkeys(re.findall(r"[\w'’-]{3,}", self.asked))
            if any(stem in self.subject and not holds(stem) for stem in words_of(word))
        ]

    def scored(self, passages: Sequence[Hit] | None = None) -> list[Scored]:
        """What the best passages (or ``passages``) offer to quote, best first."""
        hits = self.hits[:QUOTED_FROM] if passages is None else passages
        parts = [(hit, part) for hit in hits for part in quotables(hit.passage)]
        own = self.scores([part for _, part in parts])
        scored = [
            Scored(part, score + PASSAGE_SHARE * hit.score + self._of_row(part), score)
            for (hit, part), score in zip(parts, own, strict=True)
        ]
        return sorted(scored, key=lambda each: -each.score)

    def _of_row(self, part: Quotable) -> float:
        """What a row gains by the question's words: its neighbours are of the same sort."""
        return ROW_WEIGHT * self.coverage(part.text) if part.passage.is_table else 0.0

    def scores(self, parts: Sequence[Quotable], asked: str | None = None) -> list[float]:
        """How well each part answers the question, or ``asked``, read in its context."""
        return self.tools.score(asked or self.query, [_in_context(part) for part in parts])


@dataclass(frozen=True, slots=True)
class Tools:
    """What searches and reads: the reranker may be missing."""

    searcher: Searcher
    reranker: Reranker | None
    rarity: Rarity
    decided: DecidedWords
    tabled: TabledRows

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        """At most ``k`` hits, scored on the reranker's scale also where there is none."""
        hits = self.searcher.search(query, k, filters)
        if self.reranker:
            return hits
        scores = self.score(query, [in_context(hit.passage) for hit in hits])
        return [
            replace(hit, score=score - 0.3 * rank)
            for rank, (hit, score) in enumerate(zip(hits, scores, strict=True))
        ]

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """By the reranker; without one by the words in common, on a similar scale."""
        if self.reranker:
            return self.reranker.score(query, texts)
        subject = subject_words(query)
        return [14 * self.rarity.coverage(subject, text) - 6 for text in texts]


def leaning(hits: Sequence[Hit], scope: Scope, parent: Passage | None = None) -> list[Hit]:
    """``hits`` with those within the scope, and of the parent's paper and item, moved up."""
    return sorted(
        (replace(hit, score=hit.score + _bonus(hit.passage, scope, parent)) for hit in hits),
        key=lambda hit: (-hit.score, hit.passage.id),
    )


def of_the_place(hits: Sequence[Hit], scope: Scope, holdings: Holdings) -> list[Hit]:
    """``hits`` without those of other places than the question names, unless they name it.

    A place is a council, or what a body is called after: a district, an area.
    """
    kept = list(hits)
    if scope.councils:
        places = {word for council in scope.councils for word in places_of(council, holdings)}
        kept = [
            hit
            for hit in kept
            if hit.passage.paper.meeting.council in (None, *scope.councils)
            or places & set(words_of(hit.passage.text))
        ]
    if places := places_of_bodies(scope, holdings):
        kept = [
            hit
            for hit in kept
            if hit.passage.paper.meeting.body in (None, *scope.bodies)
            or places <= set(words_of(hit.passage.text))
        ]
    return kept


def with_decisions(asked: str, hits: Sequence[Hit], holdings: Holdings) -> list[Hit]:
    """``hits``, and where a decision is asked for, those of the items found first after them."""
    if not DECIDING.search(asked):
        return list(hits)
    joined: dict[str, Hit] = {}
    for rank, hit in enumerate(hits):
        joined.setdefault(hit.passage.id, hit)
        if rank < QUOTED_FROM and hit.passage.paper.kind is PaperKind.MINUTES:
            for passage in holdings.decided_in(hit.passage.paper, hit.passage.item):
                joined.setdefault(passage.id, Hit(passage, hit.score))
    return list(joined.values())


def _bonus(passage: Passage, scope: Scope, parent: Passage | None) -> float:
    bonus = SCOPE_WEIGHT * (scope.fits(passage.paper) + _is_told_later(passage, scope))
    if parent and passage.paper == parent.paper:
        bonus += 1.0 + (passage.item == parent.item)
    return bonus


def _is_told_later(passage: Passage, scope: Scope) -> bool:
    """Whether the passage tells of a date named, though its meeting was at another.

    The figure of a year stands in the papers of the next.
    """
    held_on = passage.paper.meeting.held_on
    return not any(period.holds(held_on) for period in scope.periods) and any(
        period.is_told_in(passage.text) for period in scope.periods
    )


def _in_context(part: Quotable) -> str:
    header = in_context(part.passage).split("\n", 1)[0]
    return f"{header}\n{part.whole}"


def _without_scope(subject: Sequence[str], scope: Scope) -> list[str]:
    """The subject without the words that name the council, the body or the date."""
    names = {word for name in (*scope.councils, *scope.bodies) for word in subject_words(name)}
    dates = {
        word
        for period in scope.periods
        for day in (period.since, period.until)
        for word in subject_words(f"{day.day} {day:%B %b} {day.year} sept")
    }
    kept = [word for word in subject if word not in dates and word not in names]
    return kept or [word for word in subject if word not in dates]
