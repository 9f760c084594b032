"""Names of councils and bodies, as they stand in papers."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = r"[A-Z][\w'’.-]*"
_JOINER = r"(?:&|and|of|upon|the|in|on|le|with|for|to|a)"
_NAME = rf"{_WORD}(?:,?\s+(?:{_JOINER}\s+){{0,2}}{_WORD})*"
COUNCIL = re.compile(rf"\b(?P<name>{_NAME}\s+(?:{_JOINER}\s+)?(?:Council|COUNCIL))\b")
WELSH_COUNCIL = re.compile(
    rf"\b(?P<name>(?:Cyngor|CYNGOR)\s+(?:Cymuned|Sir|Tref|Dinas|Bwrdeistref|[A-Z]+)\s+{_NAME})"
)
TYPES = frozenset(
    {
        *("county", "city", "district", "borough", "metropolitan", "london", "royal", "parish"),
        *("town", "community", "council", "unitary", "and", "of", "the", "&"),
        *("cyngor", "cymuned", "sir", "tref", "dinas", "bwrdeistref"),
    }
)
"""Words that say what kind of council one is, and so do not name it."""
NOT_COUNCILS = re.compile(
    r"^(?:the|full|youth|in-?care|junior|senior|school|this|that|your|our|research|privy|"
    r"european|national|executive|general|medical|british|annual|special|arts|"
    r"children|member|members|leader|all|any|each|a|an|to|at|by|from|if|when|as|for|meeting|"
    r"minutes|councillors?|clerk|of|no|and|cabinet|agenda|notice)$",
    re.IGNORECASE,
)
BODY_WORDS = (
    r"Cabinet|Executive|Committee|Sub-?\s?Committee|Panel|Board|Commission|Forum|Group|Assembly|"
    r"Council|Partnership|Authority|District|Consortium"
)
BODY = re.compile(
    rf"(?P<name>(?:Municipal|Metropolitan)\s+District\s+of\s+{_NAME}"
    rf"|(?:{_NAME}[\s-]+(?:{_JOINER}\s+)?)?(?:{BODY_WORDS}))"
    rf"(?=$|[\s,.:;()–-])",
)
PREFIX = re.compile(r"^(?:(?:all |the )?members of |the |full )+(?=\w)", re.IGNORECASE)
SMALL_WORDS = frozenset(
    {"and", "of", "the", "in", "on", "for", "with", "to", "upon", "le", "a", "at"}
)


def find_councils(text: str) -> list[str]:
    """Names of councils in ``text``, as written; "the Council" is none."""
    names = [m["name"] for m in COUNCIL.finditer(text)] + [
        m["name"] for m in WELSH_COUNCIL.finditer(text)
    ]
    return [name for name in map(_trim, names) if name]


def find_body(text: str) -> str | None:
    """The body that the whole of ``text`` names, in title case, or None."""
    text = PREFIX.sub("", text.strip(" .:,–-*"))
    match = BODY.fullmatch(titled(text)) if len(text) <= 130 else None
    if match is None:
        return None
    council = COUNCIL.match(match["name"])
    rest = match["name"][council.end() :].strip(" ,–-") if council else ""
    return rest if BODY.fullmatch(rest) else match["name"]


def titled(name: str) -> str:
    """``name`` with capitals only at the start of its words, if it was in capitals."""
    name = re.sub(r"\s+", " ", name).strip()
    if not name.isupper():
        return name
    words = [
        word.lower() if at and word.lower() in SMALL_WORDS else _capitalised(word)
        for at, word in enumerate(name.split(" "))
    ]
    return " ".join(words)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same but for case, "&" and punctuation."""
    return one is not None and other is not None and key_of(one) == key_of(other)


def most_named(names: Iterable[tuple[str, int]]) -> str | None:
    """The name with the greatest weight; of its spellings the one that is best written."""
    weights: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    for name, weight in names:
        weights[key_of(name)] += weight
        spellings.setdefault(key_of(name), Counter())[titled(name)] += 1 + (not name.isupper())
    if not weights:
        return None
    best = max(sorted(weights), key=lambda key: weights[key])
    return max(sorted(spellings[best]), key=lambda spelling: spellings[best][spelling])


def key_of(name: str) -> str:
    """A name without its case, "&" and punctuation, to compare it by."""
    name = name.casefold().replace("&", "and").replace("’", "").replace("'", "")
    return " ".join(re.sub(r"[^\w\s]", " ", name).split())


def _trim(name: str) -> str | None:
    """Without the words before a name that begin its sentence; None if none is left."""
    words = name.split()
    while words and NOT_COUNCILS.match(words[0].rstrip(".,")):
        words = words[1:]
    if not words or all(word.casefold().strip(",.") in TYPES for word in words):
        return None
    return " ".join(words)


def _capitalised(word: str) -> str:
    return re.sub(
        r"[^\W\d_]+(?:['’][^\W\d_]+)*",
        lambda part: part[0][:1].upper() + part[0][1:].lower(),
        word,
    )
