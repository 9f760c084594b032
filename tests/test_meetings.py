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


def head_of_minutes(text: str) -> Meeting:
    text += "\n    PRESENT: Councillor Ada Quill\n\n    40 APOLOGIES\n\n    There were none.\n"
    (kind, meeting), *others = meetings_in(a_document(text))
    assert (kind, others) == (PaperKind.MINUTES, [])
    return meeting


@pytest.mark.parametrize(
    ("head", "council", "body"),
    [
        (
            "MINUTES OF PROCEEDINGS AT MEETING OF THE\n\n    PLANNING COMMITTEE HELD IN THE COUNCIL"
            "\n\n    CHAMBER, TARNBROOK, ON TUESDAY, 12TH MARCH, 2024, AT 9.45 A.M.",
            None,
            "Planning Committee",
        ),
        (
            "At a Meeting of the TARNBROOK COUNTY COUNCIL held at the Shire Hall on 12 March 2024",
            "Tarnbrook County Council",
            "Council",
        ),
        (
            "TARNBROOK COUNCIL\n\n    Minute of the Ordinary Meeting of the Education Committee "
            "held remotely on 12 March 2024",
            "Tarnbrook Council",
            "Education Committee",
        ),
        (
            "Nether Tarn Community Council held their meeting at 7.30pm on the 12th March 2024.",
            "Nether Tarn Community Council",
            "Council",
        ),
        (
            "London Borough of Tarnbrook\n\n    Minutes of a meeting of the Audit Committee\n\n"
            "    Held at 6.30 pm on Tuesday 12 March 2024 in the Town Hall",
            "London Borough of Tarnbrook",
            "Audit Committee",
        ),
        (
            "Tarn Combined Authority\n\n    Transport Committee - Minutes\n\n    12 March 2024",
            "Tarn Combined Authority",
            "Transport Committee",
        ),
        (
            "Nether Tarn Parish Council - 12th March 2024",
            "Nether Tarn Parish Council",
            "Council",
        ),
        (
            "TARNBROOK COUNCIL\n\n    MINUTES OF THE PLACE SELECT COMMITTEE MEETING HELD ON "
            "12 MARCH 2024 AT THE TOWN HALL",
            "Tarnbrook Council",
            "Place Select Committee",
        ),
    ],
)
def test_the_head_of_minutes_names_council_body_and_date(
    head: str, council: str | None, body: str
) -> None:
    assert head_of_minutes(f"    {head}\n") == Meeting(council, body, date(2024, 3, 12))


def test_of_a_council_with_two_names_the_english_one_is_taken() -> None:
    head = "CYNGOR SIR LLANFECHAN\nLLANFECHAN COUNTY COUNCIL\n\nCOFNODION / MINUTES of the meeting "
    meeting = head_of_minutes(head + "of the Cabinet held on Tuesday, 12 March 2024\n")
    assert meeting == Meeting("Llanfechan County Council", "Cabinet", date(2024, 3, 12))


def test_a_council_that_is_only_mentioned_is_not_the_minutes_own() -> None:
    head = "Minutes of the Planning Committee held on 12 March 2024\n"
    text = (
        "\n    41 ROADS\n\n    Nether Fell Parish Council had written. Nether Fell Parish Council "
    )
    text += "asked for a sign.\n"
    body = "\n    PRESENT: Councillor Ada Quill\n\n    40 APOLOGIES\n\n    None.\n"
    assert meetings_in(a_document("    " + head + body + text))[0][1].council is None


def test_the_address_of_its_website_vouches_for_a_council() -> None:
    text = "Report to Cabinet - 12 March 2024\n\nTarnbrook County Council owns the ford.\n\n"
    meeting = meetings_in(a_document(text + "Contact: clerk@tarnbrook.gov.uk"))[0][1]
    assert meeting.council == "Tarnbrook County Council"


def test_the_date_of_the_letter_that_calls_a_meeting_is_not_the_meetings() -> None:
    letter = """
    Tarnbrook Council

    Date: 3rd May 2024

    Dear Member

    You are invited to a meeting of the Cabinet on Tuesday, 14th May, 2024 at 2.00 pm.

    AGENDA

    1. APOLOGIES
    """
    assert meetings_in(a_document(letter)) == [(PaperKind.AGENDA, MAY)]


def test_an_agenda_whose_date_cannot_be_read_has_none() -> None:
    text = """
    Tarnbrook Council

    6 May 2024

    You are requested to attend a meeting of the Cabinet to be held in the Town Hall on

    AGENDA

    1. APOLOGIES

    2. MINUTES of the meeting held on 12 March 2024
    """
    assert meetings_in(a_document(text))[0][1] == Meeting("Tarnbrook Council", "Cabinet", None)


def test_a_report_after_minutes_does_not_take_their_date() -> None:
    undated = REPORT.replace("    MEETING DATE:\t14 May 2024\n", "")
    assert meetings_in(a_document(MINUTES + BLANK + undated))[1][1].held_on is None


def test_the_day_a_report_was_written_is_no_meetings() -> None:
    text = "Report on the ford\n\nby the Inspector\n\n6 February 2024\n\nThe ford is deep.\n"
    assert meetings_in(a_document(text))[0][1].held_on is None
