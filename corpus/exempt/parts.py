"""Exempt parts of a document, and the document without them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.documents import Document, Line, Withheld


@dataclass(frozen=True, slots=True)
class ExemptPart:
    """The lines ``first`` to ``last`` of a document, from 0 and inclusive, and the reason.

    The reason holds no words of the paper.
    """

    first: int
    last: int
    reason: str


def merged(document: Document, parts: Iterable[ExemptPart]) -> tuple[ExemptPart, ...]:
    """The parts in order; those that overlap, or follow one another for one reason, as one."""
    kept: list[ExemptPart] = []
    for part in sorted(parts, key=lambda part: (part.first, -part.last)):
        before = kept[-1] if kept else None
        if before and (part.first <= before.last or _goes_on(document, before, part)):
            reason = max(before.reason, part.reason, key=lambda reason: "paragraph" in reason)
            kept[-1] = ExemptPart(before.first, max(before.last, part.last), reason)
        else:
            kept.append(part)
    return tuple(kept)


def blanked(document: Document, parts: Iterable[ExemptPart]) -> Document:
    """The document with blanks in place of the words of ``parts``; other places stay."""
    hidden = {number for part in parts for number in range(part.first, part.last + 1)}
    if not hidden:
        return document
    lines = tuple(
        replace(line, text=" " * len(line.text), heading=None) if number in hidden else line
        for number, line in enumerate(document.lines)
    )
    return replace(document, lines=lines)


def without(document: Document, parts: Sequence[ExemptPart]) -> Document:
    """The open part of ``document``: of a page that is closed, wholly or in part, it says so."""
    opened = blanked(document, parts)
    why = {page: part.reason for part in parts for page in _pages(document, part)}
    pages = tuple(
        replace(page, problem=f"exempt: {why[page.number]}") if page.number in why else page
        for page in document.pages
    )
    outline = tuple(bookmark for bookmark in document.outline if bookmark.page not in why)
    return replace(opened, pages=pages, outline=outline, margins=())


def withheld(document: Document, parts: Iterable[ExemptPart]) -> tuple[Withheld, ...]:
    """What is told of ``parts``: their pages in a PDF, else their lines."""
    return tuple(
        Withheld(part.reason, min(places), max(places))
        for part in parts
        if (places := list(_places(document, part)))
    )


def is_whole(document: Document, parts: Sequence[ExemptPart]) -> bool:
    """Whether nothing of ``document`` is open."""
    return bool(parts) and not blanked(document, parts).text.strip()


def _goes_on(document: Document, before: ExemptPart, part: ExemptPart) -> bool:
    between = document.lines[before.last + 1 : part.first]
    return before.reason == part.reason and not any(line.text.strip() for line in between)


def _pages(document: Document, part: ExemptPart) -> set[int]:
    return {line.page for line in _filled(document, part) if line.page is not None}


def _places(document: Document, part: ExemptPart) -> Iterator[int]:
    for line in _filled(document, part):
        for place in (line.page,) if document.pages else (line.first, line.last):
            if place is not None:
                yield place


def _filled(document: Document, part: ExemptPart) -> list[Line]:
    lines = document.lines[part.first : part.last + 1]
    return [line for line in lines if line.text.strip()] or list(lines)
