"""Who was there: present, in attendance, apologies, substitutes, absent, interests declared."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.papers import Capacity, Item
from corpus.people.listing import people_in
from corpus.people.naming import AppearanceText, FoundPerson, sentences_in
from corpus.people.personal_names import TITLE, is_of_a_role, singular
from corpus.people.told import STANDS_IN, excused, told
from corpus.text.blocks import Block, BlockKind

_LABEL_WORD = (
    r"(?:y|yn|y?n? gadair|presennol|bresennol|hefyd|aelodau|swyddogion|ymddiheuriadau?|am|gan"
    r"|absenoldeb|dirprwyon|absennol|also|in|the|of|and|or|at|by|for|as|to|from|with|who|were|was"
    r"|present|sederunt|attendance|attending|attendees|attended|apolog(?:y|ies)|absence|absent"
    r"|substitutes?|substitution|substitutions|members?|membership|councillors|cllrs|committee"
    r"|sub-committee|panel|cabinet|executive|board|council|officers?|officials|staff|public|press"
    r"|guests|visitors|observers|invitees|invited|invitation|remotely|virtually|online|person"
    r"|via|teams|zoom|others?|elected|co-opted|coopted|co-optees|voting|non-voting|non-members?"
    r"|independent|representatives|nominations|leave|non|not|chair(?:man|person|woman)?|advisers"
    r"|advisors|received"
    r"|given|submitted|accepted|tendered|inability|their|meeting|portfolio|holders?|ex-officio"
    r"|ex|officio|without|borough|county|town|parish|district|city|ward|all|room|during|part"
    r"|aldermen|speakers|senior|lay|additional|appointed|church|parent|governor|oireachtas|garda)"
)
LABEL = re.compile(
    rf"\W*(?P<label>{_LABEL_WORD}(?:[\s/&,()’'-]+{_LABEL_WORD})*)(?P<stop>\W*$|\)?\s*(?::[\s–—-]*"
    rf"|[–—-]+\s+|\t+\s*)"
    r"|\.\s+(?=[A-Z])|\s+(?=(?-i:Councillor|Cllr|Mr|Mrs|Ms|Dr|Alderm|Cyng)))",
    re.I,
)
"""A label of a list: "Present:-", "PRESENNOL / PRESENT", "Also in attendance:"."""
_LABEL_STARTS = re.compile(
    r"^|\n|(?<=[.)\w])\s+(?=[A-Z][A-Za-z /()-]{3,60}:)|(?<=;)\s+(?=[A-Za-z /()-]{4,60}:)"
)
_CAPACITIES = (
    (Capacity.APOLOGIES, r"apolog|ymddiheur"),
    (Capacity.ABSENT, r"\babsent|not present|non[- ]attendance|absennol"),
    (Capacity.SUBSTITUTE, r"substitut|dirprwy"),
    (
        Capacity.IN_ATTENDANCE,
        r"\balso\b|hefyd|other|swyddogion|officer|official|staff|guest|visitor",
    ),
    (Capacity.IN_ATTENDANCE, r"observer|invit|public|press|non-member|advis[eo]r|speakers"),
    (Capacity.PRESENT, r"(?:members?|councillors?|cllrs).*attend|\bpresent|presennol|bresennol"),
    (Capacity.PRESENT, r"sederunt|in the chair|gadair|^attendance"),
    (Capacity.IN_ATTENDANCE, r"attend"),
)
_GROUP = re.compile(
    r"member|councillor|cllrs|aldermen|representative|nomination|aelodau|co-opt", re.I
)
_TITLES = (
    (Capacity.APOLOGIES, r"apolog|ymddiheur"),
    (Capacity.DECLARED, r"\binterests?\b|buddiant|buddiannau|diddordeb|datgan"),
    (Capacity.SUBSTITUTE, r"substitut|dirprwy"),
    (
        Capacity.PRESENT,
        r"^\W*(?:members |those |councillors )?(?:present|attendance|sederunt|presennol"
        r"|yn bresennol|record of attendance|roll call)\b",
    ),
    (Capacity.IN_ATTENDANCE, r"in attendance$"),
    (Capacity.ABSENT, r"^absen"),
)
_OF_THE_HEAD = (Capacity.PRESENT, Capacity.IN_ATTENDANCE, Capacity.ABSENT)
_APOLOGIES_BEGIN = re.compile(
    r"(?<=[\w)])\s+(?=(?:An a|A)polog(?:y|ies)\b[^:]*\b(?:from|behalf)\b)"
)
_BY_THEM = re.compile(r"\b(?:substituted|replaced|deputised|represented) (?:for )?by\s+$", re.I)
_OPENS = re.compile(r"(?:,|\b(?:and|Uí|Ní|de|van|Mr|Mrs|Ms|Dr|Cllr)\.?|\b[A-Z]\.|&|[–-])$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of a list's text that stand in block ``block``, from ``at`` of it."""

    start: int
    block: int
    at: int


