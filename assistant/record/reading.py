"""How each file of a library was read: as text, by text recognition, or not, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from typing_extensions import TypedDict

from assistant.counting import counted
from assistant.record.exempt import reason_of
from corpus.documents import Page
from corpus.library import FileRecord


class PageJson(TypedDict):
    """A page (from 1) that was not simply read: by recognition, or not and why."""

    page: int
    printed: str | None
    confidence: int | None
    unread: str | None


class ReadingJson(TypedDict):
    """How one file was read, as other programs read it.

    ``pages`` is their number in a PDF, else None; ``as_text`` of how many the file holds the
    text; ``others`` are the rest. ``exempt`` says what was kept out, ``problem`` why the whole
    could not be read, ``address`` where it was fetched from.
    """

    source: str
    format: str | None
    pages: int | None
    as_text: int
    others: list[PageJson]
    exempt: list[str]
    problem: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Readings:
    """How many files were read, and how many of the pages of PDFs, and in what way."""

    files: int
    as_text: int
    recognised: int
    unread: int

    def in_words(self) -> str:
        """Such as "12 files; 340 pages of PDF: 330 as text, 8 by text recognition, 2 not"."""
        told = counted(self.files, "file")
        pages = self.as_text + self.recognised + self.unread
        if not pages:
            return told
        told += f"; {counted(pages, 'page')} of PDF: {self.as_text:,} as text"
        told += f", {self.recognised:,} by text recognition" if self.recognised else ""
        return told + (f", {self.unread:,} not" if self.unread else "")


def readings(files: Iterable[FileRecord]) -> Readings:
    """All files of which the library holds anything, together; not what was kept out."""
    read = [record for record in files if record.is_held]
    pages = [page for record in read for page in record.pages]
    return Readings(
        len(read),
        sum(map(_as_text, pages)),
        sum(page.confidence is not None for page in pages),
        sum(len(record.unread_pages) for record in read),
    )


def to_json(record: FileRecord) -> ReadingJson:
    """The report on one file."""
    others = [page for page in record.pages if page.confidence is not None]
    others = sorted([*others, *record.unread_pages], key=lambda page: page.number)
    return ReadingJson(
        source=record.source,
        format=record.format,
        pages=len(record.pages) if record.pages else None,
        as_text=sum(map(_as_text, record.pages)),
        others=[
            PageJson(
                page=page.number,
                printed=page.printed,
                confidence=page.confidence,
                unread=page.problem,
            )
            for page in others
        ],
        exempt=[reason_of(record.format, part) for part in record.withheld],
        problem=record.problem,
        address=record.origin.address if record.origin else None,
    )


def in_words(record: FileRecord) -> str:
    """How one file was read, in a sentence or two."""
    if record.problem:
        return f"Not read: {record.problem}"
    return " ".join(_sentences(record))


def _sentences(record: FileRecord) -> Iterator[str]:
    pages = record.pages
    if not pages and record.is_held:
        yield "Read." if not record.withheld else "Read but for what is exempt."
    elif pages and all(map(_as_text, pages)):
        yield f"{counted(len(pages), 'page')}, all read as text."
    elif record.is_held:
        as_text = sum(map(_as_text, pages))
        yield f"{counted(len(pages), 'page')}, {as_text or 'none'} read as text."
    recognised = [page for page in pages if page.confidence is not None]
    if recognised:
        least = min(page.confidence or 0 for page in recognised)
        yield f"Read from a scan, at least {least} % sure: {_numbers(recognised)}."
    unread: dict[str, list[Page]] = {}
    for page in record.unread_pages:
        unread.setdefault(page.problem or "", []).append(page)
    for problem, group in unread.items():
        yield f"Not read: {_numbers(group)} ({problem})."
    for part in record.withheld:
        yield f"Kept out: {reason_of(record.format, part)}."


def _as_text(page: Page) -> bool:
    return page.confidence is None and page.problem is None


def _numbers(pages: Sequence[Page]) -> str:
    """Such as "pages 3–5 and 9"."""
    runs: list[list[int]] = []
    for number in sorted(page.number for page in pages):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    listed = " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))
    return f"{'page' if len(pages) == 1 else 'pages'} {listed}"
