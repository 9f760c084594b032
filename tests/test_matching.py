"""Which decisions of the register are about a question."""

from collections.abc import Callable

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant
from assistant.answers.absent import body_not_held
from assistant.conversation import NEW_CONVERSATION
from assistant.evidence.gathering import Evidence
from assistant.evidence.matching import (
    Match,
    about_the_same,
    in_scope,
    matches_of,
    says_the_dates,
)
from assistant.understanding.scope import read_scope

Asked = Callable[[str], Evidence]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    assistant: Assistant = an_assistant(tmp_path_factory.mktemp("tarnbrook"))

    def evidence(question: str) -> Evidence:
        understood = assistant.understand(question)
        scope = read_scope(question, assistant.holdings)
        return Evidence(understood, scope, assistant.holdings, assistant._tools)

    return evidence


def numbers(evidence: Evidence) -> list[str]:
    """The minutes of the decisions in the question's scope."""
    decisions = in_scope(evidence, evidence.holdings.decisions)
    return [d.item.number or "" for d in decisions if d.item]


def fitting(evidence: Evidence) -> list[Match]:
    return [each for each in matches_of(evidence, evidence.holdings.decisions) if each.fits]


def test_the_decisions_on_the_subject_fit_and_others_do_not(asked: Asked) -> None:
    evidence = asked("What was decided about allotment rents?")
    titles = {each.decision.item.title for each in fitting(evidence) if each.decision.item}
    assert titles == {
        "ALLOTMENT RENTS",
        "CALL-IN: ALLOTMENT RENTS",
        "ALLOTMENT RENTS: RECONSIDERATION",
    }


def test_no_decision_fits_a_subject_that_none_has(asked: Asked) -> None:
    assert fitting(asked("What was decided about unicycles?")) == []


def test_matches_are_best_first(asked: Asked) -> None:
    evidence = asked("What was decided about market stalls?")
    ranks = [each.rank for each in matches_of(evidence, evidence.holdings.decisions)]
    assert ranks == sorted(ranks, reverse=True)


def test_decisions_of_one_item_are_about_the_same(asked: Asked) -> None:
    matches = fitting(asked("What was decided about raising the adult fare on the ferry?"))
    assert {d.force.value for d in about_the_same(matches)} == {"resolved", "lost"}


def test_the_words_of_an_acronym_cover_it(asked: Asked) -> None:
    (match,) = fitting(asked("What was decided about the Tree Replacement Scheme?"))
    assert "TRS" in match.decision.words
    (match,) = fitting(asked("What was decided about the TRS?"))
    assert match.coverage == 1


def test_a_date_and_a_body_narrow_the_register(asked: Asked) -> None:
    assert numbers(asked("What was decided on 9 July 2024?")) == ["50/24", "51/24", "52/24"]
    assert numbers(asked("What did the Scrutiny Committee decide?")) == ["10/24", "11/24"]


def test_a_date_without_a_decision_does_not_narrow(asked: Asked) -> None:
    assert len(numbers(asked("What is to be done by September 2031?"))) == 10


def test_a_body_of_which_nothing_is_held_is_named(asked: Asked) -> None:
    assert body_not_held(asked("What did the Planning Committee decide?")) == "Planning Committee"


@pytest.mark.parametrize(
    "question",
    [
        "What did the Scrutiny Committee decide?",
        "What did Tarnbrook Council decide?",
        "What was referred to the Planning Committee?",
        "What did the committee decide?",
    ],
)
def test_a_body_that_is_held_or_only_addressed_is_not_missing(asked: Asked, question: str) -> None:
    assert body_not_held(asked(question)) is None


def test_a_date_of_the_question_must_stand_in_a_decision_of_another_day(asked: Asked) -> None:
    evidence = asked("Were the rents set for April 2025?")
    rents, *others = evidence.holdings.decisions
    assert says_the_dates(evidence, rents)
    assert not any(says_the_dates(evidence, d) for d in others if "2025" not in d.words)


BUDGETS = {
    "2017.txt": """CABINET

Minutes of the meeting held on 14 November 2017

1 THE BUDGET

RESOLVED – That the budget for the year ending 31 December 2018 be adopted. The vote was 5 for \
and 4 against.
""",
    "2018.txt": """CABINET

Minutes of the meeting held on 13 November 2018

1 THE BUDGET

RESOLVED – That the budget for the year ending 31 December 2019 be adopted. The vote was 6 for \
and 3 against.
""",
}


def test_the_budget_for_a_year_may_be_of_a_meeting_before_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assistant = an_assistant(tmp_path_factory.mktemp("budgets"), BUDGETS)
    first = assistant.ask("How close was the vote on the budget for 2019?")
    assert "6 for and 3 against" in said(first)
    then = assistant.ask("and the one before that, for 2018?", NEW_CONVERSATION.after(first))
    assert "5 for and 4 against" in said(then)


def test_the_budget_for_one_year_is_not_told_of_another(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    papers = {"2018.txt": BUDGETS["2018.txt"]}
    assistant = an_assistant(tmp_path_factory.mktemp("budget"), papers)
    assert refused(assistant.ask("How close was the vote on the budget for 2018?"))
    assert refused(assistant.ask("Which three councillors voted against the 2018 budget?"))
