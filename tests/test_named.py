"""Answers are about those whom a question names, and about the time it names."""

from pathlib import Path

import pytest
from tarnbrook import an_assistant, refused, said

from assistant.answering import Assistant

HEAD = "TARNBROOK COUNCIL\n\nCABINET\n\nMinutes of the meeting held on {day}\n\n"
MARCH = HEAD.format(day="12 March 2024") + (
    "3 REGATTA\n\n"
    "The Chair said that a cheque of £200 had been received for the insurance of the regatta, "
    "and that last year the regatta had raised £900 for the lifeboat.\n\n"
    "4 FERRY LANDING\n\n"
    "The Head of Parks reported that Tarnbrook was paying £18,000 a year towards the ferry "
    "landing.\n\n"
    "5 NEIGHBOURS\n\n"
    "The Head of Parks had met the clerk of Quillby, who spoke of the signs on the moor.\n\n"
    "6 PLANNING\n\n"
    "No objection was made to TB/24/0117, a porch at Mill House in Osk Lane.\n"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return an_assistant(tmp_path_factory.mktemp("named"), {"march.txt": MARCH})


def test_a_sum_of_another_place_is_no_answer(assistant: Assistant) -> None:
    reply = refused(assistant.ask("How much is Quillby paying towards the ferry landing?"))
    assert "Quillby" in reply.reason
    assert "£18,000" in said(assistant.ask("How much is paid towards the ferry landing a year?"))


def test_a_paper_from_before_does_not_tell_what_happened_later(assistant: Assistant) -> None:
    reply = refused(assistant.ask("How much money was raised at the regatta in August 2024?"))
    assert "August 2024" in reply.reason


def test_a_paper_from_before_may_tell_of_a_month_that_it_names(tmp_path: Path) -> None:
    paper = MARCH.replace(
        "The Chair said", "£500 was set aside for the regatta of August 2024. She"
    )
    assistant = an_assistant(tmp_path, {"march.txt": paper})
    assert "£500" in said(assistant.ask("How much was set aside for the regatta of August 2024?"))


def test_a_reference_that_no_paper_has_is_not_the_one_beside_it(assistant: Assistant) -> None:
    reply = refused(assistant.ask("What was the objection to TB/24/0118?"))
    assert reply.reason.startswith("No paper here has the reference “TB/24/0118”.")
    assert "porch" in said(assistant.ask("What was the objection to TB/24/0117?"))


@pytest.mark.parametrize("years", ["2023/24", "2023-24", "2023/2024"])
def test_a_financial_year_is_no_reference(assistant: Assistant, years: str) -> None:
    reply = assistant.ask(f"What was said of the ferry landing in {years}?")
    assert "reference" not in getattr(reply, "reason", "")
