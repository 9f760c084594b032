"""XML and HTML that sites send, read without trusting them."""

import html
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from corpus.errors import SiteError
from corpus.sites.client import Reply

Element = Any
"""An lxml element: lxml has no types."""
_NO_CONTENT = "script|style|iframe|object|embed|form|link|meta|base|svg|noscript|template"
_KEPT = frozenset({"colspan", "rowspan", "start", "type", "value"})


def xml_of(reply: Reply) -> Element:
    """The root of an XML answer, its elements without namespaces. Raises SiteError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(reply.body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise SiteError(f"{reply.address}: the answer is not XML")
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return root


def page_of(reply: Reply) -> Element:
    """The root of a web page, its links made absolute. Raises SiteError."""
    try:
        parser = lxml_html.HTMLParser(encoding=reply.charset)
    except LookupError:  # no such charset
        parser = lxml_html.HTMLParser()
    try:
        page = lxml_html.document_fromstring(reply.body, parser)
    except (etree.ParserError, ValueError) as error:
        raise SiteError(f"{reply.address}: the page is empty") from error
    page.make_links_absolute(reply.address, resolve_base_href=True, handle_failures="ignore")
    return page


def text_of(element: Element, name: str) -> str:
    """The text of the child ``name``, "" without one; entities may be escaped twice."""
    return unescaped(element.findtext(name) or "")


def unescaped(text: str) -> str:
    """Plain text on one line from text whose entities may be escaped again."""
    return " ".join(html.unescape(html.unescape(text)).split())


def is_true(element: Element, name: str) -> bool:
    """Whether the child ``name`` says "True"."""
    return text_of(element, name).casefold() == "true"


def words_of(element: Element) -> str:
    """The text of an HTML element on one line."""
    return " ".join(str(element.text_content()).split())


def fragment_of(element: Element | None) -> str:
    """HTML of paragraphs and tables alone, from a field that holds it raw or escaped.

    Empty if the field holds no words.
    """
    if element is None:
        return ""
    inner = (element.text or "") + "".join(
        etree.tostring(child, encoding="unicode") for child in element
    )
    for _ in range(2):
        if "<" not in inner:
            inner = html.unescape(inner)
    if not inner.strip():
        return ""
    whole = lxml_html.fragment_fromstring(inner, create_parent="div")
    for unwanted in whole.xpath("|".join(f".//{name}" for name in _NO_CONTENT.split("|"))):
        unwanted.drop_tree()
    for each in whole.iter(etree.Element):
        for name in set(each.attrib) - _KEPT:
            del each.attrib[name]
    return etree.tostring(whole, encoding="unicode", method="html") if words_of(whole) else ""
