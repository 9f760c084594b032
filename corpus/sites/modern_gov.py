"""Modern.gov, the system that most UK councils publish with: its service first, then its pages."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape

from corpus.errors import BadRequestError, SiteClosedError, SiteError
from corpus.sites.client import PoliteClient
from corpus.sites.inline_minutes import page_of_minutes
from corpus.sites.markup import Element, is_true, page_of, text_of
from corpus.sites.modern_gov_pages import (
    AGENDA,
    MINUTES,
    PACK,
    RESTRICTED,
    MeetingPage,
    attachment,
    committees_on,
    is_own,
    meeting_on,
    meetings_on,
)
from corpus.sites.modern_gov_service import Service, day_of
from corpus.sites.publishing import (
    Listing,
    PublishedMeeting,
    PublishedPaper,
    Wanted,
    in_order,
)

NO_PAGE = MeetingPage((), (), (), None)
MOST_NAMED = 40
"""Committees that a message names."""


class ModernGov:
    """The site at ``base``, which ends in a slash; ``service`` is None where it is off."""

    def __init__(self, client: PoliteClient, base: str, service: Service | None) -> None:
        self._client = client
        self._base = base
        self._service = service

    def meetings(self, wanted: Wanted) -> list[PublishedMeeting]:
        """The meetings asked for. Raises SiteError, and BadRequestError for no such committee."""
        found = self._by_service(self._service, wanted) if self._service else self._by_pages(wanted)
        return in_order(
            [
                self._meeting(committee, body, key, day)
                for committee, body, key, day in found
                if wanted.admits(body, day)
            ]
        )

    def listing(self, meeting: PublishedMeeting) -> Listing:
        """What is published for a meeting. Raises SiteError."""
        notes: list[str] = []
        page = self._page_of(meeting, notes)
        papers, restricted = list(page.papers), dict.fromkeys(page.restricted)
        titles = {pack.title for pack in page.packs}
        if self._service is not None:
            told = self._service.meeting(meeting.key)
            papers, closed = _documents(told)
            restricted |= dict.fromkeys(closed)  # what either of them says is closed stays closed
            inline = page_of_minutes(told, meeting.body, meeting.held_on)
            if inline and MINUTES not in titles:
                title, text = inline
                key = f"g{meeting.key}-{title.casefold()}"
                papers.append(PublishedPaper(key, title, meeting.address, text))
        # The pack holds the agenda and these papers once more, under other page numbers.
        double = PACK if AGENDA in titles else None
        papers = [*(pack for pack in page.packs if pack.title != double), *papers]
        here = tuple(self._on_site(papers, notes))
        kept = tuple(paper for paper in here if paper.key not in restricted)
        return Listing(kept, tuple(restricted), tuple(notes), page.council)

    def _on_site(
        self, papers: Iterable[PublishedPaper], notes: list[str]
    ) -> Iterator[PublishedPaper]:
        """The papers that are the site's own; of others a note is made."""
        for paper in papers:
            if is_own(paper.address, self._base):
                yield paper
            else:
                notes.append(f"{paper.title} is on another site, and was left: {paper.address}")

    def _meeting(self, committee: str, body: str, key: str, day: date) -> PublishedMeeting:
        address = f"{self._base}ieListDocuments.aspx?CId={committee}&MId={key}&Ver=4"
        return PublishedMeeting(key, body, day, address)

    def _by_service(self, service: Service, wanted: Wanted) -> Iterator[tuple[str, str, str, date]]:
        """Committee, its name, meeting and day: those of the period, and others."""
        committees = service.committees()
        chosen = _chosen(committees, wanted)
        listed: list[tuple[str, Element]] = []
        if not wanted.committees:
            try:
                listed = [
                    (text_of(each, "committeeid"), each) for each in service.all_meetings(wanted)
                ]
                chosen = {}
            except SiteClosedError:
                raise
            except SiteError:
                pass  # an older service: each committee is asked below
        for committee in chosen:
            listed += [(committee, each) for each in service.meetings_of(committee, wanted)]
        for committee, each in listed:
            day = day_of(each)
            body = text_of(each, "committeetitle") or committees.get(committee, "")
            if day and body:
                yield committee, body, text_of(each, "meetingid"), day

    def _by_pages(self, wanted: Wanted) -> Iterator[tuple[str, str, str, date]]:
        """The same from the pages of each committee and year."""
        page = page_of(self._client.read(f"{self._base}mgListCommittees.aspx?bcr=1"))
        for committee, body in _chosen(committees_on(page), wanted).items():
            for year in range(wanted.since.year, wanted.until.year + 1):
                address = f"{self._base}ieListMeetings.aspx?CId={committee}&Year={year}"
                for key, day in meetings_on(page_of(self._client.read(address))).items():
                    yield committee, body, key, day

    def _page_of(self, meeting: PublishedMeeting, notes: list[str]) -> MeetingPage:
        """The meeting's page; without the service it must be there."""
        if self._service is None:
            return meeting_on(page_of(self._client.read(meeting.address)))
        if not self._client.may_fetch(meeting.address):
            notes.append("robots.txt forbids its page: agenda and minutes may be missing")
            return NO_PAGE
        try:
            return meeting_on(page_of(self._client.read(meeting.address)))
        except SiteClosedError:
            raise
        except SiteError as error:
            notes.append(f"its page cannot be read, agenda and minutes may be missing: {error}")
            return NO_PAGE


def _documents(told: Element) -> tuple[list[PublishedPaper], list[str]]:
    """The papers of the items, and the keys of those that are restricted."""
    papers: dict[str, PublishedPaper] = {}
    restricted: list[str] = []
    for document in told.iter("linkeddoc"):
        number, title = text_of(document, "attachmentid"), text_of(document, "title")
        address = unescape(document.findtext("url") or "").strip()
        item = next(document.iterancestors("agendaitem"), document)
        closed = is_true(document, "isrestricted") or is_true(item, "isrestricted")
        if closed or not address or RESTRICTED.search(title):
            restricted.append(f"s{number}")
        else:
            paper = attachment(number, title, address, text_of(item, "agendaitemtitle"))
            papers.setdefault(paper.key, paper)
    return list(papers.values()), restricted


def _chosen(committees: dict[str, str], wanted: Wanted) -> dict[str, str]:
    """The committees asked for. Raises BadRequestError if there is none."""
    chosen = {key: name for key, name in committees.items() if wanted.admits_body(name)}
    if chosen or not wanted.committees:
        return chosen
    names = sorted(committees.values())
    told = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
    raise BadRequestError(
        f"No committee's name holds {' or '.join(wanted.committees)}. The site has: {told}."
    )
