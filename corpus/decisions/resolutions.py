"""The decisions that a minute records or tells of, with their clauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.business.numbering import is_capitals
from corpus.decisions.clauses import OPENS, clause_of, clauses_of, last_clause
from corpus.decisions.deciding import BARE_OUTCOME, NOT_NOTED, OUTCOME
from corpus.decisions.decision_text import DecisionText
from corpus.decisions.force import force_of
from corpus.decisions.motions import (
    points_back,
    subject_of,
)
from corpus.decisions.outcomes import as_recommended, gives_way, with_motion
from corpus.decisions.telling import decides, is_argued, is_told
from corpus.decisions.verbs import BODIES, CAPITAL_VERB, LABEL, STARTS
from corpus.decisions.voted import with_voting
from corpus.papers import Clause, Force
from corpus.text.blocks import Block, BlockKind
from corpus.text.lines import NUMBERED
from corpus.text.sentences import sentences

RECOMMENDS = re.compile(r"recommend", re.I)
LEADS_IN = re.compile(
    r"\W*(?:(?:whereupon|accordingly),? )?it was(?: \w+ly)?\W*"
    r"|.{0,200}\b(?:moved|proposed|seconded)\b.{0,200}\band\W*",
    re.I | re.S,
)
"""A line of its own above "Resolved", or above "RESOLVED that"."""
RESOLVED = re.compile(r"\W*(?:RESOLVED|RECOMMENDED|AGREED) (?:TO|THAT)\b")
MOVER = re.compile(r"\W*(?:proposed|moved|seconded)(?: by)?\b.{3,80}", re.I)
BODY_OPENS = re.compile(rf"(?:the )?(?:[\w-]+ ){{0,4}}(?:{BODIES})\s*(?::[-–—]?|[-–—])\s*", re.I)
DID = re.compile(
    r"\W*(?:unanimously )?(?:noted|agreed|approved|resolved|adopted|instructed|authorised|endorsed|"
    r"recommended|delegated|confirmed|thanked|remitted|appointed|to (?:note|agree|approve))\b",
    re.I,
)
WHOSE = re.compile(
    r"\b(?i:all|the|both|most|some|other|that|present|of|by|and|an?)\W*(?:[A-Z]\w*\s+){0,2}$"
    r"|^\W*(?i:on the|following|after|at the|in the|having|upon|as)\b[^.]*$"
)
"""Words that go on with a body's name, so that no sentence begins there."""
ONLY_MOVED = re.compile(
    r"\W*(?:(?:this|it|which) was )?prop\w*\.?(?: by)?:? .{1,60}?\bsec\w*\.?(?: by)?:?"
    r" .{1,60}?(?:agreed|carried|favour"
    r"|unanimous\w*)\b(?!\W*(?:that|to|the)\b).{0,40}",
    re.I | re.S,
)
"""Who moved and seconded what the sentence before says."""
BARE_NOTED = re.compile(r"\W*noted\.\W*|NOTED|Noted", re.I)
REPLIES = re.compile(r"\W*(?:reply|response|answer)\s*[:–-]", re.I)
"""What officers answer settles nothing."""
TAKES_UP = re.compile(
    r"\W*(?:it was|on the|the (?:motion|proposal|committee|council|members)|members|proposed|moved"
    r"|councillors?|cllr)\b",
    re.I,
)
NEW_SENTENCE = re.compile(
    r"(?<=[\w)%] )(?=(?:The (?:Councillors|Members|Council|Committee)|Councillors"
    r"|Members) (?:\w+ly )?"
    r"(?:resolved|agreed|decided|approved)\b)"
)
"""Where the sentence before was left without its full stop."""
GOES_ON = re.compile(
    r"(?:that|to|and|also|further|in addition|it was (?:also|further)|(?i:the|any|all)\b[^.]{3,160}"
    r"\b(?:be|is authorised|are authorised)\b)\b|\(?(?:[ivx]+|[a-z]|\d{1,2})[).]\s",
    re.I,
)
"""How a further sentence of what was resolved begins."""


def decisions_in_minute(
    blocks: Sequence[Block], body: str | None, held_on: date | None
) -> list[DecisionText]:
    """The decisions that a minute records or tells of, in order."""
    found: list[DecisionText] = []
    replies = False
    at = 0
    while at < len(blocks):
        text = blocks[at].text
        replies = REPLIES.match(text) is not None or (replies and not _takes_up(text))
        if blocks[at].aside or replies:
            at += 1
            continue
        label = _label(blocks, at) or _field(blocks, at)
        here = [label] if label else list(_sentences(blocks, at, body, held_on))
        for each in here:
            free = max((other.last + 1 for other in found), default=0)
            found.append(replace(each, first=max(each.first, min(free, at))))
        at = max((each.last for each in here), default=at) + 1
    kept = [
        each
        for number, each in enumerate(found)
        if not gives_way(blocks, each, found[number + 1 :])
    ]
    kept = [as_recommended(blocks, each, kept[n + 1 :]) for n, each in enumerate(kept)]
    return [with_voting(blocks, kept, number) for number in range(len(kept))]


