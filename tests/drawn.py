"""PDFs drawn for a test."""

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.documents import Document
from corpus.readers import read

TOP = A4[1] - 150
Draw = Callable[[Canvas], None]


def drawn(path: Path, *pages: Draw, title: str = "") -> Document:
    """A PDF each page of which is drawn by a function, as it is read."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setTitle(title)
    for page in pages:
        canvas.setFont("Helvetica", 12)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return read(path, path.name)


def written(*texts: str, left: float = 72, top: float = TOP) -> Draw:
    """A page with lines of text 14 points apart; an empty one leaves a gap."""

    def page(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(left, top - 14 * number, text)

    return page


def both(*parts: Draw) -> Draw:
    """A page drawn by several functions, one after another."""

    def page(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return page


def texts(document: Document) -> list[str]:
    """Its lines that are not blank."""
    return [line.text for line in document.lines if line.text]