def title_capacity(item: Item) -> Capacity | None:
    """What a minute records of attendance by its title, or None for business."""
    title = item.title
    for capacity, pattern in _TITLES:
        if re.search(pattern, title, re.I):
            return capacity
    is_label = item.number is None and LABEL.fullmatch(title)
    return label_capacity(title, None) if is_label else None


def label_capacity(label: str, current: Capacity | None) -> Capacity | None:
    """The capacity that a label of a list names; names of groups leave the current one."""
    for capacity, pattern in _CAPACITIES:
        if re.search(pattern, label, re.I):
            return capacity
    if _GROUP.search(label):
        return current or Capacity.PRESENT
    return None


class Attendance:
    """Reads the lists of minutes' head or of a minute on attendance, block after block.

    A label such as "Present:" holds for the lists below it, also in the sections after.
    """

    def __init__(self, capacity: Capacity | None = None) -> None:
        self._capacity = capacity
        self._title = capacity
        self._plural: str | None = None
        self._text = ""
        self._pieces: list[_Piece] = []
        self._found: list[AppearanceText] = []

    def read(self, blocks: Sequence[Block], first: int = 0) -> list[AppearanceText]:
        """The appearances of blocks from ``first`` on, in order."""
        self._found = []
        for at in range(first, len(blocks)):
            self._read_block(at, blocks[at])
        self._flush()
        return self._found

    def _read_block(self, at: int, block: Block) -> None:
        text = block.text
        if (capacity := _cell_capacity(block)) and (found := people_in(text)):
            self._flush()
            each = found[0]
            self._found.append(AppearanceText(capacity, each.person, at, each.start, each.end))
            return
        start, is_labelled = 0, False
        for label, end in _labels(text):
            capacity = label_capacity(label[0], self._capacity)
            runs_on = not label["stop"].strip() and _is_told(text[end:])
            if capacity is None or runs_on:
                continue
            self._add(at, block, start, label.start(), is_labelled)
            self._flush()
            self._capacity = capacity
            self._plural = _plural_in(label["label"])
            start, is_labelled = end, True
        self._add(at, block, start, len(text), is_labelled)

    def _add(self, at: int, block: Block, start: int, end: int, is_labelled: bool) -> None:
        """Take a stretch of a block as a part of the list, or as sentences."""
        part = block.text[start:end]
        if not part.strip():
            return
        if told_from := _APOLOGIES_BEGIN.search(part):
            self._add(at, block, start, start + told_from.start(), is_labelled)
            start, part, is_labelled = start + told_from.end(), part[told_from.end() :], False
        goes_on = bool(self._pieces) and _is_open(self._text)
        listed = self._capacity not in (None, Capacity.DECLARED) and (
            goes_on
            or is_a_list(part, self._plural)
            or (is_labelled and bool(people_in(part, self._plural)))
            or (bool(self._pieces) and _is_a_role(part))
        )
        if listed and not _is_told(part):
            self._text += (" " if goes_on else "\n") if self._text else ""
            self._pieces.append(_Piece(len(self._text), at, start))
            self._text += part
            return
        self._flush()
        if block.kind is BlockKind.HEADING and not people_in(part):
            self._capacity = self._title
        count = len(self._found)
        for first, last in sentences_in(part):
            for capacity, person in told(part[first:last], self._capacity, self._title):
                self._found.append(
                    AppearanceText(capacity, person, at, start + first, start + last)
                )
        ends = part.rstrip().endswith(".") or len(part) > 120
        if self._capacity in _OF_THE_HEAD and ends and len(self._found) == count:
            self._capacity = None

    def _flush(self) -> None:
        """Close the list read so far."""
        if self._pieces and self._capacity:
            for each in people_in(self._text, self._plural):
                self._found += self._listed(each)
        self._text, self._pieces = "", []

    def _listed(self, each: FoundPerson) -> Iterator[AppearanceText]:
        piece = max(
            (piece for piece in self._pieces if piece.start <= each.start),
            key=lambda piece: piece.start,
        )
        later = [other.start for other in self._pieces if other.start > piece.start]
        end = min(each.end, *(start - 1 for start in later)) if later else each.end
        place = piece.block, piece.at + each.start - piece.start, piece.at + end - piece.start
        capacity, person = self._capacity or Capacity.PRESENT, each.person
        before = self._text[max(0, each.start - 30) : each.start]
        if capacity is not Capacity.SUBSTITUTE and _BY_THEM.search(before):
            capacity = Capacity.SUBSTITUTE
        if capacity is Capacity.APOLOGIES:
            for told_of in excused(person):
                yield AppearanceText(*told_of, *place)
            return
        if capacity is Capacity.PRESENT and person.role and STANDS_IN.match(person.role):
            capacity = Capacity.SUBSTITUTE
        yield AppearanceText(capacity, person, *place)


