"""Minutes are a draft until a later meeting confirms them."""

from datetime import date

from corpus.confirming import confirmed
from corpus.documents import Span
from corpus.papers import Decision, Force, Item, Meeting, Paper, PaperKind, PaperStatus

MAY, JULY = date(2024, 5, 14), date(2024, 7, 9)


def paper(
    day: date, source: str, kind: PaperKind = PaperKind.MINUTES, body: str = "Cabinet"
) -> Paper:
    meeting = Meeting("Tarnbrook Council", body, day)
    span = Span(source, 0, 100, 1, 10, None)
    return Paper(f"{source} {day} {kind}", source, kind, "", meeting, PaperStatus.DRAFT, span)


DRAFT = paper(MAY, "july-pack.txt")
LATER = paper(JULY, "july-minutes.txt")


def decided(words: str, title: str = "MINUTES", by: Paper = LATER) -> Decision:
    return Decision("d", by, Item("41", title), Force.RESOLVED, words, (), None, by.span)


def test_minutes_are_confirmed_by_a_later_meeting_that_names_their_date() -> None:
    words = "RESOLVED that the minutes of the meeting held on 14 May 2024 be confirmed."
    assert list(confirmed([DRAFT, LATER], [decided(words)])) == [DRAFT]


def test_the_date_may_stand_in_the_title_only() -> None:
    words = "The minutes were agreed as a correct record."
    assert list(confirmed([DRAFT, LATER], [decided(words, "MINUTES - 14 MAY 2024")])) == [DRAFT]


def test_every_copy_of_the_minutes_is_confirmed() -> None:
    copy = paper(MAY, "may-minutes.txt")
    words = "RESOLVED that the minutes of 14 May 2024 be approved as a true record."
    assert list(confirmed([DRAFT, copy, LATER], [decided(words)])) == [DRAFT, copy]


def test_the_previous_meeting_is_the_one_whose_minutes_lie_in_the_pack() -> None:
    words = "The minutes of the previous meeting were confirmed as a true record."
    agenda = paper(JULY, "july-pack.txt", PaperKind.AGENDA)
    assert list(confirmed([DRAFT, agenda, LATER], [decided(words)])) == [DRAFT]


def test_the_previous_meeting_is_not_guessed_without_the_pack() -> None:
    words = "The minutes of the previous meeting were confirmed as a true record."
    assert list(confirmed([DRAFT, LATER], [decided(words)])) == []


def test_minutes_of_another_body_stay_a_draft() -> None:
    words = "RESOLVED that the minutes of the meeting held on 14 May 2024 be confirmed."
    other = paper(MAY, "panel.txt", body="Scrutiny Panel")
    assert list(confirmed([other, LATER], [decided(words)])) == []


def test_a_decision_on_other_business_confirms_nothing() -> None:
    words = "RESOLVED that the bridge, as told on 14 May 2024, be mended."
    assert list(confirmed([DRAFT, LATER], [decided(words)])) == []


def test_minutes_that_are_not_approved_stay_a_draft() -> None:
    words = (
        "RESOLVED that the minutes of 14 May 2024 be not approved and be referred for correction."
    )
    assert list(confirmed([DRAFT, LATER], [decided(words)])) == []
