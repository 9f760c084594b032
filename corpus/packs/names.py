"""Names of councils and bodies, as they stand in papers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

TYPES = frozenset(
    {
        *("county", "city", "district", "borough", "metropolitan", "royal", "parish"),
        *("town", "community", "council", "unitary", "and", "of", "the", "&", "corporation"),
        *("combined", "authority", "national", "park", "fire", "rescue", "waste", "transport"),
        *("integrated", "greater", "county’s", "joint", "burgh", "islands", "principal"),
    }
)
"""Words that say what kind of council one is, and so do not name it."""
NO_PART = frozenset(
    {
        *("full", "youth", "in-care", "incare", "junior", "senior", "school", "this", "that"),
        *("your", "our", "research", "privy", "european", "executive", "general", "medical"),
        *(
            "british",
            "annual",
            "special",
            "extraordinary",
            "ordinary",
            "arts",
            "children",
            "member",
        ),
        *("members", "leader", "all", "any", "each", "to", "at", "by", "from", "if", "when", "as"),
        *("for", "meeting", "meetings", "minutes", "minute", "councillor", "councillors", "clerk"),
        *("no", "cabinet", "agenda", "notice", "held", "committee", "report", "reports", "chamber"),
        *("proceedings", "mayor", "chair", "dear", "shortfall", "is", "was", "new", "following"),
        *("present", "draft", "record", "decision", "decisions", "with", "between", "both", "its"),
        *("cyngor", "comhairle", "previous", "next", "page", "tel", "item", "other", "elected"),
        *("hon", "honourable", "serving", "summons", "title", "location", "venue", "website"),
        *("policy", "plan", "role", "published", "proposed", "council", "councils", "staff"),
    }
)
"""Words that may stand before "Council" and are no part of a council's name."""
_JOINERS = frozenset({"and", "&", "of", "upon", "on", "in", "le", "under", "the", "de", "la"})
_OF = frozenset(
    {
        *("isle", "isles", "city", "borough", "county", "vale", "forest", "riding", "district"),
        *("burgh", "island", "islands", "parish", "soke", "town", "bridge", "boat"),
        *("royalty", "hundred", "port", "heart"),
    }
)
"""Words that "of" may follow inside a council's name."""
_HINT = re.compile(
    r"council|authority|borough|cyngor|comhairle|corporation|city of|county of", re.IGNORECASE
)
_TOKEN = re.compile(r"&|[^\W_](?:[\w'’-]*[\w'’])?")
_GAP = re.compile(r"[ \u00a0]*(?:,? |\. | ?- ?)?[ \u00a0]*")
_WORD = r"[A-ZÀ-Þ][\w'’.-]*"
_NAME = rf"{_WORD}(?:\s+(?:(?:and|&|of|upon|on|in|le|the)\s+){{0,2}}{_WORD})*?"
AUTHORITY = re.compile(
    rf"\b(?P<name>{_NAME}\s+(?:Combined(?:\s+County)?\s+Authority|National\s+Park\s+Authority|"
    r"(?:Fire(?:\s+(?:and|&)\s+(?:Rescue|Civil\s+Defence))?|Waste(?:\s+Disposal)?|"
    r"(?:Integrated\s+|Passenger\s+)?Transport|Port\s+Health)\s+Authority))\b"
)
BOROUGH = re.compile(
    rf"\b(?P<name>(?:(?:London|Royal|Metropolitan)\s+){{1,2}}Borough\s+of\s+{_WORD}"
    rf"(?:\s+(?:(?:and|&|upon)\s+)?(?!Council\b){_WORD})*)"
)
OF_A_PLACE = re.compile(
    rf"(?:The\s+)?(?P<name>(?:(?:City|County|Borough)\s+of\s+{_NAME}(?:\s+(?:Corporation|Council))?"
    rf"|(?:The\s+)?Council\s+of\s+the\s+(?:\w+\s+)?(?:Borough|City|County|Isles?)\s+of\s+{_NAME}"
    rf"|Comhairle\s+nan\s+{_NAME}|{_NAME}\s+Corporation))",
)
"""The whole of a line: "City of …" in a sentence may be anything."""
WELSH_COUNCIL = re.compile(
    r"\b(?P<name>Cyngor\s+(?:(?:Cymuned|Sir|Tref|Dinas|Bwrdeistref(?:\s+Sirol)?)\s+)?"
    r"(?!Cymuned\b|Sir\b|Tref\b|Dinas\b|Llawn\b|Cyfarfod\b|Cofnodion\b)"
    rf"{_WORD}(?:\s+(?:(?:a|ac|ar|y|yr|a'r|-)\s+){{0,2}}"
    rf"(?!Cyfarfod\b|Cofnodion\b|Agenda\b|Cabinet\b|Pwyllgor\b|Cynhaliwyd\b){_WORD})*)"
)
BODY_WORDS = (
    r"Cabinet|Executive|Committee|Sub-?\s?Committee|Panel|Board|Commission|Forum|Group|Assembly|"
    r"Council|Partnership|Authority|District|Consortium|Task\s+(?:Force|Group)|Working\s+Party|"
    r"Sub-?\s?Group|SPC|Conference|Tribunal|Pwyllgor|Hearing"
)
_IN_BODY = rf"{_WORD}|\([\w\s&,'’-]+\)"
_BODY_NAME = (
    rf"{_WORD}(?:,?[\s-]+(?:(?:&|and|of|upon|the|in|on|le|with|for|to|a)\s+){{0,2}}(?:{_IN_BODY}))*"
)
BODY = re.compile(
    rf"(?P<name>(?:Municipal|Metropolitan)\s+District\s+of\s+{_BODY_NAME}"
    rf"|(?:Pwyllgor|Bwrdd|Panel|Fforwm)\s+{_BODY_NAME}"
    rf"|(?:{_BODY_NAME}[\s-]+(?:(?:&|and|of|the|for|to)\s+)?)?(?:{BODY_WORDS})"
    r"(?:\s+\([\w\s&,'’-]{1,40}\)|\s+[A-Z]|\s+(?:No\.?\s*)?\d|\s+[-–]\s+(?:North|South|East"
    r"|West)\w*)?)"
    rf"(?=$|[\s,.:;()–-])",
)
OF_COUNCIL = re.compile(r"(?<=\w)\s+of\s+(?:the\s+)?(?:[A-Z][\w'’&-]*\s+){1,6}Council$")
"""The council that a body's name may end in: "Cabinet of Sampleton Council"."""
PREFIX = re.compile(
    r"^(?:(?:to\s*:?\s+)?(?:all |the )?members of |the |full |to |(?:(?:monthly|ordinary|special|"
    r"annual|online|virtual|adjourned|extraordinary|remote|hybrid) )*meeting of |"
    r"agenda for )+(?=\w)",
    re.IGNORECASE,
)
NO_BODY = re.compile(
    r"\b(?:report|leader|clerk|chair|chairman|member|agenda item|minutes|to)\b.*\b(?:of|to|for)\b"
    r"|^(?:district|authority|group|.* member)$|^(?:councillors?|cllrs?|mrs?|ms)\b"
    r"|\((?:vice[ -])?chair\w*\)",
    re.IGNORECASE,
)
SMALL_WORDS = frozenset(
    {"and", "of", "the", "in", "on", "for", "with", "to", "upon", "le", "a", "at", "held", "by"}
)


