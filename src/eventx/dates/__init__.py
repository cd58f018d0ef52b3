"""Dates: find what a text says about time, read it against the day of publication, tell background apart."""

from eventx.dates.arithmetic import month, week, year
from eventx.dates.background import NEWS_WINDOW, background
from eventx.dates.dateline import published
from eventx.dates.expressions import find
from eventx.dates.foreign import is_told
from eventx.dates.reading import is_relative, read
from eventx.dates.weekdays import publication_weekdays

__all__ = [
    "NEWS_WINDOW",
    "background",
    "find",
    "is_relative",
    "is_told",
    "month",
    "publication_weekdays",
    "published",
    "read",
    "week",
    "year",
]
