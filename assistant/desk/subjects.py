"""The library's own subjects: titles of business that make a question worth asking."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from assistant.citing import written_date
from corpus.papers import Decision, Item, Meeting, Paper
from corpus.text.words import words_of

_LONGEST = 9
"""Words of a title that still make a question one reads at a glance."""
_LONGEST_NAME = 14
"""Words of a body's name."""
_PROCEDURE = re.compile(
    r"\b(?:minutes|apologies|substitut\w+|declarations?|interests?|announcements?|welcome|"
    r"(?:urgent|other|any|remaining|exempt|standing) (?:business|items?)|matters arising|"
    r"(?:next|previous|future|last) meetings?|calendar of|close of|"
    r"(?:work|forward) (?:plan|programme)|(?:election|appointment|exclusion|nomination) of|"
    r"press and public|correspondence|petitions?|deputations?|delegations? received|"
    r"public (?:questions?|participation|forum|speaking|session)|open forum|"
    r"(?:questions?|statements?|motions?|items?|reports?|updates?|presentations?)\s*"
    r"(?:submitted\s*)?(?:by|from|of) (?:the )?"
    r"(?:chair\w*|mayor|leader|clerk|members?|public|councillors?|cllrs?|officers?)|"
    r"notices? of motions?|members['’]? questions?|suspension of standing orders|"
    r"votes? of (?:sympathy|thanks|congratulations?)|condolences?|support services|appendi\w+)\b",
    re.IGNORECASE,
)
"""Business of every meeting, though its title may vary."""
_NO_SUBJECT = re.compile(
    r"[^\w\s]{3,}|^\W*(?:part|section|chapter|annex|page)\b|\bchapter \d", re.I
)
"""Scraps of a table of contents, and parts of something that the title does not name."""


def title_of(item: Item | None) -> str:
    """The title as a question holds it; "" where it makes none worth asking."""
    if item is None or not 2 <= len(item.title.split()) <= _LONGEST:
        return ""
    if _PROCEDURE.search(item.title) or _NO_SUBJECT.search(item.title):
        return ""
    title = item.title.strip(" .:-–")
    return title.capitalize() if title.isupper() else title


def is_alike(title: str, others: Iterable[str]) -> bool:
    """Whether one of ``others`` has more than half of the words of ``title``, or it of that."""
    words = frozenset(words_of(title))
    told = (frozenset(words_of(other)) for other in others)
    return any(2 * len(words & other) > min(len(words), len(other)) for other in told)


def recurring(decisions: Iterable[Decision]) -> Collection[str]:
    """The titles that several meetings have: what recurs is procedure."""
    meetings: defaultdict[str, set[Meeting]] = defaultdict(set)
    for decision in decisions:
        meetings[title_of(decision.item)].add(decision.paper.meeting)
    return frozenset(title for title, held in meetings.items() if len(held) > 1)


def meeting_named(meeting: Meeting, several: bool) -> str:
    """Such as "the Cabinet on 19 March 2024"; "" where body or date is not known.

    With ``several`` councils in the library, that of the meeting is named too. A very long
    name of a body is likely to be a scrap of the page, and counts as not known.
    """
    if meeting.body is None or meeting.held_on is None:
        return ""
    if len(meeting.body.split()) > _LONGEST_NAME:
        return ""
    council = f" of {meeting.council}" if several and meeting.council else ""
    return f"the {meeting.body}{council} on {written_date(meeting.held_on)}"


def several_councils(papers: Iterable[Paper]) -> bool:
    """Whether the papers are of more than one council."""
    return len({paper.meeting.council for paper in papers if paper.meeting.council}) > 1


def newest_first(decision: Decision) -> tuple[int, str]:
    """By which decisions are sorted newest first, undated last."""
    held_on = decision.paper.meeting.held_on
    return (-held_on.toordinal() if held_on else 0, decision.id)
