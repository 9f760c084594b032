"""A transformer that is an ONNX graph, as a module of sentence-transformers.

Not to be imported but where a model is loaded: torch comes with it.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import torch
from sentence_transformers.sentence_transformer.modules import InputModule
from torch.nn.utils.rnn import pad_sequence
from transformers import PreTrainedTokenizerFast

from index.models import onnx_session


class OnnxTransformer(InputModule):
    """Turns texts into token embeddings, which a Pooling module makes into one vector each.

    Each text goes through the graph by itself, on one thread; several texts go at once. An
    int8 graph scales its numbers over a whole batch, so that in a batch even texts of equal
    length change each other's vectors (cosines down to 0.989), and batches are no faster.
    """

    def __init__(self, folder: Path, max_seq_length: int) -> None:
        """Read ``model.onnx`` and ``tokenizer.json`` in ``folder``, a BERT's; nothing else.

        ``max_seq_length`` counts word pieces, the two special ones included.
        """
        super().__init__()  # type: ignore[no-untyped-call]
        self.max_seq_length = max_seq_length
        self.tokenizer: PreTrainedTokenizerFast = PreTrainedTokenizerFast(
            tokenizer_file=str(folder / "tokenizer.json")
        )
        self._session = onnx_session(folder / "model.onnx", threads=1)

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """Word pieces of texts, cut to ``max_seq_length`` and padded to the longest."""
        texts = self._prepend_prompt(list(inputs), prompt or "")
        pieces = self.tokenizer(texts, truncation=True, max_length=self.max_seq_length)
        rows = [torch.tensor(ids) for ids in pieces["input_ids"]]
        masks = [torch.ones_like(row) for row in rows]
        return {
            "input_ids": pad_sequence(rows, batch_first=True),
            "attention_mask": pad_sequence(masks, batch_first=True),
        }

    def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """Add ``token_embeddings``, ``(texts, pieces, dimension)``, 0 where there is padding."""
        lengths = features["attention_mask"].sum(dim=1).tolist()
        texts = [
            ids[:length].numpy() for ids, length in zip(features["input_ids"], lengths, strict=True)
        ]
        with ThreadPoolExecutor(torch.get_num_threads()) as pool:
            embedded = list(pool.map(self._embedded, texts))
        features["token_embeddings"] = pad_sequence(embedded, batch_first=True)
        return features

    def get_embedding_dimension(self) -> int:
        """The length of a token's vector."""
        return int(self._session.get_outputs()[0].shape[-1])

    def save(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raise NotImplementedError: nothing trains this model, so its files are its only form."""
        raise NotImplementedError

    def _embedded(self, ids: np.ndarray[Any, np.dtype[np.int64]]) -> torch.Tensor:
        """The vectors of the word pieces of one text, ``(pieces, dimension)``."""
        row = ids[np.newaxis]
        inputs = {
            "input_ids": row,
            "attention_mask": np.ones_like(row),
            "token_type_ids": np.zeros_like(row),
        }
        return torch.from_numpy(self._session.run(None, inputs)[0][0])
