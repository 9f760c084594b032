"""Another date in the place of the one that a question names."""

import re

from corpus.text.dates import MONTHS, month_number

_MONTH = rf"(?:{'|'.join(m for m in MONTHS if m not in ('may', 'march'))}|sept?|(?-i:May|March))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d\b(?:\s?[-–/]\s?\d{2,4})?"
DATE = re.compile(
    rf"(?P<lead>\b(?:in|on|at|for|of|during|by|since|from)\s+)?(?P<the>\bthe\s+)?"
    rf"(?P<date>\b(?:{_DAY}\s+(?:of\s+)?)?(?:{_MONTH}|march|may)\s+(?:{_DAY},?\s+)?{_YEAR}"
    rf"|\b{_DAY}\s+(?:of\s+)?(?:{_MONTH}|march|may)\b|\b{_MONTH}\s+{_DAY}\b|\b{_MONTH}\b"
    rf"|(?<![\d/£.,-]){_YEAR}(?![\d,]))",
    re.I,
)
"""A day, a month or a year with what leads to it; a month may be without its year."""
SIDE = re.compile(r"^\s*(?P<side>before|after)(?:\s+that|\s+then)?\b", re.I)
PREVIOUS = re.compile(r"\b(?P<side>previous|preceding|following|next)\s+$", re.I)
ONE_BESIDE = re.compile(
    r"\bthe (?:one|year|time)(?: (?:just|right))? (?:before|after)(?: (?:that|it|this|then))?\b",
    re.I,
)
"""What a date says more exactly: "the one before that, for 2018"."""
YEAR_OF = re.compile(r"(?:19|20)\d\d")
MONTH_OF = re.compile(_MONTH.replace("(?-i:May|March)", "may|march"), re.I)
JOINED = re.compile(r"\s*(?:and|v|vs|versus|to|or|with|against|compared with|[-–,])\s*", re.I)
RELATIVE = re.compile(
    r",?\s+(?:and|but)\s+[^,?]*\b(?:year (?:before|after)|(?:previous|next) year)\b.*$", re.I
)
"""A part of a question that asks of the year beside."""


def dated_anew(before: str, fresh: str) -> tuple[str, str] | None:
    """``before`` with the date of ``fresh``, and what ``fresh`` says besides; None without both.

    A year takes the place of a date with a year, a month of one with a month.
    """
    new = DATE.search(fresh)
    before = RELATIVE.sub("", before) if new else before
    dates = list(DATE.finditer(before))
    old = _counterpart(new["date"], dates) if new else None
    if new is None or old is None:
        return None
    when, end = _in_full(new, fresh, old["date"])
    lead = _lead(old, new, when)
    whole = _without_others(before, dates, old)
    whole = f"{whole[: old.start()]}{lead}{when}{whole[old.end() :]}"
    rest = PREVIOUS.sub("", fresh[: new.start()]) + fresh[end:]
    return " ".join(whole.split()), ONE_BESIDE.sub("", rest).strip(" ,")


def _counterpart(when: str, dates: "list[re.Match[str]]") -> "re.Match[str] | None":
    """The date, the first of those that are most like ``when``, that it can stand for."""
    sort = _sort_of(when)
    alike = [
        old
        for old in dates
        if any(a and b for a, b in zip(_sort_of(old["date"]), sort, strict=True))
    ]
    return max(
        alike,
        key=lambda old: sum(a == b for a, b in zip(_sort_of(old["date"]), sort, strict=True)),
        default=None,
    )


def _sort_of(when: str) -> tuple[bool, bool, bool, bool]:
    """Whether a date has a day, a month, a year, and whether that is a financial one."""
    year = re.search(_YEAR, when)
    is_financial = year is not None and not year[0].isdigit()
    return _has_day(when), bool(MONTH_OF.search(when)), year is not None, is_financial


def _without_others(before: str, dates: "list[re.Match[str]]", old: "re.Match[str]") -> str:
    """``before`` less the dates after ``old`` of the same sort, and what joins two."""
    sort, start = _sort_of(old["date"]), old.end()
    later = [each for each in dates if each.start() > start and _sort_of(each["date"]) == sort]
    for other in reversed(later):
        joined = JOINED.fullmatch(before[start : other.start()])
        before = before[: start if joined else other.start()] + before[other.end() :]
    return before


def _lead(old: "re.Match[str]", new: "re.Match[str]", when: str) -> str:
    """What leads to the new date: the old words where they suit it too."""
    if old["the"] or not old["lead"]:
        return f"{old['lead'] or ''}{old['the'] or ''}"
    if new["lead"]:
        return str(new["lead"])
    return old["lead"] if _has_day(old["date"]) == _has_day(when) else "in "


def _has_day(when: str) -> bool:
    return bool(re.search(r"(?<!\d)\d{1,2}(?!\d)", re.sub(_YEAR, "", when)))


def _in_full(new: "re.Match[str]", fresh: str, old: str) -> tuple[str, int]:
    """The date of ``fresh`` with its year, counted from ``old`` where it names none; its end."""
    when, end = new["date"], new.end()
    side = SIDE.search(fresh[end:])
    previous = PREVIOUS.search(fresh[: new.start("date")])
    end += side.end() if side else 0
    year, month = YEAR_OF.search(old), MONTH_OF.search(when)
    if YEAR_OF.search(when) or not year or not month:
        return when, end
    number, then = int(year[0]), MONTH_OF.search(old)
    named = month_number(month[0]) or 0
    of_old = (month_number(then[0]) or 0) if then else 0
    which = (side or previous or {"side": ""})["side"].casefold()
    if which in ("before", "previous", "preceding") and named >= of_old:
        number -= 1
    if which in ("after", "following", "next") and then and named <= of_old:
        number += 1
    return f"{when} {number}", end
