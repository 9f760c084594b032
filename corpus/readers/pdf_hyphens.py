"""Words that a PDF breaks at the end of a line, made whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.documents import Line
from corpus.readers.pdf_words import LINE_END_HYPHEN

_BROKEN = re.compile(f"(\\S*){LINE_END_HYPHEN} (\\S+)")
_HALVES = re.compile(f"[\\w-]*{LINE_END_HYPHEN}\\s*[\\w-]*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SELDOM = 1 / 40  # of the lines; what breaks words to fill its lines does so more often


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A document's whole words in lower case, and whether it breaks words to fill lines."""

    words: frozenset[str]
    breaks_words: bool

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Vocabulary":
        """Learn from all lines of a document."""
        text, breaks = _HALVES.subn(" ", "\n".join(texts).lower())
        return cls(frozenset(_WORD.findall(text)), breaks > _SELDOM * len(texts))


def healed(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines with broken words joined onto the line where each begins.

    A PDF does not say whether a hyphen was there before its line ended. It is kept in words
    that have it elsewhere, have another ("home-to-school") or are made of words; and in what
    nothing tells of, unless the document breaks words often.
    """
    whole: list[Line] = []
    for line in lines:
        text = _BROKEN.sub(lambda m: _joined(m[1], m[2], vocabulary), line.text)
        before = whole[-1].text if whole else ""
        if before.endswith(LINE_END_HYPHEN) and text:
            end, _, text = text.partition(" ")
            first, _, start = before[:-1].rpartition(" ")
            joined = f"{first} {_joined(start, end, vocabulary)}".lstrip()
            whole[-1] = replace(whole[-1], text=joined)
            if not text:
                continue
        whole.append(replace(line, text=text))
    return [replace(line, text=line.text.replace(LINE_END_HYPHEN, "-")) for line in whole]


def _joined(start: str, end: str, vocabulary: Vocabulary) -> str:
    bare = re.sub(r"^\W+", "", start).lower(), re.sub(r"\W+$", "", end).lower()
    words = vocabulary.words
    if not all(bare) or "-" in start or not end[0].islower():
        return f"{start}-{end}"
    if "".join(bare) in words:
        return start + end
    has_own = "-".join(bare) in words or all(half in words for half in bare)
    return f"{start}-{end}" if has_own or not vocabulary.breaks_words else start + end
