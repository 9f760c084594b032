"""How many quotes are found on the printed page of their PDF, and whether at the right words."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import islice
from pathlib import Path

from assistant.evidence.quoting import Quotable, place_in, quotables
from corpus.documents import Document
from corpus.errors import UnreadableFileError
from corpus.locating import letters_of, located
from corpus.readers import read
from corpus.readers.pdf_pages import Box, PrintedWord, words_on
from corpus.structure import structure_of

FILES = 12
"""The most files of a folder that are looked at, the first by name."""
QUOTES = 200
"""The most quotes of a file, evenly from its beginning to its end."""
TARGET = 0.99
"""The share of quotes that should be found."""

Lines = Sequence[Sequence[PrintedWord]]


@dataclass(frozen=True, slots=True)
class Placed:
    """Quotes: how many, how many of them were found, and word for word.

    ``right`` are those whose letters are those of the words that lie in the marked boxes.
    """

    quotes: int = 0
    found: int = 0
    exact: int = 0
    right: int = 0

    def __add__(self, other: "Placed") -> "Placed":
        return Placed(*map(sum, zip(astuple(self), astuple(other), strict=True)))


def locating_tables(folders: Mapping[str, Path]) -> Iterator[str]:
    """The figures by folder, as Markdown; a folder that is not there is left out."""
    yield f"## Quotes on their printed page (target {TARGET})"
    yield ""
    yield "| | PDFs | quotes | found | of these exact | marked words are the quote's |"
    yield "|---" * 6 + "|"
    for name, folder in folders.items():
        if not folder.exists():
            yield f"| {name}: not there | – | – | – | – | – |"
            continue
        each = list(islice(filter(None, map(_file, sorted(folder.glob("*.pdf")))), FILES))
        told = sum(each, Placed())
        yield (
            f"| {name} | {len(each)} | {told.quotes} | {_share(told.found, told.quotes)} | "
            f"{_share(told.exact, told.found)} | {_share(told.right, told.found)} |"
        )
    yield ""


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _file(path: Path) -> Placed | None:
    """The quotes of one PDF; None if it cannot be read."""
    try:
        document = read(path, path.name)
    except UnreadableFileError:
        return None
    every = [part for passage in structure_of(document).passages for part in quotables(passage)]
    quotes = [part for part in every if letters_of(part.text)]
    chosen = islice(quotes, 0, None, len(quotes) // QUOTES + 1)
    lines: dict[int, Lines] = {}
    return sum((_placed(path, document, part, lines) for part in chosen), Placed())


def _placed(path: Path, document: Document, part: Quotable, lines: dict[int, Lines]) -> Placed:
    """One quote; ``lines`` keeps those of the pages that were looked at."""
    span = place_in(document, part)
    first = span.page or 1
    numbers = range(first, (span.page_end or first) + 1)
    for number in set(numbers) - set(lines):
        lines[number] = words_on(path, path.name, number)
    places = {n: located(document, lines[n], part.text, span, n) for n in numbers}
    found = {number: place for number, place in places.items() if place}
    marked = "".join(_in_boxes(lines[number], place.boxes) for number, place in found.items())
    return Placed(
        quotes=1,
        found=bool(found),
        exact=bool(found) and all(place.is_exact for place in found.values()),
        right=bool(found) and letters_of(part.text) == letters_of(marked),
    )


def _in_boxes(lines: Lines, boxes: Sequence[Box]) -> str:
    """The words of a page whose middle lies in one of the boxes."""
    return " ".join(
        word.text for line in lines for word in line if any(_is_in(word.box, box) for box in boxes)
    )


def _is_in(word: Box, box: Box) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box.left <= across <= box.right and box.top <= down <= box.bottom


def main(arguments: Sequence[str]) -> None:
    """Print the table for folders of PDFs."""
    print("\n".join(locating_tables({path: Path(path) for path in arguments})))


if __name__ == "__main__":
    main(sys.argv[1:])
