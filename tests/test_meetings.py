from datetime import date

import pytest
from written import AGENDA, BLANK, MINUTES, REPORT, a_document

from corpus.documents import Document
from corpus.papers import Meeting, PaperKind
from corpus.structure import structure_of

MARCH = Meeting("Tarnbrook Council", "Cabinet", date(2024, 3, 12))
MAY = Meeting("Tarnbrook Council", "Cabinet", date(2024, 5, 14))


def meetings_in(document: Document) -> list[tuple[PaperKind, Meeting]]:
    return [(paper.kind, paper.meeting) for paper in structure_of(document).papers]


def test_minutes_in_a_pack_keep_the_meeting_that_they_record() -> None:
    pack = a_document(AGENDA + BLANK + MINUTES + BLANK + REPORT)
    assert meetings_in(pack) == [
        (PaperKind.AGENDA, MAY),
        (PaperKind.MINUTES, MARCH),
        (PaperKind.REPORT, MAY),
    ]


def test_a_report_in_a_pack_is_for_the_meeting_that_the_agenda_calls() -> None:
    undated = REPORT.replace("    MEETING DATE:\t14 May 2024\n", "")
    assert meetings_in(a_document(AGENDA + BLANK + undated))[1] == (PaperKind.REPORT, MAY)


def test_an_appendix_without_a_head_is_for_the_meeting_of_the_paper_before() -> None:
    text = "    TARNBROOK COUNCIL\n" + REPORT + BLANK + "\n    Forty vehicles crossed in a day.\n"
    assert [meeting.held_on for _, meeting in meetings_in(a_document(text))] == [
        date(2024, 5, 14)
    ] * 2


@pytest.mark.parametrize(
    ("line", "held_on"),
    [
        ("Minutes of the meeting held on Tuesday, 12 March 2024", date(2024, 3, 12)),
        ("MINUTES of a meeting of the Cabinet held on 12th March, 2024 at 6 pm", date(2024, 3, 12)),
        ("Minutes of the Cabinet meeting held on Tuesday 12.03.24", date(2024, 3, 12)),
    ],
)
def test_the_date_of_minutes_is_the_day_they_were_held(line: str, held_on: date) -> None:
    text = MINUTES.replace("Minutes of the meeting held on Tuesday, 12 March 2024", line)
    assert meetings_in(a_document(text)) == [
        (PaperKind.MINUTES, Meeting("Tarnbrook Council", "Cabinet", held_on))
    ]


def test_the_date_of_the_meeting_before_is_not_the_meetings_own() -> None:
    text = MINUTES.replace(
        "There were none.",
        "There were none.\n\n    The minutes of the last meeting, 6 February 2024, were approved.",
    )
    assert meetings_in(a_document(text)) == [(PaperKind.MINUTES, MARCH)]


def test_a_date_of_publishing_is_not_the_meetings() -> None:
    text = "    Published: 20 March 2024\n" + MINUTES
    assert [m.held_on for _, m in meetings_in(a_document(text))] == [date(2024, 3, 12)]


def test_a_meeting_without_a_date_has_none() -> None:
    text = MINUTES.replace(" held on Tuesday, 12 March 2024", "")
    assert meetings_in(a_document(text)) == [
        (PaperKind.MINUTES, Meeting("Tarnbrook Council", "Cabinet", None))
    ]


def test_a_council_named_once_in_a_sentence_is_not_the_papers_own() -> None:
    text = "Report of the Clerk\n\nA letter from Nether Fell Council was received. It was long."
    assert meetings_in(a_document(text))[0][1].council is None


def test_the_meeting_of_the_council_itself_has_the_council_as_its_body() -> None:
    text = MINUTES.replace("    CABINET\n\n", "").replace(
        "the meeting", "the meeting of the Council"
    )
    assert meetings_in(a_document(text)) == [
        (PaperKind.MINUTES, Meeting("Tarnbrook Council", "Council", date(2024, 3, 12)))
    ]


def test_a_parish_council_that_names_no_body_met_itself() -> None:
    text = MINUTES.replace("    CABINET\n\n", "").replace("TARNBROOK", "NETHER TARN PARISH")
    assert meetings_in(a_document(text))[0][1].body == "Council"


def test_a_body_in_a_row_of_the_head_is_the_meetings() -> None:
    text = REPORT.replace("CABINET", "Audit Committee").replace("Cabinet", "Committee")
    assert (
        meetings_in(a_document("    TARNBROOK COUNCIL\n\n" + text))[0][1].body == "Audit Committee"
    )
