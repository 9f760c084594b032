"""Text that is of no business: how to leave in a fire, who may speak, whom to telephone."""

import re
from dataclasses import dataclass

from corpus.papers import PaperKind


@dataclass(frozen=True, slots=True)
class Topic:
    """What a kind of boilerplate says, and the words by which a question asks for it."""

    says: re.Pattern[str]
    asked: re.Pattern[str]


def _topic(says: str, asked: str) -> Topic:
    return Topic(re.compile(says, re.I | re.S), re.compile(asked, re.I))


TOPICS = (
    _topic(
        r"\b(?:evacuat\w+|fire (?:alarm|exit|drill|assembly)|continuous alarm|assembly point"
        r"|nearest (?:fire |emergency )?exits?)\b",
        r"\b(?:evacuat\w*|fire|alarm|exits?|emergency|assembly point)\b",
    ),
    _topic(
        r"\b(?:wish(?:es|ing)? to (?:speak|make a statement|ask (?:a )?questions?|address)"
        r"|register(?:ed)? to (?:speak|do so)|public (?:speaking|participation|question time)"
        r"|right to speak|make a statement relevant|questions must be (?:submitted|received)"
        r"|statements? (?:will be )?limited to \w+ minutes|up to \w+ speakers)\b",
        r"\b(?:speak(?:ing|ers?)?|questions?|statements?|petitions?|deputations?|take part"
        r"|participat\w*|deadline|notice|verbal|in writing)\b",
    ),
    _topic(
        r"\b(?:film(?:ed|ing)?|webcast\w*|broadcast\w*|audio[- ]?record\w*|being recorded"
        r"|live[- ]stream\w*)\b.{0,300}\b(?:meeting|council|members? of the public|consent\w*)\b"
        r"|\bmobile (?:tele)?phones?\b.{0,80}\b(?:off|silent)\b",
        r"\b(?:film\w*|webcast\w*|broadcast\w*|record(?:ed|ing)s?|stream\w*|phones?)\b",
    ),
    _topic(
        r"\b(?:alternative (?:accessible )?format|large print|braille|audio tape|easy read"
        r"|hearing (?:loop|enhancement)|induction loop|wheelchair access|disabled access"
        r"|other languages|interpreter)\b",
        r"\b(?:format|print|braille|languages?|accessib\w*|hearing|loop|wheelchair|disabled"
        r"|translat\w*|interpret\w*)\b",
    ),
    _topic(
        r"\b(?:inspection of (?:papers|documents)|available for (?:public )?inspection"
        r"|attendance register|printed on recycled|copies of (?:this|the) agenda"
        r"|details of decisions taken)\b",
        r"\b(?:inspect\w*|register|copies|copy|recycled|where can)\b",
    ),
    _topic(
        r"\b(?:contact (?:the )?(?:democratic services|committee (?:clerk|administrator|officer)|"
        r"the (?:named )?officer)|switchboard|direct lines?|tel(?:ephone)?\s*(?:no\.?)?\s*:"
        r"|e-?mail\s*:|our ref|your ref|(?:contact (?:person|officer)|further information)\s*:"
        r"|who can be contacted on|please contact)",
        r"\b(?:contact\w*|tele\w*|phone|number|e-?mail\w*|address|officer|administrator|clerk)\b",
    ),
    _topic(
        r"\b(?:members|councillors|you)\b.{0,60}\b(?:reminded|asked|required|must)\b.{0,120}"
        r"\b(?:declare|disclose|interests?)\b|\b(?:personal (?:and|or) prejudicial"
        r"|disclosable pecuniary interests? (?:as|in|or|under))\b",
        r"\b(?:declar\w*|interests?|pecuniary|prejudicial|monitoring officer)\b",
    ),
)
LONGEST = 160
"""Words; more than these are about more than that."""
FRAMES = frozenset({PaperKind.AGENDA, PaperKind.OTHER})
"""Papers in whose own words boilerplate stands; elsewhere only contact blocks are."""
CONTACT = TOPICS[5]
FEW = 45
"""Words: a contact block at the end of a report is short."""


def is_boilerplate(text: str, kind: PaperKind) -> bool:
    """Whether a passage of a paper of this kind is of no business."""
    words = len(text.split())
    if kind in FRAMES:
        return words <= LONGEST and any(topic.says.search(text) for topic in TOPICS)
    return words <= FEW and bool(CONTACT.says.search(text))


def asks_for(question: str, text: str) -> bool:
    """Whether a question asks for what a boilerplate passage says."""
    return any(topic.asked.search(question) and topic.says.search(text) for topic in TOPICS)
