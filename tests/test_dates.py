from datetime import date

import pytest

from corpus.text.dates import find_dates, long_date, month_number


def days(text: str) -> list[date]:
    return [found.day for found in find_dates(text)]


@pytest.mark.parametrize(
    "written",
    [
        "12 March 2024",
        "Tuesday, 12th March, 2024",
        "TUESDAY 12TH MARCH 2024",
        "12th day of March 2024",
        "12 Mar 2024",
        "12 Mar. 2024",
        "12/03/2024",
        "12-3-24",
        "12.03.2024",
        "2024-03-12",
        "on 12.Mar.24",
        "Tues 12 March 2024",
        "March 12th, 2024",
        '12" March, 2024',
        "12™ MARCH 2024",
        "12fed Mawrth 2024",
        "Dydd Mawrth 12 Mawrth 2024",
    ],
)
def test_a_date_is_read_however_councils_write_it(written: str) -> None:
    assert days(written) == [date(2024, 3, 12)]


def test_dates_come_in_the_order_of_the_text_with_their_places() -> None:
    text = "From 1 May 2023 and, at the latest, by 30/06/2024."
    found = list(find_dates(text))
    assert [each.day for each in found] == [date(2023, 5, 1), date(2024, 6, 30)]
    assert [text[each.start : each.end] for each in found] == ["1 May 2023", "30/06/2024"]


def test_the_day_stands_before_the_month() -> None:
    assert days("04/05/2023") == [date(2023, 5, 4)]


@pytest.mark.parametrize("text", ["31 February 2024", "32/01/2024", "12/13/2024"])
def test_a_day_that_never_was_is_no_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    "text", ["March 2024", "12 March", "in 2023/24", "1/2/3/2024", "17.5.17.6"]
)
def test_less_or_more_than_a_date_is_none(text: str) -> None:
    assert days(text) == []


def test_the_number_of_a_minute_is_no_date() -> None:
    assert days("18.03.05 Village green") == []


def test_a_named_day_of_the_week_is_told() -> None:
    assert [found.weekday for found in find_dates("Tuesday 12 March 2024, 13 March 2024")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("March", 3),
        ("sept", 9),
        ("DEC.", 12),
        ("may", 5),
        ("Tachwedd", 11),
        ("Ma", None),
        ("Summer", None),
    ],
)
def test_a_month_is_known_by_its_first_letters(name: str, number: int | None) -> None:
    assert month_number(name) == number


def test_a_date_is_written_as_people_write_it() -> None:
    assert long_date(date(2024, 3, 5)) == "5 March 2024"
