"""What is a marking, and what only speaks of exempt papers."""

import pytest

from corpus.exempt.law import paragraph_in
from corpus.exempt.markings import marking_of, titled_marking
from corpus.exempt.naming import closed_by_name
from corpus.exempt.statements import stated_anywhere, stated_in_head

LAW = "paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972"


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("NOT FOR PUBLICATION", "not for publication"),
        (f"NOT FOR PUBLICATION by virtue of {LAW}", "not for publication"),
        ("Not for publication - Page 3 of 7", "not for publication"),
        ("Not for publication (paragraph 3)", "not for publication"),
        ("EXEMPT FROM PUBLICATION", "not for publication"),
        ("*** EXEMPT ***", "exempt"),
        (f"EXEMPT BY VIRTUE OF {LAW.upper()}", "exempt"),
        ("Exempt under paragraphs 1 and 2 of Schedule 12A", "exempt"),
        ("Exempt – Paragraph 14, Schedule 12A", "exempt"),
        (
            "Exempt under paragraph 6 of Schedule 7A to the Local Government (Scotland) Act 1973",
            "exempt",
        ),
        ("EXEMPT APPENDIX B", "exempt"),
        ("Appendix B (exempt)", "exempt"),
        ("APPENDIX C: EXEMPT", "exempt"),
        ("EXEMPT MINUTES OF THE CABINET HELD ON 12 MARCH 2024", "exempt"),
        ("CONFIDENTIAL", "confidential"),
        ("STRICTLY PRIVATE AND CONFIDENTIAL", "confidential"),
        ("Confidential – contains information relating to the affairs of a firm", "confidential"),
        ("COMMERCIAL IN CONFIDENCE", "confidential"),
        ("OFFICIAL-SENSITIVE", "confidential"),
        ("Confidential Annex to the minutes", "confidential"),
        ("RESTRICTED", "restricted"),
        ("Restricted: paragraph 4", "restricted"),
        ("PART II – PRIVATE AND CONFIDENTIAL", "confidential"),
        ("PART 2 - NOT FOR PUBLICATION", "not for publication"),
        ("Part II", "Part II"),
        ("PINK PAPERS", "a pink paper"),
        ("Printed on pink paper", "a pink paper"),
    ],
)
def test_a_line_that_is_nothing_but_a_marking_is_one(line: str, word: str) -> None:
    marking = marking_of(line)
    assert marking is not None
    assert marking.word == word


@pytest.mark.parametrize(
    "line",
    [
        "Exclusion of the press and public",
        "UNRESTRICTED ITEMS",
        "Non-exempt",
        "Not exempt",
        "Not confidential",
        "FOR PUBLICATION [Do not include information which is exempt from publication]",
        "NOT FOR PUBLICATION: None",
        "EXEMPT ITEMS: none",
        "Exempt information: No",
        "This report contains no exempt information",
        "Appendix 2 is exempt by virtue of paragraph 3",
        "Appendix C (exempt) contains the valuation",
        "The following appendices are not for publication: Appendix B",
        "CONFIDENTIALITY",
        "Confidential helpline",
        "Confidential reporting policy",
        "Exempt accommodation strategy",
        "Exempt VAT supplies",
        "Restricted byways",
        "Private sector housing",
        "Closed road",
        "Part 1 - open to the public",
        "Part 2 – none",
        "PART 2 – ARTICLES OF THE CONSTITUTION",
        "Part II Housing Act 1985",
        "The report was marked confidential in 2010 and is now open",
    ],
)
def test_words_about_exempt_papers_are_no_marking(line: str) -> None:
    assert marking_of(line) is None


@pytest.mark.parametrize(
    "title",
    [
        "Sale of Low Mill (exempt)",
        "Sale of Low Mill – EXEMPT",
        "EXEMPT – Sale of Low Mill",
        "Exempt Appendix B to the report",
        "46 SALE OF LAND (EXEMPT MINUTE)",
        "Sale of Low Mill (Not for publication by virtue of paragraph 3)",
        "Confidential: staffing of the baths",
        "Appendix B (exempt - paragraph 3 of Schedule 12A)",
    ],
)
def test_a_title_may_end_or_begin_with_a_marking(title: str) -> None:
    assert titled_marking(title) is not None


@pytest.mark.parametrize(
    "title",
    [
        "Exempt accommodation strategy",
        "Exempt information:\tNone",
        "Exempt information: none",
        "Sale of Low Mill (non-exempt)",
        "Report (not exempt)",
        "Local Plan Part 2",
        "Restricted Byways: Order 4",
        "Parking - restricted streets",
        "Unrestricted (open)",
    ],
)
def test_a_word_of_a_title_is_no_marking(title: str) -> None:
    assert titled_marking(title) is None


