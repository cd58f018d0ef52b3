"""What a weekday and a window of days say of the day of publication, where nothing states it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from eventx.dates.expressions import KINDS, WEEKDAYS
from eventx.dates.reading import read

_A_WEEK = [date(2001, 1, 1) + timedelta(days=number) for number in range(7)]  # Monday to Sunday, any will do


@lru_cache(maxsize=256)
def publication_weekdays(weekday: str, window: str) -> tuple[str, ...]:
    """Return the weekdays of publication on which the weekday lies within the window, soonest after it first.

    "last Saturday" within "the past 48 hours": ("Sunday", "Monday"). Empty where the words are no weekday
    and no such window, and where the window leaves every weekday possible.
    """
    if not KINDS["weekday"].fullmatch(weekday) or not KINDS["past"].fullmatch(window):
        return ()
    possible = []
    for published in _A_WEEK:
        day, days = read(weekday, published).start, read(window, published).start
        if day is not None and days is not None and days <= day:
            possible.append(((published - day).days, WEEKDAYS[published.weekday()].capitalize()))
    return tuple(name for _, name in sorted(possible)) if len(possible) < len(_A_WEEK) else ()
