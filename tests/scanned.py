"""Scans made for tests: pages set in type, drawn as a picture, and put into a PDF."""

import os
import shutil
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)
Page = Callable[[Canvas], None]


def minutes_page(canvas: Canvas) -> None:
    """A page of minutes with its numbers in the margin."""
    typed(
        canvas,
        (72, "TARNBROOK TOWN COUNCIL"),
        (72, "Minutes of the Planning Committee held on 12 March 1998"),
        (72, ""),
        (72, "Present: Councillors A Dale (Chair), R Moss and J Fell."),
        (72, ""),
        (72, "14"),
        (120, "APOLOGIES"),
        (120, "Apologies were received from Councillor Quill."),
        (72, ""),
        (72, "15"),
        (120, "QUAY LANE CAR PARK"),
        (120, "The Committee considered a report on the charges at the car park,"),
        (120, "which had not been raised since 1991."),
        (72, ""),
        (120, "RESOLVED that the charge be raised to 40p an hour."),
    )


def typed(canvas: Canvas, *lines: tuple[float, str]) -> None:
    """Lines by their left edge, 16 points apart; a number keeps the level for its title."""
    level = A4[1] - 90
    canvas.setFont("Times-Roman", 12)
    for left, text in lines:
        canvas.drawString(left, level, text)
        level -= 0 if text.isdigit() else 16


def drawn(page: Page) -> bytes:
    """A grey picture of the page, at 150 dots to the inch."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    page(canvas)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    bitmap = document[0].render(scale=150 / 72, grayscale=True)
    pixels = bitmap.to_numpy().reshape(bitmap.height, bitmap.width)
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels.tobytes()
    document.close()
    return picture


def a_scan(path: Path, *pages: Page, turned: int = 0, stamp: str = "") -> Path:
    """A PDF of scanned pages; by quarter turns where they lay on their side."""
    canvas = Canvas(str(path), pagesize=A4)
    for page in pages:
        _put(canvas, drawn(page), turned)
        if stamp:
            canvas.drawString(280, 20, stamp)
        canvas.showPage()
    canvas.save()
    return path


def _put(canvas: Canvas, picture: bytes, turned: int) -> None:
    wide, high = A4
    image = ImageReader(BytesIO(picture))
    if turned % 2:
        canvas.setPageSize((high, wide))
        canvas.translate(high, 0)
        canvas.rotate(90)
    elif turned:
        canvas.translate(wide, high)
        canvas.rotate(180)
    canvas.drawImage(image, 0, 0, wide, high)


def without_programs(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """No program can be found on the path any more."""
    monkeypatch.setenv("PATH", str(folder))


def a_program(
    folder: Path, name: str, lines: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program of that name, first on the path, that runs these lines of shell."""
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
