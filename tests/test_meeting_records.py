from datetime import date
from pathlib import Path

from fakes import a_meeting, a_paper
from tarnbrook import HEAD, MARCH, a_library

from assistant.record.meetings import held_in_words, record_of
from assistant.record.minute_book import MinuteBook, minute_book
from assistant.record.sittings import meeting_at, meetings_of
from corpus.papers import Capacity, PaperKind

TODAY = date(2024, 4, 1)
AGENDA = """CABINET

Tuesday 12 March 2024 at 2.00 pm in the Town Hall

AGENDA

1. Apologies for absence

2. Allotment rents (Pages 3 - 4)

3. Ferry fares

4. The bandstand
"""
REPORT = """Report to: Cabinet
Date of meeting: 12 March 2024
Title: Allotment rents

1. Recommendations

1.1 Cabinet is recommended to agree that the rent of an allotment plot be £52 a year.
"""
INTEREST = MARCH.replace(
    "42/24 ALLOTMENT RENTS",
    "41a/24 DECLARATIONS OF INTEREST\n\nCouncillor Bram Oake declared a personal interest in "
    "minute 42/24 (Allotment rents) as he rents a plot.\n\n42/24 ALLOTMENT RENTS",
)
WITH_ALL = {
    "agenda.txt": HEAD + AGENDA,
    "minutes.txt": HEAD + MARCH,
    "report.txt": HEAD + REPORT,
}


def a_book(folder: Path, papers: dict[str, str] = WITH_ALL) -> MinuteBook:
    return minute_book(a_library(folder, papers))


def test_a_meeting_has_an_address_that_names_council_body_and_date() -> None:
    meeting = a_meeting("Nether Fell & Quillby Council", "Parks Committee", date(2024, 3, 12))
    found = meetings_of([a_paper(meeting)])
    assert found[0].address == "nether-fell-and-quillby-council/parks-committee/2024-03-12"
    assert meeting_at(found, found[0].address) == found[0]
    assert meeting_at(found, "quillby-council/cabinet/2024-03-12") is None


def test_a_council_spelt_in_two_ways_met_once() -> None:
    spelt = [a_meeting(name) for name in ("Fell & Dale Council", "Fell and Dale Council")]
    found = meetings_of([a_paper(each, source=f"{n}.txt") for n, each in enumerate(spelt)])
    assert [len(each.papers) for each in found] == [2]


def test_bodies_of_two_councils_that_met_on_one_day_are_two_meetings() -> None:
    two = [a_meeting(name) for name in ("Quillby Council", "Tarnbrook Council")]
    found = meetings_of([a_paper(each, source=f"{n}.txt") for n, each in enumerate(two)])
    assert len({each.address for each in found}) == 2


def test_undated_minutes_are_meetings_of_their_own_and_come_last() -> None:
    undated = a_meeting(held_on=None)
    found = meetings_of(
        [
            a_paper(undated, source="a.txt"),
            a_paper(undated, source="b.txt"),
            a_paper(a_meeting(held_on=date(2024, 3, 12)), source="c.txt"),
        ]
    )
    assert [each.meeting.held_on for each in found] == [date(2024, 3, 12), None, None]
    assert len({each.address for each in found}) == 3
    assert "date-not-stated" in found[1].address


def test_a_policy_of_no_meeting_makes_none() -> None:
    nowhere = a_meeting(body=None, held_on=None)
    assert meetings_of([a_paper(nowhere, PaperKind.OTHER, "Privacy policy")]) == []


def test_meetings_come_newest_first() -> None:
    days = [date(2024, 3, 12), date(2025, 1, 14), date(2023, 5, 9)]
    papers = [a_paper(a_meeting(held_on=day), source=f"{day}.txt") for day in days]
    assert [each.meeting.held_on for each in meetings_of(papers)] == sorted(days, reverse=True)


def test_the_record_pairs_items_with_minutes_and_with_their_reports(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    record = record_of(book, book.meetings[0])
    rents = next(each for each in record.items if each.item.title == "ALLOTMENT RENTS")
    assert rents.minute is not None
    assert rents.minute.item.number == "42/24"
    assert rents.on_agenda is not None
    assert rents.on_agenda.item.number == "2"
    assert [paper.source for paper in rents.papers] == ["report.txt"]
    assert [entry.decision.force.value for entry in rents.entries] == ["resolved"]
    assert len(rents.proposed) == 1


def test_an_item_without_a_minute_stands_after_the_minutes(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    last = record_of(book, book.meetings[0]).items[-1]
    assert (last.item.title, last.minute) == ("The bandstand", None)


def test_what_a_report_proposes_is_never_among_what_the_meeting_did(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    record = record_of(book, book.meetings[0])
    made = [*record.others, *(entry for item in record.items for entry in item.entries)]
    assert all(entry.decision.force.value != "proposed" for entry in made)
    assert len(made) == record.decisions


def test_the_record_tells_who_was_there_and_who_declared_an_interest(tmp_path: Path) -> None:
    book = a_book(tmp_path, {"minutes.txt": HEAD + INTEREST})
    record = record_of(book, book.meetings[0])
    present = [a.person.name for a in record.attendance if a.capacity is Capacity.PRESENT]
    assert "Ada Quill" in present
    assert [each.person.name for each in record.interests] == ["Bram Oake"]


def test_a_meeting_without_minutes_has_the_items_of_its_agenda(tmp_path: Path) -> None:
    book = a_book(tmp_path, {"agenda.txt": HEAD + AGENDA})
    record = record_of(book, book.meetings[0])
    assert record.minutes is None
    assert [item.item.number for item in record.items] == ["1", "2", "3", "4"]


def test_minutes_in_two_files_are_told_once(tmp_path: Path) -> None:
    book = a_book(tmp_path, {"a.txt": HEAD + MARCH, "b.txt": HEAD + MARCH})
    (meeting,) = book.meetings
    record = record_of(book, meeting)
    numbers = [item.item.number for item in record.items]
    assert len(numbers) == len(set(numbers))
    assert all(len(item.entries) <= 2 for item in record.items)


def test_it_is_said_which_papers_are_held_and_which_are_not(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    assert held_in_words(book.meetings[0], TODAY) == "agenda, minutes and 1 report held"


def test_a_past_meeting_without_minutes_says_that_they_are_not_held(tmp_path: Path) -> None:
    book = a_book(tmp_path, {"agenda.txt": HEAD + AGENDA})
    assert held_in_words(book.meetings[0], TODAY) == "agenda held; minutes not held"


def test_a_meeting_that_is_still_to_come_says_when(tmp_path: Path) -> None:
    book = a_book(tmp_path, {"agenda.txt": HEAD + AGENDA})
    told = held_in_words(book.meetings[0], date(2024, 3, 1))
    assert told == "agenda held; to be held on 12 March 2024"
