"""Which papers, and which parts of them, are exempt."""

from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas
from written import AGENDA, BLANK, MINUTES, REPORT, a_document, a_pdf

from corpus.documents import Bookmark, Document, Line
from corpus.exempt.finding import exempt_parts
from corpus.exempt.parts import withheld, without
from corpus.readers import read

SECRET = "The reserve price of the mill is nine hundred thousand pounds."
MARK = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"
EXEMPT_REPORT = f"""
    {MARK}

    MEETING:\tCABINET
    MEETING DATE:\t14 May 2024
    TITLE:\tSALE OF LOW MILL

    1 THE ISSUE

    1.1 {SECRET}
"""
EXEMPT_APPENDIX = f"""
    APPENDIX B (EXEMPT)

    Valuation of the mill

    {SECRET}
"""
OPEN_APPENDIX = """
    APPENDIX C

    Plan of the mill

    The plan shows the mill, the ford and the footpath between them.
"""


def left_of(document: Document) -> str:
    """What of a document is open."""
    return without(document, exempt_parts(document)).text


def reasons_of(text: str) -> list[str]:
    return [part.reason for part in exempt_parts(a_document(text))]


def is_open(text: str) -> bool:
    return exempt_parts(a_document(text)) == ()


def packed(*papers: str) -> Document:
    return a_document(BLANK.join(map(dedent, papers)))


@pytest.mark.parametrize("paper", [AGENDA, MINUTES, REPORT, OPEN_APPENDIX])
def test_a_paper_without_a_marking_is_open(paper: str) -> None:
    assert is_open(paper)


def test_a_report_that_is_marked_at_its_head_is_exempt_with_its_paragraph() -> None:
    (part,) = exempt_parts(a_document(EXEMPT_REPORT))
    assert part.reason == "marked not for publication, paragraph 3 of Part 1 of Schedule 12A"
    assert left_of(a_document(EXEMPT_REPORT)).strip() == ""


@pytest.mark.parametrize(
    "head",
    [
        "EXEMPT",
        "CONFIDENTIAL",
        "PRIVATE AND CONFIDENTIAL",
        "RESTRICTED",
        "PINK PAPERS",
        "Part II",
        "PART 2 – PRIVATE AND CONFIDENTIAL",
        "EXEMPT INFORMATION – PARAGRAPH 3 OF SCHEDULE 12A",
        "This report is not for publication.",
        "Classification: Exempt",
        "Is this report confidential?\tYes – paragraph 4",
        "Exempt by virtue of paragraph 6 of Schedule 7A",
        "Exempt – paragraph 14 of Schedule 12A of the Local Government Act 1972",
        "By virtue of paragraph(s) 1, 2 of Part 1 of Schedule 12A of the Local Government Act 1972",
    ],
)
def test_every_form_of_marking_at_a_head_keeps_a_report_out(head: str) -> None:
    rows = "MEETING:\tCABINET\nMEETING DATE:\t14 May 2024\nTITLE:\tSALE OF LOW MILL"
    text = f"{rows}\n\n{head}\n\n1 THE ISSUE\n\n1.1 {SECRET}"
    assert reasons_of(text)
    assert SECRET not in left_of(a_document(text))


@pytest.mark.parametrize(
    "head",
    [
        "FOR PUBLICATION",
        "Part I",
        "Classification: Unrestricted",
        "Is this report confidential?\tNo",
        "Exempt information\tNone",
        "EXEMPT INFORMATION\n\nNone",
        "Reasons for confidentiality: not applicable",
        "This report contains no exempt information.",
        "Appendix 2 is NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A.",
        "Enclosures: Appendix A; Appendix B (exempt)",
        "This report is exempt from call-in.",
        "Part 1 – open to the public\n\nPart 2 – none",
    ],
)
def test_a_head_that_speaks_of_exemption_leaves_an_open_report_open(head: str) -> None:
    rows = "MEETING:\tCABINET\nMEETING DATE:\t14 May 2024\nTITLE:\tSALE OF LOW MILL"
    assert is_open(f"{rows}\n\n{head}\n\n1 THE ISSUE\n\n1.1 The mill is to be sold.")


@pytest.mark.parametrize(
    "prose",
    [
        "1.2 The report was marked Part II in 2010 and is now open.",
        "1.2 The Council runs a confidential helpline, and strategies for exempt accommodation.",
        "1.2 Appendix C (exempt) contains the valuation.",
        "1.2 Exempt information is defined in paragraphs 1 to 7 of Schedule 12A of the Act.",
        "1.2 Under paragraph 3 of Schedule 12A information on the affairs of a person is exempt.",
        "CONFIDENTIALITY\n\nOfficers keep confidential what they learn.",
        "ACCESS TO INFORMATION\n\nExempt information\n\nNone",
        "Appendices\n\nAppendix A – Plan\n\nAppendix B – Price (exempt)\n\nAuthor: A Quill",
    ],
)
def test_prose_of_an_open_report_never_keeps_it_out(prose: str) -> None:
    assert is_open(f"{dedent(REPORT)}\n\n{prose}\n\n3 NEXT STEPS\n\n3.1 The bridge is mended.")


