"""Follow-ups: a question that leans on the one before it is made whole."""

import re
from collections.abc import Collection

from assistant.conversation import Conversation
from assistant.holdings import Holdings
from assistant.replies import Answer, Reply
from assistant.understanding.questions import (
    OF_A_VOTE,
    VOTING,
    subject_phrase,
    subject_words,
    topic_of,
)
from assistant.understanding.scope import LAST_MEETING
from corpus.text.dates import MONTHS

OPENS_A_FOLLOW_UP = re.compile(
    r"\W*(?:and|so|but|ok(?:ay)?|then|also|what about|how about|what else|why|why not|"
    r"anything else|is it|was it|were they|did they|who else|no,|yes,)\b",
    re.I,
)
POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|this|those|these|same|ones?"
    r"|(?<!agree )(?<!agreed )(?<!resolve )(?<!resolved )(?<!decide )(?<!decided )(?<!say )"
    r"(?<!said )(?<!recommend )(?<!recommended )that)\b",
    re.I,
)
ENOUGH = 4
"""A question with this many words of its own, and none that points back, stands alone."""
OF_ITS_OWN = 3
"""A part of a question with this many words about a subject has one of its own."""
OPENING = re.compile(
    r"^\W*(?:(?:no|sorry|actually|and|but|ok(?:ay)?|so|then|i meant?|not that(?: one)?|rather"
    r"|what about|how about|what of)\b[\s,:–-]*)+",
    re.I,
)
CORRECTS = re.compile(r"\W*(?:no|sorry|actually|i meant?|not that|rather)\b", re.I)
ASKS = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had"
    r"|can|could|will|would|should|list|give|tell|show|summari[sz]e|explain)\b",
    re.I,
)
A_DATE = re.compile(
    rf"(?:\b(?:in|on|at|for|of|during)\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"(?:(?:{'|'.join(MONTHS)})\s+)?(?:19|20)\d\d\b(?:\s?[-–/]\s?\d{{2,4}})?",
    re.I,
)
"""A day, a month or a year with what leads to it."""
ABOUT = re.compile(r"\s*\(about: (.*)\)$")
"""What a question was made whole with."""
PREPOSITION = re.compile(r"(?:in|on|at|by|for|from|to|with|without|of|under|over)\b", re.I)
LED_BY = r"(?:\b(?:in|at|for|of|by|to|from)\s+)?(?:the\s+)?"
WHAT_ABOUT = re.compile(r"\W*(?:(?:and|but|ok|so)\W+)*(?:what|how) (?:about|of)\b", re.I)
ANOTHER_YEAR = re.compile(
    r"\b(?:(?P<before>(?:the )?year before|(?:the )?previous year|a year (?:earlier|before))"
    r"|(?:the )?(?:year after|following year|next year)|a year later)\b\W*$",
    re.I,
)
YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:(?P<joint>\s?[-–/]\s?)(?P<second>\d{2,4}))?\b")
LONGEST_ELLIPSIS = 6
"""Words about a subject; more are a question of their own."""


def leans(part: str) -> bool:
    """Whether a part of a question is about the same as the part before it."""
    own = subject_words(ABOUT.sub("", part))
    return len(own) < OF_ITS_OWN or bool(POINTS_BACK.search(ABOUT.sub("", part)))


def parent_of(asked: str, conversation: Conversation) -> Reply | None:
    """The reply that ``asked`` follows up, or None where it stands alone."""
    if not conversation.replies:
        return None
    own = [word for word in subject_words(asked) if word not in OF_A_VOTE]
    opens = OPENS_A_FOLLOW_UP.match(asked)
    back = POINTS_BACK.search(asked)
    topic = topic_of(asked)
    if VOTING.search(asked) and len(own) > 1:
        return None
    if ANOTHER_YEAR.search(asked) and len(own) <= ENOUGH:
        return conversation.replies[-1]
    if is_elliptical(asked) and (opens or CORRECTS.match(asked)):
        return conversation.replies[-1]
    if topic and subject_words(topic) and not opens and not back:
        return None
    names_a_meeting = LAST_MEETING.search(asked) or A_DATE.search(asked)
    if names_a_meeting and not opens and not back:
        return None
    leans = len(own) <= 1 or (opens and len(own) <= ENOUGH) or (back and len(own) < ENOUGH + 2)
    return conversation.replies[-1] if leans else None


