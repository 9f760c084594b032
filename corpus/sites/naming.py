"""Names of files that say what is in them and are safe on every computer."""

import re
import unicodedata
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

LONGEST = 80
"""Characters of a name: the whole path must stay below 260."""
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:pdf|docx?|html?|txt|rtf|odt)$", re.IGNORECASE)


def safe_name(text: str) -> str:
    """``text`` as the name of a file or folder; "paper" if nothing of it can stand there."""
    name = unicodedata.normalize("NFC", _UNSAFE.sub(" ", _SUFFIX.sub("", text.strip())))
    name = " ".join(name.split())[:LONGEST].strip(" .~")
    return f"{name} paper" if _RESERVED.match(name) else name or "paper"


def path_of(body: str, held_on: date, title: str, suffix: str) -> str:
    """Such as "Cabinet/2024-03-19/Agenda.pdf", with forward slashes."""
    return f"{safe_name(body)}/{held_on.isoformat()}/{safe_name(title)}{suffix}"


def free_path(path: str, key: str, taken: set[str]) -> str:
    """``path``, or with ``key`` behind the name if it is taken; case makes no difference.

    ``taken`` holds paths in lower case.
    """
    stem, _, suffix = path.rpartition(".")
    tried = (path, f"{stem} ({safe_name(key)}).{suffix}")
    return next((each for each in tried if each.casefold() not in taken), tried[-1])


def suffix_of(beginning: bytes, address: str) -> str | None:
    """The suffix of a file that begins so; None for what is no paper that can be read.

    Word documents and spreadsheets begin alike: the address tells them apart.
    """
    start = beginning.lstrip(b"\xef\xbb\xbf \t\r\n")
    told = PurePosixPath(urlsplit(address).path).suffix.casefold()
    for sign, suffix in _SIGNS.items():
        if start.startswith(sign):
            if suffix not in (".docx", ".doc"):
                return suffix
            return None if told in _NOT_WORD else told if told in _ZIPPED_TOO else suffix
    return None


_SIGNS = {
    b"%PDF-": ".pdf",
    b"PK\x03\x04": ".docx",
    b"\xd0\xcf\x11\xe0": ".doc",
    b"{\\rtf": ".rtf",
}
_ZIPPED_TOO = frozenset({".odt", ".docm"})
_NOT_WORD = frozenset({".xlsx", ".xls", ".xlsm", ".pptx", ".ppt", ".zip", ".msg", ".ods", ".odp"})
