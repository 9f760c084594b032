"""The numbers that the pages of a PDF bear themselves: a pack's seldom are the viewer's."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.readers.pdf_furniture import in_zone
from corpus.readers.pdf_lines import PrintedLine

_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|tudalen)\s*)?(?P<number>\d{1,4})(?:\s*(?:of|o|/)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:page|tudalen)\s+(?P<number>\d{1,4})\b", re.IGNORECASE)
_LONGEST = 100  # characters of a running line that names its page


def printed_numbers(pages: Sequence[Sequence[PrintedLine]]) -> dict[int, str]:
    """The number printed on each page, by the page's place in the file, from 1.

    Numbers run through a file. Where a page bears two, the one that goes on from most other
    pages is that of the pack, the other one that of a paper in it.
    """
    borne = {number: list(_borne(page)) for number, page in enumerate(pages, 1)}
    ahead = Counter(each - number for number, found in borne.items() for each in set(found))
    return {
        number: str(max(found, key=lambda each: (ahead[each - number], each)))
        for number, found in borne.items()
        if found and max(ahead[each - number] for each in found) > 1
    }


def _borne(page: Sequence[PrintedLine]) -> Iterator[int]:
    """The numbers at the head and the foot of a page."""
    for line in page:
        if not in_zone(line) or len(line.text) > _LONGEST:
            continue
        match = _NUMBER.fullmatch(line.text.strip()) or _NAMED.search(line.text)
        if match:
            yield int(match["number"])
