"""Follow-ups: a question that leans on the one before it is made whole."""

import re

from assistant.conversation import Conversation
from assistant.holdings import Holdings
from assistant.replies import Answer, Reply
from assistant.understanding.another_date import DATE
from assistant.understanding.coordinates import names_in, put_in_place
from assistant.understanding.questions import (
    OF_A_VOTE,
    VOTING,
    subject_phrase,
    subject_words,
    topic_of,
)
from assistant.understanding.scope import LAST_MEETING
from assistant.understanding.slots import parts_of
from corpus.acronyms import expanded
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
    r"|what['’]?s|who['’]?s|can|could|will|would|should|list|give|tell|show|summari[sz]e|explain)\b",
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
LED_BY = re.compile(r"(?:in|on|at|by|for|from|to|with|without|of|under|over)\b", re.I)
A_BREAK = re.compile(
    r"\.\s+(?=[A-Z])|(?:\s+[-–—]|:)\s+(?=(?:who|what|when|where|why|how|which|did|was|were)\b)",
    re.I,
)
"""Between a subject that is named first and what is asked of it."""
SAYS_WHAT = re.compile(r"\b(?:about|regarding|concerning)\s+(?:the\s+)?[\"'“‘]?$", re.I)
WHO = re.compile(r"\W*(?:who|whom|whose)\b", re.I)
A_POST = re.compile(
    r"\b(?:lead|leader|clerk|officer|chair\w*|vice[- ]chair\w*|director|manager|secretary|mayor"
    r"|deputy|treasurer|substitutes?|mover|seconder|proposer|member|representatives?|head)$",
    re.I,
)
"""What a person can be."""
NAMES_FIRST = re.compile(
    r"\W*(?:(?:and|but|so|ok)\W+)+(?P<named>[^,?]{2,40}),\s+(?=(?:who|what|when|where|why|how)(?:['’]?s)?\b)",
    re.I,
)
"""Names what its pronouns stand for: "and Quill, when did she leave?"."""
MORE = re.compile(r"\b(?:more|another|others?|rest|latter|second|third|last)\b", re.I)
"""Says that the thing is of the same sort as the one before."""
ARTICLE = re.compile(r"(?:the|a|an|our|their|its|his|her)\b", re.I)
LONGEST_TITLE = 10
"""Words about a subject in a title; longer ones are of several."""
WHAT_ABOUT = re.compile(r"\W*(?:(?:and|but|ok|so)\W+)*(?:what|how) (?:about|of)\b", re.I)
ANOTHER_YEAR = re.compile(
    r"\b(?:(?P<before>(?:the )?year before|(?:the )?previous year|a year (?:earlier|before))"
    r"|(?:the )?(?:year after|following year|next year)|a year later)\b(?:['’]s)?\W*$",
    re.I,
)
YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:(?P<joint>\s?[-–/]\s?)(?P<second>\d{2,4}))?\b")
LONGEST_ELLIPSIS = 6
"""Words about a subject; more are a question of their own."""


def subject_carried(asked: str) -> str:
    """What ``asked`` is about, in its own words, for a question that follows it.

    All of it: what stands behind "on" or "for" is the whole subject only where nothing else is
    named before. A part that leans on the one before it has no subject of its own.
    """
    before = ABOUT.search(asked)
    own = ABOUT.sub("", asked)
    if before and len(subject_words(own)) < ENOUGH:
        return before[1]
    first, *others = (part for whole in parts_of(own) for part in A_BREAK.split(whole))
    kept = [first, *(part for part in others if not leans(part))]
    return "; ".join(filter(None, map(_of_one_part, kept)))


def _of_one_part(part: str) -> str:
    topic = topic_of(part)
    if topic and subject_words(topic) and not POINTS_BACK.search(topic):
        opening = part[: part.rindex(topic)]
        if SAYS_WHAT.search(opening) or not subject_words(opening):
            return topic
    return subject_phrase(part, with_small_words=True)


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
    if NAMES_FIRST.match(asked):
        return asked
    topic = _topic(parent, holdings)
    return f"{asked} (about: {topic})" if topic else asked


def _replaced(before: str, asked: str, holdings: Holdings) -> str:
    """The question ``before`` with what ``asked`` names in the place of what is of its kind.

    It is looked for in what ``before`` was made whole with, where it was, and in itself.
    """
    about = ABOUT.search(before)
    bare = ABOUT.sub("", before).strip(" ?.!")
    fresh = OPENING.sub("", asked).strip(" ?.!")
    fresh = re.sub(r"^the (?=.* one$)|(?<=\w) ones?$", "", fresh, flags=re.I)
    for body in holdings.bodies:
        if body.casefold() in fresh.casefold():
            return _of_body(_told_together(before), fresh, holdings)
    if WHO.match(bare) and A_POST.search(fresh):
        return f"Who is {fresh}? (about: {subject_carried(before)})"
    placed = put_in_place(about[1], fresh, holdings) if about else None
    if placed:
        return f"{bare}? (about: {placed})"
    placed = put_in_place(bare, fresh, holdings)
    if placed:
        return f"{placed}?{about[0] if about else ''}"
    if LED_BY.match(fresh) or DATE.search(fresh) or names_in(f"and {fresh}", holdings):
        lead = "in " if DATE.match(fresh) and not LED_BY.match(fresh) else ""
        return f"{_told_together(before)} {lead}{fresh}?"
    return _of_another_thing(bare, fresh)


def _told_together(before: str) -> str:
    """A question that was made whole, in one sentence and without its question mark."""
    return " ".join(ABOUT.sub(r" about \1", before.replace("?", " ")).split()).strip(" .!")


def _of_another_thing(before: str, fresh: str) -> str:
    """The question ``before`` asked of the thing ``fresh``."""
    topic = topic_of(before)
    if not topic:
        return f"{before}? (about: {fresh})"
    opening, _, end = before.rpartition(topic)
    if ARTICLE.match(fresh):
        opening = re.sub(r"\bthe\s+$", "", opening, flags=re.I)
    whole = f"{opening}{fresh}{end}?"
    return f"{whole} (about: {topic})" if MORE.search(fresh) else whole


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


def _topic(parent: Reply, holdings: Holdings) -> str:
    """The parent's subject, and the title of the item that its answer stands in.

    A title that has none of the subject's words is of an item that only touches on it.
    """
    subject = subject_carried(parent.question.standalone)
    said = set(subject_words(subject))
    meant = set(subject_words(expanded(subject, holdings.acronyms)))
    cited = parent.citations if isinstance(parent, Answer) else ()
    for citation in cited[:1]:
        item = citation.passage.item
        title = item.title if item else ""
        words = set(subject_words(title))
        if words & meant and not words <= said and len(words) <= LONGEST_TITLE:
            return f"{title.strip()}; {subject}"
        if not said:
            return title.strip()
    return subject
