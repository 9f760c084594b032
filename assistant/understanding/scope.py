"""The scope that a question's own words give: dates, council, body."""

import re
from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.holdings import Holdings
from assistant.understanding.questions import Narrowing, ScopePart
from corpus.papers import Paper
from corpus.text.dates import MONTHS, find_dates, long_date, month_number
from corpus.text.words import words_of

_MONTHS = {*MONTHS, *(month[:3] for month in MONTHS), "sept"}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\.?,?\s+(?P<year>(?:19|20)\d\d)\b", re.I)
YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d\s*[-–/]\s*\d{2,4}(?!\d)")
"""A financial year, or the years of a plan: the name of something, no time to look in."""
YEAR = re.compile(r"(?<![\d/£,.-])(?P<year>(?:19|20)\d\d)(?![\d/]|,\d)")
LAST_MEETING = re.compile(
    r"\b(?:last|latest|most recent|newest)\s+(?:(?!(?:the|in|from|that|these)\b)\w+\s+){0,3}?"
    r"(?:meeting|minutes|session)\b",
    re.I,
)
_AUXILIARIES = (
    "could",
    "did",
    "do",
    "does",
    "was",
    "were",
    "is",
    "has",
    "had",
    "would",
    "will",
    "can",
)
NOT_WANTED = re.compile(
    r"\b(?:rather than|instead of)\b[^.?!;]*$|"
    + "".join(rf"(?<!\b{auxiliary} )" for auxiliary in _AUXILIARIES)
    + r"\bnot\b(?! (?:present|there|attend))(?:[^.?!;]*$|[^,.?!;]*)",
    re.I,
)
GENERIC = frozenset(
    words_of(
        "council county city borough district parish town community cabinet committee panel "
        "board group sub select scrutiny and policy development service services municipal "
        "metropolitan"
    )
)
"""Stems of words that names share, and that do not tell one council or body from another."""
NAMES_A_BODY = frozenset(words_of("cabinet scrutiny executive planning licensing audit"))
"""Stems of words by which people call a body for short."""
ADDRESSEE = re.compile(
    r"\b(?:to|by|from|back to) (?:the )?(?:full )?(?:cabinet|council|executive)\b", re.I
)
"""A body that something is recommended or referred to is not the one that did it."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``since`` to ``until``, both inclusive."""

    since: date
    until: date

    def holds(self, day: date | None) -> bool:
        """Whether ``day`` is known and within."""
        return day is not None and self.since <= day <= self.until

    def is_told_in(self, text: str) -> bool:
        """Whether ``text`` has its year, and its month or its day where it is one."""
        month = MONTHS[self.since.month - 1][:3]
        day = f"0?{self.since.day}" if self.since == self.until else r"\d{1,2}"
        in_digits = rf"\b{day}[./]0?{self.since.month}[./](?:20)?{self.since:%y}\b"
        if self.since.month == self.until.month and re.search(in_digits, text):
            return True
        if str(self.since.year) not in text:
            return False
        if self.since == self.until:
            return bool(re.search(rf"\b{self.since.day}(?:st|nd|rd|th)?\s+{month}", text, re.I))
        is_a_month = (self.until - self.since).days <= 31
        return not is_a_month or month in text.casefold()

    def in_words(self) -> str:
        """Such as "19 March 2012", "March 2012", "2012", or both ends of anything else."""
        since, until = self.since, self.until
        if since == until:
            return long_date(since)
        month, year = f"{MONTHS[since.month - 1].capitalize()} {since.year}", str(since.year)
        whole = {_month(since.year, since.month): month, _year(since.year): year}
        return whole.get(self, f"{long_date(since)} to {long_date(until)}")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question says of where to look; empty where it says nothing."""

    periods: tuple[Period, ...] = ()
    councils: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    bodies_in_full: bool = False
    """Whether the question gives the body's whole name, not only words that suggest it."""

    def fits(self, paper: Paper) -> int:
        """How many of the three agree with ``paper``, less those that disagree."""
        meeting = paper.meeting
        score = 0
        if self.periods:
            score += 1 if any(p.holds(meeting.held_on) for p in self.periods) else -1
        if self.councils and meeting.council:
            score += 1 if meeting.council in self.councils else -1
        if self.bodies and meeting.body:
            score += 1 if meeting.body in self.bodies else -1
        return score

    def without(self, parts: Collection[ScopePart]) -> "Scope":
        """The scope less what a person does not want narrowed."""
        return Scope(
            () if ScopePart.DATE in parts else self.periods,
            () if ScopePart.COUNCIL in parts else self.councils,
            () if ScopePart.BODY in parts else self.bodies,
            ScopePart.BODY not in parts and self.bodies_in_full,
        )

    @property
    def narrowings(self) -> tuple[Narrowing, ...]:
        """The scope in words, part by part."""
        return (
            *(Narrowing(ScopePart.COUNCIL, council) for council in self.councils),
            *(Narrowing(ScopePart.BODY, body) for body in self.bodies),
            *(Narrowing(ScopePart.DATE, period.in_words()) for period in self.periods),
        )


NO_SCOPE = Scope()


