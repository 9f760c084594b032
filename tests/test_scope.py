"""What a question's own words say of where to look."""

from datetime import date

import pytest
from fakes import a_meeting, a_paper

from assistant.holdings import Holdings
from assistant.understanding.questions import ScopePart
from assistant.understanding.scope import (
    NO_SCOPE,
    Period,
    Scope,
    places_of,
    places_of_bodies,
    read_scope,
    told_apart,
)
from corpus.papers import PaperKind

BODIES = ("Cabinet", "Children and Young People Scrutiny Committee", "Planning Committee")
COUNCIL = "Tarnbrook Council"
WHOLE_2024 = Period(date(2024, 1, 1), date(2024, 12, 31))


def holding(
    *meetings: tuple[str, str], forms: dict[str, str] | None = None, names: str = ""
) -> Holdings:
    """Holdings of a paper for each council and body."""
    papers = tuple(a_paper(a_meeting(council, body)) for council, body in meetings)
    return Holdings(papers, (), (), (), {}, forms or {}, {}, 0, frozenset(names.split()))


def held(*papers: tuple[str, date | None, PaperKind]) -> Holdings:
    """Holdings of a paper for each body, date and kind."""
    made = (a_paper(a_meeting(COUNCIL, body, day), kind) for body, day, kind in papers)
    return Holdings(tuple(made), (), (), (), {}, {}, {}, 0)


ONE_COUNCIL = holding(*((COUNCIL, body) for body in BODIES))
TWO_COUNCILS = holding(
    (COUNCIL, "Cabinet"),
    ("Low Mill and East Fell Council", "Cabinet"),
    forms={"LM&EF": "Low Mill and East Fell Council"},
)

AREAS = holding(
    (COUNCIL, "Cabinet"),
    ("Fellmoor Council", "Kirk Ness Area Committee"),
    ("Fellmoor Council", "Farside Area Committee"),
    names="fellmoor tarnbrook kirk ness farside",
)
MEETINGS = held(
    ("Cabinet", date(2024, 3, 12), PaperKind.MINUTES),
    ("Cabinet", date(2024, 7, 9), PaperKind.MINUTES),
    ("Cabinet", date(2024, 9, 10), PaperKind.AGENDA),
    ("Forum", date(2024, 4, 16), PaperKind.MINUTES),
    ("Board", date(2024, 5, 14), PaperKind.REPORT),
    ("Panel", None, PaperKind.MINUTES),
)


@pytest.mark.parametrize(
    ("asked", "period"),
    [
        ("decided on 9 July 2024", Period(date(2024, 7, 9), date(2024, 7, 9))),
        ("decided in February 2024", Period(date(2024, 2, 1), date(2024, 2, 29))),
        ("decided in Sept 2024", Period(date(2024, 9, 1), date(2024, 9, 30))),
        ("decided in 2024", WHOLE_2024),
    ],
)
def test_a_date_a_month_and_a_year_are_periods(asked: str, period: Period) -> None:
    assert read_scope(asked, ONE_COUNCIL).periods == (period,)


@pytest.mark.parametrize(
    "asked", ["the budget for 2024/25", "£2024 a year", "the plan 2024 - 2029"]
)
def test_a_financial_year_or_a_sum_is_no_period(asked: str) -> None:
    assert read_scope(asked, ONE_COUNCIL).periods == ()


def test_a_year_that_is_not_wanted_is_left_out() -> None:
    assert read_scope("What was decided in 2024, not in 2023?", ONE_COUNCIL).periods == (
        WHOLE_2024,
    )


def test_a_body_is_known_by_its_whole_name() -> None:
    scope = read_scope("What did the planning committee decide?", ONE_COUNCIL)
    assert (scope.bodies, scope.bodies_in_full) == (("Planning Committee",), True)


def test_councillors_do_not_name_the_council() -> None:
    held_of = holding(("Quillby Council", "Council"), ("Quillby Council", "Planning Committee"))
    assert read_scope("Which councillors were against it?", held_of).bodies == ()


@pytest.mark.parametrize(
    "asked", ["What did scrutiny say?", "Did the children's committee of young people agree?"]
)
def test_a_body_is_known_by_words_that_can_only_mean_it(asked: str) -> None:
    scope = read_scope(asked, ONE_COUNCIL)
    assert (scope.bodies, scope.bodies_in_full) == ((BODIES[1],), False)


def test_a_body_that_something_is_recommended_to_is_not_the_one_that_did_it() -> None:
    assert read_scope("What was recommended to Cabinet?", ONE_COUNCIL).bodies == ()


def test_a_councils_own_words_or_initials_name_it() -> None:
    assert read_scope("What did Tarnbrook decide?", TWO_COUNCILS).councils == (COUNCIL,)
    assert read_scope("What did LM&EF decide?", TWO_COUNCILS).councils == (
        "Low Mill and East Fell Council",
    )
    assert read_scope("What did the council decide?", TWO_COUNCILS).councils == ()


def test_a_question_that_says_nothing_of_where_has_no_scope() -> None:
    assert read_scope("What was decided about rents?", ONE_COUNCIL) == NO_SCOPE


def test_a_paper_fits_by_as_many_as_agree_less_those_that_do_not() -> None:
    scope = Scope((WHOLE_2024,), (COUNCIL,), ("Cabinet",))
    assert scope.fits(a_paper(a_meeting(COUNCIL, "Cabinet", date(2024, 7, 9)))) == 3
    assert scope.fits(a_paper(a_meeting(COUNCIL, "Planning Committee", date(2024, 7, 9)))) == 1
    assert scope.fits(a_paper(a_meeting("Other Council", "Forum", date(2023, 7, 9)))) == -3
    assert NO_SCOPE.fits(a_paper()) == 0


