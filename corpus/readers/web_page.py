"""Web pages: their text by blocks, each with the lines of the file where it stands."""

import codecs
import html
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

from corpus.documents import Document, Line
from corpus.errors import UnreadableFileError
from corpus.readers.plain_text import decoded, read_bytes
from corpus.readers.web_blocks import Blocks

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHARSET_WITHIN = 4096  # bytes
_OF_ITSELF = re.compile(
    r"""<title[^>]*>(?P<title>[^<]*)|<meta\s[^>]*name\s*=\s*["']?(?:keywords|subject|description)\b"""
    r"""[^>]*content\s*=\s*["'](?P<content>[^"'<>]*)""",
    re.IGNORECASE,
)
_WESTERN = {"iso8859-1", "latin-1", "ascii"}  # which browsers read as Windows-1252
_AMPERSAND = "\uffff"  # no character: keeps the parser from decoding, and from moving places

_NO_TAG = re.compile(
    r"""<(?=[a-zA-Z/?]|!(?!--))(?!(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+'|"[^"]{0,500}"|'[^']{0,500}'"
    r"|["'])"""
    r"""{1,200}+>)"""
)
"""A "<" that begins no tag with an end: the parser would look for one again and again."""

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
)
_UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "svg", "iframe", "object", "title"}
    | {"select", "textarea", "button", "datalist"}
)
_CHROME = frozenset({"nav", "aside", "header", "footer"})
_CONTENT = frozenset({"main", "article", "section"})


def read_web_page(path: Path, source: str) -> Document:
    """Read an HTML page without its navigation, headers, footers and controls."""
    text = _text(read_bytes(path, source))
    page = _Page(_CHROME)
    page.read(text)
    if page.is_swallowed or not page.blocks.has_text:
        page = _Page(frozenset())  # chrome that never ends, or holds all there is
        page.read(text)
    if not page.blocks.has_text:
        raise UnreadableFileError(
            source, "it holds no text", "Save the page itself, with its text, and add it again."
        )
    lines = tuple(page.blocks.finished())
    return Document(source, "web page", lines, margins=tuple(_margins(text, lines)))


def _margins(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """What the page says of itself, and its headers and footers."""
    for match in _OF_ITSELF.finditer(text):
        yield Line(html.unescape(match["title"] or match["content"] or ""))
    whole = _Page(frozenset())
    whole.read(text)
    kept = {line.text for line in lines}
    yield from (line for line in whole.blocks.finished() if line.text not in kept)


def _text(data: bytes) -> str:
    """The page in the encoding that it names, where it has no mark and keeps to it."""
    named = _CHARSET.search(data[:_CHARSET_WITHIN])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            encoding = codecs.lookup(named[1].decode("ascii")).name
            text = data.decode("cp1252" if encoding in _WESTERN else encoding)
            return text.replace("\r\n", "\n").replace("\r", "\n")
        except (LookupError, UnicodeDecodeError):
            pass  # what the bytes themselves say is better than a wrong name
    return decoded(data)


class _Page(HTMLParser):
    """Walks through the page and hands its text, with its lines, to ``blocks``."""

    def __init__(self, chrome: frozenset[str]) -> None:
        super().__init__()
        self.blocks = Blocks()
        self._unseen = _UNSEEN | chrome
        self._chrome = chrome
        self._inside: list[str] = []  # an unseen element and those of its name within it
        self._content = 0
        self._sup = False

    @property
    def is_swallowed(self) -> bool:
        """Whether an unseen element never ended."""
        return bool(self._inside)

    def read(self, text: str) -> None:
        text = _NO_TAG.sub("&lt;", text)
        comments = text.rfind("-->") + 1
        text = text[:comments] + text[comments:].replace("<!--", "")
        self.feed(text.replace("&", _AMPERSAND))
        self.close()
        self.blocks.end_all()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._inside:
            if tag == self._inside[0]:
                self._inside.append(tag)
            return
        attributes = {name: value or "" for name, value in attrs}
        is_own_header = tag in ("header", "footer") and self._content
        is_menu = attributes.get("role") == "navigation" and bool(self._chrome)
        if tag not in _VOID and ((tag in self._unseen and not is_own_header) or is_menu):
            self._inside.append(tag)
            return
        self._content += tag in _CONTENT
        self._sup = tag == "sup"
        self.blocks.start(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)
        elif not self._inside and tag not in self._unseen:
            self.blocks.start(tag, {})
            self.blocks.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside:
            if tag == self._inside[0]:
                self._inside.pop()
            return
        self._content -= tag in _CONTENT and self._content > 0
        self._sup = False
        self.blocks.end(tag)

    def handle_data(self, data: str) -> None:
        if self._inside:
            return
        if self._sup and data[:1].isdigit():
            data = " " + data  # a footnote's mark must not become a digit of the figure before
        number = self.getpos()[0]
        for offset, part in enumerate(data.split("\n")):
            if offset:
                self.blocks.new_line()
            self.blocks.text(html.unescape(part.replace(_AMPERSAND, "&")), number + offset)
