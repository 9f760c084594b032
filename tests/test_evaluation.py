import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tarnbrook import an_assistant

from assistant.batch import BatchQuestion
from assistant.evaluation.gold import Evidence, GoldQuestion, read_gold
from assistant.evaluation.grading import Given, Stated, Verdict, grade, normal
from assistant.evaluation.running import run
from assistant.evaluation.scores import score, to_text
from assistant.evaluation.verbatim import stands_in
from assistant.replies import Citation
from corpus.documents import Document, Line, Span
from corpus.errors import BadRequestError
from corpus.papers import Force, Meeting, Paper, PaperKind, PaperStatus, Passage, Run

FEE = GoldQuestion(
    asked=BatchQuestion("q1", "What is the fee?"),
    standalone="What is the fee?",
    kind="figure",
    answerable=True,
    must_include=(("£1,250",), ("a year", "annually")),
    must_not_include=(("£900",),),
    evidence=(Evidence("fees.txt", None, 10, 12),),
    corrects_premise=False,
)
UNKNOWN = replace(
    FEE, asked=BatchQuestion("q2", "Who objected?"), kind="trap", answerable=False, must_include=()
)


def lines(first: int, last: int, source: str = "fees.txt") -> Span:
    return Span(source, 0, 1, first, last, None)


def page(number: int, source: str) -> Span:
    return Span(source, 0, 1, None, None, number)


RIGHT = Given(
    answered=True,
    text="The fee is £1250 annually [1]",
    cited=(lines(12, 14),),
    found=(lines(1, 2), lines(10, 10)),
    seconds=0.5,
)


def test_a_right_answer_has_no_faults() -> None:
    assert grade(FEE, RIGHT).right


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (replace(RIGHT, answered=False), "not answered"),
        (replace(RIGHT, text="It is £1,250"), "lacks 'a year'"),
        (replace(RIGHT, text=RIGHT.text + ", once £900"), "says '£900'"),
        (replace(RIGHT, cited=(lines(13, 14),)), "no citation on the evidence"),
        (replace(RIGHT, cited=(lines(12, 14, "other.txt"),)), "no citation on the evidence"),
        (replace(RIGHT, text=RIGHT.text + " and" * 160), "166 words"),
    ],
)
def test_each_fault_of_an_answer_is_told(given: Given, fault: str) -> None:
    assert grade(FEE, given).faults == (fault,)


def test_a_list_may_be_twice_as_long() -> None:
    given = replace(RIGHT, text=RIGHT.text + " and" * 300)
    assert grade(replace(FEE, kind="summary"), given).right
    assert not grade(FEE, given).right


def test_the_unanswerable_must_be_refused() -> None:
    assert grade(UNKNOWN, RIGHT).faults == ("answered though the papers do not",)
    assert grade(UNKNOWN, replace(RIGHT, answered=False, cited=())).right


def test_a_refusal_may_not_say_what_is_wrong_either() -> None:
    refusal = replace(RIGHT, answered=False, text="Not recorded; perhaps £900")
    assert grade(UNKNOWN, refusal).faults == ("says '£900'",)


def test_correcting_a_false_premise_is_right() -> None:
    false_premise = replace(UNKNOWN, corrects_premise=True, must_include=(("no one",),))
    assert grade(false_premise, replace(RIGHT, text="No one objected.")).right
    assert not grade(false_premise, replace(RIGHT, text="The mayor.")).right


def test_evidence_on_a_page_is_met_there_alone() -> None:
    evidence = Evidence("a/pack.pdf", 4, None, None)
    assert evidence.meets(page(4, "b/pack.pdf"))
    assert not evidence.meets(page(5, "b/pack.pdf"))
    assert not evidence.meets(lines(4, 4, "b/pack.pdf"))


def test_another_place_of_the_same_words_serves_as_evidence() -> None:
    evidence = Evidence("pack.pdf", 4, None, None, (Evidence("print.pdf", 1, None, None),))
    assert evidence.meets(page(1, "print.pdf"))


