from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tarnbrook import APRIL, HEAD, JULY, MARCH, PAPERS, a_library
from test_briefing import PAPERS as BRIEFED
from test_meeting_records import AGENDA, REPORT

from assistant.fragments.briefs import brief_html
from assistant.fragments.comparisons import comparison_html
from assistant.fragments.drawn_timelines import drawn_timeline_html
from assistant.fragments.meetings import meeting_html, meetings_html, papers_html
from assistant.fragments.sheet import DRAWINGS_SHEET, SHEETS
from assistant.record.briefing import brief_for
from assistant.record.comparing import compared
from assistant.record.meetings import record_of
from assistant.record.minute_book import MinuteBook, minute_book
from assistant.record.timeline import timeline
from corpus.filters import NO_FILTERS

TODAY = date(2024, 4, 1)


def a_book(folder: Path, papers: dict[str, str]) -> MinuteBook:
    return minute_book(a_library(folder, {name: HEAD + text for name, text in papers.items()}))


@pytest.fixture
def book(tmp_path: Path) -> MinuteBook:
    return a_book(tmp_path, {"agenda.txt": AGENDA, "report.txt": REPORT, "minutes.txt": MARCH})


def test_a_comparison_marks_what_differs_in_words_and_not_by_colour_alone(
    book: MinuteBook,
) -> None:
    shown = "".join(map(comparison_html, compared(book, book.entries).values()))
    assert '<del><span class="cp-unseen">[not resolved: </span>' in shown
    assert '<ins><span class="cp-unseen">[not in the recommendation: </span>' in shown


def test_both_sides_of_a_comparison_say_their_force_and_their_place(book: MinuteBook) -> None:
    shown = "".join(map(comparison_html, compared(book, book.entries).values()))
    assert "Proposed, not decided" in shown
    assert "report.txt" in shown
    assert "minutes.txt" in shown


def test_a_decision_without_a_recommendation_says_only_that(book: MinuteBook) -> None:
    found = [each for each in compared(book, book.entries).values() if not each.recommended]
    shown = comparison_html(found[0])
    assert "No recommendation for it was found" in shown
    assert "cp-sides" not in shown


def test_the_page_of_a_meeting_tells_people_items_decisions_and_papers(book: MinuteBook) -> None:
    record = record_of(book, book.meetings[0])
    shown = meeting_html(record, TODAY, compared(book, book.entries))
    for heading in ("Who was there", "Items", "Papers held"):
        assert f"<h2>{heading}</h2>" in shown
    assert "Councillor Ada Quill (Chair)" in shown
    assert "Recommended beside resolved: with changes" in shown
    assert "Lost, not carried" in shown


def test_a_meeting_leads_to_its_page_and_papers_to_theirs(book: MinuteBook) -> None:
    listed = meetings_html(book.meetings, TODAY, lambda address: f"/meeting/{address}")
    assert 'href="/meeting/tarnbrook-council/cabinet/2024-03-12"' in listed
    record = record_of(book, book.meetings[0])
    shown = meeting_html(record, TODAY, link_of=lambda paper, span: f"/paper?of={paper.source}&x")
    assert 'href="/paper?of=report.txt&amp;x"' in shown


def test_without_an_address_nothing_is_a_link(book: MinuteBook) -> None:
    assert "<a " not in meetings_html(book.meetings, TODAY)
    assert "<a " not in meeting_html(record_of(book, book.meetings[0]), TODAY)


def test_a_coming_meeting_is_marked_so(tmp_path: Path) -> None:
    meetings = a_book(tmp_path, {"agenda.txt": AGENDA}).meetings
    assert "Coming" in meetings_html(meetings, date(2024, 3, 1))
    assert "Coming" not in meetings_html(meetings, TODAY)


def test_the_signs_of_a_paper_are_shown_as_they_stand(tmp_path: Path) -> None:
    book = a_book(tmp_path, {"minutes.txt": MARCH.replace("FERRY FARES", "FERRY <i>FARES & TOLLS")})
    record = record_of(book, book.meetings[0])
    assert "&amp; TOLLS" in meeting_html(record, TODAY)


def test_a_brief_shows_force_words_and_place_of_each_statement(tmp_path: Path) -> None:
    book = a_book(tmp_path, BRIEFED)
    shown = brief_html(brief_for(book, book.meetings[0]))
    assert "Looked through 4 papers" in shown
    assert "What this body decided before" in shown
    assert "What other bodies decided" in shown
    assert "Later referred back by Scrutiny Committee" in shown
    assert "Asked for, and not seen since" in shown
    assert "Interests declared earlier" in shown


def test_an_item_of_which_nothing_is_held_says_so(tmp_path: Path) -> None:
    book = a_book(tmp_path, {"agenda.txt": AGENDA})
    shown = brief_html(brief_for(book, book.meetings[0]))
    assert shown.count("Nothing earlier was found on this subject.") == 3


def test_draft_minutes_are_marked_in_a_brief(tmp_path: Path) -> None:
    draft = "DRAFT MINUTES, subject to confirmation at the next meeting\n\n"
    book = a_book(tmp_path, {**BRIEFED, "march.txt": draft + MARCH})
    assert "Draft minutes" in brief_html(brief_for(book, book.meetings[0]))


def test_a_drawn_timeline_numbers_its_meetings_and_names_each_force(tmp_path: Path) -> None:
    library = a_library(tmp_path, {n: HEAD + t for n, t in PAPERS.items()})
    shown = drawn_timeline_html(timeline(library, NO_FILTERS, "allotment rents"))
    assert 'aria-label="Timeline of 3 meetings from 12 March 2024 to 9 July 2024.' in shown
    assert shown.count('class="cp-mark') == 3
    assert "Scrutiny Committee: <strong>Resolved</strong>" in shown


def test_the_marks_of_a_drawn_timeline_lie_in_proportion_to_time(tmp_path: Path) -> None:
    papers = {"a.txt": HEAD + MARCH, "b.txt": HEAD + APRIL, "c.txt": HEAD + JULY}
    shown = drawn_timeline_html(
        timeline(a_library(tmp_path, papers), NO_FILTERS, "allotment rents")
    )
    # 35 of the 119 days lie between March and April, of the 92 per cent between both ends.
    assert [f"cp-at{place}" in shown for place in (4, 31, 96)] == [True] * 3


def test_a_timeline_without_dates_is_not_drawn() -> None:
    assert drawn_timeline_html([]) == ""


def test_every_length_and_place_of_a_drawing_has_its_class() -> None:
    sheet = DRAWINGS_SHEET.read_text(encoding="utf-8")
    assert all(f".cp-w{n} {{ width: {n}%; }}" in sheet for n in range(1, 101))
    assert all(f".cp-at{n} {{ left: {n}%; }}" in sheet for n in range(101))


def test_no_fragment_needs_style_inside_of_its_text(tmp_path: Path, book: MinuteBook) -> None:
    record = record_of(book, book.meetings[0])
    shown = meeting_html(record, TODAY, compared(book, book.entries))
    assert "style=" not in shown


def test_every_sheet_is_there() -> None:
    assert all(sheet.is_file() for sheet in SHEETS)


def test_an_exempt_paper_stays_marked_wherever_it_is_listed(book: MinuteBook) -> None:
    meeting = book.meetings[0]
    exempt = replace(meeting.papers[0], exempt="marked exempt, paragraph 3")
    held = replace(meeting, papers=(exempt, *meeting.papers[1:]))
    assert "Exempt: not for the public" in papers_html(held.papers)
    assert "Exempt: not for the public" in meetings_html([held], TODAY)
