"""People in minutes: those listed at the head, and those who declare, speak or move."""

import re
from collections.abc import Iterator, Sequence

from corpus.business.sections import Section
from corpus.papers import Capacity, Item, PaperKind
from corpus.people.attendance import Attendance, title_capacity
from corpus.people.naming import AppearanceText, same_person, sentences_in
from corpus.people.speakers import speech_in
from corpus.people.told import declared, was_there
from corpus.text.blocks import Block, BlockKind

__all__ = ["AppearanceText", "appearances_in", "appearances_of"]

ONCE = frozenset({Capacity.SPOKE, Capacity.MOVED, Capacity.SECONDED, Capacity.DECLARED})
"""Capacities in which a person appears once a minute."""


def appearances_in(section: Section, kind: PaperKind) -> list[AppearanceText]:
    """The appearances of one section read by itself, in order; none outside of minutes."""
    return appearances_of([section], kind)[0]


def appearances_of(sections: Sequence[Section], kind: PaperKind) -> list[list[AppearanceText]]:
    """The appearances of each of the sections of a paper, in order; none outside of minutes.

    The sections of a head are read on from one another: a label such as "Present" holds
    below the headings that follow it. A person speaks once a minute.
    """
    if kind is not PaperKind.MINUTES:
        return [[] for _ in sections]
    found: list[list[AppearanceText]] = []
    item: Item | None = None
    attendance = Attendance()
    seen: list[AppearanceText] = []
    for section in sections:
        if section.item != item:
            item, seen = section.item, []
            attendance = Attendance(title_capacity(item)) if item else Attendance()
        first = 1 if item and _is_title(section.blocks[0], item) else 0
        found.append([])
        for each in _read(section, attendance, first):
            if each.capacity in ONCE and any(
                other.capacity is each.capacity and same_person(other.person, each.person)
                for other in seen
            ):
                continue
            seen.append(each)
            found[-1].append(each)
    return found


def _read(section: Section, attendance: Attendance, first: int) -> list[AppearanceText]:
    blocks = section.blocks
    listed: list[AppearanceText] = []
    if section.item is None or title_capacity(section.item):
        listed = attendance.read(blocks, first)
    taken = {(each.block, each.start, each.person) for each in listed}
    found = list(listed)
    in_lists = {each.block for each in listed}
    for at in range(first, len(blocks)):
        for each in _told(at, blocks[at]):
            is_taken = (each.block, each.start, each.person) in taken
            if not is_taken and not (at in in_lists and each.capacity is not Capacity.SPOKE):
                found.append(each)
    return sorted(found, key=lambda each: each.block)


def _sentences(block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block; none runs over the cells of a row."""
    for cell in re.finditer(r"[^\t]+", block.text):
        for start, end in sentences_in(cell[0]):
            yield cell.start() + start, cell.start() + end


def _is_title(block: Block, item: Item) -> bool:
    """Whether a block is no more than the heading of its minute."""
    return item.title in block.text and len(block.text) <= len(item.title) + 40


def _told(at: int, block: Block) -> list[AppearanceText]:
    """Those of whom the sentences of a block tell."""
    if block.kind is BlockKind.HEADING and len(block.text) < 80:
        return []
    found: list[AppearanceText] = []
    for start, end in _sentences(block):
        sentence = block.text[start:end]
        those = [(Capacity.IN_ATTENDANCE, person) for person in was_there(sentence)]
        those = those or declared(sentence, in_its_minute=False)
        those = those or [(capacity, each.person) for capacity, each in speech_in(sentence)]
        found += [AppearanceText(capacity, person, at, start, end) for capacity, person in those]
    return found
