from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest
from council_site import TEST_PAGE, Answer, CouncilSite, FakeClock, served

from corpus.errors import BadRequestError, SiteClosedError, SiteError
from corpus.sites import client as clients
from corpus.sites.addresses import web_address
from corpus.sites.client import PoliteClient, Validators
from corpus.sites.manners import Manner

PAPER = "documents/s1/Paper.pdf"
NEVER = Validators()


@pytest.fixture
def site() -> Iterator[CouncilSite]:
    with served(CouncilSite(documents={PAPER: b"%PDF-1.4 a paper"})) as site:
        yield site


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def client(clock: FakeClock) -> PoliteClient:
    return PoliteClient(Manner("clerk@tarnbrook.example", 2.0), clock)


def test_the_program_gives_its_name_and_a_contact(site: CouncilSite, client: PoliteClient) -> None:
    client.read(site.base)
    (agent,) = site.agents
    assert agent.startswith("council-papers/")
    assert agent.endswith("(+clerk@tarnbrook.example)")


def test_a_contact_that_cannot_be_sent_is_refused() -> None:
    with pytest.raises(BadRequestError, match="COUNCIL_PAPERS_CONTACT"):
        Manner("clerk@tarnbrook.example\r\nCookie: x")


def test_robots_txt_is_asked_for_first_and_once(site: CouncilSite, client: PoliteClient) -> None:
    client.read(site.base)
    client.read(site.base)
    assert site.paths() == ["/robots.txt", "/", "/"]


def test_there_is_a_pause_between_two_requests(
    site: CouncilSite, client: PoliteClient, clock: FakeClock
) -> None:
    client.read(site.base)
    client.read(site.base)
    assert clock.slept == [2.0, 2.0]


def test_a_longer_pause_that_robots_txt_asks_for_is_kept(
    site: CouncilSite, client: PoliteClient, clock: FakeClock
) -> None:
    site.robots = "User-agent: *\nCrawl-delay: 7\n"
    client.read(site.base)
    client.read(site.base)
    assert clock.slept == [7.0, 7.0]


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: council-papers\nDisallow: /\n\nUser-agent: *\nAllow: /",
        "User-agent: *\nDisallow: /*.aspx",
    ],
)
def test_what_robots_txt_forbids_is_never_fetched(
    site: CouncilSite, client: PoliteClient, robots: str
) -> None:
    site.robots = robots
    with pytest.raises(SiteClosedError, match=r"robots\.txt"):
        client.read(f"{site.base}mgListCommittees.aspx")
    assert site.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", [401, 403, 500])
def test_a_robots_txt_that_is_not_shown_forbids_all(
    site: CouncilSite, client: PoliteClient, status: int
) -> None:
    site.always["/robots.txt"] = Answer(status)
    assert not client.may_fetch(site.base)


def test_a_site_that_answers_403_is_not_asked_again(
    site: CouncilSite, client: PoliteClient
) -> None:
    site.always["/"] = Answer(403, "Forbidden")
    with pytest.raises(SiteClosedError, match="does not let this program in"):
        client.read(site.base)
    assert site.paths().count("/") == 1


@pytest.mark.parametrize(
    "answer",
    [
        Answer(403, TEST_PAGE),
        Answer(503, TEST_PAGE),
        Answer(403, "", headers={"cf-mitigated": "challenge"}),
        Answer(200, TEST_PAGE),
    ],
)
def test_a_page_that_tests_for_robots_ends_it(
    site: CouncilSite, client: PoliteClient, answer: Answer
) -> None:
    site.always["/"] = answer
    with pytest.raises(SiteClosedError, match="test in place of the page"):
        client.read(site.base)
    assert site.paths().count("/") == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_site_is_left_alone_as_long_as_it_asks_for(
    site: CouncilSite, client: PoliteClient, clock: FakeClock, status: int
) -> None:
    site.answers["/"] = [Answer(status, "busy", headers={"Retry-After": "17"})]
    assert client.read(site.base).body
    assert 17.0 in clock.slept


def test_a_retry_after_may_be_a_date(
    site: CouncilSite, client: PoliteClient, clock: FakeClock
) -> None:
    until = formatdate(clock.time + 60, usegmt=True)
    site.answers["/"] = [Answer(429, headers={"Retry-After": until})]
    client.read(site.base)
    assert 55 < max(clock.slept) <= 60


