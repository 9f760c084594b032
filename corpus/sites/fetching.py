"""Fetching a council's papers into a folder, with the record of where each came from.

A run that is killed at any instant leaves whole files and a whole record; the next goes on.
"""

import hashlib
from collections.abc import Callable
from dataclasses import astuple, dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.documents import Origin
from corpus.errors import LibraryBusyError, LibraryError, SiteClosedError, SiteError
from corpus.sites.client import PoliteClient, Validators
from corpus.sites.naming import free_path, path_of, suffix_of
from corpus.sites.publishing import Listing, PublishedMeeting, PublishedPaper, Site, Wanted
from corpus.sites.record import Fetched, FetchRecord, read_record, write_record

LATE = timedelta(weeks=12)
"""Minutes and late papers come so long after a meeting; after it a meeting is left alone."""
_PART = ".part"


@dataclass(frozen=True, slots=True)
class Plan:
    """Where papers go, and what day it is.

    ``council`` is the council's name where its pages do not give it, or None. With
    ``is_trial`` nothing is written: the report tells what would be fetched. With
    ``looks_again`` meetings long past are looked through again.
    """

    folder: Path
    today: date
    council: str | None = None
    is_trial: bool = False
    looks_again: bool = False


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """How far a fetching has come: ``meeting`` is what it is at, in words."""

    meeting: str
    meetings_done: int
    meetings: int
    files: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A paper or a meeting that was not fetched, and why."""

    what: str
    reason: str


@dataclass(slots=True)
class FetchReport:
    """What became of each paper; files by their path in the folder.

    ``restricted`` counts papers that are closed to the public; ``withdrawn`` are files that
    were fetched and are closed now: they were deleted. ``settled`` counts meetings too long
    ago to be looked at again. ``stopped`` says why the site was asked no further, or is None.
    """

    meetings: int = 0
    settled: int = 0
    fetched: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    restricted: int = 0
    withdrawn: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    notes: list[Failure] = field(default_factory=list)
    stopped: str | None = None


OnProgress = Callable[[FetchProgress], None]


def fetch(
    site: Site, client: PoliteClient, wanted: Wanted, plan: Plan, on_progress: OnProgress
) -> FetchReport:
    """Fetch what is new or has changed; what fails is reported and stops nothing.

    Raises SiteError where the site lists no meetings, BadRequestError for a committee that
    it does not have, LibraryError where the folder cannot be written.
    """
    if plan.is_trial:
        return _Fetching(site, client, plan).run(wanted, on_progress)
    try:
        plan.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(plan.folder / ".lock", timeout=0):
            return _Fetching(site, client, plan).run(wanted, on_progress)
    except Timeout as error:
        raise LibraryBusyError(
            f"Another process is fetching into {plan.folder}. Wait for it to end, and try again."
        ) from error
    except OSError as error:
        raise LibraryError(
            f"{plan.folder} cannot be written: {error.strerror or error}. Make room, let this "
            "user write there, or name another folder with --to."
        ) from error


class _Fetching:
    """One run. ``record`` grows with it and is written after each file."""

    def __init__(self, site: Site, client: PoliteClient, plan: Plan) -> None:
        self._site = site
        self._client = client
        self._plan = plan
        self._council = plan.council
        self._record: FetchRecord = read_record(plan.folder)
        self._report = FetchReport()

    def run(self, wanted: Wanted, on_progress: OnProgress) -> FetchReport:
        meetings = self._site.meetings(wanted)
        for done, meeting in enumerate(meetings):
            named = f"{meeting.body}, {meeting.held_on}"
            on_progress(FetchProgress(named, done, len(meetings), len(self._report.fetched)))
            if self._is_settled(meeting):
                self._report.settled += 1
                continue
            try:
                self._look_through(meeting)
            except SiteClosedError as error:
                self._report.stopped = str(error)
                break
            except SiteError as error:
                self._report.failed.append(Failure(named, str(error)))
        return self._report

    def _is_settled(self, meeting: PublishedMeeting) -> bool:
        """Whether it was looked through when no more papers of it could be expected."""
        visited = self._record.visited.get(meeting.key)
        is_late = visited is not None and visited - meeting.held_on > LATE
        return is_late and not self._plan.looks_again

    def _look_through(self, meeting: PublishedMeeting) -> None:
        listing = self._site.listing(meeting)
        self._report.meetings += 1
        self._council = self._plan.council or listing.council or self._council
        named = f"{meeting.body}, {meeting.held_on}"
        self._report.notes += [Failure(named, note) for note in listing.notes]
        self._report.restricted += len(listing.restricted)
        for key in listing.restricted:
            self._withdraw(key)
        listed = _digest_of(listing)
        is_same = self._record.listed.get(meeting.key) == listed
        for paper in listing.papers:
            try:
                self._take(paper, meeting, is_same=is_same)
            except SiteClosedError:
                raise
            except SiteError as error:
                self._report.failed.append(Failure(f"{named}, {paper.title}", str(error)))
        self._record.visited[meeting.key] = self._plan.today
        self._record.listed[meeting.key] = listed
        self._save()

    def _take(self, paper: PublishedPaper, meeting: PublishedMeeting, *, is_same: bool) -> None:
        """Bring a paper into the folder if it is not there as it stands on the site."""
        known = self._record.files.get(paper.key)
        if known and not (self._plan.folder / known.path).is_file():
            known = None
        if self._plan.is_trial:
            path = path_of(meeting.body, meeting.held_on, paper.title, "")
            (self._report.unchanged if known else self._report.fetched).append(path)
        elif paper.text is not None:
            self._write(paper, meeting, known)
        elif known and (paper.is_fixed or (is_same and not (known.etag or known.modified))):
            self._keep(known, paper, meeting)
        else:
            self._download(paper, meeting, known)

    def _download(
        self, paper: PublishedPaper, meeting: PublishedMeeting, known: Fetched | None
    ) -> None:
        part = self._plan.folder / _PART
        validators = Validators(known.etag, known.modified) if known else Validators()
        try:
            found = self._client.download(paper.address, part, validators)
            if known and (found is None or found.digest == known.digest):
                now = found.validators if found else validators
                known = replace(known, etag=now.etag, modified=now.modified)
                self._keep(known, paper, meeting)
            elif found is not None:
                suffix = suffix_of(found.beginning, paper.address)
                if suffix is None:
                    raise SiteError(f"{paper.address}: {_in_its_place(found.beginning)}")
                new = self._fetched(paper, meeting, suffix)
                now = found.validators
                new = replace(new, digest=found.digest, etag=now.etag, modified=now.modified)
                self._place(part, new)
        finally:
            part.unlink(missing_ok=True)

    def _write(
        self, paper: PublishedPaper, meeting: PublishedMeeting, known: Fetched | None
    ) -> None:
        """Write a page made of what the site tells."""
        content = (paper.text or "").encode()
        digest = hashlib.sha256(content).hexdigest()
        if known and known.digest == digest:
            self._keep(known, paper, meeting)
            return
        part = self._plan.folder / _PART
        part.write_bytes(content)
        self._place(part, replace(self._fetched(paper, meeting, ".html"), digest=digest))

    def _keep(self, known: Fetched, paper: PublishedPaper, meeting: PublishedMeeting) -> None:
        """Keep a file; what the site tells of it may have changed."""
        self._record.files[paper.key] = replace(known, origin=self._origin(paper, meeting))
        self._report.unchanged.append(known.path)

    def _place(self, part: Path, new: Fetched) -> None:
        """Make a whole file visible under its name, then in the record."""
        target = self._plan.folder / new.path
        target.parent.mkdir(parents=True, exist_ok=True)
        part.replace(target)
        before = self._record.files.get(new.key)
        self._record.files[new.key] = new
        self._save()
        if before and before.path != new.path:
            (self._plan.folder / before.path).unlink(missing_ok=True)
        self._report.fetched.append(new.path)

    def _withdraw(self, key: str) -> None:
        """Delete a file that was fetched and is closed to the public now."""
        if key in self._record.files and not self._plan.is_trial:
            path = self._record.files.pop(key).path
            (self._plan.folder / path).unlink(missing_ok=True)
            self._save()
            self._report.withdrawn.append(path)

    def _fetched(self, paper: PublishedPaper, meeting: PublishedMeeting, suffix: str) -> Fetched:
        """A file under a name of its own, which it keeps from run to run."""
        others = self._record.files.values()
        taken = {each.path.casefold() for each in others if each.key != paper.key}
        path = path_of(meeting.body, meeting.held_on, paper.title, suffix)
        path = free_path(path, paper.key, taken)
        return Fetched(path, paper.key, meeting.key, "", self._origin(paper, meeting))

    def _origin(self, paper: PublishedPaper, meeting: PublishedMeeting) -> Origin:
        body, day = (meeting.body, meeting.held_on) if paper.of_meeting else (None, None)
        return Origin(paper.address, meeting.address, self._council, body, day)

    def _save(self) -> None:
        if not self._plan.is_trial:
            write_record(self._plan.folder, self._record)


def _digest_of(listing: Listing) -> str:
    return hashlib.sha256(repr([astuple(paper) for paper in listing.papers]).encode()).hexdigest()


def _in_its_place(beginning: bytes) -> str:
    if b"<html" in beginning.lower() or b"<!doctype" in beginning.lower():
        return "the site gives a web page in place of the document"
    return "it is neither a PDF nor a Word document, which are what can be read"
