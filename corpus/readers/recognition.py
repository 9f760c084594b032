"""Text recognition: the words of a scanned page, and how sure it is of each (Tesseract)."""

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Page

Picture = NDArray[Any]
"""A grey picture of a page: 8-bit pixels of shape (height, width), 255 is white."""

OFF = "none"
"""The language that switches recognition off."""
SECONDS_A_PAGE = 120
"""How long one page may take: some twenty times what a full page of small type needs."""
HOPELESS = 40
"""Per cent. What is less sure is noise, not words: handwriting, maps, photographs."""

_NOT_TRIED = "it is an image and was not read: "
_DOUBTFUL = 70  # per cent; under it the page may lie on its side
_LANGUAGE = re.compile(r"[A-Za-z]\w*(?:/\w+)?(?:\+[A-Za-z]\w*(?:/\w+)?)*")
_TURN = re.compile(r"^Rotate: (\d+)", re.MULTILINE)


class RecognisedWord(NamedTuple):
    """A word of a picture. Pixels from its top left; ``confidence`` in per cent.

    ``block`` and ``line`` are counted in the order of reading.
    """

    text: str
    block: int
    line: int
    left: int
    top: int
    right: int
    bottom: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of a page; ``size`` is the width and height of the picture, as it was turned."""

    words: tuple[RecognisedWord, ...]
    size: tuple[int, int]

    @property
    def confidence(self) -> int:
        """How sure recognition was of the words, in per cent, the long ones counting more."""
        letters = sum(len(word.text) for word in self.words)
        sure = sum(word.confidence * len(word.text) for word in self.words)
        return round(sure / letters) if letters else 0

    @property
    def is_on_its_side(self) -> bool:
        """Whether most words run up or down the picture, as far as their shapes tell."""
        long = [word for word in self.words if len(word.text) > 3]
        upright = sum(word.right - word.left > word.bottom - word.top for word in long)
        return bool(long) and 2 * upright < len(long)


def _nobody(number: int, pages: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """How scans are to be read.

    ``language`` is one that Tesseract has data for ("eng", "eng+cym"), or "none" to leave
    scans unread. ``on_page`` is told the number of a page before it is read, and how many
    pages its file has.
    """

    language: str = "eng"
    on_page: Callable[[int, int], None] = _nobody

    def lacking(self) -> str | None:
        """Why no scan can be read now; None where it can."""
        if self.language == OFF:
            return "text recognition is switched off"
        if shutil.which("tesseract") is None:
            return "Tesseract is not installed"
        held = set(_tesseract(["--list-langs"], b"").split()[1:])
        wanted = self.language.split("+")
        missing = [each for each in wanted if not _LANGUAGE.fullmatch(each) or each not in held]
        if missing:
            return f"Tesseract has no data for the language {', '.join(missing)}"
        return None

    def can_mend(self, pages: Sequence[Page]) -> bool:
        """Whether some of ``pages`` were not read for want of what is there now."""
        return any((page.problem or "").startswith(_NOT_TRIED) for page in pages) and (
            self.lacking() is None
        )

    def words_of(self, picture: Picture, dots: int) -> Recognised:
        """The words of a page with ``dots`` to the inch, turned upright where it lies on a side.

        Raises RecognitionError.
        """
        found = self._words(picture, dots)
        if found.confidence >= _DOUBTFUL and not found.is_on_its_side:
            return found
        turns = _quarter_turns(picture, dots)
        if not turns:
            return found
        turned = self._words(np.rot90(picture, turns), dots)
        return max(found, turned, key=lambda each: (not each.is_on_its_side, each.confidence))

    def _words(self, picture: Picture, dots: int) -> Recognised:
        options = ["-l", self.language, "--psm", "3", "tsv"]
        table = _tesseract(["-", "-", "--dpi", str(dots), *options], _portable(picture))
        height, width = picture.shape
        return Recognised(tuple(_words_in(table)), (width, height))


AS_INSTALLED = Recognition()
"""In English, if Tesseract is installed."""


def untried(lacking: str) -> str:
    """The problem of a page that was not read because of what was ``lacking``."""
    return f"{_NOT_TRIED}{lacking}"


class RecognitionError(Exception):
    """A page cannot be recognised; the message says why, as the problem of the page."""


def _words_in(table: str) -> Iterator[RecognisedWord]:
    """The words of Tesseract's table, in the order of reading; those of blanks are left out."""
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    place, number = ("", "", ""), 0
    for row in rows:
        text = (row["text"] or "").strip()
        if row["level"] != "5" or not text:
            continue
        here = (row["block_num"], row["par_num"], row["line_num"])
        number += here != place
        place = here
        left, top = int(row["left"]), int(row["top"])
        right, bottom = left + int(row["width"]), top + int(row["height"])
        sure = max(0.0, float(row["conf"]))
        yield RecognisedWord(text, int(here[0]), number, left, top, right, bottom, sure)


def _quarter_turns(picture: Picture, dots: int) -> int:
    """Quarter turns to the left that set the page upright; 0 where nothing tells."""
    try:
        told = _tesseract(["-", "-", "--dpi", str(dots), "--psm", "0"], _portable(picture))
    except RecognitionError:  # too few letters to tell, or no data for it
        return 0
    degrees = _TURN.search(told)
    return -int(degrees[1]) // 90 % 4 if degrees else 0


def _portable(picture: Picture) -> bytes:
    """The picture as a file that needs no library to write (PGM)."""
    height, width = picture.shape
    return b"P5 %d %d 255\n" % (width, height) + np.ascontiguousarray(picture).tobytes()


def _tesseract(options: Sequence[str], given: bytes) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise RecognitionError(untried("Tesseract is not installed"))
    try:
        done = subprocess.run(
            [program, *options],
            input=given,
            capture_output=True,
            timeout=SECONDS_A_PAGE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RecognitionError(
            f"it is a scan that was not recognised within {SECONDS_A_PAGE} seconds"
        ) from error
    except OSError as error:
        raise RecognitionError(untried(f"Tesseract does not run ({error})")) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        last = said[-1] if said else f"status {done.returncode}"
        raise RecognitionError(f"it is a scan on which Tesseract failed ({last[:200]})")
    return done.stdout.decode(errors="replace")
