from collections.abc import Callable
from io import BytesIO
from itertools import count
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from drawn import TOP, Draw, drawn, texts, written
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.documents import Document, Line, Page
from corpus.readers import SUFFIXES, read


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Document]:
    """Draws each page of a PDF by a function of its own and reads it."""
    names = count()

    def draw(*pages: Draw, title: str = "") -> Document:
        return drawn(tmp_path / f"paper{next(names)}.pdf", *pages, title=title)

    return draw


def save(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# Plain text


def test_a_text_is_read_line_by_line_with_the_numbers_of_the_file(tmp_path: Path) -> None:
    path = save(tmp_path, "minutes.txt", "# MINUTES\r\n\r\n7 APOLOGIES\rNone\n")
    document = read(path, "2024/minutes.txt")
    assert document.source == "2024/minutes.txt"
    assert document.format == "text"
    assert document.lines == tuple(
        Line(text, number, number)
        for number, text in enumerate(["# MINUTES", "", "7 APOLOGIES", "None"], 1)
    )


def test_form_feeds_and_line_separators_do_not_count_as_lines_of_the_file(tmp_path: Path) -> None:
    lines = read(save(tmp_path, "a.md", "one\n\ftwo\u2028still two\x0b\x85\nthree"), "a.md").lines
    assert [line.first for line in lines] == [1, 2, 3]
    assert lines[1].text == "two\u2028still two\x0b\x85"
    assert lines[1].page is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_pounds_and_curly_quotes_come_out_right_in_every_encoding(
    tmp_path: Path, encoding: str
) -> None:
    text = "The grant of £4,500 – “if needed” – was the Panel’s last."
    assert texts(read(save(tmp_path, "a.txt", text.encode(encoding)), "a.txt")) == [text]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_of_either_byte_order_is_read_by_its_mark(tmp_path: Path, encoding: str) -> None:
    path = save(tmp_path, "a.txt", "\ufeffAgreed.\nNoted.".encode(encoding))
    assert texts(read(path, "a.txt")) == ["Agreed.", "Noted."]


def test_one_broken_byte_does_not_turn_utf_8_into_windows_1252(tmp_path: Path) -> None:
    path = save(tmp_path, "a.txt", ("£1 £2 £3 £4 £5 £6 " * 3).encode() + b"caf\xe9")
    assert read(path, "a.txt").text.startswith("£1 £2")


def test_each_suffix_stands_for_a_reader() -> None:
    assert {".txt", ".text", ".md", ".markdown", ".pdf", ".docx", ".html", ".htm"} <= SUFFIXES


def test_a_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    assert read(save(tmp_path, "A.TXT", "Agreed."), "A.TXT").format == "text"


# PDF


def test_a_pdf_gives_a_line_for_each_printed_line_with_its_page(
    draw: Callable[..., Document],
) -> None:
    document = draw(written("The Panel met", "in the hall."), written("It rose at noon."))
    assert document.pages == (Page(1), Page(2))
    assert [(line.text, line.page, line.first) for line in document.lines if line.text] == [
        ("The Panel met", 1, None),
        ("in the hall.", 1, None),
        ("It rose at noon.", 2, None),
    ]


def test_a_gap_between_paragraphs_and_between_pages_is_a_blank_line(
    draw: Callable[..., Document],
) -> None:
    document = draw(written("one", "one still", "", "two"), written("three"))
    assert [line.text for line in document.lines] == [
        "one",
        "one still",
        "",
        "two",
        "",
        "three",
        "",
    ]


def test_a_word_broken_at_the_end_of_a_line_is_made_whole(draw: Callable[..., Document]) -> None:
    document = draw(written("The consul-", "tation on home-to-", "school transport closed."))
    assert texts(document) == ["The consultation", "on home-to-school", "transport closed."]


def test_a_broken_word_keeps_a_hyphen_that_it_has_elsewhere(draw: Callable[..., Document]) -> None:
    document = draw(written("A long-term plan, and a long-", "term lease."))
    assert texts(document) == ["A long-term plan, and a long-term", "lease."]


def test_the_cells_of_a_row_are_parted_by_tabs_and_empty_ones_are_kept(
    draw: Callable[..., Document],
) -> None:
    rows = [
        ("Service", "2023", "2024", "2025"),
        ("Parks", "10.5", "", "12.5"),
        ("Roads", "", "7", "8"),
    ]

    def page(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                canvas.drawString(72 + 110 * column, TOP - 16 * number, cell)

    assert texts(draw(page)) == [
        "Service\t2023\t2024\t2025",
        "Parks\t10.5\t\t12.5",
        "Roads\t\t7\t8",
    ]


def test_a_cell_of_several_lines_stays_one_cell(draw: Callable[..., Document]) -> None:
    def page(canvas: Canvas) -> None:
        for cell, left in ((["Mend the roof", "of the hall"], 72), (["Clerk to", "write"], 300)):
            written(*cell, left=left)(canvas)
        canvas.drawString(450, TOP - 7, "May")

    assert texts(draw(page)) == ["Mend the roof of the hall\tClerk to write\tMay"]


@pytest.mark.parametrize("marker", ["84.", "(a)", "4.1", "iv)", "7"])
def test_a_number_and_its_title_are_no_table_row(
    draw: Callable[..., Document], marker: str
) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, TOP, marker)
        canvas.drawString(130, TOP, "Apologies for absence")

    assert texts(draw(page)) == [f"{marker} Apologies for absence"]


def test_two_columns_of_prose_are_read_one_after_the_other(draw: Callable[..., Document]) -> None:
    left, right = ([f"{side} column, line {n}" for n in range(25)] for side in ("Left", "Right"))

    def page(canvas: Canvas) -> None:
        written(*left)(canvas)
        written(*right, left=320)(canvas)

    assert texts(draw(page)) == left + right


def test_running_heads_and_page_numbers_are_dropped_but_for_the_title(
    draw: Callable[..., Document],
) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def page(canvas: Canvas) -> None:
            canvas.drawString(72, A4[1] - 40, "Parish Minutes")
            written(f"What was said, part {'abcd'[number]}.", "12")(canvas)
            canvas.drawString(72, 30, f"Page {number + 1} of 4")

        return page

    said = [line for letter in "abcd" for line in (f"What was said, part {letter}.", "12")]
    assert texts(draw(*map(page, range(4)))) == ["Parish Minutes", *said]


def test_a_running_line_with_amounts_that_differ_is_not_dropped(
    draw: Callable[..., Document],
) -> None:
    heads = ["Total 334.7", "Total 290.1", "Total 12.5"]
    pages = [written(head, *[""] * 9, "Text.", top=A4[1] - 40) for head in heads]
    assert [text for text in texts(draw(*pages)) if text != "Text."] == heads


def test_larger_and_bold_lines_are_headings_by_their_size(draw: Callable[..., Document]) -> None:
    def page(canvas: Canvas) -> None:
        for number, (font, size, text) in enumerate(
            [
                ("Helvetica-Bold", 20, "CABINET"),
                ("Helvetica-Bold", 12, "1. Apologies"),
                ("Helvetica", 12, "None were received, for all members were in their places."),
            ]
        ):
            canvas.setFont(font, size)
            canvas.drawString(72, TOP - 40 * number, text)

    assert [line.heading for line in draw(page).lines if line.text] == [1, 2, None]


def test_a_bold_paragraph_is_no_heading(draw: Callable[..., Document]) -> None:
    def page(canvas: Canvas) -> None:
        written(*["What was said, at some length"] * 9)(canvas)
        canvas.setFont("Helvetica-Bold", 12)
        written("that the scheme", "be agreed as", "set out", top=TOP - 200)(canvas)

    assert {line.heading for line in draw(page).lines} == {None}


def test_a_footnote_mark_does_not_become_a_digit_of_its_figure(
    draw: Callable[..., Document],
) -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(72, TOP)
        text.textOut("Of the 38")
        text.setFont("Helvetica", 7)
        text.setRise(5)
        text.textOut("1")
        text.setFont("Helvetica", 12)
        text.setRise(0)
        text.textOut(" indicators, 17 are on target.")
        canvas.drawText(text)

    assert texts(draw(page)) == ["Of the 38¹ indicators, 17 are on target."]


def test_a_page_printed_sideways_is_read_as_a_person_turns_it(
    draw: Callable[..., Document],
) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rotate(90)
        for number, text in enumerate(["Turned heading", "turned text"]):
            canvas.drawString(100, -200 - 14 * number, text)

    assert texts(draw(page)) == ["Turned heading", "turned text"]


def picture() -> ImageReader:
    """A grey image of 8 by 8 points."""
    return ImageReader(BytesIO(b"P5 8 8 255\n" + bytes([128]) * 64))


def test_a_scanned_page_is_listed_as_unread_and_a_blank_one_is_not(
    draw: Callable[..., Document],
) -> None:
    def scan(canvas: Canvas) -> None:
        canvas.drawImage(picture(), 0, 0, 500, 700)

    document = draw(written("Text."), scan, written())
    assert [bool(page.problem) for page in document.pages] == [False, True, False]


# Word


@pytest.fixture
def word(tmp_path: Path) -> tuple[WordDocument, Callable[[], Document]]:
    """An empty Word document, and what saves and reads it."""
    document = docx.Document()
    path = tmp_path / "paper.docx"

    def saved() -> Document:
        document.save(str(path))
        return read(path, "paper.docx")

    return document, saved


Word = tuple[WordDocument, Callable[[], Document]]

LISTS = """
<w:abstractNum {ns} w:abstractNumId="90">
  <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum>"""


def add_lists(document: WordDocument) -> None:
    """Lists 91 and 92 of one kind; the second starts anew."""
    numbering = document.part.numbering_part.element
    first = numbering.find(f"{{{numbering.nsmap['w']}}}num")
    first.addprevious(parse_xml(LISTS.format(ns=nsdecls("w"))))
    for number, restart in ((91, ""), (92, '<w:startOverride w:val="1"/>')):
        override = f'<w:lvlOverride w:ilvl="0">{restart}</w:lvlOverride>' if restart else ""
        kind = '<w:abstractNumId w:val="90"/>'
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{kind}{override}</w:num>')
        )


