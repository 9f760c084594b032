"""What is asked: the kind of answer wanted, its subject, its scope."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.understanding.main_clause import (
    ADVISED,
    MEASURED,
    WHY,
    is_changed_by_a_body,
    main_clause,
)
from assistant.understanding.wanting import Wanted, wanted_of
from corpus.filters import Filters
from corpus.text.words import words_of


class QuestionKind(StrEnum):
    """What sort of answer a question wants."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    LIST = "list"
    TIMELINE = "timeline"
    ATTENDANCE = "attendance"
    VOTE = "vote"
    SAYING = "saying"
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
    r"\b(?:resol\w+|decid\w+|(?:what|which|any|every|all|the|no|list) (?:\w+ )?decisions?\b"
    r"(?! (?:to be|was called|challeng\w+))|decisions? (?:on|about|made|taken)|agree[ds]?|"
    r"agreement|approv\w+|outcomes?|sign(?:ed)? off|"
    r"back(?:ed)? (?=the|a\b|it|plans?)|adopt\w*|defer\w*|endors\w+|ratif\w+|carried|rejected|"
    r"accept(?:ed|s)?|"
    r"refused|vot(?:e|ed|es)\b|call(?:ed)?[- ]in|quash\w*|reaffirm\w*|rescind\w*|turned? down)",
    re.I,
)
LISTING = re.compile(
    r"\b(?:list|every|everything|all)\b.{0,40}\b(?:deci[sc]\w*|resol\w+|agreed|decided)\b"
    r"|\b(?:deci[sc]ions?|resolutions?)\b.{0,30}\b(?:list|in full|all of them)\b"
    r"|\bhow many (?:deci[sc]ions|resolutions)\b"
    r"|\b(?:which|what|list|all|every) (?:\w+ ){0,3}?(?:motions?|amendments?|items?|reports?"
    r"|papers?|deci[sc]ions?|matters)\b.{0,30}\b(?:were|was|have been|got|been|be) (?:\w+ )?(?:lost"
    r"|defeated|voted down|thrown out|deferred|postponed|put off|held over|withdrawn|pulled"
    r"|taken off|delegated|noted)\b"
    r"|\b(?:what|all|everything|anything|things)\b (?:that |which )?"
    r"(?:were|was|(?:has|have) been|got) (?:\w+ )?"
    r"(?:deferred|postponed|put off|held over|withdrawn|voted down|thrown out)\b"
    r"|\b(?:list|which|what|all|every|how (?:often|many times))\b.{0,60}\b(?:interests?\b.{0,30}"
    r"\bdeclar|declar\w+ (?:an? |any |the )?(?:\w+ ){0,2}interests?|(?:leave|left) the room)",
    re.I,
)
RECOMMENDING = re.compile(
    r"\brecomm?end\w*|\b(?:being|is|are|was|were|we) asked to\b"
    r"|\bwhat (?:is|are|was|were) .{0,60} asked|\bproposed\b|\bproposals?\b",
    re.I,
)
IN_ORDER = re.compile(
    r"\b(?:timeline|chronology|history of|step by step|the steps|sequence of|over time"
    r"|what (?:became|has become) of|what (?:has )?happened (?:to|with)"
    r"|(?:latest|newest|most recent) (?:on|about|with|regarding|(?:that )?the minutes)"
    r"|trace|(?:walk|take|talk|run) (?:me |us )?through|over the (?:years|months)|year by year"
    r"|how (?:has|have) .{3,80}? (?:changed|moved|varied|risen|fallen|grown|gone (?:up|down))"
    r"|how (?:did|has|have) .{3,80}? (?:come (?:about|to)|c(?:a|o)me to be|develop(?:ed)?"
    r"|progress(?:ed)?|unfold(?:ed)?))\b",
    re.I,
)
ATTENDING = re.compile(
    r"\bapologi\w+|\bsubstitut\w+|\battend(?:ed|ees|ing)?\b(?! to)|\bpresent (?:at|on|for)\b|"
    r"\bwho (?:else )?was (?:there|in|at)\b|\bstood in\b|"
    r"\bturned up (?:to|at|for)\b|"
    r"\bwho (?:all )?(?:came|went|turned out) (?:to|for) (?:[\w'’]+ ){0,6}?meeting\b|"
    r"\b(?:was|were) at the\b|"
    r"^\W*(?:was|were) (?:[\w'’.]+ ){1,4}?there (?:when|at|for|on)\b|"
    r"^\W*(?:was|were) (?:(?:cllr|councillor|mr|mrs|ms|dr)\.? [\w'’]+ |(?-i:[A-Z])[\w'’.]+ ){1,4}?"
    r"at (?:(?:both|all|any|of|the) )*[^?]{0,40}?"
    r"\b(?:meeting|committee|panel|cabinet|board|council)s?\b|"
    r"^\W*(?:was|were) (?:\w+ ){1,4}?at the\b.{0,40}\b(?:meeting|committee|panel|cabinet|board)\b|"
    r"\bin the room\b|\babsent\b|\battend[ae]nce (?:list|record|at)\b|\blist of attend[ae]nce\b|"
    r"\bwho (?:chair(?:ed|s)|(?:was in|took) the chair|is (?:the )?chair)\b|"
    r"\b(?:could ?n['’o]t|unable to) (?:make it|attend|come)\b|"
    r"\bmissing from\b",
    re.I,
)
VOTING = re.compile(
    r"\b(?:who|which (?:councillor|member)s?) (?:\w+ ){0,2}(?:moved|proposed|seconded)\b"
    r"(?! (?:in|to|by)\b)"
    r"|\b(?:mover|proposer|seconder)s?\b"
    r"|\b(?:how|which way|who|which|what)\b.{0,60}\bvot(?:e|es|ed|ing)\b.{0,20}"
    r"|\b(?:who|which \w+)\b.{0,40}\b(?:against|in favour)\b"
    r"|\bany(?:one|body| (?:councillor|member)s?) (?:\w+ ){0,2}(?:vote|object|against|oppose"
    r"|dissent)\b"
    r"|\bunanimous\w*|\bby how many votes\b|\babst(?:ain|ention)\w*"
    r"|\b(?:sat|sit|sitting) on the fence\b",
    re.I,
)
SAYING = re.compile(
    r"\b(?:said|say|says|told|tell|raise[ds]?|comment\w*|repl(?:y|ied)|respon\w+|asked about|"
    r"points? (?:did|made)|want(?:ed)?|think|thought|explain\w*|complain\w*|suggest\w*|warn\w*"
    r"|argu\w+|views?|opinions?|call(?:ed)? for|object\w*|worr(?:y|ied)|concern\w*)\b",
    re.I,
)
SAID_BY = re.compile(
    r"\W*what (?:did|does|has|had) (?:cllr|councillor|mr|mrs|ms|miss|dr)\b\.? (?:[\w’'-]+ ){1,3}?"
    r"(?:say|said|tell|told|ask|think|argue|comment)\b",
    re.I,
)
"""Asks what a person said, whatever was decided there."""
PAST = re.compile(r"\b(?:did|does|was|were) \w", re.I)
OTHERWISE = re.compile(
    r"\W*(?:when (?!did|was|were|has|have)|by when|how)\b"
    r"|\W*(?:when|who|by whom|why)\b.*\bcall(?:ed)?[- ]in\b",
    re.I,
)
"""Asks of what was decided something else than that."""
YES_NO = re.compile(
    r"\W*(?:so |and |but )?(?:did|do|does|is|are|was|were|has|have|had|can|will|must|may)\b", re.I
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
        "summarise summarize everything all resolved resolve resolution decided decide decision "
        "agreed agree approve "
        "approved outcome item meeting minutes report paper council committee panel cabinet board "
        "recommend recommended recommendation member councillor cllr councillors members cllrs get "
        "got happened happen become became being asked ask regarding concerning last next then so "
        "and also actually exactly anything something thing things people still force current "
        "currently position latest newest now far yet timeline chronology vote votes voted go went"
    )
)
"""Stems of words that ask, or name what every paper has, and say nothing of a subject."""


