"""The one way to a council's site: what stands at an address, in memory or in a file."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import requests

from corpus.errors import SiteError
from corpus.sites.manners import Clock, Manner, SystemClock
from corpus.sites.sending import ATTEMPTS, FIRST_WAIT, Request, Sender, check_no_test, refused

LARGEST_PAPER = 200_000_000
LARGEST_PAGE = 50_000_000
"""Bytes. What is larger is no paper, or no list of papers."""
_CHUNK = 65536
_BEGINNING = 2048  # bytes that tell a format


@dataclass(frozen=True, slots=True)
class Validators:
    """By which a site tells whether something has changed; None where it gives none."""

    etag: str | None = None
    modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """Those of a request for what has changed since."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site answered: ``address`` is where redirects led, ``charset`` what it says."""

    address: str
    body: bytes
    charset: str | None


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file that was fetched whole: its SHA-256 and how it begins."""

    digest: str
    beginning: bytes
    validators: Validators


class PoliteClient:
    """Asks one thing at a time, as ``manner`` says."""

    def __init__(self, manner: Manner, clock: Clock | None = None) -> None:
        self._sender = Sender(manner, clock or SystemClock())

    def may_fetch(self, address: str) -> bool:
        """Whether the site's robots.txt allows it. Raises SiteClosedError."""
        return self._sender.may_fetch(address)

    def read(
        self,
        address: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        may_leave: bool = False,
    ) -> Reply:
        """What stands at ``address``; with a ``body``, what the site answers to that.

        Redirects to another host are followed only if they ``may_leave`` this one. Raises
        SiteError where there is nothing, SiteClosedError where the site refuses.
        """
        request = Request(address, headers or {}, body)
        with self._sender.answer(request, may_leave=may_leave) as response:
            if response.status_code in (401, 403):
                raise refused(address, f"it answers {response.status_code} to programs")
            _check_found(response, address)
            try:
                content = b"".join(_chunks(response, address, LARGEST_PAGE))
            except requests.RequestException as error:
                raise SiteError(f"{address}: it was cut off. Fetch again later") from error
            check_no_test(address, content)
            named = re.search(r"charset=\"?([\w-]+)", response.headers.get("Content-Type", ""))
            return Reply(response.url, content, named[1] if named else None)

    def download(self, address: str, path: Path, known: Validators) -> Downloaded | None:
        """Fetch a file to ``path``; None if it has not changed since ``known``.

        Raises SiteError if it is refused, missing, too large or cut off again and again,
        SiteClosedError where the site is not to be asked further.
        """
        if not self.may_fetch(address):
            raise SiteError(f"{address}: the site's robots.txt forbids programs to fetch it")
        for attempt in range(ATTEMPTS):
            with self._sender.answer(Request(address, known.headers)) as response:
                if response.status_code == 304:
                    return None
                _check_found(response, address)
                try:
                    return _saved(response, address, path)
                except requests.RequestException:
                    self._sender.clock.sleep(FIRST_WAIT * 2**attempt)
        raise SiteError(f"{address}: it was cut off {ATTEMPTS} times. Fetch again later")


def _saved(response: requests.Response, address: str, path: Path) -> Downloaded:
    digest = hashlib.sha256()
    beginning = b""
    with path.open("wb") as file:
        for chunk in _chunks(response, address, LARGEST_PAPER):
            digest.update(chunk)
            beginning = beginning or chunk[:_BEGINNING]
            file.write(chunk)
    check_no_test(address, beginning)
    headers = response.headers
    validators = Validators(headers.get("ETag"), headers.get("Last-Modified"))
    return Downloaded(digest.hexdigest(), beginning, validators)


def _chunks(response: requests.Response, address: str, most: int) -> Iterator[bytes]:
    """The body, piece by piece. Raises SiteError if it holds more than ``most`` bytes."""
    told = response.headers.get("Content-Length", "")
    size = int(told) if told.isdigit() else 0
    _check_size(address, size, most)
    read = 0
    for chunk in response.iter_content(_CHUNK):
        read += len(chunk)
        _check_size(address, read, most)
        yield chunk


def _check_size(address: str, size: int, most: int) -> None:
    if size > most:
        raise SiteError(
            f"{address}: it has {size / 1e6:,.0f} MB or more, and at most {most / 1e6:,.0f} MB "
            "are fetched"
        )


def _check_found(response: requests.Response, address: str) -> None:
    status = response.status_code
    if status in (401, 403):
        raise SiteError(f"{address}: the site does not give it to programs (HTTP {status})")
    if status != 200:
        raise SiteError(f"{address}: the site answers with an error (HTTP {status})")
