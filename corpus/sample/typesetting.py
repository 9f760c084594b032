"""Blocks to files: PDF, Word and web page, each the same bytes at every build."""

import re
from functools import partial
from html import escape
from io import BytesIO
from itertools import groupby, pairwise
from zipfile import ZipFile, ZipInfo

from reportlab.lib.colors import grey
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from corpus.sample.markup import Block, BlockKind
from corpus.sample.word import word_document

NOTICE = "Sample paper of a fictional council, written for the council papers assistant."


def bold_to_html(text: str) -> str:
    """The text with its markup escaped and ``**x**`` as bold."""
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text, quote=False))


def pdf(blocks: list[Block]) -> bytes:
    """A paginated PDF with running heads; it is set twice, to know its own page ranges."""
    starts: dict[str, int] = {}
    first = _set_pdf(blocks, {}, starts)
    ends = [*starts.values(), first[1] + 1]
    ranges = {
        name: f"Pages {start} - {after - 1}" if after - 1 > start else f"Page {start}"
        for name, (start, after) in zip(starts, pairwise(ends), strict=True)
    }
    return _set_pdf(blocks, ranges, {})[0]


def _set_pdf(
    blocks: list[Block], ranges: dict[str, str], starts: dict[str, int]
) -> tuple[bytes, int]:
    """The PDF and its number of pages; ``starts`` is filled with each section's first page."""
    out = BytesIO()
    frame = Frame(22 * mm, 24 * mm, A4[0] - 44 * mm, A4[1] - 50 * mm, id="body")
    sections = [block for block in blocks if block.kind is BlockKind.SECTION]
    templates = [
        PageTemplate(section.label, [frame], onPage=partial(_furniture, section, starts))
        for section in sections
    ]
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        pageTemplates=templates,
        invariant=1,
        title=sections[0].text,
        author="Merrowdale Council (fictional)",
        subject=NOTICE,
    )
    story: list[Flowable] = []
    for block in blocks:
        story += _flowables(block, ranges)
    document.build(story[2:])  # the first section needs no page break before it
    return out.getvalue(), document.page


def _furniture(
    section: Block, starts: dict[str, int], canvas: Canvas, _document: BaseDocTemplate
) -> None:
    page = canvas.getPageNumber()
    starts.setdefault(section.label, page)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(22 * mm, A4[1] - 16 * mm, section.text)
    canvas.line(22 * mm, A4[1] - 18 * mm, A4[0] - 22 * mm, A4[1] - 18 * mm)
    canvas.drawCentredString(A4[0] / 2, 16 * mm, f"Page {page}")
    canvas.drawCentredString(A4[0] / 2, 11 * mm, NOTICE)


def _flowables(block: Block, ranges: dict[str, str]) -> list[Flowable]:
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=12, leading=17, spaceAfter=8)
    if block.kind is BlockKind.SECTION:
        return [NextPageTemplate(block.label), PageBreak()]
    if block.kind is BlockKind.TABLE:
        return _pdf_table(block)
    text = re.sub(r"\{(\w+)\}", lambda name: ranges.get(name[1], "Pages 0 - 0"), block.text)
    if block.kind is BlockKind.HEADING:
        bold = ParagraphStyle(
            "bold", body, fontName="Helvetica-Bold", spaceBefore=4, keepWithNext=1
        )
        return [Paragraph(escape(text), ParagraphStyle("h", bold, fontSize=15 - block.level))]
    if block.kind is BlockKind.CLAUSE:
        clause = ParagraphStyle("clause", body, leftIndent=12 * mm, firstLineIndent=-9 * mm)
        return [Paragraph(f"{block.label} {bold_to_html(text)}", clause)]
    if block.kind is BlockKind.OUTCOME:
        return [Paragraph(bold_to_html(text), ParagraphStyle("right", body, alignment=TA_RIGHT))]
    return [Paragraph(bold_to_html(text), body)]


def _pdf_table(block: Block) -> list[Flowable]:
    cell = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)
    rows = [[Paragraph(bold_to_html(text), cell) for text in row] for row in block.rows]
    narrow = 22 * mm if len(block.rows[0]) > 3 else 42 * mm
    widest = A4[0] - 44 * mm - narrow * (len(block.rows[0]) - 1)
    widths = [widest] + [narrow] * (len(block.rows[0]) - 1)
    if not block.text:
        widths = [38 * mm, A4[0] - 82 * mm]
    elif block.rows[0][0] in ("Date", "Meeting"):
        widths.insert(0, widths.pop(1))
    ruled = Table(rows, widths, repeatRows=1 if block.text else 0)
    ruled.setStyle([("GRID", (0, 0), (-1, -1), 0.5, grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    caption = ParagraphStyle(
        "caption", cell, fontName="Helvetica-Bold", spaceBefore=6, spaceAfter=4, keepWithNext=1
    )
    above = [Paragraph(escape(block.text), caption)] if block.text else []
    return [*above, ruled, Spacer(1, 4 * mm)]


def word(blocks: list[Block]) -> bytes:
    """A Word file whose parts all bear the same date, so that its bytes do not vary."""
    saved, out = BytesIO(), BytesIO()
    word_document(blocks).save(saved)
    with ZipFile(saved) as parts, ZipFile(out, "w") as dated:
        for name in parts.namelist():
            dated.writestr(ZipInfo(name, (2025, 1, 1, 0, 0, 0)), parts.read(name))
    return out.getvalue()


def web_page(blocks: list[Block]) -> bytes:
    """A page of minutes as committee systems publish them, menus and all."""
    title = escape(blocks[0].text)
    parts: list[str] = []
    for is_list, group in groupby(blocks, lambda b: b.label.endswith(".")):
        lines = [_web_block(block) for block in group]
        parts += ["<ol>", *lines, "</ol>"] if is_list else lines
    body = "\n".join(parts)
    return _PAGE.format(title=title, body=body, notice=NOTICE).encode("utf-8")


def _web_block(block: Block) -> str:
    text = bold_to_html(block.text)
    if block.kind is BlockKind.HEADING and block.level > 1:
        number, _, words = text.partition(" ")
        return f'<h2 class="minute"><span class="minute-number">{number}</span> {words}</h2>'
    if block.kind is BlockKind.HEADING:
        return f"<h1>{text}</h1>"
    if block.kind is BlockKind.TABLE:
        head, *rows = block.rows
        top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
        below = "\n".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
        )
        return f"<table>\n<caption>{text}</caption>\n<tr>{top}</tr>\n{below}\n</table>"
    if block.kind is BlockKind.CLAUSE:
        if block.label.endswith("."):
            return f"<li>{text}</li>"
        return f'<p class="clause">{block.label}&nbsp;{text}</p>'
    return f"<p>{text.replace('RESOLVED', '<strong>RESOLVED</strong>')}</p>"


_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title} - Merrowdale Council (fictional)</title>
<style>body {{ font-family: sans-serif; max-width: 50rem; margin: auto }}</style>
</head>
<body>
<nav aria-label="Site"><ul><li>Home</li><li>Committees</li><li>Your councillors</li></ul></nav>
<main>
{body}
</main>
<footer><p>{notice}</p><p>Back to top</p></footer>
</body>
</html>
"""
