"""Modern.gov's web pages: what they link to. All of it where the web service is off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from corpus.packs.names import find_councils
from corpus.sites.addresses import host_of
from corpus.sites.markup import Element, words_of
from corpus.sites.publishing import PublishedPaper
from corpus.text.dates import find_dates

RESTRICTED = re.compile(
    r"\brestricted (?:enclosure|item|document|minute|paper|annex|appendi\w+|reports? pack)"
    r"|[(\[]\s*(?:restricted|exempt|confidential)\s*[)\]]|\bis restricted\b"
    r"|^\W*(?:restricted|exempt)\W*$|\bnot for publication\b|\bmgrestricted",
    re.IGNORECASE,
)
"""Words by which a site marks what is closed to the public; "restricted parking" is not."""
OF_EARLIER = re.compile(r"\bminutes\b|\b(?:previous|last) meeting|\bcofnodion\b", re.IGNORECASE)
"""Such papers on an agenda are of an earlier meeting."""
AGENDA, PACK, MINUTES, DECISIONS = "Agenda", "Reports pack", "Minutes", "Decisions"
_PAGE = re.compile(r"(?:mg|ie)\w+\.aspx$", re.IGNORECASE)
_DOCUMENT = re.compile(r"/documents/(?P<sort>[a-z])(?P<number>\d+)/", re.IGNORECASE)
_PACKS = (
    (re.compile(r"supplement|late|addend", re.IGNORECASE), None),
    (re.compile(r"minutes", re.IGNORECASE), MINUTES),
    (re.compile(r"frontsheet|front sheet", re.IGNORECASE), AGENDA),
    (re.compile(r"pack", re.IGNORECASE), PACK),
    (re.compile(r"decisions", re.IGNORECASE), DECISIONS),
    (re.compile(r"agenda", re.IGNORECASE), AGENDA),
)
"""What a link says, and what the paper is then called; None keeps the words of the link."""
_BY_NUMBER = {"0": AGENDA, "1": MINUTES, "10": PACK}
"""By the T of a pack's address where the link says nothing."""
_SIZE = re.compile(r"\W*\b(?:PDF|DOCX?)\W+[\d.,]+ ?[KM]B\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """What the page of a meeting links to: whole packs, and papers one by one."""

    packs: tuple[PublishedPaper, ...]
    papers: tuple[PublishedPaper, ...]
    restricted: tuple[str, ...]
    council: str | None


def base_of(address: str) -> str:
    """The directory of the site that ``address`` is of, with a slash at its end."""
    path = urlsplit(address).path
    for cut in (r"/(?:mg|ie)\w+\.aspx\b.*$", r"/mgWebService\.asmx.*$", r"/documents/.*$"):
        path = re.sub(cut, "/", path, flags=re.IGNORECASE)
    folder = path[: path.rfind("/") + 1] or "/"
    return urljoin(address, folder)


def base_linked_from(page: Element) -> str | None:
    """The site that a page links to by one of Modern.gov's own pages, or None."""
    for _, address in _links(page):
        if _PAGE.search(urlsplit(address).path):
            return base_of(address)
    return None


def committees_on(page: Element) -> dict[str, str]:
    """The name of each committee that a page links to, by its number."""
    found: dict[str, str] = {}
    for link, address in _links(page):
        named = _query(address)
        is_details = "mgcommitteedetails" in address.casefold()
        key = named.get("cid") or named.get("committeeid") or (is_details and named.get("id"))
        name = words_of(link)
        if key and str(key).isdigit() and str(key) != "0" and name and "mid" not in named:
            found.setdefault(str(key), name)
    return found


def meetings_on(page: Element) -> dict[str, date]:
    """The day of each meeting that a page links to, by its number."""
    found: dict[str, date] = {}
    for link, address in _links(page):
        key = _query(address).get("mid", "")
        if not key.isdigit() or "ielistdocuments" not in address.casefold():
            continue
        days = [each.day for text in _around(link) for each in find_dates(text)]
        if days:
            found.setdefault(key, days[0])
    return found


def meeting_on(page: Element) -> MeetingPage:
    """What the page of a meeting links to."""
    packs: dict[str, PublishedPaper] = {}
    papers: dict[str, PublishedPaper] = {}
    restricted: dict[str, None] = {}
    for link, address in _links(page):
        path = unquote(urlsplit(address).path)
        document = _DOCUMENT.search(path)
        if document is None:
            continue
        sort, number = document["sort"].casefold(), document["number"]
        title = _SIZE.sub("", words_of(link)) or _SIZE.sub("", link.get("title") or "")
        if _is_restricted(link):
            restricted[sort + number] = None
        elif sort == "s":
            paper = attachment(number, title or f"Paper {number}", address)
            papers.setdefault(paper.key, paper)
        else:
            pack = _pack(f"{sort}{number}", title, address)
            packs.setdefault(pack.key, pack)
    return MeetingPage(
        tuple(packs.values()), tuple(papers.values()), tuple(restricted), council_on(page)
    )


def attachment(number: str, title: str, address: str, item: str = "") -> PublishedPaper:
    """A paper of an agenda item; a new version of it would have another number."""
    earlier = bool(OF_EARLIER.search(f"{title} / {item}"))
    return PublishedPaper(f"s{number}", title, address, is_fixed=True, of_meeting=not earlier)


def is_own(address: str, base: str) -> bool:
    """Whether a paper is the site's own: on its host, or at another by Modern.gov's number.

    A site that is reached by two names gives addresses of one of them.
    """
    host = host_of(address)
    return bool(host) and (host == host_of(base) or bool(_DOCUMENT.search(urlsplit(address).path)))


def council_on(page: Element) -> str | None:
    """The council that a page's name for its site, or the end of its title, names."""
    told = [*page.xpath('//meta[@property="og:site_name"]/@content')]
    told += [part for title in page.xpath("//title/text()") for part in _title_parts(str(title))]
    return next((names[0] for each in told if (names := find_councils(str(each).strip()))), None)


def _pack(number: str, title: str, address: str) -> PublishedPaper:
    sort = _query(address).get("t", "")
    name = next((called or title for words, called in _PACKS if words.search(title)), None)
    name = name or _BY_NUMBER.get(sort) or title or "Papers"
    return PublishedPaper(f"{number}-T{sort}", name, address)


def _title_parts(title: str) -> list[str]:
    return re.split(r"\s+[-–|]\s+", title)[::-1]


def _links(page: Element) -> Iterator[tuple[Element, str]]:
    """The links of a page, in order."""
    for link in page.iter("a"):
        address = (link.get("href") or "").strip()
        if host_of(address):
            yield link, address


def _query(address: str) -> dict[str, str]:
    """The parameters of an address, their names in lower case."""
    return {name.casefold(): told for name, told in parse_qsl(urlsplit(address).query)}


def _around(link: Element) -> list[str]:
    """The words of a link and its title, then of the row that it stands in."""
    rows = list(link.iterancestors("tr", "li", "p"))[:1]
    return [words_of(link), link.get("title") or "", *map(words_of, rows)]


def _is_restricted(link: Element) -> bool:
    """Whether the link, or the line that it stands in, says that its paper is closed."""
    lines = list(link.iterancestors("tr", "li", "p"))[:1]
    told = [link.get("title") or "", link.get("class") or ""]
    told += [f"{line.get('class') or ''} {words_of(line)}" for line in lines]
    return any(RESTRICTED.search(each) for each in (*told, words_of(link)))
