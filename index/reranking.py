"""Reranking by a cross-encoder, which reads a question and a text together."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from threading import Lock

import numpy as np

from corpus.errors import ModelUnavailableError
from index.models import hush, is_local, loading, onnx_session
from index.weights import RERANKING_WEIGHTS, folder_of

PairScore = Callable[[str, str], float]

MAX_PIECES = 512
THREADS = os.cpu_count() or 2
"""Pairs scored at once, each on one thread: nearly twice as fast as one pair on two."""
REMEMBERED = 8192


class CrossEncoderReranker:
    """A Reranker. Its scores are raw logits: in ms-marco models about -11 to 11.

    Pairs are scored one at a time, because in int8 models (and, in the last digits, in
    others) a score depends on what else is in its batch. Recent scores are remembered.
    """

    def __init__(self, name_or_folder: str | None = None) -> None:
        """Load the model; None means the one that comes with the installation.

        Raises ModelUnavailableError.
        """
        if name_or_folder is None:
            self.name = RERANKING_WEIGHTS.model
            score = _packaged()
        else:
            self.name = (
                Path(name_or_folder).resolve().name if is_local(name_or_folder) else name_or_folder
            )
            score = _sentence_transformers(name_or_folder)
        self._score = lru_cache(maxsize=REMEMBERED)(score)
        self._pool = ThreadPoolExecutor(THREADS)

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the query; what is too long is cut at its end."""
        return list(self._pool.map(self._score, repeat(query), texts))


def _packaged() -> PairScore:
    folder = folder_of(RERANKING_WEIGHTS)
    with loading(str(folder)):
        from tokenizers import Tokenizer

        session = onnx_session(folder / "model.onnx", threads=1)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        # Cuts the text, as "only_second" does, but a question of 500 words is no error.
        tokenizer.enable_truncation(MAX_PIECES, strategy="longest_first")

    def score(query: str, text: str) -> float:
        pair = tokenizer.encode(query, text)
        inputs = {
            "input_ids": pair.ids,
            "attention_mask": pair.attention_mask,
            "token_type_ids": pair.type_ids,
        }
        logits = session.run(
            None, {name: np.array([ids], dtype=np.int64) for name, ids in inputs.items()}
        )[0]
        return float(logits[0, 0])

    return score


def _sentence_transformers(name_or_folder: str) -> PairScore:
    with loading(name_or_folder):
        from sentence_transformers import CrossEncoder
        from torch.nn import Identity

        hush()
        model = CrossEncoder(
            name_or_folder, device="cpu", local_files_only=is_local(name_or_folder)
        )
        if model.num_labels != 1:
            raise ModelUnavailableError(
                f"The model {name_or_folder} gives {model.num_labels} numbers a pair, not one "
                "score. Give the name or folder of a cross-encoder made for ranking."
            )

    reading = Lock()  # its tokenizer is set anew at each call; torch uses every core by itself

    def score(query: str, text: str) -> float:
        with reading:
            scores = model.predict(
                [(query, text)], activation_fn=Identity(), show_progress_bar=False
            )
        return float(scores[0])

    return score
