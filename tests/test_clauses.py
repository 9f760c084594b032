from dataclasses import replace

import pytest
from fakes import a_paper, a_passage

from assistant.record.clauses import clause_of, decisions_at
from assistant.replies import Citation
from corpus.documents import Span
from corpus.papers import Clause, Decision, Force

RENTS = (
    "RESOLVED – That",
    ("(1)", "the rent be £48; and"),
    ("(2)", "the list be published."),
)
NESTED = (
    "RESOLVED to:",
    ("1.", "ask officers to"),
    ("a)", "write to tenants; and"),
    ("b)", "write to neighbours;"),
    ("2.", "report back."),
)


def decided(lead: str, *clauses: tuple[str, str]) -> Decision:
    words = "\n".join((lead, *(" ".join(clause).strip() for clause in clauses)))
    paper = a_paper()
    return Decision(
        id="d",
        paper=paper,
        item=None,
        force=Force.RESOLVED,
        words=words,
        clauses=tuple(Clause(*clause) for clause in clauses),
        subject=None,
        span=Span(paper.source, 0, len(words), 1, 1, None),
    )


def quoting(decision: Decision, quote: str) -> Citation:
    passage = a_passage(decision.words, paper=decision.paper)
    return Citation(1, passage, quote, decision.span)


def clause(decision: Decision, quote: str) -> str:
    return clause_of([decision], quoting(decision, quote))


def test_a_clause_quoted_alone_is_named() -> None:
    assert clause(decided(*RENTS), "the list be published.") == "(2)"
    assert clause(decided(*RENTS), "(1) the rent be £48; and") == "(1)"


def test_a_whole_decision_is_cited_by_its_minute_alone() -> None:
    decision = decided(*RENTS)
    assert clause(decision, decision.words) == ""


def test_the_words_above_the_clauses_stand_in_none() -> None:
    assert clause(decided(*RENTS), "RESOLVED – That") == ""


def test_line_breaks_and_gaps_do_not_hide_a_clause() -> None:
    decision = decided(*RENTS)
    assert clause(decision, "the  list be\npublished.") == "(2)"


def test_a_clause_within_a_clause_is_named_by_both() -> None:
    assert clause(decided(*NESTED), "write to neighbours;") == "(1)(b)"
    assert clause(decided(*NESTED), "report back.") == "(2)"


def test_a_clause_with_all_that_hangs_from_it_is_named_by_its_own_number() -> None:
    quote = "1. ask officers to\na) write to tenants; and\nb) write to neighbours;"
    assert clause(decided(*NESTED), quote) == "(1)"


def test_words_that_lead_to_a_part_of_a_clause_do_not_name_the_whole_clause() -> None:
    assert clause(decided(*NESTED), "1. ask officers to\na) write to tenants; and") == "(1)(a)"


def test_several_clauses_are_all_named() -> None:
    decision = decided("RESOLVED –", *((f"({n})", f"thing {n} be done.") for n in (1, 2, 3)))
    quote = "(2) thing 2 be done.\n(3) thing 3 be done."
    assert clause(decision, quote) == "(2) and (3)"


def test_numbers_with_dots_stand_as_printed() -> None:
    decision = decided("Agree that:", ("2.1", "the hall be let;"), ("2.10", "the hut be sold."))
    assert clause(decision, "the hall be let;") == "2.1"


def test_words_that_stand_in_two_clauses_name_neither() -> None:
    decision = decided("RESOLVED –", ("(1)", "be noted; the hut"), ("(2)", "be noted; the hall"))
    assert clause(decision, "be noted;") == ""


def test_a_clause_without_a_number_names_no_other() -> None:
    decision = decided("RESOLVED –", ("(1)", "the hut be sold."), ("", "The hall be let."))
    assert clause(decision, "The hall be let.") == ""


def test_roman_numbers_and_letters_that_look_like_them_are_told_apart() -> None:
    letters = decided("That", *((f"({n})", f"thing {n} be done.") for n in "ghij"))
    assert clause(letters, "thing i be done.") == "(i)"
    romans = decided(
        "That", ("(a)", "first"), ("(i)", "second"), ("(ii)", "third"), ("(b)", "fourth")
    )
    assert clause(romans, "third") == "(a)(ii)"
    assert clause(romans, "fourth") == "(b)"


def test_a_capital_letter_goes_on_in_small_ones() -> None:
    decision = decided("That", ("A)", "the hut be sold"), ("b)", "the hall be let"))
    assert clause(decision, "the hall be let") == "(b)"


@pytest.mark.parametrize("start", [10_000, 20_000])
def test_a_decision_elsewhere_is_not_touched(start: int) -> None:
    decision = decided(*RENTS)
    citation = quoting(decision, "RESOLVED – That")
    away = replace(decision, span=replace(decision.span, start=start, end=start + 9))
    assert decisions_at([away], citation) == []
    assert decisions_at([away, decision], citation) == [decision]
