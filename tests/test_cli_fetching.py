import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from command import run
from council_site import TEST_PAGE, Answer, CouncilSite, served
from tarnbrook_site import tarnbrook

PERIOD = ("--since", "2024-01-01", "--until", "2024-12-31", "--pause", "0")


@pytest.fixture
def site() -> Iterator[CouncilSite]:
    with served(tarnbrook()) as site:
        yield site


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


def test_papers_are_fetched_into_the_library_and_cited_with_their_link(
    site: CouncilSite, library: Path
) -> None:
    done = run("--library", library, "fetch", site.base, *PERIOD)
    assert done.exit_code == 0, done.output
    assert f"3 files fetched into {library / 'fetched' / f'127.0.0.1-{site.port}'}" in done.stdout
    assert "3 files read in" in done.stdout
    assert "1 paper closed to the public, left alone" in done.stdout
    asked = run("--library", library, "ask", "What was resolved about bus shelters?", "--json")
    citation = json.loads(asked.stdout)["citations"][0]
    assert citation["link"].startswith(f"{site.base}documents/g3676/Printed%20minutes")
    assert citation["link"].endswith("?T=1#page=1")
    assert "MId=3676" in citation["meeting_link"]


def test_again_nothing_is_fetched_and_nothing_read(site: CouncilSite, library: Path) -> None:
    run("--library", library, "fetch", site.base, *PERIOD)
    again = run("--library", library, "fetch", site.base, *PERIOD)
    assert "0 files fetched into" in again.stdout
    assert "0 files read in" in again.stdout
    assert again.exit_code == 0


def test_a_paper_that_was_closed_since_is_taken_out_of_the_library(
    site: CouncilSite, library: Path
) -> None:
    run("--library", library, "fetch", site.base, *PERIOD)
    papers = site.meetings[0].items[1].papers
    papers[0] = replace(papers[0], restricted=True)
    done = run("--library", library, "fetch", site.base, *PERIOD, "--again")
    assert "1 file closed since, taken out:\n  Cabinet/2024-03-12/Bus Shelters.pdf" in done.stdout
    sources = [each["source"] for each in papers_in(library)]
    assert sources
    assert not any("Bus Shelters" in source for source in sources)


def papers_in(library: Path) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads(run("--library", library, "papers", "--json").stdout)[
        "papers"
    ]
    return listed


def test_files_go_where_they_are_wanted_and_need_not_be_added(
    site: CouncilSite, library: Path, tmp_path: Path
) -> None:
    done = run(
        *("--library", library, "fetch", site.base, *PERIOD),
        *("--to", tmp_path / "papers", "--no-add", "--committee", "cab"),
    )
    assert (tmp_path / "papers" / "Cabinet" / "2024-03-12" / "Agenda.pdf").is_file()
    assert "read in" not in done.stdout
    assert not library.exists()


def test_a_trial_lists_what_would_be_fetched(site: CouncilSite, library: Path) -> None:
    done = run("--library", library, "fetch", site.base, *PERIOD, "--dry-run")
    assert "3 files would be fetched" in done.stdout
    assert "Cabinet/2024-03-12/Bus Shelters" in done.stdout
    assert not library.exists()


def test_no_meeting_in_the_period_is_told(site: CouncilSite, library: Path) -> None:
    days = ("--since", "1999-01-01", "--until", "1999-12-31", "--pause", "0")
    done = run("--library", library, "fetch", site.base, *days)
    assert "The site lists no such meeting from 1999-01-01 to 1999-12-31." in done.stdout
    assert done.exit_code == 0


def test_a_site_that_refuses_programs_is_told_plainly(site: CouncilSite, library: Path) -> None:
    site.always["/mgWebService.asmx/GetCommittees"] = Answer(403, TEST_PAGE)
    failed = run("--library", library, "fetch", site.base, *PERIOD)
    assert failed.exit_code == 1
    assert "does not let this program in" in failed.stderr


def test_what_was_fetched_before_the_site_refused_is_added(
    site: CouncilSite, library: Path
) -> None:
    site.always["/documents/s22710/Bus Shelters.pdf"] = Answer(503, TEST_PAGE)
    failed = run("--library", library, "fetch", site.base, *PERIOD)
    assert failed.exit_code == 1
    assert "2 files read in" in failed.stdout
    assert "does not let this program in" in failed.stderr


def test_the_contact_is_a_setting_and_its_lack_is_told(site: CouncilSite, library: Path) -> None:
    trial = ("--library", library, "fetch", site.base, *PERIOD, "--dry-run")
    told = run(*trial, COUNCIL_PAPERS_CONTACT="clerk@tarnbrook.example")
    assert "COUNCIL_PAPERS_CONTACT" not in told.stderr
    assert any(agent.endswith("(+clerk@tarnbrook.example)") for agent in site.agents)
    assert "COUNCIL_PAPERS_CONTACT" in run(*trial).stderr


@pytest.mark.parametrize(
    "words",
    [
        ["fetch"],
        ["fetch", "https://papers.tarnbrook.example", "--since", "12/03/2024"],
        ["fetch", "https://a.example", "--since", "2024-03-01", "--until", "2024-02-01"],
        ["fetch", "https://a.example", "--pause", "-1"],
    ],
)
def test_wrong_usage_exits_with_2(words: list[str]) -> None:
    assert run(*words).exit_code == 2


def test_what_is_no_address_is_told() -> None:
    failed = run("fetch", "the council's papers")
    assert failed.exit_code == 1
    assert "is not the address of a web page" in failed.stderr
