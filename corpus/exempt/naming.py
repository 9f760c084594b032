"""Names of files and folders that say of what they hold that it is not for the public."""

import re
from pathlib import PurePosixPath

from corpus.exempt.markings import CLOSED, CONFIDENCE, HELD, UNPUBLISHED, is_denied, word_of

_SAID = rf"(?:{UNPUBLISHED}|private and confidential|exempt|confidential|restricted|{CONFIDENCE})"
_PAPER = (
    r"(?:reports?|papers?|appendi(?:x|ces)|annexe?s?|annexures?|minutes?|agenda|items?|documents?"
    r"|information|addend(?:um|a)|supplements?|pack|enclosures?|version|copy)"
)
_FOLDER = re.compile(
    rf"(?:(?:strictly|private and) )?(?:{CLOSED}|{UNPUBLISHED}|{HELD})"
    rf"(?: (?:and|{CLOSED}|{UNPUBLISHED}|session|meetings?|files?|business|{_PAPER}))*",
    re.I,
)
_AT_AN_END = re.compile(rf"(?:.*[^\w]|){_SAID}(?:\W+\d{{1,3}})?|{_SAID}\s+[-–—:]\s.+", re.I)
_BRACKETED = re.compile(rf"[(\[][^()\[\]]*\b(?:{_SAID}|part ii)\b[^()\[\]]*[)\]]", re.I)
_OF_A_PAPER = re.compile(
    rf"(?<!\bof )(?<!\bon )(?<!about )(?<!\bfor )\b(?:{CLOSED} {_PAPER}|part ii {_PAPER}"
    r"|part 2 (?:minutes|agenda|exempt|private|confidential))\b",
    re.I,
)
_ENDS_IN_PART = re.compile(r".*\bpart (?:ii|2)", re.I)
_OF_A_MEETING = re.compile(
    r"\b(?:report|minutes|agenda|appendix|cabinet|committee|council|board|executive|panel)\b", re.I
)
_PLAN = re.compile(r"\b(?:plan|strategy|constitution|act|policy|statement)\b", re.I)

_REDACTED = re.compile(r"\bredacted\b|\bpublic version\b", re.I)


def closed_by_name(source: str, folder: str = "") -> str | None:
    """The word by which a file's name, or that of a folder it lies in, closes it; or None.

    ``folder`` is the name of the folder that was added. A word of a title is no marking:
    "Exempt accommodation.pdf" is open, "Appendix B (exempt).pdf" is not.
    """
    path = PurePosixPath(source)
    for name in (folder, *path.parts[:-1]):
        spaced = _spaced(name.removesuffix(".zip"))
        if _FOLDER.fullmatch(spaced) or (name.endswith(".zip") and _is_closed(spaced)):
            return word_of(spaced)
    stem = _spaced(path.stem)
    return word_of(stem) if _is_closed(stem) else None


def _is_closed(stem: str) -> bool:
    """Whether the name of a file, without its suffix, is marked."""
    if is_denied(stem) or _REDACTED.search(stem):
        return False
    if _AT_AN_END.fullmatch(stem) or _BRACKETED.search(stem) or _OF_A_PAPER.search(stem):
        return True
    part = _ENDS_IN_PART.fullmatch(stem) and _OF_A_MEETING.search(stem)
    return bool(part) and not _PLAN.search(stem)


def _spaced(name: str) -> str:
    """A name with blanks between its words."""
    spaced = re.sub(r"_|%20|\+", " ", name)
    if " " not in spaced:
        spaced = spaced.replace("-", " ")
    return " ".join(spaced.split())
