import pytest

from corpus.acronyms import definitions_in, expanded, expansion, most_used


def test_words_before_an_acronym_in_brackets_define_it() -> None:
    texts = ["The Director of Children's Services (DCS) spoke."]
    assert most_used(definitions_in(texts)) == {"DCS": "Director of Children's Services"}


def test_words_in_brackets_after_an_acronym_define_it() -> None:
    texts = ["The LTF (Low Tarn Fund) is spent."]
    assert most_used(definitions_in(texts)) == {"LTF": "Low Tarn Fund"}


def test_words_whose_initials_differ_define_nothing() -> None:
    assert most_used(definitions_in(["The bridge (DCS) is old.", "Councillor Oake (Chair)"])) == {}


def test_the_definition_that_stands_most_often_is_taken() -> None:
    texts = [
        "the Bridge Repair Fund (BRF)",
        "the Bus Route Forum (BRF)",
        "the Bus Route Forum (BRF)",
    ]
    assert most_used(definitions_in(texts)) == {"BRF": "Bus Route Forum"}


def test_of_two_that_stand_as_often_the_same_is_always_taken() -> None:
    texts = ["the Bus Route Forum (BRF)", "the Bridge Repair Fund (BRF)"]
    for each in (texts, texts[::-1]):
        assert most_used(definitions_in(each)) == {"BRF": "Bridge Repair Fund"}


@pytest.mark.parametrize(
    ("words", "acronym", "meaning"),
    [
        ("the old Low Tarn Fund", "LTF", "Low Tarn Fund"),
        ("home to school transport", "HTST", "home to school transport"),
        ("Children and Young People", "CYP", "Children and Young People"),
        ("the Roads & Bridges Board", "R&BB", "Roads & Bridges Board"),
        ("the bridge", "LTF", None),
    ],
)
def test_an_expansion_is_the_last_words_with_these_initials(
    words: str, acronym: str, meaning: str | None
) -> None:
    assert expansion(words, acronym) == meaning


ACRONYMS = {"DCS": "Director of Children's Services", "WAY": "Works at Yew Bridge"}


def test_a_question_with_an_acronym_gains_its_words() -> None:
    question = "What did the DCS say?"
    assert expanded(question, ACRONYMS) == f"{question} (Director of Children's Services)"


def test_a_question_with_the_words_gains_the_acronym() -> None:
    question = "What did the director of children's services say?"
    assert expanded(question, ACRONYMS) == f"{question} (DCS)"


def test_an_acronym_that_is_also_a_word_must_stand_in_capitals() -> None:
    assert expanded("Which way did the vote go?", ACRONYMS) == "Which way did the vote go?"
    assert "Works at Yew Bridge" in expanded("What is the WAY?", ACRONYMS)


def test_a_question_that_says_both_gains_nothing() -> None:
    question = "Who is the Director of Children's Services (DCS)?"
    assert expanded(question, ACRONYMS) == question
