"""The assistant: a question in, a reply out."""

import re
from dataclasses import replace

from assistant.answers.absent import absent_body, not_held
from assistant.answers.actors import actor_in, told_of
from assistant.answers.affirming import lead_of
from assistant.answers.attending import answer_attendance
from assistant.answers.chronology import answer_timeline
from assistant.answers.codes import unheard_reference
from assistant.answers.coming import answer_coming
from assistant.answers.deciding import answer_what_was_decided
from assistant.answers.declaring import answer_declared
from assistant.answers.listing import answer_list
from assistant.answers.parts import completed
from assistant.answers.phrasing import Citations, statements
from assistant.answers.points import Answering, Point, Refusal
from assistant.answers.refusing import nothing_recommended, unclear
from assistant.answers.resolving import (
    answer_recommendation,
    recommending,
)
from assistant.answers.selecting import answer_fact
from assistant.answers.speaking import answer_saying
from assistant.answers.to_come import unless_to_come
from assistant.answers.unvoted import told_of_the_vote
from assistant.answers.voting import answer_vote
from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.evidence.gathering import READ, Evidence, Tools, leaning, with_decisions
from assistant.holdings import Holdings
from assistant.replies import Answer, NotRecorded, Reply, ReplyStatus
from assistant.understanding.courses import followed_in, is_told_in_figures
from assistant.understanding.following import is_elliptical, made_whole, parent_of
from assistant.understanding.questions import DECIDING, Question, QuestionKind, ScopePart, kind_of
from assistant.understanding.scope import NO_SCOPE, Scope, read_scope
from corpus.acronyms import expanded
from corpus.errors import BadRequestError
from corpus.filters import NO_FILTERS, Filters
from corpus.library import Library
from corpus.papers import Passage
from index.hits import Hit

OF_DECISIONS = frozenset({QuestionKind.DECISION, QuestionKind.LIST, QuestionKind.TIMELINE})
"""Kinds for which what another body decided may be told in passing."""
AS_LONG_AS_COMPLETE = OF_DECISIONS | {QuestionKind.RECOMMENDATION, QuestionKind.VOTE}
MOST_WORDS, LEAD_IN = 150, 12
"""Of an answer, and of what leads in to each of its quotations."""
OF_BUSINESS = re.compile(
    r"\b(?:timeline|chronology|history|steps|what (?:became|has become) of"
    r"|what (?:has )?happened (?:to|with))\b",
    re.I,
)
"""Asks what was done about something, which only a decision tells."""
RECOMMEND = re.compile(r"\brecommend\w*", re.I)
LONGEST_QUESTION = 2000
"""Characters. Longer texts are no questions, and a model reads only their beginning."""


class Assistant:
    """Answers questions over one library.

    ``notices`` are sentences that a person must see with every answer, for instance that
    only keywords are searched because the embedding model could not be loaded.
    """

    def __init__(
        self,
        library: Library,
        holdings: Holdings,
        tools: Tools,
        notices: tuple[str, ...] = (),
    ) -> None:
        """``holdings`` are those of ``library``, and what ``tools`` search."""
        self.library = library
        self.notices = notices
        self.holdings = holdings
        self._tools = tools

    def search(self, query: str, k: int = 10, filters: Filters = NO_FILTERS) -> list[Hit]:
        """The best ``k`` passages, best first. Raises BadRequestError."""
        _check(query)
        query = self._tools.rarity.respelt(query)
        words = expanded(query, self.holdings.acronyms)
        scope = read_scope(query, self.holdings)
        hits = leaning(self._tools.search(words, max(k, READ), filters), scope)
        return with_decisions(query, hits, self.holdings)[:k]

    def understand(
        self,
        asked: str,
        conversation: Conversation = NEW_CONVERSATION,
        filters: Filters = NO_FILTERS,
    ) -> Question:
        """``asked`` made whole, with its kind and scope. Raises BadRequestError."""
        _check(asked)
        return self._understood(asked, conversation, filters)[0]

    def ask(
        self,
        asked: str,
        conversation: Conversation = NEW_CONVERSATION,
        filters: Filters = NO_FILTERS,
        without: frozenset[ScopePart] = frozenset(),
    ) -> Reply:
        """Answer ``asked`` in the light of ``conversation``. Raises BadRequestError.

        What the question says of the parts of its scope ``without`` which it is to be
        answered does not narrow the search.
        """
        _check(asked)
        question, scope, parent = self._understood(asked, conversation, filters, without)
        if not self.holdings.passages:
            return self._empty(question)
        evidence = Evidence(question, scope, self.holdings, self._tools, parent)
        return self._reply(evidence, completed(evidence, _answer(evidence)))

    def _understood(
        self,
        asked: str,
        conversation: Conversation,
        filters: Filters,
        without: frozenset[ScopePart] = frozenset(),
    ) -> tuple[Question, Scope, Passage | None]:
        parent = parent_of(asked, conversation)
        respelt = self._tools.rarity.respelt(asked)
        whole = parent is None or is_elliptical(respelt)
        standalone = made_whole(respelt, parent, self.holdings) if parent else respelt.strip()
        scope = read_scope(standalone if whole else respelt, self.holdings)
        passage = None
        if parent:
            cited = parent.citations if isinstance(parent, Answer) else parent.related
            passage = cited[0].passage if cited else None
            if is_elliptical(respelt) and scope != read_scope(
                parent.question.standalone, self.holdings
            ):
                passage = None
            if scope == NO_SCOPE:
                scope = read_scope(parent.question.standalone, self.holdings)
                without |= parent.question.without
        scope = scope.without(without)
        kind = kind_of(standalone if whole else respelt)
        question = Question(asked, standalone, kind, filters, scope.narrowings, without)
        return question, scope, passage

    def _reply(self, evidence: Evidence, outcome: Answering | Refusal) -> Reply:
        copies = {hit.passage.id: hit.also_in for hit in evidence.hits if hit.also_in}
        citations = Citations(self.library, copies)
        searched = self.holdings.searched(evidence.question.filters)
        kind = evidence.question.kind
        if isinstance(outcome, Answering):
            is_whole = kind in AS_LONG_AS_COMPLETE or outcome.points[0].in_a_list
            points = outcome.points if is_whole else _short(outcome.points)
            made = statements(points, citations, self.holdings.undone)
            lead = lead_of(evidence, points)
            if lead:
                made = (replace(made[0], text=f"{lead} {made[0].text}"), *made[1:])
            notes = outcome.notes if len(made) > 1 else _without_order(outcome.notes)
            return Answer(evidence.question, made, citations.made, searched, notes)
        for part in outcome.nearest:
            citations.cite(part)
        return NotRecorded(
            evidence.question,
            outcome.status,
            outcome.reason,
            citations.made,
            searched,
            outcome.is_near_miss,
        )

    def not_understood(self, asked: str, filters: Filters, error: BadRequestError) -> Reply:
        """A reply to what cannot be asked, where a reply must stand for every question."""
        question = Question(asked, asked.strip(), QuestionKind.FACT, filters)
        searched = self.holdings.searched(filters)
        return NotRecorded(question, ReplyStatus.UNCLEAR, str(error), (), searched)

    def _empty(self, question: Question) -> NotRecorded:
        return NotRecorded(
            question,
            ReplyStatus.EMPTY_LIBRARY,
            "The library holds no papers yet. Add some with `council-papers add PATH`.",
            (),
            self.holdings.searched(question.filters),
        )


