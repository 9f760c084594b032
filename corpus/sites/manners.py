"""How this program behaves on a council's site: by its name, slowly, one thing at a time."""

import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

from corpus.errors import BadRequestError

PAUSE = 1.0
"""Seconds between two requests, if nobody says otherwise; a site's robots.txt may ask for more."""
NAME = "council-papers"
"""By which a robots.txt may speak to this program alone."""


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> float:
        """Seconds since 1970, UTC."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait so long."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Manner:
    """How to ask: ``pause`` is in seconds.

    ``contact`` is an e-mail or web address at which whoever runs the site finds whoever runs
    this program, or None. Raises BadRequestError for one that cannot stand in a header.
    """

    contact: str | None = None
    pause: float = PAUSE

    def __post_init__(self) -> None:
        if self.contact and not (self.contact.isascii() and self.contact.isprintable()):
            raise BadRequestError(
                f"The contact {self.contact!r} cannot be sent. Set COUNCIL_PAPERS_CONTACT to an "
                "e-mail address, or to that of a web page."
            )

    @property
    def agent(self) -> str:
        """The name that the program gives itself."""
        try:
            release = version(NAME)
        except PackageNotFoundError:  # run from a checkout that is not installed
            release = "unreleased"
        return f"{NAME}/{release}" + (f" (+{self.contact})" if self.contact else "")


def seconds_asked_for(retry_after: str | None, now: float) -> float | None:
    """How long a Retry-After header, in seconds or as a date, asks to wait; None without one."""
    if retry_after is None:
        return None
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - now)
    except ValueError:
        return None
