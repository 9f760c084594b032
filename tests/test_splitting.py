from written import AGENDA, BLANK, MINUTES, REPORT, a_document, a_pdf

from corpus.documents import Document
from corpus.packs.splitting import PaperText, split
from corpus.papers import PaperKind
from corpus.text.cleaning import clean


def papers_in(document: Document) -> list[PaperText]:
    return split(clean(document))


def kinds_in(document: Document) -> list[PaperKind]:
    return [paper.kind for paper in papers_in(document)]


def test_a_pack_is_an_agenda_the_last_minutes_and_the_reports() -> None:
    pack = a_document(AGENDA + BLANK + MINUTES + BLANK + REPORT)
    assert kinds_in(pack) == [PaperKind.AGENDA, PaperKind.MINUTES, PaperKind.REPORT]


def test_a_pack_without_pages_left_blank_is_parted_by_letterheads_and_rows() -> None:
    pack = a_document(AGENDA + MINUTES + REPORT)
    assert kinds_in(pack) == [PaperKind.AGENDA, PaperKind.MINUTES, PaperKind.REPORT]


def test_minutes_begin_at_their_letterhead_and_not_at_who_was_present() -> None:
    _, minutes = papers_in(a_document(AGENDA + MINUTES))
    assert minutes.blocks[0].text == "TARNBROOK COUNCIL"


def test_no_block_is_lost_but_pages_left_blank() -> None:
    document = a_document(AGENDA + BLANK + MINUTES + REPORT)
    kept = [block for paper in papers_in(document) for block in paper.blocks]
    assert kept == [b for b in clean(document) if "left blank" not in b.text]


def test_a_report_alone_is_one_paper() -> None:
    assert kinds_in(a_document(REPORT)) == [PaperKind.REPORT]


def test_reports_that_follow_one_another_are_papers_of_their_own() -> None:
    other = REPORT.replace("BRIDGE AT LOW MILL", "FORD")
    assert kinds_in(a_document(REPORT + other)) == [PaperKind.REPORT, PaperKind.REPORT]


def test_an_item_of_an_agenda_opens_no_minutes() -> None:
    agenda = AGENDA.replace("MINUTES OF THE LAST MEETING", "MINUTES - 12 MARCH 2024")
    assert kinds_in(a_document(agenda)) == [PaperKind.AGENDA]


def test_an_appendix_of_a_report_is_a_paper_of_its_own() -> None:
    text = REPORT + "\n    Appendix 2 Count of vehicles\n\n    Forty vehicles crossed in a day.\n"
    assert kinds_in(a_document(text)) == [PaperKind.REPORT, PaperKind.APPENDIX]


def test_a_sentence_about_an_appendix_opens_none() -> None:
    text = REPORT + "\n    Appendix 2 gives the count of vehicles.\n"
    assert kinds_in(a_document(text)) == [PaperKind.REPORT]


def test_an_unnamed_paper_after_a_report_belongs_to_it() -> None:
    text = REPORT + BLANK + "\n    Forty vehicles crossed the bridge in a day.\n"
    assert kinds_in(a_document(text)) == [PaperKind.REPORT, PaperKind.APPENDIX]


def test_a_running_head_on_each_page_opens_no_paper() -> None:
    head = "TARNBROOK COUNCIL\n\nCABINET\n\nTuesday, 12 March 2024\n\n"
    pages = (
        head + "Minutes of the meeting\n\nPresent: Councillor Ada Quill\n\n40 APOLOGIES\n\nNone.",
        "41 THE FORD\n\nThe ford is deep.\n\nRESOLVED that the ford be closed.",
    )
    assert kinds_in(a_pdf(*pages)) == [PaperKind.MINUTES]


def test_an_agenda_item_on_a_new_page_opens_a_report() -> None:
    report = "Agenda Item 3\n\nReport of the Head of Highways\n\nThe bridge is old."
    assert kinds_in(a_pdf(AGENDA, report)) == [PaperKind.AGENDA, PaperKind.REPORT]


def test_a_letter_that_calls_a_meeting_belongs_to_the_agenda() -> None:
    letter = "Dear Councillor,\n\nYou are called to the meeting below.\n\nThe Clerk"
    assert kinds_in(a_pdf(letter, AGENDA)) == [PaperKind.AGENDA]


def test_a_memo_is_a_report() -> None:
    memo = """
        From: The Head of Highways
        To: Cabinet, 14 May 2024
        Subject: The bridge at Low Mill

        The bridge is old.
    """
    assert kinds_in(a_document(memo)) == [PaperKind.REPORT]


def test_the_record_of_an_officers_decision_is_a_decision_notice() -> None:
    notice = "Record of an officer decision\n\nDecision: The ford is closed.\n\nReason: floods."
    assert kinds_in(a_document(notice)) == [PaperKind.DECISION_NOTICE]


