"""The decisions that a section records, proposes or tells of, with their clauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.business.numbering import is_capitals
from corpus.decisions.clauses import OPENS, clause_of, clauses_of, last_clause
from corpus.decisions.deciding import (
    BARE_OUTCOME,
    BODIES,
    CAPITAL_VERB,
    GAINED,
    LABEL,
    OUTCOME,
    STARTS,
)
from corpus.decisions.force import force_of
from corpus.decisions.motions import (
    AMENDMENT,
    follows_directly,
    motion_before,
    moved_in,
    points_back,
    subject_of,
    text_of,
)
from corpus.decisions.telling import decides, is_argued, is_told
from corpus.papers import Clause, Force
from corpus.text.blocks import Block, BlockKind
from corpus.text.lines import NUMBERED
from corpus.text.sentences import sentences
from corpus.votes.voting import Voting, voting_of

RECOMMENDS = re.compile(r"recommend", re.I)
LEADS_IN = re.compile(
    r"\W*(?:(?:whereupon|accordingly),? )?it was(?: \w+ly)?\W*"
    r"|.{0,200}\b(?:moved|proposed|seconded)\b.{0,200}\band\W*",
    re.I | re.S,
)
"""A line of its own above "Resolved", or above "RESOLVED that"."""
MOVER = re.compile(r"\W*(?:proposed|moved|seconded)(?: by)?\b.{3,80}", re.I)
BODY_OPENS = re.compile(rf"(?:the )?(?:[\w-]+ ){{0,4}}(?:{BODIES})\s*(?::[-–—]?|[-–—])\s*", re.I)
DID = re.compile(
    r"\W*(?:unanimously )?(?:noted|agreed|approved|resolved|adopted|instructed|authorised|endorsed|"
    r"recommended|delegated|confirmed|thanked|remitted|appointed|to (?:note|agree|approve))\b",
    re.I,
)
ONLY_MOVED = re.compile(
    r"\W*prop\w*\.?(?: by)?:? .{1,60}?\bsec\w*\.?(?: by)?:? .{1,60}?(?:agreed|carried|favour"
    r"|unanimous\w*)\b.{0,40}",
    re.I | re.S,
)
"""Who moved and seconded what the sentence before says."""
BARE_NOTED = re.compile(r"\W*noted\W*", re.I)
GOES_ON = re.compile(
    r"(?:that|to|and|also|further|in addition|it was (?:also|further)|(?i:the|any|all)\b[^.]{3,160}"
    r"\b(?:be|is authorised|are authorised)\b)\b|\(?(?:[ivx]+|[a-z]|\d{1,2})[).]\s",
    re.I,
)
"""How a further sentence of what was resolved begins."""


@dataclass(frozen=True, slots=True)
class DecisionText:
    """A decision inside a section: blocks ``first`` to ``last`` (inclusive).

    ``start`` is where its words begin in the first block; they end with the last block,
    or at ``end`` of it where that is not None. ``motion`` are the first and last block of
    the motion that the words only tell the outcome of.
    """

    force: Force
    first: int
    last: int
    start: int = 0
    end: int | None = None
    clauses: tuple[Clause, ...] = ()
    subject: str | None = None
    voting: Voting = Voting(None, None, None)  # noqa: RUF009 - a frozen value
    motion: tuple[int, int] | None = None


def decisions_in_minute(
    blocks: Sequence[Block], body: str | None, held_on: date | None
) -> list[DecisionText]:
    """The decisions that a minute records or tells of, in order."""
    found: list[DecisionText] = []
    at = 0
    while at < len(blocks):
        label = _label(blocks, at) or _field(blocks, at)
        here = [label] if label else list(_sentences(blocks, at, body, held_on))
        for each in here:
            free = max((other.last + 1 for other in found), default=0)
            found.append(replace(each, first=max(each.first, min(free, at))))
        at = max((each.last for each in here), default=at) + 1
    kept = [
        each
        for number, each in enumerate(found)
        if not _gives_way(blocks, each, found[number + 1 :])
    ]
    kept = [_as_recommended(blocks, each, kept[n + 1 :]) for n, each in enumerate(kept)]
    return [_with_voting(blocks, kept, number) for number in range(len(kept))]


def _as_recommended(
    blocks: Sequence[Block], each: DecisionText, later: Sequence[DecisionText]
) -> DecisionText:
    """What officers "RECOMMENDED" and the minute then agrees to was only proposed."""
    if each.force is not Force.RECOMMENDED:
        return each
    agreed = any(
        re.search(r"\brecommendations?\b", text_of(blocks[other.first : other.last + 1]), re.I)
        for other in later
    )
    return replace(each, force=Force.PROPOSED) if agreed else each


def _gives_way(blocks: Sequence[Block], each: DecisionText, later: Sequence[DecisionText]) -> bool:
    """Whether words tell only that a motion was carried, and what was resolved stands below.

    So does a recommendation of officers that a decision follows.
    """
    own = [other for other in later if other.force is not Force.REPORTED]
    words = blocks[each.last].text[each.start if each.first == each.last else 0 : each.end]
    outcome = OUTCOME.search(words) or BARE_OUTCOME.fullmatch(words)
    if outcome and outcome["outcome"].lower() in GAINED and not CAPITAL_LABEL.match(words):
        return any(not _tells_outcome(blocks, other) for other in own)
    label = blocks[each.first].text[:40]
    return bool(own) and each.force is Force.RECOMMENDED and bool(OFFICERS.match(label))


CAPITAL_LABEL = re.compile(r"\W*(?:RESOLVED|AGREED|DECIDED)\b")
OFFICERS = re.compile(r"\W*(?:officers?'?\s+)?recommendations?\b", re.I)


def _tells_outcome(blocks: Sequence[Block], each: DecisionText) -> bool:
    words = blocks[each.last].text[each.start if each.first == each.last else 0 : each.end]
    return bool(OUTCOME.search(words) or BARE_OUTCOME.fullmatch(words))


def _label(blocks: Sequence[Block], at: int) -> DecisionText | None:
    """A line "Resolved" or "It was resolved that:" with its clauses below."""
    block = blocks[at]
    number = NUMBERED.match(block.text)
    start = number.end() if number else 0
    text = block.text[start:]
    if block.kind is BlockKind.TABLE_ROW or not (LABEL.fullmatch(text) or _body_opens(blocks, at)):
        return None
    last = last_clause(blocks, at, label=True)
    if last == at:
        below = _label(blocks, at + 1) if at + 1 < len(blocks) else None
        if below is None and BARE_NOTED.fullmatch(text) and not block.aside:
            subject = blocks[at - 1].text if at > 1 else None
            return DecisionText(Force.NOTED, at, at, start, subject=subject)
        return replace(below, first=at, start=start) if below else None
    decision = _decision(blocks, (at, last), start, None)
    return replace(decision, first=_with_lead_in(blocks, at)) if start == 0 else decision


def _body_opens(blocks: Sequence[Block], at: int) -> bool:
    """Whether "The Committee:-" stands over a list of what it did: "(a) noted", "(b) agreed"."""
    if not BODY_OPENS.fullmatch(blocks[at].text) or at + 1 == len(blocks):
        return False
    return bool(DID.match(clause_of(blocks[at + 1]).words))


def _with_lead_in(blocks: Sequence[Block], at: int) -> int:
    """The block above that a deciding line goes on from ("It was,"), or its own."""
    if not at or not LEADS_IN.fullmatch(blocks[at - 1].text):
        return at
    first = at - 1
    while first and MOVER.fullmatch(blocks[first - 1].text):
        first -= 1
    return first


def _field(blocks: Sequence[Block], at: int) -> DecisionText | None:
    """What stands in a table's field "Decision"."""
    block = blocks[at]
    if block.kind is not BlockKind.DECISION:
        return None
    return DecisionText(force_of(block.text, ()), at, at)


