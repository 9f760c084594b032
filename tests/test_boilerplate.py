"""What is of no business is known as such, and comes last unless it is asked for."""

from dataclasses import replace

import pytest
from fakes import a_passage
from written import AGENDA, MINUTES, a_document

from corpus.boilerplate import asks_for, is_boilerplate
from corpus.filters import NO_FILTERS, Filters
from corpus.papers import PaperKind, Passage
from corpus.structure import structure_of
from index.hits import Hit
from index.hybrid import HybridSearcher

FIRE = "When the continuous alarm sounds, leave by the nearest exit and go to the assembly point."
SPEAKING = (
    "Anyone who wishes to speak at the meeting must tell the clerk by noon of the day before."
)
CONTACT = "For further information please contact Democratic Services. Tel: 01234 567890"


@pytest.mark.parametrize(
    "text",
    [
        FIRE,
        SPEAKING,
        CONTACT,
        "This meeting is being filmed; by entering the room you consent to be shown.",
        "If you need this agenda in large print or in another accessible format, ask the clerk.",
        "Inspection of papers: papers may be seen at the Town Hall.",
        "Members are reminded that they must declare any disclosable pecuniary interest.",
    ],
)
def test_the_frame_of_an_agenda_is_boilerplate(text: str) -> None:
    assert is_boilerplate(text, PaperKind.AGENDA)


@pytest.mark.parametrize(
    "text",
    [
        "A report on the fire at the old mill and what it cost.",
        "The Panel is asked to agree a scheme by which the public may speak at its meetings.",
        "To receive an update on the emergency repairs to the bridge.",
    ],
)
def test_business_of_an_agenda_is_none(text: str) -> None:
    assert not is_boilerplate(text, PaperKind.AGENDA)


def test_what_was_said_of_an_evacuation_in_minutes_is_business() -> None:
    assert not is_boilerplate(
        "The Chair drew attention to the evacuation procedure.", PaperKind.MINUTES
    )


def test_a_contact_block_at_the_end_of_a_report_is_boilerplate() -> None:
    assert is_boilerplate("Contact person: A. Sample, Tel: 01234 567890", PaperKind.REPORT)


def test_a_question_for_it_is_known() -> None:
    assert asks_for("Where is the assembly point in a fire?", FIRE)
    assert asks_for("How can I speak at a meeting?", SPEAKING)
    assert not asks_for("What was resolved about the bridge?", FIRE)
    assert not asks_for("How can I speak at a meeting?", FIRE)


def test_passages_know_that_they_are_boilerplate() -> None:
    agenda = structure_of(a_document(AGENDA.replace("1. APOLOGIES", f"{FIRE}\n\n    1. APOLOGIES")))
    assert [FIRE in passage.text for passage in agenda.passages if passage.is_boilerplate] == [True]
    assert not any(passage.is_boilerplate for passage in structure_of(a_document(MINUTES)).passages)


class Listed:
    """Finds the same passages for every query, in the order given."""

    def __init__(self, *passages: Passage) -> None:
        self.passages = passages

    def search(self, query: str, k: int, filters: Filters) -> list[Hit]:
        return [Hit(each, -float(rank)) for rank, each in enumerate(self.passages[:k])]


def test_boilerplate_comes_last_unless_it_is_asked_for() -> None:
    fire = replace(a_passage(FIRE, "fire"), is_boilerplate=True)
    searcher = HybridSearcher(None, Listed(fire, a_passage("The bridge is old.", "bridge")), None)
    names = [hit.passage.id for hit in searcher.search("the bridge", 5, NO_FILTERS)]
    assert names == ["bridge", "fire"]
    names = [hit.passage.id for hit in searcher.search("where is the fire exit", 5, NO_FILTERS)]
    assert names == ["fire", "bridge"]
