"""Documents and papers of a fictional council, written in a test."""

from textwrap import dedent

from corpus.documents import Document, Line, Page
from corpus.papers import Decision, Force
from corpus.structure import Structure, structure_of
from corpus.text.blocks import Block
from corpus.text.cleaning import clean

HEAD = """
    TARNBROOK COUNCIL

    CABINET

    Minutes of the meeting held on Tuesday, 12 March 2024

    Present: Councillor Ada Quill (Chair), Councillor Bram Oake

    40 APOLOGIES

    There were none.
"""

AGENDA = """
    TARNBROOK COUNCIL

    CABINET

    Tuesday, 14 May 2024 at 2.00 pm

    AGENDA

    1. APOLOGIES

    2. MINUTES OF THE LAST MEETING

    3. THE BRIDGE AT LOW MILL
"""
MINUTES = """
    TARNBROOK COUNCIL

    CABINET

    Minutes of the meeting held on Tuesday, 12 March 2024

    Present: Councillor Ada Quill (Chair), Councillor Bram Oake

    40 APOLOGIES

    There were none.

    41 THE FORD

    RESOLVED that the ford be closed.
"""
REPORT = """
    MEETING:\tCABINET
    MEETING DATE:\t14 May 2024
    TITLE:\tTHE BRIDGE AT LOW MILL

    1 THE ISSUE

    1.1 The bridge is old and its piers will not bear another winter.

    2 RECOMMENDATION

    The Cabinet is asked to agree that the bridge be mended.
"""
BLANK = "\n    This page is intentionally left blank\n"


def a_document(text: str, source: str = "a.txt") -> Document:
    """A plain text, without the indent of the test that it stands in."""
    lines = dedent(text).strip("\n").split("\n")
    return Document(source, "text", tuple(Line(line, n, n) for n, line in enumerate(lines, 1)))


def a_pdf(*pages: str) -> Document:
    """A PDF with the lines of each page."""
    lines = [
        Line(line, page=number)
        for number, page in enumerate(pages, 1)
        for line in dedent(page).strip("\n").split("\n")
    ]
    return Document("a.pdf", "pdf", tuple(lines), tuple(Page(n) for n in range(1, len(pages) + 1)))


def blocks_of(text: str) -> list[Block]:
    return clean(a_document(text))


def minutes_of(business: str) -> Structure:
    """What minutes of the Cabinet of 12 March 2024 hold, with this business after minute 40."""
    return structure_of(a_document(dedent(HEAD) + dedent(business)))


def decisions_of(business: str) -> tuple[Decision, ...]:
    return minutes_of(business).decisions


def forces_of(business: str) -> list[Force]:
    return [decision.force for decision in decisions_of(business)]
