"""An extract as a Word document: headings, quotes in a style of their own, numbered sources.

The same extract gives the same bytes.
"""

import io
import re
from collections.abc import Sequence
from datetime import datetime, time

import docx
from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from assistant.rendering import without_gaps
from assistant.takeaway.archive import unzipped, zipped
from assistant.takeaway.extracts import Extract, Said, Turn
from assistant.takeaway.sources import Source
from assistant.takeaway.texts import NOTES, asked_in_words
from assistant.takeaway.word_markup import (
    add_link,
    add_page_number,
    number_with_brackets,
    set_font,
    set_language,
    start_list,
)

_FONT = "Arial"
_A4 = Mm(210), Mm(297)
_INDENT = Mm(8)
_LANGUAGE = "en-GB"
_LONGEST_TITLE = 255
"""Characters that the format allows a property."""
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_word(extract: Extract) -> bytes:
    """The extract as a .docx file."""
    document = docx.Document()
    _set_up(document, extract)
    _write(document.add_heading("", 0), extract.title)
    if extract.marking:
        _write(document.add_paragraph(), extract.marking).style = "Intense Quote"
    _write(document.add_paragraph(), asked_in_words(extract))
    for notice in extract.notices:
        _write(document.add_paragraph(), notice)
    for turn in extract.turns:
        _add_turn(document, turn, is_alone=len(extract.turns) == 1)
    stream = io.BytesIO()
    document.save(stream)
    return zipped(unzipped(stream.getvalue()), extract.asked_on)


def _set_up(document: Document, extract: Extract) -> None:
    """Properties, language, letters that are easy to read, and what stands on every page."""
    told, moment = document.core_properties, datetime.combine(extract.asked_on, time())
    told.title = _printable(extract.title)[:_LONGEST_TITLE]
    told.author = told.last_modified_by = "Council papers assistant"
    told.comments = _printable(extract.marking)
    told.created = told.modified = moment
    told.language = _LANGUAGE
    set_language(document, _LANGUAGE)
    number_with_brackets(document)
    set_font(document, _FONT)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = None  # the template's blue is too pale to read
    quotes = document.styles["Quote"]
    quotes.font.italic, quotes.paragraph_format.left_indent = False, _INDENT
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    _write(section.header.paragraphs[0], extract.marking)
    _write(section.footer.paragraphs[0], f"{asked_in_words(extract)} Page ")
    add_page_number(section.footer.paragraphs[0])


def _add_turn(document: Document, turn: Turn, *, is_alone: bool) -> None:
    level = 1 if is_alone else 2
    if not is_alone:
        _write(document.add_heading("", 1), turn.asked)
    for words in turn.understood:
        _write(document.add_paragraph(), words)
    if turn.is_answered:
        _write(document.add_paragraph(), turn.verdict)
    else:
        document.add_heading(turn.verdict, level)
    for words in turn.told:
        _write(document.add_paragraph(), words)
    for said in turn.said:
        _add_said(document, said)
    if turn.notes:
        document.add_heading(NOTES, level)
        for note in turn.notes:
            _write(document.add_paragraph(style="List Bullet"), note)
    if turn.sources:
        document.add_heading(turn.sources_name, level)
        _add_sources(document, turn.sources)


def _add_said(document: Document, said: Said) -> None:
    lead = document.add_paragraph()
    lead.paragraph_format.keep_with_next = True
    _write(lead, said.force, bold=True)
    _write(lead, f" – {said.where}")
    for quoted in said.quotes:
        paragraph = document.add_paragraph(style="Quote")
        _write(paragraph, f"{without_gaps(quoted.words)} {quoted.marks}")


def _add_sources(document: Document, sources: Sequence[Source]) -> None:
    """A numbered list whose numbers are the marks."""
    listed = 0, 0
    for source in sources:
        paragraph = document.add_paragraph(style="List Number")
        if source.number != listed[1] + 1 or not listed[0]:
            listed = start_list(document, source.number), source.number
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = listed[0]
        listed = listed[0], source.number
        _write(paragraph, "\n".join((source.reference, *source.remarks)))
        if source.address:
            _write(paragraph, "\n")
            add_link(paragraph, source.address)


def _write(paragraph: Paragraph, words: str, *, bold: bool = False) -> Paragraph:
    """Add ``words`` to a paragraph, which is given back; a line of theirs is one of its lines."""
    if words:
        paragraph.add_run(_printable(words)).bold = bold or None
    return paragraph


def _printable(words: str) -> str:
    """Words in which signs that no Word file may hold are shown as unknown."""
    return _NOT_IN_XML.sub("\ufffd", words)
