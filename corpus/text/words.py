"""The words of a text, as they are searched for."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

STOP_WORDS = frozenset(
    "a about am an and any are as at be been being but by can could did do does for from had "  # noqa: SIM905
    "has have having he her him his how i if in into is it its me my of on or our shall she "
    "should so some such than that the their them then there these they this those to us was we "
    "were what when where which who whom whose why will with would you your".split()
)
"""Words too common to tell one passage from another. "may" is a month and stays."""

_PIECE = r"(?:\d+(?:\.\d+)+[^\W_]*|[^\W_]+)"
_COMPOUND = re.compile(rf"{_PIECE}(?:[-/]{_PIECE})*")
_APOSTROPHES, _HYPHENS = "’‘ʼ´`", "‐‑‒–—−"
_POSSESSIVE = re.compile(r"'s\b|'")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_MONTHS = {
    **{month[:3]: month for month in ("january", "february", "august", "september", "october")},
    **{"sept": "september", "nov": "november", "dec": "december", "apr": "april"},
}
"""Short forms that are no words of their own; "mar", "jun" and "jul" are left as they are."""
_stemmer = snowballstemmer.stemmer("english")


def words_of(text: str) -> list[str]:
    """The words of ``text`` in order: lower case, English stems, without stop words.

    Numbers are kept: "£214,000" gives "214000", "19th" gives "19". A compound gives itself
    and its parts: "co-opted" "coopt", "co", "opt"; "2012-13", like "2012/13", gives
    "2012/13", "2012", "13".
    """
    return [stem for compound in _COMPOUND.findall(_folded(text)) for stem in _stems_of(compound)]


def same_words(text: str) -> str:
    """``text`` without its case, white space and punctuation, to tell copies by."""
    return " ".join(re.findall(r"[^\W_]+", _folded(text)))


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    for apostrophe in _APOSTROPHES:  # ten times as fast as str.translate
        text = text.replace(apostrophe, "'")
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-")
    text = text.casefold()
    text = _POSSESSIVE.sub("", text)
    return _ORDINAL.sub("", _THOUSANDS.sub("", text))


def _with_parts(compound: str) -> list[str]:
    parts = re.split("[-/]", compound)
    if len(parts) == 1:
        return parts
    joint = "/" if any(part[0].isdigit() for part in parts) else ""
    return [joint.join(parts), *parts]


@lru_cache(maxsize=100_000)
def _stems_of(compound: str) -> tuple[str, ...]:
    """The stems of a compound and of its parts, without stop words."""
    words = (word for word in _with_parts(compound) if word not in STOP_WORDS)
    return tuple(stem for stem in map(_stem, words) if stem)


def _stem(word: str) -> str:
    return word if word[0].isdigit() else str(_stemmer.stemWord(_MONTHS.get(word, word)))
