"""The record of papers as JSON, beside what is expected of it, and how far they agree."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.confirming import confirmed
from corpus.papers import Appearance, Business, Decision, Paper, PaperStatus, Vote
from corpus.structure import Structure
from corpus.undoing import Undoing, undoings

Json = dict[str, Any]


def record_of(structure: Structure) -> Json:
    """All that is read of a file; what is empty or not known is left out."""
    final = {paper.id for paper in confirmed(structure.papers, structure.decisions)}
    links = undoings(structure.decisions)
    return {
        "papers": [
            _paper(
                replace(paper, status=PaperStatus.CONFIRMED) if paper.id in final else paper,
                structure,
                links,
            )
            for paper in structure.papers
        ]
    }


def _paper(paper: Paper, structure: Structure, links: Sequence[Undoing]) -> Json:
    held_on = paper.meeting.held_on
    return _told(
        kind=paper.kind.value,
        council=paper.meeting.council,
        body=paper.meeting.body,
        date=held_on.isoformat() if held_on else None,
        title=paper.title,
        status=paper.status.value,
        item=paper.item.number if paper.item else None,
        lines=_lines(paper),
        items=[_business(each) for each in structure.business if each.paper.id == paper.id],
        people=[_appearance(each) for each in structure.appearances if each.paper.id == paper.id],
        decisions=[
            _decision(each, links) for each in structure.decisions if each.paper.id == paper.id
        ],
    )


def _business(business: Business) -> Json:
    item = business.item
    return _told(number=item.number, title=item.title, lines=_lines(business))


def _appearance(appearance: Appearance) -> Json:
    person, item = appearance.person, appearance.item
    return _told(
        capacity=appearance.capacity.value,
        title=person.title,
        name=person.name,
        role=person.role,
        minute=item.number if item else None,
    )


def _decision(decision: Decision, links: Sequence[Undoing]) -> Json:
    return _told(
        minute=decision.item.number if decision.item else None,
        force=decision.force.value,
        words=decision.words,
        clauses=[[clause.number, clause.words] for clause in decision.clauses],
        subject=decision.subject,
        mover=decision.mover,
        seconder=decision.seconder,
        vote=_vote(decision.vote) if decision.vote else None,
        lines=_lines(decision),
        undone_by=[_link(each.later, each) for each in links if each.earlier == decision],
        undoes=[_link(each.earlier, each) for each in links if each.later == decision],
    )


def _vote(vote: Vote) -> Json:
    return {"words": vote.words} | _told(
        in_favour=vote.in_favour,
        against=vote.against,
        abstained=vote.abstained,
        names_in_favour=list(vote.names_in_favour),
        names_against=list(vote.names_against),
        names_abstained=list(vote.names_abstained),
    )


def _link(decision: Decision, link: Undoing) -> Json:
    held_on = decision.paper.meeting.held_on
    return _told(
        how=link.how,
        date=held_on.isoformat() if held_on else None,
        minute=decision.item.number if decision.item else None,
    )


def _lines(placed: Paper | Business | Decision) -> list[int | None]:
    return [placed.span.line_start, placed.span.line_end]


def _told(**fields: Any) -> Json:
    return {name: value for name, value in fields.items() if value not in (None, [], "")}


def without_words(record: Json) -> Json:
    """The record with digests for the names of its meetings and the titles of its items.

    What is expected of real papers holds no words of theirs.
    """
    for paper in record["papers"]:
        for name in ("council", "body"):
            if name in paper:
                paper[name] = _digest(paper[name])
        for item in paper.get("items", []):
            item["title"] = _digest(item["title"])
    return record


def _digest(words: str) -> str:
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a reading agrees with what is expected, in counts.

    A paper is split off right if one of its kind begins on its line; a meeting is right
    (council, body and date) where its first line stands. A decision is found where one is
    read on the same lines, or on most of them; its force may still be wrong. ``invented``
    are read where none is expected nor left open.
    """

    papers: int
    split_right: int
    meetings_right: int
    items: int
    items_right: int
    decisions: int
    found: int
    wrong_force: int
    clauses_right: int
    invented: int

    def __add__(self, other: "Agreement") -> "Agreement":
        mine, theirs = _counts(self), _counts(other)
        return Agreement(*(one + more for one, more in zip(mine, theirs, strict=True)))


NONE_YET = Agreement(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def agreement(expected: Mapping[str, Any], read: Json) -> Agreement:
    """Compare by lines; ``expected["unsure"]`` names lines where either reading stands."""
    wanted, given = expected["papers"], read["papers"]
    pairs = [(paper, _around(paper["lines"][0], given)) for paper in wanted if given]
    meeting = ("council", "body", "date")
    decisions = [each for paper in wanted for each in paper.get("decisions", [])]
    seen = [each for paper in given for each in paper.get("decisions", [])]
    matches = [(each, found) for each in decisions if (found := _at(each["lines"], seen))]
    unsure = [each["lines"] for each in expected.get("unsure", [])]
    open_or_expected = [each["lines"] for each in decisions] + unsure
    items = [(paper, each) for paper in wanted for each in paper.get("items", [])]
    read_items = _keys((paper, each) for paper in given for each in paper.get("items", []))
    return Agreement(
        papers=len(wanted),
        split_right=sum(
            (one["lines"][0], one["kind"]) == (other["lines"][0], other["kind"])
            for one, other in pairs
        ),
        meetings_right=sum(
            all(one.get(name) == other.get(name) for name in meeting) for one, other in pairs
        ),
        items=len(items),
        items_right=len(_keys(items) & read_items),
        decisions=len(decisions),
        found=len(matches),
        wrong_force=sum(each["force"] != found["force"] for each, found in matches),
        clauses_right=sum(_numbers(each) == _numbers(found) for each, found in matches),
        invented=sum(
            not any(_overlap(each["lines"], lines) for lines in open_or_expected) for each in seen
        ),
    )


def _around(line: int, papers: Sequence[Json]) -> Json:
    """The paper that the line stands in, or the last before it."""
    before = [paper for paper in papers if paper["lines"][0] <= line]
    return before[-1] if before else papers[0]


def _keys(items: Iterable[tuple[Json, Json]]) -> set[tuple[object, ...]]:
    return {
        (paper["kind"], each.get("number"), " ".join(each["title"].split()), *each["lines"])
        for paper, each in items
    }


def _numbers(decision: Json) -> list[str]:
    clauses = decision.get("clauses", [])
    return [each if isinstance(each, str) else each[0] for each in clauses]


def _at(lines: Sequence[int], decisions: Iterable[Json]) -> Json | None:
    """The decision that begins on the same line, or else overlaps the most."""
    near = [each for each in decisions if _overlap(lines, each["lines"])]
    exact = [each for each in near if each["lines"][0] == lines[0]]
    return max(exact or near, key=lambda each: _overlap(lines, each["lines"]), default=None)


def _overlap(one: Sequence[int], other: Sequence[int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]) + 1)


def _counts(each: Agreement) -> tuple[int, ...]:
    return tuple(getattr(each, name) for name in each.__slots__)