OF_THE_RECORD = (
    (LISTING, QuestionKind.LIST),
    (IN_ORDER, QuestionKind.TIMELINE),
    (ATTENDING, QuestionKind.ATTENDANCE),
    (VOTING, QuestionKind.VOTE),
)
ASKS_BESIDES = {QuestionKind.TIMELINE: MEASURED, QuestionKind.VOTE: WHY}
"""What of these kinds is told by figures, or by reasons, and not by the record's own words."""
A_MARGIN = frozenset(words_of("close tight narrow clear"))
"""Stems of words that ask by how much a vote was won."""
OF_A_VOTE = A_MARGIN | set(words_of("vote votes voted voting go went moved seconded proposed"))
"""Stems of words that ask what happened to something, and do not say to what."""


def kind_of(asked: str) -> QuestionKind:
    """What sort of answer the main clause of ``asked`` wants."""
    wanted = wanted_of(asked)
    for pattern, kind in OF_THE_RECORD:
        besides = ASKS_BESIDES.get(kind)
        tells = kind is QuestionKind.TIMELINE and wanted is Wanted.PERSON
        if pattern.search(asked) and not tells and not (besides and besides.search(asked)):
            return kind
    if wanted is Wanted.PERSON:
        return QuestionKind.FACT
    if wanted in (Wanted.FIGURE, Wanted.AMOUNT, Wanted.SHARE):
        return QuestionKind.FACT
    said = PAST.search(asked) and SAYING.search(asked)
    if said and (SAID_BY.match(asked) or not DECIDING.search(asked)):
        return QuestionKind.SAYING
    if wanted is Wanted.REASON:
        return QuestionKind.FACT
    return _of_deciding(asked)


def _of_deciding(asked: str) -> QuestionKind:
    """A decision or a recommendation, where the main clause asks for one, or else a fact."""
    clause = main_clause(asked)
    if is_changed_by_a_body(asked):
        return QuestionKind.DECISION
    if RECOMMENDING.search(clause) or ADVISED.search(clause):
        return QuestionKind.RECOMMENDATION
    if DECIDING.search(clause) and not OTHERWISE.match(asked):
        return QuestionKind.DECISION
    return QuestionKind.FACT


def subject_words(text: str) -> list[str]:
    """The stems of the words that say what a question is about, in order."""
    return [word for word in words_of(text) if word not in QUESTION_WORDS]


def topic_of(asked: str) -> str | None:
    """What a question says it is about, in its own words: "home to school transport"."""
    match = TOPIC.search(asked.strip())
    return match["topic"].strip(" \"'“”‘’") if match else None


def subject_phrase(text: str, *, with_small_words: bool = False) -> str:
    """The words of ``text`` that say what it is about, as written.

    ``with_small_words`` keeps those between them that join them: "to", "of", "and".
    """
    kept: list[str] = []
    joining: list[str] = []
    for word in re.findall(r"[\w'’&£%/.-]*[\w%]", text):
        stems = words_of(word)
        of_a_name = with_small_words and kept and word[0].isupper() and kept[-1][0].isupper()
        if stems and (of_a_name or not all(stem in QUESTION_WORDS for stem in stems)):
            kept += [*(joining if kept else ()), word]
            joining = []
        elif with_small_words:
            joining = [] if stems else [*joining, word]
    return " ".join(kept)