def read_scope(question: str, holdings: Holdings) -> Scope:
    """The scope in ``question``; a year after "not" is not wanted and left out."""
    wanted = NOT_WANTED.sub(" ", question)
    councils = _councils(wanted, holdings)
    bodies = _bodies(wanted, holdings, councils)
    in_full = any(_names_in_full(wanted, body) for body in bodies)
    periods = _periods(wanted) or _last_meeting(wanted, holdings, councils, bodies)
    return Scope(periods, councils, bodies, in_full)


def _last_meeting(
    text: str, holdings: Holdings, councils: Collection[str], bodies: Collection[str]
) -> tuple[Period, ...]:
    """The day of the newest meeting in scope whose minutes are held, where that is asked of."""
    if not LAST_MEETING.search(text):
        return ()
    days = [
        meeting.held_on
        for meeting, minutes in holdings.meetings().items()
        if minutes
        and meeting.held_on
        and (not councils or meeting.council in councils)
        and (not bodies or meeting.body in bodies)
    ]
    return (Period(max(days), max(days)),) if days else ()


def _periods(text: str) -> tuple[Period, ...]:
    periods: list[Period] = []
    taken: list[tuple[int, int]] = []

    def free(match: "re.Match[str]") -> bool:
        return not any(match.start() < end and start < match.end() for start, end in taken)

    for found in find_dates(text):
        periods.append(Period(found.day, found.day))
        taken.append((found.start, found.end))
    for match in MONTH_YEAR.finditer(text):
        month, year = month_number(match["month"]), int(match["year"])
        if month and free(match):
            periods.append(_month(year, month))
            taken.append(match.span())
    taken += [match.span() for match in YEARS.finditer(text)]
    for match in YEAR.finditer(text):
        if free(match):
            periods.append(_year(int(match["year"])))
    return tuple(periods)


def _month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _councils(text: str, holdings: Holdings) -> tuple[str, ...]:
    """Councils named by the words that tell them from others, or by their initials."""
    words = set(words_of(text))
    named = []
    for council in holdings.councils:
        own = set(words_of(council)) - GENERIC
        forms = {a for a, name in holdings.council_forms.items() if name == council}
        initials = any(re.search(rf"(?<![\w&]){re.escape(f)}(?![\w&])", text, re.I) for f in forms)
        places = places_of(council, holdings)
        if initials or (own and own <= words) or places & words:
            named.append(council)
    return tuple(named)


def told_apart(councils: Sequence[str]) -> tuple[str, ...]:
    """``councils`` without other names of one before them: they share the words that tell."""
    kept: list[str] = []
    for council in councils:
        own = set(words_of(council)) - GENERIC
        if not any(own & set(words_of(other)) - GENERIC for other in kept):
            kept.append(council)
    return tuple(kept)


def places_of(council: str, holdings: Holdings) -> set[str]:
    """The stems of the names in a council's name that no other council's name has."""
    others = {w for each in holdings.councils if each != council for w in words_of(each)}
    return _own_name(council, holdings) - others


def places_of_bodies(scope: "Scope", holdings: Holdings) -> set[str]:
    """The stems of the places that the bodies of ``scope`` are called after."""
    councils = {word for council in holdings.councils for word in words_of(council)}
    return {word for body in scope.bodies for word in _own_name(body, holdings)} - councils


def _bodies(text: str, holdings: Holdings, councils: tuple[str, ...]) -> tuple[str, ...]:
    """Bodies whose own words the question names, all or nearly all of them."""
    text = ADDRESSEE.sub(" ", text)
    words = set(words_of(text))
    scored: list[tuple[float, str]] = []
    for body in holdings.bodies_of(councils):
        own = set(words_of(body))
        telling = own - GENERIC
        nearly_all = len(telling & words) >= max(1, 0.75 * len(telling))
        if _names_in_full(text, body):
            scored.append((2.0, body))
        elif nearly_all and own & GENERIC & words:
            scored.append((1.0, body))
        elif _own_name(body, holdings) and _own_name(body, holdings) <= words:
            scored.append((0.5, body))
    best = max((score for score, _ in scored), default=0.0)
    return tuple(body for score, body in scored if score == best) or _only_one(words, holdings)


def _names_in_full(text: str, body: str) -> bool:
    """Whether ``text`` has the whole name, as words: "councillors" do not name the Council."""
    return bool(re.search(rf"(?<!\w){re.escape(body)}(?!\w)", text, re.I))


def _own_name(body: str, holdings: Holdings) -> set[str]:
    """The stems of the words of a body's name that are the names of places."""
    return (
        set(
            words_of(
                " ".join(w for w in re.findall(r"\w+", body.casefold()) if w in holdings.names)
            )
        )
        - GENERIC
    )


def _only_one(words: set[str], holdings: Holdings) -> tuple[str, ...]:
    """The body that a word such as "scrutiny" or "cabinet" can only mean, if there is one."""
    for word in sorted(words & NAMES_A_BODY):
        fitting = [body for body in holdings.bodies if word in words_of(body)]
        if len(fitting) == 1 and len(holdings.councils) <= 1:
            return (fitting[0],)
    return ()
