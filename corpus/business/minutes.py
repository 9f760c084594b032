"""Minutes: which blocks head a minute, numbered or not."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.business.numbering import (
    NO_TITLE,
    NUMBER,
    Numbered,
    is_capitals,
    looks_like_heading,
    numbered,
    numbered_headings,
)
from corpus.papers import Item
from corpus.people.listing import people_in
from corpus.text.blocks import Block, BlockKind
from corpus.text.cleaning import OPEN_END

IN_CAPITALS = 0.8
"""The share of numbered headings in capitals from which others without a number are heads."""
PLAIN_TITLE = 50
FEWEST = 2
"""Fewer headings than these do not part the business."""
SECOND_LINE = 80
"""The most characters of a title's second line."""
ITEM_MARK = re.compile(r"\s*\(item(?: no\.?)? \d+[a-z]?\)$", re.I)
NOT_A_TITLE = re.compile(
    rf"{NO_TITLE.pattern}|recommendations?|reasons?(?: for .*)?|options considered|membership"
    r"|(?:(?:members|councillors|officers|officials|also|those|others) )?(?:of the \w+ )?"
    r"(?:present|in attendance|attending|absent)\b.{0,20}|dated\W*|officials|officers|sederunt"
    r"|attendance"
    r"|apologies for absence from.*|statements?(?: from .*)?|questions?(?: from .*)?"
    r"|(?:for|against|abstain(?:ed|ing)?|reply|response|total)\b[\W\d]*"
    r"|(?:signed|cathaoirleach|chair(?:man|person)?|mayor)\W*|this concluded.*|that\b.*"
    r"|(?:proposed|seconded|moved)(?: by)?\b.*|(?:motion|amendment) by\b.*"
    r"|[\W\d_]*(?:[^\W\d_]{1,2}[\W\d_]*)?",
    re.I | re.S,
)
"""Short lines without a number that head no business."""
STANDING = re.compile(
    r"(?:any other (?:urgent )?business|a\.?o\.?(?:c\.?)?b\.?|matters arising|correspondence"
    r"|notices? of"
    r" motions?|questions?(?: from (?:members|councillors|the public))?"
    r"|date (?:and time )?of (?:the )?"
    r"next (?:\w+ )?meeting|next meeting|(?:meeting )?adjournment|votes? of (?:sympathy|thanks)"
    r"|other (?:issues|matters)(?: raised)?|close of meeting|exclusion of (?:the )?(?:press"
    r"|public).{0,20})"
    r"\W*",
    re.I,
)
"""Business of every meeting, which may stand without a number among numbered minutes."""
PART = re.compile(
    r"\W*(?:(?:penderfynwyd|cytunwyd)\b|resolved|recommended|agreed|decision|reasons?\b|background"
    r"|(?:alternative )?options\b|alternatives\b|right of appeal|conditions?\b|voting|vote\b"
    r"|additional|informative|appendix|notes?\b|motion\b|amendment\b|part\b)",
    re.I,
)
"""How headings of a part of a minute begin."""
CLOSING = re.compile(
    r"\W*(?:(?:there being|this being|as there was|this concluded) .*"
    r"|(?:the )?meeting (?:was )?(?:then )?(?:ended"
    r"|closed|rose|concluded|finished|terminated|declared closed)\b.*|daeth y cyfarfod .*"
    r"|(?:signed|chair(?:man|person|woman)?|presiding|dated?|prepared by|produced by|minutes"
    r" (?:confirmed|signed|approved)|confirmed|councillor|cllr|convener|provost|mayor"
    r"|cathaoirleach)\b[^.]{0,80}[.…_ ]*"
    r"|\(?duration of meeting.*|the officer who .*|the (?:committee administrator"
    r"|clerk) .{0,160}contact.*"
    r"|part (?:ii|2|b)\b.*|items? (?:during|to be considered|for).{0,200}|none|press enquiries.*"
    r"|[\W_]+|date confirmed.*)",
    re.I | re.S,
)
"""What stands below the last business: the end of the meeting, names, a heading without items."""


def without_closing(blocks: Sequence[Block]) -> Sequence[Block]:
    """``blocks`` of the last item or minute, without what is no part of it."""
    end = len(blocks)
    while end > 1 and CLOSING.fullmatch(blocks[end - 1].text):
        end -= 1
    return blocks[:end]


