"""The references of sites, applications, decisions and minutes: "AB/12/007", "24/00093"."""

import re

CODE = re.compile(r"(?<![\w/-])[A-Z0-9]+(?:[/-][A-Z0-9]+){1,4}(?![\w/-])", re.I)
"""Letters and figures between strokes."""
FILED = re.compile(r"(?!(?:19|20)\d\d/(?:19|20)\d\d$)\d{2,4}/\d{4,6}")
"""A number under which a year's decisions or applications are filed: "24/00093"."""
LONG_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)\d{3,}")
"""A part that no year, age or stage is: "post-2020" and "under-16s" are no references."""
LONGEST_LETTERS = 4


def references_in(asked: str) -> list[str]:
    """The references in ``asked``: in parts, one of letters and one a long number, or filed."""
    found = (match[0] for match in CODE.finditer(asked))
    return [code for code in found if _is_reference(code)]


def _is_reference(code: str) -> bool:
    parts = re.split("[/-]", code)
    of_letters = any(part.isalpha() and len(part) <= LONGEST_LETTERS for part in parts)
    filed = bool(FILED.match(code))
    return filed or (of_letters and any(map(LONG_NUMBER.fullmatch, parts)))
