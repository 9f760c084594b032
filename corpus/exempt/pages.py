"""Pages that are marked at their head or foot, as the pages of a closed paper are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.documents import Document, Line
from corpus.exempt.law import names_schedule, paragraph_in
from corpus.exempt.markings import Marking, Sort, marking_of, plain, titled_marking
from corpus.packs.kinds import APPENDIX
from corpus.packs.openings import AGENDA_ITEM, SIGNED

_TOP, _BOTTOM = 3, 2
"""Lines at the head and the foot of a page among which a running mark may stand."""
_ONE_OF_MANY = ("private", "closed")
"""Words that, alone, may be a link or a label."""
_LONGEST_PLACEHOLDER = 60
"""Words on a page that stands in a public pack for a paper that was left out of it."""


def reason_on(line: str, *, in_margin: bool) -> str | None:
    """Why a page is closed on which ``line`` runs at its head or foot, or None.

    ``in_margin`` says that the line repeats from page to page, or is no part of the text.
    """
    for cell in line.split("\t"):
        marking = marking_of(cell)
        if marking is None and in_margin:
            marking = titled_marking(cell)
        if marking is None or marking.sort is Sort.HELD or plain(cell).lower() in _ONE_OF_MANY:
            continue
        if in_margin or (marking.sort is Sort.PAPER and not marking.is_labelled):
            paragraph = paragraph_in(line)
            return f"marked {marking.word}, {paragraph}" if paragraph else f"marked {marking.word}"
    return None


def pages_in_margin(document: Document) -> dict[int, str]:
    """Why pages are closed by what their margins say."""
    marked: dict[int, str] = {}
    for line in document.margins:
        if line.page is not None and (reason := reason_on(line.text, in_margin=True)):
            marked.setdefault(line.page, reason)
    return marked


def pages_in_outline(document: Document) -> dict[int, str]:
    """Why pages are closed by the entry of the outline that leads to them."""
    marked: dict[int, str] = {}
    entries = document.outline
    for at, entry in enumerate(entries):
        marking = marking_of(entry.title) or titled_marking(entry.title)
        if marking is None or marking.sort is not Sort.PAPER:
            continue
        after = [each.page for each in entries[at + 1 :] if each.page > entry.page]
        end = after[0] if after else len(document.pages) + 1
        marked.update(dict.fromkeys(range(entry.page, end), f"marked {marking.word}"))
    return marked


def pages_at_edge(document: Document) -> dict[int, str]:
    """Why pages are closed by the lines that stand first and last on them."""
    marked: dict[int, str] = {}
    for number, lines in lines_by_page(document).items():
        for line in (*lines[:_TOP], *lines[-_BOTTOM:]):
            if reason := reason_on(line.text, in_margin=False):
                marked.setdefault(number, reason)
        if opening := _label_on_top(lines):
            marked.setdefault(number, f"marked {opening.word}")
    return marked


def opens_another(document: Document) -> set[int]:
    """Pages with the label of an appendix or item on top, where another paper may begin."""
    return {
        number
        for number, lines in lines_by_page(document).items()
        if APPENDIX.fullmatch(lines[0].text) or AGENDA_ITEM.fullmatch(lines[0].text)
    }


def _label_on_top(lines: Sequence[Line]) -> Marking | None:
    """The marked label of an appendix on top of a page, unless a list of them goes on there."""
    marking = marking_of(lines[0].text)
    if marking is None or not marking.is_labelled or len(lines) < 2:
        return None
    following = lines[1].text
    return None if APPENDIX.fullmatch(following) or SIGNED.match(following) else marking


def placeholders(document: Document) -> dict[int, str]:
    """Pages that only say that a paper was left out: what follows them is another paper.

    Committee systems put such a page, "Document is Restricted", in the public pack, and may put
    another before it that names the paragraph.
    """
    found: dict[int, str] = {}
    paragraph: str | None = None
    before: int | None = None
    for number, lines in lines_by_page(document).items():
        text = " ".join(line.text for line in lines)
        is_short = len(text.split()) <= _LONGEST_PLACEHOLDER
        if is_short and any(map(is_placeholder, lines)):
            paragraph = paragraph_in(text) or paragraph
            reason = f"marked restricted, {paragraph}" if paragraph else "marked restricted"
            found |= {page: reason for page in (before, number) if page is not None}
        names_law = is_short and names_schedule(text)
        paragraph = paragraph_in(text) if names_law else None
        before = number if names_law else None
    return found


def is_placeholder(line: Line) -> bool:
    """Whether a line stands for a paper that was left out."""
    return plain(line.text).casefold() in ("document is restricted", "this document is restricted")


def lines_by_page(document: Document) -> Mapping[int, list[Line]]:
    """The lines of each page that are not blank."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in document.lines:
        if line.page is not None and line.text.strip():
            pages[line.page].append(line)
    return pages
