"""The views of decisions and papers without a browser, over a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from tarnbrook import APRIL, HEAD, JULY, MARCH

from assistant.desk import opened as desk
from assistant.filing.adding import add_papers
from assistant.settings import Settings

DRAFT = "DRAFT MINUTES, subject to confirmation at the next meeting\n\n"
PAPERS = {
    "march.txt": HEAD + MARCH,
    "april.txt": HEAD + APRIL,
    "july.txt": HEAD + DRAFT + JULY,
}
RENTS = """Report to: Cabinet
Date of meeting: 12 March 2024
Title: Allotment rents

1. Recommendations

Cabinet is recommended to agree that:

(1) the rent of an allotment plot be set at £52 a year from 1 April 2025; and

(2) the allotment waiting list be published every month.
"""


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, text in PAPERS.items():
        (papers / name).write_text(text, encoding="utf-8")
    settings = Settings(tmp_path / "library", "none", "none")
    add_papers(settings, [papers])
    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(settings.library))
    monkeypatch.setenv("COUNCIL_PAPERS_EMBEDDING_MODEL", "none")
    monkeypatch.setenv("COUNCIL_PAPERS_RERANKING_MODEL", "none")
    desk.close()
    yield settings.library
    desk.close()


def test_every_decision_has_a_button_that_opens_it() -> None:
    page = _decisions()
    assert _html(page).count("<article") == len(_opening(page)) > 0
    assert "Open Cabinet, 12 March 2024, minute 42/24" in _opening(page)
    assert len({button.key for button in page.button}) == len(page.button)


def test_meetings_stand_oldest_first_or_newest_first() -> None:
    page = _decisions()
    assert _ordered(page, "12 March 2024", "16 April 2024", "9 July 2024")
    page.selectbox(key="order").select("newest").run()
    assert _ordered(page, "9 July 2024", "16 April 2024", "12 March 2024")


def test_a_lost_amendment_shows_its_movers_and_its_vote_and_is_not_among_what_was_decided() -> None:
    page = _decisions()
    assert "free of charge on Sundays" not in _html(page)
    page.selectbox(key="force").select("not-decided").run()
    shown = _html(page)
    assert "Lost, not carried" in shown
    assert "<dt>Moved by</dt><dd>Councillor Fenn</dd>" in shown
    assert "<dt>Seconded by</dt><dd>Councillor Oake</dd>" in shown
    assert "<dt>Vote</dt><dd>1 for, 3 against</dd>" in shown


def test_what_became_of_a_decision_is_told_on_both_sides() -> None:
    shown = _html(_decisions())
    assert "Later referred back by Scrutiny Committee, 16 April 2024, minute 10/24" in shown
    told = (
        "<dt>On the decision of</dt><dd>Cabinet, 12 March 2024, minute 42/24 (referred back)</dd>"
    )
    assert told in shown


def test_decisions_of_draft_minutes_are_marked_and_others_are_not() -> None:
    articles = _html(_decisions()).split("<article")[1:]
    for article in articles:
        of_july = any(number in article for number in ("50/24 ", "51/24 ", "52/24 "))
        assert ("Draft minutes" in article) == of_july
    assert sum("Draft minutes" in article for article in articles) == 3


def test_a_timeline_asks_for_its_subject() -> None:
    page = _decisions()
    page.radio(key="as").set_value("Timeline").run()
    assert "Write above what the decisions are about" in page.info[0].value
    assert "<ol" not in _html(page)


def test_a_year_is_drawn_month_by_month_with_its_numbers_as_a_table() -> None:
    page = _decisions()
    page.radio(key="as").set_value("Year at a glance").run()
    shown = _html(page)
    assert "Bar chart. Decisions in 2024" in shown
    assert "<td>March 2024</td>" in shown


def test_what_was_recommended_stands_beside_what_was_resolved(
    library: Path, tmp_path: Path
) -> None:
    assert "Recommended beside resolved" not in _html(_decisions())
    report = tmp_path / "rents-report.txt"
    report.write_text(HEAD + RENTS, encoding="utf-8")
    add_papers(Settings(library, "none", "none"), [report])
    assert "Recommended beside resolved: with changes" in _html(_decisions())


def test_a_timeline_is_a_list_of_meetings_with_what_happened_at_each() -> None:
    page = _decisions()
    page.text_input[0].set_value("allotment rents").run()
    page.radio(key="as").set_value("Timeline").run()
    shown = _html(page)
    assert shown.count('<ol class="cp-timeline"') == 1
    assert _ordered(page, "12 March 2024", "Resolved", "16 April 2024", "Referred back")
    assert _ordered(page, "Referred back", "9 July 2024", "Reaffirmed with changes")
    assert "<article" not in shown
    page.selectbox(key="order").select("newest").run()
    assert _ordered(page, "9 July 2024, Tarn", "16 April 2024, Tarn", "12 March 2024, Tarn")


def test_a_subject_that_is_not_recorded_says_so_in_both_views() -> None:
    page = _decisions()
    page.text_input[0].set_value("airport").run()
    assert "No such decision" in page.info[0].value
    page.radio(key="as").set_value("Timeline").run()
    assert "No such decision" in page.info[0].value


def test_minutes_open_to_show_their_status_their_minutes_and_their_people() -> None:
    shown = _html(_papers())
    march = shown[shown.index("12 March 2024, Cabinet") : shown.index("16 April 2024")]
    assert "Not stated whether draft or confirmed" in march
    assert "<td>42/24</td><td>ALLOTMENT RENTS</td>" in march
    assert "<dt>Present</dt><dd>Councillor Ada Quill (Chair); Councillor Bram Oake" in march
    assert "<dt>Moved</dt><dd>Councillor Quill (minute 43/24); Councillor Fenn" in march
    assert "Draft, not yet confirmed" in shown


def test_abbreviations_stand_with_the_words_that_the_papers_give_for_them() -> None:
    page = _papers()
    assert "Abbreviations the papers define" in [header.value for header in page.header]
    assert "<dt>TRS</dt><dd>Tree Replacement Scheme</dd>" in _html(page)


def _decisions() -> AppTest:
    def view() -> None:
        from assistant.desk import opened as desk
        from assistant.settings import from_environment
        from assistant.web import decisions
        from corpus.filters import NO_FILTERS

        opened = desk.desk(from_environment())
        assert opened
        decisions.show(opened, NO_FILTERS)

    return _run(AppTest.from_function(view, default_timeout=60))


def _papers() -> AppTest:
    def view() -> None:
        from assistant.desk import opened as desk
        from assistant.settings import from_environment
        from assistant.web import papers
        from corpus.filters import NO_FILTERS

        opened = desk.desk(from_environment())
        assert opened
        papers.show(opened, NO_FILTERS)

    return _run(AppTest.from_function(view, default_timeout=60))


def _run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def _html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def _opening(page: AppTest) -> list[str]:
    return [button.label for button in page.button if (button.key or "").startswith("cite")]


def _ordered(page: AppTest, *words: str) -> bool:
    """Whether these stand one after another."""
    shown, at = _html(page), -1
    for word in words:
        at = shown.find(word, at + 1)
        if at < 0:
            return False
    return True
