"""Checks a pack of evidence: that it is as it was made, and the quotes stand where it says.

Unpack the pack and run this file in it with Python 3.9 or newer: python3 check.py
To compare the papers too, name the folder in which they lie:     python3 check.py FOLDER

It needs nothing but Python, opens no connection and changes nothing. It prints a line for each
thing that it checked, and exits with 0 if all of them are right, else with 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import quopri
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

MANIFEST = "MANIFEST.txt"
EVIDENCE = "evidence.json"
ANSWER = "answer.txt"
SPACES = re.compile(r"[\s|]")
"""What the quotes do not share with the text: white space, and bars between the cells of rows."""
RIGHT, WRONG, UNCHECKED = "right", "WRONG", "not checked"
LONGEST_SHOWN = 120


class Finding(NamedTuple):
    """What was found out about one thing: ``state`` is RIGHT, WRONG or UNCHECKED."""

    state: str
    words: str


class Piece(NamedTuple):
    """A part of a quote: its characters in the text, its page or its lines in the paper."""

    start: int
    end: int
    page: int | None
    last_page: int | None
    first_line: int | None
    last_line: int | None


class Quote(NamedTuple):
    """A quote of the pack, made of one piece or more."""

    name: str
    words: str
    source: str
    is_answer: bool
    confidence: int | None
    pieces: Sequence[Piece]


class Source(NamedTuple):
    """A paper's file: the text as it was read, and what tells the file itself.

    ``original`` is the name of the file in the pack, if it holds it. ``pages`` are the numbers of
    the paper's pages, each with the character of the text at which it begins.
    """

    name: str
    format: str
    digest: str
    original: str | None
    text: str
    pages: Sequence[tuple[int, int]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the pack in whose folder this file lies; 0 if nothing is wrong."""
    parser = argparse.ArgumentParser(description="Checks this pack of evidence.")
    parser.add_argument("folder", nargs="?", type=Path, help="where the original papers lie")
    chosen: Path | None = parser.parse_args(arguments).folder
    _make_printable()
    pack = Path(__file__).resolve().parent
    states = []
    for finding in checked(pack, chosen):
        states.append(finding.state)
        _tell(f"{finding.state:<12}{finding.words}")
    if WRONG in states:
        _tell("\nRESULT: something is WRONG. Do not rely on this pack.")
        return 1
    left = f" {states.count(UNCHECKED)} could not be checked." if UNCHECKED in states else ""
    _tell(f"\nRESULT: all that was checked is right.{left} README.txt says what that proves.")
    _tell(f"The seal of this pack is {_digest(pack / MANIFEST)}. Compare it with its maker's.")
    return 0


def checked(pack: Path, papers: Path | None) -> Iterator[Finding]:
    """Everything that can be checked of the pack in a folder, with the papers in another."""
    try:
        digests = _manifest((pack / MANIFEST).read_text("utf-8"))
        yield from _files(pack, digests, papers)
        sources, quotes = _evidence(pack, digests)
        answer = (pack / ANSWER).read_text("utf-8")
    except (OSError, ValueError, LookupError, TypeError) as error:
        yield Finding(WRONG, f"the pack cannot be read: {type(error).__name__}: {error}")
        return
    for quote in quotes:
        yield _quote(quote, sources[quote.source])
        if quote.is_answer and _bare(quote.words) not in _bare(answer):
            yield Finding(WRONG, f"{quote.name} does not stand in {ANSWER}")
    for source in sources.values():
        own = [quote for quote in quotes if quote.source == source.name]
        yield from _original(source, own, pack, papers)


