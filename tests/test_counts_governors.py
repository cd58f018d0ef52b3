"""What governs each count of rules.txt, how closely, and who did it: tests/counting/governors.txt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from counted import TABLES, Case, cases
from eventx.counts import find
from eventx.counts.languages import rules
from eventx.counts.outcome import govern
from eventx.counts.reading import Reading, read
from eventx.counts.units import Row, row
from eventx.counts.wording import wording
from eventx.sentences import spans

BY_ID = {case.id: case for case in cases("rules")}
LINES = (TABLES / "governors.txt").read_text(encoding="utf-8").partition("\n# ")[2].splitlines()[1:]
TOLD = dict(line.split("  ", 1) for line in LINES if line and not line.startswith("# "))


def told(case: Case) -> tuple[str, ...]:
    """Return for each count its people, what governs it, how closely, and the subject where one is told."""
    return tuple(_told(case.text, *each) for each in _governed(case))


def _governed(case: Case) -> Iterator[tuple[Row, int, Reading]]:
    language = case.id.partition("-")[0]
    every = read(case.text, find(case.text, language=language), language=language)
    for start, end in spans(case.text):
        inside = [each for each in every if start <= each.mention.start < end]
        numbered = tuple(enumerate(each.mention for each in inside))
        units = row(case.text, start, end, numbered, rules(language).harm)
        for at, unit in enumerate(units):
            if unit.mention is not None:
                yield units, at, inside[unit.mention]


def _told(text: str, units: Row, at: int, reading: Reading) -> str:
    governor = govern(units, at, wording(reading.mention, units.lang))
    what = "nothing"
    if governor is not None:
        head = None if governor.head is None else units[governor.head]
        what = f"{text[head.start : head.end] if head else '—'}, {governor.bond}"
    subject = [f"{reading.subject_is}: {reading.subject}"] if reading.subject else []
    return " | ".join((reading.who or "—", what, *subject))


@pytest.mark.parametrize(("id_", "expected"), TOLD.items(), ids=TOLD.keys())
def test_a_count_is_governed_by(id_: str, expected: str) -> None:
    assert tuple(expected.split(" ; ")) == told(BY_ID[id_])