def add_item(document: WordDocument, text: str, number: int, level: int) -> None:
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{place}</w:numPr>"))


def test_word_keeps_the_order_of_paragraphs_and_tables(word: Word) -> None:
    document, saved = word
    document.add_heading("MINUTES", 0)
    document.add_heading("7 Apologies", 2)
    document.add_paragraph("None.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Ward", "Seats", "North", "3"], strict=True):
        cell.text = text
    document.add_paragraph("It rose at noon.")
    assert saved().lines == (
        Line("MINUTES", 1, 1, heading=1),
        Line("", 1, 1),
        Line("7 Apologies", 2, 2, heading=2),
        Line("", 2, 2),
        Line("None.", 3, 3),
        Line("", 3, 3),
        Line("Ward\tSeats", 4, 4),
        Line("North\t3", 5, 5),
        Line("", 5, 5),
        Line("It rose at noon.", 6, 6),
    )


def test_words_own_numbers_are_shown_with_levels_and_restarts(word: Word) -> None:
    document, saved = word
    add_lists(document)
    for text, number, level in [
        ("Approve", 91, 0),
        ("the plan", 91, 1),
        ("the map", 91, 1),
        ("Note", 91, 0),
        ("the cost", 91, 1),
        ("and the year", 91, 2),
        ("Begin anew", 92, 0),
    ]:
        add_item(document, text, number, level)
    assert texts(saved()) == [
        "1. Approve",
        "(i) the plan",
        "(ii) the map",
        "2. Note",
        "(i) the cost",
        "2.1 and the year",
        "1. Begin anew",
    ]


