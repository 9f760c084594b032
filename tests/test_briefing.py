from datetime import date
from pathlib import Path

from tarnbrook import APRIL, HEAD, JULY, MARCH, a_library

from assistant.record.briefing import MOST, Brief, BriefItem, brief_for
from assistant.record.minute_book import minute_book

AGENDA = """CABINET

Tuesday 10 September 2024 at 2.00 pm in the Town Hall

AGENDA

1. Apologies for absence

2. Minutes of 9 July 2024

3. Allotment rents

4. Swimming pool roof

5. The ice rink

6. Bandstand
"""
REPORT = """Report to: Cabinet
Date of meeting: 10 September 2024
Title: The ice rink

1. Recommendations

1.1 Cabinet is recommended to agree that the ice rink be sold by auction.
"""
ASKED = """CABINET

Minutes of the meeting held on Tuesday 14 May 2024 at 2.00 pm in the Town Hall

PRESENT

Councillor Ada Quill (Chair)

46/24 DECLARATIONS OF INTEREST

Councillor Bram Oake declared a personal interest in minute 47/24 (The ice rink) as he skates.

47/24 THE ICE RINK

RESOLVED – That

(1) the ice rink stay open until the autumn; and

(2) a further report on the ice rink be requested for the meeting in September 2024.
"""
PAPERS = {
    "agenda.txt": AGENDA,
    "report.txt": REPORT,
    "march.txt": MARCH,
    "april.txt": APRIL,
    "may.txt": ASKED,
    "july.txt": JULY,
}


def brief(folder: Path, papers: dict[str, str] = PAPERS) -> Brief:
    """That for the newest meeting."""
    book = minute_book(a_library(folder, {n: HEAD + text for n, text in papers.items()}))
    return brief_for(book, book.meetings[0])


def item(found: Brief, number: str) -> BriefItem:
    return next(each for each in found.items if each.item.number == number)


def days(found: BriefItem) -> list[date | None]:
    return [entry.decision.paper.meeting.held_on for entry in found.before]


def test_the_brief_follows_the_agenda(tmp_path: Path) -> None:
    assert [each.item.number for each in brief(tmp_path).items] == list("123456")


def test_procedure_gets_nothing(tmp_path: Path) -> None:
    found = brief(tmp_path)
    assert [item(found, number).is_procedural for number in "123"] == [True, True, False]
    assert not item(found, "2").has_record


def test_what_this_body_decided_before_stands_newest_first(tmp_path: Path) -> None:
    assert days(item(brief(tmp_path), "3")) == [date(2024, 7, 9), date(2024, 3, 12)]


def test_what_became_of_an_earlier_decision_is_told_with_it(tmp_path: Path) -> None:
    earliest = item(brief(tmp_path), "3").before[-1]
    assert "referred back by Scrutiny Committee" in (earliest.undone_by or "")


def test_what_another_body_decided_is_told_apart(tmp_path: Path) -> None:
    rents = item(brief(tmp_path), "3")
    assert {entry.decision.paper.meeting.body for entry in rents.before} == {"Cabinet"}
    assert [entry.decision.paper.source for entry in rents.elsewhere] == ["april.txt"]


def test_what_the_report_asks_for_is_proposed_and_never_decided(tmp_path: Path) -> None:
    rink = item(brief(tmp_path), "5")
    assert [decision.force.value for decision in rink.recommended] == ["proposed"]
    assert all(entry.decision.paper.source != "report.txt" for entry in rink.before)


def test_a_lost_amendment_is_not_among_what_was_decided(tmp_path: Path) -> None:
    papers = {**PAPERS, "agenda.txt": AGENDA.replace("Bandstand", "Ferry fares")}
    fares = item(brief(tmp_path, papers), "6")
    assert [entry.decision.force.value for entry in fares.before] == ["resolved"]


def test_what_was_asked_for_and_not_seen_since_is_open(tmp_path: Path) -> None:
    (opened,) = item(brief(tmp_path), "5").requests
    assert opened.request.words.startswith("(2) a further report on the ice rink")
    assert opened.in_words() == (
        "Asked for on 14 May 2024; no later paper held here answers it by its title, but for "
        "the report for this item."
    )


def test_what_came_back_since_is_no_longer_open(tmp_path: Path) -> None:
    came_back = JULY.replace("52/24 BANDSTAND", "52/24 THE ICE RINK")
    assert item(brief(tmp_path, {**PAPERS, "july.txt": came_back}), "5").requests == ()


def test_interests_declared_earlier_on_the_subject_are_told_in_the_records_words(
    tmp_path: Path,
) -> None:
    (interest,) = item(brief(tmp_path), "5").interests
    assert interest.declared.words.startswith("Councillor Bram Oake declared")
    assert interest.title == "THE ICE RINK"
    assert item(brief_of(tmp_path), "3").interests == ()


def brief_of(folder: Path) -> Brief:
    elsewhere = folder / "again"
    elsewhere.mkdir()
    return brief(elsewhere)


def test_nothing_of_the_same_day_or_later_is_told_as_earlier(tmp_path: Path) -> None:
    later = JULY.replace("9 July 2024", "10 September 2024")
    rents = item(brief(tmp_path, {**PAPERS, "july.txt": later}), "3")
    assert days(rents) == [date(2024, 3, 12)]


def test_papers_of_another_council_are_never_told_of(tmp_path: Path) -> None:
    papers = {name: HEAD + text for name, text in PAPERS.items()}
    papers["march.txt"] = papers["march.txt"].replace("TARNBROOK COUNCIL", "QUILLBY COUNCIL")
    book = minute_book(a_library(tmp_path, papers))
    found = brief_for(book, book.meetings[0])
    assert days(item(found, "3")) == [date(2024, 7, 9)]
    assert item(found, "4").before == ()


def test_more_than_a_few_are_counted(tmp_path: Path) -> None:
    many = {f"{n}.txt": MARCH.replace("12 March", f"{n} February") for n in range(1, 8)}
    roof = item(brief(tmp_path, {"agenda.txt": AGENDA, **many}), "4")
    assert (len(roof.before), roof.more) == (MOST, 3)


def test_the_brief_says_what_it_was_made_from(tmp_path: Path) -> None:
    found = brief(tmp_path)
    assert found.searched.startswith("Looked through 4 papers of earlier meetings of this council")
    assert "12 March 2024 to 9 July 2024" in found.searched


def test_a_meeting_without_an_agenda_has_no_items(tmp_path: Path) -> None:
    assert brief(tmp_path, {"march.txt": MARCH}).items == ()


def test_a_title_that_names_only_who_asked_tells_no_subject(tmp_path: Path) -> None:
    motion = "Notice of motion submitted by Councillor Quill"
    papers = {**PAPERS, "agenda.txt": AGENDA.replace("Bandstand", motion)}
    assert not item(brief(tmp_path, papers), "6").tells_subject


def test_the_same_papers_give_the_same_brief(tmp_path: Path) -> None:
    assert brief(tmp_path).items == brief_of(tmp_path).items
