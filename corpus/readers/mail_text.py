"""Text that went through e-mail: broken lines joined, signs put back, marks of quoting gone."""

import quopri
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpus.documents import Line

_SOFT_BREAK = re.compile(r"=[ \t]*$")
_CODE = re.compile(r"=[0-9A-F]{2}")
_FEWEST_CODES = 3  # a text may hold one by chance, and another a line that ends with "="
_QUOTED = re.compile(r"(?:> ?)+")


def lines_of_mail(rows: Sequence[str], decode: Callable[[bytes], str]) -> Iterator[Line]:
    """A Line for each of ``rows``, the lines of a file from the first.

    Lines that were broken for the post (quoted-printable, RFC 2045 section 6.7) are joined
    and their bytes read by ``decode``; the ">" of a quoted message goes where most lines
    bear it. Other text stays as it is.
    """
    lines = list(_joined(rows, decode) if _is_quoted_printable(rows) else _as_they_are(rows))
    counts = Counter(line.text.startswith(">") for line in lines if line.text.strip())
    is_quoted = counts[True] > counts[False]
    for line in lines:
        mark = _QUOTED.match(line.text) if is_quoted else None
        yield replace(line, text=line.text[mark.end() :]) if mark else line


def _as_they_are(rows: Sequence[str]) -> Iterator[Line]:
    return (Line(row, first=number, last=number) for number, row in enumerate(rows, 1))


def _is_quoted_printable(rows: Sequence[str]) -> bool:
    broken = sum(_SOFT_BREAK.search(row) is not None for row in rows)
    codes = sum(len(_CODE.findall(row)) for row in rows)
    return broken > 0 and codes >= _FEWEST_CODES


def _joined(rows: Sequence[str], decode: Callable[[bytes], str]) -> Iterator[Line]:
    parts: list[str] = []
    for number, row in enumerate(rows, 1):
        parts.append(_SOFT_BREAK.sub("", row))
        if _SOFT_BREAK.search(row) and number < len(rows):
            continue
        text = decode(quopri.decodestring("".join(parts).encode()))
        yield Line(text.replace("\n", " "), first=number - len(parts) + 1, last=number)
        parts = []