def _takes_up(text: str) -> bool:
    """Whether a paragraph goes back from an officer's reply to what the body does."""
    return bool(LABEL.fullmatch(text) or _begins(text) or TAKES_UP.match(text))


def _label(blocks: Sequence[Block], at: int) -> DecisionText | None:
    """A line "Resolved" or "It was resolved that:" with its clauses below.

    Labels one below the other are one; the clauses stand below the last.
    """
    below = at
    while _is_label(blocks, below) and last_clause(blocks, below, label=True) == below:
        below += 1
    start = _after_number(blocks[at])
    if below > at:
        found = _bare_noted(blocks, below) or _over_clauses(blocks, below)
        return replace(found, first=at, start=start) if found else None
    found = _bare_noted(blocks, at) or _over_clauses(blocks, at)
    leads = found and found.last > at and start == 0
    return replace(found, first=_with_lead_in(blocks, at)) if found and leads else found


def _is_label(blocks: Sequence[Block], at: int) -> bool:
    if at == len(blocks) or blocks[at].kind is BlockKind.TABLE_ROW:
        return False
    text = blocks[at].text[_after_number(blocks[at]) :]
    if BARE_NOTED.fullmatch(text) and not blocks[at].aside:
        return False
    return bool(LABEL.fullmatch(text)) or _body_opens(blocks, at)


def _after_number(block: Block) -> int:
    number = NUMBERED.match(block.text)
    return number.end() if number else 0


def _bare_noted(blocks: Sequence[Block], at: int) -> DecisionText | None:
    """The word "Noted" alone, of what stands above it."""
    if at == len(blocks) or blocks[at].aside:
        return None
    start = _after_number(blocks[at])
    subject = blocks[at - 1].text if at > 1 else None
    if not BARE_NOTED.fullmatch(blocks[at].text[start:]):
        return None
    if subject and NOT_NOTED.search(subject):
        return None
    return DecisionText(Force.NOTED, at, at, start, subject=subject)


def _over_clauses(blocks: Sequence[Block], at: int) -> DecisionText | None:
    if not _is_label(blocks, at):
        return None
    last = last_clause(blocks, at, label=True)
    return _decision(blocks, (at, last), _after_number(blocks[at]), None)


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
    text = blocks[at].text
    if _is_heading(blocks[at]):
        return
    for start, end in _deciding(text, body):
        words = text[start:end]
        opens = end >= len(text.rstrip())
        if not is_told(words, body, held_on):
            last = last_clause(blocks, at, label=False) if opens else at
            decision = _decision(blocks, (at, last), start, None if last > at else end)
            first = _with_lead_in(blocks, at) if start == 0 and _begins(words) else at
            yield replace(decision, first=first) if first < decision.first else decision
        elif not is_argued(words, body):
            last = last_clause(blocks, at, label=False) if opens and OPENS.search(words) else at
            clauses = clauses_of(blocks[at + 1 : last + 1])
            yield DecisionText(Force.REPORTED, at, last, start, None if last > at else end, clauses)


def _deciding(text: str, body: str | None) -> list[tuple[int, int]]:
    """Where the words of a paragraph that decide something begin and end.

    A paragraph's own number is none of them; further sentences of a resolution are.
    """
    spans = list(sentences(text))
    paragraph = NUMBERED.match(text)
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(spans):
        start, end = spans[number]
        number += 1
        start = paragraph.end() if start == 0 and paragraph else start
        words = text[start:end]
        if not decides(words, body):
            continue
        begins = NEW_SENTENCE.search(words)
        if begins and not WHOSE.search(words[: begins.start()]):
            start += begins.end()
        elif ONLY_MOVED.fullmatch(words) and number > 1:
            if found and found[-1][1] == spans[number - 2][1]:
                found[-1] = found[-1][0], end
                continue
            start = spans[number - 2][0]
        if _begins(words) or CAPITAL_VERB.search(words) or OPENS.search(words):
            while number < len(spans) and GOES_ON.match(text[spans[number][0] :]):
                end = spans[number][1]
                number += 1
        found.append((start, end))
    return found


def _begins(words: str) -> bool:
    return bool(CAPITAL_VERB.match(words) or STARTS.match(words))


def _is_heading(block: Block) -> bool:
    """Whether a block is a heading, and does not decide in capitals."""
    if block.kind is BlockKind.TABLE_ROW:
        return True
    if block.kind is not BlockKind.HEADING and not is_capitals(block.text):
        return False
    decides_itself = RESOLVED.match(block.text) or (
        CAPITAL_VERB.match(block.text) and OPENS.search(block.text)
    )
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
    return with_motion(blocks, decision, words) if first == last else decision


def _force_of_label(label: str, clauses: Sequence[Clause]) -> Force:
    """The force of clauses below a label; that of "Recommended" is its own."""
    if RECOMMENDS.search(label):
        return Force.RECOMMENDED
    return force_of("NOTED" if re.match(r"\W*noted", label, re.I) else "RESOLVED", clauses)
