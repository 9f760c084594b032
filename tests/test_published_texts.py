"""Minutes as committee systems publish them on the web, and as they come by e-mail."""

from pathlib import Path

from corpus.documents import Document, Line
from corpus.papers import Force
from corpus.readers import read
from corpus.structure import structure_of

LAID_OUT = """<html><head><title>Agenda item</title></head><body><div>
<h1>Minutes of the Cabinet of Tarnbrook Council held on 12 March 2024</h1>
<table width="100%"><tr><td valign="top"><p>46</p></td><td><p><a href="x">School&nbsp;Places</a></p>
<div><p>The&nbsp;Cabinet considered the report of the Director.</p>
<p>&nbsp;</p>
<p><b>RESOLVED</b>&nbsp;&#8211; that:</p>
<ol style="list-style-type: lower-alpha"><li>the places be funded;<ol type="i">
<li>in Quillby; and</li><li>in Nether Fell;</li></ol></li><li>the report be noted.</li></ol>
</div></td></tr><tr><td><p>47</p></td><td><p>Any other business</p><div><p>There was none.</p>
</div></td></tr></table></div></body></html>"""


def page(tmp_path: Path, html: str) -> Document:
    path = tmp_path / "a.html"
    path.write_text(html, encoding="utf-8")
    return read(path, "a.html")


def letter(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    return read(path, "a.txt")


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_items_that_a_table_lays_out_are_paragraphs_with_their_numbers(tmp_path: Path) -> None:
    assert texts(page(tmp_path, LAID_OUT))[2:] == [
        "46 School Places",
        "",
        "The Cabinet considered the report of the Director.",
        "",
        "RESOLVED – that:",
        "",
        "a. the places be funded;",
        "i. in Quillby; and",
        "ii. in Nether Fell;",
        "b. the report be noted.",
        "",
        "47 Any other business",
        "",
        "There was none.",
    ]


def test_a_decision_that_a_table_lays_out_is_found(tmp_path: Path) -> None:
    decisions = structure_of(page(tmp_path, LAID_OUT)).decisions
    assert [each.force for each in decisions] == [Force.RESOLVED]
    assert "in Nether Fell" in decisions[0].words


def test_a_table_with_a_numbered_row_of_single_lines_stays_a_table(tmp_path: Path) -> None:
    html = "<table><tr><td>1</td><td>North</td></tr><tr><td>2</td><td>South</td></tr></table>"
    assert texts(page(tmp_path, html)) == ["1\tNorth", "2\tSouth"]


def test_a_definition_list_is_lines_that_stand_together(tmp_path: Path) -> None:
    html = "<dl><dt>Present:</dt><dd>Councillor A Dale</dd><dd>Councillor R Moss</dd></dl><p>1 Next"
    assert texts(page(tmp_path, html)) == [
        "Present:",
        "Councillor A Dale",
        "Councillor R Moss",
        "",
        "1 Next",
    ]


def test_lines_that_were_broken_for_the_post_are_joined(tmp_path: Path) -> None:
    text = "The sum of =C2=A34,500 was=\n agreed =E2=80=93 in full.\nNone=20\n"
    assert letter(tmp_path, text).lines == (
        Line("The sum of £4,500 was agreed – in full.", 1, 2),
        Line("None ", 3, 3),
    )


def test_signs_of_the_post_are_text_where_nothing_was_broken(tmp_path: Path) -> None:
    text = "Rent=20 a week\nx=\n"
    assert texts(letter(tmp_path, text)) == ["Rent=20 a week", "x="]


def test_the_marks_of_a_quoted_message_are_taken_off(tmp_path: Path) -> None:
    text = "The Clerk wrote:\n\n> 7 APOLOGIES\n>\n> > None were received.\n> It rose at noon.\n"
    document = letter(tmp_path, text)
    assert texts(document) == [
        "The Clerk wrote:",
        "",
        "7 APOLOGIES",
        "",
        "None were received.",
        "It rose at noon.",
    ]
    assert document.lines[4] == Line("None were received.", 5, 5)


def test_a_quotation_inside_a_paper_keeps_its_marks(tmp_path: Path) -> None:
    text = "The Panel met.\nThe letter said:\n> Please mend the ford.\nIt was noted.\n"
    assert "> Please mend the ford." in texts(letter(tmp_path, text))
