import re

from corpus.text.tracing import TracedText, joined, place_of, traced


def stands_where_it_says(text: TracedText, document: str) -> bool:
    """Whether every character, joints aside, is the document's at its place."""
    return all(character == document[text.place(at)] for at, character in enumerate(text.text))


def test_a_character_is_traced_to_its_place() -> None:
    text = traced("the bridge", 100)
    assert text.place(0) == 100
    assert text.place(4) == 104


def test_joined_pieces_keep_their_own_places() -> None:
    text = joined([traced("the bri", 10), traced("dge at", 50)], "")
    assert text.text == "the bridge at"
    assert [text.place(at) for at in (0, 6, 7, 12)] == [10, 16, 50, 55]


def test_a_joint_that_is_no_part_of_the_document_follows_the_piece_before_it() -> None:
    text = joined([traced("one", 10), traced("two", 50)], " ")
    assert text.text == "one two"
    assert text.place(3) == 13
    assert text.place(4) == 50


def test_an_empty_piece_adds_no_separator() -> None:
    assert joined([traced("", 3), traced("two", 50), traced("", 9)], " | ").text == "two"


def test_a_slice_of_a_slice_is_traced_to_the_same_place() -> None:
    document = "Resolved: the bridge be mended"
    text = joined([traced(document[0:9], 0), traced(document[9:], 9)], "").slice(5, 25)
    assert text.text == document[5:25]
    assert stands_where_it_says(text.slice(3, 12), document)


def test_a_slice_past_the_end_is_cut_and_an_empty_one_is_empty() -> None:
    text = traced("bridge", 7)
    assert text.slice(2, 99).text == "idge"
    assert text.slice(4, 4) == TracedText("", ())
    assert text.slice(5, 2) == TracedText("", ())


def test_stripped_text_begins_where_its_first_letter_stands() -> None:
    text = traced("  bridge \n", 20).strip()
    assert text.text == "bridge"
    assert text.place(0) == 22


def test_what_is_left_out_does_not_shift_what_follows() -> None:
    document = "the **bold** <u>bridge</u> stays"
    text = traced(document, 0).without(re.compile(r"\*\*|</?u>"))
    assert text.text == "the bold bridge stays"
    assert stands_where_it_says(text, document)


def test_pieces_that_go_on_where_the_one_before_ends_are_one_run() -> None:
    text = joined([traced("one", 10), traced("two", 13)], "")
    assert len(text.runs) == 1
    assert place_of(text.runs, 5) == 15
