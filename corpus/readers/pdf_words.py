"""The words of a PDF page, each with its box and its type, as pdfium finds them."""

import ctypes
import math
import re
from collections import Counter
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from corpus.readers.pdf_rules import Rules, rules_of

LINE_END_HYPHEN = "\ufffe"
"""What pdfium puts for a hyphen at the end of a line (U+0002 in its other calls)."""

_WORD = re.compile(f"[^\\s\x00{LINE_END_HYPHEN}\x02]+[{LINE_END_HYPHEN}\x02]?")
_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\u25cf\u25aa", "•"))
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_EM_PER_BOX = 0.87  # pdfium's loose boxes span a font's ascent and descent: about 1.15 em
_SMALLER = 0.8  # footnote marks are set at about two thirds of the size around them
_ASLANT = 0.15  # radians; a scan put in askew is off by less
_FORCE_BOLD = 1 << 18  # PDF 32000-1, table 123


class Word(NamedTuple):
    """A word as printed. Points, measured from the bottom left of the page as it is read.

    ``size`` is the height of an em; ``at`` the number of its first character on the page.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    at: int


class PageText:
    """The text of one page. pdfium holds it until ``close``."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._text = page.get_textpage()
        self._frame = page.get_bbox()
        self._box = raw.FS_RECTF()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._quarter_turns = 0

    def close(self) -> None:
        self._text.close()

    @property
    def extent(self) -> tuple[float, float]:
        """The foot and the head of the page, as ``words`` measures it."""
        left, bottom, right, top = self._frame
        return ((bottom, top), (left, right), (-top, -bottom), (-right, -left))[self._quarter_turns]

    def words(self) -> list[Word]:
        """The words in the order in which the page draws them; empty for a scan."""
        characters = self._characters()
        found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(characters)]
        self._quarter_turns = self._turns([start for _, start, _ in found])
        words: list[Word] = []
        for text, start, end in found:
            word = self._word(text, start, end)
            if words and _is_mark(word, words[-1]):
                marked = words[-1].text + word.text.translate(_SUPERSCRIPTS)
                words[-1] = words[-1]._replace(text=marked, right=word.right)
            else:
                words.append(word)
        return words

    def aslant(self) -> str:
        """The words that are set aslant, as a watermark is, in the order of drawing."""
        found = _WORD.finditer(self._characters())
        return " ".join(match.group() for match in found if self._is_aslant(match.start()))

    def rules(self) -> Rules:
        """The ruled lines, measured as the words are (after ``words``)."""
        return rules_of(self._page).turned(self._quarter_turns)

    def is_bold(self, word: Word) -> bool:
        raw.FPDFText_GetFontInfo(self._text, word.at, self._name, 128, self._flags)
        name = self._name.value.lower()
        return b"bold" in name or b"black" in name or bool(self._flags.value & _FORCE_BOLD)

    def on_page(self, word: Word) -> tuple[float, float, float, float]:
        """The left, bottom, right and top of a word as the file measures its page."""
        left, right, bottom, top = word[1:5]
        return (
            (left, bottom, right, top),
            (bottom, -right, top, -left),
            (-right, -top, -left, -bottom),
            (-top, left, -bottom, right),
        )[self._quarter_turns]

    def _is_aslant(self, at: int) -> bool:
        quarter = math.pi / 2
        off: float = raw.FPDFText_GetCharAngle(self._text, at) % quarter
        return _ASLANT < off < quarter - _ASLANT

    def _characters(self) -> str:
        count = self._text.count_chars()
        text: str = self._text.get_text_range()
        if len(text) == count:
            return text
        codes = (raw.FPDFText_GetUnicode(self._text, n) for n in range(count))
        return "".join(map(chr, codes))  # pdfium's two counts differ where it left some out

    def _turns(self, starts: list[int]) -> int:
        """By how many quarter turns most of the page's text is turned."""
        angles = (raw.FPDFText_GetCharAngle(self._text, at) for at in starts[::25])
        turns = Counter(round(angle / (math.pi / 2)) % 4 for angle in angles)
        return turns.most_common(1)[0][0] if turns else 0

    def _word(self, text: str, start: int, end: int) -> Word:
        text = text.replace("\x02", LINE_END_HYPHEN).translate(_BULLETS)
        left, bottom, right, top = first = self._place(start)
        height = top - bottom
        drawn = end - 1 if text[-1] != LINE_END_HYPHEN else end - 2
        if drawn > start:
            last = self._place(drawn)
            right = max(right, last[2])
            if last[3] - last[1] < height * _SMALLER and last[3] - top > -height / 4:
                text = self._with_marks(text, start, first)
        return Word(text, left, right, bottom, top, height * _EM_PER_BOX, start)

    def _with_marks(self, text: str, start: int, first: tuple[float, ...]) -> str:
        """Small raised digits at the end of a word become superscripts: 38¹, not 381."""
        _, bottom, _, top = first
        kept = len(text)
        while kept > 1 and text[kept - 1].isdigit():
            box = self._place(start + kept - 1)
            if box[3] - box[1] >= (top - bottom) * _SMALLER or box[1] <= bottom:
                break
            kept -= 1
        return text[:kept] + text[kept:].translate(_SUPERSCRIPTS)

    def _place(self, at: int) -> tuple[float, float, float, float]:
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._text, at, box)
        if self._quarter_turns == 0:
            return box.left, box.bottom, box.right, box.top
        if self._quarter_turns == 1:
            return -box.top, box.left, -box.bottom, box.right
        if self._quarter_turns == 2:
            return -box.right, -box.top, -box.left, -box.bottom
        return box.bottom, -box.right, box.top, -box.left


def _is_mark(word: Word, before: Word) -> bool:
    return (
        word.text.isdigit()
        and word.size < before.size * _SMALLER
        and before.bottom < word.bottom < before.top
        and -1 < word.left - before.right < before.size / 4
    )
