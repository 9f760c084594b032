"""The enquiry desk: one opened assistant and what its library holds, for all sessions."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from assistant.answering import Assistant
from assistant.opening import open_assistant
from assistant.settings import Settings
from assistant.web.catalogue import Catalogue, catalogue
from assistant.web.examples import examples
from corpus.database import FILE_NAME

UPLOADS = "uploads"
"""The library's own folder for papers that came by the page."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An opened assistant. ``questions`` are examples that its library can answer."""

    settings: Settings
    assistant: Assistant
    catalogue: Catalogue
    questions: tuple[str, ...]


def desk(settings: Settings) -> Desk | None:
    """The desk over the library as it stands on disk now; None where there is none yet.

    Raises CouncilPapersError.
    """
    if not (settings.library / FILE_NAME).is_file():
        return None
    return _opened(settings, _version(settings.library))


def close() -> None:
    """Open anew at the next call: the library has changed."""
    _opened.clear()


@st.cache_resource(max_entries=2, show_spinner="Opening the library …")
def _opened(_settings: Settings, version: str) -> Desk:
    assistant = open_assistant(_settings)
    held = catalogue(assistant.library)
    return Desk(
        _settings, assistant, held, tuple(examples(held.papers, assistant.library.decisions()))
    )


def _version(folder: Path) -> str:
    """Changes with every change of the library; reading alone does not change it."""
    parts = [str(folder.resolve())]
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        path = folder / name
        if path.is_file() and path.stat().st_size:
            parts.append(f"{name}:{path.stat().st_size}:{path.stat().st_mtime_ns}")
    return "|".join(parts)
