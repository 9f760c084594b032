"""What a person chose, as the parameters of an address say it: text that anybody may write."""

from collections.abc import Mapping
from datetime import date

from corpus.errors import BadRequestError
from corpus.filters import Filters
from corpus.papers import DECIDED, Force, PaperKind

FORCES = {
    "decided": tuple(force for force in Force if force in DECIDED),
    "not-decided": (Force.DEFERRED, Force.WITHDRAWN, Force.LOST),
    "proposed": (Force.PROPOSED,),
    "reported": (Force.REPORTED,),
    "all": (),
}
"""Groups of forces that a person chooses among; all of them stand for none in particular."""
FORCE_NAMES = {
    "decided": "Decided",
    "not-decided": "Not decided",
    "proposed": "Proposed",
    "reported": "Reported from other meetings",
    "all": "All",
}


def readable(text: str) -> str:
    """``text`` without signs that no person types and no answer may repeat.

    Control signs become spaces; halves of characters that an address or a JSON text can
    hold alone become U+FFFD.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() or c in "\n\t" else " " for c in whole)


def filters_of(chosen: Mapping[str, str]) -> Filters:
    """The filters among parameters; what is empty does not narrow.

    Raises BadRequestError, which names the parameter and what it may be.
    """
    given = {name: readable(chosen.get(name, "")).strip() for name in Filters.__slots__}
    return Filters(
        council=given["council"] or None,
        body=given["body"] or None,
        since=_date("From", given["since"]),
        until=_date("To", given["until"]),
        kind=_kind(given["kind"]),
        source=given["source"] or None,
    )


def filter_parameters(filters: Filters) -> list[tuple[str, str]]:
    """The parameters that ``filters_of`` reads as these filters."""
    given = [(name, getattr(filters, name)) for name in Filters.__slots__]
    return [(name, str(value)) for name, value in given if value is not None]


def forces_of(chosen: str) -> tuple[Force, ...]:
    """The forces of a group by its name. Raises BadRequestError."""
    if chosen not in FORCES:
        raise BadRequestError(f"{chosen!r} is no group of decisions. Choose {_listed(FORCES)}.")
    return FORCES[chosen]


def number_of(name: str, chosen: str, least: int = 0) -> int:
    """A whole number. Raises BadRequestError, which calls it ``name``."""
    if not chosen.isascii() or not chosen.isdigit() or len(chosen) > 12 or int(chosen) < least:
        raise BadRequestError(f"{name}: {chosen!r} is not a whole number from {least}.")
    return int(chosen)


def _date(name: str, given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise BadRequestError(
            f"{name}: {given!r} is not a date. Write year, month and day, as in 2024-03-12."
        ) from error


def _kind(given: str) -> PaperKind | None:
    kinds = [kind.value for kind in PaperKind]
    if given and given.lower() not in kinds:
        raise BadRequestError(f"Kind of paper: {given!r} is not known. It may be {_listed(kinds)}.")
    return PaperKind(given.lower()) if given else None


def _listed(names: Mapping[str, object] | list[str]) -> str:
    *rest, last = names
    return f"{', '.join(rest)} or {last}"