def test_list_styles_give_bullets_and_numbers(word: Word) -> None:
    document, saved = word
    document.add_paragraph("a point", "List Bullet")
    document.add_paragraph("first", "List Number")
    document.add_paragraph("second", "List Number")
    assert texts(saved()) == ["- a point", "1. first", "2. second"]


def test_merged_cells_are_not_repeated_and_columns_stay_in_line(word: Word) -> None:
    document, saved = word
    table = document.add_table(3, 3)
    for number, cell in enumerate(table._cells):
        cell.text = str(number)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "high"
    assert texts(saved()) == ["wide\t\t2", "high\t4\t5", "\t7\t8"]


def test_tracked_deletions_are_left_out_and_insertions_kept(word: Word) -> None:
    document, saved = word
    paragraph = document.add_paragraph("The sum of ")
    for tag, run in (("del", "<w:delText>£5</w:delText>"), ("ins", "<w:t>£7</w:t>")):
        change = f'<w:{tag} {nsdecls("w")} w:id="1" w:author="C"><w:r>{run}</w:r></w:{tag}>'
        paragraph._p.append(parse_xml(change))
    paragraph.add_run(" was agreed.")
    assert texts(saved()) == ["The sum of £7 was agreed."]


def test_headers_and_footers_of_word_are_left_out(word: Word) -> None:
    document, saved = word
    document.sections[0].header.paragraphs[0].text = "Parish Council"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("None.")
    assert texts(saved()) == ["None."]