def test_a_site_that_wants_an_hour_is_reported(site: CouncilSite, client: PoliteClient) -> None:
    site.always["/"] = Answer(429, headers={"Retry-After": "3600"})
    with pytest.raises(SiteClosedError, match="left alone for 60 minutes"):
        client.read(site.base)
    assert site.paths().count("/") == 1


def test_a_site_that_stays_busy_is_given_up(
    site: CouncilSite, client: PoliteClient, clock: FakeClock
) -> None:
    site.always["/"] = Answer(503, "busy")
    with pytest.raises(SiteClosedError, match="too busy"):
        client.read(site.base)
    assert [wait for wait in clock.slept if wait > 2] == [5.0, 10.0, 20.0]


def test_a_site_that_cannot_be_reached_is_reported(client: PoliteClient) -> None:
    with pytest.raises(SiteClosedError, match="cannot be reached"):
        client.read("http://127.0.0.1:9/")


def test_redirects_are_followed_on_the_site(site: CouncilSite, client: PoliteClient) -> None:
    site.answers["/old.aspx"] = [Answer(302, headers={"Location": "/"})]
    assert client.read(f"{site.base}old.aspx").address == site.base


def test_a_redirect_away_from_the_site_is_not_followed(
    site: CouncilSite, client: PoliteClient
) -> None:
    with served(CouncilSite()) as other:
        site.always["/old.aspx"] = Answer(301, headers={"Location": other.base})
        with pytest.raises(SiteError, match="leads away from the site"):
            client.read(f"{site.base}old.aspx")
        assert other.asked == []


def test_redirects_without_end_are_reported(site: CouncilSite, client: PoliteClient) -> None:
    site.always["/round.aspx"] = Answer(302, headers={"Location": "/round.aspx"})
    with pytest.raises(SiteError, match="without end"):
        client.read(f"{site.base}round.aspx")


def test_a_redirect_to_what_is_forbidden_is_not_followed(
    site: CouncilSite, client: PoliteClient
) -> None:
    site.robots = "User-agent: *\nDisallow: /private/"
    site.always["/old.aspx"] = Answer(302, headers={"Location": "/private/page"})
    with pytest.raises(SiteClosedError, match=r"robots\.txt"):
        client.read(f"{site.base}old.aspx")
    assert "/private/page" not in site.paths()


def test_a_download_that_is_cut_off_is_begun_again(
    site: CouncilSite, client: PoliteClient, tmp_path: Path
) -> None:
    site.cut_off[f"/{PAPER}"] = 1
    client.download(f"{site.base}{PAPER}", tmp_path / "paper", NEVER)
    assert (tmp_path / "paper").read_bytes() == b"%PDF-1.4 a paper"


def test_a_download_that_is_always_cut_off_is_reported(
    site: CouncilSite, client: PoliteClient, tmp_path: Path
) -> None:
    site.cut_off[f"/{PAPER}"] = 99
    with pytest.raises(SiteError, match="cut off 4 times"):
        client.download(f"{site.base}{PAPER}", tmp_path / "paper", NEVER)


def test_what_has_not_changed_is_not_sent_again(
    site: CouncilSite, client: PoliteClient, tmp_path: Path
) -> None:
    first = client.download(f"{site.base}{PAPER}", tmp_path / "paper", NEVER)
    assert first is not None
    assert client.download(f"{site.base}{PAPER}", tmp_path / "again", first.validators) is None
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("told", [True, False])
def test_a_paper_that_is_too_large_is_refused(
    site: CouncilSite,
    client: PoliteClient,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: bool,
) -> None:
    monkeypatch.setattr(clients, "LARGEST_PAPER", 10)
    chunked = Answer(200, b"5\r\n%PDF-\r\n8\r\n12345678\r\n0\r\n\r\n", headers={
        "Transfer-Encoding": "chunked", "Content-Length": "",
    })  # fmt: skip
    if not told:
        site.always[f"/{PAPER}"] = chunked
    with pytest.raises(SiteError, match="are fetched"):
        client.download(f"{site.base}{PAPER}", tmp_path / "paper", NEVER)


@pytest.mark.parametrize(
    "typed",
    ["", "tarnbrook", "ftp://tarnbrook.example", "what is this?", "http://", "https://[", "a b.c"],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadRequestError, match="not the address of a web page"):
        web_address(typed)


def test_an_address_may_be_typed_without_its_beginning() -> None:
    assert web_address(" papers.tarnbrook.example/x ") == "https://papers.tarnbrook.example/x"
