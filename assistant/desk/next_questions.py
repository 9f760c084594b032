"""What could be asked next: only what the library's own record can answer."""

from collections.abc import Collection, Iterator, Sequence

from assistant.desk.subjects import is_alike, meeting_named, several_councils, title_of
from assistant.holdings import Holdings
from assistant.replies import Answer, NotRecorded, Reply
from assistant.understanding.questions import QuestionKind
from corpus.papers import ADVISED, Capacity, Decision, Force, Paper, PaperKind, Passage

MOST = 3
_OWN = frozenset(set(Force) - {Force.PROPOSED, Force.REPORTED, Force.DISCUSSED})
"""Forces by which a meeting itself did something."""


def next_questions(
    reply: Reply, holdings: Holdings, asked: Collection[str] = (), most: int = MOST
) -> list[str]:
    """At most ``most`` questions to ask after ``reply``; none where nothing more is recorded.

    ``asked`` are the questions of the conversation so far, which are not suggested again. The
    questions lean on the reply ("Who moved it?"), so they are to be asked right after it, with
    its filters.
    """
    said = {question.casefold() for question in (*asked, reply.question.asked)}
    found = dict.fromkeys(_suggested(reply, holdings))
    return [question for question in found if question.casefold() not in said][:most]


def _suggested(reply: Reply, holdings: Holdings) -> Iterator[str]:
    if isinstance(reply, NotRecorded):
        yield from _after_refusal(reply, holdings)
        return
    passage = reply.citations[0].passage
    kind = reply.question.kind
    decisions = _decided(passage, reply, holdings)
    if kind not in (QuestionKind.LIST, QuestionKind.TIMELINE, QuestionKind.ATTENDANCE):
        yield from _on_fate(decisions, reply, holdings)
        yield from _on_decision(passage, decisions, kind, holdings)
    if kind is not QuestionKind.ATTENDANCE:
        yield from _on_attendance(passage.paper, holdings)
    if kind is not QuestionKind.LIST:
        yield from _on_meeting(passage.paper, holdings)


def _on_fate(decisions: Sequence[Decision], reply: Reply, holdings: Holdings) -> Iterator[str]:
    """What became of it, or of an earlier one by it, by name: "it" would keep to one meeting."""
    admit = reply.question.filters.admit
    own = {each.id for each in decisions}
    for each in (undoing for found in holdings.undone.values() for undoing in found):
        title = title_of(each.earlier.item)
        is_admitted = admit(each.earlier.paper) and admit(each.later.paper)
        if title and is_admitted and own & {each.earlier.id, each.later.id}:
            yield f"What became of the decision on “{title}”?"
            return


def _on_decision(
    passage: Passage, decisions: Sequence[Decision], kind: QuestionKind, holdings: Holdings
) -> Iterator[str]:
    """How the decision came about."""
    against = [d.vote for d in decisions if d.vote and d.vote.reconciles and d.vote.names_against]
    counted = [d.vote for d in decisions if d.vote and d.vote.in_favour is not None]
    if kind is not QuestionKind.VOTE and against:
        yield "Who voted against it?"
    elif kind is not QuestionKind.VOTE and counted:
        yield "How did the vote go?"
    if Capacity.MOVED in _capacities(passage, holdings):
        yield "Who moved it?"
    if kind is not QuestionKind.RECOMMENDATION and _proposed(passage, decisions, holdings):
        yield "What had been recommended?"


def _on_attendance(paper: Paper, holdings: Holdings) -> Iterator[str]:
    named = _named(paper, holdings)
    if named and any(
        each.paper.id == paper.id and each.capacity is Capacity.PRESENT
        for each in holdings.appearances
    ):
        yield f"Who was present at the meeting of {named}?"


def _on_meeting(paper: Paper, holdings: Holdings) -> Iterator[str]:
    named = _named(paper, holdings)
    own = [d for d in holdings.decisions if d.paper.id == paper.id and d.force in _OWN]
    if named and len(own) > 1:
        yield f"List the decisions of {named}"


def _after_refusal(reply: NotRecorded, holdings: Holdings) -> Iterator[str]:
    """What is recorded of the nearest passages, by their titles."""
    admit = reply.question.filters.admit
    for citation in reply.related:
        passage = citation.passage
        title = title_of(passage.item)
        if not title:
            continue
        of_item = [d for d in holdings.decisions if _is_of(d.paper, d.item, passage)]
        forces = {d.force for d in of_item if admit(d.paper)}
        if Force.RESOLVED in forces and reply.question.kind is not QuestionKind.DECISION:
            yield f"What was resolved about “{title}”?"
        if forces & ADVISED and reply.question.kind is not QuestionKind.RECOMMENDATION:
            yield f"What was recommended about “{title}”?"


def _decided(passage: Passage, reply: Answer, holdings: Holdings) -> list[Decision]:
    """The decisions of the item that the answer stands in first."""
    admit = reply.question.filters.admit
    return [
        each
        for each in holdings.decisions
        if _is_of(each.paper, each.item, passage) and each.force in _OWN and admit(each.paper)
    ]


def _proposed(passage: Passage, decisions: Sequence[Decision], holdings: Holdings) -> bool:
    """Whether a paper of the same meeting proposes something under nearly the same title."""
    title = passage.item.title if passage.item else ""
    return bool(decisions and title) and any(
        each.force is Force.PROPOSED
        and each.paper.meeting == passage.paper.meeting
        and is_alike(title, (each.paper.title, each.item.title if each.item else ""))
        for each in holdings.decisions
    )


def _capacities(passage: Passage, holdings: Holdings) -> set[Capacity]:
    """In what way people appear in the item."""
    return {
        each.capacity for each in holdings.appearances if _is_of(each.paper, each.item, passage)
    }


def _is_of(paper: Paper, item: object, passage: Passage) -> bool:
    """Whether it stands in the same numbered business as ``passage``."""
    return item is not None and paper.id == passage.paper.id and item == passage.item


def _named(paper: Paper, holdings: Holdings) -> str:
    if paper.kind is not PaperKind.MINUTES:
        return ""
    return meeting_named(paper.meeting, several_councils(holdings.papers))