def test_a_paper_without_a_date_is_within_no_period() -> None:
    assert not WHOLE_2024.holds(None)
    assert Scope((WHOLE_2024,)).fits(a_paper(a_meeting(held_on=None))) == -1


def test_a_scope_tells_each_of_its_parts_in_words() -> None:
    day = Period(date(2024, 7, 9), date(2024, 7, 9))
    month = Period(date(2024, 2, 1), date(2024, 2, 29))
    other = Period(date(2024, 7, 9), date(2024, 8, 1))
    scope = Scope((day, month, WHOLE_2024, other), (COUNCIL,), ("Cabinet", "Forum"))
    assert [(read.part.value, read.words) for read in scope.narrowings] == [
        ("council", COUNCIL),
        ("body", "Cabinet"),
        ("body", "Forum"),
        ("date", "9 July 2024"),
        ("date", "February 2024"),
        ("date", "2024"),
        ("date", "9 July 2024 to 1 August 2024"),
    ]


def test_a_scope_without_a_part_does_not_narrow_by_it() -> None:
    scope = Scope((WHOLE_2024,), (COUNCIL,), ("Cabinet",), bodies_in_full=True)
    assert scope.without({ScopePart.DATE}).periods == ()
    assert scope.without({ScopePart.COUNCIL}).councils == ()
    assert scope.without({ScopePart.BODY}) == Scope((WHOLE_2024,), (COUNCIL,))
    assert scope.without(set(ScopePart)) == NO_SCOPE


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("What was decided at the last meeting?", ["9 July 2024"]),
        ("Who was at the latest Forum meeting?", ["Forum", "16 April 2024"]),
        ("What do the most recent minutes of Cabinet say?", ["Cabinet", "9 July 2024"]),
        ("What was decided at the last meeting in 2023?", ["2023"]),
    ],
)
def test_the_last_meeting_is_the_newest_one_with_minutes(asked: str, words: list[str]) -> None:
    assert [read.words for read in read_scope(asked, MEETINGS).narrowings] == words


@pytest.mark.parametrize(
    "asked", ["What was said at the last Board meeting?", "When did the Panel last meet?"]
)
def test_a_body_without_dated_minutes_has_no_last_meeting(asked: str) -> None:
    assert read_scope(asked, MEETINGS).periods == ()


def test_a_day_on_which_somebody_could_not_come_is_asked_about() -> None:
    asked = "Who could not attend on 9 July 2024?"
    assert read_scope(asked, MEETINGS).periods == (Period(date(2024, 7, 9), date(2024, 7, 9)),)


def test_a_council_is_known_by_its_place_alone() -> None:
    assert read_scope("What are the fares in Fellmoor?", AREAS).councils == ("Fellmoor Council",)
    assert read_scope("What are the fares in tarnbrook?", AREAS).councils == (COUNCIL,)
    assert read_scope("What are the fares in Wharfside?", AREAS).councils == ()


def test_a_body_is_known_by_its_place_alone_but_not_in_full() -> None:
    scope = read_scope("What was decided about parking in Kirk Ness?", AREAS)
    assert (scope.bodies, scope.bodies_in_full) == (("Kirk Ness Area Committee",), False)
    assert read_scope("What was decided about the ness?", AREAS).bodies == ()


def test_a_place_that_a_word_of_the_papers_also_is_names_no_body() -> None:
    papers = holding((COUNCIL, "Bridge Area Committee"), (COUNCIL, "Cabinet"), names="tarnbrook")
    assert read_scope("What was decided about the bridge?", papers).bodies == ()


def test_places_are_the_names_that_one_council_or_body_has_to_itself() -> None:
    assert places_of("Fellmoor Council", AREAS) == {"fellmoor"}
    scope = read_scope("What was decided in Kirk Ness?", AREAS)
    assert places_of_bodies(scope, AREAS) == {"kirk", "ness"}
    assert places_of_bodies(read_scope("What did Cabinet decide?", AREAS), AREAS) == set()


def test_two_names_of_one_council_are_not_told_apart() -> None:
    names = ("Quillby Borough Council", "Quillby Council", "Fellmoor Council")
    assert told_apart(names) == ("Quillby Borough Council", "Fellmoor Council")


@pytest.mark.parametrize(
    ("since", "until", "text", "told"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "in the year to March 2024", True),
        (date(2024, 1, 1), date(2024, 12, 31), "in the year to March 2023", False),
        (date(2024, 9, 1), date(2024, 9, 30), "at 30 September 2024", True),
        (date(2024, 9, 1), date(2024, 9, 30), "at 31 May 2024", False),
        (date(2024, 9, 8), date(2024, 9, 8), "on the 8th September 2024", True),
        (date(2024, 9, 8), date(2024, 9, 8), "on 28 September 2024", False),
        (date(2024, 9, 1), date(2024, 9, 30), "as at 30.09.24", True),
        (date(2024, 9, 1), date(2024, 9, 30), "as at 31/3/2024", False),
        (date(2024, 9, 8), date(2024, 9, 8), "as at 8.9.2024", True),
        (date(2024, 9, 8), date(2024, 9, 8), "as at 28.9.2024", False),
    ],
)
def test_a_period_is_told_by_its_year_its_month_or_its_day(
    since: date, until: date, text: str, told: bool
) -> None:
    assert Period(since, until).is_told_in(text) is told
