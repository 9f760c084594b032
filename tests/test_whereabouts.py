"""Passages are looked up by file, paper and minute; people by paper and name."""

import pytest
from tarnbrook import an_assistant

from assistant.holdings import Holdings
from corpus.documents import Span
from corpus.papers import Passage


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    return an_assistant(tmp_path_factory.mktemp("tarnbrook")).holdings


def sought(held: Holdings, span: Span) -> Passage | None:
    """The passage at ``span``, by looking at every passage."""
    inside = [
        passage
        for passage in held.passages
        if passage.span.source == span.source
        and passage.span.start < span.end
        and span.start < passage.span.end
    ]
    first = inside[0] if inside else None
    return next((p for p in inside if p.span.start <= span.start), first)


def test_the_place_of_every_decision_and_person_is_found_as_by_searching(held: Holdings) -> None:
    for each in (*held.decisions, *held.appearances):
        assert held.where.at(each.span) is sought(held, each.span)


def test_no_passage_stands_in_a_file_that_is_not_held(held: Holdings) -> None:
    assert held.where.at(Span("elsewhere.txt", 0, 10, 1, 1, None)) is None


def test_the_passages_of_a_minute_are_those_of_its_paper_and_item(held: Holdings) -> None:
    for paper, item in {(passage.paper, passage.item) for passage in held.passages}:
        of_minute = [p for p in held.passages if p.paper.id == paper.id and p.item == item]
        assert list(held.where.in_minute(paper, item)) == of_minute


def test_papers_follow_one_another_as_their_passages_and_people_do(held: Holdings) -> None:
    passages = [each for paper in held.papers for each in held.where.in_paper(paper)]
    people = [each for paper in held.papers for each in held.where.people_in(paper)]
    assert passages == list(held.passages)
    assert people == list(held.appearances)


def test_people_are_found_by_any_part_of_their_name(held: Holdings) -> None:
    assert {a.person.name for a in held.where.called("quill")} == {"Ada Quill", "Quill"}
    assert list(held.where.called("nobody")) == []
