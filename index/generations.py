"""One generation of vectors: written to a folder, and read back only if it is sound."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np

from corpus.errors import IndexMismatchError

FORMAT = 1
"""Raised when the layout, or the text that is embedded, changes in kind."""

MANIFEST = "manifest.json"
PASSAGES = "passages.tsv"
VECTORS = "vectors.faiss"


@dataclass(frozen=True, slots=True)
class Row:
    """The passage that a vector belongs to, and the SHA-256 of the text embedded."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Generation:
    """Vectors, row for row with ``rows``, and the name of the embedder that made them."""

    embedder: str
    rows: tuple[Row, ...]
    vectors: faiss.Index


def generation_name(rows: Sequence[Row], embedder: str) -> str:
    """The same for the same passages and embedder, and for no others."""
    content = f"{FORMAT}\n{embedder}\n".encode() + _table(rows)
    return hashlib.sha256(content).hexdigest()[:16]


def write_generation(path: Path, generation: Generation) -> None:
    """Write the parts into the folder ``path``, through to the disk; the manifest last."""
    parts = {
        PASSAGES: _table(generation.rows),
        VECTORS: faiss.serialize_index(generation.vectors).tobytes(),
    }
    manifest = {
        "format": FORMAT,
        "embedder": generation.embedder,
        "dimension": generation.vectors.d,
        "count": len(generation.rows),
        "sha256": {name: hashlib.sha256(part).hexdigest() for name, part in parts.items()},
    }
    for name, part in {**parts, MANIFEST: json.dumps(manifest, indent=1).encode()}.items():
        with (path / name).open("wb") as stream:
            stream.write(part)
            stream.flush()
            os.fsync(stream.fileno())


def read_generation(path: Path, embedder: str) -> Generation:
    """What stands in ``path``, if ``embedder`` made it. Raises IndexMismatchError."""
    try:
        manifest = json.loads((path / MANIFEST).read_bytes())
        parts = {name: (path / name).read_bytes() for name in (PASSAGES, VECTORS)}
        if manifest["format"] != FORMAT:
            raise mismatch(path, "was written by another version of this program")
        if manifest["embedder"] != embedder:
            raise mismatch(
                path, f"was built by the model {manifest['embedder']}, but {embedder} is in use"
            )
        for name, part in parts.items():
            if hashlib.sha256(part).hexdigest() != manifest["sha256"][name]:
                raise mismatch(path, f"has a damaged part, {name}")
    except OSError as error:
        raise mismatch(path, f"lacks a part ({error.filename}: {error.strerror})") from error
    except (ValueError, LookupError, TypeError) as error:
        raise mismatch(path, f"has a damaged part, {MANIFEST}") from error
    lines = parts[PASSAGES].decode().split("\n")[:-1]
    rows = tuple(Row(*line.split("\t")) for line in lines)
    vectors = faiss.deserialize_index(np.frombuffer(parts[VECTORS], dtype=np.uint8))
    if (vectors.ntotal, len(rows)) != (manifest["count"], manifest["count"]):
        raise mismatch(path, "has parts that do not belong together")
    return Generation(embedder, rows, vectors)


def _table(rows: Sequence[Row]) -> bytes:
    return "".join(f"{row.id}\t{row.digest}\n" for row in rows).encode()


def mismatch(path: Path, reason: str) -> IndexMismatchError:
    """The error to raise for the generation ``path``, with what to do about it."""
    return IndexMismatchError(
        f"The index {path} {reason}. "
        "Run `council-papers add` with the folder of papers again: it builds the index anew."
    )
