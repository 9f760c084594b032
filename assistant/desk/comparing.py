"""What has changed since a link was made: the reply of then and the reply of now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.citing import reference, short_reference, written_date
from assistant.desk.remembering import (
    CitedThen,
    Record,
    StatedThen,
    cited_now,
    passage_mark,
    record_of,
    said_now,
)
from assistant.fragments.forces import label
from assistant.fragments.statements import lead_and_words
from assistant.holdings import Holdings
from assistant.replies import Answer, Citation, Reply, ReplyStatus, Statement

_STATUSES = {
    ReplyStatus.ANSWERED: "answered",
    ReplyStatus.NOT_RECORDED: "not recorded",
    ReplyStatus.OUTSIDE: "outside these papers",
    ReplyStatus.UNCLEAR: "not clear",
    ReplyStatus.EMPTY_LIBRARY: "without any papers",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is other now than it was then, as plain sentences; for people, to be escaped.

    ``changes`` are those of the reply, ``papers`` those of what was searched.
    ``is_known`` says whether there was anything to compare with.
    """

    changes: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    is_known: bool = True

    @property
    def is_unchanged(self) -> bool:
        """Whether the reply is known to be what it was, whatever became of the papers."""
        return self.is_known and not self.changes

    def in_words(self, made_on: date | None = None) -> str:
        """The comparison in a few sentences; ``made_on`` is the day of the link."""
        if not self.is_known:
            return "What was answered when this link was made is not known, so nothing is compared."
        day = f" on {written_date(made_on)}" if made_on else ""
        told = "Unchanged" if self.is_unchanged else "Changed"
        return " ".join((f"{told} since this link was made{day}.", *self.changes, *self.papers))


def compared(record: Record | None, reply: Reply, holdings: Holdings) -> Comparison:
    """``reply``, made anew over a library of ``holdings``, beside what was replied then."""
    if record is None:
        return Comparison(is_known=False)
    now = record_of(reply, holdings)
    return Comparison(tuple(_changes(record, now, reply, holdings)), _papers(record, now))


def _changes(record: Record, now: Record, reply: Reply, holdings: Holdings) -> Iterable[str]:
    if record.status is not reply.status:
        then, told = _STATUSES[record.status], _STATUSES[reply.status]
        return [f"Was {then}; now {told}."]
    if record.said == now.said:
        return []
    if not isinstance(reply, Answer):
        return [f"Still {_STATUSES[reply.status]}, but for a reason that is told in other words."]
    if record.is_brief:
        return ["The answer is another one; the link had no room for what was cited then."]
    return _of_answer(record, reply, holdings) or ["What is said beside the quoted words changed."]


def _of_answer(record: Record, reply: Answer, holdings: Holdings) -> list[str]:
    paired = _paired(reply.citations, record.citations)
    told = _new([each for each in reply.citations if each.number not in paired.then])
    for citation in reply.citations:
        told += _elsewhere(citation, paired)
    kept = paired.then.values()
    told += _gone([mark for at, mark in enumerate(record.citations) if at not in kept], holdings)
    for statement in reply.statements:
        told += _of_statement(statement, record, reply.citations, paired)
    return told


@dataclass(frozen=True, slots=True)
class _Paired:
    """By the number of a citation the place in the record of the one that it was then.

    ``moved`` are cited as another place now, of ``reworded`` other words are quoted.
    """

    then: Mapping[int, int]
    moved: frozenset[int]
    reworded: frozenset[int]


def _paired(citations: Sequence[Citation], then: Sequence[CitedThen]) -> _Paired:
    """The same words in the same place first, then the same words, then other words there."""
    now = {citation.number: cited_now(citation) for citation in citations}
    found: dict[int, int] = {}
    steps: list[frozenset[int]] = []
    for like in (_same, _same_words, _same_passage, _same_place):
        before = frozenset(found)
        for number, mark in now.items():
            free = (at for at, old in enumerate(then) if at not in found.values())
            match = next((at for at in free if like(mark, then[at])), None)
            if number not in found and match is not None:
                found[number] = match
        steps.append(frozenset(found) - before)
    return _Paired(found, steps[1], steps[2] | steps[3])


def _same(now: CitedThen, then: CitedThen) -> bool:
    return _same_words(now, then) and _same_place(now, then)


def _same_words(now: CitedThen, then: CitedThen) -> bool:
    return now.words == then.words


def _same_passage(now: CitedThen, then: CitedThen) -> bool:
    return now.passage == then.passage


def _same_place(now: CitedThen, then: CitedThen) -> bool:
    return now.place == then.place


def _new(citations: Sequence[Citation]) -> list[str]:
    if not citations:
        return []
    verb = "One source is" if len(citations) == 1 else f"{len(citations)} sources are"
    return [f"{verb} new: {'; '.join(map(_named, citations))}."]


def _elsewhere(citation: Citation, paired: _Paired) -> list[str]:
    if citation.number in paired.moved:
        passage = citation.passage
        where = reference(passage.paper, passage.item, citation.span)
        return [f"The words of [{citation.number}] are now cited as: {where}."]
    if citation.number in paired.reworded:
        return [f"Other words are quoted from the same place: {_named(citation)}."]
    return []


def _gone(then: Sequence[CitedThen], holdings: Holdings) -> list[str]:
    """What was cited then and is not now; whether it could be."""
    if not then:
        return []
    held = {passage_mark(passage.id) for passage in holdings.passages}
    still = sum(mark.passage in held for mark in then)
    told = []
    if still:
        told = [f"{_passages(still)} still held, but cited no longer."]
    if len(then) > still:
        told.append(f"{_passages(len(then) - still)} no longer in the library in those words.")
    return told


def _passages(number: int) -> str:
    if number == 1:
        return "One passage that was cited then is"
    return f"{number} passages that were cited then are"


def _of_statement(
    statement: Statement, record: Record, citations: Sequence[Citation], paired: _Paired
) -> list[str]:
    """Whether the words have another force, or another lead-in, than they had then."""
    then = _then(statement, record, paired)
    cited = [each for each in citations if each.number in statement.citations]
    if then is None:
        return []
    named = _named(cited[-1])
    if then.force is not statement.force:
        kind = cited[-1].passage.paper.kind
        was, now = label(then.force, kind), label(statement.force, kind)
        return [f"The force of {named} was “{was}”; it is now “{now}”."]
    others = paired.moved | paired.reworded
    lead, _ = lead_and_words(statement)
    if then.said != said_now(statement) and lead and not others & set(statement.citations):
        return [f"What is said of {named} has changed; it is now: {lead}."]
    return []


def _then(statement: Statement, record: Record, paired: _Paired) -> StatedThen | None:
    """The statement of then that cited what this one cites last, which are its own words."""
    number = statement.citations[-1]
    if number not in paired.then:
        return None
    at = paired.then[number] + 1
    return next((each for each in record.statements if at in each.cited), None)


def _papers(record: Record, now: Record) -> tuple[str, ...]:
    if record.library == now.library:
        return ()
    more = now.papers - record.papers
    if more > 0:
        return (f"Papers were added since: {more:,} more.",)
    if more < 0:
        return (f"Papers were taken out since: {-more:,} fewer.",)
    return ("Papers were changed since, or read anew; there are as many as then.",)


def _named(citation: Citation) -> str:
    """Such as "[2] Cabinet, 9 July 2024, minute 50/24"."""
    passage = citation.passage
    return f"[{citation.number}] {short_reference(passage.paper, passage.item, citation.span.page)}"
