"""What of a file is let into a library: all of it, its open part, or nothing."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from assistant.evaluation.report import NAME
from assistant.filing.finding import File
from corpus.documents import Document, Page, Withheld
from corpus.exempt.finding import exempt_parts
from corpus.exempt.letting_in import structure_with_exempt
from corpus.exempt.parts import is_whole, withheld, without
from corpus.library import Library
from corpus.structure import Structure, structure_of


@dataclass(frozen=True, slots=True)
class Admitted:
    """What a library holds of a file.

    ``document`` is None where nothing of it is let in. ``exempt`` are its exempt parts, which
    a public library keeps out; ``is_public`` says whether this one does.
    """

    document: Document | None
    structure: Structure
    format: str
    pages: tuple[Page, ...]
    exempt: tuple[Withheld, ...]
    is_public: bool

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """The parts that are kept out."""
        return self.exempt if self.is_public else ()


def admitted(document: Document, file: File, *, is_public: bool) -> Admitted:
    """What of ``document`` a library may hold, that is open to the public or not."""
    parts = exempt_parts(document, Path(file.root).name)
    told = withheld(document, parts)
    if not is_public:
        structure = structure_with_exempt(document, parts, file.origin)
        return Admitted(document, structure, document.format, document.pages, told, False)
    opened = without(document, parts)
    structure = Structure() if is_whole(document, parts) else structure_of(opened, file.origin)
    held = opened if structure.passages or not parts else None
    return Admitted(held, structure, document.format, opened.pages, told, True)


def delete_copies(library: Library) -> None:
    """Delete files that a public library's own folder must not hold: those with exempt parts."""
    if not library.is_public:
        return
    folder = library.folder.resolve()
    for record in library.files():
        if record.withheld and Path(record.root).is_relative_to(folder):
            parts = PurePosixPath(record.source).parts
            for first in range(len(parts)):
                Path(record.root, *parts[first:]).unlink(missing_ok=True)


def purge(library: Library) -> None:
    """See that nothing is left in the library's folder of what was taken out as exempt.

    After the transaction that took it out. Raises LibraryError.
    """
    library.scrub()
    (library.folder / NAME).unlink(missing_ok=True)  # its questions may have been made from it