def _manifest(text: str) -> dict[str, str]:
    """The SHA-256 of each file by its name."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    digests = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    if not digests or any(name.startswith("/") or ".." in name.split("/") for name in digests):
        raise ValueError(f"{MANIFEST} is not one of a pack")
    return digests


def _files(pack: Path, digests: dict[str, str], papers: Path | None) -> Iterator[Finding]:
    """Whether the files are those of the manifest, and no others."""
    for name, digest in digests.items():
        path = pack / name
        if not path.is_file():
            yield Finding(WRONG, f"{name} is missing")
        elif _digest(path) != digest:
            yield Finding(WRONG, f"{name} has been changed since the pack was made")
        else:
            yield Finding(RIGHT, f"{name} is as it was when the pack was made")
    for path in _paths_in(pack):
        name = path.relative_to(pack).as_posix()
        is_paper = papers is not None and papers.resolve() in path.parents
        if name not in digests and name != MANIFEST and not (is_paper or _is_hidden(name)):
            yield Finding(WRONG, f"{name} is no part of the pack: it was added later")


def _evidence(pack: Path, digests: dict[str, str]) -> tuple[dict[str, Source], list[Quote]]:
    """What the pack claims. Raises ValueError, LookupError or TypeError where it is malformed."""
    claimed = json.loads((pack / EVIDENCE).read_text("utf-8"))
    sources = {row["source"]: _source(pack, row, digests) for row in claimed["sources"]}
    quotes = [
        _claimed(f"question {number}, quote [{row['number']}]", row)
        for number, turn in enumerate(claimed["turns"], 1)
        for row in turn["quotes"]
    ]
    if any(quote.source not in sources or not quote.pieces for quote in quotes):
        raise ValueError("a quote has no source")
    return sources, quotes


def _source(pack: Path, row: dict[str, Any], digests: dict[str, str]) -> Source:
    name, file, original = str(row["source"]), str(row["text"]), row["original"]
    if file not in digests or (original and original not in digests):
        raise ValueError(f"what belongs to {name} is not listed in {MANIFEST}")
    text = (pack / file).read_bytes().decode("utf-8")[int(row["text_begins"]) :]
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != row["text_sha256"]:
        raise ValueError(f"the text of {name} is not the one that was read")
    pages = [(int(page["page"]), int(page["start"])) for page in row["pages"]]
    return Source(name, row["format"], row["sha256"], original, text, pages)


def _claimed(name: str, row: dict[str, Any]) -> Quote:
    pieces = [
        Piece(
            int(piece["start"]),
            int(piece["end"]),
            _number(piece["page"]),
            _number(piece["page_end"]),
            _number(piece["line_start"]),
            _number(piece["line_end"]),
        )
        for piece in row["pieces"]
    ]
    words, source, sure = str(row["quote"]), str(row["source"]), _number(row["confidence"])
    return Quote(name, words, source, bool(row["answers"]), sure, pieces)


def _number(value: Any) -> int | None:
    return None if value is None else int(value)


def _quote(quote: Quote, source: Source) -> Finding:
    """Whether the quote is made of its pieces of the text, on the pages that it names."""
    for piece in quote.pieces:
        if not 0 <= piece.start < piece.end <= len(source.text):
            return Finding(WRONG, f"{quote.name}: the text of {source.name} has no such place")
        if (piece.page, piece.last_page) != (
            _page_at(source, piece.start),
            _page_at(source, piece.end - 1),
        ):
            return Finding(WRONG, f"{quote.name} does not stand {_place(quote, source)}")
    words = "".join(source.text[piece.start : piece.end] for piece in quote.pieces)
    if not _bare(quote.words) or _bare(words) != _bare(quote.words):
        return Finding(WRONG, f"{quote.name}: these are not the words of the text of {source.name}")
    told = f"{quote.name} stands {_place(quote, source)}, word for word in the text as it was read"
    if quote.confidence is not None:
        told += f" (from a scan, {quote.confidence} % sure: compare it with the page)"
    return Finding(RIGHT, told + _left_out(quote, source))


def _page_at(source: Source, place: int) -> int | None:
    """The page on which a character of the text stands; None where the paper has no pages."""
    begun = [page for page, start in source.pages if start <= place]
    return begun[-1] if begun else None


def _place(quote: Quote, source: Source) -> str:
    """Such as "on page 3 of pack.pdf", from its pieces."""
    ends = [page for piece in quote.pieces for page in (piece.page, piece.last_page)]
    pages = [page for page in ends if page is not None]
    if pages:
        return f"on {_range('page', min(pages), max(pages))} of {source.name}"
    ends = [line for piece in quote.pieces for line in (piece.first_line, piece.last_line)]
    lines = [line for line in ends if line is not None]
    unit = "paragraph" if source.format == "word" else "line"
    return f"in {f'{_range(unit, min(lines), max(lines))} of ' if lines else ''}{source.name}"


def _left_out(quote: Quote, source: Source) -> str:
    """What the paper has between the pieces, markup and single signs apart."""
    gaps = [
        re.sub(r"<[^<>]*>", "", source.text[quote.pieces[at - 1].end : quote.pieces[at].start])
        for at in range(1, len(quote.pieces))
    ]
    shown = " … ".join(" ".join(gap.split()) for gap in gaps if re.search(r"\w", gap))
    cut = shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]} …"
    return f"; it leaves out what stands between its parts: “{cut}”" if cut else ""


def _original(
    source: Source, quotes: Sequence[Quote], pack: Path, papers: Path | None
) -> Iterator[Finding]:
    """Whether a paper's own file is the one that was read, and holds the quotes if it is text."""
    parts = tuple(source.name.split("/"))
    alike = [path for path in _paths_in(papers) if path.name == parts[-1]] if papers else []
    given = [pack / source.original] if source.original else []
    same = [path for path in (*given, *alike) if _digest(path) == source.digest]
    other = [*given, *(path for path in alike if path.parts[-len(parts) :] == parts)]
    if same:
        yield Finding(RIGHT, f"{same[0]} is the file that was read as {source.name}")
    elif other:
        yield Finding(WRONG, f"{other[0]} is not the file that was read as {source.name}")
    else:
        yield Finding(UNCHECKED, f"{source.name}: the paper itself is not here to be compared")
    for quote in quotes if same and source.format == "text" else ():
        paper = same[0].read_bytes()
        where = f"{_place(quote, source)} in the paper itself"
        if all(_is_in(piece, source, paper) for piece in quote.pieces):
            yield Finding(RIGHT, f"{quote.name} stands {where}")
        else:
            yield Finding(WRONG, f"{quote.name} does not stand {where}")


def _is_in(piece: Piece, source: Source, paper: bytes) -> bool:
    """Whether the lines of a text file hold a piece, in one of the ways in which it can be read."""
    words = _bare(source.text[piece.start : piece.end])
    for encoding in _encodings(paper):
        text = paper.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
        lines = "\n".join(text.split("\n")[(piece.first_line or 1) - 1 : piece.last_line])
        posted = quopri.decodestring(lines.encode("utf-8", "replace")).decode("utf-8", "replace")
        if words in _bare(lines) or words in _bare(posted):
            return True
    return False


def _encodings(paper: bytes) -> Sequence[str]:
    if paper.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return ("utf-32",)
    return ("utf-16",) if paper.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8", "cp1252")


def _paths_in(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in order."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield Path(place, name)


def _is_hidden(name: str) -> bool:
    """Whether a file was left by the system that unpacked the pack."""
    return any(part.startswith((".", "__")) for part in name.split("/"))


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _bare(text: str) -> str:
    return SPACES.sub("", text)


def _range(unit: str, first: int, last: int) -> str:
    return f"{unit} {first}" if last == first else f"{unit}s {first}–{last}"


def _make_printable() -> None:
    """Signs that a screen cannot show must not stop the check."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
