"""Which item of its pack's agenda each paper belongs to."""

from collections.abc import Sequence

from corpus.agendas import agenda_heads, item_for, item_number_in, pages_printed
from corpus.papers import Item, PaperKind
from corpus.splitting import PaperText
from corpus.titles import title_of

LEADING = (PaperKind.REPORT, PaperKind.MINUTES, PaperKind.WORK_PROGRAMME, PaperKind.GUIDANCE)
"""Papers that an item begins with; appendices follow them."""


def items_of(texts: Sequence[PaperText]) -> list[Item | None]:
    """The item of each paper of a file, in order; None for agendas and what is not known.

    A report names its item, or has its title. Those in between belong to the items in
    between, in order, where the agenda gives pages for as many.
    """
    listed, paged = _items_of_agenda(texts)
    leading = [at for at, text in enumerate(texts) if text.kind in LEADING]
    known = {at: item for at in leading if (item := _own_item(texts[at], listed))}
    known |= _between(leading, known, paged)
    allotted: list[Item | None] = []
    for at, text in enumerate(texts):
        if text.kind is PaperKind.MINUTES:
            allotted.append(None)  # its business is that of another meeting
        elif text.kind in LEADING or text.kind is PaperKind.AGENDA or not allotted:
            allotted.append(known.get(at))
        else:
            allotted.append(allotted[-1])
    return allotted


def _items_of_agenda(texts: Sequence[PaperText]) -> tuple[list[Item], list[Item]]:
    """The items of the agendas in a file, and those of them for which pages are given."""
    listed: list[Item] = []
    paged: list[Item] = []
    for text in texts:
        if text.kind is PaperKind.AGENDA:
            for at, item in agenda_heads(text.blocks).items():
                listed.append(item)
                if pages_printed(text.blocks[at].text):
                    paged.append(item)
    return listed, paged


def _own_item(text: PaperText, listed: Sequence[Item]) -> Item | None:
    """The item that a paper names by its number, or whose title it has."""
    number = item_number_in(text.blocks)
    if number and text.kind is not PaperKind.MINUTES:
        named = [item for item in listed if item.number == number]
        return named[0] if named else Item(number, title_of(text))
    if text.kind is PaperKind.MINUTES:
        return next((item for item in listed if item.title.casefold().startswith("minutes")), None)
    return item_for(title_of(text), listed)


def _between(
    leading: Sequence[int], known: dict[int, Item], paged: Sequence[Item]
) -> dict[int, Item]:
    """Papers between two known ones, with the items between theirs, if they are as many."""
    ends = [at for at in leading if known.get(at) in paged]
    found: dict[int, Item] = {}
    for start, end in zip([-1, *ends], [*ends, len(leading) and leading[-1] + 1], strict=True):
        unknown = [at for at in leading if start < at < end and at not in known]
        first = paged.index(known[start]) + 1 if start >= 0 else 0
        last = paged.index(known[end]) if end in known else len(paged)
        if unknown and len(unknown) == last - first:
            found |= dict(zip(unknown, paged[first:last], strict=True))
    return found