@pytest.mark.parametrize(
    "item",
    [
        "4. EXCLUSION OF THE PRESS AND PUBLIC\n\nTo resolve that the public be excluded from the "
        "meeting for the following item by reason of paragraph 3 of Part 1 of Schedule 12A.",
        "PART II\n\nItems during which the public should be excluded because exempt information "
        "would be disclosed\n\nNone",
        "EXEMPT ITEMS\n\n(At the time of preparing the agenda there were no exempt items.)",
        "4. LOW MILL (Exempt – paragraph 3)\n\nAppendix 2 (exempt)\n\n5. ANY OTHER BUSINESS",
        "PART 2 – NOT FOR PUBLICATION\n\n4. SALE OF LOW MILL\n\n5. STAFFING",
        "4. SALE OF LOW MILL\n\nAppendix 2 is exempt by virtue of paragraph 3 of Schedule 12A.",
        "4. EXEMPT MINUTES OF THE LAST MEETING",
    ],
)
def test_the_items_of_an_open_agenda_stay_whatever_they_announce(item: str) -> None:
    assert is_open(f"{dedent(AGENDA)}\n\n{item}")


@pytest.mark.parametrize(
    "minute",
    [
        "42 EXCLUSION OF THE PRESS AND PUBLIC\n\nRESOLVED that the public be excluded under "
        "section 100A(4) of the Local Government Act 1972, as exempt information within paragraph "
        "3 of Schedule 12A would be disclosed.\n\n43 LOW MILL\n\nRESOLVED that the mill be sold.",
        "42 EXEMPT MINUTES\n\nRESOLVED that the exempt minutes of 4 March be confirmed.",
        "EXEMPT ITEMS\n\n42 LOW MILL\n\nRESOLVED that the mill be sold.",
    ],
)
def test_minutes_of_a_meeting_that_excluded_the_public_stay(minute: str) -> None:
    assert is_open(f"{dedent(MINUTES)}\n\n{minute}")


def test_a_whole_agenda_may_be_exempt() -> None:
    text = dedent(AGENDA).replace("AGENDA\n", "AGENDA\n\nNOT FOR PUBLICATION\n", 1)
    assert reasons_of(text) == ["marked not for publication"]


def test_of_a_pack_the_exempt_report_alone_is_kept_out() -> None:
    left = left_of(packed(AGENDA, EXEMPT_REPORT, REPORT))
    assert "SALE OF LOW MILL" not in left
    assert "THE BRIDGE AT LOW MILL" in left
    assert "will not bear another winter" in left


def test_of_a_report_the_exempt_appendix_alone_is_kept_out() -> None:
    left = left_of(a_document(dedent(REPORT) + dedent(EXEMPT_APPENDIX) + dedent(OPEN_APPENDIX)))
    assert "nine hundred thousand" not in left
    assert "will not bear another winter" in left
    assert "footpath between them" in left


def test_a_marking_above_the_letterhead_is_that_of_the_paper_below_it() -> None:
    rows = "MEETING:\tCABINET\nMEETING DATE:\t14 May 2024\nTITLE:\tLOW MILL\n\n1.1 "
    document = a_document(f"{dedent(AGENDA)}\n{MARK}\n\n{rows}{SECRET}")
    left = left_of(document)
    assert "APOLOGIES" in left
    assert "nine hundred" not in left
    assert MARK not in left


def test_a_marked_minute_is_kept_out_of_open_minutes() -> None:
    text = f"{dedent(MINUTES)}\n42 LOW MILL (EXEMPT MINUTE)\n\n{SECRET}\n\n43 BATHS\n\nThey opened."
    left = left_of(a_document(text))
    assert "nine hundred" not in left
    assert "the ford be closed" in left
    assert "They opened." in left


def test_a_minute_with_its_marking_below_the_heading_is_kept_out() -> None:
    text = (
        f"{dedent(MINUTES)}\n42 LOW MILL\n\n(Not for publication – paragraph 3 of Schedule 12A)\n\n"
        f"{SECRET}\n\n43 BATHS\n\nThey opened."
    )
    (part,) = exempt_parts(a_document(text))
    assert part.reason == "marked not for publication, paragraph 3 of Schedule 12A"
    assert "They opened." in left_of(a_document(text))


