"""``python -m benchmarks.formats``: speed and memory of reading by format, and words of a scan.

The files are made from a text of the sample library; a page is one of its PDF, and as many
words in the other formats.
"""

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from html import escape
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.rendered import BLANK, render
from corpus.documents import Document
from corpus.readers import read
from corpus.sample.build import build
from corpus.structure import structure_of

PAPER = "2025-06-10-scrutiny-pack.txt"
PAGES, MANY_PAGES, SCANNED = 100, 1000, 3
DOTS = 200
"""To the inch, of the made scan."""
LEAN = 0.4
"""Degrees by which it was laid askew."""
AIM_SPEED, AIM_MEMORY = 100, 1000
"""Pages a second of processor time for a PDF without tables; MB for the pack."""


def format_tables() -> Iterator[str]:
    """The figures as Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder)
        text = (folder / PAPER).read_text(encoding="utf-8").replace("\f", "\n")
        kept = (line for line in text.split("\n") if "\t" not in line and line.strip() != BLANK)
        prose = "\n".join(kept)
        yield "## Reading by format"
        yield ""
        yield f"| format | pages a second of processor time (aim for PDF: {AIM_SPEED}) |"
        yield "|---|---|"
        for kind, speed in speeds(folder, prose):
            yield f"| {kind} | {speed:,.0f} |"
        yield ""
        yield pack_in_words(*pack(folder, prose))
        yield ""
        yield scan_in_words(folder, prose)
        yield ""


def speeds(folder: Path, text: str) -> Iterator[tuple[str, float]]:
    """Pages read a second, by format; the PDF first."""
    pdf = folder / "made.pdf"
    lines = of_pages(folder, text, PAGES)
    pages = printed(lines, pdf)
    yield "PDF", pages / seconds(pdf)
    makers: dict[str, Callable[[Path, Sequence[str]], None]] = {
        ".docx": _word,
        ".html": _web_page,
        ".txt": _text,
    }
    for suffix, make in makers.items():
        path = folder / f"made{suffix}"
        make(path, lines)
        yield suffix, pages / seconds(path)


def pack(folder: Path, text: str) -> tuple[int, float, float]:
    """The pages of a large pack, the seconds it takes to read, and the MB that takes."""
    path = folder / "pack.pdf"
    pages = printed(of_pages(folder, text, MANY_PAGES), path)
    command = [sys.executable, "-m", "benchmarks.formats", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    spent, memory = map(float, done.stdout.split())
    return pages, spent, memory


def pack_in_words(pages: int, spent: float, memory: float) -> str:
    """What a large pack takes."""
    return (
        f"A PDF of {pages:,} pages was read and taken apart in {spent:.0f} s of processor time, "
        f"with {memory:,.0f} MB at most (aim: under {AIM_MEMORY:,})."
    )


def scan_in_words(folder: Path, text: str) -> str:
    """How many words of a made scan are read right."""
    path, scan = folder / "typed.pdf", folder / "scan.pdf"
    printed(of_pages(folder, text, SCANNED), path)
    scanned(path, scan, SCANNED)
    first = read(path, path.name)
    typed = words(replace(first, lines=tuple(x for x in first.lines if (x.page or 0) <= SCANNED)))
    document = read(scan, scan.name)
    told = words(document)
    if not told:
        return f"A made scan was not read: {document.pages[0].problem}."
    blocks = SequenceMatcher(None, typed, told, autojunk=False).get_matching_blocks()
    right = sum(block.size for block in blocks)
    sure = [page.confidence for page in document.pages]
    return (
        f"Of a made scan ({SCANNED} pages, {DOTS} dots to the inch, {LEAN}° askew) "
        f"{right / len(typed):.3f} of {len(typed)} words were read right, in order; "
        f"{len(told) - right} words read stand nowhere; confidence {sure}."
    )


def words(document: Document) -> list[str]:
    """The words of a document, in order."""
    return document.text.split()


def of_pages(folder: Path, text: str, pages: int) -> list[str]:
    """The lines of a text, over and over, that make so many pages or somewhat more."""
    lines = text.split("\n")
    ten = printed(lines * 10, folder / "trial.pdf")
    return lines * (pages * 11 // ten + 1)


def printed(lines: Sequence[str], path: Path) -> int:
    """Set lines as a PDF; the number of its pages."""
    source = path.with_suffix(".source")
    source.write_text("\n".join(lines), encoding="utf-8")
    render(source, path)
    with pdfium.PdfDocument(path) as document:
        return len(document)


def seconds(path: Path) -> float:
    """Processor time of one reading; the second of two, so that imports are done."""
    for _ in range(2):
        started = time.process_time()
        read(path, path.name)
        spent = time.process_time() - started
    return spent


def scanned(pdf: Path, scan: Path, pages: int) -> None:
    """The first pages of a PDF as pictures, laid a little askew, in another."""
    canvas = Canvas(str(scan), pagesize=A4, invariant=1)
    with pdfium.PdfDocument(pdf) as document:
        for number in range(pages):
            bitmap = document[number].render(scale=DOTS / 72, grayscale=True)
            picture = bitmap.to_pil().rotate(LEAN, fillcolor=255)
            out = BytesIO()
            picture.save(out, format="PNG")
            out.seek(0)
            canvas.drawImage(ImageReader(out), 0, 0, *A4)
            canvas.showPage()
    canvas.save()


def _word(path: Path, lines: Sequence[str]) -> None:
    document = docx.Document()
    for line in filter(str.strip, lines):
        document.add_paragraph(line)
    document.save(str(path))


def _web_page(path: Path, lines: Sequence[str]) -> None:
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in lines if line.strip())
    path.write_text(f"<html><body>{paragraphs}</body></html>", encoding="utf-8")


def _text(path: Path, lines: Sequence[str]) -> None:
    path.write_text("\n".join(lines), encoding="utf-8")


def most_memory() -> float:
    """The most memory that this process has held, in MB.

    ``getrusage`` would tell of the process that started this one, where that held more.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) / 1024  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str]) -> None:
    """Print the tables; or for one file the seconds and the MB that reading it takes."""
    if not arguments:
        print("\n".join(format_tables()))
        return
    path = Path(arguments[0])
    started = time.process_time()
    structure_of(read(path, path.name))
    spent = time.process_time() - started
    print(spent, most_memory())


if __name__ == "__main__":
    main(sys.argv[1:])
