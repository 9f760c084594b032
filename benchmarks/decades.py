"""Papers of a fictional county over three decades, as many as are wanted, the same each time.

Names of places and projects are put together from parts, so that the words of a library made
from them are as many, and most of them as rare, as in real papers; every subject comes before
a council several times, so that there is something to follow from meeting to meeting.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

COUNCIL = "Tarnbrook County Council"
FIRST_YEAR = 1995
BODIES = (
    "Cabinet",
    "County Council",
    "Highways Committee",
    "Planning Committee",
    "Children and Young People Scrutiny Committee",
    "Audit and Governance Committee",
    "Health Overview Panel",
    "Licensing Sub-Committee",
)
MEETINGS_A_YEAR = 10
"""Of each body; each has minutes and one report."""
ITEMS = 9
"""Of a meeting, procedure aside."""
SUBJECTS = 5000
"""The bodies choose from these over and over."""

_FIRMS = ("Surveyors", "Builders", "and Sons", "Ltd")
_WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("decades_words.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What an item of business is about, at which place."""

    work: str
    thing: str
    place: str
    project: str

    @property
    def title(self) -> str:
        """As a heading has it."""
        return f"{self.place} {self.thing}: {self.work}"


def subjects() -> list[Subject]:
    """What the council deals with over the years."""
    chance = _chance("subjects")
    places = _places()
    return [
        Subject(
            chance.choice(_WORDS["works"]),
            chance.choice(_WORDS["things"]),
            chance.choice(places),
            f"{chance.choice(places)} {chance.choice(_WORDS['streets'])}",
        )
        for _ in range(SUBJECTS)
    ]


def write_papers(folder: Path, years: int) -> None:
    """Minutes and a report of each meeting in ``years`` years, in a folder for each year."""
    known = subjects()
    for year in range(FIRST_YEAR, FIRST_YEAR + years):
        held = folder / str(year)
        held.mkdir(parents=True, exist_ok=True)
        for body, number in product(BODIES, range(MEETINGS_A_YEAR)):
            chance = _chance(f"{year} {body} {number}")
            day = _day(year, number, BODIES.index(body))
            about = chance.sample(known, ITEMS)
            name = f"{day.isoformat()}-{body.lower().replace(' ', '-')}"
            minutes = "\n\n".join(_minutes(chance, body, day, about))
            (held / f"{name}-minutes.txt").write_text(minutes + "\n", encoding="utf-8")
            report = "\n\n".join(_report(chance, body, day, chance.choice(known)))
            (held / f"{name}-report.txt").write_text(report + "\n", encoding="utf-8")


def _chance(name: str) -> Random:
    """The same choices for the same name, in every process."""
    return Random(name)  # noqa: S311 - nothing here is secret


@cache
def _places() -> list[str]:
    return [begin + end for begin, end in product(_WORDS["beginnings"], _WORDS["endings"])]


def _day(year: int, number: int, body: int) -> date:
    """The meetings of the bodies fall on days of their own."""
    return date(year, 1, 6) + timedelta(days=35 * number + body * 3)


def _minutes(chance: Random, body: str, day: date, about: list[Subject]) -> Iterator[str]:
    members = _members(chance)
    yield COUNCIL.upper()
    yield "Paper of a fictional council, made to measure speed."
    yield body.upper()
    yield f"Minutes of the meeting held on {day:%A} {_date(day)} at 2.00 pm in County Hall"
    yield "PRESENT"
    yield f"Councillor {members[0]} (Chair)"
    yield f"Councillors {', '.join(members[1:7])} and {members[7]}"
    yield f"Apologies: Councillor {members[8]}"
    first = (day.month - 1) * (ITEMS + 1) + 1
    for number, subject in enumerate(about, first):
        yield f"{number}/{day:%y} {subject.title.upper()}"
        yield from _item(chance, day, subject, members)
    yield f"{first + ITEMS}/{day:%y} DATE OF NEXT MEETING"
    yield f"The next meeting would be held on {_date(day + timedelta(days=35))}."


