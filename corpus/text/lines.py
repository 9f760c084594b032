"""A line of a document becomes a block; markup and page furniture go."""

import re
from collections import Counter
from collections.abc import Iterator

from corpus.documents import Document, Line
from corpus.text.blocks import Block, BlockKind
from corpus.text.tracing import TracedText, traced

LINK = r"<(?:https?://|www\.|mailto:)[^<>\s]+>"
"""The target of a link, which extraction may have made up."""
MARKUP = re.compile(
    r"(?:<|&lt;)/?(?:p|u|i|b|em|strong|sup|sub|ul|ol|li|a|br|span|div|font|small)\b[^<>]*?(?:>"
    r"|&gt;)"
    rf"|\*+|(?<!\w)_{{1,2}}(?=\w)|(?<=\w)_{{1,2}}(?!\w)|{LINK}|&nbsp;",
    re.IGNORECASE,
)
ENDS_IN_LINK = re.compile(rf"(?:{LINK}|\]\([^()\s]+\))\W*$", re.IGNORECASE)
LEFT_BLANK = re.compile(r"\W*this page (?:is|has been) (?:intentionally )?left blank\W*", re.I)
FURNITURE = re.compile(
    r"(?:page|tudalen)\s+\d+(?:\s*(?:of|o)\s*\d+)?|!\[[^\]]*\]\([^)]*\)|-{3,}"
    r"|[(\[]image omitted[)\]]",
    re.I,
)
REPEATED = 3
RULE = re.compile(r"-{3,}")
HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
FOOTNOTE_MARK = re.compile(r"\s*<sup>\s*\d{1,2}\s*</sup>\s*\S", re.I)
BULLET = re.compile(r"[-•▪●◦‣–*\uf0b7]\s+")
NUMBERED = re.compile(
    r"(?:(?:\d{1,2}\.)*\d{1,2}\.?\s?[ivx]{1,5}\)|\(?(?:[ivxl]{1,6}|[a-zA-Z]|\d{1,2})\)|[a-zA-Z]\."
    r"|\d{1,3}(?:\.\d{1,3})*[.)]?)\s+(?=\S)"
)
NUMBERED_TITLE = re.compile(r"\d[\d./]{0,8}[a-z]?\.?\t+[^\ta-z]*[A-Z][^\ta-z]+\s*")
FOOTNOTE = re.compile(r"[¹²³⁴-⁹]{1,2}\s*\w|\d{1,2}\s+(?:https?:|See\b|[A-Z][^.]*\d{4}$)")


def line_blocks(document: Document) -> Iterator[Block | None]:
    """Each line as a block of its own; None for a gap."""
    furniture = _around_rules(document)
    for number, (start, line) in enumerate(document.numbered()):
        stripped = line.text.strip() if number not in furniture else ""
        if LEFT_BLANK.fullmatch(stripped):
            yield None
            yield Block(BlockKind.PAGE_LEFT_BLANK, traced(stripped, start), line.page)
            yield None
        elif not stripped or FURNITURE.fullmatch(stripped):
            yield None
        else:
            block = _line_block(line, start)
            if block.text:
                yield block


def _around_rules(document: Document) -> set[int]:
    """The lines beside the rules that part pages which are no text.

    They hold no more than a number, or are repeated word for word from page to page.
    """
    filled = [(n, line.text.strip()) for n, line in enumerate(document.lines) if line.text.strip()]
    texts = [text for _, text in filled]
    rules = {at for at, text in enumerate(texts) if RULE.fullmatch(text)}
    beside = [at for at in range(len(texts)) if not {at - 1, at + 1}.isdisjoint(rules)]
    counts = Counter(texts[at] for at in beside)
    repeated = {at for at in beside if at not in rules and counts[texts[at]] >= REPEATED}
    edges = rules | repeated
    numbers = {
        at
        for at, text in enumerate(texts)
        if text.isdigit() and not {at - 1, at + 1}.isdisjoint(edges)
    }
    return {filled[at][0] for at in repeated | numbers}


def _line_block(line: Line, start: int) -> Block:
    raw = traced(line.text, start)
    indent = len(line.text) - len(line.text.lstrip())
    body, level = raw.strip(), line.heading
    hashes = HASHES.match(body.text)
    if hashes:
        level = len(hashes[1])
        body = body.slice(hashes.end(), len(body)).strip()
    bold = bool(re.fullmatch(r"\W*(?:\*\*|<b>|<u>).+(?:\*\*|</b>|</u>)\W*", body.text))
    if "\t" in line.text.strip(" ") and not hashes and not NUMBERED_TITLE.fullmatch(body.text):
        row = raw.without(MARKUP)
        return Block(BlockKind.TABLE_ROW, _trim_row(row), line.page, bold=bold)
    linked = bool(ENDS_IN_LINK.search(body.text))
    body = body.without(MARKUP).strip()
    bullet = BULLET.match(body.text)
    if bullet:
        body = body.slice(bullet.end(), len(body)).strip()
    kind = BlockKind.PARAGRAPH
    if level is not None:
        kind = BlockKind.HEADING
    elif bullet or NUMBERED.match(body.text):
        kind = BlockKind.LIST_ITEM
    aside = bool(FOOTNOTE_MARK.match(line.text) or FOOTNOTE.match(body.text))
    return Block(kind, body, line.page, level, indent, bold, linked, aside, len(body))


def _trim_row(row: TracedText) -> TracedText:
    """Without the empty cells at the end; an empty first cell stays."""
    return row.slice(0, len(row.text.rstrip()))
