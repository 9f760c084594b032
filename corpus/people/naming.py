"""People in running text: title, name and the role beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.papers import Capacity, Person
from corpus.people.personal_names import (
    POST_NOMINALS,
    TITLE,
    is_of_a_place,
    is_post,
    is_role,
    name_end,
    singular,
)
from corpus.text.sentences import sentences

BRACKETS = re.compile(r"\s*\((?P<role>[^()]*(?:\([^()]*\)[^()]*)*)\)?")
REPLACING = (
    r"\b(?:substitut\w*|subs?\b|deputis\w+|deputiz\w+|(?:in|as a?) (?:place|replacement) (?:of|for)"
    r"|on behalf of|replacing|replaced|represent(?:ed|ing)|dirprwy\w*)"
)
REPLACES = re.compile(REPLACING, re.I)
"""Words by which someone stands in for another."""
NO_ROLE = re.compile(
    r"(?:work|holiday|annual leave|ill|illness|sick\w*|unwell|medical|personal|prior|family|away"
    r"|leave|another|other|maternity|bereavement|council business)\b.*"
    r"|(?:from|until|till|to|up to|part|left|arrived|joined|items?|minutes?|for|via|by|remote\w*"
    r"|online|virtual\w*|zoom|teams|hybrid|late|except)\b.*|[\d.:,\s]*(?:am|pm)?"
    r"|(?:labour|lab|conservative|con|lib(?:eral)? ?dem(?:ocrat)?s?|ld|green|snp|plaid cymru|plaid"
    r"|independent|ind|reform(?: uk)?|ukip|dup|sdlp|uup|alliance|sinn f[ée]in|l|c|ok|p|ward)",
    re.I,
)
"""In brackets after a name: when or how someone attended, or a party; no role."""
_APPOSITION = re.compile(
    r",\s+(?P<role>(?:the |our )?(?-i:[A-Z])[^.;:()]{2,140}?)"
    r"(?=,?\s+(?:(?:also|then|both|further|and) )?(?:(?-i:[a-z-]+ed)|said|gave|spoke|was|were|had"
    r"|has|have|who|which|told|drew|put|read|led|took|made|wrote|thought|felt|sought)\b"
    r"|,\s+(?:and|which|who|to|on|in|for)\b|[.;:]|$)",
    re.I,
)
_ENDS_IN_TITLE = re.compile(
    r"\b(?:cyngh?|ald|coun|revd?|prof|capt|col|supt|insp|sgt|p\.?c)\.$", re.I
)
_MANY = re.compile(r"(?:the )?(?:members|officers|councillors)\b", re.I)
_ROLE_BEFORE = re.compile(
    r"(?:^|\b(?:[Tt]he|by|from|[Aa])\s)(?P<role>[A-Z][^.;:()]{2,110}?),?\s+\(?$"
)
_ROLE_REACH = 130
"""More characters than the longest role and what leads in to it."""
_ROLE_FIRST = re.compile(r"(?:[Tt]he\s+)?(?P<role>[A-Z][^.;:()]{2,110}?),\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person at characters ``start`` to ``end`` of a text, role included."""

    person: Person
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AppearanceText:
    """A person in block ``block`` of a section; the words are its characters to ``end``."""

    capacity: Capacity
    person: Person
    block: int
    start: int
    end: int


