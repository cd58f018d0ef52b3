"""Days counted from a day: the latest Saturday, two months before, the week that holds it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def latest(month: int, day: int, on_or_before: date) -> date:
    """Return the latest such day of a year not after another; raises ValueError when no year has it."""
    for year in range(on_or_before.year, on_or_before.year - 9, -1):  # 29 February may be eight years back
        if day <= monthrange(year, month)[1] and date(year, month, day) <= on_or_before:
            return date(year, month, day)
    raise ValueError(f"no day {day} in month {month}")


def latest_weekday(weekday: int, on_or_before: date) -> date:
    """Return the latest such weekday, Monday 0, not after a day."""
    return on_or_before - timedelta(days=(on_or_before.weekday() - weekday) % 7)


def monday(day: date, *, weeks_before: int = 0) -> date:
    """Return the Monday of the week that holds a day, or of one so many weeks before."""
    return day - timedelta(days=day.weekday() + 7 * weeks_before)


def units_before(day: date, number: int, unit: str) -> date:
    """Return the day so many hours, days, weeks, months or years before; hours are rounded up to days.

    Raises ValueError or OverflowError before the year 1.
    """
    if unit in ("month", "year"):
        months = day.year * 12 + day.month - 1 - number * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return day - timedelta(days={"hour": -(-number // 24), "day": number, "week": 7 * number}[unit])


def week(day: date) -> tuple[date, date]:
    """Return the Monday and the Sunday of the week that holds a day."""
    return monday(day), monday(day) + timedelta(days=6)


def month(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month that holds a day."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def year(day: date) -> tuple[date, date]:
    """Return the first and the last day of the year that holds a day."""
    return date(day.year, 1, 1), date(day.year, 12, 31)
