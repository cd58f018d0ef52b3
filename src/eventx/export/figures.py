"""A number of people, in words ("at least 26") and in short ("≥26")."""

from __future__ import annotations

from typing import Protocol


class Figure(Protocol):
    """A Quantity or a CountMention: `value`, the bounds `low` and `high`, and the words as written."""

    @property
    def value(self) -> int | None: ...
    @property
    def low(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...
    @property
    def approximate(self) -> bool: ...
    @property
    def text(self) -> str: ...


_WORDS = ("around ", "at least ", "more than ", "at most ", "fewer than ", " to ")
_SHORT = ("~", "≥", ">", "≤", "<", "-")


def in_words(figure: Figure) -> str:
    """Return the figure as one would say it: "26", "at least 26", "around 20", "20 to 30", "dozens"."""
    return _said(figure, *_WORDS)


def in_short(figure: Figure) -> str:
    """Return the figure for a narrow column: "26", "≥26", "~20", "20-30", "dozens"."""
    return _said(figure, *_SHORT)


def exact(figure: Figure) -> bool:
    """Return whether the figure is one number and no other."""
    return figure.value is not None and figure.low == figure.high == figure.value


def _said(figure: Figure, around: str, least: str, more: str, most: str, fewer: str, to: str) -> str:
    value, low, high = figure.value, figure.low, figure.high
    about = around if figure.approximate else ""
    if value is low is None and high is not None:
        return f"{most}{high:,}"
    if value is None and low is not None and high is None and _is_joined(figure):
        return f"{least}{low:,}"
    if value is None:
        return figure.text if low is None or high is None else f"{about}{low:,}{to}{high:,}"
    if (low, high) == (None, None) or low == high == value:
        return f"{about}{value:,}"
    if high is None and low in (value, value + 1):
        return f"{least if low == value else more}{value:,}"
    if low in (None, 0) and high in (value, value - 1):
        return f"{most if high == value else fewer}{value:,}"
    bounds = f"{low:,}{to}{high:,}" if low is not None and high is not None else figure.text
    return f"{about}{value:,} ({bounds})"


def _is_joined(figure: Figure) -> bool:
    """Return whether several words gave the number, added up or against each other; none of them says it."""
    return " + " in figure.text or " or " in figure.text
