from datetime import date
from pathlib import Path

from tarnbrook import EARLIER, HEAD, MARCH, PAPERS, a_library

from assistant.fragments.charts import chart_html
from assistant.record.register import Entry, register
from assistant.record.years import by_month, by_year, years_of
from corpus.filters import NO_FILTERS
from corpus.papers import Force

UNDATED = MARCH.replace(" on Tuesday 12 March 2024", "")


def entries(folder: Path, papers: dict[str, str]) -> list[Entry]:
    texts = {name: HEAD + text for name, text in papers.items()}
    return register(a_library(folder, texts), NO_FILTERS)


def test_a_year_has_twelve_months_whatever_was_decided(tmp_path: Path) -> None:
    found = by_month(entries(tmp_path, PAPERS), 2024)
    assert [period.first.month for period in found.periods] == list(range(1, 13))
    assert found.periods[2].name == "March 2024"
    assert dict(found.periods[2].counts)[Force.LOST] == 1
    assert found.periods[0].total == 0


def test_years_are_counted_without_a_gap(tmp_path: Path) -> None:
    held = entries(tmp_path, {**EARLIER, "march.txt": MARCH})
    assert years_of(held) == [2024, 2014, 2013]
    found = by_year(held)
    assert [period.first.year for period in found.periods] == list(range(2013, 2025))
    assert found.total == len(held)


def test_what_has_no_date_is_counted_apart(tmp_path: Path) -> None:
    found = by_year(entries(tmp_path, {"minutes.txt": UNDATED}))
    assert found.periods == ()
    assert found.undated > 0
    assert "no dated decision is held" in chart_html(found, "Decisions by year")


def test_the_chart_tells_its_numbers_in_words_and_in_a_table(tmp_path: Path) -> None:
    found = by_month(entries(tmp_path, PAPERS), 2024)
    shown = chart_html(found, "Decisions in 2024")
    assert 'role="img"' in shown
    assert f"Bar chart. Decisions in 2024: {found.total} entries" in shown
    assert shown.count("<tr>") == 13
    assert "<summary>The numbers as a table</summary>" in shown


def test_every_force_of_the_chart_has_a_name_beside_its_ink(tmp_path: Path) -> None:
    found = by_month(entries(tmp_path, PAPERS), 2024)
    shown = chart_html(found, "Decisions in 2024")
    for force in found.forces:
        assert f'<span class="cp-swatch cp-ink-{force.value}"></span>' in shown


def test_a_month_begins_on_its_first_day(tmp_path: Path) -> None:
    found = by_month(entries(tmp_path, PAPERS), 2024)
    assert found.periods[6].first == date(2024, 7, 1)
