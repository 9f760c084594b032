"""Papers cut into windows of 150 words, as a search cuts them that knows nothing of papers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.documents import Document, Span

WORDS = 150
"""Words of a window: what a reader gets within the length that an answer may have."""


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words of one document, taken without regard to what they say."""

    text: str
    span: Span


def windows(documents: Iterable[Document], words: int = WORDS) -> list[Window]:
    """Every document cut into windows of ``words`` words; the last of each may be shorter."""
    cut = []
    for document in documents:
        found = list(re.finditer(r"\S+", document.text))
        for first in range(0, len(found), words):
            within = found[first : first + words]
            start, end = within[0].start(), within[-1].end()
            cut.append(Window(document.text[start:end], document.span(start, end)))
    return cut
