"""Settings: where the library is and which models are used."""

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_LIBRARY = Path("data/library")


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment by ``from_environment``; the command's flags go first.

    ``embedding_model`` and ``reranking_model`` are the name or folder of a
    sentence-transformers model and of a cross-encoder, or None for those that come with
    the installation, or "none" to do without.
    """

    library: Path = DEFAULT_LIBRARY
    embedding_model: str | None = None
    reranking_model: str | None = None


def from_environment() -> Settings:
    """COUNCIL_PAPERS_LIBRARY, COUNCIL_PAPERS_EMBEDDING_MODEL, COUNCIL_PAPERS_RERANKING_MODEL."""
    get = os.environ.get
    return Settings(
        library=Path(get("COUNCIL_PAPERS_LIBRARY") or DEFAULT_LIBRARY),
        embedding_model=get("COUNCIL_PAPERS_EMBEDDING_MODEL") or None,
        reranking_model=get("COUNCIL_PAPERS_RERANKING_MODEL") or None,
    )
