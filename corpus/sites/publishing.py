"""What a council's site publishes: meetings, and the papers of each."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which meetings are asked for: from and to these days, both included.

    ``committees`` are parts of names of committees; without any, all are asked for.
    """

    since: date
    until: date
    committees: tuple[str, ...] = ()

    def admits(self, body: str, held_on: date) -> bool:
        """Whether a meeting of ``body`` on that day is asked for."""
        return self.since <= held_on <= self.until and self.admits_body(body)

    def admits_body(self, body: str) -> bool:
        """Whether the name of ``body`` holds one of the parts asked for, in any case."""
        name = body.casefold()
        return not self.committees or any(part.casefold() in name for part in self.committees)


@dataclass(frozen=True, slots=True)
class PublishedMeeting:
    """A meeting that a site lists: ``key`` is the site's own name of it, ``address`` its page."""

    key: str
    body: str
    held_on: date
    address: str


@dataclass(frozen=True, slots=True)
class PublishedPaper:
    """A paper that anyone may read.

    ``key`` is the site's own name of it, ``address`` where it stands. ``text`` is a web page
    made of what the site tells of the meeting where it has no document for it, else None.
    ``is_fixed`` says that what stands at the address never changes; ``of_meeting`` that it is
    known to be of the meeting it was found with (minutes among the papers of an agenda are
    of an earlier one).
    """

    key: str
    title: str
    address: str
    text: str | None = None
    is_fixed: bool = False
    of_meeting: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """What a site lists for one meeting.

    ``restricted`` are the keys of papers that are closed to the public; ``notes`` say what
    was left out besides, and why. ``council`` is the site's own name for the council.
    """

    papers: tuple[PublishedPaper, ...]
    restricted: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    council: str | None = None


class Site(Protocol):
    """A council's site, of one system."""

    def meetings(self, wanted: Wanted) -> list[PublishedMeeting]:
        """The meetings asked for, oldest first. Raises SiteError and BadRequestError."""
        ...

    def listing(self, meeting: PublishedMeeting) -> Listing:
        """What is published for a meeting. Raises SiteError."""
        ...


def in_order(meetings: list[PublishedMeeting]) -> list[PublishedMeeting]:
    """The meetings once each, oldest first."""
    unique = {meeting.key: meeting for meeting in meetings}.values()
    return sorted(unique, key=lambda meeting: (meeting.held_on, meeting.body, meeting.key))
