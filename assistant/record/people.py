"""Who appears in the minutes, in what capacity and role, as the minutes give it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from typing_extensions import TypedDict

from assistant.as_json import PlaceJson, place_to_json
from assistant.citing import reference, written_date
from assistant.counting import counted
from corpus.filters import NO_FILTERS, Filters
from corpus.library import Library
from corpus.papers import Appearance, Capacity, Person
from corpus.text.words import words_of


class PersonJson(TypedDict):
    """A person in minutes: what the minutes do not give is None."""

    capacity: str
    title: str | None
    name: str
    role: str | None
    minute: str | None


class AppearanceJson(PersonJson, PlaceJson):
    """The same with its meeting; ``date`` is an ISO date, ``words`` the record's own."""

    council: str | None
    body: str | None
    date: str | None
    words: str
    exempt: str | None
    reference: str


def people(library: Library, filters: Filters = NO_FILTERS, name: str = "") -> list[Appearance]:
    """Who appears, by name (the last part of it first), then oldest first.

    ``name`` admits those whose title and name hold every one of its words.
    """
    wanted = set(words_of(name))
    found = [
        appearance
        for appearance in library.appearances(filters)
        if wanted <= set(words_of(_titled(appearance.person)))
    ]
    return sorted(found, key=_place)


def by_capacity(appearances: Iterable[Appearance]) -> list[tuple[Capacity, list[str]]]:
    """The people of one paper under each capacity, such as "Councillor Ada Quill (Chair)".

    The minutes where they spoke, moved … follow: "Councillor Bram Oake (minutes 42, 43)".
    """
    found: dict[Capacity, dict[Person, list[str]]] = {}
    for appearance in appearances:
        numbers = found.setdefault(appearance.capacity, {}).setdefault(appearance.person, [])
        number = appearance.item.number if appearance.item else None
        if number and number not in numbers:
            numbers.append(number)
    return [
        (capacity, [_listed(person, numbers) for person, numbers in found[capacity].items()])
        for capacity in Capacity
        if capacity in found
    ]


def person_to_json(appearance: Appearance) -> PersonJson:
    """The person in their capacity, as other programs read it."""
    person, item = appearance.person, appearance.item
    return PersonJson(
        capacity=appearance.capacity.value,
        title=person.title,
        name=person.name,
        role=person.role,
        minute=item.number if item else None,
    )


def appearance_to_json(appearance: Appearance) -> AppearanceJson:
    """The appearance as other programs read it."""
    meeting = appearance.paper.meeting
    return AppearanceJson(
        **person_to_json(appearance),
        council=meeting.council,
        body=meeting.body,
        date=meeting.held_on.isoformat() if meeting.held_on else None,
        words=appearance.words,
        **place_to_json(appearance.span),
        exempt=appearance.paper.exempt,
        reference=reference(appearance.paper, appearance.item, appearance.span),
    )


def to_text(appearances: Sequence[Appearance]) -> str:
    """A line for each appearance below the name."""
    lines: list[str] = []
    names = 0
    for name, of_name in groupby(appearances, key=lambda each: each.person.name):
        lines += [name, *map(_line, of_name), ""]
        names += 1
    minutes = len({each.paper.meeting for each in appearances})
    told = f"{counted(names, 'name')} in the minutes of {counted(minutes, 'meeting')}"
    return "\n".join([*lines, f"{told}, as printed there: one person may have several."])


def _line(appearance: Appearance) -> str:
    person, held_on = appearance.person, appearance.paper.meeting.held_on
    day = written_date(held_on) if held_on else "date not stated"
    known = ", ".join(part for part in (person.title, person.role) if part)
    told = "; ".join(part for part in (appearance.capacity.value, known) if part)
    return f"  {day}: {told} ({reference(appearance.paper, appearance.item, appearance.span)})"


def _listed(person: Person, numbers: Sequence[str]) -> str:
    unit = "minute" if len(numbers) == 1 else "minutes"
    minutes = f"{unit} {', '.join(numbers)}" if numbers else ""
    besides = "; ".join(part for part in (person.role, minutes) if part)
    return f"{_titled(person)} ({besides})" if besides else _titled(person)


def _titled(person: Person) -> str:
    return " ".join(part for part in (person.title, person.name) if part)


def _place(appearance: Appearance) -> tuple[str, str, date, str, int]:
    name = appearance.person.name
    return (
        name.split()[-1].casefold() if name.split() else "",
        name,
        appearance.paper.meeting.held_on or date.max,
        appearance.span.source,
        appearance.span.start,
    )
