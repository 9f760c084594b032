"""Questions that follow a thing over time: what they follow, and whether it is a figure."""

import re

from assistant.understanding.scope import MONTH_YEAR, YEAR, YEARS
from assistant.understanding.slots import parts_of

_MOVES = (
    r"(?:chang(?:e[sd]?|ing)|mov(?:e[sd]?|ing)|rise[ns]?|rose|rising|fall(?:en|s|ing)?|fell"
    r"|gr[eo]w(?:n|s|ing)?|var(?:y|ied)|(?:in|de)creas(?:e[sd]?|ing)|shift(?:ed|s)?|evolved?"
    r"|altered|climbed|dropped|gone|come?|came|develop(?:ed|s)?|progress(?:ed)?|unfold(?:ed)?"
    r"|fared?|reduced|cut)"
)
_OPENING = re.compile(
    r"^\W*(?:(?:and|so|please|can you|could you|give me|tell me|show me|set out|i(?:'d| would) like"
    r"|what(?: is|['’]?s| was)|an?|the)\s+)*"
    r"(?:how (?:has|have|had|did|does) |.*?\bwhat (?:became|has become|happened|has happened)"
    r" (?:of|to|with) |(?:timeline|chronology|history|story|steps|sequence|key dates)"
    r"(?: (?:of|for|in|to|leading to))? |(?:trace|track|follow|chart) "
    r"|(?:walk|take|talk|run) (?:me |us )?through "
    r"|(?:latest|newest|most recent)(?: that)?(?: the minutes (?:say|tell|have))? ?"
    r"(?:on|about|with|regarding) )",
    re.I,
)
_CLOSING = re.compile(
    rf"\s+(?:(?i:over (?:time|the (?:\w+ )?(?:years|months|meetings))|year (?:by|on) year"
    rf"|step by step|stage by stage|meeting by meeting)"
    rf"|{_MOVES}(?: (?:up|down|over|about|on|out|to be))?)\W*$"
)
_LEFT_OVER = re.compile(
    r"(?:\s+(?:from|to|between|and|since|until|till|through|throughout|over|in|by|at|of|during"
    r"|across|with|the))+\W*$",
    re.I,
)
_ASIDE = re.compile(r"\([^)]*\)")
_ENDS = re.compile(
    r"[:;?!]|\.\s|,\s+(?:from|with|and)\b"
    r"| (?:from|between|since) (?=(?:the )?(?:first|start|beginning|initial|original)\b)"
    rf"| {_MOVES} (?:(?:up|down) )?(?=(?:over|from|through|between|since|during|across|in)\b)"
)
_FIGURES = re.compile(
    r"\b(?:number|total|figure|rate|percentage|share|count|size|level|cost|price|charge|fee|bill"
    r"|budget|precept|rent|reserves?|grant|deficit|overspend|underspend|spend(?:ing)?|balance|debt"
    r"|allowance|premium|limit|sum|amount|salary|value|income|turnout|roll|population"
    r"|target)s?\b",
    re.I,
)
"""What is told in figures."""
_COURSE = re.compile(
    rf"\bhow (?:has|have|had|did)\b.+\b{_MOVES}\b|\b(?:trace|track|chart|history)\b"
    r"|\byear by year\b",
    re.I,
)


def followed_in(asked: str) -> str:
    """What ``asked`` follows over time, without the times and without what is asked of it.

    "How has the hall rent changed from 2016/17 to 2019/20?" follows "the hall rent".
    """
    text = _ASIDE.sub(" ", parts_of(asked)[0])
    for times in (YEARS, MONTH_YEAR, YEAR):
        text = times.sub(" ", text)
    text = _OPENING.sub("", _OPENING.sub("", " ".join(text.split())))
    text = _ENDS.split(text, maxsplit=1)[0]
    before = None
    while before != text:
        before = text
        text = _CLOSING.sub("", _LEFT_OVER.sub("", text))
    return " ".join(text.split())


def follows_a_figure(asked: str) -> bool:
    """Whether what is followed is told in figures: a charge, a number, a budget."""
    return bool(_COURSE.search(asked)) and is_told_in_figures(followed_in(asked))


def is_told_in_figures(thing: str) -> bool:
    """Whether ``thing`` is a charge, a number, a budget."""
    return bool(_FIGURES.search(thing))
