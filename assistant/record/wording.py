"""The words of two decisions side by side: which of them differ, however they are set out.

How a decision begins ("RESOLVED – That", "Cabinet is asked to agree:"), the numbers of its
clauses and the "and" at their ends do not count.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from corpus.decisions.verbs import BODIES
from corpus.papers import Decision
from corpus.text.lines import NUMBERED
from corpus.text.words import words_of

_SHORT = 2
"""So few words that agree between words that differ are shown as differing too: else the
marks break up into crumbs that nobody can read."""
_LEAD = re.compile(
    r"(?:[^.:\n]{0,160}?\b(?:resolved|agreed|decided|recommended|recommends?|asked|requested"
    r"|invited|proposes?|decision|recommendations?)\b|it is proposed\b)"
    r"(?:\s+unanimously|\s*\([^()]{0,80}\))*"
    rf"(?:\s+to\s+(?:the\s+)?(?:\w+\s+){{0,4}}?(?:{BODIES})\s*[:–—-]+)?"
    r"[\s:–—-]*(?:that\b|to\b)?[\s:–—-]*",
    re.IGNORECASE,
)
_AGREEING = re.compile(
    rf"(?:(?:the\s+)?(?:\w+\s+){{0,3}}?(?:{BODIES})\s+)?agrees?d?\b\s*(?:to\b|that\b)?[\s:–—-]*",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*(?:decisions?|resolved|recommendations?)\W*", re.IGNORECASE)
_OPENING = re.compile(r"(?:that|to|agrees? (?:to|that))\b\s*", re.IGNORECASE)
_CLOSING = re.compile(r"[;,]\s*(?:and|or)\W*$|\s+(?:and|or)\s*$", re.IGNORECASE)
_PASSIVE = re.compile(r"(?P<what>.+?)\s+be\s+(?P<verb>\w+ed)\W*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the words of one side, line breaks included; ``differs`` from the other side."""

    words: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Both sides in parts. ``share`` of all their words agree, ``kept`` of those of ``one``."""

    one: tuple[Part, ...]
    other: tuple[Part, ...]
    share: float
    kept: float


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with the white space after it; ``key`` is "" where it does not count."""

    text: str
    key: str


def side_by_side(one: Sequence[Decision], other: Sequence[Decision]) -> Beside:
    """The words of both sides, with what differs. The shares are 0 to 1."""
    left, right = _words(one), _words(other)
    kept_left = [at for at, word in enumerate(left) if word.key]
    kept_right = [at for at, word in enumerate(right) if word.key]
    differs_left, differs_right = set(kept_left), set(kept_right)
    agreeing = 0
    keys = [left[at].key for at in kept_left], [right[at].key for at in kept_right]
    for first, last, at, end in _steps(*keys):
        agreeing += last - first
        differs_left.difference_update(kept_left[first:last])
        differs_right.difference_update(kept_right[at:end])
    total = len(kept_left) + len(kept_right)
    return Beside(
        _parts(left, differs_left),
        _parts(right, differs_right),
        share=2 * agreeing / total if total else 1.0,
        kept=agreeing / len(kept_left) if kept_left else 0.0,
    )


def unmarked(decisions: Iterable[Decision]) -> tuple[Part, ...]:
    """The words without any mark."""
    return (Part("\n".join(decision.words for decision in decisions), False),)


def meaning_of(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """The words as stems, however set out: "the plan be approved" is "approve the plan"."""
    said: list[str] = []
    for decision in decisions:
        for line, start, end in _lines(decision.words):
            words = line[start:end]
            passive = _PASSIVE.fullmatch(words)
            said += words_of(f"{passive['verb']} {passive['what']}" if passive else words)
    return tuple(said)


def _steps(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The stretches that agree, as places in both, without crumbs between differences."""
    equal = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(one, other)
        if op.tag == "equal"
    ]
    return [
        stretch
        for stretch in equal
        if stretch[1] - stretch[0] > _SHORT
        or stretch[0] == stretch[2] == 0
        or (stretch[1] == len(one) and stretch[3] == len(other))
    ]


def _words(decisions: Iterable[Decision]) -> list[_Word]:
    found: list[_Word] = []
    for decision in decisions:
        for line, start, end in _lines(decision.words):
            for match in re.finditer(r"\S+\s*", line):
                counts = start <= match.start() < end
                found.append(_Word(match[0], _key(match[0]) if counts else ""))
            if found:
                found[-1] = _Word(found[-1].text.rstrip() + "\n", found[-1].key)
    return found


def _lines(words: str) -> list[tuple[str, int, int]]:
    """Each line, and where what counts of it begins and ends."""
    found: list[tuple[str, int, int]] = []
    is_first = True
    for line in words.splitlines():
        if not line.strip():
            continue
        start = _start(line, is_first=is_first)
        is_first = is_first and bool(_LABELLED.fullmatch(line))
        closing = _CLOSING.search(line, start)
        found.append((line, start, closing.start() if closing else len(line)))
    return found


def _start(line: str, *, is_first: bool) -> int:
    """Where the lead-in, the number and "That" end."""
    at = len(line) - len(line.lstrip())
    number = NUMBERED.match(line, at)
    at = number.end() if number else at
    if is_first and (lead := _LEAD.match(line, at)):
        at = lead.end()
    if is_first and (agreeing := _AGREEING.match(line, at)):
        at = agreeing.end()
    opening = _OPENING.match(line, at)
    return opening.end() if opening else at


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    return re.sub(r"^[^\w£$€%-]+|[^\w%]+$", "", plain)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", ",": None})


def _parts(words: Sequence[_Word], differing: set[int]) -> tuple[Part, ...]:
    """Runs of words that differ and of such that do not; what does not count joins a run."""
    parts: list[Part] = []
    for at, word in enumerate(words):
        inside = at - 1 in differing and at + 1 in differing and not word.key
        differs = at in differing or inside
        if parts and parts[-1].differs is differs:
            parts[-1] = Part(parts[-1].words + word.text, differs)
        else:
            parts.append(Part(word.text, differs))
    return tuple(parts)
