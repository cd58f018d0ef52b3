"""The one shape into which every arm's answer is brought before it is scored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Outcome = Literal["killed", "captured", "wounded"]
Side = Literal["insurgents", "security forces", "civilians"]

# How the error of a Reply begins when nobody answered, which says nothing of the arm.
SERVER = "server"

OUTCOMES: tuple[Outcome, ...] = ("killed", "captured", "wounded")


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Figure(_Record):
    """A number of people: exact when all three are the same, vague when `value` is null."""

    value: int | None = None
    low: int | None = None
    high: int | None = None

    @property
    def is_empty(self) -> bool:
        """Return whether it says that nobody is reported: no number, or 0."""
        return not self.value and not self.low


class Item(_Record):
    """One statement of people harmed or taken, as the arm gave it. `quote` is null when it gave no words."""

    outcome: str
    figure: Figure
    side: Side | None = None
    quote: str | None = None


class Answer(_Record):
    """What an arm says of a text. `items` are single statements; null when the arm gives only figures."""

    killed: Figure = Figure()
    captured: Figure = Figure()
    wounded: Figure = Figure()
    sides: dict[Outcome, tuple[Side, ...]] = {}
    items: tuple[Item, ...] | None = None
    provinces: tuple[str, ...] = ()
    date: str | None = None


class Reply(_Record):
    """What came back about one row, as it was, and what it cost.

    `body` is what the arm's `understand` reads; null with an `error`. Tokens are the server's count, seconds
    wall time.
    """

    body: dict[str, Any] | None
    error: str | None = None
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    requests: int = 0


def exact(number: int | None) -> Figure:
    """Return the figure of a bare number, which has no way to say that it is a bound."""
    return Figure(value=number, low=number, high=number)


def added(figures: Iterable[Figure]) -> Figure:
    """Return the figures added up.

    One without a value leaves the sum without one: "two and several others" is no number, and at least two.
    """
    known = list(figures)
    if not known:
        return Figure()
    values = [figure.value for figure in known if figure.value is not None]
    highs = [figure.high for figure in known if figure.high is not None]
    lows = [figure.low for figure in known if figure.low is not None]
    return Figure(
        value=sum(values) if len(values) == len(known) else None,
        low=sum(lows) if lows else None,
        high=sum(highs) if len(highs) == len(known) else None,
    )


def from_items(items: tuple[Item, ...], *, provinces: tuple[str, ...], date: str | None) -> Answer:
    """Return the answer of an arm that lists single statements: a figure is the sum of its statements."""
    figures: dict[str, Any] = {}
    sides: dict[Outcome, tuple[Side, ...]] = {}
    for outcome in OUTCOMES:
        mine = [item for item in items if item.outcome == outcome]
        figures[outcome] = added(item.figure for item in mine)
        sides[outcome] = tuple(sorted({item.side for item in mine if item.side and item.figure.value != 0}))
    return Answer(**figures, sides=sides, items=items, provinces=provinces, date=date)
