"""Papers of a fictional county over three decades, as many as are wanted, the same each time.

Names of places and projects are put together from parts, so that the words of a library made
from them are as many, and most of them as rare, as in real papers; every subject comes before
a council several times, so that there is something to follow from meeting to meeting.
"""

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

_BEGINNINGS = (
    "Ald Amber Ash Barrow Beck Birk Black Brack Bram Brindle Calder Carl Cold Crag Dal Dun Ell "
    "Esk Fal Fen Garth Gill Glen Hag Hart Hazel Holm Ing Kel Kirk Lang Lin Long Mal Marl Mere Mickle "
    "Nether Ox Pen Quill Raven Rig Sal Scar Sedge Skel Stan Sten Swin Thorn Tod Ulver Wend Whit Wint"
).split()
_ENDINGS = (
    "by bridge burn bury cliffe combe cote dale den don fell field ford gate grove ham head holt hurst "
    "keld ley low mere mire more moss ness ridge rigg sett shaw side stead thwaite ton toft wick worth"
).split()
_FIRST_NAMES = (
    "Ada Bram Cleo Dorothy Edwin Freya Gwen Hollis Ivo Jess Kit Leonard Maeve Ned Olwen Perrin Quentin "
    "Rosalind Silas Tobias Ursula Verity Wilfred Yvonne Zadie Adaeze Bilal Chidi Dilys Emrys Farah "
    "Gwilym Harpreet Imran Jaswinder Kwame Lubna Marek Nadia Oksana Priya Rashid Shirin Tomasz"
).split()
_STREETS = "Lane Street Road Hill Avenue Close Way Terrace Crescent Bank Row Drive".split()
_WORKS = (
    "Resurfacing;Closure;Extension;Refurbishment;Disposal;Lease;Redevelopment;Demolition;Lighting;"
    "Drainage;Flood Defence;Staffing;Future Use;Funding;Opening Hours;Traffic Calming;Maintenance;"
    "Insulation;Access Arrangements;Tree Planting;Charges;Governance;Inspection;Procurement;"
    "Accessibility;Heating;Roof Repairs;Security;Bus Services;Catering;Parking;Fencing;Naming;"
    "Conservation;Water Supply;Waste Collection"
).split(";")
_THINGS = (
    "Library;Primary School;Secondary School;Swimming Pool;Bus Station;Car Park;Depot;Museum;"
    "Care Home;Day Centre;Children's Centre;Fire Station;Town Hall;Market Hall;Cemetery;Allotments;"
    "Recreation Ground;Bridge;Cycle Route;Bypass;Footpath;Ferry Landing;Harbour Wall;Quarry;Mill;"
    "Recycling Centre;Youth Club;Community Hall;Health Centre;Nature Reserve;Canal;Railway Halt;"
    "Theatre;Art Gallery;Sports Pavilion;Bandstand;Observatory;Orchard;Nursery;Roundabout"
).split(";")
_OFFICES = (
    "Head of Highways;Head of Property;Director of Finance;Monitoring Officer;Head of Leisure;"
    "Director of Children's Services;Planning Manager;County Engineer;Head of Transport;"
    "Service Manager for Libraries;Emergency Planning Officer;Head of Procurement;County Ecologist;"
    "Principal Surveyor;Democratic Services Manager;Director of Public Health"
).split(";")
_ADJECTIVES = (
    "derelict listed flooded timber brick Victorian overgrown unlit narrow steep leaking popular "
    "underused overspent delayed temporary prefabricated subsiding rural disputed costly vacant "
    "damp exposed isolated congested silted rotten corroded uninsured unsurveyed refurbished"
).split()
_SAID = (
    "said that the {thing} at {place} had been {adjective} for {n} years and that {n2} residents of "
    "{place2} had signed a petition about it",
    "asked how many households in {place} and {place2} would be affected by the work in {street}",
    "reported that {firm} had been paid £{money} in {year} for surveys of the {adjective} {thing}",
    "was concerned that children from {place2} crossed {street} without a patrol each morning",
    "thought that the {adjective} approach from {street} ought to be closed to lorries of {firm}",
    "noted that {n} objections had come from {place2} Parish Council and {n2} from traders in {street}",
    "wondered whether the {project} Fund might pay for a part of it, as it had at {place2} in {year}",
    "explained that the contract with {firm} would end in {month} {year2} and could not be extended",
    "welcomed the {project} scheme but doubted that £{money} would be enough for the {thing}",
    "suggested that the {thing} be visited before the next meeting, together with that at {place2}",
    "pointed out that {percent} per cent of users came by bus from {place2} along {street}",
    "observed that the {adjective} culvert under {street} had overflowed {n} times since {year}",
    "regretted that the consultation in {place2} had reached only {n2} people",
    "cautioned that asbestos had been found by {firm} beside the {adjective} boiler house",
    "recalled that the {project} Trust had offered £{money} towards the {thing} in {year}",
)
_REPLIED = (
    "replied that work would begin in {month} {year2} and take {n} weeks",
    "replied that the cost was now put at £{money}, of which the {project} Trust would give a third",
    "replied that no decision had been taken on {place2} and that a survey by {firm} was awaited",
    "answered that {n2} letters had gone to addresses in {street}, {place} and {place2}",
    "replied that the {adjective} part would be fenced off until {firm} had made it safe",
    "undertook to write to members about the {project} agreement with {place2} Parish Council",
)
_CLAUSES = (
    "the {thing} at {place} be kept open until {month} {year2} at a cost of £{money} a year",
    "a contract for {work} be let to {firm} for £{money}",
    "the charge at the {thing} in {place} be set at £{n}.50 from 1 {month} {year2}",
    "a further report on {work} at {place} be brought to the meeting in {month} {year2}",
    "authority be delegated to the {office}, in consultation with the Chair, to agree terms with {firm}",
    "the {project} Trust be granted a lease of {n} years of the {adjective} {thing}",
    "{street} be closed to through traffic for {n} weeks from 1 {month} {year2}",
    "£{money} be set aside from the {project} Reserve for {work} at {place}",
)
_FACTS = (
    "The {thing} at {place} was built in {year} and is used by {n2} people a week, {percent} per cent of "
    "them from {place2}. A survey by {firm} found the {adjective} walls to be sound but the drains under "
    "{street} in need of replacement within {n} years.",
    "Officers estimate that {work} at {place} would cost £{money} in {year2}, against a budget of "
    "£{money2}. The difference might be met from the {project} Fund, which stood at £{money3} on "
    "31 March {year}.",
    "The residents of {street} and of {place2} were consulted between {month} {year} and the end of that "
    "year: {n2} replies were received, of which {percent} per cent were in favour, most of them because "
    "the {adjective} footway is not safe in winter.",
    "Risks: should {firm} withdraw, the {thing} might be shut for {n} weeks and users from {place2} would "
    "have to travel to {place} by the {project} bus at a cost to the Council of £{money}.",
    "Equality impact: {n} of the {n2} households in {street} have no car, and the {adjective} ramp at the "
    "{thing} cannot be used by people in wheelchairs. The {project} Forum has asked for a lift.",
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
            chance.choice(_WORKS),
            chance.choice(_THINGS),
            chance.choice(places),
            f"{chance.choice(places)} {chance.choice(_STREETS)}",
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
    return [begin + end for begin, end in product(_BEGINNINGS, _ENDINGS)]


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
    office = chance.choice(_OFFICES)
    yield f"The {office} introduced a report on {subject.work.lower()} at {subject.place}."
    for _ in range(chance.randint(3, 6)):
        speaker = chance.choice(members[:8])
        yield f"Councillor {speaker} {_filled(chance, chance.choice(_SAID), day, subject)}."
        if chance.random() < 0.6:
            yield f"The {office} {_filled(chance, chance.choice(_REPLIED), day, subject)}."
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
        told = _filled(chance, chance.choice(_CLAUSES), day, subject)
        yield f"RECOMMENDED to Council – That {told}."
    elif lot < 0.30:
        before = day - timedelta(days=35)
        yield (
            f"RESOLVED – To refer the decision of Cabinet of {_date(before)} (Minute "
            f"{(before.month - 1) * (ITEMS + 1) + chance.randint(1, ITEMS)}/{before:%y}) back "
            "for reconsideration."
        )
    else:
        clauses = chance.sample(_CLAUSES, chance.randint(1, 3))
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
            yield f"{number}.{part} {_filled(chance, chance.choice(_FACTS), day, subject)}"
        if heading == "Costs":
            yield from _table(chance, day, subject)
    yield "6. Recommendations"
    told = _filled(chance, chance.choice(_CLAUSES), day, subject)
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
        firm=f"{chance.choice(places)} {chance.choice(('Surveyors', 'Builders', 'and Sons', 'Ltd'))}",
        office=chance.choice(_OFFICES),
        adjective=chance.choice(_ADJECTIVES),
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
    return f"{chance.choice(_BEGINNINGS)}{chance.choice(_ENDINGS)} {chance.choice(_STREETS)}"


def _members(chance: Random) -> list[str]:
    """Nine of the councillors of the county."""
    return chance.sample(_councillors(), 9)


@cache
def _councillors() -> list[str]:
    pairs = _chance("councillors")
    return [f"{first} {pairs.choice(_places())[:12].title()}" for first in _FIRST_NAMES * 2]


def _date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
