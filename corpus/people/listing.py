"""People in lists as papers print them: titles, names, roles, in lines, cells or a row."""

import re
from dataclasses import replace

from corpus.papers import Person
from corpus.people.list_parts import ListPart, list_parts
from corpus.people.naming import (
    BRACKETS,
    NO_ROLE,
    REPLACES,
    REPLACING,
    FoundPerson,
    people_at,
    tidy,
)
from corpus.people.personal_names import (
    POST_NOMINALS,
    TITLE,
    is_of_a_role,
    is_post,
    is_role,
    name_end,
    singular,
)

MAX_ROLE = 160
DASH = re.compile(r"\s+[-–—]+\s*|\s*[–—]\s*|\s*:\s+|\s*-\s+")
IN_THE_CHAIR = re.compile(r",?\s+(?P<role>in the chair)\b", re.I)
_NAME_IN_BRACKETS = re.compile(r"(?P<role>[^()]{3,110})\((?P<name>[^()]{3,60})\)")


def people_in(text: str, spread: str | None = None) -> list[FoundPerson]:
    """The people of a list, in order: separated by commas, "and", tabs or lines.

    "Councillors" stands before all the names that follow it, as does ``spread``.
    Roles stand in brackets, after a dash, a comma or a tab, or before the name.
    """
    return _Listing(text, spread).read()


