"""Search by words."""

import pytest
from fakes import a_meeting, a_paper, a_passage
from rank_bm25 import BM25Plus

from corpus.filters import NO_FILTERS, Filters
from corpus.papers import PaperKind, Passage
from corpus.text.words import words_of
from index.context import in_context
from index.keywords import K1, B, KeywordSearcher


def found(searcher: KeywordSearcher, query: str, filters: Filters = NO_FILTERS) -> list[str]:
    return [hit.passage.id for hit in searcher.search(query, 10, filters)]


def test_an_empty_library_finds_nothing() -> None:
    assert found(KeywordSearcher([]), "schools") == []


@pytest.mark.parametrize("others", [[], ["Roads and buses."]])
def test_a_match_is_found_in_a_library_of_one_or_two_passages(others: list[str]) -> None:
    passages = [a_passage(text) for text in ["A new school.", *others]]
    hits = KeywordSearcher(passages).search("schools", 10, NO_FILTERS)
    assert [hit.passage.text for hit in hits] == ["A new school."]
    assert hits[0].score > 0


def test_a_word_that_every_passage_holds_still_matches() -> None:
    passages = [a_passage("school one"), a_passage("school two"), a_passage("school three")]
    assert len(found(KeywordSearcher(passages), "school")) == 3


def test_no_matching_word_finds_nothing() -> None:
    searcher = KeywordSearcher([a_passage("A new school."), a_passage("Roads.")])
    assert found(searcher, "submarines") == []
    assert found(searcher, "what was the") == []
    assert found(searcher, "") == []


def test_a_passage_of_stop_words_alone_does_no_harm() -> None:
    paper = a_paper(a_meeting(None, None, None), title="")
    assert found(KeywordSearcher([a_passage("It was so.", paper=paper)]), "minutes") == [
        "It was so."
    ]
    assert found(KeywordSearcher([a_passage("It was so.", paper=paper)]), "schools") == []


def test_rarer_words_count_for_more() -> None:
    passages = [
        a_passage("school buildings", "common"),
        a_passage("school turbines", "rare"),
        a_passage("school buildings repaired", "other"),
    ]
    assert found(KeywordSearcher(passages), "buildings turbines")[0] == "rare"


def test_an_amount_is_found_however_it_is_written() -> None:
    assert found(KeywordSearcher([a_passage("a saving of £214,000", "x")]), "214000") == ["x"]


def test_the_title_of_the_paper_is_searched_too() -> None:
    report = a_paper(kind=PaperKind.REPORT, title="Review of bus passes")
    passage = a_passage("It was agreed.", paper=report)
    assert found(KeywordSearcher([passage]), "bus passes") == [passage.id]


def test_only_admitted_passages_are_found_and_as_many_as_asked_for() -> None:
    here, there = a_paper(source="here.txt"), a_paper(source="there.txt")
    passages = [a_passage(f"school school school {n}", paper=there) for n in range(20)]
    passages += [a_passage(f"a school among {n} other words", paper=here) for n in range(3)]
    hits = KeywordSearcher(passages).search("school", 3, Filters(source="here.txt"))
    assert [hit.passage.paper for hit in hits] == [here] * 3


def test_ties_are_broken_by_id_whatever_the_order_of_reading() -> None:
    passages: list[Passage] = [a_passage("a school", name) for name in ("c", "a", "b")]
    assert found(KeywordSearcher(passages), "school") == ["a", "b", "c"]
    assert found(KeywordSearcher(passages[::-1]), "school") == ["a", "b", "c"]


@pytest.mark.parametrize(("k", "count"), [(-1, 0), (0, 0), (2, 2), (100, 3)])
def test_never_more_than_k_hits(k: int, count: int) -> None:
    searcher = KeywordSearcher([a_passage(f"school {n}") for n in range(3)])
    assert len(searcher.search("school", k, NO_FILTERS)) == count


def test_scores_are_to_the_last_digit_those_of_rank_bm25() -> None:
    texts = [f"school {'roof ' * (n % 5)} bus {'fare ' * (n % 3)} number {n}" for n in range(60)]
    passages = [a_passage(text, f"{n:02}") for n, text in enumerate(texts)]
    every = BM25Plus([words_of(in_context(each)) for each in passages], k1=K1, b=B, delta=0)
    query = "school roofs and bus fares, fares"
    expected = every.get_batch_scores(words_of(query), list(range(60)))
    best = sorted(zip((p.id for p in passages), expected, strict=True), key=lambda s: (-s[1], s[0]))
    hits = KeywordSearcher(passages).search(query, 7, NO_FILTERS)
    assert [(hit.passage.id, hit.score) for hit in hits] == best[:7]


def test_passages_without_a_word_of_their_own_match_nothing() -> None:
    paper = a_paper(a_meeting(None, None, None), PaperKind.OTHER, title="")
    searcher = KeywordSearcher([a_passage("It was so.", paper=paper)])
    assert found(searcher, "schools") == []
    assert searcher.holders == {}


def test_how_many_passages_hold_a_word_is_counted_once_a_passage() -> None:
    searcher = KeywordSearcher([a_passage("bus, bus and bus"), a_passage("a bus stop")])
    assert (searcher.holders["bus"], searcher.holders["stop"]) == (2, 1)
