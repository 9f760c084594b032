"""Sentences that tell who sent apologies, stood in, was there or declared an interest."""

import re

from corpus.papers import Capacity, Person
from corpus.people.listing import people_in
from corpus.people.naming import people_at, people_named

STANDS_IN = re.compile(
    r"(?:as (?:a |the )?)?\b(?:substitut|subs?\b|deputis|in (?:the )?place of|replac|dirprwy)", re.I
)
"""Begins the role of someone who stands in for another."""
_SENT_APOLOGIES = re.compile(
    r"(?: ?(?:,|who|had|have|has|all|both|also|each))* ?(?:apologi[sz]ed|(?:sen[dt]|gave|given"
    r"|submitted|tendered|offered|conveyed|recorded)\b.{0,40}\bapolog)",
    re.I,
)
_APOLOGIES_FROM = re.compile(
    r"\b(?:apolog(?:y|ies)|ymddiheuriad(?:au)?)\b(?:(?! who\b).)*?\b(?:from|by|on behalf of|gan"
    r"|oddi wrth|for|of)\b\W*(?=(?:the |y )?(?-i:[A-Z]))",
    re.I | re.S,
)
_SUBSTITUTED = re.compile(
    r"(?: ?(?:was|were|had|has|have|is|are|attended|acted|sat|attending|acting|who|been|present"
    r"|as|in|an?|the|her|his|their|respective|nominated|named)\b)* ?"
    r"(?:substitut|deputis|replac(?:ed|ing|ement)\b|place of|on behalf of)",
    re.I,
)
IS_SUBSTITUTED = re.compile(
    r"\b(?:substituted|replaced|deputised|represented) (?:for )?by\s+", re.I
)
_WAS_THERE = re.compile(
    r"\s*,?\s*(?:who )?(?:was|were)\s+(?:also |both |all )*(?:in attendance|present)"
    r"\b(?! when| as )",
    re.I,
)
_WAS_ABSENT = re.compile(r"\s*(?:was|were) (?:also |both )?absent\b", re.I)
_CUT = re.compile(
    r"[.;]?\s+(?:who|due|owing|because|which|were|was|had|with|it was|for (?:this|the|his|her))\b"
)
_INTEREST = r"(?:interest|predetermin|pre-determin|dispensation|buddiant|diddordeb)"
_DECLARED = re.compile(
    rf"^\W*(?:(?:also|both|each|all|then|further|having|had|has|have|again)\W+)*(?:declar\w+"
    rf"|disclos\w+"
    rf"|datgan\w*|ddatgan\w*|regist\w+)\b(?!.{{0,30}}\bno (?:other )?{_INTEREST}).*{_INTEREST}",
    re.I | re.S,
)
_DECLARED_THAT = re.compile(r"\s*,?\s*(?:also |then )?(?:declared|disclosed)\b", re.I)
_MENTIONED = re.compile(
    rf"^\W*(?:\w+\W+){{0,2}}(?:stated|advised|indicated|made|noted|reported|informed|has|had"
    rf"|said)\b.*"
    rf"(?:{_INTEREST}|declaration)",
    re.I | re.S,
)
_DECLARED_BY = re.compile(
    r"\b(?:interests?|declarations?)\b[^.]*?\b(?:declared|made|received|given|disclosed|registered"
    r"|noted)\b[^.]*?\b(?:by|from)\s+(?=[A-Z])"
    r"|\bdeclarations? of interests?\b[^.]*?\b(?:by|from)\s+(?=[A-Z])",
    re.I,
)
_ENTRY = re.compile(
    rf"^\s*(?:[–—:(\t,-]|{_INTEREST}|items?\b|agenda|minute|personal|prejudicial|pecuniary|non\b"
    r"|non-|disclosable|DPI|ODI|ORI|NRI|in (?:respect|relation)|as\b|$)",
    re.I,
)
_WITHOUT = re.compile(
    rf"\b(?:no|none|nor|nil)\b.{{0,40}}(?:declar|{_INTEREST})|\bnot declar|\bremind", re.I
)


