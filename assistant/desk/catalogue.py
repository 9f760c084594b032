"""What a library holds, said honestly: what is there, and what could not be read."""

from dataclasses import dataclass
from datetime import date

from assistant.citing import written_date
from assistant.counting import counted
from assistant.record.contents import Contents, contents
from assistant.record.exempt import ExemptPaper, exempt_papers
from corpus.errors import CouncilPapersError
from corpus.library import FileRecord, Library
from corpus.papers import Paper, PaperKind

_FRONT = 3000
"""Characters of a paper in which it says what it is."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a library holds, its papers by date.

    ``fictional`` are councils whose papers say they are invented; ``acronyms`` are given
    with the words that the papers define them by. ``is_public`` says that exempt papers are
    kept out.
    """

    files: tuple[FileRecord, ...]
    contents: tuple[Contents, ...]
    fictional: tuple[str, ...]
    acronyms: dict[str, str]
    is_public: bool

    @property
    def papers(self) -> list[Paper]:
        """Oldest meeting first, undated last."""
        return [held.paper for held in self.contents]

    @property
    def councils(self) -> list[str]:
        """By name."""
        return sorted({p.meeting.council for p in self.papers if p.meeting.council})

    def bodies(self, council: str | None = None) -> list[str]:
        """By name; those of ``council``, or all."""
        return sorted(
            {
                paper.meeting.body
                for paper in self.papers
                if paper.meeting.body and council in (None, paper.meeting.council)
            }
        )

    @property
    def kinds(self) -> list[PaperKind]:
        """In the order in which PaperKind names them."""
        held = {paper.kind for paper in self.papers}
        return [kind for kind in PaperKind if kind in held]

    @property
    def dates(self) -> list[date]:
        """The dates of meetings, oldest first."""
        return sorted({p.meeting.held_on for p in self.papers if p.meeting.held_on})

    @property
    def unread(self) -> list[FileRecord]:
        """Files that could not be read, or of which some pages hold no text."""
        return [record for record in self.files if record.problem or record.unread_pages]

    @property
    def exempt(self) -> list[ExemptPaper]:
        """Exempt papers, kept out or let in."""
        return list(exempt_papers(self.files, self.papers))

    def in_words(self) -> str:
        """One or two sentences for people."""
        told = f"This library holds {counted(len(self.papers), 'paper')}"
        names = self.councils
        told += f" of {_listed(names)}" if names else ""
        days = self.dates
        if days and days[0] == days[-1]:
            told += f", all of {written_date(days[0])}"
        elif days:
            told += f", from {written_date(days[0])} to {written_date(days[-1])}"
        told += ". It knows nothing else."
        if self.unread:
            files = counted(len(self.unread), "file")
            told += f" {files} could not be read, or only in part."
        return told


def catalogue(library: Library) -> Catalogue:
    """What ``library`` holds now."""
    return Catalogue(
        files=tuple(library.files()),
        contents=tuple(contents(library)),
        fictional=tuple(_fictional(library)),
        acronyms=library.acronyms(),
        is_public=library.is_public,
    )


def _listed(names: list[str]) -> str:
    """At most three names, and how many more there are."""
    shown = names[:3] if len(names) <= 3 else [*names[:3], f"{len(names) - 3} more councils"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _fictional(library: Library) -> list[str]:
    """Councils of which the first paper says near its beginning that it is fictional."""
    first: dict[str, Paper] = {}
    for paper in library.papers():
        if paper.meeting.council:
            first.setdefault(paper.meeting.council, paper)
    return sorted(name for name, paper in first.items() if "fictional" in _front(library, paper))


def _front(library: Library, paper: Paper) -> str:
    try:
        return library.document(paper.source).text[:_FRONT].casefold()
    except CouncilPapersError:
        return ""
