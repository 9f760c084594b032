"""Which item of its pack's agenda each paper belongs to."""

from collections.abc import Sequence

from corpus.packs.agendas import agenda_heads, item_number_in, items_for, pages_printed
from corpus.packs.splitting import PaperText
from corpus.packs.titles import title_of
from corpus.papers import Item, PaperKind

LEADING = (PaperKind.REPORT, PaperKind.WORK_PROGRAMME, PaperKind.GUIDANCE)
"""Papers that an item begins with; appendices follow them."""
FOLLOWING = (PaperKind.APPENDIX, PaperKind.OTHER)


def items_of(texts: Sequence[PaperText]) -> list[Item | None]:
    """The item of each paper of a file, in order; None for agendas, minutes, the unknown."""
    items: list[Item] = []
    papered: list[Item] = []
    for text in texts:
        if text.kind is PaperKind.AGENDA:
            for at, item in agenda_heads(text.blocks).items():
                items.append(item)
                papered += [item] if pages_printed(text.blocks[at].text) else []
    leading = [text for text in texts if text.kind in LEADING]
    named = [(_number_of(text), title_of(text)) for text in leading]
    found = iter(items_for(named, items, papered))
    numbered = {item.number: item for item in items}
    allotted: list[Item | None] = []
    for text in texts:
        if text.kind in LEADING:
            allotted.append(next(found))
        elif text.kind in FOLLOWING:
            before = allotted[-1] if allotted else None
            allotted.append(numbered.get(text.item.number, text.item) if text.item else before)
        else:
            allotted.append(None)
    return allotted


def _number_of(text: PaperText) -> str | None:
    """The number of its item, as the paper itself says or the pack does."""
    return item_number_in(text.blocks) or (text.item.number if text.item else None)
