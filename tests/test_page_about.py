"""What the page tells of the assistant, without a browser, over a real library."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from page_papers import library_with_papers
from streamlit.testing.v1 import AppTest

from assistant.desk import opened as desk
from assistant.evaluation.report import Report, write_report
from assistant.evaluation.scores import Failure, Figures, Scores

FIGURES = Figures(
    questions=210,
    accuracy=0.999,
    answered=0.75,
    answerable_right=0.5,
    refused_rightly=0.0,
    refused_wrongly=0.25,
    citations_right=0.8,
    evidence_cited=0.9,
    hit_at_1=0.001,
    hit_at_5=0.95,
    hit_at_10=1.0,
    force_right=None,
    verbatim=1.0,
    median_words=60,
    median_seconds=0.51,
    p95_seconds=2.0,
    slowest_seconds=0.01,
)
FAILURE = Failure("q2", "trap", "Who <objected>?", ("answered though the papers do not",))
REPORT = Report(
    made_at=datetime(2025, 3, 4, 10, 30, tzinfo=UTC),
    command="council-papers evaluate gold_set.jsonl",
    question_set="gold_set.jsonl",
    version="0.1.0",
    scores=Scores(FIGURES, {"figure": (1, 2)}, (FAILURE,)),
)


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A library of two papers, searched by keywords alone."""
    folder = library_with_papers(tmp_path)
    monkeypatch.setenv("COUNCIL_PAPERS_LIBRARY", str(folder))
    monkeypatch.setenv("COUNCIL_PAPERS_EMBEDDING_MODEL", "none")
    monkeypatch.setenv("COUNCIL_PAPERS_RERANKING_MODEL", "none")
    desk.close()
    yield folder
    desk.close()


def test_it_says_what_it_does_not_do_before_how_well_it_does() -> None:
    headings = [header.value for header in _about().header]
    assert headings[:2] == ["What it does", "What it does not do"]
    assert headings[-1] == "How well it answers"


def test_it_says_what_the_library_holds() -> None:
    shown = _html(_about())
    assert "from 12 March 2024 to 14 May 2024" in shown
    assert "<dt>Papers</dt><dd>minutes (1), report (1)</dd>" in shown
    assert "<dt>Meetings</dt><dd>2</dd>" in shown


def test_a_search_that_is_not_wanted_is_off_and_the_notice_says_so() -> None:
    shown = _html(_about())
    assert "<td>By the words of the question</td><td>on</td>" in shown
    assert "<td>By its meaning</td><td>off</td>" in shown
    assert "<td>Putting the best passages first</td><td>off</td>" in shown
    assert "<li>The search uses only the words of your question" in shown


@pytest.mark.parametrize(
    ("variable", "search"),
    [
        ("COUNCIL_PAPERS_EMBEDDING_MODEL", "By its meaning"),
        ("COUNCIL_PAPERS_RERANKING_MODEL", "Putting the best passages first"),
    ],
)
def test_a_search_whose_model_cannot_be_used_is_off_and_the_notice_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, search: str
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "no-such-model"))
    shown = _html(_about())
    assert f"<td>{search}</td><td>off</td>" in shown
    assert 'aria-label="Note"' in shown


def test_without_an_evaluation_it_says_how_to_run_one() -> None:
    page = _about()
    assert "Nobody has measured this yet for this library." in page.markdown[-1].value
    assert "council-papers evaluate QUESTIONS.jsonl" in page.markdown[-1].value


def test_the_last_evaluation_is_shown_with_its_date_and_command(library: Path) -> None:
    write_report(library, REPORT)
    page = _about()
    told = page.markdown[-1].value
    assert "On 4 March 2025 at 10:30" in told
    assert "210 questions of gold\\_set.jsonl" in told
    assert page.code[0].value == "council-papers evaluate gold_set.jsonl"


def test_figures_are_told_in_per_cent_and_never_rounded_to_all_or_nothing(library: Path) -> None:
    write_report(library, REPORT)
    shown = _html(_about())
    for measured, result in (
        ("Answered right, or rightly said not to be recorded", "over 99%"),
        ("Answered right", "50%"),
        ("Right place first among the passages found", "under 1%"),
        ("Quotations that stand word for word in the paper", "100%"),
        ("Rightly told whether resolved, recommended, …", "nothing to measure"),
        ("Time for half of them, at most", "0.5 seconds"),
        ("Time for the slowest", "under 0.1 seconds"),
        ("figure", "1 of 2"),
    ):
        assert f"<td>{measured}</td><td>{result}</td>" in shown


def test_what_went_wrong_in_an_evaluation_opens_to_show_why(library: Path) -> None:
    write_report(library, REPORT)
    shown = _html(_about())
    assert "<summary>Who &lt;objected&gt;?</summary>" in shown
    assert "<li>answered though the papers do not</li>" in shown


def test_an_evaluation_without_faults_lists_none(library: Path) -> None:
    write_report(library, replace(REPORT, scores=replace(REPORT.scores, failures=())))
    assert "What went wrong" not in [heading.value for heading in _about().subheader]


def _about() -> AppTest:
    def view() -> None:
        from assistant.desk import opened as desk
        from assistant.settings import from_environment
        from assistant.web import about

        opened = desk.desk(from_environment())
        assert opened
        about.show(opened)

    page = AppTest.from_function(view, default_timeout=60).run()
    assert not page.exception
    return page


def _html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))
