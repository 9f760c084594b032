"""What an adding has done: counted as it goes, told as progress and at its end."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.filing.withholding import Admitted
from assistant.record.exempt import reason_of


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an adding has come. ``seconds_left`` is None until it can be told."""

    source: str
    files_done: int
    files: int
    pages: int
    passages: int
    embedded: int
    to_embed: int
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was not added, why, and what to do."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of each file, by source, and what the library gained.

    ``exempt`` are files, or parts of files, that were kept out as exempt; ``let_in`` those
    that are exempt and were let in. A file with an open part is among ``read`` too.
    """

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    unreadable: tuple[Problem, ...]
    exempt: tuple[Problem, ...]
    let_in: tuple[Problem, ...]
    pages: int
    passages: int
    decisions: int
    seconds: float
    notices: tuple[str, ...]


OnProgress = Callable[[Progress], None]


@dataclass(slots=True)
class Tally:
    """What an adding has done so far."""

    files: int
    on_progress: OnProgress | None
    ocr_language: str
    started: float = field(default_factory=time.monotonic)
    read: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    unreadable: list[Problem] = field(default_factory=list)
    exempt: list[Problem] = field(default_factory=list)
    let_in: list[Problem] = field(default_factory=list)
    must_purge: bool = False
    pages: int = 0
    passages: int = 0
    decisions: int = 0
    done: int = 0

    def count(self, source: str, held: Admitted) -> None:
        """Add what the library holds of a file."""
        if held.exempt:
            told = self.exempt if held.is_public else self.let_in
            told += [Problem(source, reason_of(held.format, part)) for part in held.exempt]
        if held.document:
            self.read.append(source)
            self.pages += len(held.pages)
        self.passages += len(held.structure.passages)
        self.decisions += len(held.structure.decisions)

    def tell_embedded(self, embedded: int, to_embed: int) -> None:
        """Report how many of the new passages are embedded."""
        self.tell("embedding passages", embedded, to_embed)

    def tell_page(self, source: str, number: int, pages: int) -> None:
        """Report that a scanned page is about to be read, which takes some seconds."""
        self.tell(f"{source}, page {number:,} of {pages:,}")

    def tell(self, source: str, embedded: int = 0, to_embed: int = 0) -> None:
        """Report progress; the time left is judged by the files done and passages embedded."""
        if self.on_progress is None:
            return
        spent = time.monotonic() - self.started
        share = self.done / self.files if self.files else 1.0
        if to_embed:
            share *= max(embedded, 1) / to_embed
        left = spent / share - spent if share > 0 and spent > 0.5 else None
        self.on_progress(
            Progress(
                source, self.done, self.files, self.pages, self.passages, embedded, to_embed, left
            )
        )

    def report(self, notices: Sequence[str]) -> AddReport:
        """All that was done, at its end."""
        return AddReport(
            read=tuple(self.read),
            unchanged=tuple(self.unchanged),
            unreadable=tuple(self.unreadable),
            exempt=tuple(self.exempt),
            let_in=tuple(self.let_in),
            pages=self.pages,
            passages=self.passages,
            decisions=self.decisions,
            seconds=time.monotonic() - self.started,
            notices=tuple(notices),
        )