def test_case_markup_and_commas_in_numbers_do_not_matter() -> None:
    assert normal("The **Fee** – £1,250’s\n <u>due</u>") == "the fee - £1250's due"


def test_the_rank_is_that_of_the_first_passage_on_the_evidence() -> None:
    assert grade(FEE, RIGHT).rank == 2
    assert grade(FEE, replace(RIGHT, found=(lines(1, 2),))).rank == 0


NOTED = replace(FEE, force=Force.NOTED)


def stated(force: Force, *cited: Span) -> Given:
    return replace(RIGHT, stated=(Stated(force, cited),))


def test_words_of_the_evidence_must_have_their_force() -> None:
    assert grade(NOTED, stated(Force.NOTED, lines(12, 14))).force_right is True
    wrong = grade(NOTED, stated(Force.RESOLVED, lines(12, 14)))
    assert wrong.force_right is False
    assert wrong.faults == ("force is resolved, not noted",)


def test_the_force_of_words_beside_the_evidence_does_not_count() -> None:
    both = (Stated(Force.NOTED, (lines(40, 41),)), Stated(Force.LOST, (lines(12, 14),)))
    verdict = grade(NOTED, replace(RIGHT, stated=both))
    assert verdict.faults == ("force is lost, not noted",)


def test_where_a_set_names_no_evidence_any_words_may_have_the_force() -> None:
    anywhere = replace(NOTED, evidence=())
    assert grade(anywhere, stated(Force.NOTED, lines(40, 41))).force_right is True


@pytest.mark.parametrize(
    ("question", "given"),
    [
        (FEE, stated(Force.NOTED, lines(12, 14))),
        (NOTED, replace(stated(Force.LOST, lines(12, 14)), answered=False)),
        (NOTED, RIGHT),
    ],
    ids=["no force is named", "it was refused", "the system tells no forces"],
)
def test_a_force_that_cannot_be_judged_is_neither_right_nor_wrong(
    question: GoldQuestion, given: Given
) -> None:
    verdict = grade(question, given)
    assert verdict.force_right is None
    assert not any("force" in fault for fault in verdict.faults)


def test_the_assistant_tells_the_force_of_what_it_cites(tmp_path: Path) -> None:
    asked = BatchQuestion("q", "What was resolved about market stall fees?")
    evidence = (Evidence("2024-07-09-cabinet-minutes.txt", None, 24, 24),)
    question = replace(FEE, asked=asked, must_include=(("£12",),), evidence=evidence)
    assistant = an_assistant(tmp_path)
    (verdict,) = run(assistant, [replace(question, force=Force.RESOLVED)])
    assert verdict.right
    assert verdict.force_right is True
    (verdict,) = run(assistant, [replace(question, force=Force.LOST)])
    assert verdict.faults == ("force is resolved, not lost",)


def verdicts() -> Sequence[Verdict]:
    wrong = replace(RIGHT, answered=False, seconds=1.5, verbatim=(True, False))
    return [grade(FEE, RIGHT), grade(FEE, wrong), grade(UNKNOWN, RIGHT)]


def test_scores_are_shares_of_what_they_are_about() -> None:
    figures = score(verdicts()).figures
    assert figures.questions == 3
    assert figures.accuracy == pytest.approx(1 / 3)
    assert (figures.answered, figures.answerable_right) == (0.5, 0.5)
    assert (figures.refused_rightly, figures.refused_wrongly) == (0.0, 0.5)
    assert (figures.citations_right, figures.evidence_cited) == (1.0, 1.0)
    assert figures.median_words == 6
    assert figures.verbatim == 0.5
    assert (figures.hit_at_1, figures.hit_at_5, figures.hit_at_10) == (0.0, 1.0, 1.0)
    assert figures.median_seconds == 0.5
    assert (figures.p95_seconds, figures.slowest_seconds) == (1.5, 1.5)


def test_citations_are_counted_one_by_one_and_questions_once() -> None:
    given = replace(RIGHT, cited=(lines(12, 14), lines(40, 41), lines(50, 51)))
    figures = score([grade(FEE, given), grade(FEE, replace(RIGHT, cited=()))]).figures
    assert figures.citations_right == pytest.approx(1 / 3)
    assert figures.evidence_cited == 0.5


