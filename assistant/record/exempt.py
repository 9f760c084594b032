"""Exempt papers as a library's status tells of them: what was kept out, what was let in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from typing_extensions import TypedDict

from assistant.citing import place
from corpus.documents import Withheld
from corpus.library import FileRecord
from corpus.papers import Paper

NOT_PUBLIC = "This library may hold exempt papers: it is not for the public."


@dataclass(frozen=True, slots=True)
class ExemptPaper:
    """An exempt paper, or part of one. ``reason`` says why, and where it stands in the file.

    ``is_held`` says that it was let in, so that answers may cite it.
    """

    source: str
    reason: str
    is_held: bool


class ExemptJson(TypedDict):
    """An exempt paper as other programs read it."""

    source: str
    reason: str
    held: bool


def exempt_papers(files: Iterable[FileRecord], papers: Iterable[Paper]) -> Iterator[ExemptPaper]:
    """The exempt papers that were kept out, by source; then those that were let in."""
    for record in files:
        for part in record.withheld:
            yield ExemptPaper(record.source, reason_of(record.format, part), False)
    for paper in papers:
        if paper.exempt:
            where = place(paper.span).removesuffix(f" of {paper.source}")
            yield ExemptPaper(paper.source, f"{where}: {paper.exempt}", True)


def to_json(exempt: Iterable[ExemptPaper]) -> list[ExemptJson]:
    """The same as other programs read it."""
    return [ExemptJson(source=e.source, reason=e.reason, held=e.is_held) for e in exempt]


def reason_of(form: str | None, part: Withheld) -> str:
    """Where a part stands and why it is exempt: "pages 5–7: marked exempt, paragraph 3".

    ``form`` is the format of the file: only a PDF has pages.
    """
    unit = {"pdf": "page", "word": "paragraph"}.get(form or "", "line")
    many = f"{unit}s {part.first}–{part.last}"
    where = f"{unit} {part.first}" if part.first == part.last else many
    return f"{where}: {part.reason}"
