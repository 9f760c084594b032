"""Example questions from the library's own contents."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from assistant.citing import written_date
from corpus.papers import Decision, Force, Meeting, Paper, PaperKind
from corpus.text.words import words_of

_LONGEST = 9
"""Words of a title that still make a question one reads at a glance."""
_PROCEDURE = re.compile(
    r"\b(?:minutes|apologies|declarations?|announcements?|urgent business|next meeting|"
    r"(?:work|forward) (?:plan|programme)|(?:election|appointment|exclusion) of)\b",
    re.IGNORECASE,
)
"""Business of every meeting, though its title may vary."""


def examples(papers: Sequence[Paper], decisions: Sequence[Decision], most: int = 4) -> list[str]:
    """At most ``most`` questions, each on something the library holds."""
    questions = (*_on_subjects(decisions, most - 1), *_on_meetings(papers, decisions))
    return list(islice(dict.fromkeys(questions), most))


def _on_subjects(decisions: Sequence[Decision], most: int) -> Iterator[str]:
    """On the titles of one meeting each: those that recur are procedure.

    Resolutions first, from the newest meeting back, one a meeting and a subject.
    """
    titles = _meetings_by_title(decisions)
    told: list[frozenset[str]] = []
    for force, words in ((Force.RESOLVED, "resolved"), (Force.RECOMMENDED, "recommended")):
        seen: set[Meeting] = set()
        for decision in sorted(decisions, key=_newest_first):
            meeting, title = decision.paper.meeting, _title(decision)
            subject = frozenset(words_of(title))
            if decision.force is not force or not title or len(titles[title]) > 1:
                continue
            alike = any(2 * len(subject & other) > min(len(subject), len(other)) for other in told)
            if meeting not in seen and len(seen) < most and not alike:
                seen.add(meeting)
                told.append(subject)
                yield f"What was {words} about “{title}”?"


def _on_meetings(papers: Sequence[Paper], decisions: Sequence[Decision]) -> Iterator[str]:
    minuted = {d.paper.meeting for d in decisions if d.paper.kind is PaperKind.MINUTES}
    minuted |= {paper.meeting for paper in papers if paper.kind is PaperKind.MINUTES}
    dated = [meeting for meeting in minuted if meeting.body and meeting.held_on]
    for meeting in sorted(dated, key=lambda m: (m.held_on, m.body), reverse=True):
        if meeting.held_on:
            named = f"the {meeting.body} on {written_date(meeting.held_on)}"
            yield f"Which decisions were made by {named}?"
            yield f"Who was present at the meeting of {named}?"


def _meetings_by_title(decisions: Sequence[Decision]) -> dict[str, set[Meeting]]:
    found: defaultdict[str, set[Meeting]] = defaultdict(set)
    for decision in decisions:
        found[_title(decision)].add(decision.paper.meeting)
    return found


def _newest_first(decision: Decision) -> tuple[int, str]:
    held_on = decision.paper.meeting.held_on
    return (-held_on.toordinal() if held_on else 0, decision.id)


def _title(decision: Decision) -> str:
    """The title as a question holds it; "" where it makes none worth asking."""
    if decision.item is None or not 2 <= len(decision.item.title.split()) <= _LONGEST:
        return ""
    if _PROCEDURE.search(decision.item.title):
        return ""
    title = decision.item.title.strip(" .:-–")
    return title.capitalize() if title.isupper() else title
