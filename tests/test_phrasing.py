"""Points become statements: a lead-in, then the record's words and their marks."""

from dataclasses import replace
from datetime import date

import pytest
from fakes import a_meeting, a_paper, a_passage
from tarnbrook import an_assistant

from assistant.answering import Assistant
from assistant.answers.phrasing import Citations, lead_in_of, statements
from assistant.answers.points import Point
from assistant.evidence.quoting import Quotable
from assistant.replies import Citation, Statement
from corpus.papers import Force, Item, Paper, PaperKind, PaperStatus, Passage

FORD = Item("41", "THE FORD")


def of(paper: Paper, force: Force, item: Item | None = FORD) -> Passage:
    return a_passage("that the ford be closed", paper=paper, item=item, force=force)


def lead_in(force: Force, *, with_title: bool = False) -> str:
    return lead_in_of(of(a_paper(), force), force, with_title=with_title)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook"))


def whole(passage: Passage) -> Quotable:
    return Quotable(passage, 0, len(passage.text))


def passage_of(assistant: Assistant, words: str) -> Passage:
    return next(p for p in assistant.holdings.passages if words in p.text)


@pytest.mark.parametrize(
    ("force", "text"),
    [
        (Force.RESOLVED, "Resolved, Cabinet, 19 March 2012, minute 41"),
        (Force.NOTED, "Resolved only to note, Cabinet, 19 March 2012, minute 41"),
        (Force.RECOMMENDED, "Recommended to another body, Cabinet, 19 March 2012, minute 41"),
        (Force.LOST, "Lost, not decided, Cabinet, 19 March 2012, minute 41"),
        (Force.DEFERRED, "Deferred, not decided, Cabinet, 19 March 2012, minute 41"),
        (Force.REPORTED, "Reported in passing (minutes, Cabinet, 19 March 2012, minute 41)"),
        (Force.DISCUSSED, "Minutes, Cabinet, 19 March 2012, minute 41"),
    ],
)
def test_a_lead_in_says_force_body_date_and_minute(force: Force, text: str) -> None:
    assert lead_in(force) == text


def test_a_lead_in_names_the_title_where_it_is_needed() -> None:
    assert lead_in(Force.RESOLVED, with_title=True).endswith(", minute 41 THE FORD")


def test_a_report_has_items_and_only_proposes() -> None:
    report = a_paper(kind=PaperKind.REPORT)
    assert lead_in_of(of(report, Force.PROPOSED), Force.PROPOSED) == (
        "Proposed, not a decision (report, Cabinet, 19 March 2012, item 41)"
    )


def test_draft_minutes_are_said_to_be_a_draft() -> None:
    draft = replace(a_paper(), status=PaperStatus.DRAFT)
    assert lead_in_of(of(draft, Force.RESOLVED), Force.RESOLVED).endswith(", minute 41, draft")


def test_what_is_not_known_of_a_meeting_is_left_out() -> None:
    unknown = a_paper(a_meeting(None, None, None), PaperKind.OTHER)
    assert lead_in_of(of(unknown, Force.DISCUSSED, None), Force.DISCUSSED) == "Paper"
    dated = a_paper(a_meeting(None, None, date(2024, 7, 9)))
    assert lead_in_of(of(dated, Force.RESOLVED, None), Force.RESOLVED) == "Resolved, 9 July 2024"


def test_what_was_said_of_a_place_is_not_said_again(assistant: Assistant) -> None:
    passage = passage_of(assistant, "There were 212 people")
    parts = (Quotable(passage, 0, 7), Quotable(passage, 8, 18))
    points = [Point(Force.DISCUSSED, (part,)) for part in parts]
    first, second = statements(points, Citations(assistant.library, {}), {})
    assert first.text == f"Minutes, Cabinet, 12 March 2024, minute 42/24: “{parts[0].text}”"
    assert second.text == f"“{parts[1].text}”"


def test_words_are_cited_once_however_often_they_are_used(assistant: Assistant) -> None:
    passages = assistant.holdings.passages[:2]
    citations = Citations(assistant.library, {passages[0].id: (passages[1],)})
    first, second, again = (citations.cite(whole(passages[n])) for n in (0, 1, 0))
    assert (first.number, second.number) == (1, 2)
    assert again is first
    assert citations.made == (first, second)
    assert (first.also_in, second.also_in) == ((passages[1].span,), ())


def test_a_statement_without_a_citation_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="without a citation"):
        Statement("The ford is closed.", Force.RESOLVED, ())


def test_a_citation_of_words_that_its_passage_has_not_cannot_be_made() -> None:
    passage = a_passage("that the ford\nbe closed")
    assert Citation(1, passage, "the ford be closed", passage.span).number == 1
    for quote in ("the ford be opened", ""):
        with pytest.raises(ValueError, match=r"not in a\.txt"):
            Citation(1, passage, quote, passage.span)
