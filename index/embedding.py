"""Embeddings by a sentence-transformers model, on the processor, offline by default."""

import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from index.hits import Vectors
from index.models import hush, is_local, loading
from index.weights import EMBEDDING_WEIGHTS, folder_of

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32

MAX_PIECES = 512
"""What the model that comes with the installation reads at a time."""


class SentenceTransformerEmbedder:
    """An Embedder. Texts of any length are embedded whole.

    A model reads so many word pieces at a time (bge-small-en-v1.5: 512) and drops the
    rest without a word. A longer text is therefore embedded in windows, and its vector
    is their mean, brought back to length 1. Threads that embed at once wait for one another:
    a tokenizer is set to cut or not to cut from call to call.
    """

    def __init__(self, name_or_folder: str | None = None) -> None:
        """Load the model; None means the one that comes with the installation.

        Takes seconds: torch is imported here. Raises ModelUnavailableError.
        """
        self._embedding = Lock()
        if name_or_folder is None:
            self._model, self._name = _packaged()
        else:
            self._model, self._name = _sentence_transformers(name_or_folder)
        self._dimension = self._model.get_embedding_dimension() or 0
        special = self._model.tokenizer.num_special_tokens_to_add(pair=False)
        self._window = (self._model.max_seq_length or sys.maxsize) - special

    @property
    def name(self) -> str:
        """The model's name and a digest of its weights, wherever they were loaded from."""
        return self._name

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self._dimension

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, float32 ``(n, dimension)``, unit rows."""
        with self._embedding:
            return self._embed(texts, self._model.encode_query)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages, float32 ``(n, dimension)``, unit rows."""
        with self._embedding:
            return self._embed(texts, self._model.encode_document)

    def _embed(self, texts: Sequence[str], encode: Callable[..., Any]) -> Vectors:
        windows = [
            self._windows(text) if pieces > self._window else [text]
            for text, pieces in zip(texts, self._pieces(texts), strict=True)
        ]
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        if not windows:
            return vectors
        # The model sorts by length within a call, so that little of a batch is padding.
        rows = encode(
            [window for each in windows for window in each],
            batch_size=BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        owners = [row for row, each in enumerate(windows) for _ in each]
        np.add.at(vectors, owners, rows)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)

    def _windows(self, text: str) -> list[str]:
        """``text`` in stretches of whole words that the model can read to their end."""
        words = text.split()
        windows: list[list[str]] = [[]]
        room = self._window
        for word, pieces in zip(words, self._pieces(words), strict=True):
            if pieces > room and windows[-1]:
                windows.append([])
                room = self._window
            windows[-1].append(word)
            room -= pieces
        return [" ".join(window) for window in windows]

    def _pieces(self, texts: Sequence[str]) -> list[int]:
        """How many word pieces the model makes of each text."""
        if not texts:
            return []
        encoded = self._model.tokenizer(list(texts), add_special_tokens=False)
        return [len(ids) for ids in encoded["input_ids"]]


def _packaged() -> "tuple[SentenceTransformer, str]":
    """The model, and its name with the beginning of its file's digest."""
    folder = folder_of(EMBEDDING_WEIGHTS)
    with loading(str(folder)):
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import Normalize, Pooling

        from index.onnx_transformer import OnnxTransformer

        hush()
        transformer = OnnxTransformer(folder, MAX_PIECES)
        pooling = Pooling(transformer.get_embedding_dimension(), pooling_mode="cls")
        model = SentenceTransformer(modules=[transformer, pooling, Normalize()], device="cpu")
    digest = dict(EMBEDDING_WEIGHTS.digests)["model.onnx"]
    return model, f"{EMBEDDING_WEIGHTS.model} {digest[:12]}"


def _sentence_transformers(source: str) -> "tuple[SentenceTransformer, str]":
    """The model, and its name (of a folder: the last part) with a digest of its weights."""
    with loading(source):
        from sentence_transformers import SentenceTransformer

        hush()
        model = SentenceTransformer(source, device="cpu", local_files_only=is_local(source))
    label = Path(source).resolve().name if is_local(source) else source
    return model, f"{label} {_identity(model.state_dict())}"


def _identity(weights: dict[str, Any]) -> str:
    """A digest of a model's numbers, so that two models of one name are told apart."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in sorted(weights.items()):
        digest.update(name.encode())
        digest.update(tensor.contiguous().reshape(-1).view(torch.uint8).numpy())
    return digest.hexdigest()[:12]