def test_a_work_programme_and_guidance_are_told_by_their_titles() -> None:
    programme = "Forward work programme 2024/25\n\nJuly\tBridges\n"
    assert kinds_in(a_document(programme)) == [PaperKind.WORK_PROGRAMME]
    guidance = "Statutory guidance on fords\n\nFords must be marked by posts.\n"
    assert kinds_in(a_document(guidance)) == [PaperKind.GUIDANCE]


def test_an_empty_document_holds_no_papers() -> None:
    assert split([]) == []


def test_minutes_of_two_meetings_are_two_papers() -> None:
    later = MINUTES.replace("12 March", "9 April")
    assert kinds_in(a_document(MINUTES + later)) == [PaperKind.MINUTES, PaperKind.MINUTES]


def test_those_present_again_in_the_course_of_minutes_open_none() -> None:
    text = MINUTES + "\n    Present for this item: Councillor Cleo Fenn\n\n    42 A FORD\n"
    assert kinds_in(a_document(text)) == [PaperKind.MINUTES]


def test_a_long_head_with_those_present_below_is_one_paper() -> None:
    head = "\n\n".join(["MINUTES OF THE CABINET HELD IN", "THE", "TOWN", "HALL,", "TARNBROOK,"])
    head += "\n\nON TUESDAY, 12TH MARCH, 2024\n\nThe meeting began late, since the ford was deep.\n"
    text = (
        head + "\nPRESENT IN THE CHAIR:\n\nCouncillor Quill\n\nMEMBERS PRESENT:\n\nCouncillor Oake"
    )
    assert kinds_in(a_document(text)) == [PaperKind.MINUTES]


def test_a_link_over_minutes_belongs_to_them() -> None:
    text = "[Original file](https://example.org/minutes.pdf)\n" + MINUTES
    assert kinds_in(a_document(text)) == [PaperKind.MINUTES]


def test_a_table_in_minutes_that_names_a_body_and_a_date_opens_no_report() -> None:
    text = MINUTES + "\n    Audit Committee\n\n    14 May 2024\n\n    Bridges and fords.\n"
    assert kinds_in(a_document(text)) == [PaperKind.MINUTES]


def test_the_label_of_an_appendix_over_its_next_page_opens_no_other() -> None:
    pages = [f"APPENDIX F: BUDGET\n\nRow {n}\t{n} pounds" for n in range(3)]
    assert kinds_in(a_pdf(*pages)) == [PaperKind.APPENDIX]


def test_a_schedule_of_something_is_no_appendix() -> None:
    text = MINUTES + "\n    Schedule of works\n\n    Two fords were mended.\n"
    assert kinds_in(a_document(text)) == [PaperKind.MINUTES]


def test_the_list_of_a_reports_attachments_opens_none() -> None:
    text = REPORT.replace(
        "    1 THE ISSUE", "    Attached:\n    Appendix 1 - Count of vehicles\n\n    1 THE ISSUE"
    )
    assert kinds_in(a_document(text)) == [PaperKind.REPORT]


def test_a_report_that_opens_with_by_to_and_subject_is_a_paper_of_its_own() -> None:
    memo = "    By:\tThe Head of Highways\n    To:\tCabinet - 14 May 2024\n    Subject:\tThe ford\n"
    text = MINUTES + "\n" + memo + "\n    The ford is deep.\n"
    assert kinds_in(a_document(text)) == [PaperKind.MINUTES, PaperKind.REPORT]


def test_a_council_line_over_the_rows_of_a_report_belongs_to_it() -> None:
    text = AGENDA + "\n    TARNBROOK COUNCIL\n" + REPORT
    assert papers_in(a_document(text))[1].blocks[0].text == "TARNBROOK COUNCIL"


def test_a_letter_that_encloses_late_reports_is_an_agenda() -> None:
    letter = (
        "Dear Member\n\nI now enclose a report.\n\n# Agenda Item No\n\n7\tThe ford (Pages 1 - 4)"
    )
    assert kinds_in(a_document(letter)) == [PaperKind.AGENDA]


def test_a_scottish_minute_is_told_by_its_sederunt() -> None:
    text = (
        "TARNBROOK COUNCIL\n\nAudit Committee, 12 March 2024\n\nSEDERUNT: Councillors Quill, Oake"
    )
    assert kinds_in(a_document(text)) == [PaperKind.MINUTES]


def test_a_decision_of_a_cabinet_member_is_a_decision_notice() -> None:
    notice = "Tarnbrook Council\n\nCabinet Member Decision\n\nThe ford is closed."
    assert kinds_in(a_document(notice)) == [PaperKind.DECISION_NOTICE]


def test_an_equality_impact_assessment_is_an_appendix() -> None:
    assert kinds_in(a_document("Equality Impact Assessment\n\nWho will be affected?")) == [
        PaperKind.APPENDIX
    ]
