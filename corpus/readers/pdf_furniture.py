"""Running heads, footers and page numbers of a PDF, which are no part of its papers."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.readers.pdf_lines import PrintedLine

_ZONE = 0.12  # of a page's height, at its head and at its foot
_SHARE = 0.6  # of the pages, from which a repeated line is furniture
_FEWEST_PAGES = 3
_MOST_CELLS = 3  # a longer row is a table's header, repeated on every page

_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|\s]*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*|page\s+[ivxl]+", re.IGNORECASE
)


def without_furniture(pages: Sequence[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """The pages without lines that repeat at the head or foot of most, and page numbers.

    A running head is kept where it stands on the first page: it may be the title. So is a
    draft's mark.
    """
    repeated = _repeated(pages)
    seen: set[str] = set()
    kept: list[list[PrintedLine]] = []
    for page in pages:
        kept.append([])
        for line in page:
            text = _folded(line)
            tells = line.height > 0.5 or text.strip(" *-[]()") == "draft"
            is_first = line.page == 1 and tells and text not in seen
            if not in_zone(line) or not (_is_page_number(line) or text in repeated):
                kept[-1].append(line)
            elif is_first and not _is_page_number(line):
                kept[-1].append(line)
                seen.add(text)
    return kept


def furniture_of(pages: Sequence[list[PrintedLine]]) -> list[PrintedLine]:
    """The lines that ``without_furniture`` leaves out."""
    kept = {id(line) for page in without_furniture(pages) for line in page}
    return [line for page in pages for line in page if id(line) not in kept]


def _repeated(pages: Sequence[list[PrintedLine]]) -> set[str]:
    with_text = [page for page in pages if page]
    if len(with_text) < _FEWEST_PAGES:
        return set()
    counts: Counter[str] = Counter()
    for page in with_text:
        counts.update({_folded(line) for line in page if in_zone(line)})
    return {text for text, count in counts.items() if count > _SHARE * len(with_text)}


def in_zone(line: PrintedLine) -> bool:
    """Whether a line stands where running heads and page numbers do."""
    return line.cells <= _MOST_CELLS and not _ZONE < line.height < 1 - _ZONE


def _is_page_number(line: PrintedLine) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text) is not None


def _folded(line: PrintedLine) -> str:
    """The line with page numbers and the like made equal, but not amounts."""
    text = " ".join(line.text.split()).casefold()
    return re.sub(r"(?<![\d.,£$€-])\d{1,4}(?![\d.,%]*\d|%)", "#", text)
