"""Loading models: offline unless asked otherwise, and quietly."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from corpus.errors import ModelUnavailableError


def is_local(name_or_folder: str) -> bool:
    """Whether a model is a folder of this machine, not a name on a model hub."""
    return Path(name_or_folder).is_dir()


@contextmanager
def loading(name_or_folder: str) -> Iterator[None]:
    """Around the import of a model's library and the loading of the model.

    Raises ModelUnavailableError for whatever goes wrong there: libraries raise errors of
    many kinds. A model that is a folder closes the way to the hub for the process,
    unless HF_HUB_OFFLINE says otherwise.
    """
    if is_local(name_or_folder):
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        yield
    except ModelUnavailableError:
        raise
    except Exception as error:
        raise ModelUnavailableError(
            f"The model {name_or_folder} cannot be loaded: {error}. Give the folder of a "
            "sentence-transformers model, or a name on the hub that can be reached from here "
            "(with HF_HUB_OFFLINE=0), or set none to use the installed one."
        ) from error


def hush() -> None:
    """Stop transformers from drawing progress bars and printing advice."""
    from transformers.utils import logging

    logging.set_verbosity_error()
    logging.disable_progress_bar()


def onnx_session(file: Path, threads: int) -> Any:
    """An onnxruntime session for the graph in ``file``; a run of it uses ``threads``."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read once, when it is imported
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