def test_the_share_of_right_forces_is_of_those_that_can_be_judged() -> None:
    right, wrong = stated(Force.NOTED, lines(12, 14)), stated(Force.LOST, lines(12, 14))
    assert score([grade(NOTED, right), grade(NOTED, wrong)]).figures.force_right == 0.5
    assert score([grade(FEE, right)]).figures.force_right is None


def test_a_share_of_nothing_is_not_a_number() -> None:
    figures = score([grade(FEE, RIGHT)]).figures
    assert figures.refused_rightly is None
    assert figures.verbatim is None


def test_scores_tell_each_kind_and_each_failure() -> None:
    told = to_text(score(verdicts()))
    assert "figure         1 of 2" in told
    assert "trap           0 of 1" in told
    assert "q2 (trap) Who objected?\n  answered though the papers do not" in told


def gold_line(**changes: object) -> str:
    fields = {
        "id": "q1",
        "question": "What is the fee?",
        "kind": "figure",
        "answerable": True,
        "must_include": ["£1,250", ["a year", "annually"]],
        "must_not_include": ["£900"],
        "evidence": [{"file": "fees.txt", "line_start": 10, "line_end": 12, "quote": "…"}],
        "follow_up_of": None,
    }
    return json.dumps(fields | changes)


def test_a_question_set_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(gold_line() + "\n\n")
    assert read_gold(path) == [FEE]


def test_force_and_split_of_a_question_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(gold_line(force="noted", split="dev"))
    assert read_gold(path) == [replace(FEE, force=Force.NOTED, split="dev")]


def test_alternative_evidence_serves_as_well(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(gold_line(alt_evidence=[{"file": "other.pdf", "page": 2}]))
    (question,) = read_gold(path)
    assert question.evidence[1] == Evidence("other.pdf", 2, None, None)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"answerable": "perhaps"}, "line 1: answerable"),
        ({"evidence": "fees.txt"}, "line 1: evidence"),
        ({"force": "shouted"}, "line 1: no force 'shouted' is known. Give one of resolved, "),
        ({"evidence": [{"page": 1}]}, "line 1: evidence"),
        ({"evidence": [{"file": "a", "page": "one"}]}, "line 1: page"),
    ],
)
def test_a_bad_line_of_a_question_set_is_named(
    tmp_path: Path, changes: dict[str, object], fault: str
) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(gold_line(**changes))
    with pytest.raises(BadRequestError, match=fault):
        read_gold(path)


def test_an_empty_question_set_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n")
    with pytest.raises(BadRequestError, match="holds no questions"):
        read_gold(path)


DOCUMENT = Document(
    "minutes.txt",
    "text",
    (
        Line("It was **resolved** that the", 1, 1),
        Line("", 2, 2),
        Line("fee be raised.", 3, 3),
        Line("Elsewhere.", 4, 4),
    ),
)


def quoted(quote: str, first: int, last: int) -> Citation:
    span = Span("minutes.txt", 0, 1, first, last, None)
    meeting = Meeting("Sampleton Council", "Cabinet", date(2024, 3, 19))
    paper = Paper("p", "minutes.txt", PaperKind.MINUTES, "", meeting, PaperStatus.UNKNOWN, span)
    passage = Passage("q", paper, None, (), quote, Force.RESOLVED, span, (Run(0, 0),))
    return Citation(1, passage, quote, span)


def test_a_quote_over_a_page_break_stands_in_its_lines() -> None:
    assert stands_in(quoted("resolved that the fee be raised.", 1, 3), DOCUMENT)


def test_a_quote_that_stands_elsewhere_does_not_stand_in_its_lines() -> None:
    assert not stands_in(quoted("Elsewhere.", 1, 3), DOCUMENT)


def test_a_quote_that_was_changed_stands_nowhere() -> None:
    assert not stands_in(quoted("resolved that the fees be raised.", 1, 4), DOCUMENT)