def _without_order(notes: tuple[str, ...]) -> tuple[str, ...]:
    """``notes`` less those on the order of several statements."""
    return tuple(note for note in notes if not note.endswith(" first."))


def _short(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The first of ``points``, as many as can be read at a glance."""
    kept: list[Point] = []
    words = 0
    for point in points:
        words += sum(len(part.text.split()) for part in point.quotables) + LEAD_IN
        if kept and words > MOST_WORDS:
            break
        kept.append(point)
    return tuple(kept)


def _answer(evidence: Evidence) -> Answering | Refusal:
    """What the papers say, or what they do not hold of what is asked about."""
    kind = evidence.question.kind
    missing = (
        not_held(evidence)
        or unheard_reference(evidence)
        or (None if kind in OF_DECISIONS else absent_body(evidence))
    )
    if missing:
        return missing
    coming = answer_coming(evidence)
    if coming:
        return coming
    if not evidence.subject and not evidence.scope.periods and not evidence.parent:
        return unclear()
    actor = actor_in(evidence.asked)
    if actor:
        return told_of(actor, evidence, answer_fact(evidence))
    return _by_kind(evidence)


def _by_kind(evidence: Evidence) -> Answering | Refusal:
    """By the kind of question: the register for decisions, sentences for the rest."""
    kind = evidence.question.kind
    if kind is QuestionKind.LIST or (
        kind is QuestionKind.DECISION and not evidence.subject and evidence.scope.periods
    ):
        return answer_declared(evidence) or answer_list(evidence)
    if kind is QuestionKind.TIMELINE:
        return answer_timeline(evidence) or _not_followed(evidence)
    if kind is QuestionKind.DECISION:
        return unless_to_come(evidence, answer_what_was_decided(evidence))
    if kind is QuestionKind.RECOMMENDATION:
        return answer_recommendation(evidence) or _recommending(evidence)
    if kind is QuestionKind.ATTENDANCE:
        return answer_attendance(evidence) or answer_fact(evidence)
    if kind is QuestionKind.VOTE:
        return answer_vote(evidence) or told_of_the_vote(evidence, answer_fact(evidence))
    if kind is QuestionKind.SAYING:
        return answer_saying(evidence) or answer_fact(evidence)
    return answer_fact(evidence)


def _not_followed(evidence: Evidence) -> Answering | Refusal:
    """What one meeting decided of it, or one paper says, where no more tell of it."""
    decided = answer_what_was_decided(evidence)
    asked = evidence.question.standalone
    of_a_decision = OF_BUSINESS.search(asked) and not is_told_in_figures(followed_in(asked))
    if isinstance(decided, Answering) or of_a_decision or DECIDING.search(asked):
        return decided
    return answer_fact(evidence)


def _recommending(evidence: Evidence) -> Answering | Refusal:
    """What a report says of recommending where the register has no such recommendation."""
    hits = recommending(evidence)
    if not hits and RECOMMEND.search(evidence.asked):
        return nothing_recommended(evidence)
    return answer_fact(evidence, hits)


def _check(asked: str) -> None:
    if not asked.strip():
        raise BadRequestError("The question is empty. Write what you want to know.")
    if len(asked) > LONGEST_QUESTION:
        raise BadRequestError(
            f"The question has {len(asked):,} characters; at most {LONGEST_QUESTION:,} can be "
            "read. Ask one thing in a sentence or two."
        )
