"""Question sets with gold answers: one JSON object a line, checked once, here."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from assistant.batch import BatchQuestion, numbered_lines, object_in, read_batch
from corpus.documents import Span
from corpus.errors import BadRequestError
from corpus.papers import Force

Phrase = tuple[str, ...]
"""Wordings of one thing; any one of them serves."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an answer stands: a page, or 1-based lines (inclusive), and other such places.

    Files are told apart by name alone: a set does not know which folder was added.
    """

    file: str
    page: int | None
    line_start: int | None
    line_end: int | None
    also_in: tuple["Evidence", ...] = ()

    def meets(self, span: Span) -> bool:
        """Whether ``span`` lies on the same page or shares a line with it."""
        return self._is_at(span) or any(other.meets(span) for other in self.also_in)

    def _is_at(self, span: Span) -> bool:
        if PurePosixPath(span.source).name != PurePosixPath(self.file).name:
            return False
        if self.page is not None:
            return span.page == self.page
        if self.line_start is None or span.line_start is None:
            return False
        last = self.line_start if self.line_end is None else self.line_end
        last_of_span = span.line_start if span.line_end is None else span.line_end
        return span.line_start <= last and last_of_span >= self.line_start


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question and what a right reply holds.

    ``answerable`` is None where nobody has said yet what is right: the question is asked, and
    not counted. ``must_include`` needs each of its phrases, ``must_not_include`` none of them.
    ``standalone`` is a follow-up made whole, which the assistant never sees.
    ``corrects_premise``: no answer exists, but saying what is false in the question is right.
    ``force`` is that of the words asked for, ``split`` the part of the set that the question
    belongs to; None where the set names none.

    What is known to be wrong: no citation may stand on ``not_evidence``; while nobody has said
    what is right, one must stand elsewhere than on ``not_enough``; and words of the evidence
    may have none of the forces ``not_force``.
    """

    asked: BatchQuestion
    standalone: str
    kind: str
    answerable: bool | None
    must_include: tuple[Phrase, ...]
    must_not_include: tuple[Phrase, ...]
    evidence: tuple[Evidence, ...]
    corrects_premise: bool
    force: Force | None = None
    split: str | None = None
    not_evidence: tuple[Evidence, ...] = ()
    not_enough: tuple[Evidence, ...] = ()
    not_force: tuple[Force, ...] = ()


def read_gold(path: Path) -> list[GoldQuestion]:
    """The questions of a set, in order. Raises BadRequestError with file and line."""
    pairs = zip(read_batch(path), numbered_lines(path), strict=True)
    gold = [_gold(asked, line, f"{path}, line {number}") for asked, (number, line) in pairs]
    if not gold:
        raise BadRequestError(f"{path}: holds no questions. Give one JSON object a line.")
    return gold


def _gold(asked: BatchQuestion, line: str, where: str) -> GoldQuestion:
    fields = object_in(line, where)
    answerable = fields.get("answerable", "")
    if answerable is not None and not isinstance(answerable, bool):
        raise BadRequestError(
            f"{where}: answerable must be true or false, or null while nobody has said it."
        )
    listed = [*_list(fields, "evidence", where), *_list(fields, "alt_evidence", where)]
    return GoldQuestion(
        asked=asked,
        standalone=str(fields.get("standalone") or asked.question),
        kind=str(fields.get("kind") or "question"),
        answerable=answerable,
        must_include=_phrases(fields, "must_include", where),
        must_not_include=_phrases(fields, "must_not_include", where),
        evidence=tuple(_evidence(value, where) for value in listed),
        not_evidence=_places(fields, "not_evidence", where),
        not_enough=_places(fields, "not_enough", where),
        not_force=_forces(fields, where),
        corrects_premise=fields.get("expect") == "correct_premise",
        force=_force(fields.get("force"), where),
        split=str(fields["split"]) if fields.get("split") else None,
    )


def _forces(fields: dict[str, object], where: str) -> tuple[Force, ...]:
    found = (_force(value, where) for value in _list(fields, "not_force", where))
    return tuple(force for force in found if force)


def _force(value: object, where: str) -> Force | None:
    if value is None:
        return None
    try:
        return Force(str(value))
    except ValueError as error:
        known = ", ".join(Force)
        raise BadRequestError(
            f"{where}: no force {value!r} is known. Give one of {known}."
        ) from error


def _list(fields: dict[str, object], name: str, where: str) -> list[object]:
    value = fields.get(name) or []
    if not isinstance(value, list):
        raise BadRequestError(f"{where}: {name} must be a list.")
    return value


def _phrases(fields: dict[str, object], name: str, where: str) -> tuple[Phrase, ...]:
    values = _list(fields, name, where)
    return tuple(tuple(map(str, v)) if isinstance(v, list) else (str(v),) for v in values)


def _places(fields: dict[str, object], name: str, where: str) -> tuple[Evidence, ...]:
    return tuple(_evidence(value, where) for value in _list(fields, name, where))


def _evidence(value: object, where: str) -> Evidence:
    if not isinstance(value, dict) or not isinstance(value.get("file"), str):
        raise BadRequestError(f"{where}: evidence needs a file, and a page or lines.")
    return Evidence(
        file=value["file"],
        page=_number(value, "page", where),
        line_start=_number(value, "line_start", where),
        line_end=_number(value, "line_end", where),
        also_in=tuple(_evidence(other, where) for other in value.get("also_in") or []),
    )


def _number(value: dict[str, object], name: str, where: str) -> int | None:
    number = value.get(name)
    if number is not None and not isinstance(number, int):
        raise BadRequestError(f"{where}: {name} of the evidence must be a whole number.")
    return number
