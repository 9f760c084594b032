"""What a question asks for: one slot for each of its parts, with what must fill it."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.understanding.wanting import A_CONTRACTOR, ASKS, Wanted, wanted_of
from corpus.text.words import words_of


class Bearer(StrEnum):
    """What bears a name, of the sorts that the name itself shows."""

    FIRM = "firm"
    SCHOOL = "school"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a question.

    ``asked`` is the part as a whole question. ``per`` are the stems of the unit that a
    figure is asked for ("per mile"). ``labels`` are numbered names that the words must be
    about, as stems ("Level 7", "Year 9"). ``numbers`` are those of the question itself,
    which are no answer to it. ``bearer`` is what bears the name that is wanted, where names
    show it. ``persons`` is how many are asked for ("which two councillors"), at least.
    ``ages`` are those of the people asked about ("16 to 18 year olds"). ``post`` is that
    whose holder is asked for ("chair", "director"), empty for none. ``group`` are the stems
    of whose figure is asked for, the noun last ("highways apprentices").
    """

    asked: str
    wanted: Wanted
    per: tuple[str, ...] = ()
    labels: tuple[tuple[str, ...], ...] = ()
    numbers: frozenset[str] = frozenset()
    bearer: Bearer | None = None
    persons: int = 1
    ages: frozenset[str] = frozenset()
    post: str = ""
    group: tuple[str, ...] = ()


_BEARER = {
    Bearer.FIRM: A_CONTRACTOR,
    Bearer.SCHOOL: re.compile(
        r"\b(?:which|what|name)\s+(?:(?:of|the)\s+)*(?:\w+ )?"
        r"(?:schools?|academ(?:y|ies)|colleges?)\b",
        re.I,
    ),
    Bearer.PERSON: re.compile(
        r"\bname of (?:the )?(?:\w+ ){0,2}?(?:chair\w*|director|head|headteacher|officer|leader"
        r"|mayor|manager|clerk|governor|councillor|member|person|adviser)\b"
        r"|\bname the (?:\w+ ){0,2}?(?:specialist|expert|consultant|chair\w*|director|officer"
        r"|clerk|councillor|member|person|adviser|contact)\b",
        re.I,
    ),
}
_SO_MANY = re.compile(
    r"\b(?:which|who (?:are|were) the) (?P<number>two|three|four|five|[2-5]) "
    r"(?:\w+ )?(?:councillors|members|officers|people|residents|candidates)\b",
    re.I,
)
_SO_MANY_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5}
_JOB = re.compile(
    r"\b(?:job|post|role)\b(?! of \w+ing\b)|\b(?:tak(?:e|es|ing|en)|took) over (?:from|as)\b"
    r"|\bsucce(?:ed(?:s|ed|ing)?|ssor)\b|\breplac(?:e|es|ed|ing) (?:(?-i:[A-Z])|him|her|them)"
    r"|\bpredecessor\b|\b(?:before|after) (?:him|her|them)\b",
    re.I,
)
"""Speaks of a post, so that to name the post does not say who it was."""
_POST_OF = re.compile(
    r"\bwho(?:['’]s| is| was| are| were) (?:the |our |their )?"
    r"(?:(?!(?:from|over|by|to|with|of|for|as|at|in|on)\b)[\w'’-]+ ){0,5}?"
    r"(?P<post>chair|director|leader|mayor|headteacher|head|clerk|manager|treasurer|secretary"
    r"|commissioner|governor|provost|convener|chief executive|monitoring officer"
    r"|portfolio holder|cabinet member)"
    r"(?:man|woman|person)?s?(?= (?:of|for|in|at|on|during|when|then|now)\b|\W*$)",
    re.I,
)
"""Asks who holds a post."""
_PER = re.compile(
    r"\bper (?!cent\b)(?P<unit>[a-z]+)"
    r"|\b(?:each|every|an?) (?P<time>mile|hour|night|head|pupil|child|day|week|month)\W*$",
    re.I,
)
_AGES = re.compile(
    r"\b(\d{1,2})(?:\s?(?:to|and|or|-|–)\s?(\d{1,2}))?[\s-]?(?:years?|yrs?)[\s-]olds?\b"
    r"|\baged?\s+(\d{1,2})(?:\s?(?:to|and|or|-|–)\s?(\d{1,2}))?\b",
    re.I,
)
_GROUP = re.compile(
    r"\b(?:how many|(?:share|proportion|percentage|number|%) of) (?:of )?"
    r"(?:(?:the|our|its|all|their) )?(?P<group>(?:(?!more|other|extra|new|different|additional"
    r"|total|full|of)[a-z][\w’'-]+ ){1,3}[a-z][\w’'-]+)"
    r"(?= (?:is|are|was|were|ha[sd]|have|do|did|does|will|would|can|got|get|went|go|came|come)\b)",
    re.I,
)
"""Asks for a figure of a group: "how many secondary schools are"."""
_LABEL = re.compile(
    r"\b(?P<label>years?|levels?|key stage|phase|stage|band|tier|grade|group|option|zone|route"
    r"|class|type|category|ages?|quarter|appendix|table)\s+(?P<number>\d+[a-z]?|[A-H](?![\w']))\b",
    re.I,
)
_OF_FORM = re.compile(
    r"\W*(?:please\s+)?(?:list|give|tell|show)(?: (?:me|us))?(?: (?:the|an?|all|both|with|and|short"
    r"|brief|numbers?|figures?|steps?|dates?|details?|summary|names?|them|it))+\W*(?:please\W*)?$",
    re.I,
)
"""Asks how something is to be told and not for more."""
_PARTS = re.compile(
    r"(?:,|\s[-–])?\s+(?:and|but)\s+(?:(?:also|then|if so)\s*,?\s+)?"
    r"(?=(?:(?:by|to|from|for|out of) )?(?:who|whom|whose|what|when|where|why|how|was|were|did"
    r"|does|is|are|which)\b)"
    r"|\?\s+(?=\w)"
    r"|,\s+(?=(?:who|what|when|where|why|how)\b)",
    re.I,
)
_ABOUT = re.compile(r"\s*\(about: (.*)\)$")
"""The subject with which a follow-up was made whole; it asks nothing."""


