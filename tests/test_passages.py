from itertools import pairwise

import pytest
from written import AGENDA, BLANK, MINUTES, REPORT, a_document, a_pdf, minutes_of

from corpus.documents import Document
from corpus.papers import Force, Passage
from corpus.passages import MOST_WORDS
from corpus.structure import structure_of
from corpus.text.tracing import place_of

SENTENCE = "Councillor Oake said that pier {} of the bridge at Low Mill was old and worn. "


def passages_of(document: Document) -> tuple[Passage, ...]:
    return structure_of(document).passages


def debate(first: int, last: int) -> str:
    """A paragraph a pier, of 16 words each."""
    return "\n\n".join(SENTENCE.format(n).strip() for n in range(first, last + 1))


def pack() -> Document:
    return a_document(AGENDA + BLANK + MINUTES + BLANK + REPORT)


def assert_stands_in(document: Document, passage: Passage) -> None:
    """Every character, joints aside, is the document's own at its place."""
    for at, character in enumerate(passage.text):
        place = place_of(passage.runs, at)
        joint = at and place != place_of(passage.runs, at - 1) + 1
        if character not in " \n|" and not joint:
            assert character == document.text[place], (passage.text, at)


def test_a_passage_never_crosses_a_minute() -> None:
    business = f"41 THE BRIDGE\n\n{debate(1, 2)}\n\n42 THE FORD\n\n{debate(3, 4)}"
    for passage in minutes_of(business).passages:
        piers = [n for n in range(1, 5) if f"pier {n}" in passage.text]
        assert piers in ([], [1, 2], [3, 4])
        if piers:
            assert passage.item is not None
            assert passage.item.number == ("41" if piers == [1, 2] else "42")


def test_a_passage_never_crosses_a_paper() -> None:
    document = pack()
    structure = structure_of(document)
    assert len(structure.papers) == 3
    for passage in structure.passages:
        assert passage.paper.span.start <= passage.span.start
        assert passage.span.end <= passage.paper.span.end


def test_passages_come_in_the_order_of_the_document_and_do_not_overlap() -> None:
    for before, after in pairwise(passages_of(pack())):
        assert before.span.end <= after.span.start


def test_a_passage_never_crosses_a_heading_of_a_report() -> None:
    for passage in passages_of(a_document(REPORT)):
        assert not ("winter" in passage.text and "mended" in passage.text)


def test_a_page_break_in_mid_sentence_is_healed_in_the_passage() -> None:
    document = a_pdf(
        MINUTES + "\n42 THE BRIDGE\n\nThe Head of Highways said that the bridge would be",
        "Page 2\n\nclosed until the spring of the next year.",
    )
    passage = passages_of(document)[-1]
    assert "the bridge would be closed until the spring" in passage.text
    assert passage.span.page == 1


def test_every_character_of_a_pack_traces_back_to_its_place() -> None:
    document = pack()
    for passage in passages_of(document):
        assert_stands_in(document, passage)


@pytest.mark.parametrize(
    "business",
    [
        "41 THE BRIDGE\n\nThe **bridge** is <u>old</u> and _worn_.",
        "41 THE BRIDGE\n\nThe bridge at Low Mill is old and it is best to\n\nmend it at once.",
        "41 THE BRIDGE\n\nCosts are\n\nWork\tCost\nPiers\t£4,000\nDeck\t**£900**\t\t",
        "41 THE BRIDGE\n\nRESOLVED that:\n\n(i) *it* be mended; and\n- it be painted.",
    ],
)
def test_every_character_traces_back_through_markup_breaks_tables_and_lists(business: str) -> None:
    text = MINUTES + "\n" + business
    document = a_document(text)
    for passage in passages_of(document):
        assert_stands_in(document, passage)


def test_no_word_of_the_business_is_lost() -> None:
    business = f"41 THE BRIDGE\n\n{debate(1, 30)}"
    text = " ".join(passage.text for passage in minutes_of(business).passages)
    assert all(f"pier {n} " in text for n in range(1, 31))


def test_a_passage_is_of_about_a_hundred_words() -> None:
    passages = minutes_of(f"41 THE BRIDGE\n\n{debate(1, 30)}").passages
    sizes = [len(p.text.split()) for p in passages if "pier" in p.text]
    assert all(60 <= size <= MOST_WORDS for size in sizes[:-1])


def test_a_long_paragraph_is_parted_between_sentences() -> None:
    paragraph = "".join(SENTENCE.format(n) for n in range(1, 31)).strip()
    passages = [p for p in minutes_of(f"41 THE BRIDGE\n\n{paragraph}").passages if "pier" in p.text]
    assert len(passages) > 2
    assert all(p.text.startswith("Councillor") and p.text.endswith("worn.") for p in passages)


def test_a_decision_with_its_clauses_is_one_passage() -> None:
    clauses = "\n".join(
        f"({n}) that pier {n} of the bridge be mended by the spring;" for n in "abcdefgh"
    )
    business = f"41 THE BRIDGE\n\n{debate(1, 3)}\n\nRESOLVED:\n\n{clauses}\n\nCouncillor Fenn left."
    (decided,) = [p for p in minutes_of(business).passages if p.force is Force.RESOLVED]
    assert decided.text.startswith("RESOLVED:\n(a)")
    assert decided.text.endswith("the spring;")
    assert decided.text.count("that pier") == 8


def test_a_heading_that_begins_a_proposal_stays_in_its_passage() -> None:
    text = REPORT.replace(
        "The Cabinet is asked to agree that the bridge be mended.",
        "**Cabinet is recommended to**\n\n    (a) mend the bridge; and\n    (b) close the ford.",
    )
    assert passages_of(a_document(text))[-1].text.startswith("Cabinet is recommended to\n(a)")


def test_debate_has_the_force_of_debate() -> None:
    passages = minutes_of(
        f"41 THE BRIDGE\n\n{debate(1, 2)}\n\nRESOLVED that it be mended."
    ).passages
    assert [p.force for p in passages if "pier" in p.text] == [Force.DISCUSSED]


def test_a_paragraph_that_tells_and_decides_has_the_force_of_what_it_decides() -> None:
    business = (
        "41 THE BRIDGE\n\nRESOLVED that the bridge be mended. On 6 February 2024 the Cabinet "
        "agreed that the ford be closed."
    )
    assert minutes_of(business).passages[-1].force is Force.RESOLVED


def test_a_title_that_its_context_says_already_is_not_said_again() -> None:
    passage = minutes_of("41 THE BRIDGE\n\nThe bridge is old.").passages[-1]
    assert passage.item is not None
    assert passage.text == "The bridge is old."


def test_a_title_with_nothing_below_it_is_a_passage() -> None:
    assert minutes_of("41 THE BRIDGE").passages[-1].text == "41 THE BRIDGE"


def test_the_same_words_at_two_places_are_two_passages() -> None:
    text = MINUTES + "\n42 THE BRIDGE\n\nIt is old.\n\n43 THE FORD\n\nIt is old.\n"
    ids = [p.id for p in passages_of(a_document(text))]
    assert len(set(ids)) == len(ids)
