from dataclasses import replace
from pathlib import Path

from fakes import SharedWordsReranker, SubjectEmbedder

from assistant.batch import BatchQuestion
from assistant.evaluation.gold import Evidence, GoldQuestion
from assistant.settings import Settings
from benchmarks.baselines import (
    answer,
    baselines,
    best,
    embedding_scorer,
    fused_scorer,
    keyword_scorer,
    reranking_scorer,
)
from benchmarks.run import COLUMNS, question_sets, rows
from benchmarks.windows import windows
from corpus.documents import Document, Line

BUSES = Document("buses.txt", "text", (Line("one two bus", 1, 1), Line("stop four five", 2, 2)))
TRAMS = Document("trams.txt", "text", (Line("tram rails", 1, 1),))
SCHOOLS = Document("schools.txt", "text", (Line("school places", 1, 1),))
PAPERS = (BUSES, TRAMS, SCHOOLS)
QUESTION = GoldQuestion(
    asked=BatchQuestion("q", "And where?", "p"),
    standalone="where is the tram?",
    kind="fact",
    answerable=True,
    must_include=(("rails",),),
    must_not_include=(),
    evidence=(Evidence("trams.txt", None, 1, 1),),
    corrects_premise=False,
)


def test_windows_cut_a_document_without_a_gap_or_an_overlap() -> None:
    cut = windows([BUSES], words=4)
    assert [window.text for window in cut] == ["one two bus\nstop", "four five"]
    assert [(w.span.line_start, w.span.line_end) for w in cut] == [(1, 2), (2, 2)]


def test_an_empty_document_has_no_windows() -> None:
    assert windows([Document("empty.txt", "text", (Line("", 1, 1),))]) == []


def test_keywords_find_the_window_that_shares_words() -> None:
    cut = windows(PAPERS)
    scores = keyword_scorer(cut)("the TRAM rails")
    assert max(range(3), key=lambda number: scores[number]) == 1


def test_embeddings_find_the_window_that_is_near() -> None:
    cut = windows(PAPERS)
    scores = embedding_scorer(cut, SubjectEmbedder())("which school?")
    assert max(range(3), key=lambda number: scores[number]) == 2


def test_a_baseline_answers_with_its_first_window_to_the_question_made_whole() -> None:
    cut = windows(PAPERS)
    verdict = answer(QUESTION, cut, keyword_scorer(cut))
    assert verdict.right
    assert verdict.rank == 1
    assert verdict.given.text == "tram rails"


def test_a_baseline_tells_no_force() -> None:
    cut = windows(PAPERS)
    assert answer(QUESTION, cut, keyword_scorer(cut)).force_right is None


def test_fusing_puts_first_what_both_searches_put_high() -> None:
    scores = fused_scorer([lambda _: [3.0, 2.0, 1.0], lambda _: [1.0, 3.0, 2.0]])("which?")
    assert best(scores, 3) == [1, 0, 2]


def test_reranking_orders_the_best_of_a_search_and_reads_no_others() -> None:
    cut = windows([Document(f"{n:02}.txt", "text", (Line(f"bus {n}", 1, 1),)) for n in range(30)])
    reranker = SharedWordsReranker()
    scorer = reranking_scorer(cut, lambda _: [float(-n) for n in range(30)], reranker)
    assert best(scorer("bus 23"), 2) == [23, 0]
    assert reranker.read == [f"bus {n}" for n in range(24)]
    assert 29 not in best(scorer("bus 29"), 24)


def test_without_models_the_baseline_is_keywords_and_a_notice_says_so() -> None:
    notices: list[str] = []
    found = baselines(windows(PAPERS), Settings(Path("none"), "none", "none"), notices)
    assert list(found) == ["BM25"]
    assert len(notices) == 1


def test_a_set_in_halves_has_a_row_for_each() -> None:
    cut = windows(PAPERS)
    halves = [replace(QUESTION, split=split) for split in ("dev", "test", "test")]
    told = list(rows("BM25", [answer(each, cut, keyword_scorer(cut)) for each in halves]))
    names = ["BM25", "BM25: looked at (1)", "BM25: never looked at (2)"]
    assert [line.split(" | ")[0].removeprefix("| ") for line in told] == names
    assert all(line.count("|") == len(COLUMNS) + 2 for line in told)
    verdict = answer(QUESTION, cut, keyword_scorer(cut))
    assert len(list(rows("BM25", [verdict]))) == 1


def test_the_held_out_set_is_asked_only_where_it_is_wanted() -> None:
    asked = [each.name for each in question_sets(Path("papers"), False)]
    assert asked == ["sample library", "shared papers"]
    assert [each.name for each in question_sets(Path("papers"), True)] == [*asked, "Kent"]
