"""Whether a quote stands in its source, where its citation says it does."""

import re

from assistant.replies import Citation
from corpus.documents import Document, Line, Span


def stands_in(citation: Citation, document: Document) -> bool:
    """Whether the quote stands between its lines, or on its page or the one after it."""
    place = "\n".join(line.text for line in document.lines if _is_at(line, citation.span))
    return _bare(citation.quote) in _bare(place)


def _is_at(line: Line, span: Span) -> bool:
    if span.page is not None:
        return line.page is not None and span.page <= line.page <= span.page + 1
    if line.first is None or span.line_start is None:
        return False
    last = line.first if line.last is None else line.last
    last_of_span = span.line_start if span.line_end is None else span.line_end
    return line.first <= last_of_span and last >= span.line_start


def _bare(text: str) -> str:
    """Letters, digits and signs only: white space, markup and broken words do not matter."""
    text = re.sub(r"<[^>]+>|this page is intentionally left blank", "", text, flags=re.IGNORECASE)
    return re.sub(r"[\s*#|\-]+", "", text).lower()
