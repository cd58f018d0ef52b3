"""Numbers of people compared and put in words."""

import pytest

from building import number
from eventx.checks.quantities import differ, is_nobody, may_be_same, said, same
from eventx.schema import Quantity

SAID: dict[str, tuple[Quantity, str]] = {
    "exact": (number(26), "26"),
    "at least": (number(26, 26), "at least 26"),
    "more than": (number(26, 27), "at least 27"),
    "at most": (number(50, None, 50), "at most 50"),
    "a range": (number(None, 20, 30), "20 to 30"),
    "around": (number(20, approximate=True), "around 20"),
    "around a range": (number(None, 20, 30, approximate=True), "20 to 30"),
    "a vague word": (number(None, text="dozens"), '"dozens"'),
    "a vague word with its least": (number(None, 24, text="dozens"), '"dozens"'),
    "a number without bounds": (number(20, approximate=False), "20"),
}


@pytest.mark.parametrize(("quantity", "expected"), SAID.values(), ids=SAID)
def test_a_number_in_plain_words(quantity: Quantity, expected: str) -> None:
    assert expected == said(quantity)


DIFFER: dict[str, tuple[Quantity, Quantity, bool]] = {
    "two numbers": (number(25), number(26), True),
    "one number": (number(26), number(26), False),
    "a bound and its number": (number(26, 26), number(26), False),
    "a bound and another number": (number(25, 25), number(26, 26), True),
    "around and a number": (number(20, approximate=True), number(19), False),
    "a number and around": (number(19), number(20, approximate=True), False),
    "a range and a number within": (number(None, 20, 30), number(25), False),
    "a range and its end": (number(None, 20, 30), number(30), False),
    "a range and a number above": (number(None, 20, 30), number(31), True),
    "a range and a number below": (number(None, 20, 30), number(19), True),
    "a number above and a range": (number(31), number(None, 20, 30), True),
    "a vague word and fewer": (number(None, 24), number(20), True),
    "a vague word and more": (number(None, 24), number(40), False),
    "two vague words": (number(None, text="dozens"), number(None, text="many"), False),
}


@pytest.mark.parametrize(("one", "other", "expected"), DIFFER.values(), ids=DIFFER)
def test_two_numbers_cannot_be_one_figure(one: Quantity, other: Quantity, expected: bool) -> None:
    assert expected == differ(one, other)


NOBODY: dict[str, tuple[Quantity, bool]] = {
    "no one": (number(0), True),
    "fewer than one": (number(1, None, 0), True),
    "at least no one": (number(0, 0), True),
    "one": (number(1), False),
    "one or two": (number(None, 1, 2), False),
    "a vague word": (number(None), False),
}


@pytest.mark.parametrize(("quantity", "expected"), NOBODY.values(), ids=NOBODY)
def test_a_number_says_that_there_was_nobody(quantity: Quantity, expected: bool) -> None:
    assert expected == is_nobody(quantity)


SAME: dict[str, tuple[Quantity, Quantity, bool]] = {
    "other words": (number(12, text="12"), number(12, text="twelve people"), True),
    "another bound": (number(12), number(12, 12), False),
    "vague both": (number(None, 24, text="dozens"), number(None, 24, text="Dozens of men"), True),
}


@pytest.mark.parametrize(("one", "other", "expected"), SAME.values(), ids=SAME)
def test_two_numbers_say_the_same(one: Quantity, other: Quantity, expected: bool) -> None:
    assert expected == same(one, other)


PEOPLE: dict[str, tuple[str | None, str | None, bool]] = {
    "alike": ("Soldiers", "soldiers", True),
    "unlike": ("soldiers", "traders", False),
    "the first says nothing": ("People", "traders", True),
    "the second says nothing": ("traders", "people", True),
    "the first is unsaid": (None, "traders", True),
    "the second is unsaid": ("traders", None, True),
}


@pytest.mark.parametrize(("one", "other", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_two_words_for_people_may_mean_the_same(one: str | None, other: str | None, expected: bool) -> None:
    assert expected == may_be_same(one, other)
