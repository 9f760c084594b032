"""What a library holds, as questions need to know it."""

from dataclasses import replace
from datetime import date

import pytest
from fakes import a_meeting, a_paper
from tarnbrook import an_assistant

from assistant.holdings import Holdings, _initials, _names
from corpus.documents import Span
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import PaperKind


@pytest.fixture(scope="module")
def holdings(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook")).holdings


def test_councils_and_bodies_are_named_once_by_name(holdings: Holdings) -> None:
    assert holdings.councils == ("Tarnbrook Council",)
    assert holdings.bodies == ("Cabinet", "Scrutiny Committee")


def test_the_bodies_of_one_council_are_told_from_those_of_all() -> None:
    papers = (a_paper(a_meeting("A Council", "Forum")), a_paper(a_meeting("B Council", "Board")))
    holdings = Holdings(papers, (), (), (), {}, {}, {}, 0)
    assert holdings.bodies_of(["A Council"]) == ("Forum",)
    assert holdings.bodies_of([]) == ("Board", "Forum")


def test_meetings_are_told_oldest_first_with_whether_minutes_are_held(holdings: Holdings) -> None:
    meetings = [(meeting.held_on, held) for meeting, held in holdings.meetings().items()]
    assert meetings == [
        (date(2024, 3, 12), True),
        (date(2024, 4, 16), True),
        (date(2024, 5, 14), False),
        (date(2024, 7, 9), True),
    ]


def test_a_paper_without_a_date_is_of_no_meeting() -> None:
    papers = (a_paper(a_meeting(held_on=None)),)
    assert Holdings(papers, (), (), (), {}, {}, {}, 0).meetings() == {}


def test_what_was_searched_is_what_the_filters_admit(holdings: Holdings) -> None:
    everything = holdings.searched(NO_FILTERS)
    assert (everything.papers, everything.bodies) == (4, ("Cabinet", "Scrutiny Committee"))
    assert (everything.since, everything.until) == (date(2024, 3, 12), date(2024, 7, 9))
    reports = holdings.searched(Filters(kind=PaperKind.REPORT))
    assert (reports.papers, reports.since, reports.until) == (
        1,
        date(2024, 5, 14),
        date(2024, 5, 14),
    )
    assert holdings.searched(Filters(body="Planning")).since is None


def test_every_decision_stands_in_the_passage_at_its_place(holdings: Holdings) -> None:
    assert holdings.decisions
    for decision in holdings.decisions:
        passage = holdings.passage_at(decision.span)
        assert passage is not None
        assert passage.item == decision.item
        assert decision.words.split()[-1] in passage.text


def test_no_passage_is_at_a_place_outside_the_papers(holdings: Holdings) -> None:
    span = holdings.passages[0].span
    assert holdings.passage_at(replace(span, source="other.txt")) is None
    assert holdings.passage_at(Span(span.source, 10**6, 10**6 + 1, 1, 1, None)) is None


def test_what_became_of_a_decision_is_known_by_its_id(holdings: Holdings) -> None:
    rents = next(d for d in holdings.decisions if d.item and d.item.number == "42/24")
    assert [each.how for each in holdings.undone[rents.id]] == [
        "referred back",
        "reaffirmed with changes",
    ]
    assert len(holdings.undone) == 1


def test_acronyms_are_those_that_the_papers_define(holdings: Holdings) -> None:
    assert holdings.acronyms == {"TRS": "Tree Replacement Scheme"}


def test_a_council_is_known_by_the_initials_that_people_use() -> None:
    name = "Low Mill and East Fell Council"
    assert _initials({name, None, "Tarnbrook Council"}) == {
        "LM&EF": name,
        "LMEF": name,
        "LMAEF": name,
    }


def test_names_are_words_that_stand_with_a_capital_only() -> None:
    names = _names(
        [
            "We went to Fellmoor by bus.",
            "They live in Low Mill, by the mill of a Miller.",
            "Bridges are old, and the Clerk said so.",
        ]
    )
    assert names == {"fellmoor", "low", "miller", "clerk"}


def test_months_and_days_are_no_names() -> None:
    assert _names(["It opens in March on a Monday, by Easter or in Sept of that year."]) == set()
