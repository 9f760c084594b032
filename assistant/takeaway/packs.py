"""A pack of evidence: the quotes, the texts they stand in, and a check that anyone can run."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from assistant.citing import written_date
from assistant.takeaway.archive import unzipped, zipped
from assistant.takeaway.evidence import Held, evidence_of
from assistant.takeaway.extracts import Extract
from assistant.takeaway.texts import to_text
from assistant.takeaway.word import to_word
from corpus.errors import BadRequestError, UnreadableFileError
from corpus.library import FileRecord, Library
from corpus.originals import original_of

MOST_TEXT = 60_000_000
"""Characters of all texts together: some twenty thousand pages."""
MOST_ORIGINALS = 20_000_000
"""Bytes of all original files together, so that a pack can go by e-mail."""
MANIFEST = "MANIFEST.txt"
_CHECK = Path(__file__).with_name("check.py")
_README = Path(__file__).with_name("readme.txt")
_LONGEST_NAME = 60


def to_pack(extract: Extract, library: Library) -> bytes:
    """The pack for an extract of replies over ``library``, as a zip archive.

    The same extract gives the same bytes as long as the same original files are there. What
    is exempt is in a pack only if the library is not public, and then every file says so; such
    a pack holds no original files. Raises BadRequestError if a source is not held any more, or
    if the texts are more than a pack may hold.
    """
    originals: dict[str, bytes] = {}
    reasons: dict[str, str] = {}
    held = list(_held(extract, library, originals, reasons))
    mark = f"{extract.marking}\n\n" if extract.marking else ""
    told = json.dumps(evidence_of(extract, held, len(mark)), ensure_ascii=False, indent=1)
    files = {
        "README.txt": (mark + _readme(extract, held, reasons)).encode(),
        "answer.txt": to_text(extract).encode(),
        "answer.docx": to_word(extract),
        "evidence.json": f"{told}\n".encode(),
        "check.py": (
            (f"# {extract.marking}\n" if mark else "") + _CHECK.read_text("utf-8")
        ).encode(),
        **{each.text_name: (mark + each.document.text).encode() for each in held},
        **originals,
    }
    return zipped({**files, MANIFEST: _manifest(files, extract.marking)}, extract.asked_on)


def seal_of(pack: bytes) -> str:
    """The SHA-256 of a pack's list of files, by which two people see that theirs is the same."""
    return hashlib.sha256(unzipped(pack)[MANIFEST]).hexdigest()


def _held(
    extract: Extract, library: Library, originals: dict[str, bytes], reasons: dict[str, str]
) -> Iterator[Held]:
    """The sources in the order in which they are cited.

    The files that go with them are added to ``originals``, and why others do not to ``reasons``.
    """
    cited = (source.citation.span.source for turn in extract.turns for source in turn.sources)
    length = 0
    for number, source in enumerate(dict.fromkeys(cited), 1):
        record, document = library.file(source), library.document(source)
        length += len(document.text)
        if length > MOST_TEXT:
            raise BadRequestError(
                f"The sources hold more than {MOST_TEXT // 1_000_000} million characters, too many "
                "for one pack. Make a pack of fewer questions."
            )
        name = f"{number:02} {_plain(source)}"
        original = f"originals/{name}"
        try:
            room = MOST_ORIGINALS - sum(map(len, originals.values()))
            originals[original] = _bytes(record, room, is_public=library.is_public)
        except UnreadableFileError as error:
            reasons[source] = error.reason
        kept = original if original in originals else None
        yield Held(record, document, f"texts/{name}.txt", kept)


def _bytes(record: FileRecord, room: int, *, is_public: bool) -> bytes:
    """The file of ``record``; UnreadableFileError says why it may not go into a pack."""
    reason = ""
    if not is_public:
        reason = "the library is not for the public"
    elif record.withheld:
        reason = "parts of the file are exempt"
    elif (path := original_of(record)).stat().st_size > room:
        reason = f"the files of a pack may have {MOST_ORIGINALS // 1_000_000} MB together"
    else:
        return path.read_bytes()
    raise UnreadableFileError(record.source, reason, "")


def _plain(source: str) -> str:
    """The name of a source as any system can store it, its suffix kept."""
    path = PurePosixPath(source)
    stem = re.sub(r"[^\w-]+", "-", path.stem, flags=re.ASCII).strip("-")[:_LONGEST_NAME]
    suffix = path.suffix if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", path.suffix) else ""
    return (stem or "paper") + suffix


def _readme(extract: Extract, held: list[Held], reasons: Mapping[str, str]) -> str:
    sources = []
    for each in held:
        source = each.record.source
        kept = each.original_name or f"the file itself is not in the pack: {reasons[source]}"
        sources.append(f"{source}\n  SHA-256 {each.record.digest}\n  {each.text_name}\n  {kept}")
    return _README.read_text("utf-8").format(
        day=written_date(extract.asked_on), sources="\n".join(sources) or "none"
    )


def _manifest(files: Mapping[str, bytes], marking: str) -> bytes:
    """A line for each file, as the command sha256sum reads them."""
    lines = [f"# {marking}"] if marking else []
    lines += [f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items()]
    return "".join(f"{line}\n" for line in lines).encode()
