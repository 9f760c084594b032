"""Points become statements: a lead-in of ours, then the record's words and their marks."""

from collections.abc import Mapping, Sequence
from functools import cache

from assistant.answers.points import Point
from assistant.evidence.quoting import Quotable, place_in
from assistant.replies import Citation, Statement
from corpus.library import Library
from corpus.papers import Force, Item, Paper, PaperKind, PaperStatus, Passage
from corpus.text.dates import long_date
from corpus.undoing import Undoing

LEAD_INS = {
    Force.RESOLVED: "Resolved",
    Force.NOTED: "Resolved only to note",
    Force.RECOMMENDED: "Recommended to another body",
    Force.DELEGATED: "Delegated",
    Force.DEFERRED: "Deferred, not decided",
    Force.WITHDRAWN: "Withdrawn, not decided",
    Force.LOST: "Lost, not decided",
    Force.PROPOSED: "Proposed, not a decision",
    Force.REPORTED: "Reported in passing",
}


class Citations:
    """Citations of one reply, numbered from 1 in the order in which they are first used."""

    def __init__(self, library: Library, copies: dict[str, tuple[Passage, ...]]) -> None:
        self._copies = copies
        self._made: dict[tuple[str, int, int], Citation] = {}
        self._document = cache(library.document)

    def cite(self, part: Quotable) -> Citation:
        """The citation of these words, made once."""
        key = (part.passage.id, part.start, part.end)
        if key not in self._made:
            document = self._document(part.passage.span.source)
            also_in = tuple(copy.span for copy in self._copies.get(part.passage.id, ()))
            self._made[key] = Citation(
                len(self._made) + 1, part.passage, part.text, place_in(document, part), also_in
            )
        return self._made[key]

    @property
    def made(self) -> tuple[Citation, ...]:
        """All citations, in order of their numbers."""
        return tuple(self._made.values())


def statements(
    points: Sequence[Point], citations: Citations, undone: Mapping[str, Sequence[Undoing]]
) -> tuple[Statement, ...]:
    """A statement for each point; what was said of place and date is not said again.

    ``undone`` tells, by the id of a decision, what became of it.
    """
    made: list[Statement] = []
    before: tuple[object, ...] = ()
    for point in points:
        passage = point.quotables[-1].passage
        here = (passage.paper.id, point.force)
        if before and point.in_a_list and before[0] == here[0]:
            told = _list_lead_in(passage, point, before)
        elif here == before and not point.with_title and point.decision is None:
            told = ""
        else:
            told = lead_in_of(passage, point.force, with_title=point.with_title)
        told = f"{told}{_fate(point, undone)}".lstrip()
        lead_in = f"{told}: " if told else ""
        quotes = " ".join(f"“{_folded(part.text)}”" for part in point.quotables)
        numbers = tuple(citations.cite(part).number for part in point.quotables)
        made.append(Statement(lead_in + quotes, point.force, numbers))
        before = here
    return tuple(made)


def _fate(point: Point, undone: Mapping[str, Sequence[Undoing]]) -> str:
    """What later decisions did to this one, and whether it is quoted only in part."""
    if point.decision is None:
        return ""
    later = [
        f"{each.how} on {long_date(day)}"
        for each in undone.get(point.decision.id, ())
        if (day := each.later.paper.meeting.held_on)
    ]
    said = [f"later {', '.join(dict.fromkeys(later))}"] if later else []
    clauses = len(point.decision.clauses)
    if point.left_out:
        said.append(f"{clauses - point.left_out} of {clauses} clauses")
    return f" ({'; '.join(said)})" if said else ""


def _list_lead_in(passage: Passage, point: Point, before: tuple[object, ...]) -> str:
    """Number, title where it is needed, and force where it is another than the last."""
    item = passage.item
    where = ""
    if item:
        where = _numbered(item) if point.with_title else item.number or item.title
    force = "" if before[1] is point.force else point.force.value
    return ", ".join(part for part in (where, force) if part)


def lead_in_of(passage: Passage, force: Force, *, with_title: bool = False) -> str:
    """Force, place and date of what stands in ``passage``."""
    paper, item = passage.paper, passage.item
    if force is Force.DISCUSSED:
        return f"{_paper_name(paper)}{_at(paper)}{_where(paper, item, with_title)}"
    if force in (Force.PROPOSED, Force.REPORTED):
        source = f"{_paper_name(paper)[0].lower()}{_paper_name(paper)[1:]}"
        return f"{LEAD_INS[force]} ({source}{_at(paper)}{_where(paper, item, with_title)})"
    draft = ", draft" if paper.status is PaperStatus.DRAFT else ""
    return f"{LEAD_INS[force]}{_at(paper)}{_where(paper, item, with_title)}{draft}"


def _paper_name(paper: Paper) -> str:
    names = {PaperKind.OTHER: "Paper", PaperKind.MINUTES: "Minutes"}
    return names.get(paper.kind, paper.kind.value.capitalize())


def _at(paper: Paper) -> str:
    meeting = paper.meeting
    parts = [part for part in (meeting.body,) if part]
    if meeting.held_on:
        parts.append(long_date(meeting.held_on))
    return f", {', '.join(parts)}" if parts else ""


def _where(paper: Paper, item: Item | None, with_title: bool) -> str:
    if item is None or (item.number is None and not with_title):
        return ""
    unit = "minute" if paper.kind is PaperKind.MINUTES else "item"
    return f", {unit} {_numbered(item) if with_title else item.number}"


def _numbered(item: Item) -> str:
    return f"{item.number} {item.title}" if item.number else item.title


def _folded(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines())
