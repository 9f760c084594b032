"""Who moved and seconded a decision, and the vote on it, from what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.papers import Vote
from corpus.text.blocks import Block, BlockKind
from corpus.text.sentences import sentences
from corpus.votes.ballots import is_counted, is_list, prefers_amendment, vote_of
from corpus.votes.moving import Move, moves_in
from corpus.votes.vote_lines import begins_vote, parts_of, regions_of, words_of


@dataclass(frozen=True, slots=True)
class Voting:
    """Mover and seconder as printed, title included, and the vote; None is not recorded."""

    mover: str | None = None
    seconder: str | None = None
    vote: Vote | None = None


OUTCOME = re.compile(
    r"\b(?P<what>motion|amendment|proposal|proposition|recommendation)s?\b[^.]{0,90}?"
    r"\b(?P<fate>lost|not carried|defeated|fell|carried|withdrawn|rejected|accepted|agreed|"
    r"approved)\b",
    re.I,
)
FAR = 120
"""Blocks above a decision among which its vote is looked for; a list may have many lines."""
LOST = ("lost", "not carried", "defeated", "fell", "rejected")
TAKES_UP = re.compile(
    r"\b(?:adopt|approve|agree|accept|support|in terms of)\w*\s+(?:to\s+|with\s+)?(?:the\s+)?"
    r"(?P<what>motion|amendment)\b",
    re.I,
)
OPENS_AS_AMENDMENT = re.compile(r"\W*(?:an?\s+|the\s+)?(?:\w+\s+)?amendment\b", re.I)
ON_THE_MOTION = re.compile(
    r"\b(?:motion|proposal|recommendations?|resolution|substantive)\b|\bput to the vote\b"
    r"|\bvote was (?:then )?taken\b|\bdivision\b",
    re.I,
)
REASONS = re.compile(r"\W*(?:reasons?|options?|alternatives?|notes?|\(?reasons?)\b", re.I)
MOVE_LINE = re.compile(r"\W*(?:proposed|moved|proposer|mover|prop|seconded|seconder|sec)\b", re.I)
GOES_ON = re.compile(r"(?:[:;,–-]|\b(?:that|to|and|resolved|was))\s*$", re.I)
SETTLES = re.compile(
    r"[^.]{0,40}\b(?:and|was|were)\s+(?:it\s+was\s+)?(?:\w+ly\s+)?"
    r"(?:agreed|resolved|approved|carried|accepted|adopted)\s+(?:that|to|on|by|a|the|not)\b",
    re.I,
)
NAMES_NOBODY = re.compile(
    r"\b(?:proposal|motion)\s+of\s+(?:the\s+)?(?:Councillor|Cllr)|\b(?:proposed|moved"
    r"|seconded)\s+by\b",
    re.I,
)
ORDER_OF_BUSINESS = re.compile(r"\bitems?\b[^.]{0,60}\b(?:taken|considered|dealt with)\b", re.I)
FORMAL = re.compile(
    r"(?-i:\b(?:RESOLVED|AGREED|DECIDED|CARRIED|LOST|RECOMMENDED|APPROVED|REFUSED|GRANTED|NOTED)\b)"
    r"|\b(?:motion|amendment|proposal|proposition)\b|^\W*(?:and\s+)?(?:it\s+was\s+|the\s+\w+\s+)?"
    r"(?:resolved|decisions?|agreed)\b\W*(?:that|to)?\W*$",
    re.I | re.M,
)


def voting_of(before: Sequence[Block], own: Sequence[Block], after: Sequence[Block]) -> Voting:
    """Who moved and seconded a decision, and the vote on it.

    ``own`` are the blocks of one decision. ``before`` are those of its minute after the
    decision before it that was on no amendment, ``after`` those up to the next decision;
    a block that holds more than one decision is cut between their sentences. Where the
    same words could be of two motions, None.
    """
    decided = "\n".join(block.text for block in own)
    outcome = _outcome(decided)
    of_amendment = _of_amendment(decided, outcome)
    words = _vote_words(before, own, after, bool(of_amendment))
    if of_amendment is None and words:
        of_amendment = prefers_amendment(words)
    move = _move(before, own, after, bool(of_amendment))
    vote = None
    if words:
        is_lost = bool(outcome and outcome["fate"].lower() in LOST)
        vote = vote_of(words, of_amendment, is_lost=is_lost)
    if move is None:
        return Voting(vote=vote)
    return Voting(move.mover, move.seconder, vote)


def _outcome(decided: str) -> "re.Match[str] | None":
    """What became of which motion, by the last sentence that says so."""
    ends = reversed(list(sentences(decided)))
    return next(
        (said for start, end in ends if (said := OUTCOME.search(decided, start, end))), None
    )


def _of_amendment(decided: str, outcome: "re.Match[str] | None") -> bool | None:
    """Whether it is an amendment that was decided upon; None where nothing says so."""
    said = outcome or TAKES_UP.search(decided)
    if said:
        return bool(said["what"].lower() == "amendment")
    return True if OPENS_AS_AMENDMENT.match(decided) else None


def _move(
    before: Sequence[Block], own: Sequence[Block], after: Sequence[Block], of_amendment: bool
) -> Move | None:
    """The one motion or amendment that the decision is on."""
    above = _moves_above(before, of_amendment)
    inside = [m for m in _moves(own) if m.of_amendment is of_amendment]
    if inside:
        move = _only(inside)
        return _completed(move, above) if move else None
    decided = "\n".join(block.text for block in own)
    if NAMES_NOBODY.search(decided) or ORDER_OF_BUSINESS.search(decided):
        return None
    if above:
        near = _is_near(before, above[-1])
        return above[-1] if near or (_only(above) and FORMAL.search(decided)) else None
    below: list[Block] = []
    for block in after:
        if not (MOVE_LINE.match(block.text) or is_list(block.text)) or GOES_ON.search(block.text):
            break
        below.append(block)
    return _only([m for m in _moves(below) if m.of_amendment is of_amendment])


def _moves(blocks: Sequence[Block]) -> list[Move]:
    return moves_in("\n".join(block.text for block in blocks))


def _moves_above(before: Sequence[Block], of_amendment: bool) -> list[Move]:
    """Moves before a decision, after the last motion that was lost or withdrawn."""
    kept: list[Block] = []
    for block in before:
        kept.append(block)
        outcome = OUTCOME.search(block.text)
        if outcome and (
            (of_amendment and outcome["what"].lower() == "amendment") or _is_lost_motion(outcome)
        ):
            kept = []
    text = "\n".join(block.text for block in kept)
    moves = [
        m for m in moves_in(text) if m.of_amendment is of_amendment and not _is_settled(text, m)
    ]
    offset = len("\n".join(block.text for block in before)) - len(text)
    moves = [replace(m, start=m.start + offset, end=m.end + offset) for m in moves]
    paired = [m for m in moves if m.mover and m.seconder]
    return paired or [m for m in moves if _is_near(before, m)]


def _is_settled(text: str, move: Move) -> bool:
    """Whether the sentence of a move, or the bracket it stands in, settles it already."""
    rest = text[move.end :].split("\n", 1)[0]
    return bool(SETTLES.match(rest)) or text[: move.start].endswith("(")


def _is_lost_motion(outcome: "re.Match[str]") -> bool:
    gone = outcome["fate"].lower() in (*LOST, "withdrawn")
    return gone and outcome["what"].lower() != "amendment"


def _is_near(before: Sequence[Block], move: Move) -> bool:
    """Whether a move stands in the last block before the decision that is no vote."""
    last = len(before)
    while last > 1 and (is_list(before[last - 1].text) or len(before[last - 1].text) < 60):
        if MOVE_LINE.match(before[last - 1].text) or moves_in(before[last - 1].text):
            break
        last -= 1
    start = len("\n".join(block.text for block in before[: max(0, last - 1)]))
    return move.end >= start


def _completed(move: Move, above: Sequence[Move]) -> Move:
    """With the seconder that stands where the same motion was moved."""
    if move.mover and not move.seconder:
        same = [other for other in above if other.mover == move.mover]
        return _only(same) or move
    if move.seconder and not move.mover and len(above) == 1 and not above[0].seconder:
        return replace(move, mover=above[0].mover)
    return move


def _only(moves: Sequence[Move]) -> Move | None:
    """The one move among them, or None if there are none or several different."""
    fullest = max(moves, key=lambda move: (bool(move.mover), bool(move.seconder)), default=None)
    if fullest is None:
        return None
    same = all(
        move.mover in (fullest.mover, None) and move.seconder in (fullest.seconder, None)
        for move in moves
    )
    return fullest if same else None


def _vote_words(
    before: Sequence[Block], own: Sequence[Block], after: Sequence[Block], of_amendment: bool
) -> str | None:
    """The words of the vote: inside the decision, else right below it, else above it."""
    below = _below(after, of_amendment)
    inside = list(regions_of(parts_of(own)))
    if inside:
        words = words_of(own, inside[-1], within=True)
        listed = below and is_list(below.split("\n", 1)[0]) and not is_list(words)
        return f"{words}\n{below}" if below and listed and is_counted(words) else words
    if below:
        return below
    decided = "\n".join(block.text for block in own)
    return _above(before, of_amendment, is_formal=bool(FORMAL.search(decided)))


def _below(after: Sequence[Block], of_amendment: bool) -> str | None:
    """The vote right below; only reasons, clauses and who moved may stand between."""
    parts = list(parts_of(after))
    at = 0
    while at < len(parts) and not begins_vote(parts[at]):
        part = parts[at]
        skipped = REASONS.match(part.text) or MOVE_LINE.match(part.text)
        if part.is_heading or not (skipped or after[part.at].kind is BlockKind.LIST_ITEM):
            return None
        at += 1
    region = next(regions_of(parts[at:]), None)
    if region is None or region[0] != parts[at]:
        return None
    words = words_of(after, region)
    if not is_list(words) and OUTCOME.search(words):
        return None
    on_amendment = re.search(r"\bamendment\b", words.split("\n")[0], re.I)
    if on_amendment and not of_amendment and not re.search(r"\bmotion\b", words, re.I):
        return None
    return words


def _above(before: Sequence[Block], of_amendment: bool, *, is_formal: bool) -> str | None:
    """The vote above; one that does not end right there belongs to formal words alone."""
    parts = list(parts_of(before[-FAR:]))
    cut = -1
    for at, part in enumerate(parts):
        outcome = OUTCOME.search(part.text)
        if outcome and (
            outcome["what"].lower() == "amendment" or of_amendment or _is_lost_motion(outcome)
        ):
            cut = at
    regions = list(regions_of(parts[cut + 1 :]))
    if not regions:
        return None
    follows_other = regions[0][0] == parts[cut + 1]
    if follows_other and not ON_THE_MOTION.search(regions[0][0].text):
        regions = regions[1:]
    sure = is_formal and len(regions) == 1
    if not regions or (not sure and regions[-1][-1] != parts[-1]):
        return None
    words = words_of(before[-FAR:], regions[-1])
    names_both = re.search(r"\bmotion\b", words, re.I)
    if not of_amendment and re.search(r"\bamendment\b", words, re.I) and not names_both:
        return None
    return words
