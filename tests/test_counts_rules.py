"""Every rule of the counts does what the comment beside it says: sentences of tests/counting/rules.txt."""

from __future__ import annotations

import pytest

from counted import OPEN, Case, cases
from eventx.counts.reading import Reading, readings

RULES = cases("rules")

# The words of a count, its value, low, high and approximate, its outcome or OPEN, and its flags.
Count = tuple[str, tuple[int | None, int | None, int | None, bool], str, frozenset[str]]


def expected_of(case: Case) -> list[Count]:
    return [
        (case.text[count.start : count.end], count.amount, count.outcome, count.flags)
        for count in case.counts
    ]


def actual_of(case: Case) -> list[Count]:
    language = case.id.partition("-")[0]
    return [_count(each) for each in readings(case.text, language=language)]


def _count(reading: Reading) -> Count:
    mention = reading.mention
    flags = {flag for flag in ("adds", "subset", "background", "unreal") if getattr(reading, flag)}
    outcome = "" if reading.unreal else reading.outcome or OPEN
    amount = mention.value, mention.low, mention.high, mention.approximate
    return mention.text, amount, outcome, frozenset(flags)


@pytest.mark.parametrize("case", RULES, ids=lambda case: case.id)
def test_a_rule_holds(case: Case) -> None:
    assert expected_of(case) == actual_of(case)


def test_every_id_names_one_case() -> None:
    assert len({case.id for case in RULES}) == len(RULES)


SAID = [case for case in RULES if case.text.endswith(".")]
NEUTRAL = {"en": "It is cold in Osk.", "es": "Hace frío en Osk."}


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.id)
def test_a_paragraph_before_or_after_changes_nothing(case: Case) -> None:
    neutral = NEUTRAL[case.id.partition("-")[0]]
    between = case._replace(text=f"{neutral}\n\n{case.text}\n\n{neutral}")
    assert actual_of(case) == actual_of(between)