class _Listing:
    """A list as far as it was read: who was found, and what still waits for its person."""

    def __init__(self, text: str, spread: str | None) -> None:
        self._text = text
        self._found: list[FoundPerson] = []
        self._spread = spread
        self._pending: int | None = None
        self._takes_role = False
        self._role_start: int | None = None

    def read(self) -> list[FoundPerson]:
        for part in list_parts(self._text):
            if part.before in (";", "\n"):
                self._pending = None
                self._role_start = None
                self._takes_role = self._takes_role and part.before == "\n"
            self._read_part(part)
        return self._found

    def _read_part(self, part: ListPart) -> None:
        start = self._after_label(part)
        if start is None:
            start = self._skip(part.start, part.end)
        count = len(self._found)
        at = start
        while at < part.end and (named := self._person(part, at)):
            at = named
        if len(self._found) == count:
            self._without_person(part)
        elif self._role_start is None and is_of_a_role(self._text[at : part.end]):
            self._pending = at

    def _skip(self, start: int, end: int) -> int:
        match = re.match(r"(?:[\s•*▪●-]|\d{1,2}[.)]\s|\band\s|&\s)*", self._text[start:end])
        return start + (match.end() if match else 0)

    def _after_label(self, part: ListPart) -> int | None:
        """Where a part goes on after "Clerk:" or "Councillors:-", or None."""
        colon = re.match(r"[^:()]{2,90}:[\s–-]*", self._text[part.start : part.end])
        if colon is None:
            return None
        first = part.start if self._pending is None else self._pending
        label = self._text[first : part.start + colon.end()].strip(" :-–\t\n")
        title = TITLE.fullmatch(label + " ")
        if title is None and people_at(label, 0):
            return None
        self._pending = self._role_start = None
        self._takes_role = False
        self._spread = singular(title["title"])[0] if title else None
        if title is None and is_role(label) and not re.search(r"members\b|officers\b|s$", label):
            self._pending = first
        return part.start + colon.end()

    def _person(self, part: ListPart, at: int) -> int | None:
        """Read one more person of a part from ``at``; where the reading stopped, or None."""
        text = self._text[: part.end]
        match = TITLE.search(text, at)
        if match and name_end(text, match.end(), titled=True) is None:
            colon = re.compile(r"[:\s-]*").match(text, match.end())
            title, plural = singular(match["title"])
            if not plural or colon is None:
                return match.end()
            self._spread = title
            return colon.end() if colon.end() > at else None
        bare = self._bare_name(part, at)
        if bare and (match is None or bare[0] < match.start()):
            spread = self._spread if self._pending is None else None
            return self._take(part, bare[0], bare[0], bare[1], spread)
        if match is None:
            return None
        title, plural = singular(match["title"])
        end = name_end(text, match.end(), titled=True)
        if end is None:
            return None
        if plural:
            self._spread = title
        elif part.before in (";", "\n") and self._spread:
            self._spread = None
        if self._found and REPLACES.search(text[max(at, self._found[-1].end) : match.start()]):
            title_start = match.start()
            return self._take(part, title_start, match.end(), end, title)
        self._role_ahead(part, at, match.start())
        return self._take(part, match.start(), match.end(), end, title)

    def _bare_name(self, part: ListPart, at: int) -> tuple[int, int] | None:
        """A name without a title at ``at`` or after words of a role: "Clerk J Example"."""
        text = self._text[: part.end]
        here = self._skip(at, part.end)
        end = name_end(text, here, titled=self._spread is not None)
        if end is not None and self._closes(text, end) and not self._is_acronym(here, end):
            return here, end
        if match := _NAME_IN_BRACKETS.match(text, here):
            end = name_end(text, match.start("name"), titled=False)
            if end == match.end("name") and is_post(tidy(match["role"])):
                self._role_ahead(part, here, match.start("name"))
                return match.start("name"), end
        words = re.compile(r"(?:[\w'’/-]+\s+)+?(?=[A-Z])")
        match = words.match(text, here)
        while match and is_role(match[0]):
            end = name_end(text, match.end(), titled=False)
            if end is not None and self._closes(text, end):
                self._role_ahead(part, here, match.end())
                return match.end(), end
            following = words.match(text, match.end())
            match = (
                re.compile(re.escape(match[0] + following[0])).match(text, here)
                if following
                else None
            )
        return None

    def _is_acronym(self, start: int, end: int) -> bool:
        """Whether a word in capitals stands among names that are not."""
        word = self._text[start:end]
        return (
            word.isupper()
            and word.isalpha()
            and not self._text.isupper()
            and (not self._found or not self._found[-1].person.name.isupper())
        )

    def _closes(self, text: str, end: int) -> bool:
        """Whether a name without a title ends where a name may end."""
        rest = text[end:]
        if (match := BRACKETS.match(rest)) and TITLE.match(match["role"]):
            return False
        if not rest.strip(" .)*") or match or DASH.match(rest):
            return True
        if POST_NOMINALS.match(rest) or IN_THE_CHAIR.match(rest):
            return True
        following = rest.split()[0]
        return (
            is_role(following)
            or TITLE.match(rest.lstrip()) is not None
            or bool(REPLACES.match(rest.lstrip()))
        )

    def _role_ahead(self, part: ListPart, at: int, start: int) -> None:
        """Remember the words before a name as its role, if they are one."""
        first = at if self._pending is None else self._pending
        ahead = self._text[first:start].strip(" ,:(-–\t\n")
        fits = is_post(tidy(ahead)) and not self._takes_part(first) and not people_at(ahead, 0)
        self._pending = first if fits else None

    def _takes_part(self, first: int) -> bool:
        return bool(self._found) and first < self._found[-1].end

    def _take(
        self, part: ListPart, start: int, name_start: int, end: int, title: str | None
    ) -> int:
        """Add a person with the role beside its name; where the reading stopped."""
        role, stop = None, end
        first = start
        if self._pending is not None:
            role = tidy(self._text[self._pending : start]) or None
            first = self._text.find(role, self._pending) if role else start
        name = self._text[name_start:end]
        after = POST_NOMINALS.match(self._text[: part.end], end)
        if after:
            stop = after.end()
        after_role, stop, is_open = _role_after(self._text[: part.end], stop)
        self._pending = None
        is_in_brackets = self._text[stop : stop + 1] == ")"
        self._takes_role = role is None and after_role is None and not is_in_brackets
        self._role_start = stop - len(after_role) if after_role and is_open else None
        if is_in_brackets:
            self._spread = None
        if role and is_in_brackets:
            stop += 1
        self._found.append(FoundPerson(Person(name, title, role or after_role), first, stop))
        return stop

    def _without_person(self, part: ListPart) -> None:
        """A part that names no one goes on with a role, begins one, or waits for its person."""
        text = self._text[part.start : part.end]
        if not text.strip():
            return
        last = self._found[-1] if self._found else None
        if last and POST_NOMINALS.fullmatch(" " + text.strip()):
            self._found[-1] = replace(last, end=part.start + len(text.rstrip()))
        elif last and self._role_start is not None and part.before in (",", "and"):
            self._extend(last, self._role_start, part)
        elif last and self._takes_role and self._may_be_role(part) and self._pending is None:
            self._role_start = part.start + len(text) - len(text.lstrip())
            self._extend(last, self._role_start, part)
            self._takes_role = False
        elif self._pending is None:
            self._pending = part.start

    def _may_be_role(self, part: ListPart) -> bool:
        text = self._text[part.start : part.end].strip()
        return part.before != "and" and is_of_a_role(text) and not text.startswith("and ")

    def _extend(self, last: FoundPerson, start: int, part: ListPart) -> None:
        role = self._text[start : part.end].strip(" .,\t\n")
        if len(role) > MAX_ROLE:
            return
        person = replace(last.person, role=role)
        self._found[-1] = replace(last, person=person, end=start + len(role))


def _role_after(text: str, end: int) -> tuple[str | None, int, bool]:
    """The role that follows a name, where it ends, and whether it may go on after a comma."""
    rest = text[end:]
    if match := IN_THE_CHAIR.match(rest):
        return match["role"], end + match.end(), False
    if match := BRACKETS.match(rest):
        role = match["role"].strip()
        is_role_of = role and not NO_ROLE.fullmatch(role) and match[0].endswith(")")
        return (role if is_role_of else None), end + match.end(), False
    if (match := DASH.match(rest)) and (role := rest[match.end() :].strip(" .,")):
        if TITLE.match(role) or NO_ROLE.fullmatch(role) or len(role) > MAX_ROLE:
            return None, end, False
        return role, end + match.end() + len(role), True
    stripped = rest.lstrip()
    match = re.match(rf"(?:as (?:a |the )?)?{REPLACING}", stripped, re.I)
    if match and not re.search(r"\bby\b", stripped):
        role = stripped.strip(" .")
        return role, end + rest.find(role) + len(role), False
    return None, end, False
