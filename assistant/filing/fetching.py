"""Fetching papers from a council's site, and keeping the library in step with what was fetched."""

from dataclasses import dataclass
from pathlib import Path

from assistant.filing.adding import remove_papers
from assistant.settings import Settings
from corpus.errors import LibraryError
from corpus.library import Library
from corpus.sites.addresses import host_of, web_address
from corpus.sites.client import PoliteClient
from corpus.sites.fetching import FetchReport, OnProgress, Plan, fetch
from corpus.sites.finding import site_at
from corpus.sites.manners import Clock, Manner
from corpus.sites.publishing import Wanted

FETCHED = "fetched"
"""The library's own folder for what is fetched, one folder a host."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to fetch: ``address`` is any page of the site; ``pause`` is in seconds."""

    address: str
    wanted: Wanted
    plan: Plan
    pause: float


def folder_for(settings: Settings, address: str) -> Path:
    """Where papers of a site go if nobody says. Raises BadRequestError for no address."""
    host = host_of(web_address(address)).replace(":", "-")
    return settings.library / FETCHED / host


def fetch_papers(
    settings: Settings, request: Request, on_progress: OnProgress, clock: Clock | None = None
) -> FetchReport:
    """Fetch what is new or has changed into the plan's folder.

    What the site has closed to the public since is taken out of the library too. Raises
    BadRequestError, SiteError, SiteClosedError and LibraryError.
    """
    address = web_address(request.address)
    client = PoliteClient(Manner(settings.contact, request.pause), clock)
    site = site_at(client, address)
    report = fetch(site, client, request.wanted, request.plan, on_progress)
    closed = _held(settings, request.plan.folder, report.withdrawn)
    if closed:
        remove_papers(settings, closed)
    return report


def _held(settings: Settings, folder: Path, paths: list[str]) -> list[str]:
    """The sources in the library of files in ``folder``, whose paths are relative to it."""
    if not paths:
        return []
    try:
        library = Library(settings.library)
    except LibraryError:
        return []  # nothing was added yet
    gone = {folder.resolve() / path for path in paths}
    held = [
        record.source
        for record in library.files()
        if record.origin and any(_is_of(record.root, record.source, path) for path in gone)
    ]
    library.close()
    return held


def _is_of(root: str, source: str, path: Path) -> bool:
    """Whether a source is that of the file at ``path``; names of folders may stand before it."""
    if not path.is_relative_to(root):
        return False
    within = path.relative_to(root).as_posix()
    return source == within or source.endswith(f"/{within}")