def find_councils(text: str) -> list[str]:
    """Names of councils in ``text``, as written; "the Council" is none.

    Besides "… Council" these are combined, fire and national park authorities, London
    boroughs, and "City of …" where it is the whole text.
    """
    if not _HINT.search(text):
        return []
    cased = _capitals_titled(text)
    found = [*_councils(text)]
    for pattern in (AUTHORITY, BOROUGH, WELSH_COUNCIL):
        found += [match.span("name") for match in pattern.finditer(cased)]
    alone = OF_A_PLACE.fullmatch(cased.strip(" .:*"))
    if alone and not found:
        start = text.find(text.strip(" .:*"))
        found.append((start + alone.start("name"), start + alone.end("name")))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    names = (_trimmed(text[start:end]) for start, end in kept)
    return [name for name in names if name]


def find_body(text: str) -> str | None:
    """The body that the whole of ``text`` names, in title case, or None."""
    text = PREFIX.sub("", titled(re.sub(r"(?<=\w)- (?=[A-Z])", "-", text.strip(" .:,–-*"))))
    match = BODY.fullmatch(text) if len(text) <= 130 else None
    if match is None:
        return None
    name = match["name"]
    if BODY.fullmatch(own := OF_COUNCIL.sub("", name)):
        name = own
    for council in find_councils(name)[:1]:
        rest = name.removeprefix(council).strip(" ,–-")
        if rest != name and BODY.fullmatch(rest):
            name = rest
    return None if NO_BODY.search(name) or name.startswith(("And ", "Of ")) else name


