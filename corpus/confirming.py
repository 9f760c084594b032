"""Which minutes a later meeting confirmed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from corpus.packs.names import same_name
from corpus.papers import Decision, Force, Paper, PaperKind
from corpus.text.dates import find_dates

CONFIRMS = re.compile(
    r"\bminutes?\b.{0,400}?\b(?:confirmed|approved|agreed|accepted|adopted|signed|correct|accurate"
    r"|true (?:and \w+ )?record)\b"
    r"|\b(?:confirm|approve|agree|accept|adopt|sign|correct|accurate"
    r"|true)\w*\b.{0,120}?\bminutes?\b",
    re.I | re.S,
)


NOT_CONFIRMED = re.compile(
    r"\bnot (?:\w+ )?(?:confirm|approv|agree|accept|adopt|sign|correct)|\bunconfirmed\b"
    r"|\bbe (?:deferred|referred)\b",
    re.I,
)


def confirmed(papers: Sequence[Paper], decisions: Iterable[Decision]) -> Iterator[Paper]:
    """The minutes that ``decisions`` confirm as a true record, whichever file they are in.

    A confirmation names the date of what it confirms; where it speaks of the previous
    meeting only, the minutes are those in the pack of the meeting that confirms them.
    """
    minutes = [p for p in papers if p.kind is PaperKind.MINUTES and p.meeting.held_on]
    found: dict[str, Paper] = {}
    for decision in decisions:
        if _confirms(decision):
            days = _days(decision) or _in_the_pack(decision, papers, minutes)
            for paper in minutes:
                if paper.meeting.held_on in days and _same_body(paper, decision):
                    found[paper.id] = paper
    yield from found.values()


def _confirms(decision: Decision) -> bool:
    words = decision.words
    return (
        decision.force is Force.RESOLVED
        and CONFIRMS.search(words) is not None
        and NOT_CONFIRMED.search(words) is None
    )


def _days(decision: Decision) -> set[date]:
    """The earlier dates that a decision, or else its title, names."""
    held_on = decision.paper.meeting.held_on
    title = decision.item.title if decision.item else ""
    for text in (decision.words, title):
        days = {found.day for found in find_dates(text)}
        if days:
            return {day for day in days if held_on is None or day < held_on}
    return set()


def _in_the_pack(
    decision: Decision, papers: Sequence[Paper], minutes: Sequence[Paper]
) -> set[date]:
    """The dates of the minutes that stand in one file with the agenda of this meeting."""
    meeting = decision.paper.meeting
    packs = {
        paper.source
        for paper in papers
        if paper.kind is PaperKind.AGENDA
        and meeting.held_on is not None
        and paper.meeting.held_on == meeting.held_on
        and same_name(paper.meeting.body, meeting.body)
    }
    return {
        paper.meeting.held_on
        for paper in minutes
        if paper.source in packs
        and paper.meeting.held_on is not None
        and meeting.held_on is not None
        and paper.meeting.held_on < meeting.held_on
    }


def _same_body(paper: Paper, decision: Decision) -> bool:
    one, other = paper.meeting, decision.paper.meeting
    return same_name(one.body, other.body) and (
        one.council is None or other.council is None or same_name(one.council, other.council)
    )
