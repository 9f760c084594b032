"""Decisions with their movers, seconders and votes, found around them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.decisions.decision_text import DecisionText
from corpus.decisions.motions import AMENDMENT, text_of
from corpus.papers import Force
from corpus.text.blocks import Block
from corpus.votes.voting import voting_of

IN_PASSING = re.compile(
    r"\W*(?:(?:it was )?(?:carried )?unanimously|by a majority)(?: carried)?\W*", re.I
)
"""How a sentence may say that it was agreed, without a vote that is told."""
SUBSTANTIVE = re.compile(r"\b(?:motion|as amended)\b", re.I)


def with_voting(
    blocks: Sequence[Block], decisions: Sequence[DecisionText], number: int
) -> DecisionText:
    """A decision with its mover, seconder and vote, found around it."""
    decision = decisions[number]
    if decision.force is Force.REPORTED:
        return decision
    before = decisions[number - 1] if number else None
    after = decisions[number + 1] if number + 1 < len(decisions) else None
    if before is None or _reaches_back(blocks, decision, before):
        since = (0, 0)
    else:
        since = (
            before.last,
            before.end if before.end is not None else len(blocks[before.last].text),
        )
    until = (after.first, after.start) if after else (len(blocks), 0)
    end = decision.end if decision.end is not None else len(blocks[decision.last].text)
    first, last = (decision.first, decision.start), (decision.last, end)
    voting = voting_of(
        _between(blocks, since, first), _between(blocks, first, last), _between(blocks, last, until)
    )
    if voting.vote and IN_PASSING.fullmatch(voting.vote.words):
        voting = replace(voting, vote=None)
    return replace(decision, voting=voting)


def _reaches_back(blocks: Sequence[Block], decision: DecisionText, before: DecisionText) -> bool:
    """Whether a motion may have been moved before what was decided on its amendments."""
    words = blocks[decision.first].text[decision.start : decision.end]
    amended = before.force is Force.LOST and AMENDMENT.search(_own_text(blocks, before))
    return decision.motion is not None or bool(amended or SUBSTANTIVE.search(words))


def _own_text(blocks: Sequence[Block], decision: DecisionText) -> str:
    return text_of(blocks[decision.first : decision.last + 1])


def _between(blocks: Sequence[Block], start: tuple[int, int], end: tuple[int, int]) -> list[Block]:
    """What stands from one place (block and character of it) to another, in blocks."""
    parts: list[Block] = []
    for at in range(start[0], min(end[0] + 1, len(blocks))):
        body = blocks[at].body
        part = body.slice(
            start[1] if at == start[0] else 0, end[1] if at == end[0] else len(body)
        ).strip()
        if part.text:
            parts.append(replace(blocks[at], body=part))
    return parts
