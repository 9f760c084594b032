"""The accessibility statement: what it promises, and what it says of itself."""

from pathlib import Path

from assistant.citing import written_date
from assistant.fragments.accessibility import (
    NOT_MET,
    TESTED_ON,
    TESTED_WITH,
    accessibility_html,
)

ROOT = Path(__file__).parents[1]


def test_the_statement_tells_all_that_is_not_met_with_its_criterion() -> None:
    told = accessibility_html()
    assert NOT_MET
    for each in NOT_MET:
        assert each.what in told
        assert each.instead in told
        assert each.criterion in told


def test_the_statement_says_when_and_with_what_it_was_tested() -> None:
    assert f"{written_date(TESTED_ON)}, with {TESTED_WITH}" in accessibility_html()


def test_the_statement_names_the_streamlit_that_the_tests_run_with() -> None:
    pins = (ROOT / "constraints.txt").read_text("utf-8")
    [pinned] = [line for line in pins.splitlines() if line.startswith("streamlit==")]
    version = ".".join(pinned.removeprefix("streamlit==").split(".")[:2])
    assert f"Streamlit {version}," in TESTED_WITH


def test_whoever_serves_the_page_is_named_as_its_contact_without_being_obeyed() -> None:
    assert "Write to access@tarnbrook.example." in accessibility_html("access@tarnbrook.example")
    assert "&lt;b&gt;" in accessibility_html("<b>")


def test_without_a_contact_the_statement_says_so() -> None:
    assert "No address is given here" in accessibility_html()


def test_the_plain_version_is_offered_only_where_it_is_served() -> None:
    assert '<a href="/plain/">plain version' in accessibility_html(plain_address="/plain/")
    assert "plain version" not in accessibility_html()
