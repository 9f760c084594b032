"""Short papers in the manner of many councils, each read whole as is written beside it."""

import json
from pathlib import Path

import pytest

from benchmarks.record import record_of
from corpus.readers import read
from corpus.structure import structure_of

PACKS = Path(__file__).parent / "packs"
SAMPLES = sorted(path for path in PACKS.iterdir() if path.suffix not in {".json", ".py"})


@pytest.mark.parametrize(
    "path", [p for p in SAMPLES if p.name != "README.md"], ids=lambda p: p.stem
)
def test_the_record_of_a_sample_is_what_stands_beside_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert record_of(structure_of(read(path, path.name))) == expected
