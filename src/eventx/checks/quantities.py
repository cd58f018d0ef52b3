"""Numbers of people compared and put in words."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.quotes import fold
from eventx.schema import Casualty, Group, Quantity

GENERIC = frozenset(
    {"people", "person", "persons", "individuals", "victims", "others", "lives", "men", "dead", "bodies"}
)
"""Words that count people and say nothing of who they are."""

_GROUPS: dict[Group, str] = {
    "side_a": "of side A",
    "side_b": "of side B",
    "civilians": "civilians",
    "unknown": "of no known side",
    "all": "of all sides",
}


def said(quantity: Quantity) -> str:
    """Return the number in plain words: "26", "at least 26", "around 20", "20 to 30", "dozens"."""
    value, low, high = quantity.value, quantity.low, quantity.high
    if quantity.approximate and value is not None:
        return f"around {value}"
    if low is not None and low == high:
        return str(low)
    if low is not None and high is not None:
        return f"{low} to {high}"
    if high is not None:
        return f"at most {high}"
    if value is None:
        return f'"{quantity.text}"'
    return str(value) if low is None else f"at least {low}"


def of_group(group: Group) -> str:
    """Return how a group reads after a number: "of side A"."""
    return _GROUPS[group]


def brief(casualty: Casualty) -> str:
    """Return a casualty in a few words: "8 killed"; a list of them is read by `listed`."""
    return f"{said(casualty.count)} {casualty.outcome}"


def listed(casualties: Sequence[Casualty]) -> str:
    """Return the casualties in a few words: "4 killed, 17 wounded"."""
    return ", ".join(map(brief, casualties))


def numbers(quantity: Quantity) -> list[int]:
    """Return every number the quantity holds."""
    return [number for number in (quantity.value, quantity.low, quantity.high) if number is not None]


def is_nobody(quantity: Quantity) -> bool:
    """Return whether the quantity says that there was nobody."""
    return quantity.value == 0 or quantity.high == 0


def same(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities say the same, whatever their words."""
    return one.model_copy(update={"text": other.text}) == other


def differ(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities cannot be one figure said twice.

    "At least 26" and "26" can, "around 20" and "19" can, "25" and "26" cannot.
    """
    if None not in (one.value, other.value) and not (one.approximate or other.approximate):
        return one.value != other.value
    return _below(one, other) or _below(other, one)


def is_generic(who: str | None) -> bool:
    """Return whether the words for the people say nothing of who they are."""
    return who is None or who.casefold() in GENERIC


def may_be_same(one: str | None, other: str | None) -> bool:
    """Return whether two words for people may mean the same: they are alike, or one says nothing of who."""
    return is_generic(one) or is_generic(other) or fold(one or "") == fold(other or "")


def _below(one: Quantity, other: Quantity) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low
