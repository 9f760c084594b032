"""A decision that came back is linked to what undid it."""

from datetime import date

from corpus.documents import Span
from corpus.papers import (
    Decision,
    Force,
    Item,
    Meeting,
    Paper,
    PaperKind,
    PaperStatus,
)
from corpus.undoing import undoings


def decided(
    number: str, title: str, day: date, words: str, force: Force = Force.RESOLVED
) -> Decision:
    span = Span("minutes.txt", 0, len(words), 1, 1, None)
    meeting = Meeting("Tarnbrook Council", "Cabinet", day)
    paper = Paper(
        day.isoformat(), "minutes.txt", PaperKind.MINUTES, "Minutes", meeting,
        PaperStatus.UNKNOWN, span,
    )  # fmt: skip
    return Decision(f"{number} {day}", paper, Item(number, title), force, words, (), None, span)


MAY = decided("14/24", "ALLOTMENT RENTS", date(2024, 5, 15), "RESOLVED that rents be doubled.")


def test_a_decision_named_by_its_minute_is_undone() -> None:
    august = decided(
        "31/24", "ALLOTMENT RENTS", date(2024, 8, 14), "RESOLVED that Minute 14/24 be quashed."
    )
    (undoing,) = undoings([august, MAY])
    assert (undoing.earlier, undoing.later, undoing.how) == (MAY, august, "quashed")


def test_a_decision_named_by_its_date_and_subject_is_undone() -> None:
    june = decided(
        "20/24", "CALL-IN: ALLOTMENT RENTS", date(2024, 6, 1),
        "RESOLVED to refer the decision of Cabinet of 15 May 2024 on allotment rents back.",
    )  # fmt: skip
    assert [each.how for each in undoings([MAY, june])] == ["referred back"]


def test_another_decision_of_the_same_day_is_left_alone() -> None:
    benches = decided("15/24", "PARK BENCHES", date(2024, 5, 15), "RESOLVED to buy benches.")
    august = decided(
        "31/24", "ALLOTMENT RENTS", date(2024, 8, 14), "RESOLVED that Minute 14/24 be rescinded."
    )
    assert [each.earlier for each in undoings([MAY, benches, august])] == [MAY]


def test_what_only_mentions_an_earlier_minute_undoes_nothing() -> None:
    note = decided("40/24", "ALLOTMENTS", date(2024, 9, 1), "RESOLVED to note Minute 14/24.")
    assert undoings([MAY, note]) == []


def test_a_lost_motion_to_rescind_undoes_nothing() -> None:
    lost = decided(
        "41/24", "ALLOTMENT RENTS", date(2024, 9, 1), "A motion to rescind Minute 14/24 was LOST.",
        Force.LOST,
    )  # fmt: skip
    assert undoings([MAY, lost]) == []


def test_a_decision_is_not_undone_by_an_earlier_one() -> None:
    april = decided(
        "9/24", "ALLOTMENT RENTS", date(2024, 4, 1), "RESOLVED that Minute 14/24 be quashed."
    )
    assert undoings([april, MAY]) == []
