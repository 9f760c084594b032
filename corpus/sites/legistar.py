"""Legistar, by its web API: JSON, dates and filters as in OData. Rare in the United Kingdom."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeGuard
from urllib.parse import urlencode, urlsplit

from corpus.errors import BadRequestError, SiteError
from corpus.sites.client import PoliteClient
from corpus.sites.publishing import (
    Listing,
    PublishedMeeting,
    PublishedPaper,
    Wanted,
    in_order,
)

API = "https://webapi.legistar.com/v1/"
PAGE = 1000
"""Rows that the API gives at most."""
_OWN_HOST = re.compile(r"(?P<client>[\w-]+)\.legistar\.com")
_API_PATH = re.compile(r"/v1/(?P<client>[\w-]+)(?:/|$)")
_OF_EARLIER = re.compile(r"\bminutes\b", re.IGNORECASE)

Record = Mapping[str, Any]
"""An object of the API, its fields read one by one as text."""


def api_of(address: str) -> str | None:
    """The root of the API for the site that ``address`` is of, or None for another system."""
    parts = urlsplit(address)
    within = _API_PATH.match(parts.path)
    if within:
        return f"{parts.scheme}://{parts.netloc}/v1/{within['client']}/"
    own = _OWN_HOST.fullmatch(parts.hostname or "")
    return f"{API}{own['client']}/" if own else None


class Legistar:
    """The site whose API has the root ``base``, which ends in a slash."""

    def __init__(self, client: PoliteClient, base: str) -> None:
        self._client = client
        self._base = base
        self._packs: dict[str, tuple[PublishedPaper, ...]] = {}

    def meetings(self, wanted: Wanted) -> list[PublishedMeeting]:
        """The meetings asked for. Raises SiteError, and BadRequestError for no such committee."""
        period = f"EventDate ge datetime'{wanted.since}' and EventDate le datetime'{wanted.until}'"
        events: list[Record] = []
        while True:
            asked = {"$filter": period, "$orderby": "EventId", "$top": PAGE, "$skip": len(events)}
            rows = self._rows(f"events?{urlencode(asked)}")
            events += rows
            if len(rows) < PAGE:
                break
        if wanted.committees and not any(wanted.admits_body(_body(each)) for each in events):
            names = ", ".join(sorted({_body(each) for each in events})) or "no meeting"
            raise BadRequestError(
                f"No body's name holds {' or '.join(wanted.committees)}. In these days the site "
                f"has: {names}."
            )
        found = [meeting for event in events if (meeting := self._meeting(event))]
        return in_order([each for each in found if wanted.admits(each.body, each.held_on)])

    def listing(self, meeting: PublishedMeeting) -> Listing:
        """What is published for a meeting. Raises SiteError."""
        asked = "AgendaNote=1&MinutesNote=1&Attachments=1"
        papers: dict[str, PublishedPaper] = {}
        restricted: list[str] = []
        for item in self._rows(f"events/{meeting.key}/eventitems?{asked}"):
            for each in item.get("EventItemMatterAttachments") or []:
                key = f"m{_text(each, 'MatterAttachmentId')}"
                address = _text(each, "MatterAttachmentHyperlink")
                if each.get("MatterAttachmentShowOnInternetPage") is False or not address:
                    restricted.append(key)
                    continue
                title = _text(each, "MatterAttachmentName") or _text(item, "EventItemTitle")
                earlier = bool(_OF_EARLIER.search(f"{title} / {_text(item, 'EventItemTitle')}"))
                papers[key] = PublishedPaper(
                    key, title, address, is_fixed=True, of_meeting=not earlier
                )
        kept = [paper for paper in papers.values() if paper.key not in restricted]
        return Listing((*self._packs.get(meeting.key, ()), *kept), tuple(restricted))

    def _meeting(self, event: Record) -> PublishedMeeting | None:
        """The meeting of an event, its agenda and minutes remembered; None without a day."""
        key, body = _text(event, "EventId"), _body(event)
        try:
            day = date.fromisoformat(_text(event, "EventDate")[:10])
        except ValueError:
            return None
        files = {"Agenda": "EventAgendaFile", "Minutes": "EventMinutesFile"}
        self._packs[key] = tuple(
            PublishedPaper(f"e{key}-{title.casefold()}", title, address)
            for title, field in files.items()
            if (address := _text(event, field))
        )
        page = _text(event, "EventInSiteURL") or f"{self._base}events/{key}"
        return PublishedMeeting(key, body, day, page) if body else None

    def _rows(self, path: str) -> list[Record]:
        reply = self._client.read(f"{self._base}{path}", headers={"Accept": "application/json"})
        try:
            rows = json.loads(reply.body)
        except ValueError as error:
            raise SiteError(f"{reply.address}: the answer is not JSON") from error
        if not _are_records(rows):
            raise SiteError(f"{reply.address}: the answer is no list; it may want a token")
        return rows


def _are_records(rows: object) -> TypeGuard[list[Record]]:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _text(record: Record, name: str) -> str:
    told = record.get(name)
    return " ".join(str(told).split()) if told is not None else ""


def _body(event: Record) -> str:
    return _text(event, "EventBodyName")
