"""Asking the assistant a question set."""

from collections.abc import Iterator, Sequence

from assistant.answering import Assistant
from assistant.batch import ask_all, search_all
from assistant.evaluation.gold import GoldQuestion
from assistant.evaluation.grading import Given, Stated, Verdict, grade
from assistant.evaluation.verbatim import stands_in
from assistant.rendering import answer_text
from assistant.replies import Answer, Reply
from corpus.filters import NO_FILTERS
from corpus.library import Library

PASSAGES_SEARCHED = 10


def run(assistant: Assistant, gold: Sequence[GoldQuestion]) -> Iterator[Verdict]:
    """The verdict on each question, in order; a follow-up is asked after its parent."""
    questions = [question.asked for question in gold]
    asked = ask_all(assistant, questions, NO_FILTERS)
    found = search_all(assistant, questions, PASSAGES_SEARCHED, NO_FILTERS)
    for question, answer, search in zip(gold, asked, found, strict=True):
        reply = answer.reply
        given = Given(
            answered=isinstance(reply, Answer),
            text=answer_text(reply),
            cited=tuple(each.span for each in reply.citations) if isinstance(reply, Answer) else (),
            found=tuple(hit.passage.span for hit in search.hits),
            seconds=answer.seconds,
            verbatim=_verbatim(reply, assistant.library),
            stated=stated_in(reply),
        )
        yield grade(question, given)


def stated_in(reply: Reply) -> tuple[Stated, ...]:
    """The forces of an answer's statements with the places they cite; none for a refusal."""
    if not isinstance(reply, Answer):
        return ()
    places = {citation.number: citation.span for citation in reply.citations}
    return tuple(
        Stated(each.force, tuple(places[number] for number in each.citations))
        for each in reply.statements
    )


def _verbatim(reply: Reply, library: Library) -> tuple[bool, ...]:
    quoted = reply.citations if isinstance(reply, Answer) else reply.related
    return tuple(stands_in(citation, library.document(citation.span.source)) for citation in quoted)
