"""The address of a meeting: words that name it in a link, the same whenever it is read."""

import re
import unicodedata
from hashlib import sha256

from corpus.papers import Meeting

_UNKNOWN = ("council-not-stated", "body-not-stated", "date-not-stated")
_DIGITS = 8
"""Of a digest: enough to tell the papers of one library apart."""


def address_of(meeting: Meeting, paper_id: str = "") -> str:
    """Such as "tarnbrook-council/cabinet/2024-03-12".

    ``paper_id`` is that of a paper by which a meeting is known whose body or date no paper
    states; its digest ends the address, so that no two such meetings share one.
    """
    day = meeting.held_on.isoformat() if meeting.held_on else ""
    named = (_slug(meeting.council or ""), _slug(meeting.body or ""), day)
    address = "/".join(part or unknown for part, unknown in zip(named, _UNKNOWN, strict=True))
    return f"{address}-{_digest(paper_id)}" if paper_id else address


def _slug(name: str) -> str:
    """The name in small letters and hyphens, "&" written out as "and"."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and "))
    ascii_only = plain.encode("ascii", "ignore").decode().casefold().replace("'", "")
    words = re.findall(r"[a-z0-9]+", ascii_only)
    return "-".join(words) if words or not name else _digest(name)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGITS]
