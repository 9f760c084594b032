"""The pieces of a list of people, before they are read as names and roles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.people.personal_names import TITLE, is_role, name_end

_AND = re.compile(r"\s+(?:and|&|a|ac|a['’]r)\s+|[,;\n\t]")


@dataclass(frozen=True, slots=True)
class ListPart:
    """A piece of a list and the character that parts it from the one before."""

    start: int
    end: int
    before: str


def list_parts(text: str) -> Iterator[ListPart]:
    """The pieces of a list that stand outside brackets."""
    depth, start, before = 0, 0, ""
    at = 0
    titles = {match.start(): match.end() for match in TITLE.finditer(text)}
    while at < len(text):
        if text[at] == "(" and ")" in text[at:]:
            depth += 1
        elif text[at] == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and (match := _AND.match(text, at)):
            yield ListPart(start, at, before)
            before = match[0].strip(" ") or match[0]
            before = before if before in {",", ";", "\n", "\t"} else "and"
            start = at = match.end()
            continue
        if at in titles:
            if depth == 0 and at > start and _begins_anew(text, start, at, titles[at]):
                yield ListPart(start, at, before)
                start, before = at, "\n"
            at = titles[at]
            continue
        at += 1
    yield ListPart(start, len(text), before)


def _begins_anew(text: str, start: int, at: int, name_start: int) -> bool:
    """Whether a title begins another line that was joined to the one before it."""
    words = text[start:at].split()
    if not words or name_end(text, name_start, titled=True) is None:
        return False
    last = words[-1].strip("(")
    return last.endswith(")") or (last[:1].isupper() and not is_role(last) and len(words) > 1)