def is_a_list(text: str, spread: str | None = None) -> bool:
    """Whether a text is little else than people with their titles and roles."""
    found = people_in(text, spread)
    if not found:
        return False
    covered = sum(each.end - each.start for each in found)
    left = re.sub(r"\b(?:and|a|ac|&)\b|\W", "", text)
    named = sum(len(re.sub(r"\W", "", text[each.start : each.end])) for each in found)
    return named >= 0.25 * len(left) or covered >= 0.4 * len(text.strip())


def _labels(text: str) -> Iterator[tuple["re.Match[str]", int]]:
    """The labels of lists in a text and where each ends: at its start, lines and sentences."""
    last = 0
    for opening in _LABEL_STARTS.finditer(text):
        match = LABEL.match(text, opening.end())
        if match is None or match.start() < last:
            continue
        if match["stop"].strip() or match.end() == len(text) or opening.end() == 0:
            yield match, _before_plural(match)
            last = match.end()


def _plural_in(label: str) -> str | None:
    """The title that a label such as "Councillors present" gives to those below it."""
    for match in TITLE.finditer(label + " "):
        title, is_plural = singular(match["title"])
        if is_plural:
            return title.capitalize()
    return None


def _before_plural(match: "re.Match[str]") -> int:
    """Where the list below a label begins: with "Councillors:" where the label ends so."""
    titles = list(TITLE.finditer(match[0]))
    ends = bool(titles) and not re.search(r"\w", match[0][titles[-1].end() :])
    if ends and singular(titles[-1]["title"])[1]:
        return match.start() + titles[-1].start()
    return match.end()


def _cell_capacity(block: Block) -> Capacity | None:
    """The capacity that a later cell of a row gives for the person in its first."""
    if block.kind is BlockKind.TABLE_ROW:
        for cell in block.cells[1:]:
            if LABEL.fullmatch(cell) and not _GROUP.search(cell):
                return label_capacity(cell, None)
    return None


def _is_open(text: str) -> bool:
    """Whether a list breaks off in the middle of a name or role."""
    stripped = text.rstrip()
    if stripped.count("(") > stripped.count(")") or _OPENS.search(stripped):
        return True
    last = re.sub(r"\([^)]*\)", "", stripped.rsplit("\n", 1)[-1])
    return last.count(",") >= 2 and bool(re.search(r"\w$", last))


def _is_a_role(text: str) -> bool:
    return len(text) <= 90 and is_of_a_role(text) and not text.rstrip().endswith((".", ":"))


def _is_told(text: str) -> bool:
    """Whether a text is a sentence about people rather than a list of them."""
    return bool(
        re.search(
            r"\b(?:apolog\w+|ymddiheur\w+)\b.*\b(?:from|by|gan)\b|\b(?:had|have|has|were|was|gave"
            r"|sent"
            r"|declared|welcomed|took|attended|proposed|seconded|moved|resolved|agreed|asked|said"
            r"|reported"
            r"|replied|noted|presented|elected|that)\b(?! substituted| replaced)",
            re.sub(r"\([^)]*\)", "", text),
            re.I,
        )
    )
