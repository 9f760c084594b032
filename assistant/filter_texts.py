"""Filters, and the parts of a scope to do without, as texts: for addresses and files."""

from collections.abc import Collection, Mapping
from datetime import date

from assistant.understanding.questions import ScopePart
from corpus.errors import BadRequestError
from corpus.filters import Filters
from corpus.papers import PaperKind

LONGEST = 500
"""Characters of the name of a council, a body or a file."""
NAMES = Filters.__slots__


def texts_of(filters: Filters) -> dict[str, str]:
    """The filters that are set, by name; dates as ISO dates."""
    values = {name: getattr(filters, name) for name in NAMES}
    return {name: str(value) for name, value in values.items() if value is not None}


def filters_in(texts: Mapping[str, str], where: str) -> Filters:
    """The filters that ``texts`` name; empty ones and other names are passed over.

    Raises BadRequestError, naming ``where``: without its filter a question may have another
    answer, so none is passed over that cannot be read.
    """
    given = {name: texts[name].strip() for name in NAMES if texts.get(name, "").strip()}
    for name, value in given.items():
        if len(value) > LONGEST:
            raise BadRequestError(
                f"{where}: the filter “{name}” has {len(value):,} characters. Give a name of at "
                f"most {LONGEST}."
            )
    return Filters(
        council=given.get("council"),
        body=given.get("body"),
        since=_date(given.get("since"), where),
        until=_date(given.get("until"), where),
        kind=_kind(given.get("kind"), where),
        source=given.get("source"),
    )


def text_of_parts(parts: Collection[ScopePart]) -> str:
    """Such as "body,date"; "" for none."""
    return ",".join(part.value for part in ScopePart if part in parts)


def parts_in(text: str, where: str) -> frozenset[ScopePart]:
    """The parts that ``text`` names, such as "body,date". Raises BadRequestError."""
    try:
        return frozenset(ScopePart(part.strip()) for part in text.split(",") if part.strip())
    except ValueError as error:
        known = ", ".join(ScopePart)
        raise BadRequestError(
            f"{where}: {text[:40]!r} is no part of a question's scope. Give one of {known}."
        ) from error


def _date(value: str | None, where: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise BadRequestError(
            f"{where}: {value!r:.40} is not a date. Write it as in 2024-05-31."
        ) from error


def _kind(value: str | None, where: str) -> PaperKind | None:
    try:
        return PaperKind(value.lower()) if value else None
    except ValueError as error:
        known = ", ".join(PaperKind)
        raise BadRequestError(
            f"{where}: {value!r:.40} is no kind of paper. Give one of {known}."
        ) from error