def _item(chance: Random, day: date, subject: Subject, members: list[str]) -> Iterator[str]:
    office = chance.choice(_WORDS["offices"])
    yield f"The {office} introduced a report on {subject.work.lower()} at {subject.place}."
    for _ in range(chance.randint(3, 6)):
        speaker = chance.choice(members[:8])
        said = _filled(chance, chance.choice(_WORDS["said"]), day, subject)
        yield f"Councillor {speaker} {said}."
        if chance.random() < 0.6:
            replied = _filled(chance, chance.choice(_WORDS["replied"]), day, subject)
            yield f"The {office} {replied}."
    if chance.random() < 0.2:
        yield from _table(chance, day, subject)
    mover, seconder = chance.sample(members[:8], 2)
    yield f"It was moved by Councillor {mover} and seconded by Councillor {seconder}."
    yield from _outcome(chance, day, subject)


def _outcome(chance: Random, day: date, subject: Subject) -> Iterator[str]:
    lot = chance.random()
    if lot < 0.12:
        yield "RESOLVED – That the report be noted."
    elif lot < 0.20:
        yield f"RESOLVED – That consideration of {subject.work.lower()} be DEFERRED."
    elif lot < 0.27:
        clause = chance.choice(_WORDS["clauses"])
        yield f"RECOMMENDED to Council – That {_filled(chance, clause, day, subject)}."
    elif lot < 0.30:
        before = day - timedelta(days=35)
        yield (
            f"RESOLVED – To refer the decision of Cabinet of {_date(before)} (Minute "
            f"{(before.month - 1) * (ITEMS + 1) + chance.randint(1, ITEMS)}/{before:%y}) back "
            "for reconsideration."
        )
    else:
        clauses = chance.sample(_WORDS["clauses"], chance.randint(1, 3))
        told = [_filled(chance, clause, day, subject) for clause in clauses]
        if len(told) == 1:
            yield f"RESOLVED – That {told[0]}."
        else:
            yield "RESOLVED – That"
            yield from (f"({n}) {clause};" for n, clause in enumerate(told, 1))


def _table(chance: Random, day: date, subject: Subject) -> Iterator[str]:
    streets = [_street(chance) for _ in range(chance.randint(4, 9))]
    rows = [f"Visits to {subject.thing}\t{day.year - 2}\t{day.year - 1}"]
    rows += [f"{each}\t{chance.randint(90, 9000)}\t{chance.randint(90, 9000)}" for each in streets]
    yield "\n".join(rows)


def _report(chance: Random, body: str, day: date, subject: Subject) -> Iterator[str]:
    yield f"{COUNCIL}\n\nPaper of a fictional council, made to measure speed."
    yield f"Report to: {body}\nDate of meeting: {_date(day)}\nTitle: {subject.title}"
    for number, heading in enumerate(("Summary", "Background", "Options", "Costs", "Risks"), 1):
        yield f"{number}. {heading}"
        for part in range(1, 4):
            yield f"{number}.{part} {_filled(chance, chance.choice(_WORDS['facts']), day, subject)}"
        if heading == "Costs":
            yield from _table(chance, day, subject)
    yield "6. Recommendations"
    told = _filled(chance, chance.choice(_WORDS["clauses"]), day, subject)
    yield f"6.1 The {body} is recommended to agree that {told}."


def _filled(chance: Random, told: str, day: date, subject: Subject) -> str:
    places = _places()
    money = [f"{chance.randint(2, 990) * 1000 + chance.choice((0, 250, 500)):,}" for _ in range(3)]
    return told.format(
        thing=subject.thing.lower(),
        work=subject.work.lower(),
        place=subject.place,
        project=subject.project,
        place2=chance.choice(places),
        street=_street(chance),
        firm=f"{chance.choice(places)} {chance.choice(_FIRMS)}",
        office=chance.choice(_WORDS["offices"]),
        adjective=chance.choice(_WORDS["adjectives"]),
        money=money[0],
        money2=money[1],
        money3=money[2],
        n=chance.randint(3, 48),
        n2=chance.randint(51, 4000),
        percent=chance.randint(4, 96),
        month=_date(date(2000, chance.randint(1, 12), 1)).split()[1],
        year=day.year - chance.randint(1, 12),
        year2=day.year + 1,
    )


def _street(chance: Random) -> str:
    begin, end = chance.choice(_WORDS["beginnings"]), chance.choice(_WORDS["endings"])
    return f"{begin}{end} {chance.choice(_WORDS['streets'])}"


def _members(chance: Random) -> list[str]:
    """Nine of the councillors of the county."""
    return chance.sample(_councillors(), 9)


@cache
def _councillors() -> list[str]:
    pairs = _chance("councillors")
    return [
        f"{first} {pairs.choice(_places())[:12].title()}" for first in _WORDS["first_names"] * 2
    ]


def _date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
