"""Whether words give what a slot asks for, of those and of that about which it asks."""

import re
from collections.abc import Sequence

from assistant.evidence.counted import is_as_achieved, tells_of_what_is_counted
from assistant.evidence.quoting import Quotable
from assistant.evidence.sorts import figures_in, is_of_the_sort
from assistant.understanding.slots import Slot
from assistant.understanding.wanting import FIGURES
from corpus.acronyms import spelt_out
from corpus.text.words import words_of
from index.context import in_context


def fits(slot: Slot, part: Quotable, acronyms: dict[str, str]) -> bool:
    """Whether ``part`` holds words of the sort that ``slot`` wants, on all that it names.

    In a table the figure is one of the row itself: a header has targets and years.
    """
    text = part.whole
    if part.passage.is_table and not figures_in(part.text, slot.numbers) and slot.wanted in FIGURES:
        return False
    words = words_of(f"{text} {_titles(part)}") if slot.per or slot.ages else ()
    return (
        is_of_the_sort(slot, text, is_table=part.passage.is_table, acronyms=acronyms)
        and _has_labels(slot, part)
        and _is_counted(slot, part)
        and _is_of_group(slot, part, acronyms)
        and _speaks_of_the_post(slot, part, acronyms)
        and all(each in words for each in (*slot.per, *slot.ages))
    )


def _is_counted(slot: Slot, part: Quotable) -> bool:
    """Whether a figure that is asked for is of what the passage is about."""
    around = f"{_titles(part)} {in_context(part.passage)}"
    return slot.wanted not in FIGURES or (
        tells_of_what_is_counted(slot.asked, around) and is_as_achieved(slot.asked, part.whole)
    )


def _is_of_group(slot: Slot, part: Quotable, acronyms: dict[str, str]) -> bool:
    """Whether words on those who are asked about are on that group of them.

    The share of all apprentices is not that of those in highways.
    """
    if not slot.group or slot.group[-1] not in words_of(part.whole):
        return True
    around = in_context(part.passage) + _titles(part) + part.passage.text
    return set(slot.group) <= set(words_of(spelt_out(around, acronyms)))


def _speaks_of_the_post(slot: Slot, part: Quotable, acronyms: dict[str, str]) -> bool:
    """Whether the post whose holder is asked for is named in the passage or above it."""
    around = f"{_titles(part)} {part.passage.text}"
    return not slot.post or slot.post in spelt_out(around, acronyms).casefold()


def _has_labels(slot: Slot, part: Quotable) -> bool:
    """Whether the words are about each numbered name of the slot, and about no other alike."""
    if not slot.labels:
        return True
    words = set(words_of(f"{in_context(part.passage)} {part.whole}"))
    words |= {word.removesuffix("s") for word in words}
    others = (_numbers_behind(label, part) for label in slot.labels)
    own = all(
        not found or label[-1] in found for label, found in zip(slot.labels, others, strict=True)
    )
    return own and all(set(label) <= words for label in slot.labels)


def _numbers_behind(label: Sequence[str], part: Quotable) -> set[str]:
    """The numbers that a table gives behind the name of ``label`` ("Band D").

    None where the row itself is called by the number.
    """
    called = part.text.split("|")[0].strip().casefold()
    if not part.passage.is_table or called == label[-1]:
        return set()
    name = r"\W+".join(rf"{re.escape(word)}\w*" for word in label[:-1])
    found = re.finditer(rf"\b{name}\W{{1,2}}(?P<number>\d+[a-z]?|[A-H])(?!\w)", part.whole, re.I)
    return {match["number"].casefold() for match in found}


def _titles(part: Quotable) -> str:
    item = part.passage.item
    return " ".join((item.title if item else "", *part.passage.headings))
