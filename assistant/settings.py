"""Settings: where the library is and which models are used."""

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_LIBRARY = Path("data/library")
DEFAULT_OCR_LANGUAGE = "eng"


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment by ``from_environment``; the command's flags go first.

    ``embedding_model`` and ``reranking_model`` are the name or folder of a
    sentence-transformers model and of a cross-encoder, or None for those that come with
    the installation, or "none" to do without. ``ocr_language`` is the language in which
    Tesseract reads scans ("eng", "eng+cym"), or "none" to leave them unread. ``contact`` is an
    e-mail or web address that is sent to the sites from which papers are fetched, or None.
    ``is_shared`` says that others than its keeper reach the page: nobody adds papers there or
    removes any. ``plain_address`` is that of the pages without JavaScript, where they are served.
    """

    library: Path = DEFAULT_LIBRARY
    embedding_model: str | None = None
    reranking_model: str | None = None
    ocr_language: str = DEFAULT_OCR_LANGUAGE
    contact: str | None = None
    is_shared: bool = False
    plain_address: str | None = None


def from_environment() -> Settings:
    """COUNCIL_PAPERS_LIBRARY, _EMBEDDING_MODEL, _RERANKING_MODEL, _OCR_LANGUAGE, _CONTACT.

    And _SHARED (if it is not empty the page is shared) and _PLAIN, which ``serve`` sets.
    """
    get = os.environ.get
    return Settings(
        library=Path(get("COUNCIL_PAPERS_LIBRARY") or DEFAULT_LIBRARY),
        embedding_model=get("COUNCIL_PAPERS_EMBEDDING_MODEL") or None,
        reranking_model=get("COUNCIL_PAPERS_RERANKING_MODEL") or None,
        ocr_language=get("COUNCIL_PAPERS_OCR_LANGUAGE") or DEFAULT_OCR_LANGUAGE,
        contact=get("COUNCIL_PAPERS_CONTACT") or None,
        is_shared=bool(get("COUNCIL_PAPERS_SHARED")),
        plain_address=get("COUNCIL_PAPERS_PLAIN") or None,
    )
