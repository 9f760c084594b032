"""Example questions from the library's own contents, of several kinds."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.desk.subjects import (
    is_alike,
    meeting_named,
    newest_first,
    recurring,
    several_councils,
    title_of,
)
from corpus.papers import Appearance, Capacity, Decision, Force, Meeting, Paper, PaperKind
from corpus.undoing import undoings

_MONEY = re.compile(
    r"\b(?:approv|allocat|award|spen[dt]|given|grant|fund|budget|contribut|cost|set at|paid)"
    r"[^.]{0,120}[£€]\s?\d|[£€]\s?\d[^.]{0,80}\b(?:approved|allocated|awarded|given|spent|added)\b",
    re.I,
)
"""A sum that is agreed to, not one that is only told."""
_TAKEN = frozenset({Force.RESOLVED, Force.DELEGATED, Force.NOTED, Force.RECOMMENDED})

_Suggestion = tuple[str, str]
"""A question, and the title that it asks about; "" for one about a meeting."""


def examples(
    papers: Sequence[Paper],
    decisions: Sequence[Decision],
    most: int = 4,
    appearances: Sequence[Appearance] = (),
) -> list[str]:
    """At most ``most`` questions, each on something the library holds.

    What was resolved comes first, then what became of a decision, who was there, how much
    money was agreed; then each kind again. No subject is named twice.
    """
    often = recurring(decisions)
    newest = sorted(decisions, key=newest_first)
    several = several_councils(papers)
    once = [each for each in newest if title_of(each.item) not in often]
    kinds = (
        _on_subjects(once, Force.RESOLVED, "resolved"),
        _on_what_became(newest),
        _named(_listed(papers, appearances), several, "Who was present at the meeting of {}?"),
        _on_money(once),
        _on_votes(once),
        _named(_minuted(newest), several, "List the decisions of {}"),
        _on_subjects(once, Force.RECOMMENDED, "recommended"),
    )
    return _mixed(kinds, most)


def _mixed(kinds: Sequence[Iterator[_Suggestion]], most: int) -> list[str]:
    """One of each kind in turn, each on a subject of its own."""
    chosen: list[str] = []
    titles: list[str] = []
    waiting = list(kinds)
    while waiting and len(chosen) < most:
        left = []
        for kind in waiting:
            found = next((q for q in kind if not (q[1] and is_alike(q[1], titles))), None)
            if found is None:
                continue
            left.append(kind)
            question, title = found
            if question not in chosen and len(chosen) < most:
                chosen.append(question)
                titles += [title] if title else []
        waiting = left
    return chosen


def _on_subjects(decisions: Sequence[Decision], force: Force, word: str) -> Iterator[_Suggestion]:
    """One of each meeting, then the others."""
    of_force = [each for each in decisions if each.force is force and title_of(each.item)]
    first = {each.paper.meeting: each for each in reversed(of_force)}
    chosen = [each for each in of_force if first[each.paper.meeting] is each]
    for decision in (*chosen, *(each for each in of_force if each not in chosen)):
        title = title_of(decision.item)
        yield f"What was {word} about “{title}”?", title


def _on_what_became(decisions: Sequence[Decision]) -> Iterator[_Suggestion]:
    for undoing in sorted(undoings(decisions), key=lambda each: newest_first(each.later)):
        title = title_of(undoing.earlier.item)
        if title:
            yield f"What became of the decision on “{title}”?", title


def _on_money(decisions: Sequence[Decision]) -> Iterator[_Suggestion]:
    for decision in decisions:
        title = title_of(decision.item)
        if title and decision.force is Force.RESOLVED and _MONEY.search(decision.words):
            yield f"How much money was agreed for “{title}”?", title


def _on_votes(decisions: Sequence[Decision]) -> Iterator[_Suggestion]:
    for decision in decisions:
        title, vote = title_of(decision.item), decision.vote
        if title and vote and vote.reconciles and vote.in_favour is not None:
            yield f"How did the vote on “{title}” go?", title


def _listed(papers: Sequence[Paper], appearances: Sequence[Appearance]) -> set[Meeting]:
    """The meetings whose minutes list who was there."""
    listed = {each.paper.meeting for each in appearances if each.capacity is Capacity.PRESENT}
    return listed & {paper.meeting for paper in papers if paper.kind is PaperKind.MINUTES}


def _minuted(decisions: Sequence[Decision]) -> set[Meeting]:
    """The meetings whose minutes record decisions."""
    return {
        each.paper.meeting
        for each in decisions
        if each.force in _TAKEN and each.paper.kind is PaperKind.MINUTES
    }


def _named(meetings: set[Meeting], several: bool, question: str) -> Iterator[_Suggestion]:
    """The question on each meeting that body and date name, newest first."""
    dated = sorted(meetings, key=lambda m: (m.held_on or date.min, str(m)), reverse=True)
    for meeting in dated:
        if named := meeting_named(meeting, several):
            yield question.format(named), ""
