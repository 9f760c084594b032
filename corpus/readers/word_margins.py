"""What stands around the text of a Word document: headers, footers, watermarks, properties."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from corpus.documents import Line

_AROUND = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:cr"): " "}


def margins_of(document: WordDocument) -> Iterator[Line]:
    """The lines of headers and footers, watermarks, and what the file says of itself."""
    said = document.core_properties
    for value in (said.title, said.subject, said.keywords, said.category, said.content_status):
        if value:
            yield Line(value)
    for relation in document.part.rels.values():
        if relation.reltype in _AROUND and not relation.is_external:
            yield from _around(relation.target_part.blob)


def _around(xml: bytes) -> Iterator[Line]:
    root = parse_xml(xml)
    for paragraph in root.iter(qn("w:p")):
        parts = [
            (child.text or "") if child.tag == qn("w:t") else _SIGNS.get(child.tag, "")
            for child in paragraph.iter()
        ]
        if text := "".join(parts).strip():
            yield Line(text)
    for drawn in root.iter(_WORD_ART):
        if text := drawn.get("string"):
            yield Line(text)