def told(
    sentence: str, capacity: Capacity | None, title: Capacity | None
) -> list[tuple[Capacity, Person]]:
    """The people whom a sentence of a head or a minute on attendance puts in a capacity.

    ``title`` is what the minute's title says that it records.
    """
    found: list[tuple[Capacity, Person]] = []
    subject = people_at(sentence, _opening(sentence))
    rest = " ".join(sentence[subject[-1].end :].split()) if subject else ""
    named = [each.person for each in subject]
    if title is not Capacity.DECLARED:
        if subject and _SENT_APOLOGIES.match(rest):
            for person in named:
                found += excused(person)
        elif subject and _SUBSTITUTED.match(rest) and not IS_SUBSTITUTED.search(rest):
            found += [(Capacity.SUBSTITUTE, person) for person in named]
        elif subject and _WAS_ABSENT.match(rest):
            found += [(Capacity.ABSENT, person) for person in named]
        elif match := _APOLOGIES_FROM.search(sentence):
            listed = _CUT.split(sentence[match.end() :])[0]
            for each in people_in(listed):
                found += excused(each.person)
        if match := IS_SUBSTITUTED.search(sentence):
            found += [
                (Capacity.SUBSTITUTE, each.person) for each in people_at(sentence, match.end())
            ]
    if not found and subject and _WAS_THERE.match(rest):
        found += [(Capacity.IN_ATTENDANCE, person) for person in named]
    return found or declared(sentence, title is Capacity.DECLARED)


def excused(person: Person) -> list[tuple[Capacity, Person]]:
    """One who apologised, after whoever is named in brackets as standing in."""
    if person.role is None or not STANDS_IN.search(person.role):
        return [(Capacity.APOLOGIES, person)]
    others = [(Capacity.SUBSTITUTE, each.person) for each in people_named(person.role)]
    return [*others, (Capacity.APOLOGIES, Person(person.name, person.title))]


def was_there(sentence: str) -> list[Person]:
    """The people of whom a sentence says no more than that they were in attendance."""
    subject = people_at(sentence, _opening(sentence))
    is_so = bool(subject) and bool(_WAS_THERE.match(sentence[subject[-1].end :]))
    return [each.person for each in subject] if is_so else []


def declared(sentence: str, in_its_minute: bool) -> list[tuple[Capacity, Person]]:
    """Who declared an interest; ``in_its_minute`` also as "Councillor X - item 7"."""
    if _WITHOUT.search(sentence):
        return []
    if match := _DECLARED_BY.search(sentence):
        by = people_at(sentence, match.end())
        if by:
            return [(Capacity.DECLARED, each.person) for each in by]
    opening = _opening(sentence)
    groups = [people_at(sentence, opening)]
    for each in people_named(sentence):
        if not any(each.start == other.start for group in groups for other in group):
            groups.append(people_at(sentence, each.start))
    found: list[tuple[Capacity, Person]] = []
    for group in groups:
        rest = sentence[group[-1].end :] if group else ""
        if group and _declares(rest, in_its_minute, bool(found) or group[0].start == opening):
            those = [(Capacity.DECLARED, each.person) for each in group]
            found += [each for each in those if each not in found]
            if not _ENTRY.match(rest):
                break
    return found


def _declares(rest: str, in_its_minute: bool, opens: bool) -> bool:
    """Whether what follows names says that they declared; ``opens``: they begin an entry."""
    if _DECLARED.match(rest):
        return True
    if not in_its_minute:
        return False
    told = _MENTIONED.match(rest) or _DECLARED_THAT.match(rest)
    return bool(told or (opens and _ENTRY.match(rest)))


def _opening(sentence: str) -> int:
    """Where a sentence begins after numbers and the like."""
    match = re.match(r"(?:[\s\[(•*-]|\d{1,3}[.)]\s|\(?[a-z]{1,3}\)\s|[Tt]he (?=Rev))*", sentence)
    return match.end() if match else 0
