"""Whether a figure is of what is counted: those who wait are not those who have, nor an aim."""

import re

_FIELDS = (
    (r"adopt(?:ed|ions?)", r"approv\w+|agreed"),
    (
        r"employ(?:s|ed|ing)?",
        r"employ\w+|staff\w*|workforce|headcount|ftes?|in post|recruit\w*|apprentic\w+",
    ),
    (r"wait\w*|queu\w+", r"backlog\w*|outstanding|pending|lists?"),
    (
        r"(?:ha[sd]|have|did) (?:[\w’'-]+ ){0,6}?(?:left|leave|quit)",
        r"left|leav\w+|depart\w*|mov(?:ed|ing)|transfer\w*|resign\w*|withdr\w+|remain\w*|balances?"
        r"|unspent",
    ),
    (r"vacan\w+|empty|voids?", r"empt\w+|unoccupied"),
    (r"signed(?! (?:up|off))|signatures?", r"sign\w*|petition\w*"),
    (
        r"attended|turn(?:ed)? (?:up|out)|visit(?:ed|ors?)",
        r"attend\w*|turn\w*|visit\w*|came|present|footfall|took part|participa\w+",
    ),
    (r"exclu\w+|suspend\w*|expel\w+", r"suspen\w+|expul\w+"),
    (
        r"objected|objections?|objectors?|opposed",
        r"object\w*|oppos\w+|disagree\w*|no|not|none",
    ),
    (
        r"respon(?:ded|ses?|dents?)|replie[sd]|filled in",
        r"respon\w+|repl\w+|return\w*|complet\w+|submi\w+|receiv\w+|took part",
    ),
    (r"complain\w*", r"complaints?"),
    (r"appeal\w*", r"tribunals?"),
    (r"appl(?:ied|ications?|icants?)", r"appl\w+"),
    (
        r"refused|rejected|turned down|declined",
        r"refus\w+|reject\w+|turn\w* down|declin\w+|unsuccessful|not (?:been )?\w+ed",
    ),
    (r"arrest\w*|prosecut\w+|convict\w*", r"courts?|detect\w+|charged"),
    (r"died?|deaths?|killed|fatal\w*", r"dies|kill\w*|mortal\w+"),
    (r"injur\w+|hurt|casualt\w+", r"collisions?|fell"),
    (
        r"repair\w*|mend(?:ed|ing)?",
        r"fix\w*|maint\w+|rectif\w+|patch\w*|fill\w*|restor\w+",
    ),
    (r"stolen|thefts?|burgl\w+", r"stol\w+|steal\w*"),
    (r"fine[sd]|ticket(?:ed|s)", r"fin(?:e|ing)|ticket\w*|penalt\w+|fpns?"),
    (
        r"recruit\w*|hired|taken on|appointed",
        r"hir\w+|appoint\w*|start\w*|employ\w*|in post",
    ),
    (r"redundan\w+|laid off|los[te] (?:their|his|her) jobs?", r"jobs?|posts?"),
    (r"closed?|shut|closures?", r"clos\w+"),
    (
        r"sold|sale|selling",
        r"sales?|sell\w*|dispos\w+|receipts?|bought|purchas\w+|buy\w*",
    ),
)
"""Words of a question, and others that papers may have for the same."""
_TOLD = tuple(
    (re.compile(rf"\b(?:{asked})\b", re.I), re.compile(rf"\b(?:{asked}|{others})\b", re.I))
    for asked, others in _FIELDS
)
_ACHIEVED = re.compile(
    r"\b(?:so far|to date|up to now|already|managed|achieved|reached|actual(?:ly)?)\b", re.I
)
_AIMED_AT = re.compile(
    r"\b(?:targets?|aims?|goals?|ambitions?|will (?:have|be|rise|fall)|forecasts?|predict\w*"
    r"|project(?:ed|ions)|expect\w*|anticipat\w*|committed to|intend\w*|hopes?)\b",
    re.I,
)


def tells_of_what_is_counted(asked: str, text: str) -> bool:
    """Whether ``text`` speaks of what ``asked`` counts; true where that cannot be seen."""
    return all(told.search(text) for counts, told in _TOLD if counts.search(asked))


def is_as_achieved(asked: str, words: str) -> bool:
    """Whether ``words`` may give what was achieved, if that is ``asked``, and not an aim."""
    return not _ACHIEVED.search(asked) or not _AIMED_AT.search(words)
