"""Where quoted words stand on the printed page of a PDF.

A quote is taken from text that the reader cleaned: broken words made whole, cells between
tabs, running heads left out. So texts are compared by their letters alone, and the letters of
the text are followed in order over the page's lines: what the text does not hold is passed
over. Words that stand on a page twice are told apart by that.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from corpus.documents import Document, Span
from corpus.readers.pdf_pages import Box, PrintedWord

_FEWEST = 12
"""Letters. Fewer are not looked for on a page whose lines are not those of the text."""


@dataclass(frozen=True, slots=True)
class Located:
    """The place of a quote, or of its part on one page: a box for each run of words.

    ``words`` are those in the boxes as printed. ``is_exact`` says that the quote holds them
    word for word; else they have the same letters.
    """

    boxes: tuple[Box, ...]
    words: str
    is_exact: bool


def located(
    document: Document, lines: Sequence[Sequence[PrintedWord]], quote: str, span: Span, page: int
) -> Located | None:
    """Where ``quote``, which stands at ``span`` of ``document``, is printed on ``page``.

    ``lines`` are the printed lines of that page. None if the quote has no part there, or if
    its place is not certain.
    """
    places = _places(document, quote, span, page)
    words = [word for line in lines for word in line]
    if not places or not words:
        return None
    word_at = _followed(document, lines, page)
    if word_at is None:
        part = "".join(letters_of(document.text[place]) for place in dict.fromkeys(places))
        chosen = _only(words, part)
    else:
        chosen = sorted({word_at[place] for place in places})
    if not chosen:
        return None
    chosen = _with_signs(words, chosen)
    printed = " ".join(words[number].text for number in chosen)
    is_exact = printed in " ".join(quote.split())
    return Located(tuple(_boxes(words, chosen)), printed, is_exact)


def letters_of(text: str) -> str:
    """``text`` as it is compared: its letters, digits and signs of money.

    Spaces, hyphens, quotation marks and bars are what a reader changes.
    """
    return "".join(letter for letter, _ in _letters(text))


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """Each letter of ``text`` with the number of its character; a ligature has several."""
    for number, character in enumerate(text):
        for letter in unicodedata.normalize("NFKC", character):
            if letter.isalnum() or unicodedata.category(letter) == "Sc":
                yield letter, number


def _places(document: Document, quote: str, span: Span, page: int) -> list[int]:
    """The characters of the document on ``page`` that are letters of ``quote``.

    Between its beginning and its end may stand what it leaves out: a note in the margin, a
    footnote, cells of another row.
    """
    words = document.text[span.start : span.end]
    parts = [(match[0], span.start + match.start()) for match in re.finditer(r"[^\t\n]+", words)]
    kept = _kept([letters_of(text) for text, _ in parts], letters_of(quote))
    return [
        start + number
        for text, start in (parts[part] for part in kept or ())
        for _, number in _letters(text)
        if document.line_at(start + number).page == page
    ]


def _followed(
    document: Document, lines: Sequence[Sequence[PrintedWord]], page: int
) -> dict[int, int] | None:
    """By each letter's place in the document, if it is on ``page``, the number of its word.

    None if the page does not hold the document's lines: it was read otherwise, or is a scan.
    """
    read = [(line.text, at) for at, line in document.numbered() if line.page == page]
    places = [at + number for text, at in read for _, number in _letters(text)]
    kept = _kept(
        ["".join(letters_of(word.text) for word in line) for line in lines],
        "".join(letters_of(text) for text, _ in read),
    )
    if kept is None:
        return None
    firsts = [0, *accumulate(map(len, lines))]
    numbers = [
        firsts[each] + number
        for each in kept
        for number, word in enumerate(lines[each])
        for _ in letters_of(word.text)
    ]
    return dict(zip(places, numbers, strict=True))


def _only(words: Sequence[PrintedWord], part: str) -> list[int]:
    """The numbers of the words that have the letters of ``part``, if they stand there once."""
    letters = [letters_of(word.text) for word in words]
    page = "".join(letters)
    start = page.find(part)
    if start < 0 or len(part) < _FEWEST or page.find(part, start + 1) >= 0:
        return []
    starts = [0, *accumulate(map(len, letters))]
    end = start + len(part)
    if start not in starts or end not in starts:
        return []
    return [n for n, at in enumerate(starts[:-1]) if letters[n] and start <= at < end]


def _kept(pieces: Sequence[str], whole: str) -> list[int] | None:
    """The numbers of the ``pieces`` that make ``whole`` one after another; None if none do.

    Of two that are alike the one nearer to the middle is taken: at the head and the foot of a
    page stands what is repeated on every page.
    """
    rests = [{len(whole)}]
    for piece in reversed(pieces):
        rests.append(rests[-1] | {e - len(piece) for e in rests[-1] if whole.endswith(piece, 0, e)})
    rests.reverse()
    if 0 not in rests[0]:
        return None
    kept: list[int] = []
    at = 0
    for number, piece in enumerate(pieces):
        fits = whole.startswith(piece, at) and at + len(piece) in rests[number + 1]
        may_pass = at in rests[number + 1]
        if fits and not (may_pass and number < len(pieces) / 2):
            kept.append(number)
            at += len(piece)
    return kept


def _with_signs(words: Sequence[PrintedWord], chosen: Sequence[int]) -> list[int]:
    """The numbers ``chosen``, and those of words without a letter between two of them."""
    filled = [chosen[0]]
    for number in chosen[1:]:
        between = range(filled[-1] + 1, number)
        if not any(letters_of(words[each].text) for each in between):
            filled += between
        filled.append(number)
    return filled


def _boxes(words: Sequence[PrintedWord], chosen: Sequence[int]) -> Iterator[Box]:
    """A box for each run of the words whose numbers are ``chosen``, in ascending order."""
    numbered = enumerate(chosen)
    for _, run in groupby(numbered, lambda each: (words[each[1]].run, each[1] - each[0])):
        boxes = [words[number].box for _, number in run]
        yield Box(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )
