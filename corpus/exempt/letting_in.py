"""What an exempt part holds, for a library that is not public: every paper of it is marked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from corpus.documents import Document, Origin, Span
from corpus.exempt.parts import ExemptPart, blanked
from corpus.papers import Appearance, Business, Decision, Paper, Passage
from corpus.structure import Structure, structure_of

_Placed = TypeVar("_Placed", Business, Passage, Decision, Appearance)


def structure_with_exempt(
    document: Document, parts: Sequence[ExemptPart], origin: Origin | None = None
) -> Structure:
    """The papers of ``document``; those of ``parts``, and no others, are marked as exempt.

    What is open is read as it is in a public library.
    """
    open_ones = structure_of(blanked(document, parts), origin)
    everything = structure_of(document, origin)
    starts = [start for start, _ in document.numbered()]
    structure = open_ones
    for part in parts:
        last = part.last + 1
        end = starts[last] - 1 if last < len(document.lines) else len(document.text)
        structure = _joined(structure, _within(document, everything, starts[part.first], end, part))
    return _with_own_ids(structure)


def _within(
    document: Document, everything: Structure, start: int, end: int, part: ExemptPart
) -> Structure:
    """What stands between two characters of the document, in papers of its own."""
    marked = {
        paper.id: _marked(document, paper, start, end, part.reason)
        for paper in everything.papers
        if _touch(paper.span, start, end)
    }

    def held(placed: Iterable[_Placed]) -> tuple[_Placed, ...]:
        return tuple(
            replace(each, paper=marked[each.paper.id])
            for each in placed
            if each.paper.id in marked and _touch(each.span, start, end)
        )

    return Structure(
        tuple(marked.values()),
        held(everything.business),
        held(everything.passages),
        held(everything.decisions),
        held(everything.appearances),
    )


def _marked(document: Document, paper: Paper, start: int, end: int, reason: str) -> Paper:
    """The part of a paper that is exempt as a paper of its own, with the meeting of the whole."""
    span = document.span(max(start, paper.span.start), min(end, paper.span.end))
    return replace(paper, id=f"{paper.id}-exempt-{start}", span=span, exempt=reason)


def _touch(span: Span, start: int, end: int) -> bool:
    return span.start < end and span.end > start


def _joined(one: Structure, other: Structure) -> Structure:
    return Structure(
        tuple(sorted((*one.papers, *other.papers), key=lambda paper: paper.span.start)),
        one.business + other.business,
        one.passages + other.passages,
        one.decisions + other.decisions,
        one.appearances + other.appearances,
    )


def _with_own_ids(structure: Structure) -> Structure:
    """With ids that differ, should the same words be read as open and as exempt."""
    seen: set[str] = set()
    passages: list[Passage] = []
    for passage in structure.passages:
        own = f"{passage.id}-exempt" if passage.id in seen else passage.id
        seen.add(own)
        passages.append(replace(passage, id=own))
    return replace(structure, passages=tuple(passages))
