"""The days that an expression of time means, and what is said where it settles none."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from eventx.dates import arithmetic
from eventx.dates.english import MONTHS

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


def first_day(match: re.Match[str], month: int, published: date | None) -> tuple[date, str]:
    """Return the day of the month that a match has, in its year or the latest one, and how it is known."""
    day = int(match["day"])
    if match["year"]:
        return date(int(match["year"]), month, day), "stated with the year"
    name = f"{day} {MONTHS[month - 1]}"
    anchor = known(published, f"a {name}")
    return arithmetic.latest(month, day, anchor), f"the latest {name} up to {published}"


def named(weekday: int, name: str, published: date | None, *, days_before: int) -> Days:
    """Return the day of "today (Friday)", or "yesterday" one day before, by its weekday.

    A text may be published a day or two after it was written. Raises Unsettled where it would be more.
    """
    anchor = known(published, f"a {name}")
    latest = date.fromordinal(anchor.toordinal() - days_before)
    day = arithmetic.latest_weekday(weekday, latest)
    if (latest - day).days > _LATE:
        raise Unsettled(f"{latest} is no {name}")
    return span(day, day, "the day of publication" if day == anchor else f"the {name} before {anchor}")
