"""What python-docx has no words for: language, lists that begin anew, links, page numbers."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph


def set_language(document: Document, language: str) -> None:
    """Say in which language the whole document is, such as "en-GB", for whoever reads it aloud."""
    for tag in document.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language)


def set_font(document: Document, font: str) -> None:
    """Set every style in ``font``; those of the template name fonts of a theme instead."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), font)


def number_with_brackets(document: Document) -> None:
    """Number lists "[1]", as citations are marked."""
    for level in _abstract_list(document).iter(qn("w:lvlText")):
        level.set(qn("w:val"), "[%1]")


def start_list(document: Document, first: int) -> int:
    """The id of a new numbered list that begins with ``first``."""
    numbering = document.part.numbering_part.element
    number = numbering.add_num(int(_abstract_list(document).get(qn("w:abstractNumId"))))
    number.add_lvlOverride(ilvl=0).add_startOverride(first)
    return int(number.numId)


def add_link(paragraph: Paragraph, address: str) -> None:
    """Add a link that shows its address: it must be of use on paper too."""
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    run = paragraph.add_run(address)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def add_page_number(paragraph: Paragraph) -> None:
    """Add a field that shows the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _abstract_list(document: Document) -> BaseOxmlElement:
    """The definition that the style of numbered lists uses."""
    style = document.styles["List Number"].element
    used = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    numbering = document.part.numbering_part.element
    number = next(n for n in numbering.num_lst if str(n.numId) == used)
    wanted = str(number.abstractNumId.val)
    definitions: list[BaseOxmlElement] = list(numbering.iter(qn("w:abstractNum")))
    return next(each for each in definitions if each.get(qn("w:abstractNumId")) == wanted)