def sentences_in(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence; none ends with a title: "Ald. Smith"."""
    begun: int | None = None
    for start, end in sentences(text):
        begun = start if begun is None else begun
        if end < len(text) and _ENDS_IN_TITLE.search(text[max(0, end - 12) : end]):
            continue
        yield begun, end
        begun = None


def people_named(text: str) -> list[FoundPerson]:
    """The people that running text names by a title, in order, roles beside them included."""
    found: list[FoundPerson] = []
    at = 0
    while match := TITLE.search(text, at):
        title, plural = singular(match["title"])
        end = name_end(text, match.end(), titled=True)
        at = match.end()
        if end is None or title.islower():
            continue
        person = _beside(text, match.start(), match.end(), end, title)
        found.append(person)
        while plural and (more := _next_in_prose(text, found[-1].end, title)):
            found.append(more)
        at = found[-1].end
    return found


def people_at(text: str, start: int) -> list[FoundPerson]:
    """The people that text names from ``start`` on, with or without a title: "A B and C D"."""
    found: list[FoundPerson] = []
    at, spread = start, None
    while True:
        each, spread = _one_at(text, at, spread, bool(found))
        if each is None:
            return found
        found.append(each)
        joint = re.match(r",?\s+(?:and|&)\s+|,\s+", text[each.end :])
        if joint is None:
            return found
        at = each.end + joint.end()


def same_person(one: Person, other: Person) -> bool:
    """Whether two names may be of one person: "Ann Example", "A Example", "Mrs Example"."""
    mine, theirs = _name_words(one.name), _name_words(other.name)
    if not mine or not theirs or mine[-1] != theirs[-1]:
        return False
    titles = {(each.title or "").casefold().rstrip(".") for each in (one, other)}
    if len(titles & {"mr", "mrs", "ms", "miss", "dr"}) == 2:
        return False
    return all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
        for a, b in zip(mine[:-1], theirs[:-1], strict=False)
    )


def _beside(text: str, start: int, name_start: int, end: int, title: str | None) -> FoundPerson:
    """A person of running text with the role in brackets or between commas beside its name."""
    name = text[name_start:end]
    if letters := POST_NOMINALS.match(text, end):
        end = letters.end()
    reach = max(0, start - _ROLE_REACH)
    before = _role_before(text[reach:start])
    if before:
        closing = 1 if text[start - 1 : start] == "(" and text[end : end + 1] == ")" else 0
        person = Person(name, title, tidy(before["role"]))
        end += closing
        if text[end : end + 1] == "," and not re.match(r",\s+(?:and\s+)?[A-Z]", text[end:]):
            end += 1
        return FoundPerson(person, reach + before.start("role"), end)
    if match := BRACKETS.match(text, end):
        role = match["role"].strip()
        known = role if role and not NO_ROLE.fullmatch(role) else None
        return FoundPerson(Person(name, title, known), start, match.end())
    match = _APPOSITION.match(text, end)
    if match and _is_beside(text, match):
        stop = match.end() + (1 if text[match.end() : match.end() + 1] == "," else 0)
        return FoundPerson(Person(name, title, tidy(match["role"])), start, stop)
    return FoundPerson(Person(name, title), start, end)


def _role_before(text: str) -> "re.Match[str] | None":
    """The post that stands right before a name, as in "the Head of Parks, Mr Example"."""
    starts = [match.start() for match in re.finditer(r"(?:^|\b(?:[Tt]he|by|from|[Aa]))\s", text)]
    for start in [*reversed(starts), 0]:
        match = _ROLE_BEFORE.match(text, start)
        role = tidy(match["role"]) if match else ""
        if is_post(role) and not _MANY.match(role) and not people_in_role(role):
            return match
    return None


def _is_beside(text: str, match: "re.Match[str]") -> bool:
    """Whether words after a comma are the role of the name before it.

    In "asked by Mr Example, the Head of Legal said" they begin a sentence of their own.
    """
    role = match["role"]
    if _MANY.match(role) or TITLE.match(role) or not is_role(" ".join(role.split()[:5])):
        return False
    return not re.match(r"the\s", role, re.I) or text[match.end() :][:1] in ("", ",", ".", ";")


def people_in_role(role: str) -> bool:
    """Whether words taken for a role name a person themselves."""
    return any(name_end(role, match.end(), True) for match in TITLE.finditer(role))


def _next_in_prose(text: str, at: int, title: str) -> FoundPerson | None:
    """The next name that a plural title stands before."""
    joint = re.match(r",?\s+(?:and|&)\s+|,\s+", text[at:])
    if joint is None:
        return None
    start = at + joint.end()
    match = TITLE.match(text, start)
    name_start = match.end() if match else start
    end = name_end(text, name_start, titled=True)
    if end is None:
        return None
    own = singular(match["title"])[0] if match else title
    return _beside(text, start, name_start, end, own)


def _one_at(
    text: str, at: int, spread: str | None, follows: bool
) -> tuple[FoundPerson | None, str | None]:
    """The person named at ``at`` and the plural title in force after it."""
    role = None if spread else _ROLE_FIRST.match(text, at)
    start = role.end() if role and is_post(role["role"]) else at
    match = TITLE.match(text, start)
    if match:
        title, plural = singular(match["title"])
        end = name_end(text, match.end(), titled=True)
        if end is None:
            return None, None
        person = _beside(text, start, match.end(), end, title)
        return person, title if plural else spread if follows else None
    end = name_end(text, start, titled=spread is not None)
    if end is None or (spread is None and is_of_a_place(text[start:end])):
        return None, None
    return _beside(text, start, start, end, spread), spread


def tidy(role: str) -> str:
    """A role without the article and punctuation around it."""
    return re.sub(r"^(?:the|our|a|and)\s+", "", role.strip(" ,:(-–\t\n"), flags=re.I)


def _name_words(name: str) -> list[str]:
    """The words of a name; a letter in brackets stands for a first name: "Collins (J)"."""
    name = re.sub(r"^(.*?)\s*\((\w{1,2})\.?\)$", r"\2 \1", name.casefold().replace("’", "'"))
    return re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", re.sub(r"\([^)]*\)", "", name))
