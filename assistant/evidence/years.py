"""The years that a question asks about, and whether words are of one of them."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.evidence.quoting import quotables
from assistant.understanding.scope import Scope
from corpus.papers import Passage
from index.context import in_context

FINANCIAL_YEAR = re.compile(
    r"(?<![\d/.-])(?<!\bfrom )(?<!\bbetween )"
    r"(?:(?P<first>(?:19|20)\d\d)\s?(?:[-–/]|to)\s?(?P<last>(?:20)?\d\d)"
    r"|(?P<short>\d\d)/(?P<end>\d\d))(?![\d/]|[-.]\d)",
    re.I,
)
PLAN = re.compile(
    r"(?<=[a-z])(?<!\bfrom)(?<!\byears)(?<!\bperiod)[,:]? \(?"
    r"(?P<first>20\d\d)\s?(?:[-–]|to)\s?(?P<last>(?:20)?\d\d)\b",
    re.I,
)
"""The years of a plan or a strategy: its name, which gives nothing of its last year."""
OF_A_YEAR = re.compile(
    r"\bfor (?:the )?(?:(?:calendar|financial|municipal) )?(?:year )?(?P<of>(?:19|20)\d\d)\b"
    r"|\b(?P<whose>(?:19|20)\d\d) (?:annual )?(?:budget|precept|rates?|estimates|accounts"
    r"|programme|charges?|fees)\b",
    re.I,
)
"""Names the year of a thing, which is mostly decided in the year before."""
A_MONTH = 31
"""Days."""
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_ANY_YEAR = re.compile(
    rf"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d\d/\d\d(?!\d)|\b{_MONTH}\.? \d\d\b", re.I
)


@dataclass(frozen=True, slots=True)
class AskedYears:
    """Calendar years, and financial years by the last two digits of both of theirs."""

    calendar: tuple[int, ...]
    financial: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    """How they are written, the financial ones first."""

    are_whole: bool = True
    """Whether they are asked about as years, and not as those of a day or a month."""
    of_things: bool = False
    """Whether it is a thing that is of the year ("the 2019 budget"), not what was done in it."""

    def __bool__(self) -> bool:
        return bool(self.words)

    def are_told_in(self, text: str, meeting: date | None = None) -> bool:
        """Whether ``text`` has one of them, in whatever spelling; in no plan's name alone.

        A meeting held in a calendar year tells of it.
        """
        financial = self.financial
        if financial and not any(_has_financial(text, *years) for years in financial):
            return False
        if not self.calendar or (meeting and meeting.year in self.calendar):
            return True
        text = PLAN.sub(_shortened, text)
        return any(_has_calendar(text, year) for year in self.calendar)


def asked_years(question: str, scope: Scope) -> AskedYears:
    """The years that ``question`` names; ``scope`` is what was read out of it."""
    financial = {
        (first[-2:], last[-2:]): match[0]
        for match in FINANCIAL_YEAR.finditer(question)
        for first, last in [(match["first"] or match["short"], match["last"] or match["end"])]
        if int(last[-2:]) == (int(first[-2:]) + 1) % 100
    }
    calendar = tuple(period.since.year for period in scope.periods)
    whole = all((period.until - period.since).days > A_MONTH for period in scope.periods)
    words = (*financial.values(), *map(str, calendar))
    of_things = bool(years_of_things(question))
    return AskedYears(calendar, tuple(financial), words, whole, of_things)


def years_of_things(question: str) -> list[str]:
    """The years of things that ``question`` names: "the budget for 2019", "2019 precept"."""
    return [match["of"] or match["whose"] for match in OF_A_YEAR.finditer(question)]


def is_of_years(years: AskedYears, passage: Passage) -> bool:
    """Whether ``passage`` or its meeting is of one of ``years``; so is all where none is asked.

    A table whose header names years tells of those alone.
    """
    header = " ".join(lead.text for row in quotables(passage)[:1] for lead in row.leads)
    if passage.is_table and tells_years(header):
        return years.are_told_in(passage.text)
    title = passage.item.title if passage.item else ""
    text = " ".join((in_context(passage), title, *passage.headings))
    return years.are_told_in(text, passage.paper.meeting.held_on)


def tells_years(text: str) -> bool:
    """Whether ``text`` names any year."""
    return bool(_ANY_YEAR.search(text))


def _has_financial(text: str, first: str, last: str) -> bool:
    return bool(
        re.search(
            rf"(?<!\d)(?:(?:19|20){first}\s?(?:[-–/]|to)\s?(?:20)?|{first}[-–/]){last}(?!\d)", text
        )
    )


def _has_calendar(text: str, year: int) -> bool:
    short = f"{year % 100:02d}"
    return str(year) in text or bool(
        re.search(
            rf"/{short}\b|\d[.]\d\d[.]{short}\b|\b{_MONTH}\.? ['’]?{short}\b(?!\s*[:.]\d)",
            text,
            re.I,
        )
    )


def _shortened(plan: "re.Match[str]") -> str:
    """A plan's name with its first year alone, where it runs for more than one."""
    years = int(plan["last"][-2:]) - int(plan["first"][-2:])
    return f" {plan['first']}" if years > 1 else plan[0]
