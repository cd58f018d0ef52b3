"""What is wrong with a figure, whatever gave its numbers: an extraction, or another tool's bare answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, Protocol

__all__ = ["Number", "counted_twice", "grounded", "reported", "side", "whole"]


class Number(Protocol):
    """A number of people: `value`, and its bounds `low` and `high`; each null where it is not known."""

    @property
    def value(self) -> int | None: ...
    @property
    def low(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...


def reported(figure: Number) -> int:
    """Return the people that a figure reports: its value, else the least it can be, else 0."""
    return (figure.value if figure.value is not None else figure.low) or 0


def whole(truth: Number) -> int | None:
    """Return the most people that a true figure allows, by the highest of its numbers; None without any."""
    return truth.high or truth.value or truth.low


def counted_twice(excess: int, parts: Iterable[int]) -> bool:
    """Return whether people were counted twice: as many too many as some of the parts come to together."""
    sums = {0}
    for part in parts:
        sums |= {part + each for each in sums}
    return excess > 0 and excess in sums


def side(expected: Collection[str], named: Collection[str]) -> Literal["right", "wrong", "silent"]:
    """Return whether the sides named are among those expected, others, or none."""
    if not named:
        return "silent"
    return "right" if set(named) <= set(expected) else "wrong"


def grounded(quote: str | None, text: str) -> bool:
    """Return whether a number has words of the text to stand on, exactly as they are there."""
    return quote is not None and quote != "" and quote in text
