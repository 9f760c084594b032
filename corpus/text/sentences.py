"""Sentences of a text."""

import re
from collections.abc import Iterator

_ABBREVIATIONS = (  # noqa: SIM905 - words, not a list of quotes
    "mr mrs ms miss dr cllr cllrs cllr. clir clirs prof rev st no nos para paras sec art vol "
    "pp p fig approx e.g i.e eg ie etc vs inc ltd co hon esq ref tel ext min max dept ch cont "
    "c.f cf al cyng cynghorydd cynghorwyr parch"
).split()
_END = re.compile(
    r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[£]?[A-Z0-9(•-])"
    r"|(?<=[.!?])[\"'”’)\]]*\s+(?=[a-z]\))"
)
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_CLAUSE_NUMBER = re.compile(r"\W*\(?(?:\w{1,4}|\d+(?:\.\d+)*)[.)]")
_BEFORE = re.compile(r"([\w.]+)\.$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence of ``text``, in order."""
    start = 0
    for match in _END.finditer(text):
        before = text[start : match.start()]
        word = _BEFORE.search(before[-40:].rstrip("\"'”’)]"))
        if word and (word[1].casefold() in _ABBREVIATIONS or _INITIALS.fullmatch(word[1])):
            continue
        if _CLAUSE_NUMBER.fullmatch(before.strip()):
            continue
        end = match.start() + len(match[0].rstrip()) if match[0].strip() else match.start()
        if text[start:end].strip():
            yield start, end
        start = match.end()
    if text[start:].strip():
        yield start, len(text)
