"""The record of real papers, where they are to be had, against one written out by hand.

What is expected holds no words of theirs: names and titles stand as the first twelve digits
of their SHA-256.
"""

import json
from pathlib import Path

import pytest

from benchmarks.record import agreement, record_of, without_words
from corpus.readers import read
from corpus.structure import structure_of

PAPERS = Path(__file__).parents[2] / "shared" / "papers"
EXPECTED = sorted((Path(__file__).parent / "shared_papers").glob("*.json"))
pytestmark = pytest.mark.skipif(not PAPERS.exists(), reason="the shared papers are not there")


@pytest.fixture(params=EXPECTED, ids=lambda path: path.stem)
def pair(request: pytest.FixtureRequest) -> tuple[dict, dict]:
    """What is expected of a paper, and what is read of it."""
    expected = json.loads(request.param.read_text(encoding="utf-8"))
    source = expected["source"]
    return expected, without_words(record_of(structure_of(read(PAPERS / source, source))))


def test_every_meeting_is_right(pair: tuple[dict, dict]) -> None:
    agreed = agreement(*pair)
    assert agreed.meetings_right == agreed.papers


def test_every_minute_and_item_is_right(pair: tuple[dict, dict]) -> None:
    agreed = agreement(*pair)
    assert agreed.items_right == agreed.items


def test_no_decision_has_the_wrong_force(pair: tuple[dict, dict]) -> None:
    assert agreement(*pair).wrong_force == 0


def test_every_decision_of_minutes_is_found_and_none_invented(pair: tuple[dict, dict]) -> None:
    expected, read_ = pair
    in_minutes = [only_minutes(record) for record in (expected, read_)]
    agreed = agreement(*in_minutes)
    assert agreed.found == agreed.clauses_right == agreed.decisions
    assert agreed.invented == 0


def only_minutes(record: dict) -> dict:
    """A record without its other papers."""
    return record | {"papers": [p for p in record["papers"] if p["kind"] == "minutes"]}
