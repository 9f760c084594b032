from dataclasses import replace
from datetime import date

from fakes import a_meeting, a_paper

from assistant.record.completeness import MEETINGS_NAMED, Completeness, Sitting, sittings

MARCH = Sitting(date(2024, 3, 19), "Sampleton Council", "Cabinet")
MAY = Sitting(date(2024, 5, 14), "Sampleton Council", "Cabinet")
ELSEWHERE = Sitting(date(2024, 5, 15), "Testshire Council", "Cabinet")


def test_all_minutes_held_needs_no_list() -> None:
    assert (
        Completeness(2, (MARCH,), (), 0).in_words()
        == "2 entries. The library holds the minutes of 1 meeting."
    )


def test_minutes_in_draft_are_told_apart() -> None:
    told = Completeness(1, (MARCH, MAY), (), 1).in_words()
    assert (
        told == "1 entry. The library holds the minutes of 2 meetings, 1 of them only as a draft."
    )


def test_no_minutes_at_all_is_said_before_the_meetings_are_named() -> None:
    told = Completeness(0, (), (MAY,), 0).in_words()
    assert told.startswith(
        "0 entries. The library holds the minutes of no meeting. It does not hold those of:"
    )


def test_the_council_is_named_where_there_are_several() -> None:
    told = Completeness(3, (MARCH,), (MAY, ELSEWHERE), 0).in_words()
    assert "Sampleton Council, Cabinet, 14 May 2024; Testshire Council, Cabinet" in told


def test_a_meeting_of_an_unknown_council_is_not_a_second_council() -> None:
    unknown = Sitting(date(2024, 6, 11), "", "Cabinet")
    told = Completeness(3, (MARCH,), (MAY, unknown), 0).in_words()
    assert told.endswith("It does not hold those of: Cabinet, 14 May 2024; Cabinet, 11 June 2024.")


def test_a_paper_without_its_council_belongs_to_the_only_meeting_of_that_body_and_day() -> None:
    agenda = a_paper(a_meeting())
    minutes = replace(agenda, meeting=replace(agenda.meeting, council=None))
    assert list(sittings([agenda, minutes]).values()) == [[agenda, minutes]]


def test_a_paper_without_its_council_is_given_to_none_of_two() -> None:
    papers = [a_paper(a_meeting(council)) for council in ("Testshire Council", "Other", None)]
    assert [sitting.council for sitting in sittings(papers)] == ["Testshire Council", "Other", ""]


def test_a_long_list_of_meetings_is_cut_and_counted() -> None:
    days = tuple(Sitting(date(2024, 1, 1 + n), "", "Cabinet") for n in range(MEETINGS_NAMED + 2))
    assert Completeness(0, (), days, 0).in_words().endswith("; and 2 other meetings.")
