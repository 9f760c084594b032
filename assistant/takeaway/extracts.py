"""Replies made ready to be taken away: what was asked, what was said, and where it stands.

An extract is all that a text, a Word document or a pack of evidence tells of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answering import Assistant
from assistant.fragments.forces import label
from assistant.fragments.statements import REFUSALS, lead_and_words
from assistant.holdings import Holdings
from assistant.record.exempt import NOT_PUBLIC
from assistant.rendering import answer_text, cautions, shortened
from assistant.replies import Answer, Citation, NotRecorded, Reply, Statement, folded
from assistant.takeaway.sources import Source, source_of
from assistant.understanding.narrowed import filters_in_words
from assistant.understanding.questions import Question
from corpus.errors import BadRequestError

MOST_TURNS = 200
"""Questions of a conversation that are taken away at once: more is no document to read."""
IN_THEIR_WORDS = "Answered in the papers’ own words. They stand in quotation marks."
_TITLE_WORDS = 20


@dataclass(frozen=True, slots=True)
class Quoted:
    """Exact words between quotation marks, the sources they stand in, how sure they are."""

    words: str
    numbers: tuple[int, ...]
    unsure: str

    @property
    def marks(self) -> str:
        """What follows the words, such as "[1] (read from a scan, 93 % sure)"."""
        marks = "".join(f"[{number}]" for number in self.numbers)
        return f"{marks} {self.unsure}" if self.unsure else marks


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an answer: its force in words, where and when it was said, the words."""

    force: str
    where: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what the papers say.

    ``verdict`` says whether it is answered. A refusal has no ``said``: what it tells, nearest
    passages included, stands in ``told``. ``understood`` says how the question was read,
    where that is not simply what was typed.
    """

    asked: str
    is_answered: bool
    verdict: str
    understood: tuple[str, ...]
    said: tuple[Said, ...]
    told: tuple[str, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def sources_name(self) -> str:
        """What stands above the sources."""
        return "Sources" if self.is_answered else "Where the nearest passages stand"


@dataclass(frozen=True, slots=True)
class Extract:
    """Replies to take away, in the order in which they were given; at least one.

    ``marking`` is a sentence that must stand on whatever is made of it, "" where the library
    is open to the public. ``notices`` are those of the assistant.
    """

    title: str
    asked_on: date
    marking: str
    notices: tuple[str, ...]
    turns: tuple[Turn, ...]


def extract_of(assistant: Assistant, replies: Sequence[Reply], asked_on: date) -> Extract:
    """The replies, as ``assistant`` gave them on ``asked_on``; those of a conversation or one.

    Raises BadRequestError for none, and for more than can be read.
    """
    if not replies:
        raise BadRequestError("Nothing has been asked yet. Ask a question first.")
    if len(replies) > MOST_TURNS:
        raise BadRequestError(
            f"The conversation has {len(replies):,} questions; at most {MOST_TURNS} can be taken "
            "away at once. Begin a new conversation, or take the answers one by one."
        )
    first = shortened(replies[0].question.asked, _TITLE_WORDS)
    return Extract(
        title=first if len(replies) == 1 else f"{len(replies)} questions to council papers",
        asked_on=asked_on,
        marking="" if assistant.library.is_public else NOT_PUBLIC,
        notices=assistant.notices,
        turns=tuple(_turn(reply, assistant.holdings) for reply in replies),
    )


def _turn(reply: Reply, holdings: Holdings) -> Turn:
    sources = tuple(_sources(reply, holdings))
    is_answered = isinstance(reply, Answer)
    return Turn(
        asked=folded(reply.question.asked),
        is_answered=is_answered,
        verdict=REFUSALS[reply.status] if isinstance(reply, NotRecorded) else IN_THEIR_WORDS,
        understood=tuple(_understood(reply.question)),
        said=tuple(_said(reply, sources)) if isinstance(reply, Answer) else (),
        told=() if is_answered else tuple(answer_text(reply).splitlines()),
        notes=reply.notes if isinstance(reply, Answer) else (),
        sources=sources,
    )


def _sources(reply: Reply, holdings: Holdings) -> Iterator[Source]:
    if isinstance(reply, NotRecorded):
        told = answer_text(reply)
        for citation in reply.related:
            if f"[{citation.number}]" in told:
                yield source_of(citation, citation.passage.force, holdings)
        return
    for citation in reply.citations:
        forces = (s.force for s in reply.statements if citation.number in s.citations)
        yield source_of(citation, next(forces, citation.passage.force), holdings)


def _said(reply: Answer, sources: Sequence[Source]) -> Iterator[Said]:
    for statement in reply.statements:
        cited = [each for each in sources if each.number in statement.citations]
        where, _ = lead_and_words(statement)
        kind = cited[0].citation.passage.paper.kind
        yield Said(
            label(statement.force, kind),
            where or cited[0].coordinates,
            tuple(_quotes(statement, [source.citation for source in cited])),
        )


def _quotes(statement: Statement, cited: Sequence[Citation]) -> Iterator[Quoted]:
    """Each quote with its own mark, where the statement is made of quotes alone."""
    in_order = sorted(cited, key=lambda citation: statement.citations.index(citation.number))
    _, words = lead_and_words(statement)
    quotes = [f"“{_in_lines(citation.quote)}”" for citation in in_order]
    if words != " ".join(quotes):
        yield Quoted(words, statement.citations, cautions(in_order))
        return
    for citation, quote in zip(in_order, quotes, strict=True):
        yield Quoted(quote, (citation.number,), cautions([citation]))


def _understood(question: Question) -> Iterator[str]:
    if folded(question.standalone).casefold() != folded(question.asked).casefold():
        yield f"Understood as: {folded(question.standalone)}"
    narrowed = [filters_in_words(question.filters), *(each.words for each in question.narrowings)]
    told = "; ".join(dict.fromkeys(filter(None, narrowed)))
    if told:
        yield f"Looked only at: {told}"


def _in_lines(quote: str) -> str:
    """With single spaces within its lines, as statements show it."""
    return "\n".join(" ".join(line.split()) for line in quote.splitlines())
