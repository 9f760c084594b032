"""Fusion and the one search over words and meaning."""

import math
from pathlib import Path

import pytest
from fakes import SharedWordsReranker, SubjectEmbedder, a_meeting, a_paper, a_passage

from corpus.filters import NO_FILTERS, Filters
from corpus.papers import Force, Item, Passage
from index.fusion import reciprocal_rank_fusion
from index.hits import Hit
from index.hybrid import HybridSearcher
from index.keywords import KeywordSearcher
from index.storage import open_index, write_index

COPIED = "The Director explained that " + "pupils at the school would travel by bus, " * 5


class Listed:
    """A Searcher that finds the same passages for every query, in the order given."""

    def __init__(self, *passages: Passage) -> None:
        self.passages = passages

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        admitted = [each for each in self.passages if filters.admit(each.paper)]
        return [Hit(passage, -float(rank)) for rank, passage in enumerate(admitted[:k])]


def ids(hits: list[Hit]) -> list[str]:
    return [hit.passage.id for hit in hits]


def test_fusion_adds_reciprocal_ranks() -> None:
    assert reciprocal_rank_fusion([["a", "b"], ["b", "c"]], k=60) == [
        ("b", 1 / 62 + 1 / 61),
        ("a", 1 / 61),
        ("c", 1 / 62),
    ]


def test_fusion_breaks_ties_by_id() -> None:
    assert [name for name, _ in reciprocal_rank_fusion([["b"], ["a"]])] == ["a", "b"]


def test_fusion_of_nothing_is_nothing() -> None:
    assert reciprocal_rank_fusion([]) == reciprocal_rank_fusion([[], []]) == []


def test_words_alone_are_enough() -> None:
    passages = [a_passage("A new school."), a_passage("Roads.")]
    searcher = HybridSearcher(None, KeywordSearcher(passages), None)
    assert ids(searcher.search("schools", 5, NO_FILTERS)) == ["A new school."]
    assert searcher.search("submarines", 5, NO_FILTERS) == []


def test_an_empty_library_finds_nothing() -> None:
    searcher = HybridSearcher(None, KeywordSearcher([]), SharedWordsReranker())
    assert searcher.search("schools", 5, NO_FILTERS) == []


def test_what_both_searches_find_comes_first() -> None:
    a, b, c = (a_passage(name) for name in "abc")
    searcher = HybridSearcher(Listed(a, b), Listed(c, b), None)
    assert ids(searcher.search("x", 3, NO_FILTERS)) == ["b", "a", "c"]


def test_the_reranker_reads_passages_in_their_context_and_decides() -> None:
    first, second = a_passage("Trees."), a_passage("A bus for pupils.")
    reranker = SharedWordsReranker()
    hits = HybridSearcher(None, Listed(first, second), reranker).search("bus pupils", 2, NO_FILTERS)
    assert ids(hits) == ["A bus for pupils.", "Trees."]
    assert hits[0].score == pytest.approx(2 - math.log(2))  # two words shared, second before
    assert "Testshire Council · Cabinet · 19 March 2012 · minutes\nTrees." in reranker.read


def test_what_the_reranker_likes_as_well_stays_in_its_order() -> None:
    first, last = a_passage("A school.", "b"), a_passage("One school.", "a")
    searcher = HybridSearcher(None, Listed(first, last), SharedWordsReranker())
    assert ids(searcher.search("school", 2, NO_FILTERS)) == ["b", "a"]


def test_what_the_reranker_did_not_read_follows_in_its_order() -> None:
    passages = [a_passage(f"number {n}", f"{n:03}") for n in range(100)]
    reranker = SharedWordsReranker()
    hits = HybridSearcher(None, Listed(*passages), reranker).search("words", 100, NO_FILTERS)
    assert ids(hits) == [f"{n:03}" for n in range(100)]
    assert len(reranker.read) == 24
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_copies_are_shown_once_with_their_other_places() -> None:
    report = a_passage(COPIED, "report", a_paper(source="report.txt"))
    appendix = a_passage(COPIED.upper(), "appendix", a_paper(source="pack.txt"))
    other = a_passage("Trees.", "other")
    searcher = HybridSearcher(None, Listed(report, other, appendix), SharedWordsReranker())
    hits = searcher.search("school", 5, NO_FILTERS)
    assert ids(hits) == ["report", "other"]
    assert hits[0].also_in == (appendix,)


def test_copies_do_not_take_the_places_of_other_hits() -> None:
    copies = [a_passage(COPIED, f"copy {n}") for n in range(5)]
    searcher = HybridSearcher(None, Listed(*copies, a_passage("Trees.")), None)
    assert ids(searcher.search("school", 2, NO_FILTERS)) == ["copy 0", "Trees."]


@pytest.mark.parametrize("force", [Force.RESOLVED, Force.DISCUSSED])
def test_the_same_short_words_about_another_item_are_no_copy(force: Force) -> None:
    schools = a_passage("The report was noted.", "a", item=Item("7", "Schools"), force=force)
    roads = a_passage("The report was noted.", "b", item=Item("8", "Roads"), force=force)
    hits = HybridSearcher(None, Listed(schools, roads), None).search("x", 5, NO_FILTERS)
    assert ids(hits) == ["a", "b"]


def test_the_same_decision_of_another_meeting_is_no_copy() -> None:
    march = a_passage(COPIED, "a", force=Force.RESOLVED)
    other = a_paper(a_meeting(held_on=None))
    later = a_passage(COPIED, "b", other, force=Force.RESOLVED)
    hits = HybridSearcher(None, Listed(march, later), None).search("x", 5, NO_FILTERS)
    assert ids(hits) == ["a", "b"]


def test_minutes_printed_again_are_a_copy() -> None:
    first = a_passage("Noted.", "a", a_paper(source="a.txt"), Item("7", "Schools"))
    again = a_passage("Noted", "b", a_paper(source="b.txt"), Item("7", "SCHOOLS"))
    hits = HybridSearcher(None, Listed(first, again), None).search("x", 5, NO_FILTERS)
    assert ids(hits) == ["a"]


def test_ties_are_broken_by_id() -> None:
    a, b = a_passage("one", "a"), a_passage("two", "b")
    for reranker in (None, SharedWordsReranker()):
        hits = HybridSearcher(Listed(a, b), Listed(b, a), reranker).search("x", 5, NO_FILTERS)
        assert ids(hits) == ["a", "b"]


def test_all_hits_are_admitted_by_the_filters(tmp_path: Path) -> None:
    passages = [
        a_passage(f"school bus {source} {n}", paper=a_paper(source=source))
        for source in ("a.txt", "b.txt")
        for n in range(60)
    ]
    embedder = SubjectEmbedder()
    vectors = open_index(tmp_path, write_index(tmp_path, passages, embedder), passages, embedder)
    searcher = HybridSearcher(vectors, KeywordSearcher(passages), SharedWordsReranker())
    hits = searcher.search("school", 100, Filters(source="b.txt"))
    assert len(hits) == 60
    assert {hit.passage.paper.source for hit in hits} == {"b.txt"}


@pytest.mark.parametrize("k", [-1, 0])
def test_nothing_is_found_where_nothing_is_asked_for(k: int) -> None:
    assert HybridSearcher(None, Listed(a_passage("a")), None).search("a", k, NO_FILTERS) == []
