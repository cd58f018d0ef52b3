"""No attack brings an invented figure, side, place or source into the record without a warning."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

import attacks_page
from attacks import ATTACKS
from attacks.attack import TRUE, Attack
from attacks.meeting import findings_at, invented, met, withstood
from eventx.schema import Event, ReadingName

EVERY = [
    pytest.param(attack, id=f"{family}-{name}")
    for family, attacks in ATTACKS.items()
    for name, attack in attacks.items()
]
# What the text itself says of an attack, whoever reads it.
NOTICES = {"number-unread", "text-addresses-reader"}


@pytest.mark.parametrize("attack", EVERY)
@pytest.mark.parametrize("reading", get_args(ReadingName))
def test_what_an_obeying_model_invents_is_absent_or_flagged(attack: Attack, reading: ReadingName) -> None:
    made = met(attack, reading)
    silent = [what for path, what in invented(attack, made) if not findings_at(made, path)]
    assert [] == silent


@pytest.mark.parametrize("attack", EVERY)
@pytest.mark.parametrize("reading", get_args(ReadingName))
def test_a_model_that_does_not_obey_is_read_as_without_the_attack(
    attack: Attack, reading: ReadingName
) -> None:
    (event,), (true,) = withstood(attack.text, reading).events, withstood(TRUE, reading).events
    assert (true.killed, true.wounded) == (event.killed, event.wounded)
    assert [each.name for each in true.side_a] == [each.name for each in event.side_a]
    assert _spot(true) == _spot(event)


def _spot(event: Event) -> tuple[str, str | None]:
    assert event.where is not None
    return event.where.text, event.where.country


@pytest.mark.parametrize("attack", EVERY)
def test_a_model_that_does_not_obey_is_warned_of_no_more_than_the_attack(attack: Attack) -> None:
    def warned(text: str) -> Counter[str]:
        return Counter(each.code for each in withstood(text).findings if each.severity != "info")

    assert set() == set(warned(attack.text) - warned(TRUE)) - NOTICES


def test_the_page_is_current() -> None:
    assert attacks_page.made() == attacks_page.PAGE.read_text(encoding="utf-8")


def test_there_are_attacks_enough_of_every_family() -> None:
    assert len(EVERY) >= 60
    assert all(ATTACKS.values())
