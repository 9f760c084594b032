import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from tarnbrook import PAPERS, an_assistant

from assistant.answering import Assistant
from assistant.takeaway.extracts import Extract, extract_of
from assistant.takeaway.word import to_word
from corpus.documents import Origin

DAY = date(2025, 3, 3)
STALLS = "What was resolved about market stall fees?"
RENTS = "What was resolved about allotment rents?"
SAUCERS = "What was resolved about flying saucers?"


@pytest.fixture(scope="module")
def tarnbrook(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"), PAPERS)


def extract(assistant: Assistant, *asked: str) -> Extract:
    return extract_of(assistant, [assistant.ask(each) for each in asked], DAY)


def opened(extract: Extract) -> Document:
    return docx.Document(io.BytesIO(to_word(extract)))


def with_words(extract: Extract, words: str) -> Extract:
    """The extract with other words in its first quote."""
    turn = extract.turns[0]
    said = turn.said[0]
    quote = replace(said.quotes[0], words=words)
    turn = replace(turn, said=(replace(said, quotes=(quote,)), *turn.said[1:]))
    return replace(extract, turns=(turn,))


def styled(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == style]


def test_the_title_stands_in_the_text_and_in_the_properties(tarnbrook: Assistant) -> None:
    document = opened(extract(tarnbrook, STALLS))
    assert styled(document, "Title") == [STALLS]
    assert document.core_properties.title == STALLS


def test_the_document_is_in_british_english(tarnbrook: Assistant) -> None:
    document = opened(extract(tarnbrook, STALLS))
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    assert document.core_properties.language == "en-GB"


def test_quotes_have_a_style_of_their_own_and_force_stands_before_them(
    tarnbrook: Assistant,
) -> None:
    document = opened(extract(tarnbrook, STALLS))
    assert styled(document, "Quote") == [
        "“RESOLVED – That the fee for a market stall be reduced to £12 a day.” [1]"
    ]
    assert "Resolved – Cabinet, 9 July 2024, minute 51/24" in styled(document, "Normal")


def test_sources_are_a_list_whose_numbers_are_the_marks(tarnbrook: Assistant) -> None:
    document = opened(extract(tarnbrook, RENTS, STALLS))
    listed = [each for each in document.paragraphs if each.style.name == "List Number"]
    lists = [each._p.pPr.numPr.numId.val for each in listed]
    assert len(set(lists)) == 2
    assert lists == sorted(lists)
    numbering = document.part.numbering_part.element
    starts = [each.get(qn("w:val")) for each in numbering.iter(qn("w:startOverride"))]
    assert starts == ["1", "1"]
    assert listed[-1].text.startswith("Tarnbrook Council, Cabinet, minutes of 9 July 2024")


def test_each_question_of_a_conversation_is_a_heading(tarnbrook: Assistant) -> None:
    document = opened(extract(tarnbrook, RENTS, STALLS))
    assert styled(document, "Heading 1") == [RENTS, STALLS]
    assert styled(document, "Heading 2").count("Sources") == 2


def test_nothing_is_laid_out_by_tables(tarnbrook: Assistant) -> None:
    assert opened(extract(tarnbrook, RENTS)).tables == []


def test_a_refusal_has_no_quotes_and_is_a_heading(tarnbrook: Assistant) -> None:
    document = opened(extract(tarnbrook, SAUCERS))
    assert "Not recorded in these papers" in styled(document, "Heading 1")
    assert styled(document, "Quote") == []


def test_what_later_decisions_did_stands_in_the_document(tarnbrook: Assistant) -> None:
    text = "\n".join(each.text for each in opened(extract(tarnbrook, RENTS)).paragraphs)
    assert "later referred back on 16 April 2024" in text
    assert "Later: referred back (Scrutiny Committee, 16 April 2024, minute 10/24)" in text


def test_a_known_address_is_a_link(tarnbrook: Assistant) -> None:
    copied = extract(tarnbrook, STALLS)
    (source,) = copied.turns[0].sources
    passage = source.citation.passage
    origin = Origin("https://democracy.tarnbrook.example/stalls.pdf")
    paper = replace(passage.paper, origin=origin)
    citation = replace(source.citation, passage=replace(passage, paper=paper))
    turn = replace(copied.turns[0], sources=(replace(source, citation=citation),))
    document = opened(replace(copied, turns=(turn,)))
    links = [each.address for p in document.paragraphs for each in p.hyperlinks]
    assert links == ["https://democracy.tarnbrook.example/stalls.pdf"]


def test_the_same_extract_gives_the_same_bytes(tarnbrook: Assistant) -> None:
    copied = extract(tarnbrook, RENTS, STALLS)
    assert to_word(copied) == to_word(copied)


def test_the_document_bears_no_date_but_the_one_it_was_given(tarnbrook: Assistant) -> None:
    made = to_word(extract(tarnbrook, STALLS))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2025, 3, 3, 0, 0, 0)}
    told = docx.Document(io.BytesIO(made)).core_properties
    assert told.created is not None
    assert told.created.date() == DAY
    assert told.modified == told.created


@pytest.mark.parametrize("words", ["5 < 6 & *7* _8_ $9", "a\tb\nc", "Owain ap Llŷr – “sic”"])
def test_odd_signs_stand_in_the_document_as_in_the_paper(tarnbrook: Assistant, words: str) -> None:
    document = opened(with_words(extract(tarnbrook, STALLS), words))
    assert styled(document, "Quote") == [f"{words} [1]"]


def test_signs_that_word_cannot_hold_do_not_lose_the_document(tarnbrook: Assistant) -> None:
    document = opened(with_words(extract(tarnbrook, STALLS), "a\x0bb\x00c\ufffe"))
    assert styled(document, "Quote") == ["a\ufffdb\ufffdc\ufffd [1]"]


def test_a_very_long_question_makes_a_document(tarnbrook: Assistant) -> None:
    document = opened(extract(tarnbrook, STALLS + " Please" * 250))
    assert len(document.core_properties.title) <= 255


def test_what_is_not_for_the_public_says_so_on_every_page(tarnbrook: Assistant) -> None:
    marked = replace(extract(tarnbrook, STALLS), marking="This may hold exempt papers.")
    document = opened(marked)
    assert document.sections[0].header.paragraphs[0].text == "This may hold exempt papers."
    assert styled(document, "Intense Quote") == ["This may hold exempt papers."]
