"""Which item of the agenda a minute and a report of the same meeting belong to."""

from collections import defaultdict
from collections.abc import Sequence

from assistant.record.procedure import is_procedural
from assistant.record.subjects import pairs
from corpus.papers import Business, Item, Paper, PaperKind

Heard = tuple[Business | None, Business | None, tuple[Paper, ...]]
"""Where an item stands on the agenda and in the minutes, and its papers."""
_OWN = frozenset({PaperKind.AGENDA, PaperKind.MINUTES})
_FOLLOWS = frozenset({PaperKind.APPENDIX, PaperKind.GUIDANCE, PaperKind.WORK_PROGRAMME})


def heard_items(
    minutes: Sequence[Business], agenda: Sequence[Business], papers: Sequence[Paper]
) -> list[Heard]:
    """The minutes in order, then the items of the agenda without one.

    Each is told apart by its title: what could be of two items is of none, for the numbers
    of minutes are not those of items.
    """
    minuted = pairs([each.item.title for each in minutes], [each.item.title for each in agenda])
    of_item, of_minute = _papers_of(minutes, agenda, papers, minuted)
    found: list[Heard] = []
    for at, minute in enumerate(minutes):
        place = minuted.get(at)
        own = [] if place is None else of_item[place]
        item = None if place is None else agenda[place]
        found.append((item, minute, tuple(_in_order([*own, *of_minute[at]]))))
    left = (place for place in range(len(agenda)) if place not in minuted.values())
    found += [(agenda[place], None, tuple(_in_order(of_item[place]))) for place in left]
    return found


def _papers_of(
    minutes: Sequence[Business],
    agenda: Sequence[Business],
    papers: Sequence[Paper],
    minuted: dict[int, int],
) -> tuple[defaultdict[int, list[Paper]], defaultdict[int, list[Paper]]]:
    """The papers of each item of the agenda, and of minutes whose item is not known."""
    of_item: defaultdict[int, list[Paper]] = defaultdict(list)
    of_minute: defaultdict[int, list[Paper]] = defaultdict(list)
    unlisted = [at for at in range(len(minutes)) if at not in minuted]
    before: dict[str, list[Paper]] = {}
    for paper in sorted(papers, key=lambda each: (each.source, each.span.start)):
        if paper.kind in _OWN:
            continue
        if (place := _item_of(paper, agenda)) is not None:
            before[paper.source] = of_item[place]
        elif (nearest := _nearest(paper, [minutes[at] for at in unlisted])) is not None:
            before[paper.source] = of_minute[unlisted[nearest]]
        elif paper.kind not in _FOLLOWS or paper.item is not None:
            continue
        if paper.source in before:
            before[paper.source].append(paper)
    return of_item, of_minute


def _item_of(paper: Paper, agenda: Sequence[Business]) -> int | None:
    """The place of the item that a paper names by its number, or by its title."""
    number = paper.item.number if paper.item else None
    numbered = [at for at, each in enumerate(agenda) if number and each.item.number == number]
    if len(numbered) == 1:
        return numbered[0]
    return _nearest(paper, agenda)


def _nearest(paper: Paper, business: Sequence[Business]) -> int | None:
    """The place of the business whose title is the paper's; None where unsure."""
    titles = [each.item.title for each in business]
    for named in _titles(paper):
        found = pairs([named], titles).get(0)
        if found is not None and not is_procedural(titles[found]):
            return found
    return None


def _titles(paper: Paper) -> list[str]:
    item: Item | None = paper.item
    return [title for title in (item.title if item else "", paper.title) if title.strip()]


def _in_order(papers: Sequence[Paper]) -> list[Paper]:
    """Reports before what is annexed to them; of the same title in one kind only the first."""
    first = {(paper.kind, paper.title.casefold()): paper for paper in reversed(papers)}
    kept = [paper for paper in papers if first[paper.kind, paper.title.casefold()] is paper]
    return sorted(kept, key=lambda paper: paper.kind is not PaperKind.REPORT)
