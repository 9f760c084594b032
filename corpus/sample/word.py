"""Blocks to a Word document with real heading styles and real list numbering."""

import re
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from corpus.sample.markup import Block, BlockKind


def word_document(blocks: list[Block]) -> WordDocument:
    """The document; numbers of clauses are Word's own lists, each list begun afresh."""
    document = Document()
    properties = document.core_properties
    properties.title = blocks[0].text
    properties.author = "Merrowdale Council (fictional)"
    properties.created = properties.modified = datetime(2025, 1, 1)
    list_id = 0
    for before, block in zip([None, *blocks], blocks, strict=False):
        if block.kind is BlockKind.HEADING:
            document.add_heading(block.text, block.level)
        elif block.kind is BlockKind.TABLE:
            _add_table(document, block)
        elif block.kind is BlockKind.CLAUSE:
            if before is None or before.kind is not BlockKind.CLAUSE:
                list_id = _begin_list(document, block.label)
            _add_clause(document, block, list_id)
        else:
            _add_words(document.add_paragraph(), block.text)
    return document


def _add_words(paragraph: Paragraph, text: str) -> None:
    for number, words in enumerate(re.split(r"\*\*", text)):
        paragraph.add_run(words).bold = number % 2 == 1


def _add_table(document: WordDocument, block: Block) -> None:
    document.add_paragraph(block.text, style="Caption")
    table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, block.rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def _begin_list(document: WordDocument, label: str) -> int:
    """A new list whose numbers look like ``label``; returns its id."""
    numbering = document.part.numbering_part.element
    list_id = len(numbering) + 100
    kind = "decimal" if re.search(r"\d", label) else "lowerLetter"
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), str(list_id))
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (
        ("w:start", "1"),
        ("w:numFmt", kind),
        ("w:lvlText", re.sub(r"\w+", "%1", label)),
    ):
        child = OxmlElement(name)
        child.set(qn("w:val"), value)
        level.append(child)
    abstract.append(level)
    numbering.insert(0, abstract)  # the schema wants every abstract list before the lists
    numbering.add_num(list_id).numId = list_id
    return list_id


def _add_clause(document: WordDocument, block: Block, list_id: int) -> None:
    paragraph = document.add_paragraph(style="List Paragraph")
    _add_words(paragraph, block.text)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_id