def test_a_frame_around_text_is_no_table_row(word: Word) -> None:
    document, saved = word
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "8 Highways"
    cell.add_paragraph("It was agreed.")
    assert texts(saved()) == ["8 Highways", "It was agreed."]


# Web pages

PAGE = """<!DOCTYPE html>
<html><head><title>Site</title><style>p {color: red}</style></head>
<body><nav><a href="/">Home</a></nav>
<header>Banner</header>
<form action="?"><h1>Minutes
  of the Panel</h1>
<p>The sum of &pound;4 &amp;lt; 5 was
agreed.</p>
<ol start="3" type="a"><li>approve</li>
<li>note<ul><li>the cost</ul></ol>
<table><tr><th>Ward<th colspan="2">Seats
<tr><td>North<td>1<td>2</table>
<p>Line one<br>line two
</form><footer>Contact us</footer><script>alert("x < y")</script>
"""


def test_a_web_page_gives_its_blocks_with_the_lines_of_the_file(tmp_path: Path) -> None:
    document = read(save(tmp_path, "a.html", PAGE), "a.html")
    assert document.format == "web page"
    assert [line for line in document.lines if line.text] == [
        Line("Minutes of the Panel", 5, 6, heading=1),
        Line("The sum of £4 &lt; 5 was agreed.", 7, 8),
        Line("c. approve", 9, 9),
        Line("d. note", 10, 10),
        Line("- the cost", 10, 10),
        Line("Ward\tSeats\t", 11, 11),
        Line("North\t1\t2", 12, 12),
        Line("Line one", 13, 13),
        Line("line two", 13, 13),
    ]


def test_a_blank_line_parts_the_blocks_of_a_web_page(tmp_path: Path) -> None:
    document = read(save(tmp_path, "a.htm", "<h2>One</h2><p>two</p><ul><li>a<li>b</ul>"), "a.htm")
    assert [line.text for line in document.lines] == ["One", "", "two", "", "- a", "- b"]


def test_the_header_of_an_article_is_part_of_it(tmp_path: Path) -> None:
    page = "<header>Site</header><article><header><h1>Minutes</h1></header><p>None.</article>"
    assert texts(read(save(tmp_path, "a.html", page), "a.html")) == ["Minutes", "None."]


def test_minutes_in_a_header_that_never_ends_are_not_lost(tmp_path: Path) -> None:
    page = "<header><h1>Minutes</h1><p>It was agreed.</p>"
    assert texts(read(save(tmp_path, "a.html", page), "a.html")) == ["Minutes", "It was agreed."]


@pytest.mark.parametrize(
    ("charset", "encoding"), [("iso-8859-1", "cp1252"), ("utf-8", "utf-8"), ("no-such", "utf-8")]
)
def test_a_web_page_is_decoded_as_it_says(tmp_path: Path, charset: str, encoding: str) -> None:
    page = f'<meta charset="{charset}"><p>A ward’s £5</p>'.encode(encoding)
    assert texts(read(save(tmp_path, "a.html", page), "a.html")) == ["A ward’s £5"]


def test_signs_that_begin_no_tag_are_text(tmp_path: Path) -> None:
    page = (
        '<p title="1 < 2">if a <b and 3<4 <em data-x="y>z">then</em><img src="' + "A" * 9000 + '">'
    )
    assert texts(read(save(tmp_path, "a.html", page), "a.html")) == ["if a <b and 3<4 then"]


def test_cells_that_reach_down_leave_their_columns_empty_below(tmp_path: Path) -> None:
    page = "<table><tr><td rowspan=2>North<td>1<tr><td>2<tr><td>South<td>3</table>"
    assert texts(read(save(tmp_path, "a.html", page), "a.html")) == ["North\t1", "\t2", "South\t3"]


def test_a_table_around_the_page_is_no_table_row(tmp_path: Path) -> None:
    page = "<table><tr><td><h2>Minutes</h2><p>One.<p>Two.<td>menu</table>"
    assert texts(read(save(tmp_path, "a.html", page), "a.html")) == [
        "Minutes",
        "One.",
        "Two.",
        "menu",
    ]
