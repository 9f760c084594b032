"""Follow-ups: a question that leans on the one before it is made whole."""

import re

from assistant.conversation import Conversation
from assistant.questions import subject_phrase, subject_words, topic_of
from assistant.replies import Answer, Reply

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
ASKS_THE_SAME = re.compile(r"\W*(?:and |but |ok |so )?(?:what|how) about\b", re.I)
"""Asks of another subject, place or date what was asked before."""


def parent_of(asked: str, conversation: Conversation) -> Reply | None:
    """The reply that ``asked`` follows up, or None where it stands alone."""
    if not conversation.replies:
        return None
    own = subject_words(asked)
    opens = OPENS_A_FOLLOW_UP.match(asked)
    back = POINTS_BACK.search(asked)
    topic = topic_of(asked)
    if topic and subject_words(topic) and not opens and not back:
        return None
    leans = len(own) <= 1 or (opens and len(own) <= ENOUGH) or (back and len(own) < ENOUGH + 2)
    return conversation.replies[-1] if leans else None


def made_whole(asked: str, parent: Reply) -> str:
    """``asked`` with what the question before it, and its answer, were about."""
    asked = asked.strip()
    if ASKS_THE_SAME.match(asked) and subject_words(asked):
        return asked
    topic = _topic(parent)
    return f"{asked} (about: {topic})" if topic else asked


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
