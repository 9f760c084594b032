"""Words that a PDF breaks at the end of a line, made whole."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from corpus.documents import Line
from corpus.readers.pdf_words import LINE_END_HYPHEN

_BROKEN = re.compile(f"(\\S*){LINE_END_HYPHEN} (\\S+)")

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words_of(texts: Iterable[str]) -> set[str]:
    """The words in lower case, those with hyphens of their own as one."""
    return {word for text in texts for word in _WORD.findall(text.lower())}


def healed(lines: Sequence[Line], vocabulary: Container[str]) -> list[Line]:
    """The lines with broken words joined onto the line where each begins.

    ``vocabulary`` holds the document's words in lower case: it tells a word that was only
    broken from one that has a hyphen of its own, such as "home-to-school".
    """
    whole: list[Line] = []
    for line in lines:
        text = _BROKEN.sub(lambda m: _joined(m[1], m[2], vocabulary), line.text)
        before = whole[-1].text if whole else ""
        if before.endswith(LINE_END_HYPHEN) and text:
            end, _, rest = text.partition(" ")
            first, _, start = before[:-1].rpartition(" ")
            joined = f"{first} {_joined(start, end, vocabulary)}".lstrip()
            whole[-1] = replace(whole[-1], text=joined)
            text = rest
            if not text:
                continue
        whole.append(replace(line, text=text))
    return [replace(line, text=line.text.replace(LINE_END_HYPHEN, "-")) for line in whole]


def _joined(start: str, end: str, vocabulary: Container[str]) -> str:
    bare = re.sub(r"^\W+", "", start).lower(), re.sub(r"\W+$", "", end).lower()
    if not all(bare) or "-" in start or not end[0].islower():
        return f"{start}-{end}"
    if "".join(bare) in vocabulary:
        return start + end
    own = "-".join(bare) in vocabulary or all(half in vocabulary for half in bare)
    return f"{start}-{end}" if own else start + end
