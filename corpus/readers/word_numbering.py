"""The numbers and bullets that Word shows before a paragraph but does not write into it."""

import re
from collections import defaultdict
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

_ROMAN = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: ``pattern`` such as "%1.%2" holds the numbers of its levels."""

    kind: str
    pattern: str
    start: int
    style: str | None


class Numbering:
    """Counts the lists of one document; its paragraphs are to be asked for in order."""

    def __init__(self, document: WordDocument) -> None:
        self._lists: dict[str, dict[int, Level]] = {}
        self._list_of: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for relation in document.part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
                self._learn(relation.target_part.element)

    def marker(self, paragraph: Paragraph) -> str:
        """What stands before the paragraph, such as "(i)", "1." or "-"; "" for nothing."""
        number, depth = self._place(paragraph)
        name = self._list_of.get(number or "")
        levels = self._lists.get(name or "", {})
        if number is None or name is None or depth not in levels:
            return ""
        self._count(number, name, depth)
        level = levels[depth]
        if level.kind == "bullet":
            return "-"
        return re.sub(r"%(\d)", lambda m: self._shown(name, int(m[1]) - 1), level.pattern).strip()

    def _learn(self, numbering: BaseOxmlElement) -> None:
        for abstract in numbering.findall(qn("w:abstractNum")):
            levels = {int(e.get(qn("w:ilvl"))): _level(e) for e in abstract.findall(qn("w:lvl"))}
            self._lists[abstract.get(qn("w:abstractNumId"))] = levels
        for num in numbering.findall(qn("w:num")):
            number = num.get(qn("w:numId"))
            self._list_of[number] = _value(num, "w:abstractNumId") or ""
            for override in num.findall(qn("w:lvlOverride")):
                start = _value(override, "w:startOverride")
                if start is not None:
                    self._restarts[number, int(override.get(qn("w:ilvl")))] = int(start)

    def _place(self, paragraph: Paragraph) -> tuple[str | None, int]:
        """The list and the level of a paragraph, its own or its style's."""
        depth: int | None = None
        sources: list[tuple[BaseOxmlElement | None, str | None]] = [(paragraph._p.pPr, None)]
        style = paragraph.style
        while style is not None:
            sources.append((style.element.find(qn("w:pPr")), style.style_id))
            style = style.base_style
        for properties, style_id in sources:
            numbered = None if properties is None else properties.find(qn("w:numPr"))
            if numbered is None:
                continue
            own_depth = _value(numbered, "w:ilvl")
            depth = depth if depth is not None or own_depth is None else int(own_depth)
            number = _value(numbered, "w:numId")
            if number is not None:
                return number, self._depth_of(number, style_id) if depth is None else depth
        return None, 0

    def _depth_of(self, number: str, style_id: str | None) -> int:
        levels = self._lists.get(self._list_of.get(number, ""), {})
        named = (depth for depth, level in levels.items() if style_id and level.style == style_id)
        return next(named, 0)

    def _count(self, number: str, name: str, depth: int) -> None:
        counts = self._counts[name]
        restart = self._restarts.pop((number, depth), None)
        if restart is not None:
            counts[depth] = restart
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = self._lists[name][depth].start
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]

    def _shown(self, name: str, depth: int) -> str:
        level = self._lists[name].get(depth)
        if level is None:
            return ""
        return _written(self._counts[name].get(depth, level.start), level.kind)


def _level(element: BaseOxmlElement) -> Level:
    return Level(
        kind=_value(element, "w:numFmt") or "decimal",
        pattern=_value(element, "w:lvlText") or "",
        start=int(_value(element, "w:start") or 1),
        style=_value(element, "w:pStyle"),
    )


def _value(element: BaseOxmlElement, tag: str) -> str | None:
    child = element.find(qn(tag))
    return None if child is None else child.get(qn("w:val"))


def _written(number: int, kind: str) -> str:
    if kind == "none":
        return ""
    if kind in ("lowerRoman", "upperRoman"):
        return _cased(_roman(number), kind)
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        times, letter = divmod(number - 1, 26)
        return _cased(chr(ord("a") + letter) * (times + 1), kind)
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _cased(text: str, kind: str) -> str:
    return text.upper() if kind.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN.items():
        count, number = divmod(number, value)
        text += letters * count
    return text