def test_a_confidential_annex_of_minutes_is_kept_out_to_their_end() -> None:
    left = left_of(a_document(f"{dedent(MINUTES)}\nCONFIDENTIAL ANNEX\n\n{SECRET}"))
    assert "nine hundred" not in left
    assert "the ford be closed" in left


def test_a_marking_at_the_foot_of_each_page_of_a_text_keeps_all_of_it_out() -> None:
    page = "The mill stands by the ford.\n\nNOT FOR PUBLICATION\n\n"
    document = a_document(f"{dedent(REPORT)}\n{page * 3}")
    assert left_of(document).strip() == ""


def test_a_running_head_keeps_out_the_pages_on_which_it_runs() -> None:
    page = "EXEMPT\n\nThe mill is worth nine hundred thousand pounds."
    document = a_pdf(AGENDA, REPORT, *[page] * 3, OPEN_APPENDIX)
    assert [(part.first, part.last) for part in withheld(document, exempt_parts(document))] == [
        (3, 5)
    ]


def test_a_running_head_counts_though_the_reader_drops_it() -> None:
    document = a_pdf(AGENDA, REPORT, "The mill is sold.", "At nine hundred thousand.")
    document = replace(
        document, margins=tuple(Line(f"Not for publication – page {n}", page=n) for n in (3, 4))
    )
    (told,) = withheld(document, exempt_parts(document))
    assert (told.first, told.last) == (3, 4)


def test_pages_that_are_kept_out_say_so() -> None:
    document = a_pdf(REPORT, f"{MARK}\n\n{SECRET}")
    pages = without(document, exempt_parts(document)).pages
    assert [page.problem for page in pages] == [
        None,
        "exempt: marked not for publication, paragraph 3 of Part 1 of Schedule 12A",
    ]


def test_a_placeholder_for_a_paper_that_was_left_out_does_not_close_the_next_page() -> None:
    document = a_pdf(
        AGENDA,
        "By virtue of paragraph(s) 3 of Part 1 of Schedule 12A\nDocument is Restricted",
        "The ford is open to carts in summer.",
    )
    (told,) = withheld(document, exempt_parts(document))
    assert (told.first, told.last) == (2, 2)


def test_an_entry_of_the_outline_may_mark_the_pages_it_leads_to() -> None:
    outline = (
        Bookmark("Agenda", 1, 0),
        Bookmark("Appendix B (exempt)", 2, 0),
        Bookmark("Appendix C", 3, 0),
    )
    document = replace(a_pdf(AGENDA, SECRET, OPEN_APPENDIX), outline=outline)
    (told,) = withheld(document, exempt_parts(document))
    assert (told.first, told.last) == (2, 2)
    assert [mark.page for mark in without(document, exempt_parts(document)).outline] == [1, 3]


def test_a_file_that_is_named_exempt_is_kept_out_as_a_whole() -> None:
    document = a_document(REPORT, "Bridge (exempt).txt")
    (part,) = exempt_parts(document)
    assert part.reason == "named exempt"


def test_a_watermark_across_the_pages_of_a_pdf_is_a_marking(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for _ in range(2):
        canvas.drawString(72, 700, "The mill stands by the ford at the end of the lane.")
        canvas.translate(150, 250)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "CONFIDENTIAL")
        canvas.showPage()
    canvas.save()
    assert exempt_parts(read(tmp_path / "a.pdf", "a.pdf"))


def test_the_title_that_a_pdf_bears_is_a_marking(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setTitle("Exempt Appendix B")
    canvas.drawString(72, 700, "The mill stands by the ford.")
    canvas.save()
    (part,) = exempt_parts(read(tmp_path / "a.pdf", "a.pdf"))
    assert part.reason == "marked exempt (in its header, footer or properties)"


def test_a_header_of_a_word_document_is_a_marking(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The mill stands by the ford.")
    document.save(str(tmp_path / "open.docx"))
    document.sections[0].header.paragraphs[0].text = "Tarnbrook Council\tNOT FOR PUBLICATION"
    document.save(str(tmp_path / "closed.docx"))
    assert exempt_parts(read(tmp_path / "open.docx", "open.docx")) == ()
    assert exempt_parts(read(tmp_path / "closed.docx", "closed.docx"))


def test_the_title_of_a_web_page_is_a_marking(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<title>Sale of Low Mill (exempt)</title><p>The mill stands by the ford.</p>")
    assert exempt_parts(read(path, "a.html"))


def test_what_is_told_of_an_exempt_part_holds_no_word_of_it() -> None:
    document = a_document(EXEMPT_REPORT)
    told = " ".join(part.reason for part in withheld(document, exempt_parts(document)))
    assert "mill" not in told.casefold()
