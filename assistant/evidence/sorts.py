"""Whether words are of the sort that is wanted: a figure, a date, a person, a reason."""

import re
from collections.abc import Iterator

from assistant.evidence.doers import tells_who
from assistant.evidence.sums import gives_a_sum, is_of_sort
from assistant.understanding.slots import Bearer, Slot
from assistant.understanding.wanting import Wanted
from corpus.people.naming import people_named
from corpus.people.personal_names import name_end
from corpus.people.speakers import speech_in
from corpus.text.words import words_of

_OWN_NUMBER = re.compile(
    r"^\W*(?:\d+(?:\.\d+)+[.)]?|\d+[.)]|\(?(?:\d+|[a-z]|[ivx]{1,4})[.)])\s+"
    r"|^\W*\d{1,2}\s+(?=(?-i:[A-Z]))",
    re.I | re.M,
)
"""The number of a paragraph or a list item."""
_LABELLED = re.compile(
    r"\b(?:years?|levels?|key stages?|phase|stage|band|tier|grade|option|route|appendix|table"
    r"|figure|section|paragraphs?|paras?|page|item|minute|minutes|part|regulation|article|no|ks"
    r"|schedule|clause|article|act|recommendation|question|version|junction|sections?)"
    r"\.?\s*\d+(?:[./]\d+)*(?:\s*(?:,|and|to|-|–)\s*\d+)*",
    re.I,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATES = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? \d{{4}})?|\b{_MONTH}\.? \d{{1,4}}\b"
    r"|(?<![\d,.£€])(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?(?![\d,.]\d|%)\b"
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    re.I,
)
_WORDS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|million|billion|dozen|half|third|quarter|none|nil|no|once|twice|both"
    r"|single|unanimous(?:ly)?|weekly|monthly|annual(?:ly)?|daily|yearly|quarterly"
)
_NUMBER = re.compile(rf"(?P<digits>\d+(?:[.,]\d+)*)|\b(?:{_WORDS})\b", re.I)
_PERCENT = re.compile(
    r"\d\s?%|\bper ?cent\b|\b(?:half|third|quarter|fifth|majority|all|most)\b|\bin (?:ten|five)\b"
    r"|\b\w+ (?:out )?of (?:the )?\w+\b.*\d|\d+ (?:in|out of|of) (?:the )?\d+",
    re.I,
)
_TIME = re.compile(
    rf"\b(?!may\b|march\b){_MONTH}\b|(?-i:\b(?:May|March)\b)|\b(?:19|20)\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\d\s?(?:am|pm|noon)\b|\b(?:spring|summer|autumn|winter|daily|weekly|monthly|annually"
    r"|immediately|today|tomorrow|yesterday|easter|christmas)\b"
    r"|\b(?:next|last|this|each|every|following|previous) (?:week|month|year|term|meeting)\b"
    r"|\b(?:\d+|\w+) (?:day|week|month|year)s?(?:'|’)?\s+(?:time|ago|later|before|after|of)\b"
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:end|start|beginning|middle) of\b"
    r"|\bwithin (?:\d+|\w+) (?:day|week|month|year)s\b|\bQ[1-4]\b",
    re.I,
)
_OF_A_PLAN = re.compile(
    r"(?!(?i:january|february|march|april|may|june|july|august|september|october|november|december))"
    r"\b[A-Z]\w+,? \(?(?:19|20)\d\d\s?(?:[-–/]|to)\s?(?:\d\d){1,2}\b"
)
"""The years that a plan is called by: they tell no date."""
_DAY_ASKED = re.compile(r"\b(?:what|which) (?:date|day)\b", re.I)
_DAY = re.compile(
    rf"\b(?!may\b|march\b){_MONTH}\b|(?-i:\b(?:May|March)\b)"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    re.I,
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m|p\.m|o['’]clock)|\b\d{1,2}[.:]\d\d\b|\b(?:noon|midnight)\b",
    re.I,
)
_POST = re.compile(
    r"\b(?:Director|Manager|Officer|Head|Leader|Clerk|Chair(?:man|woman|person)?|Mayor|Secretary"
    r"|Member|Members|Adviser|Engineer|Inspector|Cathaoirleach|Treasurer|Lead|Superintendent"
    r"|Executive|Solicitor|Auditor|Minister|Warden|Sergeant|Cabinet)\b"
    r"|\b(?:[A-Z][\w'’&-]+ )+(?:Council|Committee|Board|Panel|Group|Team|Forum|Agency|Trust"
    r"|Department)\b"
)
_PROPER = re.compile(
    r"(?<![.!?:]\s)(?<!^)(?<![\w“\"'‘])[A-Z][\w'’&-]+(?:\s+(?:of|the|and|&)?\s*[A-Z][\w'’&-]+)*"
    r"|(?<!\w)[A-Z][\w'’&-]+(?:\s+[A-Z][\w'’&-]+)+"
)
"""A name: words with capitals inside of a sentence, or several of them anywhere."""
_OF_A_SCHOOL = re.compile(
    r"\b(?:School|Academy|College|Primary|Secondary|Junior|Infants?|Nursery|CE|St)\b|['’]s\b"
)
_OF_A_FIRM = re.compile(
    r"\b[A-Z][\w&'’-]*(?: [A-Z&][\w&'’-]*)* (?:Ltd|Limited|PLC|plc|LLP|CIC|Inc|Associates"
    r"|Contractors|Solutions|(?:&|and) (?:Sons?|Co))\b"
    r"|\b(?:awarded to|appoint(?:ed|ment of)?|contract (?:with|to)|contractors? (?:is|are|was|were)"
    r"|tender (?:from|by|of)|(?:submitted|supplied|provided|delivered|run) by|secured by)"
    r" (?:the )?[A-Z]\w+"
    r"|\b[A-Z]\w+ (?:were|was|has been|have been|had been) (?:appointed|awarded|selected"
    r"|commissioned|successful|chosen)\b"
)
"""A firm's name, or a name where work is given to somebody."""
_GRADES = re.compile(
    r"\b(?:outstanding|good|adequate|inadequate|satisfactory|unsatisfactory|excellent|poor|fair|weak"
    r"|(?:require[sd]?|need[sd]?) improvement|special measures|(?:grade|rated|rating|graded)"
    r" (?:of |as )?\w|perform(?:s|ed|ing) \w+|commended|pass(?:ed)?|failed|red|amber|green)\b"
    r"|\b(?:\d|one|two|three|four|five)[ -]stars?\b|\b\d{1,3} ?/ ?\d{1,3}\b",
    re.I,
)
"""A grade in the words of inspectors, or as a mark."""
_BECAUSE = re.compile(
    r"\b(?:because|reasons?|due to|owing to|so that|so as to|in order (?:to|that)|as a result|as"
    r" (?:it|they|he|she|this|there|the|a|no)|since (?!\d|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|last|then)|therefore|given (?:that|the)"
    r"|in view of|in light of|following|for (?:the purpose|fear)|caused|cause[sd]?|rationale|on the"
    r" grounds?|unable|could not|to (?:ensure|enable|allow|avoid|help|reduce|protect|meet|provide"
    r"|make|improve|support|prevent|keep|give|bring|save)|concern\w*|lack of|in response to"
    r"|explain\w*|which (?:means?|meant)|this (?:is|was) (?:because|due)|hence|would"
    r" mean|(?<!if )(?:this|that|it|which|there) would be)\b",
    re.I,
)
_TELLING = {
    Wanted.TIME: _CLOCK,
    Wanted.REASON: _BECAUSE,
    Wanted.GRADE: _GRADES,
}
"""Words that by themselves are of the sort."""


def is_of_the_sort(slot: Slot, text: str, *, is_table: bool, acronyms: dict[str, str]) -> bool:
    """Whether ``text`` holds words of the sort that ``slot`` wants."""
    match slot.wanted:
        case Wanted.FIGURE:
            return bool(figures_in(text, slot.numbers))
        case Wanted.AMOUNT:
            row = is_table and figures_in(text, slot.numbers) and is_of_sort(slot.asked, text)
            return bool(row) or gives_a_sum(slot.asked, text, slot.numbers)
        case Wanted.SHARE:
            found = figures_in(text, slot.numbers)
            return bool(found) and (is_table or bool(_PERCENT.search(text)))
        case Wanted.DATE:
            telling = _DAY if _DAY_ASKED.search(slot.asked) else _TIME
            return bool(telling.search(_OF_A_PLAN.sub(" ", text)))
        case Wanted.PERSON:
            return tells_who(slot.asked, text) and _persons_anew(slot, text)
        case Wanted.NAME:
            return tells_who(slot.asked, text) and (_names_anew(slot, text) or is_table)
        case Wanted.MEANING:
            return _spells_out(slot, text, acronyms)
        case _:
            told = _TELLING.get(slot.wanted)
            return told is None or bool(told.search(text))


def figures_in(text: str, besides: frozenset[str] = frozenset()) -> list[str]:
    """The numbers that ``text`` gives: not those of dates, paragraphs, labels or ``besides``."""
    text = _OWN_NUMBER.sub(" ", text)
    text = _LABELLED.sub(" ", _DATES.sub(" ", text))
    return [match[0] for match in _NUMBER.finditer(text) if match[0] not in besides]


def _persons_anew(slot: Slot, text: str) -> bool:
    """Whether ``text`` names a person that the question does not, or a post if that will do."""
    asked = set(words_of(slot.asked))
    spoke = (found for _, found in speech_in(text))
    named = {found.person.name for found in (*people_named(text), *spoke)}
    if slot.post:
        named |= set(_untitled_names(text))
    anew = [name for name in named if not set(words_of(name)) <= asked]
    if slot.persons > 1:
        return len(anew) >= slot.persons
    posts = () if slot.bearer else (match[0] for match in _POST.finditer(text))
    return bool(anew) or any(not set(words_of(each)) <= asked for each in posts)


def _untitled_names(text: str) -> Iterator[str]:
    """Names of people that stand beside a post without a title."""
    for match in re.finditer(r"(?<!\w)[A-Z]", text):
        end = name_end(text, match.start(), titled=False)
        if end and " " in text[match.start() : end].strip():
            yield text[match.start() : end]


def _names_anew(slot: Slot, text: str) -> bool:
    """Whether ``text`` has a name that the question has not, of the bearer that is asked for."""
    asked = set(words_of(slot.asked))
    if slot.bearer is Bearer.PERSON:
        return any(not set(words_of(each.person.name)) <= asked for each in people_named(text))
    names = [match[0] for match in _PROPER.finditer(_OWN_NUMBER.sub("", text))]
    if slot.bearer is Bearer.FIRM:
        names = [match[0] for match in _OF_A_FIRM.finditer(text)]
    if slot.bearer is Bearer.SCHOOL:
        names = [name for name in names if _OF_A_SCHOOL.search(name)]
    return any(not set(words_of(name)) <= asked for name in names)


def _spells_out(slot: Slot, text: str, acronyms: dict[str, str]) -> bool:
    """Whether ``text`` has in full an acronym that the question names."""
    words = set(words_of(text))
    for acronym in re.findall(r"\b[\w&]{2,}\b", slot.asked):
        meaning = acronyms.get(acronym) or acronyms.get(acronym.upper())
        if meaning and set(words_of(meaning)) <= words:
            return True
        if acronym.isupper() and _has_initials(acronym, text):
            return True
    return False


def _has_initials(acronym: str, text: str) -> bool:
    """Whether words that follow each other, with capitals, begin with its letters.

    Beside the acronym, in brackets or in the next cell, they need no capitals, and only the
    first and the last letter.
    """
    if not acronym.isalpha():
        return False
    capitals = r"\W+(?:(?:and|of|for|the|in)\s+)*".join(rf"{letter}[a-z]+" for letter in acronym)
    first, last = acronym[0], acronym[-1]
    rest = rf"\w+(?:\W+[\w’'-]+){{0,6}}?\W+{last}\w+"
    beside = (
        rf"\b{first}{rest}(?: \w+){{0,2}} \({acronym}\b"
        rf"|\b{acronym}\s*[|:=(–-]\s*{first}{rest}|^\W*{acronym}\s+(?-i:{first}){rest}"
    )
    return bool(re.search(rf"\b{capitals}\b", text) or re.search(beside, text, re.I))