def minute_heads(blocks: Sequence[Block]) -> dict[int, Item]:
    """The minutes' headings by the position of their block, in order.

    A heading without a number is a minute where a number is missing in the run, or where
    the minutes have no numbers at all.
    """
    chain = numbered_headings(blocks)
    heads = {each.at: Item(each.number, _whole_title(blocks, each)) for each in chain}
    if len(chain) < 2:
        return _with_numbers_below(blocks, _alone(blocks) | heads)
    for before, after in pairwise(chain):
        if after.parts[-1] - before.parts[-1] > 1 or after.parts[0] - before.parts[0] > 1:
            heads |= _unnumbered(blocks, before, after)
    if sum(is_capitals(each.title) for each in chain) >= IN_CAPITALS * len(chain):
        heads |= _in_capitals(blocks, chain)
    heads |= {
        at: Item(None, block.text.strip(" :"))
        for at, block in enumerate(blocks)
        if at > chain[0].at and not {at, at + 1} & heads.keys() and STANDING.fullmatch(block.text)
    }
    return dict(sorted(heads.items()))


def _in_capitals(blocks: Sequence[Block], chain: Sequence[Numbered]) -> dict[int, Item]:
    """Headings without a number that are set in capitals like the numbered ones."""
    taken = {each.at for each in chain} | {each.at + 1 for each in chain}
    return {
        at: Item(None, blocks[at].text.strip(" :"))
        for at in range(chain[0].at + 1, len(blocks) - 1)
        if at not in taken
        and is_capitals(blocks[at].text)
        and looks_like_heading(blocks[at])
        and not NUMBER.match(blocks[at].text)
        and not NOT_A_TITLE.fullmatch(blocks[at].text)
        and not CLOSING.fullmatch(blocks[at].text)
        and not PART.match(blocks[at].text)
        and len(blocks[at].text.split()) > 1
        and not is_capitals(blocks[at + 1].text)
    }


def _whole_title(blocks: Sequence[Block], head: Numbered) -> str:
    """A title with its second line, where the first ends in "of" or "the"."""
    following = blocks[head.at + 1].text if head.at + 1 < len(blocks) else ""
    if (
        OPEN_END.search(head.title)
        and len(following) <= SECOND_LINE
        and following[-1:] not in ".:;"
    ):
        return f"{head.title} {ITEM_MARK.sub('', following)}".strip()
    return head.title


def _alone(blocks: Sequence[Block]) -> dict[int, Item]:
    """Every heading, where numbers make no run.

    If one has a number all the same, the business begins there.
    """
    heads: dict[int, Item] = {}
    for at, block in enumerate(blocks):
        if at >= 2 and looks_like_heading(block) and not NOT_A_TITLE.fullmatch(block.text):
            found = numbered(blocks, at)
            number, title = (found.number, found.title) if found else (None, block.text)
            heads[at] = Item(number, title.strip(" :"))
    if len(heads) < FEWEST and len(plain := _plain(blocks)) > FEWEST:
        return dict(sorted((plain | heads).items()))
    first = next((at for at, item in heads.items() if item.number), 0)
    return {at: item for at, item in heads.items() if at >= first}


def _plain(blocks: Sequence[Block]) -> dict[int, Item]:
    """Short lines over longer paragraphs, where nothing else tells one minute from another."""
    return {
        at: Item(None, block.text.strip(" :"))
        for at, block in enumerate(blocks[:-1])
        if at >= 2
        and block.kind is BlockKind.PARAGRAPH
        and len(block.text) <= PLAIN_TITLE
        and re.match(r"[A-Z][\w'’&/ -]*$", block.text)
        and len(blocks[at + 1].text) > 1.5 * len(block.text)
        and blocks[at + 1].kind is BlockKind.PARAGRAPH
        and not NOT_A_TITLE.fullmatch(block.text)
        and not CLOSING.fullmatch(block.text)
        and not any(people_in(block.text))
    }


def _with_numbers_below(blocks: Sequence[Block], heads: dict[int, Item]) -> dict[int, Item]:
    """``heads`` with the numbers that begin the paragraphs right below them, if these rise.

    Some councils set the title first, and the number of the minute before its text.
    """
    numbers: dict[int, str] = {}
    for at, item in heads.items():
        match = NUMBER.match(blocks[at + 1].text) if at + 1 < len(blocks) else None
        if match and match["title"] and item.number is None:
            numbers[at] = match["number"]
    values = [int(number) for number in numbers.values() if number.isdigit()]
    rising = len(values) == len(numbers) > 1 and all(a < b for a, b in pairwise(values))
    if not rising:
        return heads
    return {at: Item(numbers.get(at), item.title) for at, item in heads.items()}


def _unnumbered(blocks: Sequence[Block], before: Numbered, after: Numbered) -> dict[int, Item]:
    """Headings without a number between two minutes whose numbers leave a gap."""
    return {
        at: Item(None, blocks[at].text.strip(" :"))
        for at in range(before.at + 1, after.at)
        if blocks[at].kind is BlockKind.HEADING and not NOT_A_TITLE.fullmatch(blocks[at].text)
    }
