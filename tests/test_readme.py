"""The README is true: what is made of it is current, and what its tables say is so."""

from __future__ import annotations

import pytest

from eventx.counts import find
from readme import MADE, block, text

# The table of what a count keeps: words, value, low, high, approximate.
COUNTS = [
    row.strip("| ").split(" | ")
    for row in text().partition("| words |")[2].partition("\n\n")[0].splitlines()[2:]
]


@pytest.mark.parametrize("name", MADE)
def test_what_is_made_is_current(name: str) -> None:
    # When it is not, `python tests/readme.py` writes it anew; the Python block runs for it, too.
    assert block(name) == MADE[name]()


@pytest.mark.parametrize("row", COUNTS, ids=[row[0] for row in COUNTS])
def test_a_count_keeps_what_the_table_says(row: list[str]) -> None:
    (count,) = find(f"The ministry said that {row[0]} people were killed.")
    kept = ["null" if number is None else str(number) for number in (count.value, count.low, count.high)]
    assert row[1:] == [*kept, "yes" if count.approximate else "no"]


def test_the_table_of_counts_is_found() -> None:
    assert len(COUNTS) == 7
