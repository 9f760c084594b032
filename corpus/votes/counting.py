"""The sides of a vote as minutes write them: labels, numbers and lists of names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from corpus.votes.moving import NAME, PLURAL_TITLE, TITLE, TITLED


class Side(Enum):
    """How one votes. Between a motion and an amendment one votes for either."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    AMENDMENT = "amendment"


@dataclass(frozen=True, slots=True)
class Count:
    """One side of a vote as recorded: its number, or None, and its names."""

    side: Side
    number: int | None
    names: tuple[str, ...] = ()


UNITS = (  # noqa: SIM905 - words, not a list of quotes
    "none no nil zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNIT = "|".join(UNITS)
_TO_99 = rf"(?:{'|'.join(TENS)})(?:[\s-](?:{_UNIT}))?|{_UNIT}"
NUMBER = (
    rf"(?:\d{{1,3}}|(?:an?|{_UNIT})\s+hundred(?:\s+and\s+(?:{_TO_99}))?|{_TO_99}|an?(?=\sabst))"
)
_FOR = r"in\s+favour|for|ayes?|yes|in\s+support"
_AGAINST = r"against|noes|nays?|opposed|dissent(?:ing|ions?)?"
_ABSTAINED = r"abst(?:ain(?:ed|ing|s)?|entions?)|abs|not\s+voting|did\s+not\s+vote"
_SIDE = rf"(?:(?P<for>{_FOR})|(?P<against>{_AGAINST})|(?P<abstained>{_ABSTAINED}))"
_OBJECT = (
    r"(?:\s+(?:of\s+)?(?:the\s+)?(?:(?:original|substantive|main|officers?['’]?)\s+)?"
    r"(?P<object>motion|amendment|recommendations?|proposals?|resolution|proposition"
    r"|application)(?:\s+\d)?)?"
)
_BEFORE_SIDE = (
    r"(?:(?:total\s+)?(?:recorded\s+)?(?:vot(?:es?|ed|ing)|those|members?|councillors?|number)\s+"
    r"(?:(?:voting|cast|who\s+voted)\s+)?(?:were\s+)?)?"
)
LABEL = re.compile(
    rf"\W*(?:(?:recorded\s+)?vot(?:es?|ing)\s*[:–-]\s*)?{_BEFORE_SIDE}"
    rf"(?:{_SIDE}{_OBJECT}|(?P<either>motion|amendment))\b(?P<mark>\s*[:=–-]+)?"
    rf"\s*(?P<number>[(\[]?\b{NUMBER}\b[)\]]?)?(?:\s*(?:votes?|members?)\b)?(?P<rest>.*)",
    re.I | re.S,
)
SPLITS = re.compile(
    r"(?<=[\s;,.()/|])(?<!the )(?<!voted )(?<!voting )(?<!votes )"
    rf"(?={_BEFORE_SIDE}(?:in favour|for|against|ayes?|noes|nays|opposed"
    rf"|abst(?:ained|ain|entions?)|not voting|motion|amendment)\b"
    rf"(?:\s+(?:of\s+)?the\s+\w+)?\s*(?:[(\[]?\b{NUMBER}\b[)\]]?|[:=–-]))",
    re.I,
)
_AND_MORE = rf"\s*(?:,|\band\b|&)\s*(?:{TITLED}|{NAME})"
COUNT_ALONE = re.compile(rf"\W*(?:total\W*)?(?P<number>{NUMBER})\W*", re.I)
COUNT_AT_END = re.compile(
    rf"(?:[(\[]|\btotal\W+|[–-]\s)\s*(?P<number>{NUMBER})\s*[)\]]?[\s.,;]*$", re.I
)
CUT_INITIAL = re.compile(r"\([A-Z]\.?\)")
"""Begins a line that goes on with the name above: "Example" / "(J), Sample (M)"."""
NO_ABSTENTIONS = re.compile(r"\W*there were no abstentions\W*", re.I)
OF_VOTE = re.compile(
    rf"(?<![£€.,\d])(?P<number>\b{NUMBER})\b[)\]]?(?!\s*%)(?:\s+(?:further|other))?"
    r"(?:\s+(?:of\s+the\s+)?(?:votes?|members?|councillors?|hands))?"
    r"(?:\s+(?:cast|were|was|being|having|vot(?:ed|ing|es?)))*\s+" + _SIDE + _OBJECT + r"\b",
    re.I,
)
AFTER_LABEL = re.compile(
    rf"\b{_SIDE}{_OBJECT}\s*(?:[:=–-]+|was|were)?\s*[(\[]?(?P<number>\b{NUMBER})\b(?!\s*%)", re.I
)
EITHER = re.compile(
    rf"\b(?P<either>motion|amendment)\s*[:=,–(-]*\s*(?P<number>\b{NUMBER})\b(?:\s*votes?)?", re.I
)
TO = re.compile(
    rf"\b(?P<for>{NUMBER})(?:\s+votes?)?(?:\s+(?:in\s+favour|for))?\s*(?:\bto\b|[–:-])\s*"
    rf"(?P<against>{NUMBER})\b(?:\s+votes?)?(?:\s+against)?",
    re.I,
)
NAMES_THEN = re.compile(
    rf"(?P<names>(?:{PLURAL_TITLE}\s+)?(?:{TITLED}|(?<=s\s){NAME})"
    rf"(?:\s*(?:,|\band\b|&|,\s*and\b)\s*(?:{TITLED}|{NAME}))*)\s+"
    r"(?P<verb>(?i:(?:had\s+|having\s+|also\s+|asked\s+|requested\s+|wished\s+|that\s+|his\s+"
    r"|her\s+"
    r"|their\s+|it\s+be\s+recorded\s+|be\s+recorded\s+as\s+|to\s+be\s+recorded\s+as\s+)*"
    r"(?:abstain(?:ed|ing)|vot(?:ed|ing|es?)\s+(?:against|for|in\s+favour)|dissent(?:ed|ing))))\b"
)
BY_MAJORITY = re.compile(
    r"\b(?:by|vot(?:e|ing)|majority)\W+(?:(?:a\s+)?(?:majority\s+)?of\W+)?$", re.I
)
CANDIDATE = re.compile(
    rf"\W*(?:{NUMBER}\W+)?For\s+(?:{PLURAL_TITLE}\s+)?{TITLED}(?:{_AND_MORE})*\W*(?::.*)?"
    rf"|\W*{TITLED}\s*[,:=–-]?\s*\W?{NUMBER}\s+votes?\W*"
)
"""A line over the names of those who voted for a candidate, or with their number."""
PLURAL_LEAD = re.compile(rf"\W*(?:(?:The\s+)?{PLURAL_TITLE}|names?\b)\s*[:–-]?\s*", re.I)
NAME_ITEM = re.compile(rf"(?:{TITLED}|{NAME})(?:\s*\([^()]{{1,30}}\))?")
TITLE_STARTS = re.compile(rf"\s+(?={TITLE}\s)")


def number_of(words: str) -> int:
    """The number that digits or words such as "twenty-one" say."""
    words = words.strip("()[] \t").lower()
    if words.isdigit():
        return int(words)
    hundreds, _, rest = words.rpartition("hundred")
    total = 100 * number_of(hundreds) if hundreds else 0
    for word in re.split(r"[\s-]+", rest.strip()):
        if word in TENS:
            total += TENS.index(word) * 10 + 20
        elif word in ("a", "an"):
            total += 1
        elif word in UNITS:
            total += max(0, UNITS.index(word) - 3)
    return total


def votes_to(words: str) -> "re.Match[str] | None":
    """Numbers such as "by 7 to 4" or "7 votes to 4", but not "items 4-8"."""
    for match in TO.finditer(words):
        if "vote" in match[0].lower() or BY_MAJORITY.search(words[: match.start()]):
            return match
    return None


def listed(lines: Sequence[str]) -> Iterator[Count]:
    """The sides of a list such as "For (2): A, B" over several lines; none if it is no list."""
    side: Side | None = None
    number: int | None = None
    below: list[str] = []
    found: list[Count] = []
    for piece in (part for line in lines for part in SPLITS.split(line)):
        label = label_of(piece)
        if label:
            if side:
                found.append(_count(side, number, below))
            side, number, rest = label
            below = [rest] if rest else []
        elif NO_ABSTENTIONS.fullmatch(piece):
            found.append(Count(Side.ABSTAINED, 0))
        elif side and (alone := COUNT_ALONE.fullmatch(piece)):
            counted = number is not None or COUNT_AT_END.search("\n".join(below))
            number = number if counted else number_of(alone["number"])
        elif side:
            below.append(piece)
    if side:
        found.append(_count(side, number, below))
    yield from found


def label_of(piece: str) -> tuple[Side, int | None, str] | None:
    """The side, its number and the rest of a line such as "For (2): A, B", or None."""
    match = LABEL.fullmatch(piece)
    if not match:
        return None
    rest = match["rest"].strip(" \t:;,.–-()[]") if match["rest"] else ""
    number = number_of(match["number"]) if match["number"] else None
    named = bool(rest) and bool(names_in(match["rest"]))
    marked = number is not None or match["mark"] or match["object"] or not rest
    if not marked and not re.match(r"\s*[\n\t]", match["rest"]):
        return None
    if rest and not named:
        return None
    if match["either"] and number is None:
        return None
    return side_of(match), number, match["rest"] if named else ""


def names_in(text: str) -> tuple[str, ...]:
    """The names of a list as printed, in order; none if anything else stands in it."""
    text = COUNT_AT_END.sub("", text.strip())
    text = PLURAL_LEAD.sub("", text, count=1) if PLURAL_LEAD.match(text) else text
    text = text.strip(" \t\n:;,.–-")
    if re.search(r"[,;]|\band\b", text):
        text = re.sub(r"(?<![,;])\n(?!and\b)", " ", text)
    items = re.split(r"\s*(?:[,;\n\t]\s*(?:and\b|&)?|\s(?:and|&)\s)\s*", text)
    parts = [part for item in items for part in TITLE_STARTS.split(item)] if items else []
    parts = _titles_joined(parts)
    names = [PLURAL_LEAD.sub("", part).strip(" .") for part in parts]
    names = [name for name in names if name]
    if not names or not all(NAME_ITEM.fullmatch(name) for name in names):
        return ()
    return tuple(names)


def _titles_joined(parts: Sequence[str]) -> list[str]:
    """Where "Cllr Mrs A" was parted between its titles, it is one name again."""
    joined: list[str] = []
    for part in parts:
        if joined and re.fullmatch(rf"(?:{TITLE}\s*)+", joined[-1]):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


def side_of(match: "re.Match[str]") -> Side:
    """The side that a label names: "for the amendment" is one of its own."""
    groups = match.groupdict()
    either, what = groups.get("either") or "", groups.get("object") or ""
    if "amendment" in either.lower():
        return Side.AMENDMENT
    if groups.get("abstained"):
        return Side.ABSTAINED
    if groups.get("against"):
        return Side.AGAINST
    return Side.AMENDMENT if "amendment" in what.lower() else Side.FOR


def _count(side: Side, number: int | None, below: Sequence[str]) -> Count:
    text = "\n".join(below)
    at_end = COUNT_AT_END.search(text)
    if number is None and at_end:
        number = number_of(at_end["number"])
    return Count(side, number, names_in(text))


def counted(words: str) -> Iterator[Count]:
    """Numbers in a sentence: "7 votes in favour, 4 against", "For 7", "by 7 votes to 4"."""
    to = votes_to(words)
    if to and not OF_VOTE.search(words[: to.start()]):
        yield Count(Side.FOR, number_of(to["for"]))
        yield Count(Side.AGAINST, number_of(to["against"]))
        words = words[to.end() :]
    before, after = list(OF_VOTE.finditer(words)), list(AFTER_LABEL.finditer(words))
    numbers_first = before and (not after or before[0].start() <= after[0].start())
    for match in before if numbers_first else after:
        yield Count(side_of(match), number_of(match["number"]))
    if not to and not before and not after:
        for match in EITHER.finditer(words):
            side = Side.AMENDMENT if match["either"].lower() == "amendment" else Side.FOR
            yield Count(side, number_of(match["number"]))


def named(words: str) -> Iterator[Count]:
    """Names in a sentence: "Councillor A abstained", "with Councillors B and C voting against"."""
    for match in NAMES_THEN.finditer(words):
        verb = match["verb"].lower()
        names = names_in(match["names"])
        if "abst" in verb:
            yield Count(Side.ABSTAINED, None, names)
        elif "against" in verb or "dissent" in verb:
            yield Count(Side.AGAINST, None, names)
        else:
            yield Count(Side.FOR, None, names)


def merged(counts: Sequence[Count]) -> Count:
    """One side as recorded, maybe in several places; what differs is None."""
    numbers = {count.number for count in counts if count.number is not None}
    names = tuple(dict.fromkeys(name for count in counts for name in count.names))
    if len({count.names for count in counts if count.names}) > 1 and len(numbers) > 1:
        names = ()
    side = counts[0].side if counts else Side.FOR
    return Count(side, numbers.pop() if len(numbers) == 1 else None, names)
