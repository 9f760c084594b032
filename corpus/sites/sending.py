"""Requests to sites: paused, within robots.txt, waiting when told to, giving up in the end."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

import requests

from corpus.errors import SiteClosedError, SiteError
from corpus.sites.addresses import host_of, joined
from corpus.sites.manners import Clock, Manner, seconds_asked_for
from corpus.sites.robots import Rules, rules_of

ATTEMPTS = 4
FIRST_WAIT = 5.0
"""Seconds before the second attempt; twice as long before each other."""
LONGEST_WAIT = 300.0
"""Seconds. Where a site asks for more, the person is told instead."""
_TIMEOUTS = (15, 90)  # seconds to connect, and of silence
_MOST_REDIRECTS = 5
_BUSY = frozenset({429, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BEGINNING = 4096  # bytes that tell a page that keeps programs out
_LARGEST_RULES = 500_000  # bytes of robots.txt that are read; RFC 9309 asks for no more
_KEEPS_OUT = re.compile(
    rb"just a moment|attention required|access denied|cf-chl-|captcha|_incapsula_resource",
    re.IGNORECASE,
)
_TEST_PAGE = re.compile(rb"<title>\s*(?:just a moment|attention required)", re.IGNORECASE)
_TEST = "it shows programs a test in place of the page"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for; with a ``body`` it is posted."""

    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


class Sender:
    """Sends one request at a time. Every host's robots.txt is read first."""

    def __init__(self, manner: Manner, clock: Clock) -> None:
        self.clock = clock
        self._manner = manner
        self._session = requests.Session()
        self._session.headers["User-Agent"] = manner.agent
        self._rules: dict[str, Rules] = {}
        self._last = float("-inf")

    def may_fetch(self, address: str) -> bool:
        """Whether the robots.txt of its host allows it. Raises SiteClosedError."""
        host = host_of(address)
        if host not in self._rules:
            where = urljoin(address, "/robots.txt")
            with self._followed(Request(where)) as response:
                text = _beginning(response, _LARGEST_RULES) if response.ok else b""
                self._rules[host] = rules_of(response.status_code, text.decode(errors="replace"))
        return self._rules[host].allow(address)

    def answer(self, request: Request, *, may_leave: bool = False) -> requests.Response:
        """The answer at the end of redirects, each of which is allowed.

        They are followed to another host only if they ``may_leave``. Raises SiteError and
        SiteClosedError.
        """
        return self._followed(request, may_leave=may_leave, checked=True)

    def _followed(
        self, request: Request, *, may_leave: bool = True, checked: bool = False
    ) -> requests.Response:
        for _ in range(_MOST_REDIRECTS):
            if checked and not self.may_fetch(request.address):
                raise refused(
                    request.address, "its robots.txt forbids programs to fetch this, or is broken"
                )
            response = self._persistently(request)
            target = response.headers.get("Location")
            if response.status_code not in _REDIRECTS or not target:
                return response
            response.close()
            target = joined(request.address, target)
            host = host_of(target)
            if not host or (host != host_of(request.address) and not may_leave):
                raise SiteError(f"{request.address}: it leads away from the site, to {target}")
            request = Request(target, request.headers)
        raise SiteError(f"{request.address}: it leads from one address to another without end")

    def _persistently(self, request: Request) -> requests.Response:
        """An answer of a site that has time, waiting as long as it asks for."""
        failure, wait = "", 0.0
        for attempt in range(ATTEMPTS):
            self.clock.sleep(wait)
            wait = FIRST_WAIT * 2**attempt
            try:
                response = self._once(request)
            except (requests.ConnectionError, requests.Timeout) as error:
                failure = f"it cannot be reached ({type(error).__name__})"
                continue
            except requests.RequestException as error:
                raise SiteError(f"{request.address}: it cannot be asked for ({error})") from error
            if response.status_code not in _BUSY:
                return response
            failure = f"it is too busy (HTTP {response.status_code})"
            asked = seconds_asked_for(response.headers.get("Retry-After"), self.clock.now())
            response.close()
            wait = wait if asked is None else asked
            if wait > LONGEST_WAIT:
                failure = f"it asks to be left alone for {wait / 60:,.0f} minutes"
                break
        raise SiteClosedError(
            f"{host_of(request.address)}: {failure}. Fetch again later; what was fetched is kept."
        )

    def _once(self, request: Request) -> requests.Response:
        """Ask when the pause is over. Raises SiteClosedError for a page that keeps programs out."""
        rules = self._rules.get(host_of(request.address), Rules())
        due = self._last + max(self._manner.pause, rules.pause)
        if (early := due - self.clock.now()) > 0:
            self.clock.sleep(early)
        try:
            response = self._session.request(
                "POST" if request.body else "GET",
                request.address,
                data=request.body,
                headers=dict(request.headers),
                stream=True,
                timeout=_TIMEOUTS,
                allow_redirects=False,
            )
        finally:
            self._last = self.clock.now()
        if response.status_code in (403, 429, 503) and _keeps_out(response):
            response.close()
            raise refused(request.address, _TEST)
        return response


def refused(address: str, why: str) -> SiteClosedError:
    """That a site keeps this program out: told plainly, never worked round."""
    return SiteClosedError(
        f"{host_of(address)} does not let this program in: {why}. Ask the council for access, or "
        f"save the papers with a browser and add them. ({address})"
    )


def check_no_test(address: str, page: bytes) -> None:
    """Raise SiteClosedError if ``page`` is a test that only people can pass."""
    if _TEST_PAGE.search(page[:_BEGINNING]):
        raise refused(address, _TEST)


def _keeps_out(response: requests.Response) -> bool:
    """Whether an error is a test for robots, such as Cloudflare's."""
    if "cf-mitigated" in response.headers:
        return True
    return bool(_KEEPS_OUT.search(_beginning(response, _BEGINNING)))


def _beginning(response: requests.Response, most: int) -> bytes:
    """The first ``most`` bytes of the body, or so much of them as arrives."""
    read = b""
    try:
        for chunk in response.iter_content(_BEGINNING):
            read += chunk
            if len(read) >= most:
                break
    except requests.RequestException as error:
        raise SiteError(f"{response.url}: it was cut off. Fetch again later") from error
    return read[:most]
