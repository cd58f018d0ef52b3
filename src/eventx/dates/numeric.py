"""Dates in digits alone, read where the order of day and month is settled."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from eventx.dates.days import Days, Unsettled, day_of, span
from eventx.dates.english import HOURS, IN, MONTH_NAME, MONTHS, S

Match = re.Match[str]

_NEWS = timedelta(days=7)  # what a text tells in digits without more is seldom older news

_TWO = r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
PATTERNS = {
    # "10/01/2013:" opens a note; the colon belongs to the words, for it is what tells the form.
    "record": rf"(?<![^\n\r])(?P<first>\d\d)/(?P<second>\d\d)/{_YEAR}:(?=\s|\Z)",
    "numeric": rf"{IN}?{HOURS}?{_TWO}(?P=mark){_YEAR}(?![/.-]?\d)",
    # Without a year two numbers may be anything: these have two digits each, and words of a day before them.
    "numeric_day": rf"(?:(?:(?P<bound>before|after|until|till|by)|(?P<since>since)|on){S}{HOURS}?"
    rf"|(?:(?:in|during){S})?{HOURS})(?P<first>\d\d)/(?P<second>\d\d)(?![/.,-]?\d|{S}{MONTH_NAME})",
}
_RECORD = re.compile(PATTERNS["record"])


class OrderUnsettled(Unsettled):
    """Either number may be the month, and nothing says which."""


def is_settled(match: Match, published: date | None) -> bool:
    """Return whether a date in digits is a day, and the order of its day and month is settled."""
    try:
        _in_order(match, published)
    except (OrderUnsettled, ValueError):
        return False
    except Unsettled:  # all but the year is known
        return True
    return True


@lru_cache(maxsize=8)  # asked for each note of a text
def has_day_first_notes(text: str) -> bool:
    """Return whether a note of the text begins with a day, "13/09/2014:"; then no other is month first."""
    return any(int(note["first"]) > 12 for note in _RECORD.finditer(text))


def _in_order(match: Match, published: date | None) -> Days:
    """Return the day, its order settled by the numbers, else by the day of publication.

    Of two days the one within a week before publication is meant, or the one that is not after it. Raises
    OrderUnsettled where both are left, Unsettled where the year is not known, ValueError without such a day.
    """
    year, orders = match.groupdict().get("year"), _orders(int(match["first"]), int(match["second"]))
    if len(orders) == 1:
        ((why, (day, month)),) = orders.items()
        return _told(day, month, year, published, why)
    names = " or ".join(f"{day} {MONTHS[month - 1]}" for day, month in orders.values())
    unsettled = OrderUnsettled(f"{names}: which number is the month is not settled")
    if published is None:
        raise unsettled
    days = {order: _told(*named, year, published, order) for order, named in orders.items()}
    near = [order for order, day in days.items() if timedelta(0) <= published - day.start <= _NEWS]
    past = [order for order, day in days.items() if day.start <= published]
    for left, why in (
        (near, f"within a week before {published}"),
        (past, f"the other day is after {published}"),
    ):
        if len(left) == 1:
            day_read = days[left[0]]
            return day_read._replace(reason=f"{day_read.reason}, {why}")
    raise unsettled


def _orders(first: int, second: int) -> dict[str, tuple[int, int]]:
    """Return the day and the month that two numbers can mean, each by how the order is told.

    Raises ValueError where they mean none.
    """
    if first > 12 >= second:
        return {f"day first: there is no month {first}": (first, second)}
    if second > 12 >= first:
        return {f"month first: there is no month {second}": (second, first)}
    if first == second <= 12:
        return {"": (first, second)}
    if max(first, second) > 12:
        raise ValueError("no month")
    return {"day first": (first, second), "month first": (second, first)}


def _told(day: int, month: int, year: str | None, published: date | None, order: str) -> Days:
    told, reason = day_of(day, month, year, published)
    return span(told, told, f"{reason}; {order}" if order else reason)


def _record(match: Match, published: date | None) -> Days:
    """Return the day that opens a note; where nothing else settles its order, month first."""
    try:
        return _in_order(match, published)
    except OrderUnsettled:
        day = date(int(match["year"]), int(match["first"]), int(match["second"]))
        return span(day, day, "stated with the year; month first, as GTD's notes are written")


READERS: dict[str, Callable[[Match, date | None], Days]] = {
    "record": _record,
    "numeric": _in_order,
    "numeric_day": _in_order,
}