def _sentences(
    blocks: Sequence[Block], at: int, body: str | None, held_on: date | None
) -> Iterator[DecisionText]:
    """The sentences by which something was decided; the last one with its clauses below."""
    block = blocks[at]
    if _is_heading(block):
        return
    spans = list(sentences(block.text))
    number = 0
    while number < len(spans):
        start, end = spans[number]
        number += 1
        if start == 0 and (paragraph := NUMBERED.match(block.text)):
            start = paragraph.end()
        words = block.text[start:end]
        if not decides(words, body):
            continue
        if ONLY_MOVED.fullmatch(words) and number > 1:
            start = spans[number - 2][0]
            words = block.text[start:end]
        if is_told(words, body, held_on):
            if is_argued(words, body):
                continue
            opens = OPENS.search(words) and end >= len(block.text.rstrip())
            last = last_clause(blocks, at, label=False) if opens else at
            clauses = clauses_of(blocks[at + 1 : last + 1])
            yield DecisionText(Force.REPORTED, at, last, start, None if last > at else end, clauses)
            continue
        while number < len(spans) and GOES_ON.match(block.text[spans[number][0] :]):
            if not (CAPITAL_VERB.search(words) or STARTS.match(words) or OPENS.search(words)):
                break
            end = spans[number][1]
            number += 1
        to_the_end = end >= len(block.text.rstrip())
        last = last_clause(blocks, at, label=False) if to_the_end else at
        decision = _decision(blocks, (at, last), start, None if last > at else end)
        first = _with_lead_in(blocks, at) if start == 0 and _begins(words) else at
        yield replace(decision, first=first) if first < decision.first else decision


