"""The filters as a form offers them."""

from dataclasses import dataclass

from assistant.desk.catalogue import Catalogue
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import PaperKind


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person can choose among, and what is chosen now."""

    councils: tuple[str, ...]
    bodies: tuple[str, ...]
    kinds: tuple[PaperKind, ...]
    chosen: Filters

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set."""
        return self.chosen != NO_FILTERS


def choices(held: Catalogue, chosen: Filters) -> Choices:
    """The councils, bodies and kinds of paper held; what an address names else is kept too."""
    council = chosen.council if chosen.council in held.councils else None
    return Choices(
        _with(held.councils, chosen.council),
        _with(held.bodies(council), chosen.body),
        tuple(held.kinds),
        chosen,
    )


def _with(names: list[str], chosen: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*names, *([chosen] if chosen else [])]))