@pytest.mark.parametrize(
    "line",
    [
        f"This report is exempt by virtue of {LAW}",
        "This report and its appendices are not for publication",
        "This report contains exempt information as defined in paragraph 3 of Schedule 12A",
        "Note: This report contains confidential information",
        "By virtue of paragraph(s) 3 of Part 1 of Schedule 12A of the Local Government Act 1972.",
        "The public are likely to be excluded from the meeting during consideration of this "
        "report as it contains exempt information as defined in paragraph 3 of Schedule 12A",
        "Classification: Restricted",
        "Classification:\tPart II",
        "Report status: Exempt",
        "Public or Private: Private",
        "Open/Exempt: Exempt",
        "Is this report confidential? Yes",
        "Exempt/confidential: Yes - paragraph 3",
        "Exempt information:\tparagraph 3",
    ],
)
def test_a_head_may_say_in_a_field_or_a_sentence_that_its_paper_is_exempt(line: str) -> None:
    assert stated_in_head(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Classification: Unrestricted",
        "Classification: Open",
        "Public or Private: Public",
        "Open/Exempt: Open",
        "Is this report confidential? No",
        "Is this report confidential?\tNo",
        "Reasons for confidentiality: not applicable",
        "Exempt or confidential information: There is none",
        "Exempt: Appendix B only",
        "Is this report exempt? Part exempt: Appendix A",
        "This report is exempt from call-in",
        "This report is not confidential",
        "This report has an exempt appendix",
        "This report contains exempt information in Appendix 2, paragraph 3 of Schedule 12A",
        "Appendix 2 to this report is exempt by virtue of paragraph 3 of Schedule 12A",
        "If this report is exempt, say why",
    ],
)
def test_a_head_may_say_that_its_paper_is_open_or_that_another_is_exempt(line: str) -> None:
    assert stated_in_head(line) is None


def test_in_its_body_a_paper_must_name_the_schedule_to_be_exempt() -> None:
    assert stated_anywhere(f"7.1 This report is not for publication by virtue of {LAW}.")
    assert stated_anywhere("7.1 This report is confidential in its tone.") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LAW, "paragraph 3 of Part 1 of Schedule 12A"),
        ("Paragraphs 1, 2 and 3 of schedule 12A", "paragraphs 1, 2, 3 of Schedule 12A"),
        ("Schedule 12A, Paragraphs 12-18", "paragraphs 12 to 18 of Schedule 12A"),
        ("paragraph(s) 6 of Schedule 7A", "paragraph 6 of Schedule 7A"),
        ("para 14", "paragraph 14"),
        ("see paragraph 3.2 below", None),
    ],
)
def test_the_paragraph_is_told_in_one_way_however_it_is_written(
    text: str, told: str | None
) -> None:
    assert paragraph_in(text) == told


@pytest.mark.parametrize(
    "source",
    [
        "Appendix B (exempt).pdf",
        "Appendix_B_-_Exempt.pdf",
        "appendix-b-exempt.pdf",
        "Exempt Appendix 3 - valuation.pdf",
        "EXEMPT - sale of the mill.docx",
        "Cabinet 14 May 2024 Part II minutes.pdf",
        "Confidential minutes.pdf",
        "restricted.pdf",
        "2024/exempt/mill.pdf",
        "Part II/mill.pdf",
        "Confidential papers/mill.pdf",
        "Exempt papers.zip/mill.pdf",
    ],
)
def test_a_name_may_say_that_a_file_is_exempt(source: str) -> None:
    assert closed_by_name(source)


@pytest.mark.parametrize(
    "source",
    [
        "Exempt accommodation strategy.pdf",
        "Confidential reporting policy.pdf",
        "Private sector housing.pdf",
        "Restricted byways/order.pdf",
        "Constitution Part 2.pdf",
        "Local Plan Part 2 Report.pdf",
        "Appendix B (non-exempt).pdf",
        "Review of exempt reports.pdf",
        "Unrestricted minutes.pdf",
        "minutes.txt",
    ],
)
def test_a_word_of_a_file_name_does_not_close_it(source: str) -> None:
    assert closed_by_name(source) is None


def test_the_name_of_the_folder_that_was_added_counts() -> None:
    assert closed_by_name("mill.pdf", "Exempt")
    assert closed_by_name("mill.pdf", "papers") is None