def _begins(words: str) -> bool:
    return bool(CAPITAL_VERB.match(words) or STARTS.match(words))


def _is_heading(block: Block) -> bool:
    """Whether a block is a heading, and does not decide in capitals."""
    if block.kind is BlockKind.TABLE_ROW:
        return True
    if block.kind is not BlockKind.HEADING and not is_capitals(block.text):
        return False
    decides_itself = CAPITAL_VERB.match(block.text) and OPENS.search(block.text)
    return not (decides_itself or BARE_OUTCOME.fullmatch(block.text) or OUTCOME.search(block.text))


def _decision(
    blocks: Sequence[Block], span: tuple[int, int], start: int, end: int | None
) -> DecisionText:
    first, last = span
    clauses = clauses_of(blocks[first + 1 : last + 1])
    words = blocks[first].text[start:end]
    force = _force_of_label(words, clauses) if LABEL.fullmatch(words) else force_of(words, clauses)
    pointer = points_back(blocks[last].text[start if first == last else 0 : end])
    subject = subject_of(blocks[:first], pointer) if pointer else None
    decision = DecisionText(force, first, last, start, end, clauses, subject)
    return _with_motion(blocks, decision, words) if first == last else decision


def _force_of_label(label: str, clauses: Sequence[Clause]) -> Force:
    """The force of clauses below a label; that of "Recommended" is its own."""
    if RECOMMENDS.search(label):
        return Force.RECOMMENDED
    return force_of("NOTED" if re.match(r"\W*noted", label, re.I) else "RESOLVED", clauses)


def _with_motion(blocks: Sequence[Block], decision: DecisionText, words: str) -> DecisionText:
    """An outcome such as "Amendment lost." with what it is the outcome of.

    A lost amendment reads like a carried one: its words must not stand without its fate.
    Right below its motion, both are the decision's words; else the motion is its subject.
    """
    outcome = OUTCOME.search(words) or BARE_OUTCOME.fullmatch(words)
    if not outcome or (CAPITAL_VERB.search(words) and not CAPITAL_OUTCOME.search(words)):
        return decision
    inside = moved_in(blocks[decision.first].text[: decision.start])
    if inside is not None:
        return replace(decision, start=inside)
    if moved_in(words) is not None:
        return decision
    what = outcome.groupdict().get("what") or "motion"
    before = blocks[: decision.first]
    motion = motion_before(before, what.lower())
    if motion is None and outcome.re is BARE_OUTCOME:
        motion = motion_before(before, "amendment")
    if motion is None:
        return decision
    if follows_directly(before, motion):
        return replace(
            decision,
            first=motion[0],
            start=0,
            clauses=tuple(c for c in clauses_of(blocks[motion[0] + 1 : motion[1] + 1]) if c.number),
            motion=motion,
        )
    return replace(decision, subject=text_of(blocks[motion[0] : motion[1] + 1]), motion=motion)


IN_PASSING = re.compile(
    r"\W*(?:(?:it was )?(?:carried )?unanimously|by a majority)(?: carried)?\W*", re.I
)
"""How a sentence may say that it was agreed, without a vote that is told."""
SUBSTANTIVE = re.compile(r"\b(?:motion|as amended)\b", re.I)
CAPITAL_OUTCOME = re.compile(r"\b(?:LOST|CARRIED|WITHDRAWN|DEFEATED)\b")


def _with_voting(
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
        between(blocks, since, first), between(blocks, first, last), between(blocks, last, until)
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


def between(blocks: Sequence[Block], start: tuple[int, int], end: tuple[int, int]) -> list[Block]:
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
