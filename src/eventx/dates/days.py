"""The days that an expression of time means, and what is said where it settles none."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from eventx.dates import arithmetic
from eventx.dates.english import MONTHS, WEEKDAYS

Precision = Literal["day", "days", "week", "month", "year"]

_LATE = 2  # days: so long after it was written, over a weekend, "today" is published at most


class Days(NamedTuple):
    """First and last day, how precisely they are known, and how."""

    start: date
    end: date
    precision: Precision
    reason: str


class Unsettled(Exception):
    """The words do not settle a day; its text says what they do say."""


def span(start: date, end: date, reason: str) -> Days:
    """Return the days from one to another, of precision "day" where they are one."""
    return Days(start, end, "day" if start == end else "days", reason)


def unknown(said: str) -> Unsettled:
    """Return what is known without a day of publication, to be raised."""
    return Unsettled(f"{said}; the day of publication is not known")


def known(published: date | None, said: str) -> date:
    """Return the day of publication; without one, the words say no more than `said`."""
    if published is None:
        raise unknown(said)
    return published


def day_of(day: int, month: int, year: str | None, published: date | None) -> tuple[date, str]:
    """Return a day of a month, in its year or the latest one, and how it is known."""
    if year:
        return date(int(year), month, day), "stated with the year"
    name = f"{day} {MONTHS[month - 1]}"
    anchor = known(published, f"a {name}")
    return arithmetic.latest(month, day, anchor), f"the latest {name} up to {anchor}"


def expect(weekday: int, day: date) -> None:
    """Raise Unsettled where a day is of another weekday than the words say."""
    if day.weekday() != weekday:
        raise Unsettled(f"{day} is no {_name(weekday)}")


def on_weekday(weekday: int, published: date | None, *, is_before: bool) -> Days:
    """Return the latest such day up to publication, or before it."""
    name = _name(weekday)
    anchor = known(published, f"a {name}")
    day = arithmetic.latest_weekday(weekday, anchor - timedelta(days=1) if is_before else anchor)
    return span(day, day, f"the {name} before {anchor}" if day < anchor else "the day of publication")


def between_weekdays(first: int, last: int, published: date | None) -> Days:
    """Return the latest days from one weekday to another up to publication."""
    names = f"{_name(first)} to {_name(last)}"
    anchor = known(published, f"from a {_name(first)} to a {_name(last)}")
    end = arithmetic.latest_weekday(last, anchor)
    return span(arithmetic.latest_weekday(first, end), end, f"the latest {names} up to {anchor}")


def named(weekday: int, published: date | None, *, days_before: int) -> Days:
    """Return the day of "today (Friday)", or "yesterday" one day before, by its weekday.

    A text may be published a day or two after it was written. Raises Unsettled where it would be more.
    """
    name = _name(weekday)
    anchor = known(published, f"a {name}")
    latest = anchor - timedelta(days=days_before)
    day = arithmetic.latest_weekday(weekday, latest)
    if (latest - day).days > _LATE:
        raise Unsettled(f"{latest} is no {name}")
    return span(day, day, "the day of publication" if day == anchor else f"the {name} before {anchor}")


def _name(weekday: int) -> str:
    return WEEKDAYS[weekday].capitalize()
