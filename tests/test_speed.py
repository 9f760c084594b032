"""Text that nobody would write must not hold up the reading of a library."""

import time

import pytest
from written import minutes_of

SECONDS = 10.0
"""Each takes a fraction of a second; what grows beyond its length takes minutes."""


@pytest.mark.parametrize(
    "words",
    [
        "1" * 60 + " was approved by the Cabinet.",
        "100012345678901 100012345678902 100012345678903 was agreed by the Council.",
        "Councillor A Example" + " " * 400 + "has had to leave and was replaced by another.",
        "Present: "
        + ", ".join(f"Councillor Ann Example{'abcdefghij'[n % 10]}" for n in range(150)),
        "A. " * 3000,
        "(" * 5000,
        "moved and " * 2000,
    ],
    ids=["digits", "numbers", "gap", "names", "initials", "brackets", "movers"],
)
def test_odd_text_is_read_in_time(words: str) -> None:
    started = time.perf_counter()
    minutes_of(f"1. APOLOGIES\n\n{words}\n\n2. PLANS\n\nRESOLVED that the plan be agreed.\n")
    assert time.perf_counter() - started < SECONDS
