"""An extract as plain text and as Markdown, and one citation with its exact words, to paste."""

import re
from collections.abc import Iterator

from assistant.citing import written_date
from assistant.rendering import escape_markdown, without_gaps
from assistant.takeaway.extracts import Extract, Quoted, Said, Turn
from assistant.takeaway.sources import Source

NOTES = "Note"
_ADDRESS = re.compile(r"https?://[^\s<>]+")


def asked_in_words(extract: Extract) -> str:
    """When it was asked, and of what."""
    return f"Asked on {written_date(extract.asked_on)} of the council papers in one library."


def to_text(extract: Extract) -> str:
    """The extract as plain text, each quote on lines of its own; ends with a line break."""
    return "\n".join(_text(extract)) + "\n"


def to_markdown(extract: Extract) -> str:
    """The extract as Markdown that shows the papers' signs as they stand; ends likewise."""
    return "\n\n".join(_markdown(extract)) + "\n"


def citation_to_text(source: Source) -> str:
    """The exact words of one citation, what they are, and where they stand, as one paragraph."""
    quote = " ".join(source.citation.quote.split())
    told = f"“{quote}” ({source.force_in_words}: {source.reference})"
    return ". ".join((told, *source.remarks)) + "." * bool(source.remarks)


def citation_to_markdown(source: Source) -> str:
    """The same as Markdown."""
    return escape_markdown(citation_to_text(source))


def _text(extract: Extract) -> Iterator[str]:
    if extract.marking:
        yield from (extract.marking, "")
    if len(extract.turns) > 1:
        yield from (extract.title, "")
    yield asked_in_words(extract)
    yield from extract.notices
    for number, turn in enumerate(extract.turns, 1):
        yield ""
        yield f"Question {number if len(extract.turns) > 1 else ''}".strip() + f": {turn.asked}"
        yield from (*turn.understood, turn.verdict)
        yield from _told(turn)


def _told(turn: Turn) -> Iterator[str]:
    if turn.told:
        yield from ("", *turn.told)
    for said in turn.said:
        yield from ("", f"{said.force} – {said.where}", *map(_quoted, said.quotes))
    if turn.notes:
        yield from ("", NOTES, *(f"- {note}" for note in turn.notes))
    if turn.sources:
        yield from ("", turn.sources_name)
    for source in turn.sources:
        yield f"[{source.number}] {source.reference}"
        yield from (f"    {remark}" for remark in (*source.remarks, source.address) if remark)


def _quoted(quoted: Quoted) -> str:
    return f"{without_gaps(quoted.words)} {quoted.marks}"


def _markdown(extract: Extract) -> Iterator[str]:
    if extract.marking:
        yield f"**{escape_markdown(extract.marking)}**"
    if len(extract.turns) > 1:
        yield f"# {escape_markdown(extract.title)}"
    yield "  \n".join(map(escape_markdown, (asked_in_words(extract), *extract.notices)))
    for turn in extract.turns:
        yield f"## {escape_markdown(turn.asked)}"
        yield from map(escape_markdown, turn.understood)
        yield turn.verdict if turn.is_answered else f"**{escape_markdown(turn.verdict)}**"
        yield from map(escape_markdown, turn.told)
        for said in turn.said:
            yield from _said(said)
        if turn.notes:
            yield f"### {NOTES}"
            yield "\n".join(f"- {escape_markdown(note)}" for note in turn.notes)
        if turn.sources:
            yield f"### {turn.sources_name}"
            yield from map(_source, turn.sources)


def _said(said: Said) -> Iterator[str]:
    yield f"**{escape_markdown(said.force)}** – {escape_markdown(said.where)}"
    for quoted in said.quotes:
        lines = escape_markdown(_quoted(quoted)).split("\n")
        yield "\n".join(f"> {line}" for line in lines)


def _source(source: Source) -> str:
    told = "\n".join((f"[{source.number}] {source.reference}", *source.remarks))
    return "  \n".join(filter(None, (escape_markdown(told), _linked(source.address))))


def _linked(address: str) -> str:
    return f"<{address}>" if _ADDRESS.fullmatch(address) else escape_markdown(address)
