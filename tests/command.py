"""The command as tests run it, and two small papers for it to read."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from assistant.cli import main

MINUTES = """SAMPLETON COUNCIL

MINUTES of a meeting of the CABINET held on Tuesday, 19th March, 2024

Present: Councillor A. Able (Chair), Councillor B. Baker

12 APOLOGIES

There were no apologies.

13 BUS SHELTERS

Councillor Baker presented the report and said that the shelters were old.

RESOLVED that
(i) four bus shelters be replaced in 2024/25; and
(ii) £12,500 be spent on them.

14 LIBRARY HOURS

The Cabinet RESOLVED to note the report on library opening hours.
"""
REPORT = """SAMPLETON COUNCIL

MEETING: CABINET
MEETING DATE: 14 May 2024
TITLE: Cycle Parking

1 THE ISSUE
1.1 Cycle parking at the station is full on most weekdays.

2 RECOMMENDATION
The Cabinet is asked to agree that:
2.1 twenty cycle stands be bought.
"""

SETTINGS = {
    "COUNCIL_PAPERS_LIBRARY": None,
    "COUNCIL_PAPERS_EMBEDDING_MODEL": "none",
    "COUNCIL_PAPERS_RERANKING_MODEL": "none",
}
"""Keywords alone: models take seconds to load, and these tests are about the command."""


def run(*words: object, **settings: str) -> Result:
    """Run ``council-papers`` with these words."""
    arguments = [str(word) for word in words]
    return CliRunner(env=SETTINGS | settings).invoke(main, arguments, prog_name="council-papers")


def papers_in(folder: Path) -> Path:
    """``folder``, made to hold the two papers."""
    folder.mkdir()
    (folder / "minutes.txt").write_text(MINUTES)
    (folder / "report.txt").write_text(REPORT)
    return folder


def library_in(folder: Path) -> Path:
    """A library of the two papers, beside their folder in ``folder``."""
    papers = papers_in(folder / "papers")
    assert run("--library", folder / "library", "add", papers).exit_code == 0
    return folder / "library"


def written(path: Path, *rows: dict[str, object]) -> Path:
    """``path``, made to hold a JSON object a line."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path
