from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from drawn import drawn, written
from fakes import a_paper, a_passage
from markdown_it import MarkdownIt
from tarnbrook import HEAD, PAPERS, an_assistant, told

from assistant.answering import Assistant
from assistant.conversation import NEW_CONVERSATION
from assistant.filing.adding import add_papers
from assistant.opening import open_assistant
from assistant.replies import Citation
from assistant.settings import Settings
from assistant.takeaway.extracts import MOST_TURNS, Extract, extract_of
from assistant.takeaway.sources import source_of
from assistant.takeaway.texts import (
    citation_to_markdown,
    citation_to_text,
    to_markdown,
    to_text,
)
from corpus.documents import Origin, Span
from corpus.errors import BadRequestError
from corpus.papers import Force

DAY = date(2025, 3, 3)
ODD = """PARKS COMMITTEE

Draft minutes of the meeting held on Tuesday 4 June 2024 at 2.00 pm in the Town Hall

7/24 TURNSTILES

RESOLVED – That

(1) a turnstile cost *no more* than $5_000 & <b>be</b> painted in `grey` #3; and

(2) the [old turnstile](elsewhere) be sold for £48 | or less.
"""


@pytest.fixture(scope="module")
def tarnbrook(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    papers = {**PAPERS, "2024-06-04-parks-minutes.txt": ODD}
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"), papers)


def extract(assistant: Assistant, *asked: str) -> Extract:
    return extract_of(assistant, [assistant.ask(each) for each in asked], DAY)


def shown(markdown: str) -> str:
    """The text that a reader of the Markdown sees, without its line breaks."""
    tokens = MarkdownIt().parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return " ".join("".join(child.content or " " for child in inline).split())


def test_a_copy_says_what_was_asked_and_when(tarnbrook: Assistant) -> None:
    text = to_text(extract(tarnbrook, "What was resolved about market stall fees?"))
    assert "Question: What was resolved about market stall fees?" in text
    assert "Asked on 3 March 2025" in text


def test_a_copy_holds_the_force_the_exact_words_and_the_reference(tarnbrook: Assistant) -> None:
    text = to_text(extract(tarnbrook, "What was resolved about market stall fees?"))
    assert "Resolved – Cabinet, 9 July 2024, minute 51/24" in text
    assert "“RESOLVED – That the fee for a market stall be reduced to £12 a day.” [1]" in text
    assert "[1] Tarnbrook Council, Cabinet, minutes of 9 July 2024, minute 51/24" in text


def test_what_later_decisions_did_goes_with_the_copy(tarnbrook: Assistant) -> None:
    text = to_text(extract(tarnbrook, "What was resolved about allotment rents?"))
    assert "later referred back on 16 April 2024" in text
    assert "Later: referred back (Scrutiny Committee, 16 April 2024, minute 10/24)" in text


def test_a_lost_amendment_is_told_as_lost(tarnbrook: Assistant) -> None:
    text = to_text(extract(tarnbrook, "Which amendments were lost?"))
    assert "Lost, not carried – " in text


def test_a_recommendation_is_not_told_as_a_decision(tarnbrook: Assistant) -> None:
    text = to_text(extract(tarnbrook, "What was recommended about the ice rink?"))
    assert "Proposed, not decided – " in text
    assert "Resolved –" not in text


def test_a_refusal_is_copied_as_a_refusal(tarnbrook: Assistant) -> None:
    refused = extract(tarnbrook, "What was resolved about flying saucers?")
    assert "Not recorded in these papers" in to_text(refused)
    assert "**Not recorded in these papers**" in to_markdown(refused)
    assert "Answered in the papers’ own words" not in to_text(refused)
    assert not refused.turns[0].said


def test_near_passages_of_a_refusal_are_marked_as_no_answer(tarnbrook: Assistant) -> None:
    text = to_text(extract(tarnbrook, "What was resolved about the ice rink?"))
    assert "These passages do not answer the question:" in text
    assert "Where the nearest passages stand" in text
    assert "\nSources\n" not in text


def test_draft_minutes_are_copied_as_draft(tarnbrook: Assistant) -> None:
    text = to_text(extract(tarnbrook, "What was resolved about turnstiles?"))
    assert "minute 7/24, draft" in text
    assert "draft minutes of 4 June 2024" in text


def test_a_follow_up_is_copied_with_how_it_was_understood(tarnbrook: Assistant) -> None:
    reply = told(tarnbrook, "What was resolved about market stall fees?", "When?")
    text = to_text(extract_of(tarnbrook, [reply], DAY))
    assert "Question: When?" in text
    assert "Understood as:" in text


def test_what_the_search_was_narrowed_to_is_told(tarnbrook: Assistant) -> None:
    text = to_text(extract(tarnbrook, "What did Cabinet resolve about allotment rents in March?"))
    assert "Looked only at: Cabinet" in text


def test_what_the_assistant_must_tell_goes_with_every_copy(tarnbrook: Assistant) -> None:
    copied = extract(tarnbrook, "What was resolved about market stall fees?")
    assert tarnbrook.notices
    for notice in tarnbrook.notices:
        assert notice in to_text(copied)
        assert notice in shown(to_markdown(copied))


def test_odd_signs_are_shown_in_markdown_as_they_stand(tarnbrook: Assistant) -> None:
    markdown = to_markdown(extract(tarnbrook, "What was resolved about turnstiles?"))
    quote = extract(tarnbrook, "What was resolved about turnstiles?").turns[0].said[0].quotes[0]
    assert "$5_000 &" in quote.words
    assert " ".join(quote.words.split()) in shown(markdown)


def test_quotes_are_block_quotes_in_markdown(tarnbrook: Assistant) -> None:
    markdown = to_markdown(extract(tarnbrook, "What was resolved about turnstiles?"))
    tokens = [token.type for token in MarkdownIt().parse(markdown)]
    assert "blockquote_open" in tokens
    assert "link_open" not in tokens


def test_an_address_is_a_link_in_markdown_and_text(tarnbrook: Assistant) -> None:
    origin = Origin("https://democracy.tarnbrook.example/stalls (1).pdf")
    copied = extract(tarnbrook, "What was resolved about market stall fees?")
    (source,) = copied.turns[0].sources
    passage = replace(source.citation.passage, paper=replace(a_paper(), origin=origin))
    published = replace(source, citation=replace(source.citation, passage=passage))
    turn = replace(copied.turns[0], sources=(published,))
    assert published.address in to_text(replace(copied, turns=(turn,)))
    address = Origin("https://democracy.tarnbrook.example/stalls.pdf")
    passage = replace(passage, paper=replace(a_paper(), origin=address))
    published = replace(source, citation=replace(source.citation, passage=passage))
    turn = replace(copied.turns[0], sources=(published,))
    assert f"<{address.address}>" in to_markdown(replace(copied, turns=(turn,)))


def test_a_conversation_is_copied_question_by_question(tarnbrook: Assistant) -> None:
    conversation = NEW_CONVERSATION
    for asked in ("What was resolved about market stall fees?", "Who moved it?"):
        conversation = conversation.after(tarnbrook.ask(asked, conversation))
    copied = extract_of(tarnbrook, conversation.replies, DAY)
    assert copied.title == "2 questions to council papers"
    text = to_text(copied)
    assert text.index("Question 1: What was resolved") < text.index("Question 2: Who moved it?")
    assert to_markdown(copied).count("\n## ") == 2


def test_nothing_asked_cannot_be_taken_away(tarnbrook: Assistant) -> None:
    with pytest.raises(BadRequestError, match="Nothing has been asked"):
        extract_of(tarnbrook, [], DAY)


def test_a_conversation_without_end_is_refused(tarnbrook: Assistant) -> None:
    reply = tarnbrook.ask("What was resolved about market stall fees?")
    with pytest.raises(BadRequestError, match="at most 200"):
        extract_of(tarnbrook, [reply] * (MOST_TURNS + 1), DAY)


def test_a_clause_is_cited_with_its_number(tarnbrook: Assistant) -> None:
    citation = _citation(tarnbrook, "(2) the allotment waiting list be published every month.")
    source = source_of(citation, Force.RESOLVED, tarnbrook.holdings)
    assert source.clause == "(2)"
    assert source.coordinates.startswith("Cabinet, 12 March 2024, minute 42/24(2), line")


def test_one_citation_is_copied_with_its_words_its_force_and_its_fate(
    tarnbrook: Assistant,
) -> None:
    citation = _citation(tarnbrook, "(2) the allotment waiting list be published every month.")
    copied = citation_to_text(source_of(citation, Force.RESOLVED, tarnbrook.holdings))
    assert copied.startswith(
        "“(2) the allotment waiting list be published every month.” (Resolved:"
    )
    assert "minutes of 12 March 2024, minute 42/24(2) (ALLOTMENT RENTS)" in copied
    assert "Later: referred back (Scrutiny Committee, 16 April 2024, minute 10/24)" in copied


def test_one_citation_is_copied_as_markdown_with_its_signs(tarnbrook: Assistant) -> None:
    citation = _citation(tarnbrook, "(2) the allotment waiting list be published every month.")
    source = source_of(citation, Force.RESOLVED, tarnbrook.holdings)
    assert shown(citation_to_markdown(source)) == citation_to_text(source)


def test_words_from_a_scan_are_copied_with_how_sure_they_are(tarnbrook: Assistant) -> None:
    passage = a_passage("The pier is 40 feet long.")
    span = Span("a.pdf", 0, 25, None, None, 2, confidence=87)
    source = source_of(Citation(1, passage, passage.text, span), passage.force, tarnbrook.holdings)
    copied = citation_to_text(source)
    assert "page 2 of a.pdf (read from a scan)" in copied
    assert "87 % sure: compare them with the page" in copied


def test_words_over_two_pages_are_copied_with_both(tmp_path: Path) -> None:
    head = ("TARNBROOK COUNCIL", "", "CABINET", "")
    drawn(
        tmp_path / "ferry.pdf",
        written(
            *head,
            "Minutes of the meeting held on Tuesday 16 April 2024 at 2.00 pm in the Town Hall",
            "",
            "47/24 FERRY REPAIRS",
            "",
            "RESOLVED - That the ferry be repaired at a cost of £7,250 and that its hull",
        ),
        written("be painted green before the regatta.", "", "48/24 CLOSE", "", "It was noted."),
    )
    settings = Settings(tmp_path / "library", "none", "none")
    add_papers(settings, [tmp_path / "ferry.pdf"])
    text = to_text(extract(open_assistant(settings), "What was resolved about ferry repairs?"))
    assert "pages 1–2 of ferry.pdf" in text


def test_a_copy_of_an_exempt_library_is_marked(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    exempt = (
        "NOT FOR PUBLICATION by virtue of paragraph 3\n\n"
        + HEAD
        + PAPERS["2024-05-14-ice-rink-report.txt"]
    )
    (papers / "ice-rink-exempt.txt").write_text(exempt)
    settings = Settings(tmp_path / "library", "none", "none")
    add_papers(settings, [papers], with_exempt=True)
    copied = extract(open_assistant(settings), "How many people used the ice rink?")
    assert to_text(copied).startswith("This library may hold exempt papers")
    assert "EXEMPT, not for the public" in to_text(copied)
    assert to_markdown(copied).startswith("**This library may hold exempt papers")


def _citation(assistant: Assistant, words: str) -> Citation:
    passage = next(each for each in assistant.holdings.passages if words in each.text)
    start = assistant.library.document(passage.span.source).text.index(words)
    document = assistant.library.document(passage.span.source)
    return Citation(1, passage, words, document.span(start, start + len(words)))
