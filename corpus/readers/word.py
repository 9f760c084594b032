"""Word documents (.docx): paragraphs and tables in their order, with Word's own numbers."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

from corpus.documents import Document, Line
from corpus.errors import UnreadableFileError
from corpus.readers.word_margins import margins_of
from corpus.readers.word_numbering import Numbering

_LARGEST_UNPACKED = 512_000_000  # bytes; what unpacks to more is a zip bomb, no paper
_WRAPPERS = {qn(f"w:{tag}") for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml")}
_DELETED = {qn("w:del"), qn("w:moveFrom")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NO_WORDS = {qn(f"w:{tag}") for tag in ("pPr", "rPr", "txbxContent", "sdtPr")} | {_FALLBACK}
_SIGNS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
_AFTER_MARKER = re.compile(r"^([([]?\w{1,4}[.)\]]|\d+(?:\.\d+)*|[•·-])\t+")


@dataclass(slots=True)
class _Writing:
    """The lines written so far; ``ordinal`` is that of the last paragraph or table row."""

    document: WordDocument
    numbering: Numbering
    lines: list[Line] = field(default_factory=list)
    ordinal: int = 0

    def gap(self) -> None:
        if self.lines and self.lines[-1].text:
            self.lines.append(Line("", self.lines[-1].last, self.lines[-1].last))

    def line(self, text: str, heading: int | None = None) -> None:
        self.lines.append(Line(text, self.ordinal, self.ordinal, heading=heading))


def read_word(path: Path, source: str) -> Document:
    """Read a .docx. Headers, footers and tracked deletions are left out.

    A line's place is the ordinal of its paragraph or table row in the document's body.
    """
    _refuse_what_is_not_word(path, source)
    try:
        document = docx.Document(str(path))
        writing = _Writing(document, Numbering(document))
        _write_blocks(document.element.body, writing)
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile, XMLSyntaxError, EOFError) as error:
        raise _damaged(source) from error
    if not any(line.text.strip() for line in writing.lines):
        raise UnreadableFileError(
            source, "it holds no text", "If it holds scanned images, add a searchable PDF instead."
        )
    return Document(source, "word", tuple(writing.lines), margins=tuple(margins_of(document)))


def _refuse_what_is_not_word(path: Path, source: str) -> None:
    with path.open("rb") as file:
        if file.read(4) == b"\xd0\xcf\x11\xe0":
            raise UnreadableFileError(
                source,
                "it is protected by a password, or in the Word format of before 2007",
                "Open it in Word, save it as .docx without a password and add that.",
            )
    try:
        with zipfile.ZipFile(path) as archive:
            names = {info.filename for info in archive.infolist()}
            unpacked = sum(info.file_size for info in archive.infolist())
    except zipfile.BadZipFile as error:
        raise _damaged(source) from error
    if "[Content_Types].xml" not in names or not any(n.startswith("word/") for n in names):
        raise UnreadableFileError(
            source, "it is a zip file, but not a Word document", "Unpack it and add the papers."
        )
    if unpacked > _LARGEST_UNPACKED:
        raise UnreadableFileError(
            source,
            f"it unpacks to {unpacked / 1e6:.0f} MB, more than any paper",
            "Save it as PDF and add that.",
        )


def _damaged(source: str) -> UnreadableFileError:
    return UnreadableFileError(
        source,
        "it is damaged, or not a Word document",
        "Download it again, or open it in Word, save it as .docx anew and add that.",
    )


def _write_blocks(parent: BaseOxmlElement, writing: _Writing) -> None:
    was_item = False
    for block in _blocks(parent):
        writing.ordinal += 1
        if block.tag == qn("w:tbl"):
            writing.gap()
            writing.ordinal -= 1
            _write_table(block, writing)
            writing.gap()
            was_item = False
            continue
        marker, heading, rows = _paragraph(block, writing)
        if not rows:
            writing.gap()
            continue
        if not (was_item and marker):
            writing.gap()
        was_item = bool(marker)
        for row in rows:
            writing.line(row, heading)


def _blocks(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Paragraphs and tables, also those inside content controls and tracked insertions."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _paragraph(element: BaseOxmlElement, writing: _Writing) -> tuple[str, int | None, list[str]]:
    """Its marker, its level as a heading, and its lines (none if it is empty)."""
    paragraph = Paragraph(element, writing.document._body)
    text = _AFTER_MARKER.sub(r"\1 ", _text(element).strip())
    rows = [re.sub(r" +", " ", row).strip() for row in text.split("\n")]
    rows = [row for row in rows if row]
    marker = writing.numbering.marker(paragraph) if rows else ""
    if marker:
        rows[0] = f"{marker} {rows[0]}"
    for box in element.iter(qn("w:txbxContent")):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            inner = "\n".join(_text(block) for block in _blocks(box))
            rows += [row.strip() for row in inner.split("\n") if row.strip()]
    return marker, _heading_level(paragraph), rows


def _text(element: BaseOxmlElement) -> str:
    """The words of a paragraph as they stand after all tracked changes."""
    parts: list[str] = []
    for child in element:
        if child.tag == qn("w:t"):
            parts.append((child.text or "").replace("\n", " "))
        elif child.tag in _SIGNS:
            parts.append("" if child.get(qn("w:type")) == "page" else _SIGNS[child.tag])
        elif child.tag not in _DELETED and child.tag not in _NO_WORDS:
            parts.append(_text(child))
    return "".join(parts)


def _heading_level(paragraph: Paragraph) -> int | None:
    style = paragraph.style
    while style is not None:
        name = (style.name or "").lower()
        found = re.fullmatch(r"heading (\d)", name)
        if found:
            return int(found[1])
        if name == "title":
            return 1
        style = style.base_style
    return None


def _write_table(table: BaseOxmlElement, writing: _Writing) -> None:
    for row in _children(table, "w:tr"):
        properties = row.find(qn("w:trPr"))
        if properties is not None and properties.find(qn("w:del")) is not None:
            continue
        writing.ordinal += 1
        cells = [_cell(cell, writing) for cell in _children(row, "w:tc")]
        filled = [rows for rows, _ in cells if rows]
        if len(filled) == 1 and len(filled[0]) > 1:
            for text in filled[0]:  # a frame around text, not a row of a table
                writing.line(text)
        elif filled:
            writing.line("\t".join(" ".join(rows) + "\t" * (wide - 1) for rows, wide in cells))


def _cell(cell: BaseOxmlElement, writing: _Writing) -> tuple[list[str], int]:
    """A cell's lines and the number of columns it spans; no lines if it goes on from above."""
    properties = cell.find(qn("w:tcPr"))
    span, merged = None, None
    if properties is not None:
        span, merged = properties.find(qn("w:gridSpan")), properties.find(qn("w:vMerge"))
    wide = 1 if span is None else int(span.get(qn("w:val")) or 1)
    if merged is not None and merged.get(qn("w:val")) != "restart":
        return [], wide
    rows: list[str] = []
    for block in _blocks(cell):
        if block.tag == qn("w:p"):
            rows += [row.replace("\t", " ") for row in _paragraph(block, writing)[2]]
        else:
            for row in _children(block, "w:tr"):
                inner = [text for c in _children(row, "w:tc") for text in _cell(c, writing)[0]]
                rows += [" ".join(inner)] if inner else []
    return rows, wide


def _children(parent: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    for child in parent:
        if child.tag == qn(tag):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)
