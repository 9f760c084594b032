"""Papers of a fictional council, for the tests of the page."""

from pathlib import Path

from drawn import drawn, written

from assistant.filing.adding import add_papers
from assistant.settings import Settings

MINUTES = """TARNBROOK COUNCIL

Paper of a fictional council, written for a test.

CABINET

Minutes of the meeting held on Tuesday 12 March 2024 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)
Councillors Bram Oake and Cleo Fenn

41/24 APOLOGIES FOR ABSENCE

There were none.

42/24 ALLOTMENT RENTS

Cabinet considered a report of the Head of Parks.

Councillor Oake said that a plot cost $5 or *more* <b>elsewhere</b>.

RESOLVED – That

(1) the rent of an allotment plot be set at £48 a year from 1 April 2025; and

(2) the allotment waiting list be published every month.

43/24 SWIMMING POOL ROOF

Cabinet considered a report of the Head of Leisure on the roof of the swimming pool.

RECOMMENDED to Council – That £310,000 be added to the capital programme for the swimming pool roof.
"""

REPORT = """TARNBROOK COUNCIL

Paper of a fictional council, written for a test.

Report to: Cabinet
Date of meeting: 14 May 2024
Title: The future of the ice rink

1. Summary

1.1 The ice rink was used by 9,400 people in 2023, half as many as in 2013.

2. Recommendations

2.1 Cabinet is recommended to agree that the ice rink be sold by auction.
"""

LATER = """TARNBROOK COUNCIL

Paper of a fictional council, written for a test.

CABINET

Minutes of the meeting held on Tuesday 9 July 2024 at 2.00 pm in the Town Hall

51/24 MARKET STALL FEES

Cabinet considered a report of the Head of Markets.

RESOLVED – That the fee for a market stall be reduced to £12 a day.
"""

CLOSED = """TARNBROOK COUNCIL

NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A

Report to: Cabinet
Date of meeting: 9 July 2024
Title: The offer for the quernstone

1. Summary

1.1 The quernstone is offered at £910,000.
"""


def library_with_papers(folder: Path) -> Path:
    """A library of the minutes and the report, in ``folder``; searched by keywords alone."""
    papers = folder / "papers"
    papers.mkdir()
    (papers / "cabinet-minutes.txt").write_text(MINUTES, encoding="utf-8")
    (papers / "ice-rink-report.txt").write_text(REPORT, encoding="utf-8")
    settings = Settings(folder / "library", "none", "none")
    add_papers(settings, [papers])
    return settings.library


def add_pdf(library: Path, folder: Path) -> Path:
    """Add minutes of three pages, as a PDF in ``folder``, to a library; the file."""
    path = folder / "bandstand-minutes.pdf"
    head = ("TARNBROOK COUNCIL", "", "CABINET", "")
    drawn(
        path,
        written(
            *head,
            "Minutes of the meeting held on Tuesday 16 April 2024 at 2.00 pm in the Town Hall",
            "",
            "46/24 APOLOGIES FOR ABSENCE",
            "",
            "There were none.",
        ),
        written(
            "47/24 BANDSTAND REPAIRS",
            "",
            "Cabinet considered a report of the Head of Parks.",
            "",
            "RESOLVED - That the bandstand be repaired at a cost of £7,250 and that its railings",
            "be painted green.",
        ),
        written("48/24 DATE OF THE NEXT MEETING", "", "The date of the next meeting was noted."),
    )
    add_papers(Settings(library, "none", "none"), [path])
    return path
