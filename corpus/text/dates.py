"""Dates as councils write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WELSH_MONTHS = (
    *("ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf"),
    *("awst", "medi", "hydref", "tachwedd", "rhagfyr"),
)
_MONTH_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS if month != "may")
_MONTH = rf"(?P<month>{'|'.join(WELSH_MONTHS)}|{_MONTH_NAMES}|may|sept)(?![^\W\d_])\.?"
_NTH = r"(?:st|nd|rd|th|af|ain|il|ydd|edd|ed|fed|eg|[\"”“™°*'%?]{1,2})"
"""Behind a day: English or Welsh, or what a scan makes of raised letters."""
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+)?"
_DAY_FIRST = rf"(?P<day>\d{{1,2}})\s*{_NTH}?\s*(?:day\s+of\s+|of\s+|o\s+)?[\s,.]*{_MONTH}"
_DAY_FIRST += r"[\s,.]*(?P<year>(?:19|20)\d{2})"
_MONTH_FIRST = rf"{_MONTH}\s*(?P<day>\d{{1,2}})\s*{_NTH}?[\s,.]+(?P<year>(?:19|20)\d{{2}})"
_NUMERIC = r"(?P<day>\d{1,2})\s*[./-]\s*(?P<month>\d{1,2})\s*[./-]\s*(?P<year>(?:19|20)?\d{2})"
_ISO = r"(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})"
_SHORT = rf"(?P<day>\d{{1,2}})\.?{_MONTH}\.?'?(?P<year>\d{{2}})"
PATTERNS = tuple(
    re.compile(rf"(?<![\d/.-]){prefix}{pattern}(?![\d/])", re.IGNORECASE)
    for prefix, pattern in (
        (_WEEKDAY, _DAY_FIRST),
        (_WEEKDAY + r"(?<![\w])", _MONTH_FIRST),
        ("", _ISO),
        ("", _NUMERIC),
        ("", _SHORT),
    )
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text at ``start`` to ``end``; ``weekday`` says that its day was named."""

    day: date
    start: int
    end: int
    weekday: bool


def find_dates(text: str) -> Iterator[FoundDate]:
    """The full dates (day, month and year) in ``text``, in order; impossible ones are left out.

    Numbers are read day first, as in the United Kingdom; two-digit years are 2000 to 2099.
    """
    found: list[FoundDate] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            if match.start() == 0 and "." in match[0] and len(match["year"]) == 2:
                continue  # "18.03.05 Village green" is the number of a minute
            day = _day(match["day"], match["month"], match["year"])
            if day:
                weekday = bool(match.groupdict().get("weekday"))
                found.append(FoundDate(day, match.start(), match.end(), weekday))
    yield from sorted(found, key=lambda each: each.start)


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or its first letters, or None."""
    name = name.casefold().rstrip(".")
    if name in WELSH_MONTHS:
        return WELSH_MONTHS.index(name) + 1
    if len(name) < 3:
        return None
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3])), None)


def _day(day: str, month: str, year: str) -> date | None:
    number = int(month) if month.isdigit() else month_number(month)
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number or 0, int(day))
    except ValueError:
        return None


def long_date(day: date) -> str:
    """As people write it: 19 March 2012."""
    return f"{day.day} {day:%B %Y}"
