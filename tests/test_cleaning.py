import pytest
from written import a_document, a_pdf, blocks_of

from corpus.documents import Document, Line
from corpus.text.blocks import Block, BlockKind
from corpus.text.cleaning import clean


def texts(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks]


def test_a_line_after_a_blank_line_is_a_paragraph_of_its_own() -> None:
    assert texts(blocks_of("The bridge is old.\n\nThe ford is new.")) == [
        "The bridge is old.",
        "The ford is new.",
    ]


def test_a_page_break_in_mid_sentence_is_healed() -> None:
    document = a_document("""
        The Head of Highways said that the bridge at Low Mill would be

        closed for repairs until the spring of the next year.
    """)
    (block,) = clean(document)
    assert block.text == (
        "The Head of Highways said that the bridge at Low Mill would be "
        "closed for repairs until the spring of the next year."
    )
    assert document.text[block.body.place(63) :].startswith("closed for repairs")


def test_a_footnote_between_the_halves_of_a_sentence_does_not_part_them() -> None:
    blocks = blocks_of("""
        The number of pupils who came by bus from the villages had grown and

        ² See the count of 2019

        was expected to grow further.
    """)
    assert "had grown and was expected" in blocks[0].text


def test_the_name_of_a_page_is_no_text() -> None:
    blocks = clean(a_pdf("The bridge is old and it would be better to", "Page 2\nmend it at once."))
    assert texts(blocks) == ["The bridge is old and it would be better to mend it at once."]


def test_a_healed_paragraph_is_on_the_page_where_it_begins() -> None:
    (block,) = clean(a_pdf("The bridge is old and it would be better to", "mend it at once."))
    assert block.page == 1


def test_two_whole_sentences_are_not_healed_into_one() -> None:
    assert len(blocks_of("The bridge is old.\n\nthe ford is new, and it is wide.")) == 2


def test_a_bold_line_takes_no_sentence_from_the_next_page() -> None:
    blocks = blocks_of("**The Future of the Bridge at Low Mill and of the**\n\nford beside it")
    assert len(blocks) == 2


@pytest.mark.parametrize(
    "line",
    [
        "The **bridge** is _old_.",
        "The <b>bridge</b> is <u>old</u>.",
        "The &lt;p&gt;bridge is <sup>old</sup>.",
        "**The bridge is old.",
        "The<span class='x'> bridge</span> is old.*",
    ],
)
def test_markup_goes_also_where_it_is_not_closed(line: str) -> None:
    assert texts(blocks_of(line)) == ["The bridge is old."]


def test_the_target_of_a_link_is_not_shown() -> None:
    line = "The plan (<https://tarnbrook.example/plan>) is on the page of the council."
    assert texts(blocks_of(line)) == ["The plan () is on the page of the council."]


def test_a_line_whose_last_word_was_a_link_is_not_healed() -> None:
    blocks = blocks_of(
        "The count of all the vehicles on the bridge is kept at <https://tarnbrook.example>\n\n"
        "The Head of Highways said that it had grown."
    )
    assert len(blocks) == 2


def test_signs_that_are_no_markup_stay() -> None:
    line = "Use of parking_permits < 5% at 3 > 2 sites"
    assert texts(blocks_of(line)) == [line]


def test_a_hash_line_is_a_heading_of_its_level() -> None:
    (heading, _) = blocks_of("### 12 The Bridge\n\nIt is old.")
    assert (heading.kind, heading.level, heading.text) == (BlockKind.HEADING, 3, "12 The Bridge")


def test_a_heading_of_the_format_itself_needs_no_marks() -> None:
    document = Document("a.docx", "word", (Line("The Bridge", 1, 1, heading=2), Line("It is old.")))
    assert clean(document)[0].kind is BlockKind.HEADING


@pytest.mark.parametrize("mark", ["- ", "• ", "(i) ", "a) ", "2. ", "3.1) "])
def test_a_line_with_a_mark_is_a_list_item(mark: str) -> None:
    assert [b.kind for b in blocks_of(f"{mark}mend the bridge")] == [BlockKind.LIST_ITEM]


def test_a_bullet_goes_and_a_number_stays() -> None:
    assert texts(blocks_of("- mend the bridge\n\n(ii) close the ford")) == [
        "mend the bridge",
        "(ii) close the ford",
    ]


def test_tabs_make_a_row_and_an_empty_first_cell_stays() -> None:
    (_, row) = blocks_of("Roads\tLanes\t£9,000\n\tBridges\t£4,000\t\t")
    assert row.kind is BlockKind.TABLE_ROW
    assert row.cells == ("", "Bridges", "£4,000")


def test_a_page_left_blank_is_marked_and_holds_no_business() -> None:
    blocks = blocks_of("One.\n\nThis page is intentionally left blank\n\nTwo.")
    assert [b.kind for b in blocks][1] is BlockKind.PAGE_LEFT_BLANK


def test_wrapped_lines_are_one_paragraph() -> None:
    blocks = blocks_of("""
        The Head of Highways said that the bridge at Low Mill had been
        examined twice and that its piers would not bear another winter
        of floods. Members asked for a second opinion on the cost.

        The Chair thanked her for coming to the meeting at short notice
        and for the photographs of the piers that she had brought.
    """)
    assert len(blocks) == 2
    assert blocks[0].text.startswith("The Head of Highways said that the bridge at Low Mill had")
    assert "another winter of floods." in blocks[0].text


def test_a_word_broken_at_the_end_of_a_line_is_joined_without_a_space() -> None:
    (block,) = blocks_of("""
        The councillors asked about the costs of the bridge and of the co-
        operation with the parish on the other side of the river at Low
        Mill and whether it could be ended.
    """)
    assert "the co-operation with" in block.text


def test_every_character_but_the_joints_is_the_documents_own() -> None:
    document = a_document("""
        ## **The _Bridge_**

        The <b>Head</b> of Highways said that the bridge would be

        closed for **repairs** until spring.

        - (i) *mend* it
        a\t**b**\t\tc
    """)
    for block in clean(document):
        for at, character in enumerate(block.text):
            place = block.body.place(at)
            assert character in (document.text[place], " "), block.text


def test_a_note_in_the_margin_is_no_part_of_the_sentence_beside_it() -> None:
    line = "Councillor Oake told the meeting that the minutes of the meeting held"
    blocks = blocks_of(f"{line}\nin May, as typed, were correct.\tClerk")
    assert texts(blocks) == [f"{line} in May, as typed, were correct.", "Clerk"]
    assert [block.aside for block in blocks] == [False, True]


def test_a_tab_that_indents_or_follows_a_number_makes_no_row() -> None:
    blocks = blocks_of("\tThat the ford be closed.\n\n3.4\tThe Chair spoke of the mill.")
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]


def test_a_page_number_beside_a_rule_is_no_text() -> None:
    blocks = blocks_of("The ford is old.\n\n---\n\n2\n\nThe mill is new.")
    assert texts(blocks) == ["The ford is old.", "The mill is new."]


def test_lines_with_a_blank_line_below_each_are_joined_where_they_were_wrapped() -> None:
    lines = ["The Head of Highways told the meeting that the bridge at Low", "Mill was old."] * 40
    (first, second, *_) = texts(blocks_of("\n\n".join(lines)))
    assert first == second == " ".join(lines[:2])


def test_numbers_that_count_on_are_not_joined() -> None:
    text = (
        "4.1 that the draft budget be issued for consultation until the end; and\n4.2 that it be."
    )
    assert len(blocks_of(text)) == 2
