from fakes import SubjectEmbedder

from assistant.batch import BatchQuestion
from assistant.evaluation.gold import Evidence, GoldQuestion
from benchmarks.windows import answer, embedding_scorer, keyword_scorer, windows
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
