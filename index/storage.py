"""The vectors of a library on disk, in generations that are never changed once written.

    folder/index/<generation>/
        vectors.faiss    one unit row a passage
        passages.tsv     the same rows: id of the passage, SHA-256 of the text embedded
        manifest.json    what built it, and the SHA-256 of the other two

A generation is named for what is in it. It is written aside and renamed when whole, so a
process killed at any instant leaves what was there; which generation is current is said
by the library, in the same transaction as its papers.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import faiss
import numpy as np

from corpus.errors import IndexMismatchError, LibraryError
from corpus.papers import Passage
from index.context import in_context
from index.generations import (
    Generation,
    Row,
    generation_name,
    mismatch,
    read_generation,
    write_generation,
)
from index.hits import Embedder, Vectors
from index.vectors import VectorSearcher

Progress = Callable[[int, int], None]
"""Called with the passages embedded so far, and all that are to be embedded."""

AT_ONCE = 64
"""Passages embedded between two reports of progress: about two seconds."""


def write_index(
    folder: Path,
    passages: Sequence[Passage],
    embedder: Embedder,
    reuse: str | None = None,
    on_progress: Progress | None = None,
) -> str:
    """Write the generation of ``passages`` and return its name, to be stored by the caller.

    Only texts that the generation ``reuse`` lacks are embedded; a generation that is there
    already, and sound, is kept. Raises LibraryError if the folder cannot be written.
    """
    texts = {_digest(text): text for text in map(in_context, passages)}
    rows = _rows(passages)
    name = generation_name(rows, embedder.name)
    root = folder / "index"
    if _sound(root / name, embedder.name):
        return name
    vectors = _reused(root / reuse, embedder.name) if reuse else {}
    fresh = [digest for digest in texts if digest not in vectors]
    for digest, vector in _embedded(fresh, texts, embedder, on_progress):
        vectors[digest] = vector
    matrix = np.zeros((len(rows), embedder.dimension), dtype=np.float32)
    for at, row in enumerate(rows):
        matrix[at] = vectors[row.digest]
    with _staged(root, name) as aside:
        write_generation(aside, Generation(embedder.name, rows, _flat(matrix)))
        read_generation(aside, embedder.name)
    return name


def open_index(
    folder: Path, generation: str, passages: Sequence[Passage], embedder: Embedder
) -> VectorSearcher:
    """The searcher over ``generation``, whose passages must be exactly ``passages``.

    Raises IndexMismatchError, with the remedy, if a part is missing or changed, another
    model built it, or it was built from other passages.
    """
    path = folder / "index" / generation
    found = read_generation(path, embedder.name)
    if found.rows != _rows(passages) or generation_name(found.rows, embedder.name) != generation:
        raise mismatch(path, "was built from other passages than the library holds")
    by_id = {passage.id: passage for passage in passages}
    return VectorSearcher([by_id[row.id] for row in found.rows], found.vectors, embedder)


def remove_other_generations(folder: Path, keep: str | None) -> None:
    """Delete every generation but ``keep``, and what killed processes left half written.

    Only for the process that holds the library's lock, after its transaction.
    """
    root = folder / "index"
    for path in sorted(root.iterdir()) if root.is_dir() else ():
        if path.name != keep:
            shutil.rmtree(path, ignore_errors=True)


def _rows(passages: Sequence[Passage]) -> tuple[Row, ...]:
    """In the order of ids, so that the order of reading files does not matter."""
    rows = (Row(passage.id, _digest(in_context(passage))) for passage in passages)
    return tuple(sorted(rows, key=lambda row: row.id))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _flat(matrix: Vectors) -> faiss.Index:
    vectors = faiss.IndexFlatIP(matrix.shape[1])
    vectors.add(matrix)
    return vectors


def _sound(path: Path, embedder: str) -> bool:
    try:
        read_generation(path, embedder)
    except IndexMismatchError:
        return False
    return True


def _reused(path: Path, embedder: str) -> dict[str, Vectors]:
    """The vectors of an earlier generation by digest of text; none if it is of no use."""
    try:
        found = read_generation(path, embedder)
    except IndexMismatchError:
        return {}
    matrix = found.vectors.reconstruct_n(0, len(found.rows))
    return {row.digest: vector for row, vector in zip(found.rows, matrix, strict=True)}


def _embedded(
    fresh: Sequence[str],
    texts: Mapping[str, str],
    embedder: Embedder,
    on_progress: Progress | None,
) -> Iterator[tuple[str, Vectors]]:
    for start in range(0, len(fresh), AT_ONCE):
        digests = fresh[start : start + AT_ONCE]
        vectors = embedder.embed_passages([texts[digest] for digest in digests])
        yield from zip(digests, vectors, strict=True)
        if on_progress:
            on_progress(start + len(digests), len(fresh))


@contextmanager
def _staged(root: Path, name: str) -> Iterator[Path]:
    """A folder to write into, which becomes ``root / name`` if all went well."""
    aside: Path | None = None
    try:
        root.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".writing-", dir=root))
        yield aside
        shutil.rmtree(root / name, ignore_errors=True)  # there, but not sound
        aside.rename(root / name)
        _sync_folder(root)
    except OSError as error:
        raise LibraryError(
            f"The index cannot be written to {root}: {error}. "
            "Make room, or let this user write there, and try again."
        ) from error
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)


def _sync_folder(folder: Path) -> None:
    """Make a renaming last through a loss of power, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