def titled(name: str) -> str:
    """``name`` with capitals only at the start of its words, if it was in capitals."""
    name = re.sub(r"\s+", " ", name).strip()
    return _capitals_titled(name) if name.isupper() else name


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


def _councils(text: str) -> Iterator[tuple[int, int]]:
    """Where the names that end in "Council" stand in ``text``."""
    tokens = list(_TOKEN.finditer(text))
    for at, token in enumerate(tokens):
        if token[0] in ("Council", "COUNCIL"):
            first = _first_word(text, tokens, at)
            if first < at:
                yield tokens[first].start(), token.end()


def _first_word(text: str, tokens: Sequence[re.Match[str]], last: int) -> int:
    """The first word of the name that ends at token ``last``, or ``last`` itself."""
    first, joiners = last, 0
    for at in range(last - 1, -1, -1):
        word = tokens[at][0]
        gap = text[tokens[at].end() : tokens[at + 1].start()]
        if not _GAP.fullmatch(gap) or ("," in gap and not _is_list(_words(tokens, first, last))):
            break
        if ". " in gap and word.casefold() != "st":
            break
        if word.casefold() in _JOINERS:
            joiners += 1
            if joiners > 2:
                break
        elif not _may_name(word) or not _may_join(word, _words(tokens, at + 1, first)):
            break
        else:
            first, joiners = at, 0
    return first


def _words(tokens: Sequence[re.Match[str]], start: int, end: int) -> list[str]:
    return [token[0].casefold() for token in tokens[start:end]]


def _is_list(words: Sequence[str]) -> bool:
    """Whether these words join two places, so that a comma before them may part a third."""
    at = next((at for at, word in enumerate(words) if word in ("and", "&")), None)
    return at is not None and at + 1 < len(words) and words[at + 1] not in TYPES


def _may_name(word: str) -> bool:
    if word.casefold() in NO_PART or any(c.isdigit() for c in word):
        return False
    return word[0].isupper() or word in TYPES


def _may_join(word: str, joiners: Sequence[str]) -> bool:
    """Whether ``word`` and the joining words after it may stand inside one name."""
    if not joiners or joiners[0] in ("and", "&", "upon", "le", "under", "de"):
        return True
    if joiners[0] == "of":
        return word.casefold() in _OF
    return joiners[0] in ("on", "in") and word.casefold() not in TYPES


def _trimmed(name: str) -> str | None:
    """Without the words before a name that begin its sentence; None if none is left."""
    words = name.split()
    while words and words[0].casefold() in ("the", "and", "&"):
        words = words[1:]
    while len(words) > 2 and words[0].casefold() in TYPES and words[1].casefold() in ("&", "and"):
        words = words[2:]
    if not words or all(word.casefold().strip(",.") in TYPES for word in words):
        return None
    return " ".join(words)


def _capitals_titled(text: str) -> str:
    """Words in capitals in title case, of the same length; others as they are."""
    words = re.split(r"(\s+)", text)
    return "".join(
        word
        if not word.isupper() or _is_initials(word)
        else word.lower()
        if at and word.lower() in SMALL_WORDS
        else _capitalised(word)
        for at, word in enumerate(words)
    )


def _is_initials(word: str) -> bool:
    """Whether a word in capitals stays so: a letter, or letters that no one can pronounce."""
    letters = re.sub(r"\W", "", word)
    if len(letters) < 2:
        return word != "A"
    return len(letters) > 2 and not re.search("[AEIOUYÁÉÍÓÚ]", letters) and letters != "MRS"


def _capitalised(word: str) -> str:
    return re.sub(
        r"[^\W\d_]+(?:['’][^\W\d_]+)*",
        lambda part: part[0][:1].upper() + part[0][1:].lower(),
        word,
    )
