"""The index of a library, kept in step with its passages."""

import hashlib
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assistant.opening import BY_WORDS, NONE, load_embedder
from assistant.settings import Settings
from corpus.errors import ModelUnavailableError
from corpus.library import Library
from index.embedding import SentenceTransformerEmbedder
from index.hits import Embedder, Vectors
from index.storage import Progress, remove_other_generations, write_index
from index.weights import EMBEDDING_WEIGHTS, folder_of, sha256_of

MAKERS = ("sentence-transformers", "transformers", "torch")
"""Packages by whose release the name of an embedder may change."""


class Indexing:
    """Writes the index of ``library``. Loads the model only when something is embedded.

    What a person must know is added to ``notices``.
    """

    def __init__(self, settings: Settings, library: Library, notices: list[str]) -> None:
        self._settings = settings
        self._library = library
        self._notices = notices
        self._embedder: Embedder | None = None
        self._sought = False

    def update(self, *, changed: bool, on_progress: Progress | None = None) -> None:
        """Write the index of what the library now holds (in its ``writing``).

        An index that is there, and sound, is kept; without a model, only if no passage has
        ``changed``.
        """
        passages = self._library.passages()
        embedder = self._wanted() if passages else None
        generation = None if changed or not passages else self._library.generation
        if embedder:
            reuse = self._library.generation
            try:
                generation = write_index(
                    self._library.folder, passages, embedder, reuse, on_progress
                )
            except ModelUnavailableError as error:
                self._notices.append(f"{BY_WORDS}: {error}")
        self._library.set_generation(generation)

    def sweep(self) -> None:
        """Delete what is no longer the index (after the transaction)."""
        remove_other_generations(self._library.folder, self._library.generation)

    def _wanted(self) -> Embedder | None:
        if not self._sought:
            self._sought = True
            self._embedder = self._found()
        return self._embedder

    def _found(self) -> Embedder | None:
        """The embedder by the name that the library remembers for it, or loaded."""
        chosen = self._settings.embedding_model
        model = None if chosen == NONE else _fingerprint(chosen)
        known = self._library.embedder(model) if model else None
        if known:
            return _Deferred(*known, lambda: SentenceTransformerEmbedder(chosen))
        embedder = load_embedder(self._settings, self._notices)
        if embedder and model:
            self._library.remember_embedder(model, embedder.name, embedder.dimension)
        return embedder


class _Deferred:
    """An Embedder whose model is loaded when first something is embedded."""

    def __init__(self, name: str, dimension: int, load: Callable[[], Embedder]) -> None:
        self.name = name
        self.dimension = dimension
        self._load = load
        self._loaded: Embedder | None = None

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        return self._embedder().embed_questions(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embedder().embed_passages(texts)

    def _embedder(self) -> Embedder:
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded


def _fingerprint(chosen: str | None) -> str | None:
    """A digest of a model's files and of what loads them; None if it is no folder."""
    try:
        folder = folder_of(EMBEDDING_WEIGHTS) if chosen is None else Path(chosen)
        makers = [version(maker) for maker in MAKERS]
    except (ModelUnavailableError, PackageNotFoundError):
        return None
    if not folder.is_dir():
        return None
    parts = [chosen or EMBEDDING_WEIGHTS.model, *makers]
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        parts += [file.relative_to(folder).as_posix(), sha256_of(file)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