def parts_of(asked: str) -> list[str]:
    """The questions that ``asked`` is made of: "how many, and when?" are two.

    What only leads in ("By the end of March 2024, how many …?") belongs to the first of them.
    """
    breaks = [
        match.span() for match in _PARTS.finditer(asked) if not _OF_FORM.match(asked, match.end())
    ]
    while breaks and not ASKS.search(asked[: breaks[0][0]]):
        del breaks[0]
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(asked)]
    parts = [asked[start:end].strip(" ,?") for start, end in zip(starts, ends, strict=True)]
    return [part for part in parts if part] or [asked]


def slots_of(asked: str) -> tuple[Slot, ...]:
    """The slots of a question made whole, in the order in which they are asked."""
    about = _ABOUT.search(asked)
    first, *others = parts_of(_ABOUT.sub("", asked))
    of = f"; {about[1]}" if about else ""
    whole = [
        f"{first} (about: {about[1]})" if about else first,
        *(f"{part} (about: {first}{of})" for part in others),
    ]
    return tuple(
        slot_of(part, about=whole_part)
        for part, whole_part in zip([first, *others], whole, strict=True)
    )


def slot_of(asked: str, about: str | None = None) -> Slot:
    """The one slot of ``asked``; ``about`` is the same with what it is about."""
    return Slot(
        asked=about or asked,
        wanted=wanted_of(asked),
        per=_per(asked),
        labels=_labels(asked),
        numbers=frozenset(re.findall(r"\d+(?:[.,]\d+)*", asked)),
        bearer=_bearer(asked),
        persons=_persons(asked),
        post=_post(asked),
        group=_group(asked),
        ages=frozenset(age for match in _AGES.finditer(asked) for age in match.groups() if age),
    )


def with_own_labels(slot: Slot, asked: str) -> Slot:
    """``slot`` with the numbered names of a follow-up as asked: "No, band G" after "band E"."""
    own = _labels(asked)
    names = {label[:-1] for label in own}
    if not own or not slot.labels or set(slot.labels) <= set(own):
        return slot
    kept = tuple(label for label in slot.labels if label[:-1] not in names)
    return replace(slot, asked=f"{slot.asked} ({asked})", labels=(*kept, *own))


def _labels(asked: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (*words_of(match["label"].rstrip("s")), match["number"].casefold())
        for match in _LABEL.finditer(asked)
    )


def _persons(asked: str) -> int:
    match = _SO_MANY.search(asked)
    number = match["number"].casefold() if match else "1"
    return _SO_MANY_WORDS.get(number) or int(number)


def _bearer(asked: str) -> Bearer | None:
    if wanted_of(asked) is Wanted.PERSON:
        return Bearer.PERSON if _JOB.search(asked) or _post(asked) else None
    return next((each for each, pattern in _BEARER.items() if pattern.search(asked)), None)


def _group(asked: str) -> tuple[str, ...]:
    match = _GROUP.search(asked)
    return tuple(words_of(match["group"])) if match else ()


def _post(asked: str) -> str:
    match = _POST_OF.search(asked)
    return match["post"].casefold() if match else ""


def _per(asked: str) -> tuple[str, ...]:
    return tuple(
        stem for match in _PER.finditer(asked) for stem in words_of(match["unit"] or match["time"])
    )
