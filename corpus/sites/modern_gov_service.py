"""Modern.gov's web service: committees, meetings between dates, and one meeting with all in it.

Names of operations, parameters and elements are those of mgWebService.asmx. It answers GET
with bare XML and SOAP 1.1 with the same in an envelope; some sites switch one or both off.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from html import escape
from urllib.parse import urlencode

from corpus.errors import SiteClosedError, SiteError
from corpus.sites.client import PoliteClient
from corpus.sites.markup import Element, is_true, text_of, xml_of
from corpus.sites.publishing import Wanted

NAMESPACE = "http://moderngov.co.uk/namespaces"
ALL_COMMITTEES = -1
"""As lCommitteeId; 0 would be none."""
_ROOTS = {
    "GetCommittees": "committees",
    "GetMeetings": "getmeetings",
    "GetAllMeetingsByDate": "getmeetingsbydate",
    "GetMeeting": "meeting",
}
_ENVELOPE = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
    '<{operation} xmlns="{namespace}">{parameters}</{operation}>'
    "</soap:Body></soap:Envelope>"
)


class Service:
    """The web service of the site at ``base``, which ends in a slash."""

    def __init__(self, client: PoliteClient, base: str) -> None:
        self._client = client
        self._address = f"{base}mgWebService.asmx"
        self._by_get = True

    def committees(self) -> dict[str, str]:
        """The name of each committee that was not deleted, by its number. Raises SiteError."""
        root = self._called("GetCommittees", {})
        return {
            text_of(each, "committeeid"): text_of(each, "committeetitle")
            for each in root.iter("committee")
            if not is_true(each, "committeedeleted")
        }

    def meetings_of(self, committee: str, wanted: Wanted) -> Iterator[Element]:
        """Meetings of one committee in the period. Raises SiteError."""
        parameters = {"lCommitteeId": committee, **_period(wanted)}
        return self._called("GetMeetings", parameters).iter("meeting")  # type: ignore[no-any-return]

    def all_meetings(self, wanted: Wanted) -> Iterator[Element]:
        """Meetings of all committees in the period. Raises SiteError."""
        parameters = {"lCommitteeId": str(ALL_COMMITTEES), **_period(wanted)}
        parameters["bIsAscendingDateOrder"] = "true"  # some sites fail without it
        return self._called("GetAllMeetingsByDate", parameters).iter("meeting")  # type: ignore[no-any-return]

    def meeting(self, key: str) -> Element:
        """One meeting: its agenda items with their documents. Raises SiteError."""
        return self._called("GetMeeting", {"lMeetingId": key})

    def _called(self, operation: str, parameters: Mapping[str, str]) -> Element:
        if not self._client.may_fetch(self._address):
            raise SiteError(f"{self._address}: the site's robots.txt forbids programs to ask it")
        if self._by_get:
            try:
                return self._got(operation, parameters)
            except SiteClosedError:
                raise
            except SiteError:
                answer = self._posted(operation, parameters)
                self._by_get = False
                return answer
        return self._posted(operation, parameters)

    def _got(self, operation: str, parameters: Mapping[str, str]) -> Element:
        query = f"?{urlencode(parameters, safe='/')}" if parameters else ""
        reply = self._client.read(f"{self._address}/{operation}{query}")
        return _content(operation, xml_of(reply), reply.address)

    def _posted(self, operation: str, parameters: Mapping[str, str]) -> Element:
        within = "".join(f"<{name}>{escape(told)}</{name}>" for name, told in parameters.items())
        envelope = _ENVELOPE.format(operation=operation, namespace=NAMESPACE, parameters=within)
        headers = {
            "Content-Type": "text/xml; charset=utf-8",
            "SOAPAction": f'"{NAMESPACE}/{operation}"',
        }
        reply = self._client.read(self._address, envelope.encode(), headers)
        return _content(operation, xml_of(reply), reply.address)


def day_of(meeting: Element) -> date | None:
    """The day of a meeting, which the service writes dd/mm/yyyy; None if it does not."""
    written = text_of(meeting, "meetingdate").split(" ")[0]
    try:
        return datetime.strptime(written, "%d/%m/%Y").date()
    except ValueError:
        return None


def _period(wanted: Wanted) -> dict[str, str]:
    """The dates as the service reads them. It ignores any other form and then lists everything."""
    return {"sFromDate": f"{wanted.since:%d/%m/%Y}", "sToDate": f"{wanted.until:%d/%m/%Y}"}


def _content(operation: str, root: Element, address: str) -> Element:
    name = _ROOTS[operation]
    found = root if root.tag == name else root.find(f".//{name}")
    if found is None:
        raise SiteError(f"{address}: the answer holds no <{name}>; the service may be off")
    return found
