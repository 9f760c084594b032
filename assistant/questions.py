"""What is asked: the kind of answer wanted, its subject, its scope."""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.filters import Filters
from corpus.text.words import words_of


class QuestionKind(StrEnum):
    """What sort of answer a question wants."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    LIST = "list"
    ATTENDANCE = "attendance"
    SAYING = "saying"
    PERSON = "person"
    DATE = "date"
    FIGURE = "figure"
    FACT = "fact"


class ScopePart(StrEnum):
    """What a question can say of where to look."""

    COUNCIL = "council"
    BODY = "body"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One thing that was read out of a question, as a person reads it: a body, "March 2012"."""

    part: ScopePart
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was asked, and as it was understood.

    ``standalone`` is the question made whole from the conversation before it.
    ``filters`` are those that a person set. ``narrowings`` were read out of the question's
    own words, apart from what a person chose to do ``without``; they never widen ``filters``.
    """

    asked: str
    standalone: str
    kind: QuestionKind
    filters: Filters
    narrowings: tuple[Narrowing, ...] = ()
    without: frozenset[ScopePart] = frozenset()


DECIDING = re.compile(
    r"\b(?:resol\w+|deci[sc]\w*|decid\w+|agree[ds]?|agreement|approv\w+|outcomes?|sign(?:ed)? off|"
    r"back(?:ed)? (?=the|a\b|it|plans?)|adopt\w*|defer\w*|endors\w+|ratif\w+|carried|rejected|"
    r"refused|vot(?:e|ed|es)\b|call(?:ed)?[- ]in|quash\w*|reaffirm\w*|rescind\w*|turned? down)",
    re.I,
)
LISTING = re.compile(
    r"\b(?:list|every|everything|all)\b.{0,40}\b(?:deci[sc]\w*|resol\w+|agreed|decided)\b"
    r"|\b(?:deci[sc]ions?|resolutions?)\b.{0,30}\b(?:list|in full|all of them)\b"
    r"|\bhow many (?:deci[sc]ions|resolutions)\b"
    r"|\b(?:which|what) (?:\w+ )?(?:motions?|amendments?|items?|reports?|deci[sc]ions?)\b.{0,20}"
    r"\b(?:were|was|have been|got) (?:\w+ )?(?:lost|defeated|deferred|withdrawn|delegated|noted)\b",
    re.I,
)
RECOMMENDING = re.compile(
    r"\brecommend\w*|\b(?:being|is|are|was|were|we) asked to\b"
    r"|\bwhat (?:is|are|was|were) .{0,60} asked|\bproposed\b|\bproposals?\b",
    re.I,
)
IN_ORDER = re.compile(r"\b(?:timeline|chronology|history of|step by step)\b", re.I)
ATTENDING = re.compile(
    r"\bapologi\w+|\bsubstitut\w+|\battend\w*|\bpresent at\b|\bwho was (?:there|in)\b|\bstood in\b|"
    r"\bin the room\b|\babsent\b|\bwho (?:chaired|was in the chair)\b|"
    r"\bmissing from\b",
    re.I,
)
SAYING = re.compile(
    r"\b(?:said|say|says|told|tell|raise[ds]?|comment\w*|repl(?:y|ied)|respon\w+|asked about|"
    r"points? (?:did|made)|want(?:ed)?|think|thought|explain\w*|complain\w*|suggest\w*|warn\w*)\b",
    re.I,
)
PAST = re.compile(r"\b(?:did|does|was|were) \w", re.I)
FIGURE = re.compile(
    r"\bhow (?:many|much|big|large|long|often|far)\b|\bwhat (?:percentage|proportion|share|number|"
    r"figure|amount|sum|chunk)\b|\bnumber of\b|\bcosts?\b|\bpercent\w*|\bbudget (?:for|of)\b",
    re.I,
)
DATE = re.compile(
    r"^\W*(?:so |and |but |ok |then )*when (?:is|was|are|were|will|did|does|do|has|have)\b"
    r"|[,;:–-]\s*(?:and )?when\b|\b(?:and|by|since|until) when\b"
    r"|\bwhat (?:date|day|time)\b|\bdeadline\b|\blatest\b|\bby what\b|\bhow soon\b",
    re.I,
)
WHEN_OR_HOW = re.compile(r"\W*(?:when|by when|how)\b", re.I)
PERSON = re.compile(
    r"^\W*(?:so |and |but |ok |then )*(?:who|whose|whom)\b"
    r"|\bname the\b|\bwhich (?:councillor|officer|member)",
    re.I,
)
PARTS = re.compile(
    r"(?:,|\s[-–])?\s+(?:and|but)\s+"
    r"(?=(?:who|what|when|where|why|how|was|were|did|does|is|are|which)\b)"
    r"|\?\s+(?=\w)",
    re.I,
)
TOPIC = re.compile(
    r"\b(?:about|regarding|concerning|with regard to|on the subject of|on the matter of"
    r"|on|over|for)\s+(?:the\s+)?[\"'“‘]?(?P<topic>(?!\d)\w[^?]{3,80}?)\s*[?.!]*$",
    re.I,
)
QUESTION_WORDS = frozenset(
    words_of(
        "what who when where which why how much many did does do was were is are has have had "
        "there any been will would could should can tell me please about give say said list every "
        "everything all resolved resolve resolution decided decide decision agreed agree approve "
        "approved outcome item meeting minutes report paper council committee panel cabinet board "
        "recommend recommended recommendation member councillor cllr councillors members get got "
        "happened happen become became being asked ask regarding concerning last next then so and "
        "also actually exactly anything something thing things people still force current "
        "currently position now far yet timeline chronology"
    )
)
"""Stems of words that ask, or name what every paper has, and say nothing of a subject."""


def kind_of(asked: str) -> QuestionKind:
    """What sort of answer ``asked`` wants, by its words."""
    if LISTING.search(asked):
        return QuestionKind.LIST
    if IN_ORDER.search(asked):
        return QuestionKind.DECISION
    if ATTENDING.search(asked):
        return QuestionKind.ATTENDANCE
    if PERSON.search(asked):
        return QuestionKind.PERSON
    if PAST.search(asked) and SAYING.search(asked) and not DECIDING.search(asked):
        return QuestionKind.SAYING
    return _kind_of_matter(asked)


def _kind_of_matter(asked: str) -> QuestionKind:
    """What sort of answer a question wants that is not about people."""
    if FIGURE.search(asked):
        return QuestionKind.FIGURE
    if RECOMMENDING.search(asked):
        return QuestionKind.RECOMMENDATION
    if DECIDING.search(asked) and not WHEN_OR_HOW.match(asked):
        return QuestionKind.DECISION
    if DATE.search(asked):
        return QuestionKind.DATE
    return QuestionKind.FACT


def parts_of(asked: str) -> list[str]:
    """The questions that ``asked`` is made of: "how many, and when?" are two."""
    return [part.strip(" ,?") for part in PARTS.split(asked) if part.strip(" ,?")] or [asked]


def subject_words(text: str) -> list[str]:
    """The stems of the words that say what a question is about, in order."""
    return [word for word in words_of(text) if word not in QUESTION_WORDS]


def topic_of(asked: str) -> str | None:
    """What a question says it is about, in its own words: "home to school transport"."""
    match = TOPIC.search(asked.strip())
    return match["topic"].strip(" \"'“”‘’") if match else None


def subject_phrase(text: str) -> str:
    """The words of ``text`` that say what it is about, as written."""
    kept = [
        word
        for word in re.findall(r"[\w'’&£%/.-]*[\w%]", text)
        if (stems := words_of(word)) and not all(stem in QUESTION_WORDS for stem in stems)
    ]
    return " ".join(kept)