def is_elliptical(asked: str) -> bool:
    """Whether ``asked`` only names another subject, place or date: "and in 2014?"."""
    if ANOTHER_YEAR.search(asked):
        return True
    rest = OPENING.sub("", asked)
    own = subject_words(rest)
    names_something = bool(own) or (bool(rest.strip(" ?.!")) and bool(WHAT_ABOUT.match(asked)))
    return names_something and len(own) <= LONGEST_ELLIPSIS and not ASKS.search(rest)


def made_whole(asked: str, parent: Reply, holdings: Holdings) -> str:
    """``asked`` with what the question before it, and its answer, were about.

    One that only names another subject, place or date puts it in the place of the old one
    in the question before.
    """
    asked = asked.strip()
    other_year = ANOTHER_YEAR.search(asked)
    if other_year:
        return _shifted(parent, -1 if other_year["before"] else 1)
    if is_elliptical(asked):
        return _replaced(parent.question.standalone, asked, holdings)
    topic = _topic(parent)
    return f"{asked} (about: {topic})" if topic else asked


def _replaced(before: str, asked: str, holdings: Holdings) -> str:
    """The question ``before`` with what ``asked`` names in the place of what is of its kind."""
    bare = ABOUT.sub("", before).strip(" ?.!")
    before = ABOUT.sub(r" about \1", before.replace("?", " ")).strip(" .!")
    fresh = OPENING.sub("", asked).strip(" ?.!")
    fresh = re.sub(r"^the (?=.* one$)|(?<=\w) ones?$", "", fresh, flags=re.I)
    for body in holdings.bodies:
        if body.casefold() in fresh.casefold():
            return _of_body(before, fresh, holdings)
    dated, named = A_DATE.search(fresh), _names_in(fresh, holdings.names)
    if not dated and not named and not PREPOSITION.match(fresh):
        topic = topic_of(bare)
        return f"{bare.replace(topic, fresh)}?" if topic else f"{bare}? (about: {fresh})"
    if dated:
        before = A_DATE.sub("", before)
    for name in _names_in(before, holdings.names) if named else ():
        before = re.sub(rf"{LED_BY}\b{re.escape(name)}\b", "", before)
    return f"{' '.join(before.split())} {fresh}?"


def _of_body(before: str, fresh: str, holdings: Holdings) -> str:
    """The question ``before`` asked of the body ``fresh``."""
    for body in sorted(holdings.bodies, key=len, reverse=True):
        if re.search(rf"\b{re.escape(body)}\b", before, re.I):
            return (
                re.sub(rf"\b{re.escape(body)}\b", re.sub(r"^the ", "", fresh), before, flags=re.I)
                + "?"
            )
    return f"{before} by {fresh}?"


def _shifted(parent: Reply, years: int) -> str:
    """The parent's question with each of its years moved; "2013/14" is one year.

    Where it names none, the year is that of the meeting that its answer stands in.
    """

    def moved(year: "re.Match[str]") -> str:
        first = str(int(year["first"]) + years)
        second = year["second"]
        if not second:
            return first
        return first + year["joint"] + str(int(second) + years).zfill(len(second))

    before = parent.question.standalone
    if YEAR.search(before):
        return YEAR.sub(moved, before)
    cited = parent.citations if isinstance(parent, Answer) else parent.related
    held_on = cited[0].passage.paper.meeting.held_on if cited else None
    return f"{before.rstrip(' ?')} in {held_on.year + years}?" if held_on else before


def _names_in(text: str, names: Collection[str]) -> list[str]:
    return [word for word in re.findall(r"[\w’'&-]+", text) if word.casefold() in names]


def _topic(parent: Reply) -> str:
    """The parent's subject, and the title of the item that its answer stands in."""
    asked = parent.question.standalone
    before = re.search(r"\(about: (?P<topic>.*)\)$", asked)
    own = asked[: before.start()] if before else asked
    subject = topic_of(own) or subject_phrase(own)
    if before and len(subject_words(own)) < ENOUGH:
        subject = before["topic"]
    said = set(subject_words(subject))
    cited = parent.citations if isinstance(parent, Answer) else parent.related
    for citation in cited[:1]:
        item = citation.passage.item
        title = item.title if item else ""
        words = set(subject_words(title))
        if isinstance(parent, Answer) and words and not words <= said and len(words) <= 10:
            return f"{title.strip()}; {subject}" if subject else title.strip()
    return subject
