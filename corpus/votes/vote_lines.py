"""The sentences and lines among blocks that record one vote, and their exact words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.text.blocks import Block, BlockKind
from corpus.text.sentences import sentences
from corpus.votes.ballots import (
    VOTES,
    for_candidates,
    goes_on,
    is_counted,
    is_list,
    is_sentence_of_vote,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence or line of block ``at``."""

    at: int
    start: int
    end: int
    text: str
    is_heading: bool


LEADS_IN = re.compile(r"\b(?:vot(?:e|es|ed|ing)|division)\b.*[:–-]\W*$|.*\bas follows\W*$", re.I)
IN_BRACKETS = re.compile(r"\(([^()]*)\)")
DECIDES = re.compile(
    r"\b(?:carried|lost|defeated|resolved|agreed|approved|refused|granted|decided)\b", re.I
)
BY_VOTES = re.compile(r"\bby\s+(?:a\s+(?:vote|majority)\s+of\s+)?[\w-]+(?:\s+votes?)?\s+to\b", re.I)
THEN_DECIDED = re.compile(r",?\s+(?:that|to)\s+(?=[a-z])")


def parts_of(blocks: Sequence[Block]) -> Iterator[Part]:
    """The sentences of blocks; a heading or the line of a list of names is one part."""
    for at, block in enumerate(blocks):
        heading = block.kind is BlockKind.HEADING
        for start, end in sentences(block.text):
            yield Part(at, start, end, block.text[start:end], heading)


def begins_vote(part: Part) -> bool:
    """Whether a vote may begin here, with its first line or the one that leads in to it."""
    return _is_listed([part]) or is_sentence_of_vote(part.text) or bool(LEADS_IN.search(part.text))


def regions_of(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Runs of parts that record one vote, with the line that leads in to a list."""
    region: list[Part] = []
    lead: Part | None = None
    for part in parts:
        if _is_listed([part]):
            if not region and lead:
                region.append(lead)
            region.append(part)
        elif (_is_listed(region) and goes_on(part.text)) or is_sentence_of_vote(part.text):
            region.append(part)
        else:
            if _records(region):
                yield region
            region = []
        lead = part if LEADS_IN.search(part.text) else None
    if _records(region):
        yield region


def _is_listed(region: Sequence[Part]) -> bool:
    return any(is_list(part.text) or for_candidates(part.text) for part in region)


def _records(region: Sequence[Part]) -> bool:
    """Whether a run of parts is a vote, and not one line "For: Information"."""
    if any(is_sentence_of_vote(part.text) for part in region):
        return True
    if sum(for_candidates(part.text) for part in region) > 1:
        return True
    return bool(region) and is_counted("\n".join(part.text for part in region))


def words_of(blocks: Sequence[Block], region: Sequence[Part], *, within: bool = False) -> str:
    """The exact words of a run of parts, one block a line, less the line that leads in."""
    if within and len(region) == 1:
        return _phrase(region[0].text)
    first = region[0].text
    if len(region) > 1 and region[0].at != region[1].at and not (is_list(first) or _tells(first)):
        region = region[1:]
    while len(region) > 1 and region[-1].text.strip().isdigit():
        region = region[:-1]
    lines = []
    for at in sorted({part.at for part in region}):
        here = [part for part in region if part.at == at]
        lines.append(blocks[at].text[here[0].start : here[-1].end].strip())
    return "\n".join(lines)


def _phrase(sentence: str) -> str:
    """Of a sentence that decides, the phrase in brackets or after a comma that tells the vote."""
    for match in IN_BRACKETS.finditer(sentence):
        start = 0
        for part in match[1].split(","):
            if _tells(part):
                whole = match[0].strip(" .") == sentence.strip(" .")
                return sentence if whole else match[1][start:].strip()
            start += len(part) + 1
    decides = DECIDES.search(sentence)
    by = BY_VOTES.search(sentence, decides.end()) if decides else None
    if decides and by and not VOTES.search(sentence, 0, decides.start()):
        then = THEN_DECIDED.search(sentence, by.end())
        return sentence[by.start() : then.start() if then else None].strip(" .,")
    comma = sentence.find(",", decides.end()) if decides else -1
    if comma < 0 or _tells(sentence[:comma]) or not _tells(sentence[comma + 1 :]):
        return sentence
    phrase = sentence[comma + 1 :].strip(" .")
    then = THEN_DECIDED.search(phrase)
    return phrase[: then.start()] if then and _tells(phrase[: then.start()]) else phrase


def _tells(phrase: str) -> bool:
    return is_sentence_of_vote(phrase) or is_counted(phrase)
