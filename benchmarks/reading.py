"""How well papers are read: their record against what is expected, and how fast."""

import csv
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.record import NONE_YET, Agreement, agreement, record_of, without_words
from corpus.errors import UnreadableFileError
from corpus.papers import Paper
from corpus.readers import read
from corpus.readers.recognition import OFF, Recognition
from corpus.structure import structure_of

HERE = Path(__file__).parent
PACKS = HERE.parent / "tests" / "packs"
FURTHER = HERE / "samples"
SHARED_RECORD = HERE.parent / "tests" / "shared_papers"
COLUMNS = (
    "papers",
    "split off right",
    "meetings right",
    "items and minutes",
    "right",
    "decisions",
    "found",
    "wrong force",
    "clauses right",
    "invented",
)
DAY = re.compile(r"\d{4}-\d\d-(?!00)\d\d")
KINDS = {
    "minutes": "minutes",
    "agenda": "agenda",
    "report": "report",
    "appendix": "appendix",
    "decision record": "decision notice",
}
"""Types of the manifest by the kinds of papers that they are."""


def reading_tables(shared: Path) -> Iterator[str]:
    """The figures, as Markdown; sets that are not there are left out with a sentence."""
    yield "## The record"
    yield ""
    yield "| | " + " | ".join(COLUMNS) + " |"
    yield "|---" * (len(COLUMNS) + 1) + "|"
    yield _row("samples in tests/packs", _samples(PACKS))
    yield _row("further samples", _samples(FURTHER))
    papers = shared / "papers"
    if papers.exists():
        yield _row("shared papers", _shared(papers))
    yield ""
    councils = shared / "councils"
    if councils.exists():
        yield from _councils(councils)
    else:
        yield "Left out: papers of other councils (not there)."
    yield ""


def _row(name: str, agreed: Agreement) -> str:
    figures = (getattr(agreed, field) for field in agreed.__slots__)
    return f"| {name} | " + " | ".join(map(str, figures)) + " |"


def _samples(folder: Path) -> Agreement:
    total = NONE_YET
    for path in sorted(folder.iterdir()):
        beside = path.with_suffix(".json")
        if path.suffix != ".json" and beside.exists():
            expected = json.loads(beside.read_text(encoding="utf-8"))
            total += agreement(expected, record_of(structure_of(read(path, path.name))))
    return total


def _shared(papers: Path) -> Agreement:
    total = NONE_YET
    for path in sorted(SHARED_RECORD.glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        source = expected["source"]
        record = record_of(structure_of(read(papers / source, source)))
        total += agreement(expected, without_words(record))
    return total


def _councils(folder: Path) -> Iterator[str]:
    """Each file's first paper against the manifest, by council, and the speed of it all."""
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    counts: dict[str, Counter[str]] = {}
    seconds: dict[str, float] = defaultdict(float)
    pages: Counter[str] = Counter()
    unreadable = 0
    for row in rows:
        path = folder / row["file"]
        started = time.perf_counter()
        try:
            document = read(path, path.name, Recognition(OFF))
            papers = structure_of(document).papers
        except UnreadableFileError:
            papers = ()
        if not papers:
            unreadable += 1
            continue
        seconds[document.format] += time.perf_counter() - started
        pages[document.format] += len(document.pages) or 1
        _count(counts.setdefault(row["council"].split(" (")[0], Counter()), row, papers[0])
    yield "| other councils | files | council right | wrong | date right | wrong | kind right |"
    yield "|---" * 7 + "|"
    for council, count in sorted(counts.items()):
        yield _council_row(council, count)
    yield ""
    yield f"{unreadable} of {len(rows)} files hold no text to read; none failed otherwise."
    speeds = [
        f"{name} {pages[name] / seconds[name]:.0f} a second ({pages[name]})"
        for name in sorted(pages)
    ]
    told = ", ".join(speeds)
    yield f"Pages read and structured on one core: {told}; a file without pages is one."


def _council_row(council: str, count: Mapping[str, int]) -> str:
    dated, kinds = count["dated"], count["kinds"]
    return (
        f"| {council} | {count['files']} | {count['council']} | {count['other council']} | "
        f"{count['date']} of {dated} | {count['other date']} | {count['kind']} of {kinds} |"
    )


def _count(count: Counter[str], row: Mapping[str, str], paper: Paper) -> None:
    """Compare one paper with its row, which may have two dates: of the text, of the name."""
    meeting = paper.meeting
    count["files"] += 1
    named = row["council"].split(" (")[0]
    if meeting.council:
        same = _plain(meeting.council) == _plain(named)
        count["council" if same else "other council"] += 1
    expected = [day for day in (row["text_date"], row["date"]) if DAY.fullmatch(day)]
    if expected and row["type"] in ("minutes", "agenda", "report"):
        count["dated"] += 1
        if meeting.held_on:
            same = meeting.held_on.isoformat() in expected
            count["date" if same else "other date"] += 1
    if row["type"] in KINDS:
        count["kinds"] += 1
        count["kind"] += paper.kind == KINDS[row["type"]]


def _plain(name: str) -> str:
    return name.casefold().replace("&", "and")


def main(arguments: Sequence[str] = ()) -> None:
    """Print the tables."""
    shared = Path(arguments[0]) if arguments else HERE.parent.parent / "shared"
    print("\n".join(reading_tables(shared)))


if __name__ == "__main__":
    main()
