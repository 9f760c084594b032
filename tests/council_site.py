"""A fake of a council's Modern.gov site, on 127.0.0.1, that misbehaves as real ones do.

Element names, parameters and quirks are those of the real service: dates are dd/mm/yyyy and any
other form is ignored, -1 is every committee and 0 none, a missing parameter is an error 500,
booleans are words, titles are escaped twice, a single child is no list, items numbered 0 are
headings, what is restricted has no address (or, by mistake, has one).
"""

import hashlib
import html
import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from unittest.mock import patch
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from reportlab.pdfgen.canvas import Canvas

NAMESPACE = "http://moderngov.co.uk/namespaces"
TEST_PAGE = "<html><head><title>Just a moment...</title></head><body>cf-chl-widget</body></html>"
COUNCIL = "Tarnbrook District Council"


class FakeClock:
    """A Clock that never waits; ``slept`` are the waits asked for."""

    def __init__(self) -> None:
        self.time = 1_700_000_000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept += [seconds] if seconds else []
        self.time += seconds


def a_pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines; the same lines make the same bytes."""
    stream = BytesIO()
    canvas = Canvas(stream, invariant=1)
    for number, line in enumerate(lines):
        canvas.drawString(72, 760 - 20 * number, line)
    canvas.save()
    return stream.getvalue()


@dataclass
class Paper:
    number: int
    title: str
    restricted: bool = False
    address: str | None = None


@dataclass
class Item:
    title: str
    number: int = 1
    minute: int = 0
    restricted: bool = False
    papers: list[Paper] = field(default_factory=list)
    minutes: str = ""
    decision: str = ""


@dataclass
class Meeting:
    number: int
    committee: int
    day: date
    items: list[Item] = field(default_factory=list)
    packs: dict[str, str] = field(default_factory=dict)
    minutes_published: bool = True


@dataclass
class Answer:
    status: int
    body: bytes | str = b""
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class CouncilSite:
    """What the site holds, and how it misbehaves.

    ``answers`` go before all else: answers to a path (without its query), each given once,
    those in ``always`` for ever. ``documents`` are bodies by path. ``cut_off`` says how often a
    path is cut off in the middle; of ``held_back`` the middle is ``reached``, and no more is
    sent until it is ``released``.
    """

    committees: dict[int, str] = field(
        default_factory=lambda: {461: "Cabinet", 141: "Children's &amp; Young People Panel"}
    )
    meetings: list[Meeting] = field(default_factory=list)
    documents: dict[str, bytes] = field(default_factory=dict)
    robots: str = ""
    folder: str = "/"
    get_is_on: bool = True
    soap_is_on: bool = True
    pages_are_on: bool = True
    validators: bool = True
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    always: dict[str, Answer] = field(default_factory=dict)
    cut_off: dict[str, int] = field(default_factory=dict)
    held_back: str | None = None
    reached: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    port: int = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.folder}"

    def paths(self) -> list[str]:
        """The paths that were asked for, in order, without their queries."""
        return [path.partition("?")[0] for _, path in self.asked]

    def answer(self, method: str, target: str, headers: dict[str, str], body: str) -> Answer:
        """What the site says to a request."""
        parts = urlsplit(target)
        path = unquote(parts.path)
        if self.answers.get(path):
            return self.answers[path].pop(0)
        if path in self.always:
            return self.always[path]
        if path == "/robots.txt":
            return Answer(200, self.robots, "text/plain") if self.robots else Answer(404)
        if not path.startswith(self.folder):
            return Answer(404)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        return self._within(method, path.removeprefix(self.folder), query, (headers, body))

    def _within(
        self, method: str, path: str, query: dict[str, str], sent: tuple[dict[str, str], str]
    ) -> Answer:
        if path.casefold().startswith("mgwebservice.asmx"):
            return self._service(method, path.partition("/")[2], query, *sent)
        if path in self.documents:
            return self._document(path)
        return self._page(path, query) if self.pages_are_on else Answer(404)

    def _service(
        self, method: str, operation: str, query: dict[str, str], headers: dict[str, str], body: str
    ) -> Answer:
        if method == "POST" and self.soap_is_on:
            operation = headers["soapaction"].strip('"').removeprefix(f"{NAMESPACE}/")
            found = re.findall(r"<([a-z]\w+)>([^<]*)</\1>", body)
            query = {"sFromDate": "", "sToDate": "", **{n: html.unescape(t) for n, t in found}}
        elif method == "POST" or not self.get_is_on:
            return Answer(500, "Request format is unrecognized", "text/plain")
        try:
            inner = self._operation(operation, query)
        except KeyError as error:
            return Answer(500, f"Missing parameter: {error.args[0]}.", "text/plain")
        if method == "POST":
            inner = (
                '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">'
                f'<soap:Body><{operation}Response xmlns="{NAMESPACE}"><{operation}Result>{inner}'
                f"</{operation}Result></{operation}Response></soap:Body></soap:Envelope>"
            )
        return Answer(200, f'<?xml version="1.0" encoding="utf-8"?>{inner}', "text/xml")

    def _operation(self, operation: str, query: dict[str, str]) -> str:
        if operation == "GetCommittees":
            rows = "".join(
                f"<committee>{_e('committeeid', key)}{_e('committeetitle', name)}"
                "<committeedeleted>False</committeedeleted></committee>"
                for key, name in self.committees.items()
            )
            return f"<committees>{_e('committeescount', len(self.committees))}{rows}</committees>"
        if operation == "GetMeeting":
            found = [m for m in self.meetings if str(m.number) == query["lMeetingId"]]
            return self._meeting(found[0]) if found else "<meeting />"
        committee = int(query["lCommitteeId"])
        listed = [m for m in self._between(query) if committee in (-1, m.committee)]
        if operation == "GetMeetings":
            rows = "".join(_stub(meeting) for meeting in listed)
            return (
                f"<getmeetings><committee>{_e('committeeid', committee)}"
                f"<committeemeetings>{rows}</committeemeetings></committee></getmeetings>"
            )
        rows = "".join(_stub(meeting, self.committees[meeting.committee]) for meeting in listed)
        return f"<getmeetingsbydate><meetings>{rows}</meetings></getmeetingsbydate>"

    def _between(self, query: dict[str, str]) -> list[Meeting]:
        """Meetings from and to these days; all of them where a date is not dd/mm/yyyy."""
        since, until = _dmy(query["sFromDate"]), _dmy(query["sToDate"])
        if since is None or until is None:
            return self.meetings
        return [meeting for meeting in self.meetings if since <= meeting.day <= until]

    def _meeting(self, meeting: Meeting) -> str:
        items = "".join(
            "<agendaitem>"
            + _e("agendaitemtitle", html.escape(item.title))
            + _e("agendaitemnumber", item.number)
            + _e("fulldisplaynumberformat", f"{item.number}.")
            + _e("minutesitemnumber", item.minute)
            + _e("isrestricted", item.restricted)
            + _e("minutesnonemptyhtmlbody", item.minutes)
            + _e("decisionnonemptyhtmlbody", item.decision)
            + "<linkeddocuments>"
            + "".join(self._linked(paper) for paper in item.papers)
            + "</linkeddocuments></agendaitem>"
            for item in meeting.items
        )
        published = _e("minutepublished", meeting.minutes_published)
        return f"{_stub(meeting)[:-10]}{published}<agendaitems>{items}</agendaitems></meeting>"

    def _linked(self, paper: Paper) -> str:
        address = "" if paper.restricted else self.address_of(paper)
        return (
            "<linkeddoc>"
            + _e("attachmentid", paper.number)
            + _e("title", html.escape(paper.title))
            + _e("url", paper.address or address)
            + _e("isrestricted", paper.restricted)
            + "</linkeddoc>"
        )

    def address_of(self, paper: Paper) -> str:
        return f"{self.base}documents/s{paper.number}/{quote(paper.title)}.pdf"

    def _document(self, path: str) -> Answer:
        body = self.documents[path]
        tag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
        return Answer(200, body, "application/pdf", {"ETag": tag} if self.validators else {})

    def _page(self, path: str, query: dict[str, str]) -> Answer:
        name = path.casefold()
        if name == "":
            return Answer(
                200, _page("Welcome", '<a href="mgListCommittees.aspx?bcr=1">Committees</a>')
            )
        if name == "mglistcommittees.aspx":
            rows = "".join(
                f'<li><a href="mgCommitteeDetails.aspx?ID={key}">{title}</a></li>'
                for key, title in self.committees.items()
            )
            return Answer(200, _page("Committees", f"<ul>{rows}</ul>"))
        if name == "ielistmeetings.aspx":
            return Answer(200, _page("Meetings", self._meetings_of(query)))
        if name == "ielistdocuments.aspx":
            found = [m for m in self.meetings if str(m.number) == query.get("MId")]
            return Answer(200, _page("Agenda", self._papers_of(found[0]))) if found else Answer(404)
        return Answer(404)

    def _meetings_of(self, query: dict[str, str]) -> str:
        rows = "".join(
            f'<li><a href="ieListDocuments.aspx?CId={m.committee}&amp;MId={m.number}&amp;Ver=4">'
            f"{m.day:%d %b %Y} 10.30 am</a></li>"
            for m in self.meetings
            if str(m.committee) == query["CId"] and str(m.day.year) == query["Year"]
        )
        return f"<ul>{rows}</ul>"

    def _papers_of(self, meeting: Meeting) -> str:
        packs = "".join(
            f'<li><a href="{quote(path, safe="/?=")}">{title}</a></li>'
            for title, path in meeting.packs.items()
        )
        papers = "".join(
            f'<li>Restricted enclosure <a href="{self.address_of(paper)}">{paper.title}</a></li>'
            if paper.restricted
            else f'<li><a href="{paper.address or self.address_of(paper)}">{paper.title}</a> '
            '<span class="mgFileSize">PDF 152 KB</span></li>'
            for item in meeting.items
            for paper in item.papers
        )
        return f'<ul class="mgActionList">{packs}</ul><ul>{papers}</ul>'


class _QuietServer(ThreadingHTTPServer):
    """A server that does not tell of clients that hang up: the tests make them do so."""

    def handle_error(self, request: object, client_address: object) -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(site: CouncilSite) -> Iterator[CouncilSite]:
    """The site, answering on a port of its own while the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            self._answer("")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _answer(self, body: str) -> None:
            site.asked.append((self.command, self.path))
            site.agents.add(self.headers["User-Agent"])
            headers = {name.casefold(): told for name, told in self.headers.items()}
            answer = site.answer(self.command, self.path, headers, body)
            tag = answer.headers.get("ETag")
            if tag and headers.get("if-none-match") == tag:
                answer = Answer(304, headers={"ETag": tag})
            self._send(answer)

        def _send(self, answer: Answer) -> None:
            content = answer.body.encode() if isinstance(answer.body, str) else answer.body
            path = unquote(self.path.partition("?")[0])
            self.send_response(answer.status)
            sent = {"Content-Type": answer.content_type, "Content-Length": str(len(content))}
            for name, told in (sent | answer.headers).items():
                self.send_header(name, told)
            self.end_headers()
            if site.cut_off.get(path, 0) > 0:
                site.cut_off[path] -= 1
                content = content[: len(content) // 2]
                self.close_connection = True
            if path == site.held_back:
                self.wfile.write(content[:99])
                self.wfile.flush()
                site.reached.set()
                site.released.wait(20)
                return
            self.wfile.write(content)

    server = _QuietServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    site.port = server.server_port
    try:
        with patch.dict(os.environ, {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}):
            yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _e(tag: str, told: object) -> str:
    return f"<{tag}>{html.escape(str(told), quote=False)}</{tag}>" if told != "" else f"<{tag} />"


def _stub(meeting: Meeting, body: str = "") -> str:
    told = _e("meetingid", meeting.number) + _e("meetingdate", f"{meeting.day:%d/%m/%Y}")
    named = _e("committeeid", meeting.committee) + _e("committeetitle", body) if body else ""
    return f"<meeting>{told}{named}</meeting>"


def _dmy(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%d/%m/%Y").date()
    except ValueError:
        return None


def _page(title: str, body: str) -> str:
    return (
        f"<html><head><title>{title} - {COUNCIL}</title></head><body>"
        f"<h1>{title}</h1>{body}</body></html>"
    )
